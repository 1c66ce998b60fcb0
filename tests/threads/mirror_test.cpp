// The mirror's threads beside each other, beside those of a second process, and beside what people
// ask meanwhile. With the system's clock: threads that rest on a manual one let hours pass.
#include <atomic>
#include <thread>

#include "tests/sync/two_way_harness.hpp"

namespace busy24 {

namespace {

struct Threads : TwoWayHarness {
    SystemClock real_clock;
    SystemRandom real_random;
    NetworkTransport network_of_its_own;
    erp::Client caller{network_of_its_own,
                       real_clock,
                       real_random,
                       sessions,
                       {.application_id = std::string(simulator::demo::application_id),
                        .api_url = erp.url(),
                        .webservices_url = erp.url(),
                        .rates = {.calls_per_second = 1000, .burst = 1000}}};

    std::unique_ptr<sync::Mirror> make_process() {
        return std::make_unique<sync::Mirror>(sync::MirrorParts{
            .database = *sqlite, .clock = real_clock, .random = real_random, .erp = [this](auto&) {
                return caller.session({.username = std::string(simulator::demo::api_user),
                                       .password = Secret(simulator::demo::api_user_password)},
                                      TenantId{tenant});
            }});
    }
    bool is_all_sent() {
        for (const auto& project : all_here())
            if (!project.number) return false;
        return true;
    }
};

// As pages that are open in many windows.
void ask(sync::Mirror& of, const WorkspaceId& workspace, const ConnectionId& connection) {
    (void)of.sync(connection, "", store::Scope::full).ok();
    (void)of.next_run(connection).ok();
    (void)of.run(workspace, {}).ok();
    (void)of.preview(connection).ok();
    (void)of.counts(workspace).ok();
}

}  // namespace

TEST_CASE_FIXTURE(Threads, "two processes and people's calls at once make each record once") {
    constexpr int made = 40;
    const auto before = projects_there();
    const auto one = make_process();
    const auto other = make_process();
    one->start();
    other->start();
    std::atomic<bool> is_over = false;
    std::thread asking([&] {
        while (!is_over) {
            ask(*one, workspace, connection);
            ask(*other, workspace, connection);
            clock.advance(second_ms);  // 24SevenOffice's, which counts the calls of an hour
            real_clock.sleep(5);
        }
    });
    for (int i = 0; i < made; ++i) {
        add_here("Nytt prosjekt " + std::to_string(i));
        one->busy_changed();
        real_clock.sleep(10);
    }
    for (int i = 0; i < 3'000 && !is_all_sent(); ++i) real_clock.sleep(10);
    is_over = true;
    asking.join();
    one->stop();
    other->stop();
    CHECK(is_all_sent());
    CHECK(projects_there() == before + made);
}

}  // namespace busy24
