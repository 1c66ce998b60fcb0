// The one table of who may call what.
#include "proxy/http/caller.hpp"

#include <cassert>

#include "shared/result.hpp"

namespace busy24::http {

namespace {

enum class Verdict { all, own, log_in, no };
constexpr auto all = Verdict::all;
constexpr auto own = Verdict::own;
constexpr auto who = Verdict::log_in;
constexpr auto no = Verdict::no;

constexpr auto standings = words(Standing{}).size();
struct Row {
    api::Access access;
    // By Standing: anonymous, onboarding, choosing, employee, participant, manager, administrator.
    std::array<Verdict, standings> verdicts;
};

// Security rule: rights are checked on every route from one table. An endpoint names its row.
constexpr std::array table{
    Row{api::Access::anyone, {all, all, all, all, all, all, all}},
    // Who is signed in has no half-done onboarding to go on with.
    Row{api::Access::visitor, {who, all, all, no, no, no, no}},
    Row{api::Access::signed_in, {who, who, who, all, all, all, all}},
    Row{api::Access::administrator, {who, who, who, no, no, no, all}},
    Row{api::Access::project_reader, {who, who, who, own, own, all, all}},
    Row{api::Access::project_manager, {who, who, who, no, no, all, all}},
};
static_assert(table.size() == words(api::Access{}).size());

}  // namespace

Result<Reach> reach_of(api::Access access, Standing standing) {
    const auto& row = table[static_cast<std::size_t>(access)];
    assert(row.access == access);
    switch (row.verdicts[static_cast<std::size_t>(standing)]) {
        case Verdict::all:
            return Reach::all;
        case Verdict::own:
            return Reach::own;
        case Verdict::log_in:
            return Error{ErrorCode::unauthenticated, "no such session"};
        case Verdict::no:
            break;
    }
    return Error{ErrorCode::forbidden, "the session may not do this"};
}

Standing standing_of(const Caller& caller) {
    if (!caller.session) return Standing::anonymous;
    switch (caller.session->state) {
        case api::SessionState::anonymous:
            return Standing::anonymous;
        case api::SessionState::onboarding:
            return Standing::onboarding;
        case api::SessionState::choosing_workspace:
            return Standing::choosing_workspace;
        case api::SessionState::signed_in:
            break;
    }
    return caller.session->role == api::Role::administrator ? Standing::administrator
                                                            : Standing::employee;
}

Result<Session> Caller::session_in(api::SessionState state) const {
    if (session && session->state == state) return *session;
    return Error{ErrorCode::unauthenticated, "the session is in another state"};
}

}  // namespace busy24::http
