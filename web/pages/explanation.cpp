// Asks why a record is as it is, and changes its link.
#include "web/pages/explanation.hpp"

namespace busy24::pages::explanation {

namespace {

app::Effects on(Model& model, const app::RecordAddress&, NumberTyped event) {
    model.number = std::move(event.text);
    model.number_problem.reset();
    return {};
}

app::Effects on(Model& model, const app::RecordAddress& record, LinkPressed event) {
    if (model.is_changing) return {};
    model.is_changing = true;
    model.number_problem.reset();
    model.failure.reset();
    return {app::send(api::ChangeLink{record.entity, record.id, event.change, model.number})};
}

app::Effects on(Model& model, const app::RecordAddress&, app::Answer<api::ExplainRecord> answer) {
    // It is an addition to the page: without it the rest is still good.
    if (answer.ok()) model.reply = std::move(answer.reply);
    return {};
}

app::Effects on(Model& model, const app::RecordAddress& record,
                app::Answer<api::ChangeLink> answer) {
    model.is_changing = false;
    if (answer.ok()) {
        const bool is_broken = model.reply && model.reply->is_linked && !answer.reply->is_linked;
        model.reply = std::move(answer.reply);
        model.number.clear();
        app::Effects effects{app::send(api::GetRecord{record.entity, record.id})};
        // The button that was pressed is gone, and the keyboard must not be lost with it.
        if (is_broken) effects.push_back(app::Focus{"why.number"});
        return effects;
    }
    if (answer.failure.reason == "no_such_number")
        model.number_problem = text::Steering::no_such_number;
    else if (answer.failure.reason == "number_taken")
        model.number_problem = text::Steering::number_taken;
    else if (answer.failure.reason == "being_sent")
        model.number_problem = text::Steering::being_sent;
    else
        model.failure = std::move(answer.failure);
    return model.number_problem ? app::Effects{app::Focus{"why.number"}} : app::Effects();
}

}  // namespace

app::Effects load(Model& model, const app::Visitor& visitor, const app::RecordAddress& record) {
    model.is_changing = false;
    if (record.id.empty() || visitor.session.role != api::Role::administrator) return {};
    return {app::send(api::ExplainRecord{record.entity, record.id})};
}

app::Effects update(Model& model, const app::RecordAddress& record, Event event) {
    return std::visit([&](auto&& e) { return on(model, record, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::explanation
