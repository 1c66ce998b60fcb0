// No password and no session id is found anywhere that it does not belong.
#include <fstream>
#include <iterator>

#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

std::string content_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("passwords, tokens and 24SevenOffice's sessions are in no log, answer or database") {
    AppHarness harness;
    Browser browser(harness);
    browser.sign_in(demo::manager, "kanarifugl-feil-passord");
    browser.reach_page_5();
    harness.work();
    browser.call<api::GetConnection>();
    browser.call<api::GetOnboarding>();
    const auto token = browser.cookie.substr(browser.cookie.find('=') + 1);
    std::vector<std::string> secrets{std::string(demo::manager_password),
                                     std::string(demo::api_user_password),
                                     "kanarifugl-feil-passord", token};
    harness.erp.edit([&](simulator::World& world) {
        for (const auto& [id, session] : world.sessions) secrets.push_back(id);
    });
    REQUIRE(secrets.size() > 4);
    const auto database = content_of(harness.folder.file("busy24.db")) +
                          content_of(harness.folder.file("busy24.db-wal"));
    REQUIRE(database.find("granlund-bygg.example") != std::string::npos);
    for (const auto& secret : secrets) {
        CAPTURE(secret);
        CHECK(harness.log_text.find(secret) == std::string::npos);
        CHECK(browser.all_answers.find(secret) == std::string::npos);
        CHECK(database.find(secret) == std::string::npos);
    }
    // Queries and names of people are not for the log either.
    CHECK(harness.log_text.find(demo::manager) == std::string::npos);
}
