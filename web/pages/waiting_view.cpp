// Draws what waits for a person: a held run, what was not sent, what both sides changed, what may
// be the same, and what only 24SevenOffice itself can do.
#include <algorithm>

#include "web/app/route.hpp"
#include "web/pages/mirror_text.hpp"
#include "web/pages/plan_text.hpp"
#include "web/pages/questions_view.hpp"
#include "web/pages/run.hpp"
#include "web/pages/settings_parts.hpp"

namespace busy24::pages::settings {

namespace {

using text::Steering;

std::string record_path(Entity entity, const std::string& id) {
    return app::path_of(app::RecordAddress{entity, id});
}

struct HeldText {
    std::string what;
    Steering advice;
    Steering go_on = Steering::held_go_on;
};

HeldText held_text(const text::Texts& t, const api::HeldRun& held) {
    if (held.reason == "tenant_not_reached")
        return {t(text::Problem::tenant_not_reached), Steering::held_client_advice,
                Steering::retry};
    if (held.reason != "list_shrank")
        return {t(Steering::held_writes, {t.number(held.writes)}), Steering::held_writes_advice};
    std::string what;
    for (const auto& list : held.shrunk)
        what += (what.empty() ? "" : ". ") +
                t(Steering::held_shrank,
                  {t.number(list.gone), t.number(list.linked), t(name_of(list.entity))});
    return {std::move(what), Steering::held_shrank_advice};
}

void draw_held(const Drawing& d, const api::HeldRun& held) {
    const auto text = held_text(d.t, held);
    auto card = d.ui.card("held", "held.title");
    auto stack = d.ui.stack("held.stack", 12);
    d.ui.heading("held.title", ui::Level::h2, d.t(Steering::state_held));
    d.ui.banner("held.banner", d.t(text.advice), {.tone = ui::Tone::warning, .title = text.what});
    if (held.is_old) d.ui.paragraph("held.old", d.t(Steering::held_old));
    auto line = d.ui.flow("held.buttons", 12);
    if (d.ui.button("held.drop", d.t(Steering::held_drop), d.button(ui::ButtonLook::primary)))
        d.events.push_back(HeldDecided{false});
    if (d.ui.button("held.go_on", d.t(text.go_on), d.button(ui::ButtonLook::danger)))
        d.events.push_back(HeldDecided{true});
}

void draw_ignore_form(const Drawing& d, const std::string& name) {
    auto form = d.ui.form("problem.form", d.t(Steering::ignore_label, {name}));
    auto stack = d.ui.stack("problem.form_stack", 12);
    if (auto typed =
            d.ui.text_field(ignore_reason_key, d.t(Steering::ignore_why), d.model.ignoring->note,
                            {.requirement = ui::Requirement::optional}))
        d.events.push_back(IgnoreReasonTyped{std::move(*typed)});
    auto line = d.ui.flow("problem.form_buttons", 12);
    auto submit = d.button(ui::ButtonLook::primary);
    submit.is_submit = true;
    if (d.ui.button("problem.ignore", d.t(Steering::ignore), submit))
        d.events.push_back(*d.model.ignoring);
    if (d.ui.button("problem.keep", d.t(text::Lists::stop_editing),
                    d.button(ui::ButtonLook::quiet)))
        d.events.push_back(IgnoreDropped{});
}

// As much of a name as it takes to know it again.
std::string beginning_of(const std::string& name) {
    constexpr int letters_max = 60;
    int letters = 0;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool begins_letter = (static_cast<unsigned char>(name[at]) & 0xC0u) != 0x80u;
        if (begins_letter && ++letters > letters_max) return name.substr(0, at) + "\u2026";
    }
    return name;
}

void draw_problem(const Drawing& d, const api::SendProblem& problem) {
    const auto key = "problem." + problem.id;
    const auto name = problem.label.empty() ? problem.number : beginning_of(problem.label);
    auto item = d.ui.list_item(key);
    if (d.model.ignoring && d.model.ignoring->id == problem.id) return draw_ignore_form(d, name);
    auto line = d.ui.flow(key + ".line", 12);
    const auto quiet = d.button(ui::ButtonLook::quiet);
    const auto path = record_path(problem.entity, problem.record_id);
    if (problem.record_id.empty())
        d.ui.paragraph(key + ".record", name);
    else
        d.ui.link(key + ".record", name, path);
    if (problem.is_incoming) {
        d.ui.paragraph(key + ".number", d.t(name_of(problem.entity)) + " · " + problem.number,
                       {.size = ui::TextSize::small, .tone = ui::Tone::muted});
    } else {
        d.ui.paragraph(key + ".attempts", d.t.counted(Steering::attempts, problem.attempts),
                       {.size = ui::TextSize::small, .tone = ui::Tone::muted});
        if (d.ui.button(key + ".retry", d.t(Steering::retry_label, {name}), quiet))
            d.events.push_back(api::DecideProblem{.id = problem.id});
        // Where the record's link is made anew.
        d.ui.link(key + ".link", d.t(Steering::link_label, {name}), path);
    }
    if (d.ui.button(key + ".ignore", d.t(Steering::ignore_label, {name}), quiet))
        d.events.push_back(IgnorePressed{problem.id});
}

void draw_more(const Drawing& d, const std::string& key, std::size_t shown, std::int64_t total) {
    const auto count = static_cast<std::int64_t>(shown);
    if (count < total)
        d.ui.paragraph(key + ".more",
                       d.t(Steering::more_waiting, {d.t.number(count), d.t.number(total)}),
                       {.tone = ui::Tone::muted});
}

using Problems = std::vector<api::SendProblem>;

Problems problems_of(const Drawing& d, bool is_incoming) {
    Problems problems;
    for (const auto& problem : d.model.mirror->problems)
        if (problem.is_incoming == is_incoming) problems.push_back(problem);
    return problems;
}

// All with one reason, since they have one cure.
void draw_problem_group(const Drawing& d, const Problems& problems, const std::string& reason) {
    const auto key = "problems." + reason;
    const auto words = problem_words(d.t, reason);
    auto group = d.ui.stack(key, 8);
    d.ui.heading(key + ".what", ui::Level::h3, words.what);
    d.ui.paragraph(key + ".advice", words.advice, {.tone = ui::Tone::muted});
    std::int64_t count = 0;
    {
        auto list = d.ui.list(key + ".list", words.what);
        for (const auto& problem : problems) {
            if (problem.reason != reason) continue;
            draw_problem(d, problem);
            ++count;
        }
    }
    if (count > 1 && !problems.front().is_incoming &&
        d.ui.button(key + ".retry", d.t(Steering::retry_group),
                    d.button(ui::ButtonLook::secondary)))
        d.events.push_back(api::DecideProblem{.reason = reason});
}

// How many reasons there are.
std::size_t draw_problem_groups(const Drawing& d, const Problems& problems) {
    std::vector<std::string> reasons;
    for (const auto& problem : problems)
        if (std::find(reasons.begin(), reasons.end(), problem.reason) == reasons.end())
            reasons.push_back(problem.reason);
    for (const auto& reason : reasons) draw_problem_group(d, problems, reason);
    return reasons.size();
}

void draw_problems_table(const Drawing& d, const std::string& key) {
    d.ui.link(key, d.t(Steering::problems_table), std::string(api::ExportProblems::endpoint.path),
              {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::external});
}

void draw_unsent(const Drawing& d) {
    const auto problems = problems_of(d, false);
    if (problems.empty()) return;
    auto card = d.ui.card("problems", "problems.title");
    auto stack = d.ui.stack("problems.stack", 20);
    d.ui.heading("problems.title", ui::Level::h2, d.t(Steering::problems));
    const auto reasons = draw_problem_groups(d, problems);
    draw_more(d, "problems", problems.size(), d.model.mirror->waiting.unsent);
    auto line = d.ui.flow("problems.all", 16);
    if (reasons > 1 && d.ui.button("problems.retry_all", d.t(Steering::retry_all),
                                   d.button(ui::ButtonLook::secondary)))
        d.events.push_back(api::DecideProblem{});
    draw_problems_table(d, "problems.table");
}

// Nothing but the next reading of everything tries these again.
void draw_unkept(const Drawing& d) {
    const auto problems = problems_of(d, true);
    if (problems.empty()) return;
    auto card = d.ui.card("unkept", "unkept.title");
    auto stack = d.ui.stack("unkept.stack", 20);
    d.ui.heading("unkept.title", ui::Level::h2, d.t(Steering::unkept));
    d.ui.paragraph("unkept.lead", d.t(Steering::unkept_lead), {.tone = ui::Tone::muted});
    draw_problem_groups(d, problems);
    draw_more(d, "unkept", problems.size(), d.model.mirror->waiting.unkept);
    auto line = d.ui.flow("unkept.all", 16);
    if (d.ui.button("unkept.again", d.t(Steering::unkept_again),
                    d.button(ui::ButtonLook::secondary)))
        d.events.push_back(SyncPressed{true});
    draw_problems_table(d, "unkept.table");
}

void draw_conflict(const Drawing& d, const api::OpenConflict& conflict) {
    const auto key = "conflict." + conflict.record_id + "." + conflict.member;
    auto card = d.ui.card(key, {}, ui::CardKind::inset);
    auto stack = d.ui.stack(key + ".stack", 12);
    d.ui.link(key + ".record", conflict.label, record_path(conflict.entity, conflict.record_id));
    const auto value = [&](const std::string& text) {
        return value_text(d.t, {conflict.member, text});
    };
    const ui::ComparedValue row{value_name(d.t, conflict.member), value(conflict.erp_value),
                                value(conflict.busy_value)};
    d.ui.comparison(key + ".values", conflict.label, d.t(text::Plan::in_erp),
                    d.t(text::Plan::in_busy), {&row, 1});
    auto line = d.ui.flow(key + ".buttons", 12);
    if (d.ui.button(key + ".erp", d.t(Steering::use_erp), d.button(ui::ButtonLook::secondary)))
        d.events.push_back(ConflictDecided{conflict, api::Policy::erp});
    if (d.ui.button(key + ".busy", d.t(Steering::use_busy), d.button(ui::ButtonLook::secondary)))
        d.events.push_back(ConflictDecided{conflict, api::Policy::busy});
}

void draw_conflicts(const Drawing& d) {
    const auto& conflicts = d.model.mirror->conflicts;
    if (conflicts.empty()) return;
    auto card = d.ui.card("conflicts", "conflicts.title");
    auto stack = d.ui.stack("conflicts.stack", 16);
    d.ui.heading("conflicts.title", ui::Level::h2, d.t(Steering::conflicts));
    d.ui.paragraph("conflicts.lead", d.t(Steering::conflicts_lead), {.tone = ui::Tone::muted});
    for (const auto& conflict : conflicts) draw_conflict(d, conflict);
    draw_more(d, "conflicts", conflicts.size(), d.model.mirror->waiting.conflicts);
}

void draw_questions(const Drawing& d) {
    const auto& questions = d.model.mirror->questions;
    if (questions.empty()) return;
    auto card = d.ui.card("questions", "questions.title");
    auto stack = d.ui.stack("questions.stack", 16);
    d.ui.heading("questions.title", ui::Level::h2, d.t(Steering::questions));
    d.ui.paragraph("questions.lead", d.t(Steering::questions_lead), {.tone = ui::Tone::muted});
    for (const auto& question : questions)
        if (const auto decision = draw_question(d.ui, d.t, question))
            d.events.push_back(QuestionDecided{question.id, *decision});
    draw_more(d, "questions", questions.size(), d.model.mirror->waiting.questions);
}

void draw_by_hand(const Drawing& d, bool is_active, Steering title, const std::string& key) {
    std::vector<api::ByHand> rows;
    for (const auto& row : d.model.mirror->by_hand)
        if (row.is_active == is_active) rows.push_back(row);
    if (rows.empty()) return;
    auto card = d.ui.card(key, key + ".title");
    auto stack = d.ui.stack(key + ".stack", 12);
    d.ui.heading(key + ".title", ui::Level::h2, d.t(title));
    d.ui.paragraph(key + ".lead", d.t(Steering::by_hand_lead), {.tone = ui::Tone::muted});
    {
        auto list = d.ui.list(key + ".list", d.t(title));
        for (const auto& row : rows) {
            auto item = d.ui.list_item(key + "." + row.record_id);
            d.ui.link(key + ".link." + row.record_id, row.number + " · " + row.label,
                      record_path(Entity::project, row.record_id));
        }
    }
    const auto& waiting = d.model.mirror->waiting;
    draw_more(d, key, rows.size(), is_active ? waiting.to_open : waiting.to_close);
}

}  // namespace

void draw_waiting(const Drawing& d) {
    if (d.model.mirror->held) draw_held(d, *d.model.mirror->held);
    draw_unsent(d);
    draw_unkept(d);
    draw_conflicts(d);
    draw_questions(d);
    draw_by_hand(d, false, Steering::by_hand, "to_close");
    draw_by_hand(d, true, Steering::by_hand_open, "to_open");
}

}  // namespace busy24::pages::settings
