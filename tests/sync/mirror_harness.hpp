// A mirror on a database of its own, in front of the 24SevenOffice simulator.
#pragma once

#include <doctest/doctest.h>

#include <map>

#include "proxy/store/connections.hpp"
#include "proxy/store/migrations.hpp"
#include "proxy/store/users.hpp"
#include "proxy/store/workspaces.hpp"
#include "proxy/sync/mirror.hpp"
#include "tests/fakes/manual_clock.hpp"
#include "tests/fakes/mortal_database.hpp"
#include "tests/fakes/seeded_random.hpp"
#include "tests/fakes/temporary_folder.hpp"
#include "tests/simulator/erp_simulator.hpp"

namespace busy24 {

class NoStoredSessions final : public erp::SessionStore {
public:
    Result<std::optional<Secret>> load(const erp::SessionKey&) override {
        return std::optional<Secret>();
    }
    Result<> save(const erp::SessionKey&, const Secret&) override { return {}; }
    Result<> erase(const erp::SessionKey&) override { return {}; }
};

// Enough of everything for several batches and windows, and quick.
inline constexpr simulator::DataOptions small{
    .projects = 40, .companies = 20, .persons = 12, .work_types = 10};

// The books of the demo's first company, in front of an empty workspace.
class MirrorHarness {
public:
    static constexpr std::int64_t tenant = simulator::demo::granlund;

    explicit MirrorHarness(simulator::DataOptions data = {})
        : erp({.data = data, .now_ms = [this] { return clock.now().ms; }}) {
        REQUIRE(erp.start());
        sqlite = store::open_sqlite(folder.file("busy24.db")).value();
        REQUIRE(store::migrate(*sqlite, store::all_migrations(), "").ok());
        database = std::make_unique<MortalDatabase>(*sqlite);
        make_connection();
        reopen();
    }

    // As a new process on the same database: the old mirror is simply gone.
    void reopen() {
        mirror.reset();
        database->live();
        client = make_client();
        mirror = make_mirror(*database, *client);
    }

    std::unique_ptr<erp::Client> make_client() {
        return std::make_unique<erp::Client>(
            *network, clock, random, sessions,
            erp::ClientOptions{.application_id = std::string(simulator::demo::application_id),
                               .api_url = erp.url(),
                               .webservices_url = erp.url(),
                               .rates = {.calls_per_second = 1000, .burst = 1000}});
    }

    std::unique_ptr<sync::Mirror> make_mirror(store::Database& on, erp::Client& with) {
        return std::make_unique<sync::Mirror>(
            sync::MirrorParts{.database = on,
                              .clock = clock,
                              .random = random,
                              .erp =
                                  [&with](auto&) {
                                      const erp::Credential credential{
                                          .username = std::string(simulator::demo::api_user),
                                          .password = Secret(simulator::demo::api_user_password)};
                                      return with.session(credential, TenantId{tenant});
                                  },
                              .note = [](const auto&) {},
                              .rules = rules});
    }

    void set_switches(bool projects, bool work_types, bool customers) {
        auto row = store::Connections(*sqlite).get(connection).value();
        row.has_projects = projects;
        row.has_work_types = work_types;
        row.has_customers = customers;
        REQUIRE(store::Connections(*sqlite).save(row).ok());
    }

    UserId add_user(const std::string& name, const std::string& email,
                    std::optional<std::int64_t> contact = std::nullopt) {
        const UserId id{make_id(random, clock.now())};
        REQUIRE(store::Users(*sqlite)
                    .save({.id = id,
                           .workspace_id = workspace,
                           .email = email,
                           .name = name,
                           .contact_id = contact,
                           .created_at = clock.now()})
                    .ok());
        return id;
    }

    api::Preview prepare() {
        REQUIRE(mirror->prepare(connection).ok());
        mirror->work_until_idle();
        return mirror->preview(connection).value();
    }

    api::Run first_run() {
        const auto id = mirror->start_first_run(connection, "Kari Nordlie");
        REQUIRE(id.ok());
        mirror->work_until_idle();
        return mirror->run(workspace, id.value()).value();
    }

    api::Run newest_run() { return mirror->run(workspace, {}).value(); }

    simulator::Tenant& books() { return erp.world().data.tenants.front(); }

    // The workspace's records and links, without ids and times that differ from run to run.
    std::string mirrored() {
        std::string text;
        for (const auto* sql :
             {"SELECT number, name, organisation_number, kind, is_active FROM customer ORDER BY 1",
              "SELECT number, name, is_billable, price_ore, is_active FROM work_type ORDER BY 1",
              "SELECT number, name, email, employee_id, is_active FROM person ORDER BY 1",
              "SELECT p.number, p.name, c.number, p.customer_number, p.starts_on, p.is_active "
              "FROM project p LEFT JOIN customer c ON c.id = p.customer_id ORDER BY 1",
              "SELECT p.number, m.contact_id, m.name, m.role_name, m.state, m.person_id IS NULL "
              "FROM project_member m JOIN project p ON p.id = m.project_id ORDER BY 1, 2",
              "SELECT entity, erp_id, base_hash FROM link ORDER BY 1, 2",
              "SELECT entity, total, created, changed, unchanged, skipped, failed "
              "FROM run_entity ORDER BY run_id, position"}) {
            const auto rows = sqlite->query(sql).value();
            for (const auto& row : rows) {
                for (const auto& value : row) text += value.value_or("-") + "|";
                text += "\n";
            }
        }
        return text;
    }

    std::int64_t count(const std::string& sql) {
        return std::stoll(sqlite->query(sql).value()[0][0].value_or("0"));
    }

    sync::SafetyRules rules;  // for the next reopen()
    ManualClock clock;
    SeededRandom random;
    TemporaryFolder folder;
    simulator::ErpSimulator erp;
    NetworkTransport transport;
    HttpTransport* network = &transport;
    NoStoredSessions sessions;
    std::unique_ptr<store::Database> sqlite;
    std::unique_ptr<MortalDatabase> database;
    std::unique_ptr<erp::Client> client;
    WorkspaceId workspace{"arbeidsomrade"};
    ConnectionId connection{"kobling"};
    std::unique_ptr<sync::Mirror> mirror;

private:
    void make_connection() {
        REQUIRE(store::Workspaces(*sqlite)
                    .save({.id = workspace, .name = "Granlund Bygg AS", .tenant_id = tenant})
                    .ok());
        REQUIRE(store::Connections(*sqlite)
                    .save({.id = connection, .workspace_id = workspace, .tenant_id = tenant})
                    .ok());
    }
};

inline const api::EntityPlan& plan_of(const api::Preview& preview, Entity entity) {
    for (const auto& plan : preview.plans)
        if (plan.entity == entity) return plan;
    static const api::EntityPlan none;
    return none;
}

inline const api::EntityProgress& progress_of(const api::Run& run, Entity entity) {
    for (const auto& progress : run.entities)
        if (progress.entity == entity) return progress;
    static const api::EntityProgress none;
    return none;
}

}  // namespace busy24
