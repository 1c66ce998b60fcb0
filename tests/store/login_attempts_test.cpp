// The counters of attempts to log in: by account, by address, by workspace.
#include "proxy/store/login_attempts.hpp"

#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

struct Attempts : FreshDatabase {
    LoginAttempts attempts{**this, random};
    int address = 0;

    // From a new address every time, unless one is given.
    Result<Reservation> attempt(const std::string& account, std::string from = {},
                                std::vector<std::string> workspaces = {}) {
        if (from.empty()) {
            ++address;
            from = "10.0." + std::to_string(address / 250) + "." + std::to_string(address % 250);
        }
        return attempts.reserve(
            {.account = account, .address = std::move(from), .workspaces = std::move(workspaces)},
            clock.now());
    }
    // How many of `count` get through.
    int through(int count, const std::function<Result<Reservation>(int)>& make) {
        int passed = 0;
        for (int i = 0; i < count; ++i) passed += make(i).ok() ? 1 : 0;
        return passed;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Attempts, "an account has 5 attempts in 15 minutes and 20 in a day") {
    const auto kari = [&](int) { return attempt("kari@granlund.example"); };
    CHECK(through(8, kari) == 5);
    clock.advance(15 * minute_ms - 1);
    CHECK(through(8, kari) == 0);
    clock.advance(1);
    CHECK(through(8, kari) == 5);
    clock.advance(hour_ms);
    CHECK(through(8, kari) == 5);
    clock.advance(hour_ms);
    CHECK(through(8, kari) == 5);
    clock.advance(hour_ms);
    CHECK(through(8, kari) == 0);
    CHECK(attempt("ola@granlund.example").ok());
    clock.advance(day_ms);
    CHECK(through(8, kari) == 5);
}

TEST_CASE_FIXTURE(Attempts, "who is refused is told when to come back") {
    const auto first = clock.now();
    for (int i = 0; i < 5; ++i) {
        REQUIRE(attempt("kari@granlund.example").ok());
        clock.advance(minute_ms);
    }
    const auto refused = attempt("kari@granlund.example");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::throttled);
    CHECK(refused.error().reason == "too_many_attempts");
    CHECK(refused.error().retry_at_ms == first.ms + 15 * minute_ms);
    clock.set({first.ms + 15 * minute_ms});
    CHECK(attempt("kari@granlund.example").ok());
    CHECK_FALSE(attempt("kari@granlund.example").ok());
}

TEST_CASE_FIXTURE(Attempts, "a refused attempt counts against nobody") {
    CHECK(through(50, [&](int) { return attempt("kari@granlund.example", "192.0.2.1"); }) == 5);
    CHECK(through(9, [&](int i) { return attempt(std::to_string(i), "192.0.2.1"); }) == 5);
}

TEST_CASE_FIXTURE(Attempts, "however a name is written, it is one account") {
    const std::array names{"kåre@granlund.example",
                           "KÅRE@Granlund.Example",
                           " kåre@granlund.example\t",
                           "ka\xcc\x8are@granlund.example",                // a and a ring
                           "ka\xe2\x80\x8bre@granlund.example",            // an invisible space
                           "\xef\xbd\x8b\xef\xbc\xa1re@granlund.example",  // wide K and A
                           "k\xc3\xa1re@granlund.example"};
    for (const auto* name : names) CHECK(counted_account(name) == "kare@granlund.example");
    CHECK(through(50, [&](int i) {
              return attempt(names[static_cast<std::size_t>(i) % names.size()]);
          }) == 5);
    CHECK(counted_account("\xf0\x9f\x98\x80\xff\xc3") == "");
    CHECK(counted_account("kari") != counted_account("kira"));
}

TEST_CASE_FIXTURE(Attempts, "an address has 10 attempts in 15 minutes, an IPv6 network the same") {
    const auto anybody = [&](const std::string& from) {
        return [this, from](int i) { return attempt("user" + std::to_string(i), from); };
    };
    CHECK(through(30, anybody("192.0.2.1")) == 10);
    CHECK(through(30, anybody("::ffff:192.0.2.1")) == 0);
    CHECK(through(1, anybody("::ffff:192.0.2.2")) == 1);
    CHECK(through(30, [&](int i) {
              return attempt("v6" + std::to_string(i), "2001:db8:0:1::" + std::to_string(i));
          }) == 10);
    CHECK(through(1, anybody("2001:0db8:0:1:ffff::9")) == 0);
    CHECK(through(1, anybody("2001:db8:0:2::1")) == 1);
}

TEST_CASE_FIXTURE(Attempts, "a workspace has 50 attempts an hour, over all its accounts") {
    const auto may_try = [&](const std::string& account, std::vector<std::string> workspaces) {
        return attempt(account, "", std::move(workspaces)).value().may_try;
    };
    int tried = 0;
    for (int i = 0; i < 80; ++i) tried += may_try(std::to_string(i), {"w1", "w2"}) ? 1 : 0;
    CHECK(tried == 50);
    // Not refused, since that would tell who is a user there; and counted, for the same reason.
    CHECK_FALSE(may_try("other", {"w2"}));
    CHECK(through(5, [&](int) { return attempt("other", "", {"w2"}); }) == 4);
    CHECK(may_try("another", {"w3"}));
    clock.advance(hour_ms);
    CHECK(may_try("again", {"w2", "w2"}));
}

TEST_CASE_FIXTURE(Attempts, "strangers cannot lock a person out of a device known from before") {
    const auto stranger = [&](int) {
        return attempt("kari@granlund.example", "192.0.2.1", {"w1"});
    };
    const auto known = [&](int) {
        return attempts.reserve({.account = "kari@granlund.example",
                                 .address = "192.0.2.1",
                                 .workspaces = {"w1"},
                                 .device = "d1"},
                                clock.now());
    };
    for (int i = 0; i < 60; ++i) REQUIRE(attempt(std::to_string(i), "", {"w1"}).ok());
    CHECK(through(9, stranger) == 5);
    CHECK(known(0).value().may_try);
    // But it has no more guesses than others.
    CHECK(through(9, known) == 4);
}

TEST_CASE_FIXTURE(Attempts,
                  "a right password does not count, a wrong one counts after a restart too") {
    for (int i = 0; i < 40; ++i) {
        const auto reservation = attempt("kari@granlund.example", "192.0.2.1", {"w1"});
        REQUIRE(reservation.ok());
        REQUIRE(attempts.release(reservation.value()).ok());
    }
    CHECK(ask("SELECT COUNT(*) FROM login_attempt") == "0");
    CHECK(through(9, [&](int) { return attempt("kari@granlund.example"); }) == 5);
    reopen();
    CHECK_FALSE(LoginAttempts(**this, random)
                    .reserve({.account = "kari@granlund.example", .address = {}, .workspaces = {}},
                             clock.now())
                    .ok());
}

TEST_CASE_FIXTURE(Attempts, "the table names nobody, and is swept after a day") {
    REQUIRE(attempt("kari@granlund.example", "192.0.2.1").ok());
    const auto rows = (**this).query("SELECT subject FROM login_attempt").value();
    for (const auto& row : rows) {
        CHECK(row[0]->find("kari") == std::string::npos);
        CHECK(row[0]->find("192.0") == std::string::npos);
    }
    clock.advance(day_ms);
    REQUIRE(attempts.remove_old(clock.now()).ok());
    CHECK(ask("SELECT COUNT(*) FROM login_attempt") == "2");
    clock.advance(1);
    REQUIRE(attempts.remove_old(clock.now()).ok());
    CHECK(ask("SELECT COUNT(*) FROM login_attempt") == "0");
}

}  // namespace busy24::store
