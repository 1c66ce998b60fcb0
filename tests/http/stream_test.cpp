// Bodies that are made while they are sent.
#include <doctest/doctest.h>

#include <thread>

#include "proxy/http/server.hpp"
#include "shared/api/all.hpp"
#include "tests/http/raw_connection.hpp"
#include "tests/http/site_harness.hpp"

using namespace busy24;
using tests::RawConnection;

namespace {

struct Streaming : tests::SiteHarness {
    http::Server server{site};
    int port = 0;
    std::thread serving;
    std::size_t pieces = 0;
    bool breaks = false;

    Streaming() {
        router.on<api::GetSession>([this](http::Caller& caller, api::GetSession) {
            caller.stream = [this](const auto& write) -> Result<> {
                for (std::size_t i = 0; i < pieces; ++i)
                    if (!write(std::string(1000, 'x')))
                        return Error{ErrorCode::unavailable, "nobody takes it"};
                if (breaks) return Error{ErrorCode::internal, "broken in the middle"};
                return {};
            };
            return Result<api::Session>(api::Session{});
        });
        port = server.bind({.host = "127.0.0.1", .port = 0}).value();
        serving = std::thread([this] { server.serve(); });
    }
    ~Streaming() {
        server.stop();
        serving.join();
    }
    std::string answer() const {
        RawConnection connection(port);
        connection.send(
            "GET /api/v1/session HTTP/1.1\r\nHost: busy.example.no\r\nConnection: close\r\n\r\n");
        return connection.read_to_end();
    }
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE_FIXTURE(Streaming, "a body comes in pieces, as a file, with its end marked") {
    pieces = 3;
    const auto text = answer();
    CHECK(contains(text, "HTTP/1.1 200"));
    CHECK(contains(text, "Transfer-Encoding: chunked"));
    CHECK(contains(text, "Content-Type: application/json; charset=utf-8"));
    CHECK(contains(text, "Content-Disposition: attachment"));
    CHECK(contains(text, "Cache-Control: no-store"));
    CHECK(contains(text, "X-Content-Type-Options: nosniff"));
    CHECK(contains(text, std::string(1000, 'x')));
    CHECK(text.substr(text.size() - 5) == "0\r\n\r\n");
}

TEST_CASE_FIXTURE(Streaming, "one that fails in the middle is not taken for the whole") {
    pieces = 2;
    breaks = true;
    const auto text = answer();
    CHECK(contains(text, std::string(1000, 'x')));
    CHECK_FALSE(contains(text, "0\r\n\r\n"));
    CHECK(contains(log_text, "stream_failed"));
}
