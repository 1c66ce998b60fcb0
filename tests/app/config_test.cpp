// The configuration: every refusal is one sentence that helps.
#include "proxy/config.hpp"

#include <doctest/doctest.h>

#include <map>
#include <vector>

#include "tests/fakes/temporary_folder.hpp"
#include "tests/http/web_root.hpp"

using namespace busy24;

namespace {

struct ConfigStage {
    TemporaryFolder folder;
    tests::WebRoot web;
    std::map<std::string, std::string> set{
        {"BUSY24_LISTEN", "127.0.0.1:8080"},
        {"BUSY24_DATABASE", folder.file("busy24.db")},
        {"BUSY24_KEY_FILE", folder.file("key")},
        {"BUSY24_PUBLIC_URL", "http://localhost:8080"},
        {"BUSY24_APPLICATION_ID", "00000000-0000-0000-0000-000000000001"},
        {"BUSY24_ERP_API_URL", "https://api.24sevenoffice.com"},
        {"BUSY24_ERP_WEBSERVICES_URL", "https://webservices.24sevenoffice.com/"},
        {"BUSY24_WEB_ROOT", web.folder},
    };
    Result<Config> read(std::vector<const char*> flags = {}) const {
        return read_config(flags, [&](const std::string& name) -> std::optional<std::string> {
            const auto found = set.find(name);
            return found == set.end() ? std::nullopt : std::optional(found->second);
        });
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE_FIXTURE(ConfigStage, "a full environment is a configuration") {
    const auto config = read();
    REQUIRE(config.ok());
    CHECK(config.value().listen == ListenAddress{.host = "127.0.0.1", .port = 8080});
    CHECK(config.value().public_url.authority == "localhost:8080");
    CHECK_FALSE(config.value().public_url.is_https);
    CHECK(config.value().erp_webservices_url == "https://webservices.24sevenoffice.com");
    CHECK(config.value().erp_requests_per_hour == 7'200);
    CHECK(config.value().erp_save_seconds == 180);
}

TEST_CASE_FIXTURE(ConfigStage, "the hourly limit of calls may be another one") {
    CHECK(read({"--erp-requests-per-hour=60"}).value().erp_requests_per_hour == 60);
    set["BUSY24_ERP_REQUESTS_PER_HOUR"] = "1000000000";
    CHECK(read().value().erp_requests_per_hour == 1'000'000'000);
}

TEST_CASE_FIXTURE(ConfigStage, "flags have the same names, and win") {
    const auto config = read({"--listen=[::1]:9", "--public-url", "https://busy.example.no"});
    REQUIRE(config.ok());
    CHECK(config.value().listen == ListenAddress{.host = "::1", .port = 9});
    CHECK(config.value().public_url.origin == "https://busy.example.no");
}

TEST_CASE_FIXTURE(ConfigStage, "a missing variable is named with what it expects") {
    const auto complete = set;
    for (const auto& entry : complete) {
        const auto& name = entry.first;
        set = complete;
        set.erase(name);
        CAPTURE(name);
        const auto config = read();
        REQUIRE_FALSE(config.ok());
        CHECK(config.error().code == ErrorCode::invalid);
        CHECK(has(config.error().detail, name + " is not set; it expects "));
        CHECK(config.error().detail.back() == '.');
    }
}

TEST_CASE_FIXTURE(ConfigStage, "a wrong value is named with what it got and what it expects") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> wrong{
        {"BUSY24_LISTEN",
         {"0.0.0.0:80", "192.168.1.1:80", "busy.example.no:80", "8080",
          "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "localhost:80x",
          "unix:", "unix:" + std::string(200, 'x'), "[::]:80"}},
        {"BUSY24_DATABASE", {"/nonexistent/folder/db", "/tmp"}},
        {"BUSY24_KEY_FILE", {"/nonexistent/folder/key"}},
        {"BUSY24_PUBLIC_URL",
         {"busy.example.no", "http://busy.example.no", "https://busy.example.no/path",
          "https://user@busy.example.no", "https://BUSY.example.no", "https://", "https://x:0",
          "https://x:70000000", "ftp://x"}},
        {"BUSY24_APPLICATION_ID", {"1", "00000000-0000-0000-0000-00000000000g"}},
        {"BUSY24_ERP_API_URL", {"http://api.24sevenoffice.com", "https://api/x"}},
        {"BUSY24_ERP_WEBSERVICES_URL", {"http://10.0.0.1:80"}},
        {"BUSY24_ERP_REQUESTS_PER_HOUR", {"59", "1000000001", "-1", "7200/h", "7.2e3", "many"}},
        {"BUSY24_ERP_SAVE_SECONDS", {"0", "3601", "2m"}},
        {"BUSY24_WEB_ROOT", {"/nonexistent", "/proc"}},
    };
    const auto complete = set;
    for (const auto& entry : wrong)
        for (const auto& value : entry.second) {
            const auto& name = entry.first;
            set = complete;
            set[name] = value;
            CAPTURE(name);
            CAPTURE(value);
            const auto config = read();
            REQUIRE_FALSE(config.ok());
            CHECK(has(config.error().detail, name + " is \"" + value + "\""));
            CHECK(has(config.error().detail, "it expects "));
        }
}

TEST_CASE_FIXTURE(ConfigStage, "a mail server is its login, its host and who letters come from") {
    CHECK_FALSE(read().value().smtp);
    set["BUSY24_SMTP_URL"] = "smtps://busy%40example.no:p%40ss%2Fword@mail.example.no:465";
    set["BUSY24_SMTP_SENDER"] = "busy@example.no";
    const auto smtp = read().value().smtp;
    REQUIRE(smtp);
    CHECK(smtp->url == "smtps://mail.example.no:465");
    CHECK(smtp->username == "busy@example.no");
    CHECK(smtp->password.reveal() == "p@ss/word");
    CHECK_FALSE(smtp->is_local);
    set["BUSY24_SMTP_URL"] = "smtp://[::1]:2525";
    CHECK(read().value().smtp->is_local);
    CHECK(read().value().smtp->username.empty());
}

TEST_CASE_FIXTURE(ConfigStage, "a mail server that is wrong is refused without its password") {
    set["BUSY24_SMTP_SENDER"] = "busy@example.no";
    for (const std::string url :
         {"http://u:hemmelig@mail.example.no", "smtp://u:hemmelig@mail.example.no/path",
          "smtp://u:hemmelig@mail.example.no?x", "smtp://u:hemmelig@", "u:hemmelig@mail",
          "smtp://u:hemmelig%0d%0a@mail.example.no", "smtp://u:hemmelig\r\n@mail.example.no"}) {
        set["BUSY24_SMTP_URL"] = url;
        CAPTURE(url);
        const auto config = read();
        REQUIRE_FALSE(config.ok());
        CHECK(has(config.error().detail, "BUSY24_SMTP_URL cannot be used: "));
        CHECK_FALSE(has(config.error().detail, "hemmelig"));
        CHECK(config.error().detail.find('\n') == std::string::npos);
    }
    set["BUSY24_SMTP_URL"] = "smtp://localhost";
    set["BUSY24_SMTP_CA_FILE"] = "/nonexistent.pem";
    CHECK(has(read().error().detail, "BUSY24_SMTP_CA_FILE is \"/nonexistent.pem\""));
    set.erase("BUSY24_SMTP_CA_FILE");
    set["BUSY24_SMTP_SENDER"] = "busy@example.no\r\nBcc: x@y.no";
    CHECK(has(read().error().detail, "BUSY24_SMTP_SENDER is "));
    set.erase("BUSY24_SMTP_SENDER");
    CHECK(has(read().error().detail, "BUSY24_SMTP_SENDER is not set; it expects "));
    set.erase("BUSY24_SMTP_URL");
    set["BUSY24_SMTP_SENDER"] = "busy@example.no";
    CHECK(has(read().error().detail, "BUSY24_SMTP_URL is not set"));
}

TEST_CASE_FIXTURE(ConfigStage, "listening further out is refused, and why is said") {
    set["BUSY24_LISTEN"] = "0.0.0.0:80";
    CHECK(has(read().error().detail, "a web server in front"));
}

TEST_CASE_FIXTURE(ConfigStage, "an unknown flag and a flag without a value are refused") {
    CHECK(has(read({"--lisen=x"}).error().detail, "--lisen"));
    CHECK(has(read({"--listen"}).error().detail, "needs a value"));
    CHECK(has(read({"listen"}).error().detail, "no flag"));
}

TEST_CASE("--help lists every variable with its flag") {
    const auto text = help_text();
    for_each_field<ConfigText>([&](const auto& f) { CHECK(has(text, f.name)); });
    CHECK(has(text, "--erp-webservices-url="));
}
