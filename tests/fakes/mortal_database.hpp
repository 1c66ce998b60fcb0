// A database door behind which the process can be killed.
#pragma once

#include <functional>

#include "proxy/store/database.hpp"

namespace busy24 {

// A database whose process is killed after some statements: whatever is asked later fails, and an
// open transaction is undone. This simulates the kill at the door, with nothing in the product.
class MortalDatabase : public store::Database {
public:
    explicit MortalDatabase(store::Database& inner) : inner_(inner) {}
    // It dies at the n-th statement from now, 1 being the next.
    void die_at(std::int64_t statement) { left_ = statement; }
    void live() { left_ = -1; }
    std::int64_t statements() const { return statements_; }
    // Called for every statement before it runs, and with "BEGIN" before a transaction.
    std::function<void(std::string_view sql)> watch = [](std::string_view) {};

    Result<store::Rows> query(std::string_view sql, std::span<const store::Value> values) override {
        ++statements_;
        watch(sql);
        if (left_ > 0) --left_;
        if (left_ == 0) return dead();
        return inner_.query(sql, values);
    }
    Result<> execute(const std::string& sql) override { return inner_.execute(sql); }
    Result<> begin() override {
        watch("BEGIN");
        return left_ == 0 ? Result<>(dead()) : inner_.begin();
    }
    Result<> commit() override {
        if (left_ != 0) return inner_.commit();
        inner_.rollback();
        return dead();
    }
    void rollback() override { inner_.rollback(); }
    bool is_in_transaction() const override { return inner_.is_in_transaction(); }
    Result<> back_up_to(const std::string& path) override { return inner_.back_up_to(path); }

private:
    static Error dead() { return {ErrorCode::unavailable, "the process is dead"}; }

    store::Database& inner_;
    std::int64_t left_ = -1;
    std::int64_t statements_ = 0;
};

}  // namespace busy24
