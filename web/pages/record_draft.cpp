// Checks, merges and sends what was edited.
#include "web/pages/record_draft.hpp"

#include <algorithm>

#include "web/pages/day.hpp"

namespace busy24::pages::record {

namespace {

using text::Lists;

constexpr std::size_t name_length_max = 255;
constexpr std::size_t description_length_max = 4000;

std::size_t length_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

}  // namespace

const std::string& Draft::text_of(Field field) const {
    switch (field) {
        case Field::name:
            return name;
        case Field::customer:
            return customer;
        case Field::starts_on:
            return starts_on;
        case Field::ends_on:
            return ends_on;
        case Field::description:
            break;
    }
    return description;
}

std::string& Draft::text_of(Field field) {
    return const_cast<std::string&>(std::as_const(*this).text_of(field));
}

Draft draft_of(const api::RecordPage& page) {
    const auto& record = page.record;
    return {.name = record.name,
            .customer = record.customer_name,
            .customer_id = record.customer_id,
            .starts_on = typed_day(record.starts_on),
            .ends_on = typed_day(record.ends_on),
            .description = page.description};
}

Lists problem_of(const Edit& edit, Field field) {
    const auto& draft = edit.now;
    const auto& text = draft.text_of(field);
    switch (field) {
        case Field::name:
            if (is_blank(text)) return Lists::name_missing;
            return length_of(text) > name_length_max ? Lists::name_too_long : Lists::count_;
        case Field::customer: {
            const bool is_chosen = is_blank(text) || !draft.customer_id.empty();
            // One that is known by its number only has no id here, and stays as it is.
            const bool is_untouched = text == edit.before.customer;
            return is_chosen || is_untouched ? Lists::count_ : Lists::customer_unknown;
        }
        case Field::starts_on:
            return read_day(text) ? Lists::count_ : Lists::date_wrong;
        case Field::ends_on: {
            const auto start = read_day(draft.starts_on);
            const auto end = read_day(text);
            if (!end) return Lists::date_wrong;
            const bool is_reversed = start && !end->empty() && *end < *start;
            return is_reversed ? Lists::dates_reversed : Lists::count_;
        }
        case Field::description:
            break;
    }
    return length_of(text) > description_length_max ? Lists::description_too_long : Lists::count_;
}

std::optional<api::SaveProject> call_of(const Edit& edit) {
    for (const auto field : all_fields)
        if (problem_of(edit, field) != Lists::count_) return std::nullopt;
    const auto& draft = edit.now;
    return api::SaveProject{.id = edit.id,
                            .version = edit.version,
                            .name = draft.name,
                            .customer_id = is_blank(draft.customer) ? "" : draft.customer_id,
                            .starts_on = read_day(draft.starts_on).value_or(""),
                            .ends_on = read_day(draft.ends_on).value_or(""),
                            .description = draft.description};
}

bool merge(Edit& edit, const api::RecordPage& page) {
    const auto theirs = draft_of(page);
    bool is_clear = true;
    for (const auto field : all_fields) {
        auto& mine = edit.now.text_of(field);
        const auto& saved = theirs.text_of(field);
        const auto& before = edit.before.text_of(field);
        if (mine == before) {
            mine = saved;
            if (field == Field::customer) edit.now.customer_id = theirs.customer_id;
        } else if (saved != before && saved != mine) {
            is_clear = false;
        }
    }
    edit.before = theirs;
    edit.version = page.version;
    return is_clear;
}

}  // namespace busy24::pages::record
