// The audit log: in order, without gaps, and a change afterwards shows.
#include "proxy/store/audit.hpp"

#include <thread>

#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

struct AuditLog : FreshDatabase {
    Audit audit{**this};
    WorkspaceId workspace = add_workspace();

    void note(const WorkspaceId& where, const std::string& after) {
        REQUIRE(audit
                    .append({.workspace_id = where,
                             .noted_at = clock.now(),
                             .actor_id = "kari",
                             .actor_name = "Kari Nordli",
                             .action = api::AuditAction::policy_changed,
                             .before_value = "erp",
                             .after_value = after})
                    .ok());
    }
    std::optional<std::int64_t> broken() { return audit.first_broken(workspace).value(); }
    void tamper(std::string_view sql) { REQUIRE((**this).execute(std::string(sql)).ok()); }
};

}  // namespace

TEST_CASE_FIXTURE(AuditLog, "each workspace has its own numbers, from one and without gaps") {
    const auto other = add_workspace(8);
    note(workspace, "busy");
    note(other, "busy");
    note(workspace, "ask");
    CHECK(ask("SELECT COUNT(*) FROM audit WHERE number = 1") == "2");
    CHECK(ask("SELECT after_value FROM audit WHERE number = 2") == "ask");
    CHECK(!broken());
}

TEST_CASE_FIXTURE(AuditLog, "what is changed, taken away or put in afterwards shows") {
    for (const auto* after : {"busy", "ask", "erp", "busy"}) note(workspace, after);
    REQUIRE(!broken());
    SUBCASE("changed") {
        tamper("UPDATE audit SET actor_name = 'Ola' WHERE number = 3");
        CHECK(broken() == 3);
    }
    SUBCASE("taken away") {
        tamper("DELETE FROM audit WHERE number = 2");
        CHECK(broken() == 2);
    }
    SUBCASE("two that changed places") {
        tamper("UPDATE audit SET number = number + 10 WHERE number IN (2, 3)");
        tamper("UPDATE audit SET number = 15 - number + 0 WHERE number IN (12, 13)");
        CHECK(broken() == 2);
    }
}

TEST_CASE_FIXTURE(AuditLog, "entries that are written at once get one number each") {
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&] {
            for (int i = 0; i < 25; ++i) note(workspace, "busy");
        });
    for (auto& thread : threads) thread.join();
    CHECK(audit.count(workspace).value() == 100);
    CHECK(!broken());
}

}  // namespace busy24::store
