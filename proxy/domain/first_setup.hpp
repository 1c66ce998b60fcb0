// First-time setup as pure functions: what gives everybody the roles that 24SevenOffice says, and
// what takes that back.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/api/members.hpp"

namespace busy24::domain {

struct SeatKey {
    std::string project_id;
    std::string member_id;
    bool operator==(const SeatKey&) const = default;
    bool operator<(const SeatKey& other) const {
        return project_id != other.project_id ? project_id < other.project_id
                                              : member_id < other.member_id;
    }
};

// What is kept of somebody's part in a project. With the role none: he or she was taken out.
struct Seat {
    api::ProjectRole role = api::ProjectRole::none;
    std::string setup_id = {};  // the setup that wrote it; empty: a person did
    bool operator==(const Seat&) const = default;
};
struct SeatAt {
    SeatKey key;
    Seat seat;
    bool operator==(const SeatAt&) const = default;
};

struct WantedSeat {
    SeatKey key;
    api::ProjectRole role = api::ProjectRole::none;
};

struct SeatChange {
    SeatKey key;
    std::optional<Seat> before;  // exactly as it was; nullopt: there was nothing
    api::ProjectRole after = api::ProjectRole::none;
    bool operator==(const SeatChange&) const = default;

    api::ProjectRole role_before() const { return before ? before->role : api::ProjectRole::none; }
};

struct SetupPlan {
    std::vector<SeatChange> changes;  // by key; the difference only
    // What a person has changed since, against what is wanted now. It stays.
    std::vector<SeatKey> kept;
};

// Somebody who is wanted twice in a project gets the higher role. Outside `projects`, whose members
// are known, nothing is changed. What a person wrote is never changed; what a setup wrote and
// nobody wants any more is taken out.
SetupPlan plan_setup(const std::vector<WantedSeat>& wanted, const std::vector<SeatAt>& now,
                     const std::set<std::string>& projects);

// Whether a planned change still fits what is there now.
bool is_as_planned(const SeatChange& change, const std::optional<Seat>& now);
// Whether what a setup wrote has been left as it is since, so that it can be taken back.
bool is_untouched(const SeatChange& change, const std::string& setup_id,
                  const std::optional<Seat>& now);

// The role in Busy that the name of a role in 24SevenOffice suggests.
api::ProjectRole suggested_role(const std::string& role_name);

}  // namespace busy24::domain
