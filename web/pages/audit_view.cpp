// Draws the log, newest first: a sentence for each entry, with both sides for who wants them.
#include <algorithm>

#include "web/pages/audit.hpp"
#include "web/pages/audit_text.hpp"
#include "web/pages/failure.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::audit {

namespace {

using api::AuditKind;
using app::AuditPeriod;
using text::Audit;

void draw_filters(ui::Ui& ui, const text::Texts& t, const Model& model,
                  std::vector<Event>& events) {
    if (auto typed = ui.search_field("audit.search", t(Audit::search), model.search))
        events.push_back(Searched{std::move(*typed)});
    auto line = ui.columns("audit.filters", {.width_min = 260});
    std::vector<ui::Option> kinds;
    for (const auto& row : words(AuditKind{}))
        kinds.push_back(
            {std::string(row.text), t(static_cast<Audit>(static_cast<int>(Audit::kind_all) +
                                                         static_cast<int>(row.value)))});
    if (const auto chosen =
            ui.select("audit.kind", t(Audit::kind), kinds, word_of(model.address.kind)))
        if (const auto kind = value_of<AuditKind>(*chosen)) events.push_back(KindChosen{*kind});
    std::vector<ui::Option> periods;
    for (const auto& row : words(AuditPeriod{}))
        periods.push_back(
            {std::string(row.text), t(static_cast<Audit>(static_cast<int>(Audit::period_all) +
                                                         static_cast<int>(row.value)))});
    if (const auto chosen =
            ui.select("audit.period", t(Audit::period), periods, word_of(model.address.period)))
        if (const auto period = value_of<AuditPeriod>(*chosen))
            events.push_back(PeriodChosen{*period});
}

void draw_check(ui::Ui& ui, const text::Texts& t, const Model& model) {
    if (!model.check) return;
    if (model.check->first_broken == 0) {
        ui.paragraph("audit.whole", t.counted(Audit::whole, model.check->count),
                     {.tone = ui::Tone::success});
        return;
    }
    ui.banner("audit.broken", t(Audit::broken_text),
              {.tone = ui::Tone::error,
               .title = t(Audit::broken, {t.number(model.check->first_broken)}),
               .announcement = ui::Announcement::polite});
}

void draw_line(ui::Ui& ui, const text::Texts& t, const api::AuditLine& line) {
    const auto key = "audit." + std::to_string(line.number);
    auto item = ui.list_item(key);
    auto stack = ui.stack(key + ".stack", 4);
    ui.paragraph(key + ".what", sentence_of(t, line));
    ui.paragraph(key + ".when", t.date_and_time(line.noted_at_ms),
                 {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    if (line.before_value.empty() && line.after_value.empty()) return ui.separator(key + ".end");
    if (auto more = ui.disclosure(key + ".more", t(Audit::details, {t.number(line.number)}))) {
        auto facts = ui.facts(key + ".values");
        if (!line.before_value.empty())
            ui.fact(key + ".before", t(Audit::before), values_text(t, line.before_value));
        if (!line.after_value.empty())
            ui.fact(key + ".after", t(Audit::after), values_text(t, line.after_value));
    }
    ui.separator(key + ".end");
}

void draw_paging(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto offset = model.address.offset;
    const auto end = offset + static_cast<std::int64_t>(model.reply->lines.size());
    ui.status("audit.shown", t(text::Mirror::shown, {t.number(offset + 1), t.number(end),
                                                     t.number(model.reply->total)}));
    const auto path_at = [&](std::int64_t at) {
        auto address = model.address;
        address.offset = std::max<std::int64_t>(at, 0);
        return app::path_of(address);
    };
    auto line = ui.flow("audit.paging", 24);
    if (offset > 0)
        ui.link("audit.previous", t(text::Mirror::previous), path_at(offset - page_size),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    if (end < model.reply->total)
        ui.link("audit.next", t(text::Mirror::next), path_at(offset + page_size),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_right});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, t(Audit::title));
    ui.paragraph("audit.lead", t(Audit::lead), {.tone = ui::Tone::muted});
    draw_check(ui, t, model);
    draw_filters(ui, t, model, events);
    if (draw_failure(ui, "audit.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.reply) {
        if (!model.failure) ui.spinner("audit.loading", t(text::Shell::loading));
        return events;
    }
    if (model.reply->lines.empty()) {
        ui.empty_state("audit.none", ui::Icon::search, t(Audit::none), t(Audit::none_text));
        return events;
    }
    {
        auto list = ui.list("audit.list", t(Audit::title));
        for (const auto& line : model.reply->lines) draw_line(ui, t, line);
    }
    draw_paging(ui, t, model);
    ui.link("audit.download", t(text::Steering::problems_table),
            app::with_query(api::ExportAudit::endpoint.path,
                            app::query_of(table_of(model.address, visitor.now_ms))),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::external});
    return events;
}

}  // namespace busy24::pages::audit
