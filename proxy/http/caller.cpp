// The one table of who may call what.
#include "proxy/http/caller.hpp"

#include "shared/result.hpp"

namespace busy24::http {

namespace {

enum class Verdict { allowed, log_in, lacks_right };

// Rows: the caller. Columns: api::Access in its order, from anyone to administrator.
struct Row {
    api::SessionState state;
    api::Role role;
    std::array<Verdict, 4> verdicts;
};

constexpr auto yes = Verdict::allowed;
constexpr auto who = Verdict::log_in;
constexpr auto no = Verdict::lacks_right;
constexpr std::array table{
    Row{api::SessionState::anonymous, api::Role::employee, {yes, who, who, who}},
    Row{api::SessionState::onboarding, api::Role::employee, {yes, yes, who, who}},
    Row{api::SessionState::choosing_workspace, api::Role::employee, {yes, yes, who, who}},
    // Who is signed in has no half-done onboarding to go on with.
    Row{api::SessionState::signed_in, api::Role::employee, {yes, no, yes, no}},
    Row{api::SessionState::signed_in, api::Role::administrator, {yes, no, yes, yes}},
};

}  // namespace

Result<> check_access(api::Access access, const Caller& caller) {
    const auto state = caller.session ? caller.session->state : api::SessionState::anonymous;
    const auto role = caller.session ? caller.session->role : api::Role::employee;
    for (const auto& row : table) {
        if (row.state != state || row.role != role) continue;
        switch (row.verdicts[static_cast<std::size_t>(access)]) {
            case Verdict::allowed:
                return {};
            case Verdict::log_in:
                return Error{ErrorCode::unauthenticated, "no such session"};
            case Verdict::lacks_right:
                break;
        }
        break;
    }
    return Error{ErrorCode::forbidden, "the session may not do this"};
}

Result<Session> Caller::session_in(api::SessionState state) const {
    if (session && session->state == state) return *session;
    return Error{ErrorCode::unauthenticated, "the session is in another state"};
}

}  // namespace busy24::http
