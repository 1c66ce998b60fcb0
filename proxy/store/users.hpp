// Users: the people of a workspace.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/people.hpp"
#include "shared/ids.hpp"
#include "shared/language.hpp"

namespace busy24::store {

struct User {
    static constexpr std::string_view table = "app_user";
    UserId id;
    WorkspaceId workspace_id;
    std::string email;  // canonical: see canonical_email()
    std::string name;
    std::optional<std::int64_t> contact_id;  // the person in 24SevenOffice, once known
    api::Role role = api::Role::employee;
    bool is_active = true;
    Instant created_at;
    std::optional<Instant> last_login_at;
    // The 24SevenOffice account that this user last came in with, canonical; empty while none has.
    std::string erp_username = {};
    Language language = Language::nb;                     // of the letters to this user
    api::MatchedBy matched_by = api::MatchedBy::nothing;  // to the contact
    static constexpr auto fields() {
        return std::tuple{field("id", &User::id),
                          field("workspace_id", &User::workspace_id),
                          field("email", &User::email),
                          field("name", &User::name),
                          field("contact_id", &User::contact_id),
                          field("role", &User::role),
                          field("is_active", &User::is_active),
                          field("created_at", &User::created_at),
                          field("last_login_at", &User::last_login_at),
                          field("erp_username", &User::erp_username),
                          field("language", &User::language),
                          field("matched_by", &User::matched_by)};
    }
    bool operator==(const User&) const = default;
};

// Who may run the workspace's affairs now.
inline bool is_active_administrator(const User& user) {
    return user.is_active && user.role == api::Role::administrator;
}

// The form under which an e-mail address is stored, compared and counted: no blanks around it, and
// the letters A to Z in lower case.
std::string canonical_email(std::string_view email);

// Thread-safe, as its database is.
class Users {
public:
    explicit Users(Database& database) : database_(database) {}
    // Errors: conflict when the workspace has another user with that e-mail.
    Result<> save(const User& user);
    Result<User> get(const UserId& id);
    // Active users of connected workspaces with that e-mail, in any workspace.
    Result<std::vector<User>> with_email(std::string_view email);
    // Active users of connected workspaces who may have this 24SevenOffice account: it is their
    // e-mail address, the one that 24SevenOffice has of their contact, or what they came in with.
    Result<std::vector<User>> with_erp_username(std::string_view username);
    Result<std::vector<User>> of(const WorkspaceId& workspace);
    Result<std::int64_t> count(const WorkspaceId& workspace);

private:
    Database& database_;
};

}  // namespace busy24::store
