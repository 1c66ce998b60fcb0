// From an invitation to a user.
#pragma once

#include "proxy/doors/random.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/invitations.hpp"
#include "proxy/store/users.hpp"

namespace busy24::people {

// Somebody who comes in by an invitation.
struct Arrival {
    std::string name;
    std::string account;  // of 24SevenOffice; empty for who has chosen a password
    std::optional<std::int64_t> contact_id;  // that the account has
    Language language = Language::nb;
    Instant at;
};

// Thread-safe, as its database is.
class Joining {
public:
    Joining(store::Database& database, store::Audit& audit, Random& random)
        : database_(database), audit_(audit), random_(random) {}

    // Makes the user and marks the invitation as used, which the audit log tells. In a transaction
    // of the caller's, who has looked that the invitation is open. Errors: conflict when the
    // workspace has another user with that e-mail address.
    Result<store::User> join(store::Invitation invitation, Arrival arrival);

private:
    Result<> become_contact(store::User& user);
    store::Database& database_;
    store::Audit& audit_;
    Random& random_;
};

}  // namespace busy24::people
