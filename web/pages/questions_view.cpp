// Draws one question.
#include "web/pages/questions_view.hpp"

#include <algorithm>

#include "web/pages/plan_text.hpp"
#include "web/pages/run.hpp"

namespace busy24::pages {

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

// How far they agree, among what both of them have.
std::string score_text(const text::Texts& t, const std::vector<ui::ComparedValue>& values) {
    std::int64_t both = 0;
    std::int64_t equal = 0;
    for (const auto& row : values) {
        if (row.left.empty() || row.right.empty()) continue;
        ++both;
        equal += row.left == row.right ? 1 : 0;
    }
    return t(Plan::agreement, {t.number(equal), t.number(both)});
}

}  // namespace

std::optional<api::Decision> draw_question(ui::Ui& ui, const text::Texts& t,
                                           const api::MatchQuestion& question) {
    const auto key = "question." + question.id;
    auto card = ui.card(key, {}, ui::CardKind::inset);
    auto stack = ui.stack(key + ".stack", 12);
    const auto values = compared(t, question);
    ui.comparison(key + ".values", t(name_of(question.entity)), t(Plan::in_erp), t(Plan::in_busy),
                  values);
    ui.paragraph(
        key + ".reason",
        t(Plan::because, {reasons_text(t, question.reasons)}) + ". " + score_text(t, values),
        {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    const auto option = [&](api::Decision decision, Plan label) {
        return ui::ChoiceOption{.value = std::string(word_of(decision)), .label = t(label)};
    };
    const auto chosen = ui.segments(
        key + ".decision", t(Plan::decision),
        {option(api::Decision::same, Plan::same), option(api::Decision::different, Plan::different),
         option(api::Decision::skip, Plan::skip)},
        word_of(question.decision));
    return chosen ? value_of<api::Decision>(*chosen) : std::nullopt;
}

}  // namespace busy24::pages
