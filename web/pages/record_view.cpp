// Draws one record: its values, its link, and what can be done with it.
#include "shared/norwegian.hpp"
#include "web/pages/day.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/record.hpp"
#include "web/pages/record_form.hpp"
#include "web/pages/run.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::record {

namespace {

using api::LinkState;
using text::Lists;
using text::Mirror;
using text::Plan;

Lists text_of(LinkState state) {
    switch (state) {
        case LinkState::local:
            return Lists::link_local;
        case LinkState::linked:
            return Lists::link_linked;
        case LinkState::waiting:
            return Lists::link_waiting;
        case LinkState::must_deactivate:
            break;
    }
    return Lists::link_must_deactivate;
}

ui::Tone tone_of(LinkState state) {
    if (state == LinkState::linked) return ui::Tone::success;
    return state == LinkState::local ? ui::Tone::muted : ui::Tone::warning;
}

std::string kind_text(const text::Texts& t, const std::string& kind) {
    if (kind == "business") return t(Plan::kind_business);
    return t(kind == "consumer" ? Plan::kind_consumer : Plan::kind_other);
}

void draw_values(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto& record = model.page->record;
    auto card = ui.card("record.values", "heading");
    auto facts = ui.facts("record.facts");
    const auto fact = [&](const char* key, const std::string& label, const std::string& value) {
        ui.fact(key, label, value.empty() ? t(Lists::no_value) : value,
                value.empty() ? ui::Tone::muted : ui::Tone::neutral);
    };
    switch (model.address.entity) {
        case Entity::customer:
            fact("record.organisation", t(Plan::value_organisation_number),
                 organisation_number_text(record.organisation_number));
            fact("record.kind", t(Plan::value_kind), kind_text(t, record.kind));
            break;
        case Entity::work_type:
            fact("record.billable", t(Plan::value_billable),
                 t(record.is_billable ? Plan::yes : Plan::no));
            fact("record.price", t(Plan::value_price), price_text(t, record.price_ore));
            break;
        case Entity::project:
        case Entity::person:
            fact("record.customer_value", t(Plan::value_customer), record.customer_name);
            fact("record.start", t(Plan::value_start), day_text(t, record.starts_on));
            fact("record.end", t(Plan::value_stop), day_text(t, record.ends_on));
            fact("record.text", t(Plan::value_description), model.page->description);
    }
    fact("record.status", t(Mirror::status),
         t(record.is_active ? Mirror::active : Mirror::archived));
}

// There is no address that opens a record there, so the number is what one searches for.
void draw_link(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto& record = model.page->record;
    auto card = ui.card("record.link_card", "record.link_title");
    auto stack = ui.stack("record.link_stack", 12);
    ui.heading("record.link_title", ui::Level::h2, t(Lists::in_erp));
    {
        auto facts = ui.facts("record.link_facts");
        ui.fact("record.link", t(Lists::link), t(text_of(model.page->link)),
                tone_of(model.page->link));
        if (!record.number.empty()) ui.fact("record.number", t(Mirror::number), record.number);
    }
    if (record.number.empty()) return;
    auto line = ui.flow("record.open", 12);
    ui.paragraph("record.open_help", t(Lists::open_help, {record.number}),
                 {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    ui.button("record.copy", t(Lists::copy_number, {record.number}),
              {.look = ui::ButtonLook::quiet, .icon = ui::Icon::copy, .copies = record.number});
}

void draw_actions(ui::Ui& ui, const text::Texts& t, const Model& model,
                  std::vector<Event>& events) {
    const bool is_active = model.page->record.is_active;
    const bool is_busy = model.action == Model::Action::archiving;
    auto line = ui.flow("record.actions", 12);
    if (ui.button("record.edit", t(Lists::edit), {.look = ui::ButtonLook::primary}))
        events.push_back(EditPressed{});
    const auto words = is_active ? (is_busy ? Lists::archiving : Lists::archive)
                                 : (is_busy ? Lists::reopening : Lists::reopen);
    if (ui.button("record.active", t(words),
                  {.activity = is_busy ? ui::Activity::busy : ui::Activity::idle}))
        events.push_back(ActivePressed{!is_active});
}

void draw_record(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
                 std::vector<Event>& events) {
    const bool is_project = model.address.entity == Entity::project;
    ui.heading("heading", ui::Level::h1, model.page->record.name);
    ui.status("record.saved", model.is_saved ? t(Lists::saved) : std::string());
    if (!is_project)
        ui.paragraph("record.created_there", t(Lists::created_there), {.tone = ui::Tone::muted});
    if (model.page->link == LinkState::must_deactivate)
        ui.banner("record.must_deactivate",
                  t(Lists::must_deactivate_text, {model.page->record.number}),
                  {.tone = ui::Tone::warning, .title = t(Lists::link_must_deactivate)});
    if (is_project && visitor.session.role == api::Role::administrator)
        draw_actions(ui, t, model, events);
    draw_failure(ui, "record.action_failure", visitor, model.action_failure);
    draw_values(ui, t, model);
    if (model.address.entity == Entity::customer)
        ui.link("record.projects", t(Lists::projects_of_customer),
                app::path_of(app::ListAddress{.search = model.page->record.name,
                                              .filter = api::RecordFilter::all}),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::project});
    draw_link(ui, t, model);
    for (auto& event : members::view(ui, t, model.members, visitor))
        events.push_back(std::move(event));
    const bool sees_all = model.members.list && model.members.list->is_whole;
    details::view(ui, t, model.details, visitor,
                  sees_all ? details::Sight::all : details::Sight::own);
    for (auto& event : explanation::view(ui, t, model.why, visitor))
        events.push_back(std::move(event));
}

std::string list_path(const Model& model, const app::Visitor& visitor) {
    auto path = app::path_of(app::ListAddress{.entity = model.address.entity});
    const bool is_same_list = visitor.list_path.substr(0, path.size()) == path;
    return is_same_list ? visitor.list_path : path;
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("record.back", t(name_of(model.address.entity)), list_path(model, visitor),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    if (model.failure && model.failure->code == ErrorCode::not_found) {
        ui.heading("heading", ui::Level::h1, t(Lists::gone));
        ui.paragraph("record.gone", t(Lists::gone_text), {.tone = ui::Tone::muted});
        return events;
    }
    if (draw_failure(ui, "record.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (const auto* edit = model.edit()) {
        draw_form(ui, t, model, *edit, visitor, events);
    } else if (model.page) {
        draw_record(ui, t, model, visitor, events);
    } else if (!model.failure) {
        ui.heading("heading", ui::Level::h1, t(kind_name(model.address.entity)));
        ui.spinner("record.loading", t(text::Shell::loading));
    }
    return events;
}

}  // namespace busy24::pages::record
