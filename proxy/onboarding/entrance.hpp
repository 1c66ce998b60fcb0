// How a session of a user begins, whichever page the person came in by.
#pragma once

#include "proxy/onboarding/onboarding.hpp"

namespace busy24::onboarding {

// Opens the session of the place's user, with what the login has changed of them. `login` is that
// of 24SevenOffice which was the way in; it stays for as long as the session where the mirror has
// no other. Errors: unauthenticated when the user was deactivated meanwhile.
Result<> enter(const Parts& parts, http::Caller& caller, const Place& place,
               std::optional<erp::Credential> login);

}  // namespace busy24::onboarding
