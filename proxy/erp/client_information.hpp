// Name, organisation number and currency of the client that a session stands on.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/erp/client.hpp"
#include "proxy/erp/client_service.hpp"

namespace busy24::erp {

// 1 call as a rule; up to 5 with short pauses, because the answer can be empty right after the
// identity was changed (quirk 16). Errors as Session::call(), and unavailable "erp_down" when it
// stays empty.
Result<client_service::Client> read_client_information(const Session& session, Clock& clock);

}  // namespace busy24::erp
