// «Koble fra» with the password again, and connecting again to the same client.
#include <algorithm>

#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

struct Leaving : MirrorHarness {
    tests::Outcome<api::Disconnect> disconnect(std::string_view username,
                                               std::string_view password) {
        return browser.call<api::Disconnect>(
            {{"way", "erp"}, {"username", username}, {"password", password}});
    }
    tests::Outcome<api::Disconnect> disconnect() {
        return disconnect(demo::manager, demo::manager_password);
    }
    api::Connection connection() {
        const auto reply = browser.call<api::GetConnection>();
        REQUIRE(reply.ok());
        return reply.reply;
    }
    tests::Outcome<api::ChangeAccount> connect_again() {
        return browser.call<api::ChangeAccount>(
            {{"username", demo::api_user}, {"password", demo::api_user_password}});
    }
    std::int64_t calls_of_a_day() {
        erp.reset_calls();
        for (int hour = 0; hour < 24; ++hour) {
            clock.advance(hour_ms);
            REQUIRE(app->mirror().start_due_runs().ok());
            work();
        }
        app->test_due_connections();
        return erp.calls();
    }
    std::int64_t rows_in(const std::string& table) {
        const auto file = store::open_sqlite(folder.file("busy24.db")).value();
        return std::stoll(file->query("SELECT COUNT(*) FROM " + table).value()[0][0].value_or("0"));
    }
    std::int64_t projects_there(const std::string& name) {
        std::int64_t count = 0;
        erp.edit([&](simulator::World& world) {
            for (const auto& project : world.data.tenants.front().projects)
                count += project.name == name ? 1 : 0;
        });
        return count;
    }
    std::string create(const std::string& name) {
        const auto saved = browser.call<api::SaveProject>({{"name", name}});
        REQUIRE(saved.ok());
        return saved.reply.page.record.id;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Leaving, "it is told what goes before it does") {
    rename(some_project(), "Venter på å bli sendt");
    REQUIRE(erp.set_fault("http-500,operation=SaveProject").ok());
    let_it_run();
    erp.clear_faults();
    const auto reply = browser.call<api::GetDisconnection>();
    REQUIRE(reply.ok());
    CHECK(reply.reply.is_connected);
    CHECK(reply.reply.account == demo::api_user);
    CHECK(reply.reply.queued == 1);
    CHECK(reply.reply.tenant_name == "Granlund Bygg og Anlegg AS");
    CHECK_FALSE(reply.reply.has_busy_password);
    CHECK(reply.reply.locked_out.empty());
}

TEST_CASE_FIXTURE(Leaving, "without the right password nothing happens, and guesses are counted") {
    CHECK(disconnect(demo::manager, "feil").failure.reason == "wrong_login");
    // Somebody else's right password is not the asker's.
    CHECK(disconnect(demo::api_user, demo::api_user_password).failure.reason == "wrong_login");
    CHECK(connection().is_connected);
    for (int i = 0; i < 4; ++i) CHECK(disconnect(demo::manager, "feil").status == 422);
    CHECK(disconnect().failure.reason == "too_many_attempts");
    // Not the log-in page's tries.
    CHECK(browser.log_in(demo::manager, demo::manager_password).ok());
}

TEST_CASE_FIXTURE(Leaving,
                  "who has a Busy password disconnects with that, and guesses are counted") {
    const auto link =
        browser
            .call<api::InviteUsers>(
                {{"invitees", {{{"email", "liv@firma.example"}, {"role", "administrator"}}}}})
            .reply.results.front()
            .link;
    const std::string password = "en lang nok setning";
    Browser liv{*this, "192.0.2.7"};
    REQUIRE(liv.call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                             {"name", "Liv Hagen"},
                                             {"password", password}})
                .ok());
    CHECK(liv.call<api::GetDisconnection>().reply.has_busy_password);
    const auto try_with = [&](Browser& who, const std::string& typed) {
        return who.call<api::Disconnect>({{"way", "busy"}, {"password", typed}});
    };
    erp.reset_calls();
    CHECK(try_with(liv, "feil").failure.reason == "wrong_password");
    // Somebody else's, who has none.
    CHECK(try_with(browser, password).failure.reason == "wrong_password");
    for (int i = 0; i < 4; ++i) CHECK(try_with(liv, "feil").status == 422);
    // Beyond the fifth try the right one is none either.
    CHECK(try_with(liv, password).failure.reason == "too_many_attempts");
    CHECK(connection().is_connected);
    clock.advance(20 * minute_ms);
    REQUIRE(try_with(liv, password).ok());
    CHECK_FALSE(connection().is_connected);
    const auto line = browser.call<api::ListAudit>().reply.lines.front();
    CHECK(line.action == api::AuditAction::disconnected);
    CHECK(line.actor == "Liv Hagen");
    CHECK(erp.calls() == 0);
}

TEST_CASE_FIXTURE(Leaving, "afterwards nothing reaches 24SevenOffice, and no credential is left") {
    for (const auto* kept : {"credential", "erp_session"}) REQUIRE(rows_in(kept) > 0);
    REQUIRE(disconnect().ok());
    CHECK_FALSE(connection().is_connected);
    CHECK(connection().disconnected_at_ms == clock.now().ms);
    CHECK(connection().attention.empty());
    for (const auto* kept : {"credential", "erp_session"}) CHECK_MESSAGE(rows_in(kept) == 0, kept);
    CHECK(calls_of_a_day() == 0);
    restart();
    CHECK(calls_of_a_day() == 0);
    REQUIRE(browser.log_in(demo::manager, demo::manager_password).ok());
    CHECK(browser.call<api::SyncNow>({{"isFull", true}}).failure.reason == "disconnected");
    CHECK(browser.call<api::TestConnection>().failure.reason == "disconnected");
    CHECK(disconnect().failure.reason == "disconnected");
    CHECK(browser.call<api::GetConnectionNotice>().reply == api::GetConnectionNotice::Reply{});
}

TEST_CASE_FIXTURE(Leaving, "the records stay and can be changed, and the log says who did it") {
    const auto page = some_project();
    REQUIRE(disconnect().ok());
    const auto line = browser.call<api::ListAudit>().reply.lines.front();
    CHECK(line.action == api::AuditAction::disconnected);
    CHECK(line.actor == "Ingrid Solheim");
    CHECK(rename(some_project(), "Navn uten kobling") == page.record.id);
    CHECK(some_project().link == api::LinkState::local);
}

TEST_CASE_FIXTURE(Leaving, "connecting again finds the old links, and makes nothing twice") {
    const auto page = some_project();
    const auto before = connection();
    REQUIRE(disconnect().ok());
    rename(some_project(), "Endret imens");
    erp.reset_calls();
    REQUIRE(connect_again().reply.is_in_use);
    work();
    CHECK(connection().is_connected);
    CHECK(connection().options == before.options);
    CHECK(connection().counts == before.counts);
    CHECK(explain(page.record.id).is_linked);
    CHECK(browser.call<api::GetMirror>().reply.run->state == api::RunState::succeeded);
    // What was changed meanwhile leaves as an ordinary change.
    let_it_run();
    CHECK(projects_there("Endret imens") == 1);
    CHECK(browser.call<api::ListAudit>().reply.lines.front().action == api::AuditAction::connected);
}

TEST_CASE_FIXTURE(Leaving, "a project whose answer was lost is not made twice after all that") {
    REQUIRE(erp.set_fault("timeout-after-write=1,operation=SaveProject,times=1").ok());
    create("Kanskje laget");
    let_it_run();
    CHECK(projects_there("Kanskje laget") == 1);
    REQUIRE(disconnect().ok());
    erp.clear_faults();
    REQUIRE(connect_again().reply.is_in_use);
    for (int i = 0; i < 6; ++i) {
        work();
        clock.advance(20 * minute_ms);
        let_it_run();
    }
    CHECK(projects_there("Kanskje laget") == 1);
}

TEST_CASE_FIXTURE(Leaving, "a run under way stops, and writes nothing more") {
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    REQUIRE(disconnect().ok());
    erp.reset_calls();
    work();
    CHECK(erp.calls() == 0);
}

TEST_CASE_FIXTURE(Leaving, "disconnecting is for administrators, of their own workspace") {
    Browser stranger(*this, "192.0.2.9");
    CHECK(stranger.call<api::GetDisconnection>().status == 401);
    CHECK(stranger.call<api::Disconnect>({{"way", "erp"}, {"username", "x"}, {"password", "y"}})
              .status == 401);
}
