// Rows per second of processor time into the table `record`: a bare prepared statement of SQLite
// against the table codec, both in one transaction with the same settings.
#include <sqlite3.h>

#include <cstdio>
#include <ctime>

#include "proxy/store/connections.hpp"
#include "proxy/store/migrations.hpp"
#include "proxy/store/records.hpp"
#include "proxy/store/workspaces.hpp"
#include "tests/fakes/temporary_folder.hpp"

namespace {

using namespace busy24;

constexpr int rows = 100'000;

store::MirrorRecord record_of(int number) {
    const auto id = std::to_string(100'000 + number);
    return {
        .connection_id = {"01j0000000connection000000"},
        .entity = Entity::project,
        .side = store::Side::erp,
        .id = id,
        .hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        .body = R"({"name":"Nytt lager på Økern )" + id +
                R"(","customer":"10042","startsOn":"2026-01-05","endsOn":"","approval":"none"})",
        .label = "Nytt lager på Økern " + id,
        .number = id,
        .is_active = number % 5 != 0,
        .problem = "",
        .seen_in = "01j0000000run0000000000000"};
}

template <class Work>
double rows_per_second(const Work& work) {
    // The processor's time, which other programs on the machine do not change.
    const auto start = std::clock();
    work();
    return rows / (static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
}

std::unique_ptr<store::Database> prepared(const std::string& path) {
    auto database = store::open_sqlite(path).value();
    const auto migrated = store::migrate(*database, store::all_migrations(), "");
    store::Connection connection;
    connection.id = {"01j0000000connection000000"};
    connection.workspace_id = {"w"};
    const bool is_ready = migrated.ok() && store::Workspaces(*database).save({.id = {"w"}}).ok() &&
                          store::Connections(*database).save(connection).ok();
    if (!is_ready) std::abort();
    return database;
}

void bind_text(sqlite3_stmt* statement, int index, std::string_view text) {
    sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void write_bare(sqlite3* database, const char* sql, const std::vector<store::MirrorRecord>& all) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) std::abort();
    for (const auto& record : all) {
        bind_text(statement, 1, record.connection_id.text);
        bind_text(statement, 2, "project");
        bind_text(statement, 3, "erp");
        bind_text(statement, 4, record.id);
        bind_text(statement, 5, record.hash);
        bind_text(statement, 6, record.body);
        bind_text(statement, 7, record.label);
        bind_text(statement, 8, record.number);
        sqlite3_bind_int(statement, 9, record.is_active ? 1 : 0);
        bind_text(statement, 10, record.problem);
        bind_text(statement, 11, record.seen_in);
        if (sqlite3_step(statement) != SQLITE_DONE) std::abort();
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
}

double bare(const std::string& path, const std::string& ending,
            const std::vector<store::MirrorRecord>& all) {
    prepared(path).reset();
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    for (const auto* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                               "PRAGMA foreign_keys=ON", "PRAGMA temp_store=MEMORY"})
        sqlite3_exec(database, pragma, nullptr, nullptr, nullptr);
    const auto sql = "INSERT INTO record VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)" + ending;
    const auto speed = rows_per_second([&] { write_bare(database, sql.c_str(), all); });
    sqlite3_close(database);
    return speed;
}

// `write` saves one record by the store.
template <class Write>
double by_store(const std::string& path, const std::vector<store::MirrorRecord>& all,
                const Write& write) {
    const auto database = prepared(path);
    return rows_per_second([&] {
        auto transaction = store::Transaction::begin(*database);
        for (const auto& record : all)
            if (!write(*database, record).ok()) std::abort();
        if (!transaction.ok() || !transaction.value().commit().ok()) std::abort();
    });
}

void print(const char* what, double speed, double against) {
    std::printf("store: %-44s %9.0f rows/s  %.2f of the bare one\n", what, speed, speed / against);
}

}  // namespace

int main() {
    const TemporaryFolder folder;
    std::vector<store::MirrorRecord> all;
    for (int i = 0; i < rows; ++i) all.push_back(record_of(i));
    const auto bare_insert = bare(folder.file("a.db"), "", all);
    const auto bare_upsert =
        bare(folder.file("b.db"),
             " ON CONFLICT (connection_id, entity, side, id) DO UPDATE SET hash = excluded.hash, "
             "body = excluded.body, label = excluded.label, number = excluded.number, is_active = "
             "excluded.is_active, problem = excluded.problem, seen_in = excluded.seen_in",
             all);
    print("bare prepared INSERT", bare_insert, bare_insert);
    print("insert() of the table codec",
          by_store(folder.file("c.db"), all,
                   [](auto& database, const auto& record) { return insert(database, record); }),
          bare_insert);
    print("bare prepared upsert", bare_upsert, bare_upsert);
    print("Records::save(), an upsert",
          by_store(folder.file("d.db"), all,
                   [](auto& database, const auto& record) {
                       return store::Records(database).save(record);
                   }),
          bare_upsert);
}
