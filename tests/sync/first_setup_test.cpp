// First-time setup: what is planned, and that undoing it leaves nothing behind.
#include "proxy/domain/first_setup.hpp"

#include <doctest/doctest.h>

#include <map>

#include "tests/fakes/seeded_random.hpp"

using namespace busy24;
using namespace busy24::domain;
using api::ProjectRole;

namespace {

const std::set<std::string> both_projects{"p1", "p2"};

SeatAt seat(std::string project, std::string member, ProjectRole role, std::string setup = {}) {
    return {{std::move(project), std::move(member)}, {role, std::move(setup)}};
}
WantedSeat wanted(std::string project, std::string member, ProjectRole role) {
    return {{std::move(project), std::move(member)}, role};
}

using Seats = std::map<SeatKey, Seat>;

std::vector<SeatAt> list_of(const Seats& seats) {
    std::vector<SeatAt> out;
    for (const auto& [key, kept] : seats) out.push_back({key, kept});
    return out;
}
std::optional<Seat> at(const Seats& seats, const SeatKey& key) {
    const auto found = seats.find(key);
    return found == seats.end() ? std::nullopt : std::optional(found->second);
}

void apply(Seats& seats, const SetupPlan& plan, const std::string& setup_id) {
    for (const auto& change : plan.changes) {
        REQUIRE(is_as_planned(change, at(seats, change.key)));
        seats[change.key] = {change.after, setup_id};
    }
}
void undo(Seats& seats, const SetupPlan& plan, const std::string& setup_id) {
    for (const auto& change : plan.changes) {
        if (!is_untouched(change, setup_id, at(seats, change.key))) continue;
        if (change.before)
            seats[change.key] = *change.before;
        else
            seats.erase(change.key);
    }
}

}  // namespace

TEST_CASE("whoever takes part gets a role, once, and the higher one of two") {
    const auto plan = plan_setup(
        {wanted("p1", "a", ProjectRole::participant), wanted("p1", "a", ProjectRole::manager),
         wanted("p2", "b", ProjectRole::participant), wanted("p2", "c", ProjectRole::none)},
        {}, both_projects);
    REQUIRE(plan.changes.size() == 2);
    CHECK(plan.changes[0] == SeatChange{{"p1", "a"}, std::nullopt, ProjectRole::manager});
    CHECK(plan.changes[1] == SeatChange{{"p2", "b"}, std::nullopt, ProjectRole::participant});
    CHECK(plan.kept.empty());
}

TEST_CASE("only the difference is planned, and what a setup wrote follows 24SevenOffice") {
    const auto plan = plan_setup(
        {wanted("p1", "same", ProjectRole::manager), wanted("p1", "other", ProjectRole::manager)},
        {seat("p1", "same", ProjectRole::manager, "s1"),
         seat("p1", "other", ProjectRole::participant, "s1"),
         seat("p1", "gone", ProjectRole::participant, "s1")},
        both_projects);
    REQUIRE(plan.changes.size() == 2);
    CHECK(plan.changes[0].key.member_id == "gone");
    CHECK(plan.changes[0].after == ProjectRole::none);
    CHECK(plan.changes[1].key.member_id == "other");
    CHECK(plan.changes[1].role_before() == ProjectRole::participant);
}

TEST_CASE("what a person wrote stays, also that somebody was taken out") {
    const auto plan = plan_setup(
        {wanted("p1", "raised", ProjectRole::participant),
         wanted("p1", "out", ProjectRole::participant),
         wanted("p1", "agreed", ProjectRole::manager)},
        {seat("p1", "raised", ProjectRole::manager), seat("p1", "out", ProjectRole::none),
         seat("p1", "agreed", ProjectRole::manager), seat("p1", "guest", ProjectRole::participant)},
        both_projects);
    CHECK(plan.changes.empty());
    CHECK(plan.kept == std::vector<SeatKey>{{"p1", "out"}, {"p1", "raised"}});
}

TEST_CASE("a project whose members are not known is left alone") {
    const auto plan = plan_setup({wanted("p3", "a", ProjectRole::manager)},
                                 {seat("p4", "b", ProjectRole::participant, "s1")}, both_projects);
    CHECK(plan.changes.empty());
}

TEST_CASE("role names suggest what they are in Busy") {
    CHECK(suggested_role("Prosjektleder") == ProjectRole::manager);
    CHECK(suggested_role("PROSJEKTLEIAR") == ProjectRole::manager);
    CHECK(suggested_role("Project Manager") == ProjectRole::manager);
    CHECK(suggested_role("Deltaker") == ProjectRole::participant);
    CHECK(suggested_role("") == ProjectRole::participant);
}

TEST_CASE(
    "setups, edits and undoing in any order: nothing planned twice, nothing of a person lost") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        SeededRandom random(seed);
        const auto roll = [&](int sides) {
            unsigned char byte = 0;
            random.fill({&byte, 1});
            return byte % sides;
        };
        const auto some_key = [&] {
            return SeatKey{"p" + std::to_string(1 + roll(3)), std::string(1, "abcdef"[roll(6)])};
        };
        const auto some_role = [&] { return static_cast<ProjectRole>(roll(3)); };
        Seats seats;
        for (int i = 0; i < 6; ++i) seats[some_key()] = {some_role(), ""};
        int number = 0;
        for (int round = 0; round < 6; ++round) {
            std::vector<WantedSeat> all;
            for (int i = 0; i < 10; ++i) all.push_back({some_key(), some_role()});
            const auto before = seats;
            const auto id = "s" + std::to_string(++number);
            const auto plan = plan_setup(all, list_of(seats), both_projects);
            for (const auto& change : plan.changes) {
                CHECK((!change.before || !change.before->setup_id.empty()));
                CHECK(change.role_before() != change.after);
                CHECK(both_projects.contains(change.key.project_id));
            }
            apply(seats, plan, id);
            CHECK(plan_setup(all, list_of(seats), both_projects).changes.empty());
            // Some seats are edited by hand, then all is undone: those stay, the others are exactly
            // as before.
            Seats edited;
            for (int i = 0; i < roll(4); ++i) edited[some_key()] = {some_role(), ""};
            for (const auto& [key, kept] : edited) seats[key] = kept;
            if (roll(2) == 0) continue;
            undo(seats, plan, id);
            auto expected = before;
            for (const auto& [key, kept] : edited) expected[key] = kept;
            CHECK(seats == expected);
        }
    }
}
