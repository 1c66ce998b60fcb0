// The schema's history: numbered, forward only, each in one transaction.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "proxy/store/database.hpp"

namespace busy24::store {

struct Migration {
    int number;  // 1, 2, 3 … without a gap; never changed once released
    std::string_view name;
    std::string_view sql;
};

// The one from which on every audit log has a sealed head; who migrates to it seals them.
inline constexpr int audit_seal_migration = 21;

// Every migration. The text of each stands in a file of its own subject (accounts_schema.cpp,
// mirror_schema.cpp); a new one is one row in migrations.cpp.
std::span<const Migration> all_migrations();

// The number of the newest migration that the database has seen; 0 for an empty one.
Result<int> version_of(Database& database);

// Brings the database from whatever it is to the newest schema. When something is to be done to a
// database that is not empty, it is first copied to `backup_path` (unless that is empty).
// Errors: conflict when the database was made by a newer version of the program.
Result<> migrate(Database& database, std::span<const Migration> migrations,
                 const std::string& backup_path);

}  // namespace busy24::store
