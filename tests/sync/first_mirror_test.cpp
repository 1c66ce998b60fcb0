// The first mirror of the demo's company: what is fetched, planned, written and told.
#include <algorithm>

#include "tests/sync/mirror_harness.hpp"

using namespace busy24;

namespace {

std::int64_t customers_in(const simulator::Tenant& books) {
    return std::count_if(books.companies.begin(), books.companies.end(),
                         [](const auto& c) { return !c.is_deleted && c.type != "Supplier"; });
}

std::int64_t employees_in(const simulator::Tenant& books) {
    return std::count_if(books.persons.begin(), books.persons.end(),
                         [](const auto& p) { return p.is_employee; });
}

std::int64_t active_projects_in(const simulator::Tenant& books) {
    return std::count_if(books.projects.begin(), books.projects.end(),
                         [](const auto& p) { return p.is_active; });
}

}  // namespace

TEST_CASE("the preview counts every record of 24SevenOffice, and nothing is written yet") {
    MirrorHarness harness;
    const auto preview = harness.prepare();
    REQUIRE(preview.state == api::PreviewState::ready);
    const auto projects = static_cast<std::int64_t>(harness.books().projects.size());
    CHECK(projects == 150);
    CHECK(plan_of(preview, Entity::project).fetched == projects);
    CHECK(plan_of(preview, Entity::project).create_in_busy == projects);
    CHECK(plan_of(preview, Entity::customer).create_in_busy == customers_in(harness.books()));
    CHECK(plan_of(preview, Entity::person).create_in_busy == employees_in(harness.books()));
    CHECK(plan_of(preview, Entity::work_type).create_in_busy ==
          static_cast<std::int64_t>(harness.books().work_types.size()));
    CHECK(preview.questions.empty());
    CHECK(harness.count("SELECT COUNT(*) FROM project") == 0);
}

TEST_CASE("the first mirror does what the preview said, in at most 12 calls") {
    MirrorHarness harness;
    const auto preview = harness.prepare();
    const auto run = harness.first_run();
    CHECK(run.state == api::RunState::succeeded);
    CHECK(run.started_by == "Kari Nordlie");
    CHECK(run.finished_at_ms);
    CHECK(harness.erp.calls() <= 12);
    REQUIRE(run.entities.size() == 4);
    for (const auto& entity : run.entities) {
        CHECK(entity.done == entity.total);
        CHECK(entity.created == plan_of(preview, entity.entity).create_in_busy);
        CHECK(entity.failed == 0);
    }
    const auto all_counts = harness.mirror->counts(harness.workspace).value();
    for (const auto& counts : all_counts)
        if (counts.entity == Entity::project) {
            CHECK(counts.active == active_projects_in(harness.books()));
            CHECK(counts.active + counts.archived == 150);
        }
    // Every project whose customer is one of ours knows it.
    CHECK(harness.count("SELECT COUNT(*) FROM project p JOIN customer c ON c.number = "
                        "p.customer_number WHERE p.customer_id IS NULL") == 0);
    CHECK(harness.count("SELECT COUNT(*) FROM project WHERE customer_id IS NOT NULL") > 0);
}

TEST_CASE("a second run of the same books changes nothing") {
    MirrorHarness harness;
    harness.prepare();
    harness.first_run();
    const auto before = harness.count("SELECT COUNT(*) FROM link");
    harness.clock.advance(hour_ms);
    const auto run = harness.first_run();
    CHECK(run.state == api::RunState::succeeded);
    for (const auto& entity : run.entities) {
        CHECK(entity.unchanged == entity.total);
        CHECK(entity.total > 0);
    }
    CHECK(harness.count("SELECT COUNT(*) FROM link") == before);
}

TEST_CASE("what changed in 24SevenOffice since is changed, and what it lost is archived") {
    MirrorHarness harness;
    harness.first_run();
    harness.erp.edit([](simulator::World& world) {
        auto& books = world.data.tenants.front();
        books.projects[0].name = "Nytt navn på Bryggen";
        books.projects[1].is_active = !books.projects[1].is_active;
        for (auto& person : books.persons)
            if (person.is_employee && person.id != 7'001) {
                person.is_employee = false;
                break;
            }
    });
    harness.clock.advance(hour_ms);
    const auto run = harness.first_run();
    CHECK(progress_of(run, Entity::project).changed == 2);
    CHECK(progress_of(run, Entity::person).changed == 1);
    CHECK(harness.count("SELECT COUNT(*) FROM project WHERE name = 'Nytt navn på Bryggen'") == 1);
    CHECK(harness.count("SELECT COUNT(*) FROM person WHERE is_active = 0") == 1);
    harness.clock.advance(hour_ms);
    CHECK(progress_of(harness.first_run(), Entity::person).changed == 0);
}

TEST_CASE("a list that shrinks to nothing stops the run before anything is written") {
    MirrorHarness harness;
    harness.first_run();
    const auto active_projects = harness.count("SELECT COUNT(*) FROM project WHERE is_active = 1");
    CHECK(active_projects > 0);
    harness.erp.edit([](simulator::World& world) { world.data.tenants.front().projects.clear(); });
    harness.clock.advance(hour_ms);
    const auto run = harness.first_run();
    CHECK(run.state == api::RunState::failed);
    REQUIRE(run.failure);
    CHECK(run.failure->reason == "list_shrank");
    CHECK_FALSE(run.failure->retry_at_ms);
    CHECK(harness.count("SELECT COUNT(*) FROM project WHERE is_active = 1") == active_projects);
}

TEST_CASE("what is switched off is not fetched, and persons always are") {
    struct Case {
        bool projects, work_types, customers;
    };
    for (const auto c : {Case{true, false, false}, Case{false, true, false},
                         Case{false, false, true}, Case{false, false, false}}) {
        MirrorHarness harness({.projects = 10, .companies = 10, .persons = 10, .work_types = 10});
        harness.set_switches(c.projects, c.work_types, c.customers);
        const auto run = harness.first_run();
        CHECK(run.state == api::RunState::succeeded);
        CHECK(harness.erp.calls("GetProjectList") == (c.projects ? 1 : 0));
        CHECK(harness.erp.calls("GetDeactivatedProjects") == (c.projects ? 1 : 0));
        CHECK(harness.erp.calls("GetWorkTypeList") == (c.work_types ? 2 : 0));
        CHECK(harness.erp.calls("GetCompanies") == (c.customers ? 1 : 0));
        CHECK(harness.erp.calls("GetPersons") == 1);
        CHECK(run.entities.size() ==
              1u + (c.projects ? 1u : 0u) + (c.work_types ? 1u : 0u) + (c.customers ? 1u : 0u));
    }
}

TEST_CASE("a bad record fails by itself and is named, the others are mirrored") {
    MirrorHarness harness;
    harness.erp.edit([](simulator::World& world) {
        auto& books = world.data.tenants.front();
        books.projects[0].name = "   ";
        books.projects[1].name = std::string(300, 'x');
    });
    const auto run = harness.first_run();
    CHECK(run.state == api::RunState::succeeded);
    CHECK(progress_of(run, Entity::project).failed == 2);
    CHECK(progress_of(run, Entity::project).created == 148);
    const auto failed = harness.mirror->records(
        harness.workspace,
        {.run_id = run.id, .entity = Entity::project, .outcome = Outcome::failed});
    REQUIRE(failed.ok());
    REQUIRE(failed.value().total == 2);
    CHECK(failed.value().records[0].reason == "no_name");
    CHECK(failed.value().records[1].reason == "too_long");
}

TEST_CASE("the records of a run are found by a part of their name or number, page by page") {
    MirrorHarness harness;
    harness.erp.edit([](simulator::World& world) {
        auto& projects = world.data.tenants.front().projects;
        projects[0].name = "ÅÅKERENGA 99 % ferdig";
        projects[1].name = "Ærlig arbeid";
    });
    const auto run = harness.first_run();
    const auto find = [&](std::string search, std::int64_t offset, std::int64_t limit) {
        return harness.mirror
            ->records(harness.workspace, {.run_id = run.id,
                                          .entity = Entity::project,
                                          .outcome = Outcome::created,
                                          .search = std::move(search),
                                          .offset = offset,
                                          .limit = limit})
            .value();
    };
    CHECK(find("ååkerenga", 0, 50).total == 1);
    CHECK(find("99 %", 0, 50).records.at(0).label == "ÅÅKERENGA 99 % ferdig");
    CHECK(find(std::to_string(harness.books().projects[1].id), 0, 50).total == 1);
    CHECK(find("", 0, 50).total == 150);
    CHECK(find("", 149, 50).records.size() == 1);
    // å stands last in the Norwegian alphabet, and æ before it.
    CHECK(find("", 149, 50).records[0].label == "ÅÅKERENGA 99 % ferdig");
    CHECK(
        harness.mirror->records(harness.workspace, {.run_id = run.id, .limit = 201}).error().code ==
        ErrorCode::invalid);
    CHECK(harness.mirror->records(WorkspaceId{"en annen"}, {.run_id = run.id}).error().code ==
          ErrorCode::not_found);
}
