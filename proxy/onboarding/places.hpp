// Which workspaces a 24SevenOffice login opens, and as whom.
#pragma once

#include "proxy/onboarding/draft.hpp"
#include "proxy/people/joining.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/workspaces.hpp"

namespace busy24::onboarding {

// A user who may log in, as the login leaves them, and the workspace's connection.
struct Place {
    store::User user;
    store::Connection connection;
};

// Somebody with an account of 24SevenOffice that was let in, on our pages in that language.
struct Visit {
    std::string username;
    Language language = Language::nb;
    Instant at;
};

// The user of a workspace that this account of 24SevenOffice is: by contact id; else the one with
// that e-mail address, once, who is then bound to the contact and the account. nullopt when nobody
// is, or who it is has been deactivated.
std::optional<store::User> user_who_is(const std::vector<store::User>& users, const Reach& reach,
                                       const std::string& username);

// Thread-safe, as its database is.
class Places {
public:
    Places(store::Database& database, store::Workspaces& workspaces,
           store::Connections& connections, store::Users& users, store::Invitations& invitations,
           store::Audit& audit, Random& random)
        : database_(database),
          workspaces_(workspaces),
          connections_(connections),
          users_(users),
          invitations_(invitations),
          audit_(audit),
          random_(random) {}

    // The workspaces where somebody with this account may log in, or is invited to. Empty for a
    // name that must not reach 24SevenOffice.
    Result<std::vector<std::string>> known_to(const std::string& username, Instant now);

    // The places of a login that 24SevenOffice let in and that reaches these clients: of
    // administrators, and of everybody where the workspace has Single Sign-On.
    Result<std::vector<Place>> reached(const std::string& username,
                                       const std::vector<Reach>& reaches);

    // Who is invited where these clients are, with Single Sign-On, becomes a user there: the
    // account says who it is as well as the link would.
    Result<> join_invited(const Visit& visit, const std::vector<Reach>& reaches);

    // Whoever has the link of an open invitation becomes the user that it is for, where one of
    // these clients is the workspace's. Errors: not_found "no_invitation"; conflict
    // "invitation_over", or without Single Sign-On; unauthenticated when this account may not be
    // that user.
    Result<> join_by_link(const std::string& token, const Visit& visit,
                          const std::vector<Reach>& reaches);
    // The workspace that the link leads to. Errors: as join_by_link(), but for the account.
    Result<WorkspaceId> behind_link(const std::string& token, Instant now);

    // Whether somebody with this login may become the user that was invited, with Single Sign-On:
    // nobody else is that contact, nor was another one invited.
    Result<bool> may_join(const store::Invitation& invitation, const Reach& reach);

private:
    Result<> join_as(store::Invitation invitation, const Reach& reach, const Visit& visit);
    Result<std::optional<store::Connection>> connection_on(const Reach& reach);
    Result<> join_at(const store::Connection& connection, const Reach& reach, const Visit& visit);
    store::Database& database_;
    store::Workspaces& workspaces_;
    store::Connections& connections_;
    store::Users& users_;
    store::Invitations& invitations_;
    store::Audit& audit_;
    Random& random_;
};

}  // namespace busy24::onboarding
