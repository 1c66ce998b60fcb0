// What first-time setup is planned from: who takes part in which project as what, in 24SevenOffice
// and in Busy.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "proxy/domain/first_setup.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/first_setup.hpp"

namespace busy24::setup {

struct Facts {
    std::map<std::string, std::string> project_names;  // of active projects, by id
    std::set<std::string> fetched;                     // those whose members are known
    std::map<std::string, std::string> member_names;   // by a Colleague's id
    std::vector<api::RoleRow> roles;                   // by name, with what each is in Busy
    api::ProjectRole default_role = api::ProjectRole::participant;
    std::int64_t strangers = 0;
    std::vector<domain::WantedSeat> wanted;
    std::vector<domain::SeatAt> seats;

    domain::SetupPlan plan() const { return domain::plan_setup(wanted, seats, fetched); }
};

// Only active projects of 24SevenOffice, and of those who take part only active employees.
Result<Facts> facts_of(const workspace::Place& place);

// The same for the same plan.
std::string version_of(const domain::SetupPlan& plan);

api::SetupCounts count(const domain::SetupPlan& plan);
void count(const domain::SeatChange& change, api::SetupCounts& counts);

}  // namespace busy24::setup
