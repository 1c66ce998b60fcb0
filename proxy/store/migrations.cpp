// Runs the migrations that a database has not seen.
#include "proxy/store/migrations.hpp"

#include <array>

#include "proxy/store/schema.hpp"
#include "proxy/store/table.hpp"

namespace busy24::store {

namespace {

Result<> run(Database& database, const Migration& migration) {
    auto transaction = TRY(Transaction::begin(database));
    TRY(database.execute(std::string(migration.sql)));
    const std::array row{to_value(migration.number), to_value(migration.name)};
    TRY(database.query("INSERT INTO migration (number, name) VALUES ($1, $2)", row));
    return transaction.commit();
}

}  // namespace

Result<int> version_of(Database& database) {
    TRY(database.execute(
        "CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL)"));
    const auto rows = TRY(database.query("SELECT COALESCE(MAX(number), 0) FROM migration"));
    int version = 0;
    TRY(from_value(rows[0][0], version));
    return version;
}

std::span<const Migration> all_migrations() {
    static const std::array list{
        Migration{1, "accounts", accounts_schema()},
        Migration{2, "mirror", mirror_schema()},
        Migration{3, "two_way", two_way_schema()},
        Migration{4, "lists", lists_schema()},
        Migration{5, "steering", steering_schema()},
        Migration{6, "seen", seen_schema()},
        Migration{7, "members", members_schema()},
        Migration{8, "planning", planning_schema()},
        Migration{9, "people", people_schema()},
        Migration{10, "audit", audit_schema()},
        Migration{11, "sign_in", sign_in_schema()},
        Migration{12, "audit_search", audit_search_schema()},
        Migration{13, "letters", letters_schema()},
        Migration{14, "health", health_schema()},
        Migration{15, "outcomes", outcomes_schema()},
        Migration{16, "recovery", recovery_schema()},
        Migration{17, "memberships", memberships_schema()},
        Migration{18, "first_setup", first_setup_schema()},
        Migration{19, "help", help_schema()},
        Migration{20, "approvals", approvals_schema()},
        Migration{audit_seal_migration, "audit_seal", audit_seal_schema()},
        Migration{22, "refused", refused_schema()},
        Migration{23, "replaced_links", replaced_links_schema()},
        Migration{24, "matched_by", matched_by_schema()},
    };
    return list;
}

Result<> migrate(Database& database, std::span<const Migration> migrations,
                 const std::string& backup_path) {
    const int version = TRY(version_of(database));
    const int newest = migrations.empty() ? 0 : migrations.back().number;
    if (version > newest)
        return Error{ErrorCode::conflict,
                     "a newer program made the database (version " + std::to_string(version) +
                         "); this one knows up to version " + std::to_string(newest)};
    if (version > 0 && version < newest && !backup_path.empty())
        TRY(database.back_up_to(backup_path).context("copy the database before migrating"));
    for (const auto& migration : migrations)
        if (migration.number > version) TRY(run(database, migration).context(migration.name));
    return {};
}

}  // namespace busy24::store
