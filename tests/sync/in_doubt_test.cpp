// While nobody knows whether a new project was made: it waits, and nothing else waits for it. And
// while nobody knows whether a change was taken.
#include "proxy/store/plans.hpp"
#include "proxy/sync/links.hpp"
#include "tests/sync/two_way_harness.hpp"

namespace busy24 {

namespace {

struct InDoubt : TwoWayHarness {
    const std::int64_t there_before = projects_there();
    const std::size_t here_before = all_here().size();
    std::string id;

    // 24SevenOffice is still at work on it when we have given up.
    InDoubt() {
        bad.is_late = true;
        id = add_here("Låve på Voss");
        run_once();
        bad.is_late = false;
        REQUIRE(bad.saves == 1);
        clock.advance(minute_ms);
    }
    void run_once() {
        REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
        mirror->work_until_idle();
        REQUIRE(newest_run().state == api::RunState::succeeded);
    }
    Result<> change_link(api::LinkChange change, const std::string& number = {}) {
        const auto row = store::Connections(*sqlite).get(connection).value();
        return sync::change_link(
            place(), row,
            {.entity = Entity::project, .id = id, .change = change, .number = number});
    }
};

}  // namespace

TEST_CASE_FIXTURE(InDoubt, "what may still come is not sent again") {
    run_once();
    CHECK(bad.saves == 1);
    CHECK(mirror->next_run(connection).value() > clock.now() + minute_ms);
    bad.carry_out_late();
    REQUIRE(sync());
    CHECK(bad.saves == 1);
    CHECK(projects_there() == there_before + 1);
    CHECK(all_here().size() == here_before + 1);
    CHECK(here(id).number == books().projects.back().id);
}

TEST_CASE_FIXTURE(InDoubt, "what has not come in three minutes is sent again") {
    clock.advance(2 * minute_ms + second_ms);
    run_once();
    CHECK(bad.saves == 2);
    CHECK(projects_there() == there_before + 1);
    CHECK(here(id).number == books().projects.back().id);
}

TEST_CASE_FIXTURE(InDoubt, "others are sent meanwhile") {
    const auto other = add_here("Naust på Bømlo");
    run_once();
    CHECK(here(other).number);
    CHECK_FALSE(here(id).number);
    CHECK(projects_there() == there_before + 1);
}

TEST_CASE_FIXTURE(InDoubt, "an edit meanwhile makes no second one") {
    auto changed = here(id);
    changed.name = "Låve med rampe";
    save(changed);
    run_once();
    CHECK(bad.saves == 1);
    bad.carry_out_late();
    REQUIRE(sync());
    REQUIRE(sync());
    CHECK(projects_there() == there_before + 1);
    CHECK(books().projects.back().name == "Låve med rampe");
    CHECK(all_here().size() == here_before + 1);
}

TEST_CASE_FIXTURE(InDoubt, "one that is left alone meanwhile does not come back as a stranger") {
    REQUIRE(change_link(api::LinkChange::leave_alone).ok());
    bad.carry_out_late();
    clock.advance(3 * minute_ms);
    REQUIRE(sync(store::Scope::full));
    const auto made = books().projects.back().id;
    CHECK(all_here().size() == here_before + 1);
    CHECK(here(id).number == made);
    rename_there(made, "Et annet navn");
    REQUIRE(sync(store::Scope::full));
    CHECK(here(id).name == "Låve på Voss");
}

TEST_CASE_FIXTURE(InDoubt, "one that is left alone, and never came, is not made either") {
    REQUIRE(change_link(api::LinkChange::leave_alone).ok());
    clock.advance(3 * minute_ms);
    REQUIRE(sync(store::Scope::full));
    CHECK(projects_there() == there_before);
    CHECK_FALSE(store::Outbox(*sqlite, connection).next_try().value());
}

TEST_CASE_FIXTURE(InDoubt, "it is linked by hand only when nothing can come any more") {
    const auto number = std::to_string(any_open_project());
    const auto refused = change_link(api::LinkChange::link, number);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().reason == "being_sent");
}

TEST_CASE_FIXTURE(TwoWayHarness, "an edit here outlives the removal there, and the return") {
    const auto number = any_open_project();
    auto project = here_with(number);
    project.description = "Med rampe";
    save(project);
    const auto taken = books().projects;
    std::erase_if(books().projects, [&](const auto& one) { return one.id == number; });
    REQUIRE(sync(store::Scope::full));
    CHECK_FALSE(here_with(number).is_active);
    CHECK(here_with(number).description == "Med rampe");
    books().projects = taken;
    REQUIRE(sync(store::Scope::full));
    REQUIRE(sync(store::Scope::full));
    CHECK(here_with(number).is_active);
    CHECK(here_with(number).description == "Med rampe");
    CHECK(there(number).description == "Med rampe");
}

TEST_CASE_FIXTURE(TwoWayHarness, "what agrees every night leaves no rows behind") {
    const auto rows = [this] {
        return store::select_all<store::PlannedRecord>(*sqlite, {}).value().size();
    };
    const auto before = rows();
    const auto run = sync(store::Scope::full);
    REQUIRE(run);
    CHECK(rows() == before);
    const auto projects =
        std::find_if(run->entities.begin(), run->entities.end(),
                     [](const auto& progress) { return progress.entity == Entity::project; });
    CHECK(projects->unchanged == projects_there());
    CHECK(projects->total == projects->unchanged);
}

TEST_CASE_FIXTURE(TwoWayHarness,
                  "a change that was taken, unheard, is not written over what came after it") {
    auto state = store::MirrorStates(*sqlite).get(connection).value();
    state.project_policy = store::Policy::busy;
    REQUIRE(store::MirrorStates(*sqlite).save(state).ok());
    const auto number = any_open_project();
    auto project = here_with(number);
    project.name = "Navnet fra Busy";
    save(project);
    bad.lost_percent = 100;
    REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
    mirror->work_until_idle();
    bad.lost_percent = 0;
    CHECK(there(number).name == "Navnet fra Busy");
    clock.advance(minute_ms);
    rename_there(number, "Nyere navn der");
    work();
    REQUIRE(sync());
    CHECK(there(number).name == "Nyere navn der");
    CHECK(here_with(number).name == "Nyere navn der");
}

}  // namespace busy24
