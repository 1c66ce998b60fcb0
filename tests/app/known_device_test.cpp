// A browser that somebody has logged in from: strangers cannot lock the person out of it.
#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct Attacked : AppHarness {
    static constexpr const char* email = "tone.bakke@granlund-bygg.example";
    static constexpr const char* password = "en lang nok setning";
    Browser admin{*this};
    Browser person{*this, "192.0.2.7"};

    Attacked() {
        admin.reach_page_5();
        work();
        const auto link = admin.call<api::InviteUsers>({{"invitees", {{{"email", email}}}}})
                              .reply.results.front()
                              .link;
        REQUIRE(person
                    .call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                                  {"name", "Tone Bakke"},
                                                  {"password", password}})
                    .ok());
        REQUIRE(person.call<api::LogOut>().ok());
        clock.advance(second_ms);
    }
    static tests::Outcome<api::LogIn> log_in(Browser& browser, const std::string& secret) {
        return browser.call<api::LogIn>(
            {{"username", email}, {"password", secret}, {"way", "busy"}});
    }
    // From as many addresses.
    void guess(std::string_view username, std::string_view way, int times) {
        for (int i = 0; i < times; ++i) {
            Browser stranger{*this,
                             "10.0." + std::to_string(i / 250) + "." + std::to_string(i % 250)};
            CHECK_FALSE(stranger
                            .call<api::LogIn>({{"username", username},
                                               {"password", "en gjetning av mange"},
                                               {"way", way}})
                            .ok());
        }
    }
};

}  // namespace

TEST_CASE_FIXTURE(Attacked, "500 guesses of strangers do not lock out the known device") {
    guess(email, "busy", 500);
    Browser stranger{*this, "10.1.1.1"};
    CHECK(log_in(stranger, password).failure.reason == "too_many_attempts");
    CHECK(log_in(person, password).ok());
}

TEST_CASE_FIXTURE(Attacked, "nor with the 24SevenOffice account") {
    REQUIRE(admin.call<api::LogOut>().ok());
    guess(demo::manager, "erp", 20);
    Browser stranger{*this, "10.1.1.1"};
    CHECK(stranger.log_in(demo::manager, demo::manager_password).failure.reason ==
          "too_many_attempts");
    CHECK(admin.log_in(demo::manager, demo::manager_password).ok());
    // Page 1 of the onboarding counts the same.
    CHECK(stranger.sign_in(demo::manager, demo::manager_password).failure.reason ==
          "too_many_attempts");
    CHECK(admin.sign_in(demo::manager, demo::manager_password).ok());
}

TEST_CASE_FIXTURE(Attacked, "a known device has five guesses of its own, and no more") {
    for (int i = 0; i < 5; ++i) CHECK(log_in(person, "feil passord her").status == 401);
    CHECK(log_in(person, password).failure.reason == "too_many_attempts");
    // Which says nothing of strangers.
    Browser stranger{*this, "10.1.1.1"};
    CHECK(log_in(stranger, password).ok());
}

TEST_CASE_FIXTURE(Attacked, "a device is known to its account alone") {
    Browser other{*this, "10.1.1.1"};
    other.device = person.device;
    guess(demo::manager, "erp", 5);
    CHECK(other.log_in(demo::manager, demo::manager_password).failure.reason ==
          "too_many_attempts");
    Browser planted{*this, "10.1.1.2"};
    planted.device = "__Host-busy24-device=" + std::string(43, 'a');
    guess(email, "busy", 5);
    CHECK(log_in(planted, password).failure.reason == "too_many_attempts");
}

TEST_CASE_FIXTURE(Attacked, "the device's cookie is a secret that is stored as a hash") {
    REQUIRE(person.device.size() == std::string("__Host-busy24-device=").size() + 43);
    const auto token = person.device.substr(person.device.find('=') + 1);
    auto database = store::open_sqlite(folder.file("busy24.db"));
    const auto rows =
        database.value()->query("SELECT token_hash, account_hash FROM known_device").value();
    REQUIRE(rows.size() == 2);
    for (const auto& row : rows)
        for (const auto& value : row) {
            CHECK(value->size() == 64);
            CHECK(*value != token);
        }
    CHECK(log_text.find(token) == std::string::npos);
    // It stays the same from log-in to log-in, and a planted one is replaced.
    const auto before = person.device;
    REQUIRE(log_in(person, password).ok());
    CHECK(person.device == before);
    Browser planted{*this, "10.1.1.2"};
    planted.device = "__Host-busy24-device=" + std::string(43, 'a');
    REQUIRE(log_in(planted, password).ok());
    CHECK(planted.device != "__Host-busy24-device=" + std::string(43, 'a'));
}

TEST_CASE_FIXTURE(Attacked, "a device that is not used for half a year is a stranger") {
    clock.advance(181 * day_ms);
    guess(email, "busy", 5);
    CHECK(log_in(person, password).failure.reason == "too_many_attempts");
    REQUIRE(app->sweep().ok());
    auto database = store::open_sqlite(folder.file("busy24.db"));
    CHECK(database.value()->query("SELECT * FROM known_device").value().empty());
}
