// The whole program on a clock of the test's own, against the simulator over real HTTP.
#pragma once

#include "tests/app/browser.hpp"
#include "tests/fakes/manual_clock.hpp"
#include "tests/fakes/recording_mail.hpp"
#include "tests/fakes/temporary_folder.hpp"
#include "tests/http/web_root.hpp"
#include "tests/simulator/erp_simulator.hpp"

namespace busy24::tests {

struct AppHarness : RunningApp {
    ManualClock clock;
    SystemRandom random;
    NetworkTransport transport;
    RecordingMail mail;
    bool has_mail = false;  // from the next restart on
    std::mutex log_mutex;
    Log log{clock, [this](std::string_view line) {
                const std::scoped_lock lock(log_mutex);
                log_text += line;
            }};
    TemporaryFolder folder;
    WebRoot web;
    simulator::ErpSimulator erp;

    explicit AppHarness(simulator::SimulatorOptions options = {})
        : erp([&] {
              options.now_ms = [this] { return clock.now().ms; };
              return options;
          }()) {
        REQUIRE(erp.start());
        restart();
    }

    // Before all that it was lent.
    ~AppHarness() { app.reset(); }

    // As after a crash: everything that is not in the database is gone.
    void restart() {
        app.reset();
        Config config;
        config.database = folder.file("busy24.db");
        config.key_file = folder.file("key");
        config.public_url = http::PublicUrl::parse("https://busy.example.no").value();
        config.application_id = std::string(demo::application_id);
        config.erp_api_url = config.erp_webservices_url = erp.url();
        config.web_root = web.folder;
        auto opened =
            App::open(config, {clock, random, transport, log, has_mail ? &mail : nullptr});
        REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().detail));
        app = std::move(opened).value();
    }

    // Lets the program's own threads work until a query has a row, and opens the program anew
    // without them: resting, they let hours pass on this clock, and sessions end.
    void run_threads_until(const std::string& query) {
        auto file = store::open_sqlite(folder.file("busy24.db")).value();
        const auto is_done = [&] {
            const auto rows = file->query(query, {});
            return rows.ok() && !rows.value().empty();
        };
        REQUIRE(app->start().ok());
        for (int i = 0; i < 2000 && !is_done(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        app->stop();
        restart();
    }
};

}  // namespace busy24::tests
