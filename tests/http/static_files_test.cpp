// The web app's files: type, encoding, caching, and the addresses of its pages.
#include "proxy/http/static_files.hpp"

#include <doctest/doctest.h>

#include "tests/http/site_harness.hpp"

using namespace busy24;
using tests::body_of;
using tests::header_of;

namespace {

struct StaticFilesStage : tests::SiteHarness {
    http::Answer get(std::string path, std::string accept_encoding = {},
                     std::string if_none_match = {}) {
        auto asked = request("GET", std::move(path));
        asked.headers.accept_encoding = std::move(accept_encoding);
        asked.headers.if_none_match = std::move(if_none_match);
        return site.answer(asked);
    }
};

}  // namespace

TEST_CASE_FIXTURE(StaticFilesStage, "every page's address shows the app") {
    for (const auto* path :
         {"/", "/registrer", "/registrer/klient", "/registrer/api-bruker", "/registrer/oppsett",
          "/registrer/ferdig", "/logg-inn", "/innstillinger/24sevenoffice",
          "/innstillinger/24sevenoffice/kjoring/01x/project/failed"}) {
        CAPTURE(path);
        const auto answer = get(path);
        CHECK(answer.status == 200);
        CHECK(header_of(answer, "Content-Type") == "text/html; charset=utf-8");
        CHECK(header_of(answer, "Cache-Control") == "no-cache");
    }
}

TEST_CASE_FIXTURE(StaticFilesStage, "an unknown address shows the app too, and says 404") {
    const auto answer = get("/finnes-ikke");
    CHECK(answer.status == 404);
    CHECK(body_of(answer).find("<title>Busy") != std::string::npos);
    const auto tag = header_of(get("/"), "ETag");
    CHECK(get("/finnes-ikke", "", tag).status == 404);
}

TEST_CASE_FIXTURE(StaticFilesStage, "a missing file is a plain 404") {
    for (const auto* path : {"/missing.js", "/app.wasm.br", "/../etc/passwd.x", "/stale.js",
                             "/%2e%2e/secret.txt", "/fonts/../index.html"}) {
        CAPTURE(path);
        CHECK(get(path).status == 404);
        CHECK(body_of(get(path)).find("<title>") == std::string::npos);
    }
}

TEST_CASE_FIXTURE(StaticFilesStage,
                  "WebAssembly has the type that browsers compile while loading") {
    CHECK(header_of(get("/app.wasm"), "Content-Type") == "application/wasm");
    CHECK(header_of(get("/host.js"), "Content-Type") == "text/javascript; charset=utf-8");
    CHECK(header_of(get("/fonts/ui.otf"), "Content-Type") == "font/otf");
}

TEST_CASE_FIXTURE(StaticFilesStage, "the best encoding that the browser takes is sent, and said") {
    struct Row {
        const char* accept;
        const char* encoding;
        const char* body;
    };
    const Row rows[] = {{"", "", "wasm, plain"},
                        {"identity", "", "wasm, plain"},
                        {"gzip", "gzip", "wasm, gzip"},
                        {"gzip, deflate, br", "br", "wasm, brotli"},
                        {"br;q=0, gzip;q=0.5", "gzip", "wasm, gzip"},
                        {"br;q=0.0", "", "wasm, plain"},
                        {"brotli", "", "wasm, plain"}};
    for (const auto& row : rows) {
        CAPTURE(row.accept);
        const auto answer = get("/app.wasm", row.accept);
        CHECK(header_of(answer, "Content-Encoding") == row.encoding);
        CHECK(body_of(answer) == row.body);
        CHECK(header_of(answer, "Vary") == "Accept-Encoding");
    }
    CHECK(header_of(get("/host.js", "br"), "Content-Encoding").empty());
}

TEST_CASE_FIXTURE(StaticFilesStage, "what the browser has already is not sent again") {
    const auto first = get("/app.wasm", "br");
    const auto again = get("/app.wasm", "br", header_of(first, "ETag"));
    CHECK(again.status == 304);
    CHECK(body_of(again).empty());
    CHECK(get("/app.wasm", "br", "W/" + header_of(first, "ETag")).status == 304);
    // Another encoding is another representation.
    CHECK(get("/app.wasm", "gzip", header_of(first, "ETag")).status == 200);
}

TEST_CASE_FIXTURE(StaticFilesStage, "a name made from the content may be kept for ever") {
    CHECK(header_of(get("/app.0123abcd.css"), "Cache-Control") ==
          "public, max-age=31536000, immutable");
    CHECK(header_of(get("/host.js"), "Cache-Control") == "no-cache");
}

TEST_CASE("a folder without the app is refused at the start") {
    CHECK_FALSE(http::StaticFiles::load("/nonexistent").ok());
    CHECK_FALSE(http::StaticFiles::load("/proc/self/fd").ok());
}
