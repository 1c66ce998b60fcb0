// Asks for a project's details until they are fetched.
#include "web/pages/details.hpp"

namespace busy24::pages::details {

app::Effects load(Model& model, const app::RecordAddress& record) {
    if (record.id.empty() || record.entity != Entity::project) return {};
    model.polls = 0;
    return {app::send(api::GetProjectDetails{record.id})};
}

app::Effects on_answer(Model& model, app::Answer<api::GetProjectDetails> answer) {
    // They are an addition to the page: without them the rest is still good.
    if (!answer.ok()) return {};
    model.reply = std::move(answer.reply);
    if (!model.reply->is_refreshing || ++model.polls > polls_max) return {};
    return {app::After{poll_delay_ms, {app::TimerKind::poll, ++model.timer}}};
}

app::Effects on_time(Model& model, const app::RecordAddress& record, const app::TimeUp& event) {
    if (event.timer != app::Timer{app::TimerKind::poll, model.timer}) return {};
    return {app::send(api::GetProjectDetails{record.id})};
}

}  // namespace busy24::pages::details
