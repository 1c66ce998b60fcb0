// What administrators do is told in the audit log, and can be read, searched and checked.
#include <algorithm>
#include <sstream>

#include "proxy/store/migrations.hpp"
#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct Audited : MirrorHarness {
    api::ListAudit::Reply list(const json& members = json::object()) {
        const auto reply = browser.call<api::ListAudit>(members);
        REQUIRE(reply.ok());
        return reply.reply;
    }
    api::AuditLine newest() { return list().lines.front(); }
    // By somebody else, while the program is not running.
    void change_file(const std::string& sql) {
        app.reset();
        auto database = store::open_sqlite(folder.file("busy24.db"));
        REQUIRE(database.value()->execute(sql).ok());
        database.value().reset();
        restart();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Audited, "connecting is the first entry, with who did it and what was chosen") {
    const auto audit = list();
    REQUIRE(audit.total == 1);
    CHECK(audit.lines[0].action == api::AuditAction::connected);
    CHECK(audit.lines[0].actor == "Ingrid Solheim");
    CHECK(audit.lines[0].subject == "Granlund Bygg og Anlegg AS");
    CHECK(audit.lines[0].after_value ==
          "api_user=own; projects=yes; work_types=yes; customers=yes; sso=no");
}

TEST_CASE_FIXTURE(Audited, "a changed rule has both sides, and one that stays has no entry") {
    REQUIRE(browser.call<api::SetPolicy>({{"projectPolicy", "busy"}}).ok());
    CHECK(newest().action == api::AuditAction::policy_changed);
    CHECK(newest().before_value == "projects=erp");
    CHECK(newest().after_value == "projects=busy");
    REQUIRE(browser.call<api::SetPolicy>({{"projectPolicy", "busy"}}).ok());
    CHECK(list().total == 2);
}

TEST_CASE_FIXTURE(Audited, "starting, pausing and resuming the mirror is told") {
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    CHECK(newest().action == api::AuditAction::mirror_started);
    CHECK(newest().after_value == "full");
    REQUIRE(browser.call<api::CancelRun>({{"id", ""}}).ok());
    CHECK(newest().action == api::AuditAction::mirror_cancelled);
    REQUIRE(browser.call<api::ResumeRun>({{"id", ""}}).ok());
    CHECK(newest().after_value == "continued");
    work();
    REQUIRE(browser
                .call<api::PauseMirror>(
                    {{"untilMs", clock.now().ms + hour_ms}, {"reason", "Rydder; ring meg"}})
                .ok());
    CHECK(newest().action == api::AuditAction::mirror_paused);
    CHECK(newest().after_value.find("reason=Rydder, ring meg") != std::string::npos);
    REQUIRE(browser.call<api::PauseMirror>({{"untilMs", 0}, {"reason", ""}}).ok());
    CHECK(newest().action == api::AuditAction::mirror_resumed);
    CHECK(newest().after_value.empty());
}

TEST_CASE_FIXTURE(Audited, "what is done to a link is told with the record's name") {
    const auto page = some_project();
    const json call{
        {"entity", "project"}, {"id", page.record.id}, {"change", "leave_alone"}, {"number", ""}};
    REQUIRE(browser.call<api::ChangeLink>(call).ok());
    CHECK(newest().subject == page.record.name);
    CHECK(newest().before_value == "linked");
    CHECK(newest().after_value == "change=leave_alone");
    CHECK(list({{"kind", "links"}}).total == 1);
    // What fails is not told.
    CHECK(browser
              .call<api::ChangeLink>(
                  {{"entity", "project"}, {"id", "none"}, {"change", "unlink"}, {"number", ""}})
              .status == 404);
    CHECK(list().total == 2);
}

TEST_CASE_FIXTURE(Audited, "people are told by their address and role") {
    const json invitee{{"email", "tone.bakke@granlund-bygg.example"}, {"name", "Tone Bakke"}};
    const auto link =
        browser.call<api::InviteUsers>({{"invitees", {invitee}}}).reply.results.front().link;
    CHECK(newest().action == api::AuditAction::user_invited);
    CHECK(newest().subject == "tone.bakke@granlund-bygg.example");
    Browser guest{*this, "192.0.2.7"};
    REQUIRE(guest
                .call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                              {"name", "Tone Bakke"},
                                              {"password", "en lang nok setning"}})
                .ok());
    CHECK(newest().action == api::AuditAction::invitation_accepted);
    for (const auto& user : browser.call<api::ListUsers>().reply.users)
        if (user.name == "Tone Bakke")
            REQUIRE(browser
                        .call<api::ChangeUser>(
                            {{"id", user.id}, {"role", "employee"}, {"isActive", false}})
                        .ok());
    CHECK(newest().before_value == "is_active=yes");
    CHECK(newest().after_value == "is_active=no");
    CHECK(list({{"search", "tone"}}).total == 3);
    CHECK(list({{"search", "100%25"}}).total == 0);
    CHECK(guest.call<api::ListAudit>().status == 401);
}

TEST_CASE_FIXTURE(Audited, "what people do to projects is told with both sides") {
    const auto customer = browser.call<api::ListRecords>({{"entity", "customer"}, {"limit", 1}})
                              .reply.records.front();
    json members{{"name", "Nytt bygg på Ås"}, {"startsOn", "2026-06-05"}};
    auto page = browser.call<api::SaveProject>(members).reply.page;
    CHECK(newest().action == api::AuditAction::project_created);
    CHECK(newest().actor == "Ingrid Solheim");
    CHECK(newest().subject == "Nytt bygg på Ås");
    CHECK(newest().before_value.empty());
    CHECK(newest().after_value == "name=Nytt bygg på Ås; starts_on=2026-06-05");
    members["id"] = page.record.id;
    members["version"] = page.version;
    members["name"] = "Nytt bygg; Ås";
    members["customerId"] = customer.id;
    page = browser.call<api::SaveProject>(members).reply.page;
    CHECK(newest().action == api::AuditAction::project_changed);
    CHECK(newest().before_value == "name=Nytt bygg på Ås; customer=");
    CHECK(newest().after_value == "name=Nytt bygg, Ås; customer=" + customer.name);
    const auto set_active = [&](bool is_active) {
        return browser.call<api::SetProjectActive>(
            {{"id", page.record.id}, {"isActive", is_active}});
    };
    REQUIRE(set_active(false).ok());
    CHECK(newest().before_value == "is_active=yes");
    CHECK(newest().after_value == "is_active=no");
    REQUIRE(set_active(true).ok());
    CHECK(newest().after_value == "is_active=yes");
    // Nothing is told of what is so already, nor of what comes too late and is not saved.
    CHECK(list({{"kind", "projects"}}).total == 4);
    REQUIRE(set_active(true).ok());
    CHECK_FALSE(browser.call<api::SaveProject>(members).reply.is_saved);
    CHECK(list({{"kind", "projects"}}).total == 4);
}

TEST_CASE_FIXTURE(Audited, "a long log is given whole, in pieces that its receiver can stop") {
    // As if a user had been changed 2,500 times.
    change_file(
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 2501) "
        "INSERT INTO audit (workspace_id, number, noted_at, actor_id, actor_name, action, "
        "subject_id, subject_name, before_value, after_value, hash, folded) "
        "SELECT a.workspace_id, n.i, a.noted_at, '', '', 'user_changed', '', '', '', '', '', '' "
        "FROM audit a, n WHERE a.number = 1");
    const auto answer = app->site().answer(browser.request<api::ExportAudit>(json::object()));
    REQUIRE(answer.stream);
    const auto type =
        std::find(answer.headers.begin(), answer.headers.end(),
                  std::pair<std::string, std::string>("Content-Type", "text/csv; charset=utf-8"));
    CHECK(type != answer.headers.end());
    std::string text;
    std::size_t largest = 0;
    int pieces = 0;
    REQUIRE((*answer.stream)([&](std::string_view piece) {
                largest = std::max(largest, piece.size());
                ++pieces;
                text += piece;
                return true;
            }).ok());
    CHECK(pieces == 3);
    CHECK(largest < text.size() / 2);
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    CHECK(line.find("number;noted_at") != std::string::npos);
    int number = 2501;
    for (; std::getline(lines, line); --number)
        REQUIRE_MESSAGE(line.find(';' + std::to_string(number) + ';') != std::string::npos, line);
    CHECK(number == 0);
    int taken = 0;
    CHECK_FALSE((*answer.stream)([&](std::string_view) { return ++taken < 2; }).ok());
    CHECK(taken == 2);
}

TEST_CASE_FIXTURE(Audited, "the log is checked, and given as a table") {
    REQUIRE(browser.call<api::SetPolicy>({{"projectPolicy", "ask"}}).ok());
    const auto check = browser.call<api::CheckAudit>().reply;
    CHECK(check.count == 2);
    CHECK(check.first_broken == 0);
    const auto table = browser.call<api::ExportAudit>();
    REQUIRE(table.ok());
    CHECK(table.body.find("policy_changed;") != std::string::npos);
    CHECK(browser.call<api::ListAudit>({{"limit", 1000}}).status == 422);
    // Filtered as the list is.
    for (const json& filter :
         {json{{"search", "ask"}}, json{{"sinceMs", clock.now().ms - minute_ms}}}) {
        CAPTURE(filter.dump());
        const auto some = browser.call<api::ExportAudit>(filter).body;
        CHECK(some.find("policy_changed;") != std::string::npos);
        CHECK(some.find(";connected;") == std::string::npos);
    }
    CHECK(table.body.find(";connected;") != std::string::npos);
    CHECK(browser.call<api::ExportAudit>({{"kind", "links"}}).body.find("policy_changed;") ==
          std::string::npos);
    CHECK(browser.call<api::ExportAudit>({{"search", std::string(201, 'x')}}).status == 422);
}

TEST_CASE_FIXTURE(Audited, "logs are sealed by the start that brings the seals, and by no later") {
    const auto broken = [&] { return browser.call<api::CheckAudit>().reply.first_broken; };
    const auto count = list().total;
    // As a program from before the seals left it.
    change_file(
        "DROP TABLE audit_head; DROP TRIGGER audit_is_not_changed; "
        "DROP TRIGGER audit_is_not_overwritten; DROP TRIGGER audit_is_not_shortened; "
        // And what came after them.
        "DROP INDEX record_has_problem; DROP TABLE refused; DROP TABLE replaced_link; "
        "ALTER TABLE app_user DROP COLUMN matched_by; "
        "DELETE FROM migration WHERE number >= " +
        std::to_string(store::audit_seal_migration));
    CHECK(broken() == 0);
    change_file("DELETE FROM audit_head");
    CHECK(broken() == count + 1);
}
