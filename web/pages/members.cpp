// Reads a project's members, finds colleagues, and saves roles.
#include "web/pages/members.hpp"

namespace busy24::pages::members {

namespace {

using api::ProjectRole;
using text::Setup;

struct Place {
    const text::Texts t;
    const std::string& project_id;
};

app::Effects on(Model& model, const Place&, SearchTyped event) {
    model.search = std::move(event.text);
    model.hits.clear();
    model.has_searched = false;
    model.said.clear();
    return {app::After{search_delay_ms, {app::TimerKind::search, ++model.timer}}};
}

Setup said_of(ProjectRole role) {
    if (role == ProjectRole::none) return Setup::member_is_out;
    return role == ProjectRole::manager ? Setup::member_is_manager : Setup::member_is_participant;
}

app::Effects on(Model& model, const Place& place, RoleChosen event) {
    if (!model.saving.empty()) {
        model.waiting.push_back(std::move(event));
        return {};
    }
    model.saving = event.colleague_id;
    model.failure.reset();
    // Told once it is done.
    model.said = place.t(said_of(event.role), {event.name});
    return {
        app::send(api::SaveMember{place.project_id, std::move(event.colleague_id), event.role})};
}

app::Effects on(Model& model, const Place&, app::Answer<api::ListMembers> answer) {
    // They are an addition to the page: without them the rest is still good.
    if (answer.ok()) model.list = std::move(answer.reply);
    return {};
}

app::Effects on(Model& model, const Place&, app::Answer<api::FindColleagues> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.hits = std::move(answer.reply->colleagues);
    model.has_searched = true;
    return {};
}

bool is_in(const api::MemberList& list, const std::string& id) {
    for (const auto& member : list.members)
        if (member.who.id == id) return true;
    return false;
}

app::Effects on(Model& model, const Place& place, app::Answer<api::SaveMember> answer) {
    const auto id = std::exchange(model.saving, {});
    auto waiting = std::exchange(model.waiting, {});
    if (!answer.ok()) {
        model.said.clear();
        model.failure = std::move(answer.failure);
        return {};
    }
    if (!waiting.empty()) {
        model.list = std::move(answer.reply);
        auto next = std::move(waiting.front());
        waiting.erase(waiting.begin());
        model.waiting = std::move(waiting);
        return on(model, place, std::move(next));
    }
    const bool was_in = model.list && is_in(*model.list, id);
    model.list = std::move(answer.reply);
    if (was_in == is_in(*model.list, id)) return {};
    // What was pressed is gone with its row.
    model.search.clear();
    model.hits.clear();
    model.has_searched = false;
    return {app::Focus{model.list->is_whole ? "team.search" : "team.title"}};
}

}  // namespace

Setup name_of(ProjectRole role) {
    if (role == ProjectRole::none) return Setup::role_none;
    return role == ProjectRole::manager ? Setup::role_manager : Setup::role_participant;
}

app::Effects load(Model& model, const app::RecordAddress& record) {
    model.saving.clear();
    if (record.id.empty() || record.entity != Entity::project) return {};
    return {app::send(api::ListMembers{record.id})};
}

app::Effects on_time(const Model& model, const app::RecordAddress& record,
                     const app::TimeUp& event) {
    const bool is_ours = event.timer == app::Timer{app::TimerKind::search, model.timer};
    if (!is_ours || model.search.empty()) return {};
    return {app::send(api::FindColleagues{record.id, model.search})};
}

app::Effects update(Model& model, const app::Visitor& visitor, const app::RecordAddress& record,
                    Event event) {
    const Place place{text::Texts(visitor.language), record.id};
    return std::visit([&](auto&& e) { return on(model, place, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::members
