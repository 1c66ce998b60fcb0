// Calls about the caller's own session: who am I, log in, choose, log out.
#pragma once

#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"
#include "shared/language.hpp"
#include "shared/secret.hpp"

namespace busy24::api {

enum class SessionState { anonymous, onboarding, choosing_workspace, signed_in };
constexpr auto words(SessionState) {
    return std::array{word(SessionState::anonymous, "anonymous"),
                      word(SessionState::onboarding, "onboarding"),
                      word(SessionState::choosing_workspace, "choosing_workspace"),
                      word(SessionState::signed_in, "signed_in")};
}

enum class Role { employee, administrator };
constexpr auto words(Role) {
    return std::array{word(Role::employee, "employee"), word(Role::administrator, "administrator")};
}

struct WorkspaceChoice {
    std::string id;
    std::string name;
    static constexpr auto fields() {
        return std::tuple{field("id", &WorkspaceChoice::id), field("name", &WorkspaceChoice::name)};
    }
    bool operator==(const WorkspaceChoice&) const = default;
};

struct Session {
    SessionState state = SessionState::anonymous;
    std::vector<WorkspaceChoice> workspaces;  // in state choosing_workspace: what to choose among
    std::string user_name;                    // the rest only in state signed_in
    std::string user_email;
    Role role = Role::employee;
    std::string workspace_name;
    static constexpr auto fields() {
        return std::tuple{field("state", &Session::state),
                          field("workspaces", &Session::workspaces),
                          field("userName", &Session::user_name),
                          field("userEmail", &Session::user_email),
                          field("role", &Session::role),
                          field("workspaceName", &Session::workspace_name)};
    }
    bool operator==(const Session&) const = default;
};

struct GetSession {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/session", Access::anyone};
    using Reply = Session;
    static constexpr auto fields() { return std::tuple{}; }
};

// Whose password it is: the 24SevenOffice account's, or the one that was set here. Never both, so
// that no password reaches a place that it is not for.
enum class LoginWay { erp, busy };
constexpr auto words(LoginWay) {
    return std::array{word(LoginWay::erp, "erp"), word(LoginWay::busy, "busy")};
}

// Failures say only unauthenticated, throttled or unavailable: the page must not become a way to
// test passwords (security.md 3).
struct LogIn {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/session/login", Access::anyone};
    using Reply = Session;
    std::string username;
    Secret password;
    LoginWay way = LoginWay::erp;
    Language language = Language::nb;  // of who becomes a user by it
    static constexpr auto fields() {
        return std::tuple{field("username", &LogIn::username), field("password", &LogIn::password),
                          field("way", &LogIn::way), field("language", &LogIn::language)};
    }
};

struct ChooseWorkspace {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/session/workspace", Access::visitor};
    using Reply = Session;
    std::string workspace_id;
    static constexpr auto fields() {
        return std::tuple{field("workspaceId", &ChooseWorkspace::workspace_id)};
    }
};

struct LogOut {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/session/logout", Access::anyone};
    using Reply = Nothing;
    static constexpr auto fields() { return std::tuple{}; }
};

}  // namespace busy24::api
