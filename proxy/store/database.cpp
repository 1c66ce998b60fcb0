// What every engine's transactions have in common.
#include "proxy/store/database.hpp"

namespace busy24::store {

Result<Transaction> Transaction::begin(Database& database) {
    TRY(database.begin());
    return Transaction(&database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
    if (database_) database_->rollback();
}

Result<> Transaction::commit() {
    const auto result = database_->commit();
    database_ = nullptr;
    return result;
}

}  // namespace busy24::store
