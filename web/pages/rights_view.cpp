// Draws the rights of an API user.
#include "web/pages/rights_view.hpp"

namespace busy24::pages {

namespace {

using text::Entry;

struct RightText {
    Entry name;
    Entry fix;
};

RightText text_of(api::Right right) {
    switch (right) {
        case api::Right::log_in:
            return {Entry::right_log_in, Entry::fix_log_in};
        case api::Right::reach_tenant:
            return {Entry::right_reach_tenant, Entry::fix_reach_tenant};
        case api::Right::read_projects:
            return {Entry::right_projects, Entry::fix_projects};
        case api::Right::read_work_types:
            return {Entry::right_work_types, Entry::fix_work_types};
        case api::Right::read_customers:
            return {Entry::right_customers, Entry::fix_customers};
        case api::Right::read_persons:
            return {Entry::right_persons, Entry::fix_persons};
    }
    return {Entry::right_log_in, Entry::fix_log_in};
}

struct StateText {
    ui::CheckState mark;
    Entry word;
    Entry advice;  // count_ for none; the right's own when it is denied
};

StateText text_of(api::RightState state, Entry fix) {
    switch (state) {
        case api::RightState::granted:
            return {ui::CheckState::passed, Entry::right_granted, Entry::count_};
        case api::RightState::empty:
            return {ui::CheckState::doubtful, Entry::right_empty, Entry::fix_empty};
        case api::RightState::denied:
            return {ui::CheckState::failed, Entry::right_denied, fix};
        case api::RightState::unavailable:
            return {ui::CheckState::doubtful, Entry::right_unavailable, Entry::fix_unavailable};
        case api::RightState::untested:
            break;
    }
    return {ui::CheckState::untested, Entry::right_untested, Entry::count_};
}

}  // namespace

void draw_rights(ui::Ui& ui, const text::Texts& t, const std::vector<api::RightCheck>& checks,
                 const std::string& tenant_name) {
    if (checks.empty()) return;
    auto list = ui.list("rights", t(Entry::rights_title));
    for (const auto& check : checks) {
        const auto right = text_of(check.right);
        const auto state = text_of(check.state, right.fix);
        const auto advice = state.advice == Entry::count_ ? std::string() : t(state.advice);
        ui.check_row("rights." + std::string(word_of(check.right)), state.mark,
                     t(right.name, {tenant_name}), {.state = t(state.word), .advice = advice});
    }
}

}  // namespace busy24::pages
