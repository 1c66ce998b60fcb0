// The server on a real socket: what a hostile or broken client gets, and the headers of every
// answer.
#include "proxy/http/server.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>

#include "shared/api/all.hpp"
#include "tests/http/raw_connection.hpp"
#include "tests/http/site_harness.hpp"

using namespace busy24;
using tests::RawConnection;

namespace {

struct ServerStage : tests::SiteHarness {
    http::Server server{site};
    int port = 0;
    std::thread serving;
    std::string seen_body;

    ServerStage() {
        router.on<api::ChooseTenant>(
            [](http::Caller&, api::ChooseTenant) -> Result<api::ChooseTenant::Reply> {
                return api::ChooseTenant::Reply{};
            });
        router.on<api::LogOut>(
            [](http::Caller&, api::LogOut) -> Result<api::Nothing> { return api::Nothing{}; });
        router.on<api::GetSession>(
            [](http::Caller&, api::GetSession) -> Result<api::Session> { return api::Session{}; });
        port = server.bind({.host = "127.0.0.1", .port = 0}).value();
        serving = std::thread([this] { server.serve(); });
    }
    ~ServerStage() {
        server.stop();
        serving.join();
    }

    static std::string get(const std::string& path, const std::string& more = {}) {
        return "GET " + path + " HTTP/1.1\r\nHost: busy.example.no\r\n" + more + "\r\n";
    }
    static std::string post(const std::string& path, const std::string& body,
                            const std::string& more = {}) {
        return "POST " + path +
               " HTTP/1.1\r\nHost: busy.example.no\r\nSec-Fetch-Site: same-origin\r\n"
               "Content-Type: application/json\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n" + more + "\r\n" + body;
    }
    std::string answer_to(const std::string& bytes) const {
        RawConnection connection(port);
        connection.send(bytes);
        return connection.read_answer();
    }
};

int status_of(const std::string& answer) {
    return answer.size() > 12 ? std::stoi(answer.substr(9, 3)) : 0;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE_FIXTURE(ServerStage,
                  "every answer carries the standing headers, refusals of the library too") {
    const auto asked = {get("/"),
                        get("/api/v1/session"),
                        get("/nowhere.js"),
                        get("/", "Range: bytes=9-1\r\n"),
                        post("/api/v1/session/logout", "{"),
                        std::string("nonsense\r\n\r\n")};
    for (const auto& request : asked) {
        const auto answer = answer_to(request);
        CAPTURE(request.substr(0, 60));
        CAPTURE(answer);
        for (const auto* header :
             {"Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval';",
              "require-trusted-types-for 'script'", "frame-ancestors 'none'",
              "Strict-Transport-Security: max-age=63072000", "X-Content-Type-Options: nosniff",
              "Referrer-Policy: no-referrer", "Cross-Origin-Opener-Policy: same-origin",
              "Cross-Origin-Resource-Policy: same-origin", "Cache-Control: no-"})
            CHECK(has(answer, header));
    }
}

TEST_CASE_FIXTURE(ServerStage, "several calls go over one connection") {
    RawConnection connection(port);
    for (int i = 0; i < 3; ++i) {
        connection.send(post("/api/v1/session/logout", "{}"));
        CHECK(status_of(connection.read_answer()) == 200);
        connection.send(get("/api/v1/session"));
        CHECK(has(connection.read_answer(), R"("state":"anonymous")"));
        connection.send(get("/app.wasm", "Accept-Encoding: gzip, br\r\n"));
        CHECK(has(connection.read_answer(), "wasm, brotli"));
    }
}

TEST_CASE_FIXTURE(ServerStage, "answers are never compressed on the way") {
    const auto answer = answer_to(get("/api/v1/session", "Accept-Encoding: gzip\r\n"));
    CHECK_FALSE(has(answer, "Content-Encoding"));
    CHECK(has(answer, R"("state":"anonymous")"));
    CHECK_FALSE(has(answer_to(get("/", "Accept-Encoding: gzip\r\n")), "Content-Encoding"));
}

TEST_CASE_FIXTURE(ServerStage, "a call is read whole, up to its limit") {
    const std::string padding(api::LogOut::endpoint.body_bytes_max - 2, ' ');
    CHECK(status_of(answer_to(post("/api/v1/session/logout", "{}" + padding))) == 200);
    CHECK(status_of(answer_to(post("/api/v1/session/logout", "{}" + padding + " "))) == 413);
}

TEST_CASE_FIXTURE(ServerStage, "300 MiB that are only announced are refused at once") {
    const auto answer = answer_to(
        "POST /api/v1/session/logout HTTP/1.1\r\nHost: busy.example.no\r\n"
        "Content-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n"
        "Content-Length: 314572800\r\n\r\n");
    CHECK(status_of(answer) == 413);
    CHECK(has(answer, "Connection: close"));
}

TEST_CASE_FIXTURE(ServerStage,
                  "a body whose length cannot be told is refused, and ends the connection") {
    const auto head = std::string(
        "POST /api/v1/session/logout HTTP/1.1\r\nHost: busy.example.no\r\n"
        "Content-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n");
    for (const auto* length :
         {"Transfer-Encoding: chunked\r\n", "Content-Length: 2\r\nContent-Length: 2\r\n",
          "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "Content-Length: -2\r\n",
          "Content-Length: 2x\r\n", "Content-Length: 99999999999999999999\r\n"}) {
        CAPTURE(length);
        RawConnection connection(port);
        connection.send(head + length + "\r\n{}");
        const auto all = connection.read_to_end();
        CHECK(status_of(all) == 411);
        CHECK(all.find("HTTP/1.1", 1) == std::string::npos);
    }
}

TEST_CASE_FIXTURE(ServerStage,
                  "what stands in an unread body is never taken for the next request") {
    const auto hidden = get("/api/v1/session");
    const auto carriers = {
        "POST /nowhere HTTP/1.1\r\nHost: busy.example.no\r\nContent-Length: ",
        "GET /api/v1/session HTTP/1.1\r\nHost: busy.example.no\r\nContent-Length: ",
        "DELETE /api/v1/session HTTP/1.1\r\nHost: busy.example.no\r\nContent-Length: ",
        "OPTIONS / HTTP/1.1\r\nHost: busy.example.no\r\nContent-Length: ",
    };
    for (const auto* carrier : carriers) {
        CAPTURE(carrier);
        RawConnection connection(port);
        connection.send(carrier + std::to_string(hidden.size()) + "\r\n\r\n" + hidden);
        const auto all = connection.read_to_end();
        CHECK(status_of(all) > 0);
        CHECK(all.find("HTTP/1.1", 1) == std::string::npos);
    }
}

TEST_CASE_FIXTURE(ServerStage, "a million headers and an endless one are refused") {
    std::string many = "GET / HTTP/1.1\r\nHost: busy.example.no\r\n";
    for (int i = 0; i < 2000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
    CHECK(status_of(answer_to(many + "\r\n")) == 400);
    CHECK(status_of(answer_to("GET / HTTP/1.1\r\nHost: busy.example.no\r\nX-Long: " +
                              std::string(100'000, 'x') + "\r\n\r\n")) == 400);
}

TEST_CASE_FIXTURE(ServerStage, "an endless address is not read: no answer, or a refusal") {
    const auto answer = answer_to(get("/" + std::string(9000, 'x')));
    CHECK((answer.empty() || status_of(answer) == 414));
    CHECK(status_of(answer_to(get("/api/v1/session"))) == 200);
}

TEST_CASE_FIXTURE(ServerStage, "a range is not an answer of its own") {
    const auto answer = answer_to(get("/app.wasm", "Range: bytes=0-3\r\n"));
    CHECK(status_of(answer) == 200);
    CHECK(has(answer, "wasm, plain"));
}

TEST_CASE_FIXTURE(ServerStage, "HEAD has the headers of GET and no body") {
    RawConnection connection(port);
    connection.send(
        "HEAD /app.wasm HTTP/1.1\r\nHost: busy.example.no\r\nConnection: close\r\n\r\n");
    const auto answer = connection.read_to_end();
    CHECK(has(answer, "Content-Length: 11"));
    CHECK_FALSE(has(answer, "wasm, plain"));
}

TEST_CASE_FIXTURE(ServerStage, "a port that is taken is said in a sentence") {
    http::Server second(site);
    const auto bound = second.bind({.host = "127.0.0.1", .port = port});
    REQUIRE_FALSE(bound.ok());
    CHECK(has(bound.error().detail, "another program is listening there already"));
}

TEST_CASE_FIXTURE(ServerStage,
                  "a unix socket works, and a dead one of an earlier life is replaced") {
    const auto path = web_root.folder + "/busy24.sock";
    for (int life = 0; life < 2; ++life) {
        http::Server local(site);
        REQUIRE(local.bind({.path = path}).ok());
        CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::others_all) ==
              std::filesystem::perms::none);
        std::thread thread([&] { local.serve(); });
        local.stop();
        thread.join();
    }
}
