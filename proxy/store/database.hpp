// The door to the database: one SQL text with values beside it, and transactions that undo
// themselves.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/result.hpp"

namespace busy24::store {

// One value of a statement or a row: a text, a number in decimal, or null. Whole numbers are plain,
// booleans 0 and 1, instants milliseconds since 1970 UTC. A text takes the type of the column that
// it meets, in SQLite by affinity and in PostgreSQL by inference; but where it meets an expression
// without a type, such as COALESCE(column, 0), SQLite would sort every text after every number. So
// a number says that it is one.
class Value {
public:
    Value() = default;  // null
    Value(std::nullopt_t) {}
    Value(std::string text) : text_(std::move(text)) {}
    Value(const char* text) : text_(text) {}
    static Value number(std::string decimal) {
        Value value(std::move(decimal));
        value.is_number_ = true;
        return value;
    }

    bool has_value() const { return text_.has_value(); }
    explicit operator bool() const { return has_value(); }
    bool is_number() const { return is_number_; }
    const std::string& operator*() const { return *text_; }
    const std::string* operator->() const { return &*text_; }
    std::string value_or(std::string other) const { return text_.value_or(std::move(other)); }
    // A number equals its own text: which of the two a column gives is the engine's affair.
    bool operator==(const Value& other) const { return text_ == other.text_; }

private:
    std::optional<std::string> text_;
    bool is_number_ = false;
};

using Row = std::vector<Value>;
using Rows = std::vector<Row>;

// Thread-safe. Parameters are $1, $2 … numbered by first use; the SQL is the portable subset.
class Database {
public:
    virtual ~Database() = default;

    // Runs one statement and returns all its rows (of SELECT and RETURNING). Inside a transaction
    // of the calling thread it is part of that; otherwise a SELECT sees the last committed state
    // and anything else is a transaction of its own. Errors: conflict when a constraint is broken,
    // unavailable when the database is busy, out of space or has undone the transaction by itself,
    // internal for the rest.
    virtual Result<Rows> query(std::string_view sql, std::span<const Value> values = {}) = 0;

    // Runs several statements without parameters, for migrations.
    virtual Result<> execute(const std::string& sql) = 0;

    // For Transaction only. A begin inside a transaction of the same thread joins it.
    virtual Result<> begin() = 0;
    virtual Result<> commit() = 0;
    virtual void rollback() = 0;

    // Whether the calling thread has a transaction open.
    virtual bool is_in_transaction() const = 0;

    // Copies the whole database to a file, which is there whole (mode 0600) or not at all. Others
    // can read meanwhile, and write afterwards. Not inside a transaction.
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
// one connection that writes and checkpoints, read-only ones for the rest. That no second program
// opens it is the caller's care. Errors: unavailable, with the path, when it cannot be opened;
// invalid when it is not a database.
Result<std::unique_ptr<Database>> open_sqlite(const std::string& path);

}  // namespace busy24::store
