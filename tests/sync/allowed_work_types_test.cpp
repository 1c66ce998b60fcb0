// Allowed work types: fetched when somebody looks, kept fresh while somebody does.
#include <algorithm>

#include "proxy/store/project_details.hpp"
#include "proxy/workspace/allowed_work_types.hpp"
#include "tests/sync/two_way_harness.hpp"

namespace busy24 {

namespace {

constexpr auto work_types_call = "GetWorkTypeList";

struct Allowed : TwoWayHarness {
    std::int64_t number = any_open_project();
    std::vector<std::int64_t> types;

    Allowed() {
        for (auto& type : books().work_types) {
            type.is_active = true;
            types.push_back(type.id);
        }
        REQUIRE(sync());
        tick({types[0]});
        erp.reset_calls();
    }
    void tick(std::vector<std::int64_t> ticked) { there(number).work_types = std::move(ticked); }
    std::string id() { return here_with(number).id; }
    // As somebody opens the project's page, and the worker is woken.
    void look() { look_at(number); }
    void look_at(std::int64_t other) {
        REQUIRE(store::ProjectDetails(*sqlite)
                    .needed(workspace, here_with(other).id, clock.now())
                    .ok());
        mirror->work_until_idle();
    }
    std::vector<api::AllowedWorkType> allowed() {
        return workspace::allowed_on(place(), id()).value();
    }
    store::ProjectDetail detail() { return store::ProjectDetails(*sqlite).get(id()).value(); }
    std::int64_t calls() { return erp.calls(work_types_call); }
    void pass(std::int64_t duration_ms) {
        clock.advance(duration_ms);
        mirror->work_until_idle();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Allowed, "nobody looks, so nothing is fetched") {
    pass(2 * day_ms);
    CHECK(calls() == 0);
}

TEST_CASE_FIXTURE(Allowed, "the first look costs one call, and the second none") {
    look();
    CHECK(erp.calls() == 1);
    CHECK(detail().work_types_at == clock.now());
    REQUIRE(allowed().size() == 1);
    const auto type = allowed().front();
    CHECK(type.number == std::to_string(types[0]));
    CHECK(type.name == books().work_type(types[0])->name);
    CHECK_FALSE(type.id.empty());
    CHECK(type.is_active);
    pass(hour_ms);
    look();
    CHECK(erp.calls() == 1);
}

TEST_CASE_FIXTURE(Allowed, "none ticked means that all are allowed, and so does every one ticked") {
    tick({});
    look();
    CHECK(allowed().empty());
    CHECK(detail().work_types_at == clock.now());
    tick(types);
    pass(day_ms);
    CHECK(calls() == 2);
    CHECK(allowed().empty());
}

TEST_CASE_FIXTURE(Allowed, "an allowed work type that has become inactive is not taken for all") {
    look();
    for (auto& type : books().work_types) type.is_active = type.id != types[0];
    REQUIRE(sync());
    REQUIRE(allowed().size() == 1);
    CHECK_FALSE(allowed().front().is_active);
    pass(day_ms);
    REQUIRE(allowed().size() == 1);
}

TEST_CASE_FIXTURE(Allowed, "an old answer is fetched again, for as long as somebody looks") {
    look();
    tick({types[1]});
    pass(day_ms - second_ms);
    CHECK(calls() == 1);
    CHECK(allowed().front().number == std::to_string(types[0]));
    pass(second_ms);
    CHECK(calls() == 2);
    CHECK(allowed().front().number == std::to_string(types[1]));
    pass(28 * day_ms);
    CHECK(detail().work_types_at == clock.now());
    pass(2 * day_ms);
    CHECK(detail().work_types_at < clock.now());
    look();
    CHECK(detail().work_types_at == clock.now());
}

TEST_CASE_FIXTURE(Allowed, "old answers are fetched at leisure, those used last first") {
    std::vector<std::int64_t> numbers;
    for (const auto& project : books().projects) numbers.push_back(project.id);
    for (const auto other : numbers) {
        look_at(other);
        clock.advance(second_ms);
    }
    CHECK(calls() == 12);
    const auto evening = clock.now();
    const auto fresh = [&] {
        return count("SELECT COUNT(*) FROM project_detail WHERE work_types_at > " +
                     std::to_string(evening.ms));
    };
    pass(day_ms);
    CHECK(fresh() == 1);
    const auto last = here_with(numbers.back()).id;
    CHECK(store::ProjectDetails(*sqlite).get(last).value().work_types_at > evening);
    pass(5 * second_ms);
    CHECK(fresh() == 1);
    for (std::int64_t i = 2; i <= 12; ++i) {
        pass(10 * second_ms);
        CHECK(fresh() == i);
    }
}

TEST_CASE_FIXTURE(Allowed, "who looks for the first time is not kept waiting by old answers") {
    look();
    clock.advance(day_ms);
    const auto& projects = books().projects;
    const auto other = std::find_if(projects.begin(), projects.end(), [&](const auto& p) {
                           return p.id != number;
                       })->id;
    REQUIRE(
        store::ProjectDetails(*sqlite).needed(workspace, here_with(other).id, clock.now()).ok());
    database->watch = [&, is_first = true](std::string_view sql) mutable {
        if (!is_first || sql.rfind("UPDATE project_detail SET work_types_at", 0) != 0) return;
        is_first = false;
        CHECK(count("SELECT COUNT(*) FROM project_detail WHERE work_types_at > 0") == 1);
    };
    mirror->work_until_idle();
    CHECK(calls() == 3);
}

TEST_CASE_FIXTURE(Allowed, "an outage leaves what is known, and is waited out") {
    look();
    REQUIRE(erp.set_fault(std::string("http-500,operation=") + work_types_call).ok());
    tick({types[1]});
    pass(day_ms);
    CHECK(allowed().front().number == std::to_string(types[0]));
    erp.clear_faults();
    pass(10 * minute_ms);
    CHECK(allowed().front().number == std::to_string(types[1]));
}

TEST_CASE_FIXTURE(Allowed, "a project that 24SevenOffice refuses does not hold up the others") {
    REQUIRE(erp.set_fault(std::string("fault=No,times=1,operation=") + work_types_call).ok());
    look();
    CHECK(detail().work_types_at == Instant{});
    CHECK(detail().attempts == 1);
    for (const auto& project : books().projects)
        if (project.id != number) {
            look_at(project.id);
            break;
        }
    CHECK(count("SELECT COUNT(*) FROM project_detail WHERE work_types_at > 0") == 1);
    pass(minute_ms);
    CHECK(detail().work_types_at == clock.now());
    CHECK(detail().attempts == 0);
}

TEST_CASE_FIXTURE(Allowed, "a project that is refused for good is asked about less and less") {
    REQUIRE(erp.set_fault(std::string("fault=No,operation=") + work_types_call).ok());
    look();
    for (int i = 0; i < 600; ++i) pass(minute_ms);
    CHECK(detail().attempts == 6);
    const auto before = calls();
    pass(day_ms);
    CHECK(calls() > before);
}

TEST_CASE_FIXTURE(Allowed, "an empty answer is not taken for one") {
    look();
    there(number).id = 999'999;
    pass(day_ms);
    CHECK(calls() == 2);
    CHECK(allowed().size() == 1);
    CHECK(detail().attempts == 1);
}

TEST_CASE_FIXTURE(Allowed, "what was asked for survives a crash at any statement") {
    for (std::int64_t at = 1; at <= 20; ++at) {
        CAPTURE(at);
        REQUIRE(sqlite->query("DELETE FROM project_detail").ok());
        REQUIRE(sqlite->query("DELETE FROM project_work_type").ok());
        REQUIRE(store::ProjectDetails(*sqlite).needed(workspace, id(), clock.now()).ok());
        database->die_at(at);
        mirror->work_until_idle();
        // Each process logs in, and 24SevenOffice refuses too many of that.
        clock.advance(hour_ms);
        reopen();
        mirror->work_until_idle();
        CHECK(allowed().size() == 1);
        CHECK(detail().work_types_at > Instant{});
    }
}

}  // namespace busy24
