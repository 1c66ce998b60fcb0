// The logins of page 1: in memory, for as long as promised and no longer.
#include "proxy/onboarding/logins.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/manual_clock.hpp"

using namespace busy24;
using onboarding::Logins;

namespace {

struct LoginsStage {
    ManualClock clock;
    Logins logins{clock};
    LoginsStage() { logins.keep("session", credential("kari@firma.example")); }
    static erp::Credential credential(std::string username) {
        erp::Credential out;
        out.username = std::move(username);
        out.password = Secret("hemmelig");
        return out;
    }
};

}  // namespace

TEST_CASE_FIXTURE(LoginsStage, "a login is gone after half an hour without use") {
    clock.advance(Logins::lifetime_ms - 1);
    CHECK(logins.has("session"));
    clock.advance(1);
    CHECK_FALSE(logins.has("session"));
    CHECK_FALSE(logins.use("session").has_value());
}

TEST_CASE_FIXTURE(LoginsStage, "using a login keeps it, looking at it does not") {
    clock.advance(20 * minute_ms);
    CHECK(logins.use("session").has_value());
    clock.advance(20 * minute_ms);
    CHECK(logins.has("session"));
    clock.advance(10 * minute_ms);
    CHECK_FALSE(logins.has("session"));
}

TEST_CASE_FIXTURE(LoginsStage, "a login belongs to one session") {
    CHECK_FALSE(logins.use("another").has_value());
    logins.move("session", "renamed");
    CHECK_FALSE(logins.has("session"));
    CHECK(logins.use("renamed")->password.reveal() == "hemmelig");
    logins.drop("renamed");
    CHECK_FALSE(logins.has("renamed"));
}

TEST_CASE_FIXTURE(LoginsStage, "the mirror gets the login that was lent to its connection only") {
    CHECK_FALSE(logins.lent_to({"c1"}).has_value());
    CHECK_FALSE(logins.lent_to({}).has_value());
    logins.lend("session", {"c1"});
    CHECK(logins.lent_to({"c1"})->username == "kari@firma.example");
    CHECK_FALSE(logins.lent_to({"c2"}).has_value());
    clock.advance(Logins::lifetime_ms);
    CHECK_FALSE(logins.lent_to({"c1"}).has_value());
}

TEST_CASE_FIXTURE(LoginsStage, "kept for a session, a login lives exactly as long as that") {
    logins.lend("session", {"c1"});
    logins.keep_for_session("session");
    clock.advance(5 * hour_ms);
    logins.sweep([](const std::string&) { return true; });
    CHECK(logins.lent_to({"c1"}).has_value());
    logins.sweep([](const std::string&) { return false; });
    CHECK_FALSE(logins.lent_to({"c1"}).has_value());
}

TEST_CASE_FIXTURE(LoginsStage, "a person's session at the ERP is never stored") {
    CHECK(logins.use("session")->session_life == erp::SessionLife::process);
}
