// Draws the records of a run as a searchable table.
#include <algorithm>
#include <array>

#include "web/app/route.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/records.hpp"
#include "web/pages/run.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::records {

namespace {

using text::Mirror;

struct ReasonText {
    std::string_view reason;
    Mirror text;
};
constexpr std::array reason_texts{
    ReasonText{"no_name", Mirror::reason_no_name},
    ReasonText{"too_long", Mirror::reason_too_long},
    ReasonText{"undecided", Mirror::reason_undecided},
    ReasonText{"decided", Mirror::reason_decided},
    ReasonText{"refused", Mirror::reason_refused},
};

std::string reason_text(const text::Texts& t, const std::string& reason) {
    if (reason.empty()) return {};
    for (const auto& row : reason_texts)
        if (row.reason == reason) return t(row.text);
    return t(Mirror::reason_unknown, {reason});
}

bool has_reasons(Outcome outcome) {
    return outcome == Outcome::skipped || outcome == Outcome::failed;
}

void draw_table(ui::Ui& ui, const text::Texts& t, const Model& model, const std::string& label) {
    const auto& rows = model.reply->records;
    const bool shows_reason = has_reasons(model.address.outcome);
    std::vector<ui::Column> columns{{.label = t(Mirror::number), .weight = 1},
                                    {.label = t(Mirror::name), .weight = 4},
                                    {.label = t(Mirror::status), .weight = 1}};
    if (shows_reason) columns.push_back({.label = t(Mirror::reason), .weight = 3});
    const auto count = static_cast<int>(rows.size());
    auto table = ui.table("records.table", label, {.columns = columns, .row_count = count});
    const auto visible = ui.visible_rows("records.table", count);
    for (int i = visible.begin; i < visible.end; ++i) {
        const auto& record = rows[static_cast<std::size_t>(i)];
        auto row = ui.row("records.row." + std::to_string(i), {.index = i});
        ui.cell(record.number);
        ui.cell(record.label);
        ui.cell(t(record.is_active ? Mirror::active : Mirror::archived),
                {.tone = record.is_active ? ui::Tone::neutral : ui::Tone::muted});
        if (shows_reason) ui.cell(reason_text(t, record.reason));
    }
}

std::string path_at(const Model& model, std::int64_t offset) {
    app::Route route{app::Page::records, model.address};
    route.records.offset = std::max<std::int64_t>(offset, 0);
    return app::path_of(route);
}

void draw_paging(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto offset = model.address.offset;
    const auto end = offset + static_cast<std::int64_t>(model.reply->records.size());
    ui.status("records.shown", t(Mirror::shown, {t.number(offset + 1), t.number(end),
                                                 t.number(model.reply->total)}));
    if (offset == 0 && end >= model.reply->total) return;
    auto line = ui.flow("records.paging", 24);
    if (offset > 0)
        ui.link("records.previous", t(Mirror::previous), path_at(model, offset - page_size),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    if (end < model.reply->total)
        ui.link("records.next", t(Mirror::next), path_at(model, offset + page_size),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_right});
}

void draw_list(ui::Ui& ui, const text::Texts& t, const Model& model, const std::string& label) {
    if (!model.reply->records.empty()) {
        draw_table(ui, t, model, label);
        draw_paging(ui, t, model);
        return;
    }
    // Only a first mirror keeps them.
    const bool is_unchanged = model.address.outcome == Outcome::unchanged;
    if (model.address.search.empty())
        ui.empty_state("records.none", ui::Icon::inbox, t(Mirror::no_records),
                       t(is_unchanged ? Mirror::unchanged_not_listed : Mirror::no_records_text));
    else
        ui.empty_state("records.none", ui::Icon::search, t(Mirror::nothing_found),
                       t(Mirror::nothing_found_text, {model.address.search}));
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    const auto title = t(Mirror::records_title,
                         {t(name_of(model.address.entity)), t(name_of(model.address.outcome))});
    ui.link("records.back", t(Mirror::back_to_settings), app::path_of(app::Page::settings),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    ui.heading("heading", ui::Level::h1, title);
    if (auto typed = ui.search_field("records.search", t(Mirror::search), model.search))
        events.push_back(Searched{std::move(*typed)});
    if (draw_failure(ui, "records.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (model.reply)
        draw_list(ui, t, model, title);
    else if (model.is_loading)
        ui.spinner("records.loading", t(text::Shell::loading));
    return events;
}

}  // namespace busy24::pages::records
