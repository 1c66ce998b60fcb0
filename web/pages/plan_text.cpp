// Puts plans and questions of the mirror in words.
#include "web/pages/plan_text.hpp"

#include <array>

#include "shared/norwegian.hpp"
#include "web/pages/run.hpp"

namespace busy24::pages {

namespace {

using text::Plan;

struct ValueName {
    std::string_view member;
    Plan text;
};
constexpr std::array value_names{
    ValueName{"number", Plan::value_number},
    ValueName{"name", Plan::value_name},
    ValueName{"customer", Plan::value_customer},
    ValueName{"organisation_number", Plan::value_organisation_number},
    ValueName{"email", Plan::value_email},
    ValueName{"starts_on", Plan::value_start},
    ValueName{"ends_on", Plan::value_stop},
    ValueName{"description", Plan::value_description},
    ValueName{"kind", Plan::value_kind},
    ValueName{"billable", Plan::value_billable},
    ValueName{"price", Plan::value_price},
    ValueName{"active", Plan::value_active},
};

// The stable words that a value can be.
constexpr std::array value_words{
    ValueName{"true", Plan::yes},
    ValueName{"false", Plan::no},
    ValueName{"business", Plan::kind_business},
    ValueName{"consumer", Plan::kind_consumer},
    ValueName{"other", Plan::kind_other},
};

bool is_word(std::string_view member) {
    return member == "active" || member == "billable" || member == "kind";
}

bool is_day(std::string_view member) { return member == "starts_on" || member == "ends_on"; }

Plan text_of(api::MatchReason reason) {
    switch (reason) {
        case api::MatchReason::same_number:
            return Plan::same_number;
        case api::MatchReason::same_organisation_number:
            return Plan::same_organisation_number;
        case api::MatchReason::same_name_and_customer:
            return Plan::same_name_and_customer;
        case api::MatchReason::same_name:
            return Plan::same_name;
        case api::MatchReason::same_email:
            return Plan::same_email;
    }
    return Plan::same_name;
}

}  // namespace

std::string plan_text(const text::Texts& t, const api::EntityPlan& plan) {
    auto out = t(Plan::fetched, {t.counted(count_of(plan.entity), plan.fetched)});
    const auto add = [&](Plan id, std::int64_t count) {
        if (count > 0) out += ", " + t.counted(id, count);
    };
    add(Plan::created_in_erp, plan.create_in_erp);
    add(Plan::changed_in_erp, plan.change_in_erp);
    add(Plan::changed, plan.change);
    add(Plan::linked, plan.link);
    add(Plan::to_look_at, plan.ask);
    return out;
}

std::string value_name(const text::Texts& t, const std::string& member) {
    for (const auto& row : value_names)
        if (row.member == member) return t(row.text);
    return member;
}

std::string value_text(const text::Texts& t, const api::RecordValue& value) {
    if (value.name == "organisation_number") return organisation_number_text(value.text);
    if (is_word(value.name))
        for (const auto& row : value_words)
            if (row.member == value.text) return t(row.text);
    if (is_day(value.name))
        if (const auto day = parse_iso8601(value.text)) return t.date(day->ms);
    return value.text;
}

std::string reasons_text(const text::Texts& t, const std::vector<api::MatchReason>& reasons) {
    std::string out;
    for (const auto reason : reasons) out += (out.empty() ? "" : ", ") + t(text_of(reason));
    return out;
}

}  // namespace busy24::pages
