// Setups that are carried out in the background: one that fails is told, and stops no other.
#include "tests/app/people_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

struct TwoSetups : PeopleHarness {
    Browser other{*this, "192.0.2.8"};

    TwoSetups() { open_second_workspace(other); }
    void change_database(const std::string& sql) {
        auto database = store::open_sqlite(folder.file("busy24.db"));
        REQUIRE(database.ok());
        REQUIRE(database.value()->query(sql).ok());
    }
    static api::SetupRun newest(Browser& who) {
        const auto answer = who.call<api::GetFirstSetup>();
        REQUIRE(answer.ok());
        REQUIRE_FALSE(answer.reply.runs.empty());
        return answer.reply.runs.front();
    }
    void begin_setup(Browser& who) {
        clock.advance(second_ms);
        const auto plan = who.call<api::GetFirstSetup>().reply;
        REQUIRE(plan.plan.total() > 0);
        REQUIRE(who.call<api::ApplySetup>({{"version", plan.version}}).ok());
    }
};

}  // namespace

TEST_CASE_FIXTURE(TwoSetups, "a setup that fails each time is told, and stops no other workspace") {
    change_database(
        "CREATE TRIGGER refuses_seats BEFORE INSERT ON membership WHEN new.workspace_id = "
        "(SELECT id FROM workspace WHERE tenant_id = " +
        std::to_string(demo::granlund) + ") BEGIN SELECT RAISE(ABORT, 'no'); END");
    begin_setup(admin);
    begin_setup(other);
    work();
    CHECK(newest(admin).state == api::SetupState::applying);
    CHECK(newest(other).state == api::SetupState::applied);
    CHECK(log_text.find("\"setup_failed\"") != std::string::npos);
    change_database("DROP TRIGGER refuses_seats");
    clock.advance(10 * minute_ms);
    work();
    CHECK(newest(admin).state == api::SetupState::applied);
    CHECK(newest(admin).done == newest(admin).counts.total());
}
