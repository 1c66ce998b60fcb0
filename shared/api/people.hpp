// Calls about who uses the workspace: its users, and those who are invited to be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/session.hpp"
#include "shared/language.hpp"

namespace busy24::api {

enum class UserState { active, deactivated, invited, expired };
constexpr auto words(UserState) {
    return std::array{word(UserState::active, "active"),
                      word(UserState::deactivated, "deactivated"),
                      word(UserState::invited, "invited"), word(UserState::expired, "expired")};
}

// How a user was matched to a contact in 24SevenOffice.
enum class MatchedBy { nothing, login, email, hand };
constexpr auto words(MatchedBy) {
    using enum MatchedBy;
    return std::array{word(nothing, "nothing"), word(login, "login"), word(email, "email"),
                      word(hand, "hand")};
}

// What became of the letter with the newest link, to a user or somebody invited.
enum class MailState {
    none,     // none was sent
    waiting,  // it goes when the mail server takes it
    sent,
    failed,  // it will not come
};
constexpr auto words(MailState) {
    return std::array{word(MailState::none, "none"), word(MailState::waiting, "waiting"),
                      word(MailState::sent, "sent"), word(MailState::failed, "failed")};
}

struct MailFate {
    MailState state = MailState::none;
    std::int64_t at_ms = 0;  // when it was sent, or else queued
    // Of the last failure: a stable word ("refused", "postponed", "login_refused", "untrusted",
    // "unreachable"), and what the mail server said.
    std::string reason;
    std::string detail;
    static constexpr auto fields() {
        return std::tuple{field("state", &MailFate::state), field("atMs", &MailFate::at_ms),
                          field("reason", &MailFate::reason), field("detail", &MailFate::detail)};
    }
    bool operator==(const MailFate&) const = default;
};

// A user, or an invitation that nobody has accepted.
struct WorkspaceUser {
    std::string id;
    UserState state = UserState::active;
    std::string name;
    std::string email;
    Role role = Role::employee;
    std::string contact_name;  // the person in 24SevenOffice; empty while none is matched
    MatchedBy matched_by = MatchedBy::nothing;  // of a user
    std::int64_t last_login_at_ms = 0;          // 0: never
    std::string invited_by;                     // the rest only of an invitation
    std::int64_t invited_at_ms = 0;
    std::int64_t expires_at_ms = 0;
    MailFate mail;
    static constexpr auto fields() {
        return std::tuple{field("id", &WorkspaceUser::id),
                          field("state", &WorkspaceUser::state),
                          field("name", &WorkspaceUser::name),
                          field("email", &WorkspaceUser::email),
                          field("role", &WorkspaceUser::role),
                          field("contactName", &WorkspaceUser::contact_name),
                          field("matchedBy", &WorkspaceUser::matched_by),
                          field("lastLoginAtMs", &WorkspaceUser::last_login_at_ms),
                          field("invitedBy", &WorkspaceUser::invited_by),
                          field("invitedAtMs", &WorkspaceUser::invited_at_ms),
                          field("expiresAtMs", &WorkspaceUser::expires_at_ms),
                          field("mail", &WorkspaceUser::mail)};
    }
    bool operator==(const WorkspaceUser&) const = default;
};

struct UserList {
    std::vector<WorkspaceUser> users;  // by name
    bool sends_mail = false;           // false: links have to be copied
    static constexpr auto fields() {
        return std::tuple{field("users", &UserList::users),
                          field("sendsMail", &UserList::sends_mail)};
    }
    bool operator==(const UserList&) const = default;
};

struct ListUsers {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/users", Access::administrator};
    using Reply = UserList;
    static constexpr auto fields() { return std::tuple{}; }
};

// A person of 24SevenOffice who is neither a user nor invited.
struct Candidate {
    std::int64_t contact_id = 0;
    std::string name;
    std::string email;  // may be empty
    static constexpr auto fields() {
        return std::tuple{field("contactId", &Candidate::contact_id),
                          field("name", &Candidate::name), field("email", &Candidate::email)};
    }
    bool operator==(const Candidate&) const = default;
};

struct ListCandidates {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/users/candidates",
                                       Access::administrator};
    struct Reply {
        std::vector<Candidate> candidates;  // by name
        bool sends_mail = false;            // false: links have to be copied
        static constexpr auto fields() {
            return std::tuple{field("candidates", &Reply::candidates),
                              field("sendsMail", &Reply::sends_mail)};
        }
        bool operator==(const Reply&) const = default;
    };
    static constexpr auto fields() { return std::tuple{}; }
};

struct Invitee {
    std::string email;
    std::string name;  // may be empty: the invited person writes it
    Role role = Role::employee;
    std::optional<std::int64_t> contact_id;  // who it is in 24SevenOffice
    static constexpr auto fields() {
        return std::tuple{field("email", &Invitee::email), field("name", &Invitee::name),
                          field("role", &Invitee::role), field("contactId", &Invitee::contact_id)};
    }
    bool operator==(const Invitee&) const = default;
};

enum class InviteOutcome {
    invited,
    bad_email,
    repeated,
    already_user,
    already_invited,
    failed,  // for a reason that may be over the next time
};
constexpr auto words(InviteOutcome) {
    return std::array{word(InviteOutcome::invited, "invited"),
                      word(InviteOutcome::bad_email, "bad_email"),
                      word(InviteOutcome::repeated, "repeated"),
                      word(InviteOutcome::already_user, "already_user"),
                      word(InviteOutcome::already_invited, "already_invited"),
                      word(InviteOutcome::failed, "failed")};
}

// What came of one invitee. The link is told this once: only its hash is kept.
struct Invited {
    std::string email;
    std::string name;
    InviteOutcome outcome = InviteOutcome::invited;
    std::string link;
    bool is_mailed = false;  // the link goes to the address as well
    // It does not, though letters are sent: the workspace has written those that a day has.
    bool is_left_unmailed = false;
    static constexpr auto fields() {
        return std::tuple{field("email", &Invited::email),
                          field("name", &Invited::name),
                          field("outcome", &Invited::outcome),
                          field("link", &Invited::link),
                          field("isMailed", &Invited::is_mailed),
                          field("isLeftUnmailed", &Invited::is_left_unmailed)};
    }
    bool operator==(const Invited&) const = default;
};

// «Legg til bruker»: those that can be invited are, the others are named. Failures: invalid for
// none or more than 200 at once.
struct InviteUsers {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/users/invite", Access::administrator,
                                       64 * 1024};
    static constexpr std::size_t invitees_max = 200;
    struct Reply {
        std::vector<Invited> results;  // in the order of the call
        static constexpr auto fields() { return std::tuple{field("results", &Reply::results)}; }
        bool operator==(const Reply&) const = default;
    };
    std::vector<Invitee> invitees;
    Language language = Language::nb;  // of the letters
    static constexpr auto fields() {
        return std::tuple{field("invitees", &InviteUsers::invitees),
                          field("language", &InviteUsers::language)};
    }
};

// A new link for 48 hours; the old one is dead. Failures: not_found.
struct RenewInvitation {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/users/renew", Access::administrator};
    using Reply = Invited;
    std::string id;
    Language language = Language::nb;  // of the letter
    static constexpr auto fields() {
        return std::tuple{field("id", &RenewInvitation::id),
                          field("language", &RenewInvitation::language)};
    }
};

// Failures: not_found.
struct WithdrawInvitation {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/users/withdraw",
                                       Access::administrator};
    using Reply = UserList;
    std::string id;
    static constexpr auto fields() { return std::tuple{field("id", &WithdrawInvitation::id)}; }
};

// Deactivating ends the user's sessions at once. Failures: not_found; conflict
// "last_administrator".
struct ChangeUser {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/users/change", Access::administrator};
    using Reply = UserList;
    std::string id;
    Role role = Role::employee;
    bool is_active = true;
    static constexpr auto fields() {
        return std::tuple{field("id", &ChangeUser::id), field("role", &ChangeUser::role),
                          field("isActive", &ChangeUser::is_active)};
    }
};

// A link with which a user chooses a new Busy password, within 48 hours and once. It goes to the
// user as well where letters are sent. Failures: not_found; conflict "user_deactivated".
struct PasswordLink {
    std::string link;
    bool is_mailed = false;
    static constexpr auto fields() {
        return std::tuple{field("link", &PasswordLink::link),
                          field("isMailed", &PasswordLink::is_mailed)};
    }
    bool operator==(const PasswordLink&) const = default;
};

struct MakePasswordLink {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/users/password-link",
                                       Access::administrator};
    using Reply = PasswordLink;
    std::string id;
    static constexpr auto fields() { return std::tuple{field("id", &MakePasswordLink::id)}; }
};

enum class InvitationState {
    open,
    expired,
    used,
    withdrawn,
    replaced,  // the link: a newer one works
};
constexpr auto words(InvitationState) {
    return std::array{
        word(InvitationState::open, "open"), word(InvitationState::expired, "expired"),
        word(InvitationState::used, "used"), word(InvitationState::withdrawn, "withdrawn"),
        word(InvitationState::replaced, "replaced")};
}

// What the invited person sees. A POST, so that the token is in no address that a log may keep.
// Failures: not_found "no_invitation".
struct ReadInvitation {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/invitation/read", Access::anyone};
    struct Reply {
        InvitationState state = InvitationState::open;
        std::string workspace_name;
        std::string invited_by;
        std::string name;
        std::string email;
        bool has_sso = false;  // the 24SevenOffice account can accept it
        static constexpr auto fields() {
            return std::tuple{field("state", &Reply::state),
                              field("workspaceName", &Reply::workspace_name),
                              field("invitedBy", &Reply::invited_by),
                              field("name", &Reply::name),
                              field("email", &Reply::email),
                              field("sso", &Reply::has_sso)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::string token;
    static constexpr auto fields() { return std::tuple{field("token", &ReadInvitation::token)}; }
};

// Makes the user, with a Busy password, and logs in. Failures: not_found "no_invitation"; conflict
// for one that is no longer open; invalid "name_missing", "password_too_short" (below 15
// characters) or "password_too_long" (over 1,024 bytes).
struct AcceptInvitation {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/invitation/accept", Access::anyone};
    using Reply = Session;
    std::string token;
    std::string name;
    Secret password;
    Language language = Language::nb;  // of the letters from then on
    static constexpr auto fields() {
        return std::tuple{field("token", &AcceptInvitation::token),
                          field("name", &AcceptInvitation::name),
                          field("password", &AcceptInvitation::password),
                          field("language", &AcceptInvitation::language)};
    }
};

// Makes the user of whoever has the link and a 24SevenOffice account that reaches the workspace's
// client, and logs in. Failures: not_found "no_invitation"; conflict for one that is no longer
// open, or without Single Sign-On; unauthenticated for every login that is not right here;
// throttled; unavailable.
struct AcceptWithAccount {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/invitation/accept-with-account",
                                       Access::anyone};
    using Reply = Session;
    std::string token;
    std::string username;
    Secret password;
    Language language = Language::nb;  // of the letters from then on
    static constexpr auto fields() {
        return std::tuple{field("token", &AcceptWithAccount::token),
                          field("username", &AcceptWithAccount::username),
                          field("password", &AcceptWithAccount::password),
                          field("language", &AcceptWithAccount::language)};
    }
};

}  // namespace busy24::api
