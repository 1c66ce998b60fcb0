// The people of a workspace: its users, who is invited, and becoming a user.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/http/attempts.hpp"
#include "proxy/http/sessions.hpp"
#include "proxy/mail/post_office.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/invitations.hpp"
#include "proxy/store/passwords.hpp"
#include "proxy/store/users.hpp"
#include "proxy/store/workspaces.hpp"
#include "shared/api/people.hpp"

namespace busy24::people {

// Of a person; longer than any that 24SevenOffice holds is no name.
inline constexpr std::size_t name_bytes_max = 200;

// Lent for the program's life; all of them are thread-safe.
struct Parts {
    store::Database& database;
    store::Workspaces& workspaces;
    store::Connections& connections;
    store::Users& users;
    store::UserSessions& user_sessions;
    store::Invitations& invitations;
    store::Passwords& passwords;
    store::Devices& devices;
    http::Sessions& sessions;
    mail::PostOffice& post_office;
    std::string public_url;  // of our own pages, without a slash at the end
    store::Audit& audit;
    Clock& clock;
    Random& random;
};

// Thread-safe. The calls of an administrator are about the caller's own workspace.
class People {
public:
    explicit People(Parts parts) : parts_(std::move(parts)) {}

    Result<api::UserList> list(const http::Caller& caller);
    Result<api::ListCandidates::Reply> candidates(const http::Caller& caller);
    Result<api::UserList> change(http::Caller& caller, const api::ChangeUser& call);

    Result<api::InviteUsers::Reply> invite(const http::Caller& caller,
                                           const api::InviteUsers& call);
    Result<api::Invited> renew(const http::Caller& caller, const api::RenewInvitation& call) {
        return renew_as(caller, call, api::AuditAction::invitation_renewed);
    }
    // The same, told as what it is when many are reminded.
    Result<api::Invited> remind(const http::Caller& caller, const api::RenewInvitation& call) {
        return renew_as(caller, call, api::AuditAction::reminder_sent);
    }
    Result<api::UserList> withdraw(const http::Caller& caller, const api::WithdrawInvitation& call);

    Result<api::ReadInvitation::Reply> read(const api::ReadInvitation& call);
    // The caller becomes a signed-in user of the workspace.
    Result<api::Nothing> accept(http::Caller& caller, const api::AcceptInvitation& call);

private:
    Result<api::Invited> renew_as(const http::Caller& caller, const api::RenewInvitation& call,
                                  api::AuditAction action);
    Result<> renew_sessions(http::Caller& caller, const UserId& user);
    Result<api::Invited> send(const http::Caller& caller, store::Invitation invitation,
                              mail::LetterKind kind, Language language);
    Parts parts_;
};

}  // namespace busy24::people
