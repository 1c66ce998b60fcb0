// The door to the database: one SQL text with values beside it, and transactions that undo
// themselves.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.hpp"

namespace busy24::store {

// Values travel as text or null and take the type of the column they meet: both SQLite (by column
// affinity) and PostgreSQL (by parameter inference) do that, so one SQL text serves both. Whole
// numbers are decimal, booleans 0 and 1, instants milliseconds since 1970 UTC.
using Value = std::optional<std::string>;
using Row = std::vector<Value>;
using Rows = std::vector<Row>;

// Thread-safe. Parameters are $1, $2 … numbered by first use; the SQL is the portable subset.
class Database {
public:
    virtual ~Database() = default;

    // Runs one statement and returns all its rows (of SELECT and RETURNING). Inside a transaction
    // of the calling thread it is part of that; otherwise a SELECT sees the last committed state
    // and anything else is a transaction of its own. Errors: conflict when a constraint is broken,
    // unavailable when the database is busy or out of space, internal for the rest.
    virtual Result<Rows> query(std::string_view sql, std::span<const Value> values = {}) = 0;

    // Runs several statements without parameters, for migrations.
    virtual Result<> execute(const std::string& sql) = 0;

    // For Transaction only. A begin inside a transaction of the same thread joins it.
    virtual Result<> begin() = 0;
    virtual Result<> commit() = 0;
    virtual void rollback() = 0;

    // Copies the whole database to a new file while others go on using it.
    virtual Result<> back_up_to(const std::string& path) = 0;
};

// Everything that the calling thread asks of the database until commit() happens together or not
// at all. There is one writer at a time: hold no other lock that a writer might want, and make no
// call to another system, while one is open. Transactions may nest in one thread: the outermost
// commit counts, and any inner failure to commit undoes all.
class [[nodiscard]] Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<> commit();

private:
    explicit Transaction(Database* database) : database_(database) {}
    Database* database_;  // null once committed or moved from
};

// Opens (and creates when missing, mode 0600) an SQLite file: WAL, synchronous=FULL, foreign keys,
// one connection that writes and checkpoints, read-only ones for the rest. Errors: unavailable with
// the path when it cannot be opened.
Result<std::unique_ptr<Database>> open_sqlite(const std::string& path);

}  // namespace busy24::store
