// A company whose workspace is connected, as two processes on one database see it: simulated doors
// all around, users who edit on both sides, and everything from one seed.
#pragma once

#include <filesystem>

#include "proxy/store/connections.hpp"
#include "proxy/store/runs.hpp"
#include "proxy/workspace/projects.hpp"
#include "tests/app/browser.hpp"
#include "tests/app/simulated_erp.hpp"
#include "tests/app/version_oracle.hpp"
#include "tests/fakes/instant_clock.hpp"
#include "tests/fakes/mortal_database.hpp"
#include "tests/fakes/seeded_random.hpp"
#include "tests/fakes/temporary_folder.hpp"
#include "tests/http/web_root.hpp"
#include "tests/simulator/service_values.hpp"

namespace busy24::tests {

struct HeldDatabase {
    std::unique_ptr<store::Database> held;
};
struct OwnedMortal final : private HeldDatabase, public MortalDatabase {
    explicit OwnedMortal(std::unique_ptr<store::Database> inner)
        : HeldDatabase{std::move(inner)}, MortalDatabase(*held) {}
};

// One process of the program, which can be killed at any statement.
struct Process : RunningApp {
    Browser browser{*this};
    MortalDatabase* database = nullptr;
};

// The doors, and the books of the demo's first company.
struct Scene {
    explicit Scene(std::uint64_t seed) : random(seed), dice(seed, demo::granlund, 99) {
        world.now_ms = [this] { return clock.now().ms; };
        world.dice = world.session_dice = seed;
    }
    void open(Process& process, const std::string& name) {
        static const WebRoot web;
        process.app.reset();
        process.database = nullptr;
        Config config;
        config.database = folder.file(name);
        config.key_file = folder.file("key");
        config.public_url = http::PublicUrl::parse("https://busy.example.no").value();
        config.application_id = std::string(demo::application_id);
        config.erp_api_url = config.erp_webservices_url = std::string(SimulatedErp::url);
        config.web_root = web.folder;
        const auto open_mortal =
            [&](const std::string& path) -> Result<std::unique_ptr<store::Database>> {
            auto mortal = std::make_unique<OwnedMortal>(TRY(store::open_sqlite(path)));
            process.database = mortal.get();
            return std::unique_ptr<store::Database>(std::move(mortal));
        };
        auto opened = App::open(config, {.clock = clock,
                                         .random = random,
                                         .transport = erp,
                                         .log = log,
                                         .open_database = open_mortal});
        REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().detail));
        process.app = std::move(opened).value();
    }
    simulator::Tenant& books() { return world.data.tenants.front(); }

    InstantClock clock;
    SeededRandom random;
    simulator::Dice dice;
    simulator::World world;
    SimulatedErp erp{world, dice, clock};
    Log log{clock, [](std::string_view) {}};
    TemporaryFolder folder;
};

// What every seed begins with, made once: the onboarding and the first mirror.
struct Founded {
    Founded() {
        scene.world.data = simulator::make_company_data(
            {.projects = 14, .companies = 12, .persons = 3, .work_types = 3});
        Process process;
        scene.open(process, "busy24.db");
        process.browser.reach_page_5();
        process.work();
        REQUIRE(process.browser.call<api::GetMirror>().reply.run->state ==
                api::RunState::succeeded);
        process.app.reset();
    }
    Scene scene{4'711};
};

class SimulatedCompany : public Scene {
public:
    explicit SimulatedCompany(std::uint64_t seed) : Scene(seed) {
        static Founded founded;
        for (const auto* file : {"busy24.db", "key"})
            std::filesystem::copy(founded.scene.folder.file(file), folder.file(file));
        // Another name, since a second process on the same one is refused.
        std::filesystem::create_symlink(folder.file("busy24.db"), folder.file("second.db"));
        world.data = founded.scene.world.data;
        world.sessions = founded.scene.world.sessions;
        clock.set(founded.scene.clock.now() + 10 * minute_ms);
        watcher = store::open_sqlite(folder.file("busy24.db")).value();
        restart(first);
        restart(second);
    }
    ~SimulatedCompany() {
        second.app.reset();
        first.app.reset();
    }

    // As a new process on the same database.
    void restart(Process& process) {
        open(process, &process == &first ? "busy24.db" : "second.db");
        REQUIRE(store::Runs(*watcher).release_all().ok());
    }

    std::vector<workspace::Project> projects_here() {
        return store::select_all<workspace::Project>(*watcher, {}, "ORDER BY id").value();
    }

    static VersionOracle::Members members_of(const workspace::Project& project) {
        return {{"name", project.name},
                {"customer", project.customer_number ? std::to_string(*project.customer_number)
                                                     : std::string()},
                {"description", project.description},
                {"starts_on", project.starts_on},
                {"ends_on", project.ends_on}};
    }
    // As the ERP shows it.
    VersionOracle::Members members_of(const simulator::Project& project) {
        const auto shown = simulator::project_value(books(), project, simulator::Detail::list);
        return {
            {"name", shown.member("Name")->text},
            {"customer", project.customer_id ? std::to_string(project.customer_id) : std::string()},
            {"description", project.description},
            {"starts_on", norwegian_day(project.started_at)},
            {"ends_on", norwegian_day(project.stopped_at)}};
    }

    // Whether one of the two processes can tell the time of day to a user who is signed in.
    bool sign_in(Process& process) {
        process.browser.cookie = cookie_;
        const auto session = process.browser.call<api::GetSession>();
        if (!session.ok()) return false;
        if (session.reply.state == api::SessionState::signed_in) return true;
        const auto calls = std::pair(erp.refused_percent, erp.lost_percent);
        erp.refused_percent = erp.lost_percent = 0;
        const auto done = process.browser.log_in(demo::manager, demo::manager_password);
        std::tie(erp.refused_percent, erp.lost_percent) = calls;
        cookie_ = process.browser.cookie;
        return done.ok();
    }

    Process first, second;
    std::unique_ptr<store::Database> watcher;  // of a bystander
    VersionOracle oracle;

private:
    static std::string norwegian_day(std::int64_t ms) {
        if (ms == 0) return {};
        const auto day = to_oslo(Instant{ms});
        return to_iso8601(from_utc({.year = day.year, .month = day.month, .day = day.day}))
            .substr(0, 10);
    }

    std::string cookie_;
};

}  // namespace busy24::tests
