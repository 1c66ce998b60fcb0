// Reads the board, and sends what is decided about one on it.
#include "web/pages/colleague.hpp"

#include <algorithm>

namespace busy24::pages::colleague {

namespace {

template <class Call>
app::Effects act(Model& model, const Call& call) {
    if (model.is_sending) return {};
    model.is_sending = true;
    model.is_matched = model.is_unmatched = false;
    model.action_failure.reset();
    return {app::send(call)};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return {app::send(api::GetReadiness{})};
}

app::Effects on(Model& model, app::Visitor&, SearchTyped event) {
    model.search = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, MatchPressed event) {
    const auto* row = model.row();
    if (!row) return {};
    // The two are one from then on, under the person's id.
    model.merged_id = row->is_user ? event.id : row->id;
    return act(model, row->is_user ? api::MatchUser{row->id, std::move(event.id)}
                                   : api::MatchUser{std::move(event.id), row->id});
}

app::Effects on(Model& model, app::Visitor&, UnmatchPressed) {
    return act(model, api::MatchUser{model.id, {}});
}

app::Effects on(Model& model, app::Visitor& visitor, RemindPressed) {
    model.reminded.reset();
    return act(model, api::RemindPeople{.ids = {model.id}, .language = visitor.language});
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetReadiness> answer) {
    if (answer.ok())
        model.list = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::MatchUser> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {};
    }
    const auto* before = model.row();
    const bool was_ready = before && before->state == api::Readiness::ready;
    model.list = std::move(answer.reply);
    model.search.clear();
    model.is_matched = !was_ready;
    model.is_unmatched = was_ready;
    if (model.is_matched && model.merged_id != model.id)
        return {app::Navigate{app::path_of(app::ColleagueAddress{model.merged_id}),
                              app::Navigate::How::replace}};
    return {app::Focus{"heading"}};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::RemindPeople> answer) {
    model.is_sending = false;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {};
    }
    model.reminded = std::move(answer.reply);
    return {app::send(api::GetReadiness{})};
}

}  // namespace

const api::ReadyRow* Model::row() const {
    if (!list) return nullptr;
    const auto found = std::find_if(list->people.begin(), list->people.end(),
                                    [&](const api::ReadyRow& row) { return row.id == id; });
    return found == list->people.end() ? nullptr : &*found;
}

app::Effects enter(Model& model, app::Visitor&, const app::Route& route) {
    const bool is_matched = model.is_matched && model.merged_id == route.colleague.id;
    model = {.id = route.colleague.id, .is_matched = is_matched};
    return {app::send(api::GetReadiness{})};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::colleague
