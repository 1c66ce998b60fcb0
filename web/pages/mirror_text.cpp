// Tables from stable words to texts.
#include "web/pages/mirror_text.hpp"

#include <array>

#include "web/pages/run.hpp"

namespace busy24::pages {

namespace {

using text::Steering;

struct ProblemRow {
    std::string_view reason;
    Steering what;
    Steering advice;
};
constexpr std::array problem_rows{
    ProblemRow{"answer_lost", Steering::answer_lost, Steering::answer_lost_advice},
    ProblemRow{"perhaps_made", Steering::perhaps_made, Steering::perhaps_made_advice},
    ProblemRow{"gone_in_erp", Steering::gone_in_erp, Steering::gone_in_erp_advice},
    ProblemRow{"no_right", Steering::no_right, Steering::no_right_advice},
    ProblemRow{"forbidden", Steering::no_right, Steering::no_right_advice},
    ProblemRow{"refused_value", Steering::refused_value, Steering::refused_value_advice},
    ProblemRow{"refused_by_database", Steering::refused_value, Steering::refused_value_advice},
    ProblemRow{"invalid", Steering::refused_value, Steering::refused_value_advice},
    ProblemRow{"no_name", Steering::no_name, Steering::unkept_advice},
    ProblemRow{"too_long", Steering::too_long, Steering::unkept_advice},
    ProblemRow{"department_required", Steering::department_required,
               Steering::department_required_advice},
};

struct RuleRow {
    std::string_view rule;
    Steering text;
};
constexpr std::array rule_rows{
    RuleRow{"erp_changed", Steering::rule_erp_changed},
    RuleRow{"busy_changed", Steering::rule_busy_changed},
    RuleRow{"erp_is_master", Steering::rule_erp_is_master},
    RuleRow{"erp_won", Steering::rule_erp_won},
    RuleRow{"busy_won", Steering::rule_busy_won},
    RuleRow{"sent", Steering::rule_sent},
    RuleRow{"created_in_erp", Steering::rule_created_in_erp},
    RuleRow{"create", Steering::rule_create},
    RuleRow{"link", Steering::rule_link},
    RuleRow{"change", Steering::rule_change},
    RuleRow{"archive", Steering::rule_archive},
    RuleRow{"left_alone", Steering::rule_left_alone},
    RuleRow{"taken_up", Steering::rule_taken_up},
    RuleRow{"unlinked", Steering::rule_unlinked},
    RuleRow{"linked_by_hand", Steering::rule_linked_by_hand},
    RuleRow{"ignored", Steering::rule_ignored},
    RuleRow{"retried", Steering::rule_retried},
    RuleRow{"decided_erp", Steering::rule_decided_erp},
    RuleRow{"decided_busy", Steering::rule_decided_busy},
};

}  // namespace

ReasonWords problem_words(const text::Texts& t, const std::string& reason) {
    for (const auto& row : problem_rows)
        if (row.reason == reason) return {t(row.what), t(row.advice)};
    return {t(Steering::other_problem, {reason}), t(Steering::other_problem_advice)};
}

std::string rule_text(const text::Texts& t, const std::string& rule) {
    for (const auto& row : rule_rows)
        if (row.rule == rule) return t(row.text);
    return t(Steering::rule_other, {rule});
}

namespace {

text::Steering next_text(api::ExplainRecord::Next next) {
    using Next = api::ExplainRecord::Next;
    switch (next) {
        case Next::nothing:
            return Steering::next_nothing;
        case Next::next_run:
            return Steering::next_run_text;
        case Next::is_sent:
            return Steering::next_sent;
        case Next::is_looked_up:
            return Steering::next_looked_up;
        case Next::needs_person:
            return Steering::next_person;
        case Next::by_hand:
            return Steering::next_by_hand;
        case Next::stays_here:
            break;
    }
    return Steering::next_stays;
}

}  // namespace

std::string next_text(const text::Texts& t, const api::ExplainRecord::Reply& reply) {
    const auto what = t(next_text(reply.next));
    if (reply.next_at_ms) return t(Steering::next_when, {what, t.date_and_time(*reply.next_at_ms)});
    if (reply.cause.empty()) return what;
    const auto why = reply.cause == "both_changed" ? t(Steering::cause_both_changed)
                                                   : problem_words(t, reply.cause).what;
    return t(Steering::next_why, {what, why});
}

std::int64_t waiting_count(const api::MirrorState& state) {
    return state.waiting.total() + (state.held ? 1 : 0);
}

std::string mirror_line(const text::Texts& t, const api::MirrorState& state) {
    if (state.held) return t(Steering::state_held);
    if (state.run && is_running(*state.run)) return t(Steering::state_running);
    if (state.paused_until_ms)
        return t(Steering::state_paused, {t.date_and_time(*state.paused_until_ms)});
    if (state.run && state.run->state == api::RunState::failed) return t(Steering::state_failed);
    const auto waiting = waiting_count(state);
    return waiting > 0 ? t.counted(Steering::state_needs, waiting) : t(Steering::state_well);
}

std::string result_text(const text::Texts& t, const api::Run& run) {
    if (run.state != api::RunState::succeeded) return t(state_text(run.state));
    std::string out;
    for (const auto outcome : {Outcome::created, Outcome::changed, Outcome::failed})
        for (const auto& progress : run.entities) {
            const auto count = count_of(progress, outcome);
            if (count == 0) continue;
            (out += out.empty() ? "" : ", ") +=
                t(count_of(outcome), {t.counted(count_of(progress.entity), count)});
        }
    return out.empty() ? t(Steering::all_unchanged) : out;
}

}  // namespace busy24::pages
