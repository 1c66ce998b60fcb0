// Tries for real what an API user must be able to do, and tells denied, empty and unavailable
// apart.
#pragma once

#include <vector>

#include "proxy/erp/client.hpp"
#include "shared/api/onboarding.hpp"

namespace busy24::onboarding {

struct RightsProbe {
    std::vector<api::RightCheck> checks;  // all six, in the order of api::Right
    // What the login reaches; empty when it was not asked anew.
    std::vector<erp::Identity> identities;
    // Why the first unavailable right was unavailable: when to come back.
    std::optional<Error> failure;

    // Every one is granted or empty. Empty counts: a new company has no projects yet.
    bool is_working() const;
};

// Whether the password is to be tried, or is known to be right since a moment ago.
enum class LoginCheck { anew, known };

// At most 7 calls. The rights are tried with the reading calls that are cheapest. Errors: throttled
// and unavailable as of Client::sign_in(), when not even the login could be tried.
Result<RightsProbe> probe_rights(erp::Client& client, const erp::Credential& credential,
                                 std::int64_t tenant_id, LoginCheck login);

}  // namespace busy24::onboarding
