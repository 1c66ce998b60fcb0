// How a session of a user begins, whichever page the person came in by.
#pragma once

#include "proxy/onboarding/onboarding.hpp"

namespace busy24::onboarding {

// Opens the session of the place's user, with what the login has changed of them. `login` is that
// of 24SevenOffice which was the way in; it stays for as long as the session where the mirror has
// no other. Errors: unauthenticated when the user was deactivated meanwhile.
Result<> enter(const Parts& parts, http::Caller& caller, const Place& place,
               std::optional<erp::Credential> login);

// Whether enter() would lend a login to the place's mirror: chosen on page 3, there is no API user,
// and an administrator who is signed in stands in for it.
bool is_lent_login(const Place& place);

}  // namespace busy24::onboarding
