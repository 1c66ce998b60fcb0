// The audit log: in order, without gaps, and a change afterwards shows.
#include "proxy/store/audit.hpp"

#include <thread>

#include "proxy/store/credentials.hpp"
#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

struct AuditLog : FreshDatabase {
    std::unique_ptr<security::Vault> vault =
        security::Vault::open(folder.file("key"), random, data_keys_in(**this)).value();
    Audit audit{**this, *vault};
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
    // By somebody who can write the file, and knows what is in the way.
    void tamper(std::string_view sql) {
        for (const auto* trigger : {"audit_is_not_changed", "audit_is_not_shortened"})
            REQUIRE((**this).execute("DROP TRIGGER IF EXISTS " + std::string(trigger)).ok());
        REQUIRE((**this).execute(std::string(sql)).ok());
    }
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
    SUBCASE("the newest") {
        tamper("DELETE FROM audit WHERE number = 4");
        CHECK(broken() == 4);
        // A seal of another time or workspace is none, nor is a missing one.
        tamper("UPDATE audit_head SET sealed = 'AAAA'");
        CHECK(broken() == 4);
        tamper("DELETE FROM audit_head");
        CHECK(broken() == 4);
    }
    SUBCASE("all of them") {
        tamper("DELETE FROM audit");
        CHECK(broken() == 1);
    }
    SUBCASE("put in at the end, by who has no key") {
        tamper(
            "INSERT INTO audit SELECT workspace_id, 5, noted_at, actor_id, actor_name, action, "
            "subject_id, subject_name, before_value, after_value, hash, folded "
            "FROM audit WHERE number = 4");
        CHECK(broken() == 5);
    }
}

TEST_CASE_FIXTURE(AuditLog, "the database changes and takes away no entry") {
    for (const auto* after : {"busy", "ask"}) note(workspace, after);
    CHECK_FALSE((**this).query("UPDATE audit SET actor_name = 'Ola' WHERE number = 1").ok());
    CHECK_FALSE((**this).query("UPDATE audit SET folded = ''").ok());
    CHECK_FALSE((**this).query("DELETE FROM audit WHERE number = 2").ok());
    CHECK_FALSE((**this).query("DELETE FROM audit").ok());
    CHECK_FALSE((**this).query("INSERT OR REPLACE INTO audit SELECT * FROM audit").ok());
    CHECK(audit.count(workspace).value() == 2);
    CHECK(!broken());
    // Until the workspace goes.
    REQUIRE(Workspaces(**this).remove(workspace).ok());
    CHECK(ask("SELECT COUNT(*) FROM audit") == "0");
    CHECK(ask("SELECT COUNT(*) FROM audit_head") == "0");
}

TEST_CASE_FIXTURE(AuditLog, "a log from before the seals is believed once, and goes on") {
    note(workspace, "busy");
    tamper("DELETE FROM audit_head");
    REQUIRE(broken() == 2);
    REQUIRE(audit.seal_all().ok());
    CHECK(!broken());
    note(workspace, "ask");
    CHECK(!broken());
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
