// The calls of the Authenticate service, with the meaning of their soft failures.
#pragma once

#include <string_view>
#include <vector>

#include "proxy/erp/authenticate.hpp"
#include "proxy/erp/exchange.hpp"

namespace busy24::erp {

// Thread-safe. Each function is one call unless it says otherwise.
class Authenticator {
public:
    Authenticator(Exchange& exchange, Guid application_id)
        : exchange_(exchange), application_id_(std::move(application_id)) {}

    struct Login {
        std::string_view username;
        const Secret& password;
        Guid identity_id = {};  // empty: wherever the user stood last (quirk 11)
        Patience patience = Patience::background;
    };

    // A session id. Errors: unauthenticated "wrong_login", forbidden "identity_blocked".
    Result<Secret> log_in(const Login& login) const;
    // Needs no session (quirk 10). Errors: unauthenticated "wrong_login" when there are none, since
    // that is also how a wrong password looks.
    Result<std::vector<authenticate::Identity>> identities_of(const Login& login) const;
    // The disabled ones are left out. A second call when the list is empty, for a login that is no
    // community user has a current identity all the same (contract 2).
    Result<std::vector<authenticate::Identity>> identities(const Secret& session_id,
                                                           Patience patience) const;
    // Where the session stands; nullopt when nowhere.
    Result<std::optional<authenticate::Identity>> current_identity(const Secret& session_id,
                                                                   Patience patience) const;
    // Moves the session, and everybody who shares it. False when the ERP would not (quirk 13).
    Result<bool> move_to(const Secret& session_id, const Guid& identity_id,
                         Patience patience) const;

private:
    authenticate::Credential credential_of(const Login& login) const;

    template <Operation Op>
    Result<typename Op::Reply> call(const Op& operation, const Secret* session_id,
                                    Patience patience) const;

    Exchange& exchange_;
    const Guid application_id_;
};

}  // namespace busy24::erp
