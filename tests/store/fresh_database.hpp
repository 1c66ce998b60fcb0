// A database of the newest schema that is gone after the test.
#pragma once

#include <doctest/doctest.h>

#include "proxy/store/migrations.hpp"
#include "proxy/store/table.hpp"
#include "proxy/store/workspaces.hpp"
#include "tests/fakes/manual_clock.hpp"
#include "tests/fakes/seeded_random.hpp"
#include "tests/fakes/temporary_folder.hpp"

namespace busy24::store {

class FreshDatabase {
public:
    FreshDatabase() { reopen(); }

    // As the next process finds it.
    void reopen() {
        database_.reset();
        auto opened = open_sqlite(path());
        REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().detail));
        database_ = std::move(opened).value();
        REQUIRE(migrate(*database_, all_migrations(), "").ok());
    }

    Database& operator*() { return *database_; }
    std::string path() const { return folder.file("busy24.db"); }

    // The only value of the only row.
    std::string ask(std::string_view sql, std::span<const Value> values = {}) {
        const auto rows = database_->query(sql, values);
        REQUIRE_MESSAGE(rows.ok(), (rows.ok() ? "" : rows.error().detail));
        REQUIRE(rows.value().size() == 1);
        return rows.value()[0][0].value_or("null");
    }

    WorkspaceId add_workspace(std::int64_t tenant = 7, bool is_connected = true) {
        const Workspace workspace{.id = {make_id(random, clock.now())},
                                  .name = "Granlund Bygg AS",
                                  .tenant_id = tenant,
                                  .is_connected = is_connected,
                                  .created_at = clock.now()};
        REQUIRE(Workspaces(*database_).save(workspace).ok());
        return workspace.id;
    }

    TemporaryFolder folder;
    ManualClock clock;
    SeededRandom random;

private:
    std::unique_ptr<Database> database_;
};

}  // namespace busy24::store
