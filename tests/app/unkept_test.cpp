// What 24SevenOffice has and Busy cannot keep: told with its reason, let be, and fetched once
// mended.
#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

struct Unkept : MirrorHarness {
    Unkept() {
        const auto list = browser.call<api::ListRecords>({{"limit", 2}}).reply;
        REQUIRE(list.records.size() == 2);
        id = list.records[0].id;
        number = std::stoll(list.records[0].number);
        name_there(std::string(256, 'x'));
    }
    void name_there(const std::string& name) {
        erp.edit([&](simulator::World& world) {
            auto* project = world.data.tenants.front().project(number);
            project->name = name;
            project->changed_at = clock.now().ms;
        });
        clock.advance(second_ms);
        REQUIRE(browser.call<api::SyncNow>().ok());
        work();
    }
    std::vector<api::SendProblem> problems() {
        return browser.call<api::GetMirror>().reply.problems;
    }
    std::int64_t attention() { return browser.call<api::GetAttention>().reply.count; }

    std::string id;
    std::int64_t number = 0;
};

}  // namespace

TEST_CASE_FIXTURE(Unkept, "what cannot be kept here is named until it is mended there") {
    REQUIRE(problems().size() == 1);
    const auto problem = problems().front();
    CHECK(problem.is_incoming);
    CHECK(problem.reason == "too_long");
    CHECK(problem.record_id == id);
    CHECK(problem.number == std::to_string(number));
    CHECK(attention() == 1);
    CHECK(browser.call<api::ExportProblems>().reply.text.find("from_erp;project;" + id) !=
          std::string::npos);
    // Only the next reading tries it again.
    CHECK(browser.call<api::DecideProblem>({{"id", problem.id}}).status == 422);
    name_there("Kort og godt");
    CHECK(problems().empty());
    CHECK(attention() == 0);
    CHECK(browser.call<api::GetRecord>({{"entity", "project"}, {"id", id}}).reply.record.name ==
          "Kort og godt");
}

TEST_CASE_FIXTURE(Unkept, "what somebody lets be is back when it is another") {
    REQUIRE(problems().size() == 1);
    REQUIRE(browser
                .call<api::DecideProblem>(
                    {{"id", problems().front().id}, {"isIgnored", true}, {"note", "Testprosjekt"}})
                .ok());
    CHECK(problems().empty());
    CHECK(attention() == 0);
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    work();
    CHECK(problems().empty());
    name_there(std::string(257, 'y'));
    CHECK(problems().size() == 1);
}

TEST_CASE_FIXTURE(Unkept, "what is no longer there, or no longer wanted, is no problem") {
    REQUIRE(problems().size() == 1);
    erp.edit([&](simulator::World& world) {
        auto& projects = world.data.tenants.front().projects;
        std::erase_if(projects, [&](const auto& project) { return project.id == number; });
    });
    clock.advance(second_ms);
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    work();
    CHECK(problems().empty());
}
