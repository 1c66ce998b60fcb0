// The schema's history: whatever a database is, it becomes the newest, or is left as it was.
#include "proxy/store/migrations.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "proxy/store/connections.hpp"
#include "proxy/store/project_details.hpp"
#include "proxy/store/records.hpp"
#include "proxy/store/users.hpp"
#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

struct Empty {
    TemporaryFolder folder;
    std::unique_ptr<Database> database = open_sqlite(folder.file("busy24.db")).value();
    std::string backup = folder.file("backup.db");

    Result<> migrate_to(std::size_t count) {
        return migrate(*database, all_migrations().first(count), backup);
    }
    std::string schema() {
        std::string text;
        const auto rows =
            database->query("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
                .value();
        for (const auto& row : rows)
            for (const auto& value : row) text += value.value_or("-") + "\n";
        return text;
    }
    bool has_backup() const { return std::filesystem::exists(backup); }
};

}  // namespace

TEST_CASE("migrations are numbered 1, 2, 3 without a gap") {
    int number = 0;
    for (const auto& migration : all_migrations()) CHECK(migration.number == ++number);
}

TEST_CASE_FIXTURE(Empty, "a fresh schema equals one that was migrated step by step") {
    Empty stepwise;
    REQUIRE(migrate_to(all_migrations().size()).ok());
    CHECK_FALSE(has_backup());  // there was nothing to lose
    for (std::size_t count = 1; count <= all_migrations().size(); ++count)
        REQUIRE(stepwise.migrate_to(count).ok());
    CHECK(schema() == stepwise.schema());
}

TEST_CASE_FIXTURE(Empty, "migrating again changes nothing and copies nothing") {
    REQUIRE(migrate_to(all_migrations().size()).ok());
    const auto before = schema();
    REQUIRE(migrate_to(all_migrations().size()).ok());
    CHECK(schema() == before);
    CHECK_FALSE(has_backup());
}

TEST_CASE_FIXTURE(Empty, "an older database is copied first, and keeps its rows") {
    REQUIRE(migrate_to(1).ok());
    REQUIRE(Workspaces(*database).save({.id = {"w1"}, .name = "Fjellvik AS"}).ok());
    REQUIRE(migrate_to(all_migrations().size()).ok());
    CHECK(Workspaces(*database).get({"w1"}).value().name == "Fjellvik AS");
    REQUIRE(has_backup());
    const auto copy = open_sqlite(backup).value();
    CHECK(copy->query("SELECT MAX(number) FROM migration").value()[0][0] == "1");
    CHECK(Workspaces(*copy).get({"w1"}).ok());
}

TEST_CASE_FIXTURE(Empty, "users who were matched before it was noted how keep what was shown") {
    REQUIRE(migrate_to(23).ok());
    REQUIRE(database
                ->execute(R"sql(
INSERT INTO workspace (id, name, tenant_id, is_connected, created_at)
VALUES ('w', 'Fjellvik AS', 1, 1, 0);
INSERT INTO person (id, workspace_id, number, name, folded_name, email, is_active, changed_at)
VALUES ('p', 'w', 5, 'Liv Hagen', 'liv hagen', 'liv@fjellvik.example', 1, 0);
INSERT INTO app_user (id, workspace_id, email, name, contact_id, role, is_active, created_at,
                      erp_username, language)
VALUES ('1', 'w', 'a@fjellvik.example', '', 4, 'employee', 1, 0, 'a@fjellvik.example', 'nb'),
       ('2', 'w', 'liv@fjellvik.example', '', 5, 'employee', 1, 0, '', 'nb'),
       ('3', 'w', 'c@fjellvik.example', '', 6, 'employee', 1, 0, '', 'nb'),
       ('4', 'w', 'd@fjellvik.example', '', NULL, 'employee', 1, 0, 'd@fjellvik.example', 'nb');
)sql")
                .ok());
    REQUIRE(migrate_to(all_migrations().size()).ok());
    using enum api::MatchedBy;
    std::vector<api::MatchedBy> matched;
    for (const auto* id : {"1", "2", "3", "4"})
        matched.push_back(Users(*database).get({id}).value().matched_by);
    CHECK(matched == std::vector{login, email, hand, nothing});
}

TEST_CASE_FIXTURE(Empty, "a database of a newer program is refused, and left alone") {
    REQUIRE(migrate_to(all_migrations().size()).ok());
    REQUIRE(database->query("INSERT INTO migration (number, name) VALUES (99, 'later')").ok());
    const auto before = schema();
    const auto refused = migrate_to(all_migrations().size());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::conflict);
    CHECK(refused.error().detail.find("version 99") != std::string::npos);
    CHECK(schema() == before);
}

TEST_CASE_FIXTURE(Empty, "a migration that fails leaves the version before it whole") {
    REQUIRE(migrate_to(1).ok());
    const auto before = schema();
    std::vector<Migration> broken(all_migrations().begin(), all_migrations().begin() + 1);
    broken.push_back(
        {2, "broken", "CREATE TABLE half (id TEXT); CREATE TABLE workspace (x TEXT);"});
    const auto failed = migrate(*database, broken, backup);
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().detail.find("broken") != std::string::npos);
    CHECK(schema() == before);
    CHECK(migrate_to(all_migrations().size()).ok());
}

TEST_CASE_FIXTURE(Empty, "without its copy, an older database is not touched") {
    REQUIRE(migrate_to(1).ok());
    const auto before = schema();
    CHECK_FALSE(migrate(*database, all_migrations(), "/no/such/folder/backup.db").ok());
    CHECK(schema() == before);
}

TEST_CASE("a damaged file is an error, never a crash or an empty database") {
    const TemporaryFolder folder;
    const auto path = folder.file("busy24.db");
    {
        const auto whole = open_sqlite(path).value();
        REQUIRE(migrate(*whole, all_migrations(), "").ok());
        for (int i = 0; i < 200; ++i)
            REQUIRE(Workspaces(*whole)
                        .save({.id = {std::to_string(i)}, .name = std::string(300, 'x')})
                        .ok());
    }
    std::ifstream file(path, std::ios::binary);
    const std::string good{std::istreambuf_iterator<char>(file), {}};
    SeededRandom random;
    for (int round = 0; round < 60; ++round) {
        auto bad = good;
        if (round % 2 == 0) bad.resize(random_up_to(random, bad.size() - 1));
        for (int i = 0; i < 40 && !bad.empty(); ++i)
            bad[random_up_to(random, bad.size() - 1)] =
                static_cast<char>(random_up_to(random, 255));
        const auto damaged = folder.file("damaged" + std::to_string(round) + ".db");
        std::ofstream(damaged, std::ios::binary) << bad;
        const auto opened = open_sqlite(damaged);
        if (!opened.ok() || !migrate(*opened.value(), all_migrations(), "").ok()) continue;
        const auto rows = select_all<Workspace>(*opened.value(), {});
        CHECK((!rows.ok() || rows.value().size() <= 200));
    }
}

TEST_CASE_FIXTURE(FreshDatabase, "every described row has its table, with its columns") {
    const auto check = [&]<TableRow T>(T) {
        const auto text = "SELECT " + table_detail::columns<T>() + " FROM " + std::string(T::table);
        CHECK_MESSAGE((**this).query(text).ok(), text);
    };
    check(Workspace{});
    check(Connection{});
    check(User{});
    check(MirrorRecord{});
    check(Link{});
    check(ProjectDetail{});
}

}  // namespace busy24::store
