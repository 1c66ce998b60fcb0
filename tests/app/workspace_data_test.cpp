// All data of the workspace: exported as one document, and deleted without a trace.
#include <array>
#include <fstream>
#include <set>

#include "proxy/store/workspace_export.hpp"
#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct Data : MirrorHarness {
    json exported() {
        const auto reply = browser.call<api::ExportWorkspace>();
        REQUIRE(reply.ok());
        auto document = json::parse(reply.body, nullptr, false);
        REQUIRE(document.is_object());
        return document;
    }
    tests::Outcome<api::DeleteWorkspace> remove(std::string_view confirmation,
                                                std::string_view password) {
        return browser.call<api::DeleteWorkspace>({{"confirmation", confirmation},
                                                   {"way", "erp"},
                                                   {"username", demo::manager},
                                                   {"password", password}});
    }
    // The program's own file, read by somebody else while the program is not running.
    std::unique_ptr<store::Database> opened() {
        app.reset();
        auto database = store::open_sqlite(folder.file("busy24.db"));
        REQUIRE(database.ok());
        return std::move(database).value();
    }
    std::string file() {
        std::string all;
        for (const auto* name : {"busy24.db", "busy24.db-wal"})
            if (std::ifstream in(folder.file(name), std::ios::binary); in)
                all.append(std::istreambuf_iterator<char>(in), {});
        return all;
    }
};

std::set<std::string> names_in(const store::Rows& rows, std::size_t column) {
    std::set<std::string> names;
    for (const auto& row : rows) names.insert(row[column].value_or(""));
    return names;
}

// Secrets and sessions; and what the mirror makes anew from the rest.
const std::set<std::string> tables_left_out{
    "account_salt", "busy_password", "credential", "data_key",     "replaced_link", "erp_session",
    "user_session", "onboarding",    "candidate",  "match_key",    "record",        "audit_head",
    "letter",       "login_attempt", "migration",  "known_device", "password_reset"};
const std::set<std::string> columns_left_out{
    "invitation.token_hash", "run.failure_detail", "run.lease_owner", "run.lease_until",
    // They say what is told already.
    "connection.workspace_id", "app_user.workspace_id", "invitation.workspace_id",
    "customer.workspace_id", "work_type.workspace_id", "person.workspace_id",
    "project.workspace_id", "project_detail.workspace_id", "project_member.workspace_id",
    "project_work_type.workspace_id", "run.workspace_id", "run.connection_id",
    "membership.workspace_id", "setup_run.workspace_id", "outbox.connection_id",
    "journal.connection_id"};

}  // namespace

TEST_CASE_FIXTURE(Data, "the export holds what the workspace holds, and no secret") {
    const auto id = rename(some_project(), "Kanarifuglen \"æøå\"");
    const auto counts = browser.call<api::GetConnection>().reply.counts;
    const auto document = exported();
    CHECK(document.at("format") == "busy24-workspace");
    CHECK(document.at("workspace").at(0).at("name") == "Granlund Bygg og Anlegg AS");
    CHECK(document.at("users").at(0).at("email") == demo::manager);
    for (const auto& count : counts) {
        const auto& list = document.at(count.entity == Entity::project     ? "projects"
                                       : count.entity == Entity::customer  ? "customers"
                                       : count.entity == Entity::work_type ? "workTypes"
                                                                           : "persons");
        CHECK(static_cast<std::int64_t>(list.size()) == count.active + count.archived);
    }
    bool is_found = false;
    for (const auto& project : document.at("projects"))
        is_found =
            is_found || (project.at("id") == id && project.at("name") == "Kanarifuglen \"æøå\"");
    CHECK(is_found);
    const auto text = document.dump();
    for (const auto* word : {"sealed", "password", "token_hash", "key_hash", "wrapped"})
        CHECK_MESSAGE(text.find(word) == std::string::npos, word);
    CHECK(text.find(demo::api_user_password) == std::string::npos);
    CHECK(browser.call<api::ListAudit>().reply.lines.front().action ==
          api::AuditAction::data_exported);
}

TEST_CASE_FIXTURE(Data, "a piece of the export is small, and the receiver can stop it") {
    const auto workspace = WorkspaceId{exported().at("workspace").at(0).at("id")};
    auto database = opened();
    std::size_t largest = 0, pieces = 0;
    REQUIRE(store::export_workspace(*database, workspace, clock.now(), [&](std::string_view piece) {
                largest = std::max(largest, piece.size());
                ++pieces;
                return true;
            }).ok());
    CHECK(pieces > store::exported_tables().size());
    CHECK(largest < 512 * 1024);
    std::size_t taken = 0;
    const auto stopped = store::export_workspace(*database, workspace, clock.now(),
                                                 [&](std::string_view) { return ++taken < 3; });
    CHECK_FALSE(stopped.ok());
    CHECK(taken == 3);
}

TEST_CASE_FIXTURE(Data, "every table and column is exported, or named as one that is not") {
    auto database = opened();
    std::set<std::string> told = tables_left_out;
    std::set<std::string> columns = columns_left_out;
    for (const auto& table : store::exported_tables()) {
        told.insert(std::string(table.table));
        std::string list = std::string(table.key) + ", " + std::string(table.columns) + ", ";
        for (std::size_t end; (end = list.find(", ")) != list.npos; list.erase(0, end + 2))
            columns.insert(std::string(table.table) + "." + list.substr(0, end));
    }
    const auto tables =
        names_in(database->query("SELECT name FROM sqlite_master WHERE type = 'table'").value(), 0);
    for (const auto& table : tables) {
        CHECK_MESSAGE(told.contains(table), table,
                      " is new: name it in workspace_export.cpp, or here");
        if (tables_left_out.contains(table)) continue;
        const auto all = database->query("PRAGMA table_info(" + table + ")").value();
        for (const auto& column : names_in(all, 1))
            CHECK_MESSAGE(columns.contains(table + "." + column), table, ".", column);
    }
}

TEST_CASE_FIXTURE(Data, "a workspace is deleted by its name and the password alone") {
    CHECK(remove("Granlund", demo::manager_password).failure.reason == "wrong_confirmation");
    CHECK(remove("Granlund Bygg og Anlegg AS", "feil").failure.reason == "wrong_login");
    CHECK(browser.call<api::GetConnection>().ok());
    Browser stranger(*this, "192.0.2.9");
    CHECK(stranger.call<api::DeleteWorkspace>({{"confirmation", "x"}, {"password", "y"}}).status ==
          401);
}

TEST_CASE_FIXTURE(Data, "nothing of a deleted workspace is left, in no table and not in the file") {
    rename(some_project(), "Kanarifugl i prosjektet");
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    work();
    REQUIRE(file().find("Kanarifugl i prosjektet") != std::string::npos);
    REQUIRE(remove(" granlund bygg og anlegg as ", demo::manager_password).ok());
    CHECK(browser.call<api::GetConnection>().status == 401);
    CHECK_FALSE(browser.log_in(demo::manager, demo::manager_password).ok());
    work();
    auto database = opened();
    for (const auto& name : names_in(
             database->query("SELECT name FROM sqlite_master WHERE type = 'table'").value(), 0)) {
        // Guesses outlive everything for a day, and are hashed; the program's own key stays.
        if (name == "migration" || name == "login_attempt") continue;
        const auto rule = name == "data_key" ? " WHERE workspace_id <> ''" : "";
        const auto rows = database->query("SELECT 1 FROM " + name + rule + " LIMIT 1").value();
        CHECK_MESSAGE(rows.empty(), name);
    }
    database.reset();
    const auto bytes = file();
    for (const auto text :
         {std::string_view("Kanarifugl i prosjektet"), std::string_view("Granlund Bygg"),
          std::string_view(demo::manager), std::string_view(demo::api_user)})
        CHECK_MESSAGE(bytes.find(text) == std::string::npos, text);
}

TEST_CASE_FIXTURE(Data, "the same client can be connected anew afterwards, from nothing") {
    REQUIRE(remove("Granlund Bygg og Anlegg AS", demo::manager_password).ok());
    browser.cookie.clear();
    browser.reach_page_5();
    work();
    CHECK(browser.call<api::GetMirror>().reply.run->state == api::RunState::succeeded);
    CHECK(browser.call<api::ListAudit>().reply.total == 1);
}
