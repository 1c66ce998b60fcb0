// Binds every call of the API to the function that answers it.
#pragma once

#include "proxy/connection/connection_control.hpp"
#include "proxy/control/audit_log.hpp"
#include "proxy/control/mirror_control.hpp"
#include "proxy/help/help.hpp"
#include "proxy/http/router.hpp"
#include "proxy/onboarding/accounts.hpp"
#include "proxy/onboarding/onboarding.hpp"
#include "proxy/onboarding/recovery.hpp"
#include "proxy/onboarding/settings.hpp"
#include "proxy/people/own_profile.hpp"
#include "proxy/people/people.hpp"
#include "proxy/records/members.hpp"
#include "proxy/records/records.hpp"
#include "proxy/setup/first_setup.hpp"
#include "proxy/setup/readiness.hpp"

namespace busy24 {

// All are lent for the router's life.
void bind_routes(http::Router& router, onboarding::Accounts& accounts,
                 onboarding::Onboarding& onboarding, onboarding::Settings& settings,
                 people::People& people, records::Records& records, control::MirrorControl& mirror,
                 control::AuditLog& audit, connection::ConnectionControl& connection,
                 onboarding::Recovery& recovery, people::OwnProfile& own_profile,
                 records::Members& members, setup::Readiness& readiness,
                 setup::FirstSetup& first_setup, help::Help& help);

}  // namespace busy24
