// A new project whose answer was lost: whatever happens to it on either side before anybody could
// look, it is never made a second time.
#include "proxy/store/outbox.hpp"
#include "proxy/store/records.hpp"
#include "proxy/sync/links.hpp"
#include "proxy/sync/problems.hpp"
#include "proxy/sync/standing.hpp"
#include "tests/sync/two_way_harness.hpp"

namespace busy24 {

namespace {

struct Lost : TwoWayHarness {
    const std::int64_t there_before = projects_there();
    const std::size_t here_before = all_here().size();
    std::string id;

    // It was made there, and nobody here knows.
    Lost() {
        bad.lost_percent = 100;
        id = add_here("Låve på Voss");
        REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
        mirror->work_until_idle();
        REQUIRE(projects_there() == there_before + 1);
        REQUIRE_FALSE(here(id).number);
        bad.lost_percent = 0;
        clock.advance(4 * minute_ms);
    }
    std::int64_t made() { return books().projects.back().id; }
    std::vector<store::Outgoing> parked() {
        return store::Outbox(*sqlite, connection).parked(10).value();
    }
    void decide(const api::DecideProblem& call) {
        const auto row = store::Connections(*sqlite).get(connection).value();
        REQUIRE(sync::decide_problem(place(), row, call).ok());
    }
    void check_waits_for_person() {
        REQUIRE(parked().size() == 1);
        CHECK(parked()[0].reason == "perhaps_made");
        CHECK(projects_there() == there_before + 1);
        CHECK(all_here().size() == here_before + 1);
        CHECK_FALSE(here(id).number);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Lost, "made, lost, renamed there: a person is asked, and nothing is made twice") {
    rename_there(made(), "Låve i Hardanger");
    work();
    check_waits_for_person();
    REQUIRE(sync(store::Scope::full));
    check_waits_for_person();
    // Not even when it is edited here, or somebody tries everything again.
    auto changed = here(id);
    changed.description = "Med rampe";
    save(changed);
    REQUIRE(sync());
    decide({});
    REQUIRE(sync());
    check_waits_for_person();
}

TEST_CASE_FIXTURE(Lost, "made, lost, renamed there, and another run is asked for: likewise") {
    rename_there(made(), "Låve i Hardanger");
    REQUIRE(sync());
    check_waits_for_person();
}

TEST_CASE_FIXTURE(Lost, "a person finds it under its other name, and links it") {
    rename_there(made(), "Låve i Hardanger");
    REQUIRE(sync());
    const auto row = store::Connections(*sqlite).get(connection).value();
    REQUIRE(sync::change_link(place(), row,
                              {.entity = Entity::project,
                               .id = id,
                               .change = api::LinkChange::link,
                               .number = std::to_string(made())})
                .ok());
    REQUIRE(sync(store::Scope::full));
    CHECK(here(id).number == made());
    CHECK(here(id).name == "Låve i Hardanger");
    CHECK(parked().empty());
    CHECK(projects_there() == there_before + 1);
    CHECK(all_here().size() == here_before + 1);
}

TEST_CASE_FIXTURE(Lost, "a person says that it is another one: it is made, and both are mirrored") {
    rename_there(made(), "Låve i Hardanger");
    REQUIRE(sync());
    const auto other = made();
    decide({.id = parked().at(0).id});
    REQUIRE(sync());
    CHECK(projects_there() == there_before + 2);
    REQUIRE(here(id).number);
    CHECK(there(*here(id).number).name == "Låve på Voss");
    REQUIRE(sync(store::Scope::full));
    CHECK(here_with(other).name == "Låve i Hardanger");
    CHECK(all_here().size() == here_before + 2);
}

TEST_CASE_FIXTURE(Lost, "made, lost, renamed here: it is found, and gets its new name") {
    auto changed = here(id);
    changed.name = "Låve med fjøs";
    save(changed);
    REQUIRE(sync());
    CHECK(here(id).number == made());
    CHECK(there(made()).name == "Låve med fjøs");
    CHECK(projects_there() == there_before + 1);
}

TEST_CASE_FIXTURE(Lost, "what colleagues make there meanwhile is not taken for it") {
    const auto lost = made();
    auto& projects = books().projects;
    auto fresh = there(any_open_project());
    fresh.id = lost + 1;
    fresh.name = "Brakkerigg";
    fresh.registered_at = fresh.changed_at = clock.now().ms;
    projects.push_back(fresh);
    REQUIRE(sync());
    CHECK(parked().empty());
    CHECK(here(id).number == lost);
    CHECK(here_with(lost + 1).name == "Brakkerigg");
}

TEST_CASE_FIXTURE(TwoWayHarness, "not made, and a namesake from before is changed meanwhile") {
    const auto number = any_open_project();
    // One that a person has said to be another.
    const auto name = there(number).name;
    const auto before = projects_there();
    there(number).customer_id = 0;
    REQUIRE(sync(store::Scope::full));
    const auto id = add_here(name);
    REQUIRE(erp.set_fault("http-500,times=1,operation=SaveProject").ok());
    REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
    mirror->work_until_idle();
    const auto link =
        store::Records(*sqlite).link_from(connection, Entity::project, std::to_string(number));
    REQUIRE(store::Records(*sqlite)
                .remove_link(connection, Entity::project, link.value().value().busy_id)
                .ok());
    clock.advance(minute_ms);
    there(number).changed_at = clock.now().ms;
    work();
    CHECK(projects_there() == before + 1);
    CHECK(here(id).number == books().projects.back().id);
}

TEST_CASE_FIXTURE(TwoWayHarness, "tried in vain until a person must look, then edited here") {
    const auto before = projects_there();
    const auto id = add_here("Naust");
    REQUIRE(erp.set_fault("http-500,times=7,operation=SaveProject").ok());
    bad.lost_percent = 100;
    REQUIRE(sync());
    bad.lost_percent = 0;
    // The eighth call has made it.
    REQUIRE(projects_there() == before + 1);
    REQUIRE(store::Outbox(*sqlite, connection).parked(10).value().size() == 1);
    auto changed = here(id);
    changed.name = "Naust med brygge";
    save(changed);
    REQUIRE(sync());
    CHECK(projects_there() == before + 1);
    CHECK(here(id).number == books().projects.back().id);
    CHECK(books().projects.back().name == "Naust med brygge");
    CHECK(store::Outbox(*sqlite, connection).parked(10).value().empty());
}

}  // namespace busy24
