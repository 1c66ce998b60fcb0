// The one table of who may call what.
#include "proxy/http/caller.hpp"

#include "shared/result.hpp"

namespace busy24::http {

namespace {

enum class Verdict { allowed, log_in, lacks_right };

// Rows: the caller. Columns: api::Access in its order, from anyone to administrator.
struct Row {
    std::optional<SessionKind> kind;
    api::Role role;
    std::array<Verdict, 4> verdicts;
};

constexpr auto yes = Verdict::allowed;
constexpr auto who = Verdict::log_in;
constexpr auto no = Verdict::lacks_right;
constexpr std::array table{
    Row{std::nullopt, api::Role::employee, {yes, who, who, who}},
    Row{SessionKind::onboarding, api::Role::employee, {yes, yes, who, who}},
    Row{SessionKind::choosing_workspace, api::Role::employee, {yes, yes, who, who}},
    // Who is signed in has no half-done onboarding to go on with.
    Row{SessionKind::signed_in, api::Role::employee, {yes, no, yes, no}},
    Row{SessionKind::signed_in, api::Role::administrator, {yes, no, yes, yes}},
};

}  // namespace

Result<> check_access(api::Access access, const Caller& caller) {
    const auto kind = caller.session ? std::optional(caller.session->kind) : std::nullopt;
    const auto role = caller.session ? caller.session->role : api::Role::employee;
    for (const auto& row : table) {
        if (row.kind != kind || row.role != role) continue;
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

Result<Session> Caller::session_of(SessionKind kind) const {
    if (session && session->kind == kind) return *session;
    return Error{ErrorCode::unauthenticated, "the session is of another kind"};
}

}  // namespace busy24::http
