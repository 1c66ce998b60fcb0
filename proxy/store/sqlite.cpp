// The SQLite engine: one read-write connection under a lock, and a pool of read-only ones.
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "proxy/store/database.hpp"

namespace busy24::store {

namespace {

// A statement that waits for a lock gives up after this long; no transaction of ours is longer.
constexpr int busy_timeout_ms = 10'000;
// Readers that are kept open; more are opened when more read at once, and closed again.
constexpr std::size_t readers_max = 8;
// The program has about 100 different statements. Should one be put together without end, memory
// does not follow.
constexpr std::size_t statements_max = 400;

Error error_of(sqlite3* connection, std::string_view doing) {
    const int code = sqlite3_errcode(connection);
    const auto detail = std::string(doing) + ": " + sqlite3_errmsg(connection);
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT:
            return Error{ErrorCode::conflict, detail};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
            return Error{ErrorCode::unavailable, detail};
        case SQLITE_NOTADB:
            return Error{ErrorCode::invalid, detail};
        default:
            return Error{ErrorCode::internal, detail};
    }
}

// Lets the cache be asked by a view, without a copy of the statement's text.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

// One connection and its prepared statements. Used by one thread at a time.
class Connection {
public:
    static Result<std::unique_ptr<Connection>> open(const std::string& path, int flags) {
        // It counts its memory under one lock for the whole process, where all readers meet.
        static const int counts_nothing = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        (void)counts_nothing;
        sqlite3* raw = nullptr;
        const int code = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
        auto connection = std::unique_ptr<Connection>(new Connection(raw));
        if (code != SQLITE_OK) {
            auto error = error_of(raw, "open the database " + path);
            error.code = ErrorCode::unavailable;
            return error;
        }
        sqlite3_extended_result_codes(raw, 1);
        sqlite3_busy_timeout(raw, busy_timeout_ms);
        return connection;
    }

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        finalize_all();
        sqlite3_close(raw_);
    }

    Result<> execute(const std::string& sql) {
        if (sqlite3_exec(raw_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return error_of(raw_, sql.substr(0, 60));
        return {};
    }

    Result<Rows> query(std::string_view sql, std::span<const Value> values) {
        auto* statement = TRY(prepared(sql));
        // SQLite would take what is missing for null.
        if (static_cast<int>(values.size()) != sqlite3_bind_parameter_count(statement))
            return Error{ErrorCode::internal, "values missing or too many: " + std::string(sql)};
        for (std::size_t i = 0; i < values.size(); ++i) bind(statement, i, values[i]);
        auto rows = step_all(statement, sql);
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        return rows;
    }

    // A full disk makes SQLite undo the whole transaction. What came after it would then stand
    // alone, so it must not be run.
    bool has_transaction() const { return sqlite3_get_autocommit(raw_) == 0; }

    sqlite3* raw() const { return raw_; }

private:
    explicit Connection(sqlite3* raw) : raw_(raw) {}

    Result<sqlite3_stmt*> prepared(std::string_view sql) {
        if (const auto found = statements_.find(sql); found != statements_.end())
            return found->second;
        if (statements_.size() >= statements_max) finalize_all();
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(raw_, sql.data(), static_cast<int>(sql.size()),
                               SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            return error_of(raw_, "prepare " + std::string(sql));
        // SQLite numbers them by where each stands first, whatever it is called.
        for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
            const char* name = sqlite3_bind_parameter_name(statement, i);
            if (name && name == "$" + std::to_string(i)) continue;
            sqlite3_finalize(statement);
            return Error{ErrorCode::internal, "values out of order: " + std::string(sql)};
        }
        statements_.emplace(sql, statement);
        return statement;
    }

    void finalize_all() {
        for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
        statements_.clear();
    }

    // The values outlive the step, so SQLite need not copy them.
    static void bind(sqlite3_stmt* statement, std::size_t index, const Value& value) {
        const int position = static_cast<int>(index) + 1;
        if (!value)
            sqlite3_bind_null(statement, position);
        else if (value.is_number())
            bind_number(statement, position, *value);
        else
            sqlite3_bind_text(statement, position, value->data(), static_cast<int>(value->size()),
                              SQLITE_STATIC);
    }

    static void bind_number(sqlite3_stmt* statement, int position, const std::string& decimal) {
        const auto* end = decimal.data() + decimal.size();
        std::int64_t whole = 0;
        double real = 0;
        if (std::from_chars(decimal.data(), end, whole).ptr == end) {
            sqlite3_bind_int64(statement, position, whole);
        } else {
            std::from_chars(decimal.data(), end, real);
            sqlite3_bind_double(statement, position, real);
        }
    }

    Result<Rows> step_all(sqlite3_stmt* statement, std::string_view sql) {
        Rows rows;
        const int columns = sqlite3_column_count(statement);
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
            auto& row = rows.emplace_back();
            row.reserve(static_cast<std::size_t>(columns));
            for (int i = 0; i < columns; ++i) row.push_back(column(statement, i));
        }
        if (code != SQLITE_DONE) return error_of(raw_, std::string(sql.substr(0, 120)));
        return rows;
    }

    static Value column(sqlite3_stmt* statement, int index) {
        const int type = sqlite3_column_type(statement, index);
        if (type == SQLITE_NULL) return std::nullopt;
        if (type == SQLITE_FLOAT) return real_column(statement, index);
        const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(statement, index));
        std::string text(start, static_cast<std::size_t>(sqlite3_column_bytes(statement, index)));
        return type == SQLITE_TEXT ? Value(std::move(text)) : Value::number(std::move(text));
    }

    // SQLite's own text of a double has 15 digits, which are too few to come back the same.
    static Value real_column(sqlite3_stmt* statement, int index) {
        std::array<char, 32> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(),
                                       sqlite3_column_double(statement, index))
                             .ptr;
        return Value::number(std::string(text.data(), end));
    }

    sqlite3* raw_;
    std::unordered_map<std::string, sqlite3_stmt*, TextHash, std::equal_to<>> statements_;
};

bool is_select(std::string_view sql) { return sql.starts_with("SELECT"); }

// SQLite would create the file readable by everybody, as far as the umask allows.
void create_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) ::close(file);
}

Error undone_by_sqlite() {
    return {ErrorCode::unavailable, "the database has undone the transaction"};
}

class Sqlite final : public Database {
public:
    Sqlite(std::string path, std::unique_ptr<Connection> writer)
        : path_(std::move(path)), writer_(std::move(writer)) {}

    Result<Rows> query(std::string_view sql, std::span<const Value> values) override {
        if (is_in_transaction()) {
            if (!writer_->has_transaction()) return undone_by_sqlite();
            return writer_->query(sql, values);
        }
        if (is_select(sql)) return read(sql, values);
        auto transaction = TRY(Transaction::begin(*this));
        auto rows = TRY(writer_->query(sql, values));
        TRY(transaction.commit());
        return rows;
    }

    Result<> execute(const std::string& sql) override {
        if (is_in_transaction()) {
            if (!writer_->has_transaction()) return undone_by_sqlite();
            return writer_->execute(sql);
        }
        const std::lock_guard lock(writing_);
        return writer_->execute(sql);
    }

    Result<> begin() override {
        if (is_in_transaction()) {
            ++depth_;
            return {};
        }
        writing_.lock();
        // IMMEDIATE: a reader that wants to write later could meet SQLITE_BUSY with no way on.
        if (auto begun = writer_->execute("BEGIN IMMEDIATE"); !begun) {
            writing_.unlock();
            return begun;
        }
        owner_ = std::this_thread::get_id();
        depth_ = 1;
        is_doomed_ = false;
        return {};
    }

    Result<> commit() override {
        if (--depth_ > 0) return {};
        if (is_doomed_) {
            end("ROLLBACK");
            return Error{ErrorCode::conflict, "an inner transaction was undone"};
        }
        if (!writer_->has_transaction()) {
            leave();
            return undone_by_sqlite();
        }
        auto result = writer_->execute("COMMIT");
        if (result)
            leave();
        else
            end("ROLLBACK");
        return result;
    }

    void rollback() override {
        is_doomed_ = true;
        if (--depth_ == 0) end("ROLLBACK");
    }

    bool is_in_transaction() const override { return owner_ == std::this_thread::get_id(); }

    Result<> back_up_to(const std::string& path) override {
        if (is_in_transaction())
            return Error{ErrorCode::conflict, "no backup inside a transaction"};
        const std::lock_guard lock(writing_);
        const auto draft = path + ".new";
        ::unlink(draft.c_str());
        create_private(draft);
        TRY(copy_to(draft));
        if (::rename(draft.c_str(), path.c_str()) != 0)
            return Error{ErrorCode::unavailable, "cannot make " + path + ": " + strerror(errno)};
        return {};
    }

private:
    void end(const char* how) {
        // A failed rollback means that SQLite has rolled back by itself already.
        (void)writer_->execute(how).ok();
        leave();
    }

    Result<> copy_to(const std::string& path) {
        auto target = TRY(Connection::open(path, SQLITE_OPEN_READWRITE));
        auto* backup = sqlite3_backup_init(target->raw(), "main", writer_->raw(), "main");
        if (!backup) return error_of(target->raw(), "back up to " + path);
        sqlite3_backup_step(backup, -1);
        if (sqlite3_backup_finish(backup) != SQLITE_OK)
            return error_of(target->raw(), "back up to " + path);
        return {};
    }

    void leave() {
        owner_ = std::thread::id();
        writing_.unlock();
    }

    Result<Rows> read(std::string_view sql, std::span<const Value> values) {
        auto reader = TRY(borrow());
        auto rows = reader->query(sql, values);
        const std::lock_guard lock(pool_);
        if (readers_.size() < readers_max) readers_.push_back(std::move(reader));
        return rows;
    }

    Result<std::unique_ptr<Connection>> borrow() {
        {
            const std::lock_guard lock(pool_);
            if (!readers_.empty()) {
                auto reader = std::move(readers_.back());
                readers_.pop_back();
                return reader;
            }
        }
        auto reader = TRY(Connection::open(path_, SQLITE_OPEN_READONLY));
        // A large sort must not spill to a file that others may read.
        TRY(reader->execute("PRAGMA temp_store=MEMORY"));
        return reader;
    }

    const std::string path_;
    std::mutex writing_;
    std::unique_ptr<Connection> writer_;
    std::atomic<std::thread::id> owner_{};  // of the open transaction
    int depth_ = 0;                         // used by the owner only
    bool is_doomed_ = false;
    std::mutex pool_;
    std::vector<std::unique_ptr<Connection>> readers_;
};

Result<> configure(Connection& writer) {
    // FULL, because an acknowledged write must survive a power cut.
    for (const auto* pragma :
         {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA temp_store=MEMORY",
          // A first mirror touches the same pages of the indexes again and again: they stay in
          // memory (16 MiB), and are moved from the log to the file every 32 MiB and not every 4.
          "PRAGMA cache_size=-16384", "PRAGMA wal_autocheckpoint=8192"})
        TRY(writer.execute(pragma));
    const auto mode = TRY(writer.query("PRAGMA journal_mode=WAL", {}));
    if (mode.empty() || mode[0][0] != "wal")
        return Error{ErrorCode::unavailable, "its file system allows no write-ahead log"};
    return {};
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path) {
    create_private(path);
    auto writer = TRY(Connection::open(path, SQLITE_OPEN_READWRITE));
    TRY(configure(*writer).context("open the database " + path));
    return std::unique_ptr<Database>(std::make_unique<Sqlite>(path, std::move(writer)));
}

}  // namespace busy24::store
