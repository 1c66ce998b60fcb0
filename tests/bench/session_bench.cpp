// Requests per second of GET /api/v1/session, against a bare cpp-httplib handler that sends the
// same bytes; both in this process, over loopback, on kept connections. Goal: at least 0.7 of it.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "proxy/http/server.hpp"
#include "tests/app/app_harness.hpp"
#include "tests/http/raw_connection.hpp"

namespace {

using namespace busy24;

constexpr int connections = 4;
constexpr auto duration = std::chrono::seconds(1);

// How many answers the connections get in the time.
double requests_per_second(int port, const std::string& request) {
    std::atomic<bool> is_over = false;
    std::atomic<long> answers = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < connections; ++i)
        clients.emplace_back([&] {
            while (!is_over) {
                tests::RawConnection connection(port);
                // Both servers end a connection after its hundredth or thousandth request.
                for (int n = 0; n < 99 && !is_over; ++n) {
                    connection.send(request);
                    if (connection.read_answer().empty()) break;
                    ++answers;
                }
            }
        });
    std::this_thread::sleep_for(duration);
    is_over = true;
    for (auto& client : clients) client.join();
    return static_cast<double>(answers) / std::chrono::duration<double>(duration).count();
}

double bare(const std::string& body, const std::string& request) {
    httplib::Server server;
    server.Get("/api/v1/session", [&](const httplib::Request&, httplib::Response& response) {
        response.set_content(body, "application/json; charset=utf-8");
    });
    const int port = server.bind_to_any_port("127.0.0.1");
    std::thread serving([&] { server.listen_after_bind(); });
    server.wait_until_ready();
    const auto rate = requests_per_second(port, request);
    server.stop();
    serving.join();
    return rate;
}

double ours(http::Site& site, const std::string& request) {
    http::Server server(site);
    const int port = server.bind({.host = "127.0.0.1", .port = 0}).value();
    std::thread serving([&] { server.serve(); });
    const auto rate = requests_per_second(port, request);
    server.stop();
    serving.join();
    return rate;
}

}  // namespace

int main() {
    // The harness checks its own steps as it does in a test.
    doctest::Context context;
    context.setAsDefaultForAssertsOutOfTestCases();
    tests::AppHarness harness;
    tests::Browser browser(harness);
    browser.reach_page_5();
    const auto body = browser.call<api::GetSession>().body;
    const auto request =
        "GET /api/v1/session HTTP/1.1\r\nHost: busy.example.no\r\nSec-Fetch-Site: same-origin\r\n"
        "Cookie: " +
        browser.cookie + "\r\n\r\n";
    // In turns, so that a machine that gets slower or faster meanwhile counts for both.
    double bare_total = 0;
    double our_total = 0;
    for (int round = 0; round < 3; ++round) {
        bare_total += bare(body, request);
        our_total += ours(harness.app->site(), request);
    }
    std::printf(
        "session_bench: signed in, %.0f requests/s; bare handler %.0f; ratio %.2f (goal 0.70)\n",
        our_total / 3, bare_total / 3, our_total / bare_total);
    return 0;
}
