// Draws page 2.
#include "web/app/route.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/tenant.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::tenant {

namespace {

using text::Entry;

void draw_search(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
                 std::size_t shown, std::vector<Event>& events) {
    const auto all = visitor.onboarding.tenants.size();
    if (auto typed = ui.search_field("tenant.search", t(Entry::search_tenant), model.search,
                                     {.requirement = ui::Requirement::required}))
        events.push_back(Searched{std::move(*typed)});
    ui.status("tenant.shown", model.search.empty() ? std::string()
                                                   : t(Entry::tenants_shown,
                                                       {t.number(static_cast<std::int64_t>(shown)),
                                                        t.number(static_cast<std::int64_t>(all))}));
}

void draw_choice(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
                 std::vector<Event>& events) {
    const auto tenants = shown_tenants(model, visitor);
    if (visitor.onboarding.tenants.size() >= search_from)
        draw_search(ui, t, model, visitor, tenants.size(), events);
    if (tenants.empty()) {
        ui.empty_state("tenant.none", ui::Icon::search, t(Entry::no_tenant_found, {model.search}),
                       {});
        return;
    }
    std::vector<ui::ChoiceOption> options;
    options.reserve(tenants.size());
    for (const auto& tenant : tenants)
        options.push_back({.value = std::to_string(tenant.id),
                           .label = tenant.name,
                           .detail = t(Entry::tenant_number, {std::to_string(tenant.id)}),
                           .badge = tenant.is_default ? t(Entry::default_tenant) : std::string()});
    const auto chosen = model.chosen ? std::to_string(*model.chosen) : std::string();
    const auto pressed = ui.radio_cards("tenant.choice", t(Entry::tenant), options, chosen);
    if (!pressed) return;
    for (const auto& tenant : tenants)
        if (std::to_string(tenant.id) == *pressed) events.push_back(Chosen{tenant.id});
}

// The client has a workspace: a way in, or somebody to ask.
void draw_existing(ui::Ui& ui, const text::Texts& t, const Model& model,
                   std::vector<Event>& events) {
    const auto& existing = *model.existing;
    auto card = ui.card("tenant.existing", "tenant.existing_title", ui::CardKind::inset);
    auto stack = ui.stack("tenant.existing_stack", 12);
    ui.heading("tenant.existing_title", ui::Level::h2, t(Entry::existing_title));
    if (existing.may_enter) {
        ui.paragraph("tenant.existing_text", t(Entry::existing_may_enter, {existing.name}));
        const bool is_busy = model.phase == Model::Phase::entering;
        if (ui.button("tenant.enter", t(is_busy ? Entry::signing_in : Entry::log_in),
                      {.look = ui::ButtonLook::primary,
                       .activity = is_busy ? ui::Activity::busy : ui::Activity::idle}))
            events.push_back(EnterPressed{});
    } else if (existing.administrator_name.empty()) {
        ui.paragraph("tenant.existing_text", t(Entry::existing_ask_nobody, {existing.name}));
    } else {
        ui.paragraph("tenant.existing_text",
                     t(Entry::existing_ask, {existing.name, existing.administrator_name}));
    }
}

void draw_submit(ui::Ui& ui, const text::Texts& t, const Model& model, std::vector<Event>& events) {
    const bool is_busy = model.phase == Model::Phase::sending;
    if (model.shows_problem) ui.alert("tenant.problem", t(Entry::choose_tenant_first));
    if (ui.button("tenant.submit", t(is_busy ? Entry::creating : Entry::create_account),
                  {.look = ui::ButtonLook::primary,
                   .activity = is_busy ? ui::Activity::busy : ui::Activity::idle,
                   .is_submit = true,
                   .is_full_width = true}))
        events.push_back(Submitted{});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    const bool is_single = visitor.onboarding.tenants.size() == 1;
    ui.heading("heading", ui::Level::h1, t(Entry::tenant_title));
    ui.paragraph("tenant.lead", t(is_single ? Entry::tenant_lead_one : Entry::tenant_lead),
                 {.tone = ui::Tone::muted});
    {
        auto card = ui.card("tenant.card");
        auto form = ui.form("tenant.form", t(Entry::tenant_title));
        auto stack = ui.stack("tenant.stack", 20);
        draw_choice(ui, t, model, visitor, events);
        draw_failure(ui, "tenant.failure", visitor, model.failure);
        if (model.existing)
            draw_existing(ui, t, model, events);
        else
            draw_submit(ui, t, model, events);
    }
    ui.link("tenant.back", t(Entry::other_login), app::path_of(app::Page::sign_in),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    return events;
}

}  // namespace busy24::pages::tenant
