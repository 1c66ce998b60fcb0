// A project's members and allowed work types through the whole program.
#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

constexpr auto work_types_call = "GetWorkTypeList";

struct ProjectDetailsStage : MirrorHarness {
    std::string id;
    simulator::Project* there = nullptr;

    ProjectDetailsStage() {
        auto& books = erp.world().data.tenants.front();
        for (auto& project : books.projects)
            if (!there && project.is_active && project.participants.size() > 1) there = &project;
        REQUIRE(there);
        there->work_types = {books.work_types.front().id};
        const auto found =
            browser.call<api::ListRecords>({{"search", std::to_string(there->id)}, {"limit", 1}});
        REQUIRE(found.reply.total == 1);
        id = found.reply.records.front().id;
        erp.reset_calls();
    }
    tests::Outcome<api::GetProjectDetails> ask(Browser& who) {
        return who.call<api::GetProjectDetails>({{"id", id}});
    }
    api::GetProjectDetails::Reply details() {
        const auto answer = ask(browser);
        REQUIRE(answer.ok());
        return answer.reply;
    }
};

}  // namespace

TEST_CASE_FIXTURE(ProjectDetailsStage,
                  "the first to ask is told that it comes, and has it a moment later") {
    const auto first = details();
    CHECK(first.fetched_at_ms == 0);
    CHECK(first.is_refreshing);
    CHECK(first.work_types.empty());
    CHECK(erp.calls() == 0);
    work();
    CHECK(erp.calls() == 1);
    CHECK(erp.calls(work_types_call) == 1);
    const auto second = details();
    CHECK(second.fetched_at_ms == clock.now().ms);
    CHECK_FALSE(second.is_refreshing);
    REQUIRE(second.work_types.size() == 1);
    const auto& type = second.work_types.front();
    CHECK(type.number == std::to_string(there->work_types.front()));
    const auto page =
        browser.call<api::GetRecord>({{"entity", "work_type"}, {"id", type.id}}).reply;
    CHECK(page.record.name == type.name);
    work();
    CHECK(erp.calls() == 1);
}

TEST_CASE_FIXTURE(ProjectDetailsStage,
                  "an old answer tells its age, and is fetched again when it is asked for") {
    details();
    work();
    const auto fetched_at = details().fetched_at_ms;
    clock.advance(day_ms + hour_ms);
    REQUIRE(browser.log_in(demo::manager, demo::manager_password).ok());
    const auto old = details();
    CHECK(old.fetched_at_ms == fetched_at);
    CHECK(old.is_refreshing);
    REQUIRE(old.work_types.size() == 1);
    there->work_types.clear();
    work();
    const auto fresh = details();
    CHECK(fresh.fetched_at_ms == clock.now().ms);
    CHECK(fresh.work_types.empty());
    CHECK_FALSE(fresh.is_refreshing);
}

TEST_CASE_FIXTURE(ProjectDetailsStage,
                  "the members are those of 24SevenOffice, the ones who take part first") {
    const auto reply = details();
    CHECK(reply.members_at_ms > 0);
    REQUIRE(reply.members.size() == there->participants.size());
    CHECK(reply.members.front().takes_part);
    for (std::size_t i = 1; i < reply.members.size(); ++i)
        CHECK(reply.members[i - 1].takes_part >= reply.members[i].takes_part);
    for (const auto& member : reply.members) {
        const auto* person = erp.world().data.tenants.front().person(std::stoll(member.contact_id));
        REQUIRE(person);
        CHECK(member.name == person->first_name + " " + person->last_name);
        CHECK(member.person_id.empty() != person->is_employee);
        CHECK_FALSE(member.role.empty());
    }
}

TEST_CASE_FIXTURE(ProjectDetailsStage, "what was asked for is fetched after a restart as well") {
    details();
    restart();
    work();
    CHECK(erp.calls(work_types_call) == 1);
    CHECK(details().fetched_at_ms > 0);
}

TEST_CASE_FIXTURE(ProjectDetailsStage, "the thread fetches it within seconds") {
    details();
    run_threads_until("SELECT 1 FROM project_detail WHERE work_types_at > 0");
    REQUIRE(browser.log_in(demo::manager, demo::manager_password).ok());
    CHECK(details().work_types.size() == 1);
}

TEST_CASE_FIXTURE(ProjectDetailsStage,
                  "an employee may ask; a stranger and another workspace may not") {
    Browser stranger{*this, "192.0.2.9"};
    CHECK(ask(stranger).failure.code == ErrorCode::unauthenticated);
    CHECK(browser.call<api::GetProjectDetails>({{"id", "en annen"}}).failure.code ==
          ErrorCode::not_found);
    CHECK(api::GetProjectDetails::endpoint.access == api::Access::project_reader);
}

TEST_CASE_FIXTURE(ProjectDetailsStage,
                  "a project that is only here has no details, and costs no call") {
    const auto saved = browser.call<api::SaveProject>({{"id", ""},
                                                       {"version", 0},
                                                       {"name", "Bare her"},
                                                       {"customerId", ""},
                                                       {"startsOn", ""},
                                                       {"endsOn", ""},
                                                       {"description", ""}});
    REQUIRE(saved.ok());
    id = saved.reply.page.record.id;
    const auto reply = details();
    CHECK(reply.members.empty());
    CHECK(reply.members_at_ms == 0);
    CHECK_FALSE(reply.is_refreshing);
    work();
    CHECK(erp.calls(work_types_call) == 0);
}
