// Compares what is wanted with what is there.
#include "proxy/domain/first_setup.hpp"

#include <algorithm>
#include <map>

#include "proxy/domain/names.hpp"

namespace busy24::domain {

namespace {

using api::ProjectRole;

struct Both {
    ProjectRole wanted = ProjectRole::none;
    std::optional<Seat> now;
    ProjectRole role() const { return now ? now->role : ProjectRole::none; }
    bool is_by_hand() const { return now && now->setup_id.empty(); }
};

}  // namespace

SetupPlan plan_setup(const std::vector<WantedSeat>& wanted, const std::vector<SeatAt>& now,
                     const std::set<std::string>& projects) {
    std::map<SeatKey, Both> seats;
    for (const auto& seat : wanted) {
        auto& role = seats[seat.key].wanted;
        role = std::max(role, seat.role);
    }
    for (const auto& seat : now) seats[seat.key].now = seat.seat;
    SetupPlan plan;
    for (auto& [key, both] : seats) {
        if (!projects.contains(key.project_id) || both.wanted == both.role()) continue;
        if (!both.is_by_hand())
            plan.changes.push_back({key, std::move(both.now), both.wanted});
        else if (both.wanted != ProjectRole::none)
            plan.kept.push_back(key);
    }
    return plan;
}

bool is_as_planned(const SeatChange& change, const std::optional<Seat>& now) {
    return now == change.before;
}

bool is_untouched(const SeatChange& change, const std::string& setup_id,
                  const std::optional<Seat>& now) {
    return now == Seat{change.after, setup_id};
}

ProjectRole suggested_role(const std::string& role_name) {
    const auto name = normalised_name(role_name);
    for (const auto* part : {"leder", "leiar", "manager", "lead", "ansvarlig"})
        if (name.find(part) != std::string::npos) return ProjectRole::manager;
    return ProjectRole::participant;
}

}  // namespace busy24::domain
