// Draws a project's members with their roles, and the field that finds more of them.
#include "web/pages/failure.hpp"
#include "web/pages/members.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::members {

namespace {

using api::ProjectRole;
using text::Setup;

std::string name_text(const text::Texts& t, const api::Member& member) {
    auto name = member.is_self ? t(Setup::member_self, {member.who.name}) : member.who.name;
    return member.who.is_active ? name : t(Setup::member_inactive, {name});
}

void draw_own(ui::Ui& ui, const text::Texts& t, const api::MemberList& list) {
    if (list.members.empty())
        return ui.paragraph("team.not_in", t(Setup::not_in_project), {.tone = ui::Tone::muted});
    ui.paragraph("team.own", t(Setup::own_role, {t(name_of(list.members.front().role))}));
}

void draw_member(ui::Ui& ui, const text::Texts& t, const Model& model, const api::Member& member,
                 std::vector<Event>& events) {
    const auto& who = member.who;
    const bool is_saving = model.saving == who.id;
    auto item = ui.list_item("team.member." + who.id);
    auto line = ui.flow("team.line." + who.id, 12);
    ui.paragraph("team.name." + who.id, name_text(t, member),
                 {.tone = who.is_active ? ui::Tone::neutral : ui::Tone::muted});
    ui.push_to_end("team.space." + who.id);
    const std::vector<ui::Option> roles{{"participant", t(Setup::role_participant)},
                                        {"manager", t(Setup::role_manager)}};
    const auto chosen = ui.select(
        "team.role." + who.id, t(Setup::role_for, {who.name}), roles, word_of(member.role),
        {.look = ui::SelectOptions::Look::compact,
         .availability = is_saving ? ui::Availability::disabled : ui::Availability::enabled});
    if (chosen)
        if (const auto role = value_of<ProjectRole>(*chosen))
            events.push_back(RoleChosen{who.id, who.name, *role});
    if (ui.button("team.remove." + who.id, t(Setup::take_out),
                  {.look = ui::ButtonLook::quiet,
                   .activity = is_saving ? ui::Activity::busy : ui::Activity::idle,
                   .description = t(Setup::take_out_name, {who.name})}))
        events.push_back(RoleChosen{who.id, who.name, ProjectRole::none});
}

void draw_hit(ui::Ui& ui, const text::Texts& t, const Model& model, const api::Colleague& hit,
              std::vector<Event>& events) {
    auto item = ui.list_item("team.hit." + hit.id);
    auto line = ui.flow("team.hit_line." + hit.id, 12);
    ui.paragraph("team.hit_name." + hit.id,
                 hit.email.empty() ? hit.name : hit.name + " · " + hit.email);
    ui.push_to_end("team.hit_space." + hit.id);
    if (ui.button("team.add." + hit.id, t(Setup::add_hit),
                  {.look = ui::ButtonLook::quiet,
                   .activity = model.saving == hit.id ? ui::Activity::busy : ui::Activity::idle,
                   .description = t(Setup::add_hit_name, {hit.name})}))
        events.push_back(RoleChosen{hit.id, hit.name, ProjectRole::participant});
}

void draw_search(ui::Ui& ui, const text::Texts& t, const Model& model, std::vector<Event>& events) {
    if (auto typed = ui.search_field("team.search", t(Setup::add_member), model.search,
                                     {.help = t(Setup::add_member_help)}))
        events.push_back(SearchTyped{std::move(*typed)});
    const bool is_searched = model.has_searched && !model.search.empty();
    const bool is_none = is_searched && model.hits.empty();
    ui.status("team.hits_status", is_none ? t(Setup::no_colleagues, {model.search}) : "");
    if (!is_searched || is_none) return;
    auto list = ui.list("team.hits", t(Setup::colleague_hits));
    for (const auto& hit : model.hits) draw_hit(ui, t, model, hit, events);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const text::Texts& t, const Model& model,
                        const app::Visitor& visitor) {
    std::vector<Event> events;
    if (!model.list) return events;
    auto card = ui.card("team", "team.title");
    auto stack = ui.stack("team.stack", 12);
    ui.heading("team.title", ui::Level::h2, t(Setup::members));
    if (!model.list->is_whole) {
        draw_own(ui, t, *model.list);
        return events;
    }
    if (model.list->members.empty()) {
        ui.paragraph("team.none", t(Setup::no_members), {.tone = ui::Tone::muted});
    } else {
        auto list = ui.list("team.list", t(Setup::members));
        for (const auto& member : model.list->members) draw_member(ui, t, model, member, events);
    }
    ui.status("team.said", model.saving.empty() ? model.said : std::string());
    draw_failure(ui, "team.failure", visitor, model.failure);
    draw_search(ui, t, model, events);
    return events;
}

}  // namespace busy24::pages::members
