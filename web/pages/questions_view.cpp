// Draws the questions of the preview.
#include "web/pages/questions_view.hpp"

#include <algorithm>

#include "web/pages/plan_text.hpp"
#include "web/pages/run.hpp"

namespace busy24::pages::options {

namespace {

using text::Plan;

// The members of both records, in the order of the first one that has them.
std::vector<ui::ComparedValue> compared(const text::Texts& t, const api::MatchQuestion& question) {
    std::vector<ui::ComparedValue> values;
    const auto row_of = [&](const std::string& label) -> ui::ComparedValue& {
        const auto found =
            std::find_if(values.begin(), values.end(),
                         [&](const ui::ComparedValue& row) { return row.label == label; });
        return found != values.end() ? *found : values.emplace_back(ui::ComparedValue{label});
    };
    for (const auto& value : question.erp)
        row_of(value_name(t, value.name)).left = value_text(t, value);
    for (const auto& value : question.busy)
        row_of(value_name(t, value.name)).right = value_text(t, value);
    return values;
}

void draw_question(ui::Ui& ui, const text::Texts& t, const api::MatchQuestion& question,
                   std::vector<Event>& events) {
    const auto key = "question." + question.id;
    auto card = ui.card(key, {}, ui::CardKind::inset);
    auto stack = ui.stack(key + ".stack", 12);
    ui.comparison(key + ".values", t(name_of(question.entity)), t(Plan::in_erp), t(Plan::in_busy),
                  compared(t, question));
    ui.paragraph(key + ".reason", t(Plan::because, {reasons_text(t, question.reasons)}),
                 {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    const auto option = [&](api::Decision decision, Plan label) {
        return ui::ChoiceOption{.value = std::string(word_of(decision)), .label = t(label)};
    };
    const auto chosen = ui.segments(
        key + ".decision", t(Plan::decision),
        {option(api::Decision::same, Plan::same), option(api::Decision::different, Plan::different),
         option(api::Decision::skip, Plan::skip)},
        word_of(question.decision));
    if (!chosen) return;
    if (const auto decision = value_of<api::Decision>(*chosen))
        events.push_back(Decided{question.id, *decision});
}

}  // namespace

void draw_questions(ui::Ui& ui, const text::Texts& t, const Model& model,
                    std::vector<Event>& events) {
    const auto& questions = model.preview.questions;
    if (questions.empty() || model.preview.state != api::PreviewState::ready) return;
    auto card = ui.card("questions", "questions.title");
    auto stack = ui.stack("questions.stack", 16);
    ui.heading("questions.title", ui::Level::h2, t(Plan::questions_title));
    ui.paragraph("questions.lead", t(Plan::questions_lead));
    const auto left = undecided_count(model);
    ui.status("questions.left",
              left == 0 ? t(Plan::questions_done) : t.counted(Plan::questions_left, left));
    for (const auto& question : questions) draw_question(ui, t, question, events);
}

}  // namespace busy24::pages::options
