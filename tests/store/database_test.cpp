// What every engine must promise: values, transactions, errors.
#include <sys/stat.h>

#include <fstream>

#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

struct Notes : FreshDatabase {
    Notes() {
        REQUIRE((**this)
                    .execute("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL, "
                             "price DOUBLE PRECISION, parent BIGINT REFERENCES note (id))")
                    .ok());
    }
    Result<> add(int id, const std::string& body = "x") {
        const std::array values{to_value(id), Value(body)};
        TRY((**this).query("INSERT INTO note (id, body) VALUES ($1, $2)", values));
        return {};
    }
    std::string count() { return ask("SELECT COUNT(*) FROM note"); }
};

ErrorCode code_of(const Result<>& result) { return result.error().code; }

}  // namespace

TEST_CASE_FIXTURE(Notes, "texts come back byte for byte, and null as null") {
    const std::string odd("æøå \"'; DROP TABLE note; -- \0 \xff end", 37);
    REQUIRE(add(1, odd).ok());
    REQUIRE(add(2, "").ok());
    const auto rows = (**this).query("SELECT body, price FROM note ORDER BY id").value();
    CHECK(*rows[0][0] == odd);
    CHECK(rows[1][0] == "");
    CHECK_FALSE(rows[1][1].has_value());
}

TEST_CASE_FIXTURE(Notes, "numbers compare and sort as numbers, with and without a column's type") {
    for (const int id : {9, 10, -1, 100}) REQUIRE(add(id).ok());
    const std::array nine{to_value(9)};
    CHECK(ask("SELECT COUNT(*) FROM note WHERE id > $1", nine) == "2");
    CHECK(ask("SELECT COUNT(*) FROM note WHERE COALESCE(id, 0) > $1", nine) == "2");
    CHECK(ask("SELECT COUNT(*) FROM note WHERE CASE WHEN id > 0 THEN id ELSE 0 END <= $1", nine) ==
          "2");
    CHECK(ask("SELECT id FROM note ORDER BY id DESC LIMIT 1") == "100");
    const std::array text{Value("9")};
    CHECK(ask("SELECT COUNT(*) FROM note WHERE id > $1", text) == "2");
}

TEST_CASE_FIXTURE(Notes, "a number in a text column is that text") {
    const std::array values{to_value(1), to_value(std::int64_t{7})};
    REQUIRE((**this).query("INSERT INTO note (id, body) VALUES ($1, $2)", values).ok());
    const std::array text{Value("7")};
    CHECK(ask("SELECT COUNT(*) FROM note WHERE body = $1", text) == "1");
    CHECK(ask("SELECT COUNT(*) FROM note WHERE body = $1", std::array{to_value(7)}) == "1");
}

TEST_CASE_FIXTURE(Notes, "a statement with a value too few or too many is refused") {
    const std::array one{to_value(1)};
    const auto few = (**this).query("SELECT id FROM note WHERE id = $1 AND price = $2", one);
    REQUIRE_FALSE(few.ok());
    CHECK(few.error().code == ErrorCode::internal);
    CHECK_FALSE((**this).query("SELECT id FROM note", one).ok());
}

TEST_CASE_FIXTURE(Notes, "a statement whose values do not stand in their order is refused") {
    const std::array values{to_value(1), to_value(2)};
    CHECK((**this).query("SELECT $1, $2, $1", values).ok());
    CHECK((**this).query("SELECT $2, $1", values).error().code == ErrorCode::internal);
}

TEST_CASE_FIXTURE(Notes, "broken constraints are conflicts, a wrong statement is internal") {
    REQUIRE(add(1).ok());
    CHECK(code_of(add(1)) == ErrorCode::conflict);
    for (const auto* sql : {"INSERT INTO note (id) VALUES (2)",
                            "INSERT INTO note (id, body, parent) VALUES (2, 'x', 99)"}) {
        const auto rows = (**this).query(sql);
        REQUIRE_FALSE(rows.ok());
        CHECK(rows.error().code == ErrorCode::conflict);
    }
    const auto wrong = (**this).query("SELECT nothing FROM nowhere");
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().code == ErrorCode::internal);
    CHECK(count() == "1");
}

TEST_CASE_FIXTURE(Notes, "a transaction happens together or not at all") {
    {
        auto transaction = Transaction::begin(**this);
        REQUIRE(transaction.ok());
        REQUIRE(add(1).ok());
        REQUIRE(add(2).ok());
        CHECK(count() == "2");
    }
    CHECK(count() == "0");
    auto transaction = Transaction::begin(**this);
    REQUIRE(add(1).ok());
    CHECK((**this).is_in_transaction());
    REQUIRE(transaction.value().commit().ok());
    CHECK_FALSE((**this).is_in_transaction());
    CHECK(count() == "1");
}

TEST_CASE_FIXTURE(Notes, "an inner transaction that is undone undoes the outer one") {
    auto outer = Transaction::begin(**this);
    REQUIRE(add(1).ok());
    {
        auto inner = Transaction::begin(**this);
        REQUIRE(add(2).ok());
        REQUIRE(inner.value().commit().ok());
    }
    {
        auto inner = Transaction::begin(**this);
        REQUIRE(add(3).ok());
    }
    CHECK(code_of(outer.value().commit()) == ErrorCode::conflict);
    CHECK(count() == "0");
    CHECK(add(4).ok());
}

TEST_CASE_FIXTURE(Notes, "a transaction goes on after a statement that failed") {
    auto transaction = Transaction::begin(**this);
    REQUIRE(add(1).ok());
    CHECK_FALSE(add(1).ok());
    REQUIRE(add(2).ok());
    REQUIRE(transaction.value().commit().ok());
    CHECK(count() == "2");
}

TEST_CASE_FIXTURE(Notes, "what the engine undid by itself is not carried on one by one") {
    // A full disk does this; a page limit is the same to the engine.
    REQUIRE((**this).execute("PRAGMA max_page_count = 80").ok());
    auto transaction = Transaction::begin(**this);
    REQUIRE(add(1).ok());
    Result<> added;
    for (int id = 2; added.ok() && id < 1000; ++id) added = add(id, std::string(4000, 'x'));
    CHECK(code_of(added) == ErrorCode::unavailable);
    CHECK(code_of(add(5000)) == ErrorCode::unavailable);
    CHECK(code_of(transaction.value().commit()) == ErrorCode::unavailable);
    CHECK(count() == "0");
    CHECK(add(1).ok());
}

TEST_CASE_FIXTURE(Notes, "more statements than the cache holds are no harm") {
    REQUIRE(add(1).ok());
    for (int i = 0; i < 1000; ++i)
        REQUIRE(ask("SELECT id + " + std::to_string(i) + " FROM note") == std::to_string(i + 1));
}

TEST_CASE_FIXTURE(Notes, "a change of the schema does not disturb prepared statements") {
    REQUIRE(add(1).ok());
    CHECK(ask("SELECT body FROM note") == "x");
    REQUIRE((**this).execute("ALTER TABLE note ADD COLUMN extra BIGINT").ok());
    CHECK(ask("SELECT body FROM note") == "x");
    CHECK(add(2).ok());
}

TEST_CASE_FIXTURE(Notes, "the engine is set to lose nothing") {
    CHECK(ask("PRAGMA journal_mode") == "wal");
    auto transaction = Transaction::begin(**this);  // the settings of the writer
    CHECK(ask("PRAGMA synchronous") == "2");
    CHECK(ask("PRAGMA foreign_keys") == "1");
}

TEST_CASE_FIXTURE(Notes, "database and backup are for their owner alone") {
    REQUIRE(add(1).ok());
    const auto backup = folder.file("copy.db");
    REQUIRE((**this).back_up_to(backup).ok());
    for (const auto& path : {path(), path() + "-wal", path() + "-shm", backup}) {
        struct stat status {};
        REQUIRE(::stat(path.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777) == 0600);
    }
}

TEST_CASE_FIXTURE(Notes, "a backup is whole, replaces an older one, and waits for no reader") {
    REQUIRE(add(1).ok());
    const auto backup = folder.file("copy.db");
    REQUIRE((**this).back_up_to(backup).ok());
    REQUIRE(add(2).ok());
    REQUIRE((**this).back_up_to(backup).ok());
    REQUIRE(add(3).ok());
    auto copy = open_sqlite(backup);
    REQUIRE(copy.ok());
    CHECK(copy.value()->query("SELECT COUNT(*) FROM note").value()[0][0] == "2");
    auto transaction = Transaction::begin(**this);
    CHECK_FALSE((**this).back_up_to(backup).ok());
    CHECK_FALSE((**this).back_up_to("/no/such/folder/copy.db").ok());
}

TEST_CASE("a file that is no database, or no place for one, is refused with its path") {
    const TemporaryFolder folder;
    const auto path = folder.file("letter.txt");
    std::ofstream(path) << "Kjære kunde, " << std::string(5000, '.');
    const auto letter = open_sqlite(path);
    REQUIRE_FALSE(letter.ok());
    CHECK(letter.error().code == ErrorCode::invalid);
    CHECK(letter.error().detail.find(path) != std::string::npos);
    const auto nowhere = open_sqlite("/no/such/folder/busy24.db");
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.error().code == ErrorCode::unavailable);
    CHECK(nowhere.error().detail.find("/no/such/folder/busy24.db") != std::string::npos);
}

}  // namespace busy24::store
