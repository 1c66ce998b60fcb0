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

// Text, which the library would compress.
struct ReadTable {
    static constexpr api::Endpoint endpoint{api::Method::get, "/api/v1/table.csv",
                                            api::Access::anyone};
    using Reply = api::Csv;
    static constexpr auto fields() { return std::tuple{}; }
};

struct Streaming : tests::SiteHarness {
    http::Server server{site};
    int port = 0;
    std::thread serving;
    std::size_t pieces = 0;
    bool breaks = false;

    Streaming() {
        router.on<api::GetSession>([this](http::Caller& caller, api::GetSession) {
            stream_to(caller);
            return Result<api::Session>(api::Session{});
        });
        router.on<ReadTable>([this](http::Caller& caller, ReadTable) {
            stream_to(caller);
            return Result<api::Csv>(api::Csv{});
        });
        port = server.bind({.host = "127.0.0.1", .port = 0}).value();
        serving = std::thread([this] { server.serve(); });
    }
    ~Streaming() {
        server.stop();
        serving.join();
    }
    void stream_to(http::Caller& caller) {
        caller.stream = [this](const auto& write) -> Result<> {
            for (std::size_t i = 0; i < pieces; ++i)
                if (!write(std::string(1000, 'x')))
                    return Error{ErrorCode::unavailable, "nobody takes it"};
            if (breaks) return Error{ErrorCode::internal, "broken in the middle"};
            return {};
        };
    }
    std::string answer(const std::string& path = "session") const {
        RawConnection connection(port);
        connection.send("GET /api/v1/" + path +
                        " HTTP/1.1\r\nHost: busy.example.no\r\nAccept-Encoding: gzip, deflate\r\n"
                        "Connection: close\r\n\r\n");
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

TEST_CASE_FIXTURE(Streaming,
                  "a table comes in pieces as it is, whatever the receiver could unpack") {
    pieces = 3;
    const auto text = answer("table.csv");
    CHECK(contains(text, "Content-Type: text/csv; charset=utf-8\r\n"));
    CHECK(contains(text, "Content-Disposition: attachment"));
    CHECK(contains(text, std::string(1000, 'x')));
    CHECK_FALSE(contains(text, "Busy24-Content-Type"));
}

TEST_CASE_FIXTURE(Streaming, "one that fails in the middle is not taken for the whole") {
    pieces = 2;
    breaks = true;
    const auto text = answer();
    CHECK(contains(text, std::string(1000, 'x')));
    CHECK_FALSE(contains(text, "0\r\n\r\n"));
    CHECK(contains(log_text, "stream_failed"));
}
