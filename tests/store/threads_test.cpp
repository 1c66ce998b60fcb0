// Many threads on one database: run under ThreadSanitizer too.
#include <atomic>
#include <thread>

#include "proxy/store/credentials.hpp"
#include "proxy/store/login_attempts.hpp"
#include "proxy/store/user_sessions.hpp"
#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

// Runs work(0), work(1) … each in a thread of its own, all let go at the same moment.
template <class Work>
void at_once(int threads, const Work& work) {
    std::atomic<bool> go = false;
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i)
        running.emplace_back([&, i] {
            while (!go) std::this_thread::yield();
            work(i);
        });
    go = true;
    for (auto& thread : running) thread.join();
}

}  // namespace

TEST_CASE_FIXTURE(FreshDatabase, "readers never see half of a transaction") {
    REQUIRE((**this).execute("CREATE TABLE pair (name TEXT PRIMARY KEY, n BIGINT NOT NULL)").ok());
    REQUIRE((**this).query("INSERT INTO pair (name, n) VALUES ('a', 0), ('b', 0)").ok());
    std::atomic<int> torn = 0, failed = 0;
    at_once(8, [&](int thread) {
        for (int i = 0; i < 60; ++i) {
            if (thread < 3) {
                auto transaction = Transaction::begin(**this);
                const auto change = [&](const char* name) {
                    return (**this)
                        .query("UPDATE pair SET n = n + 1 WHERE name = $1", std::array{Value(name)})
                        .ok();
                };
                if (!transaction.ok() || !change("a") || !change("b")) ++failed;
                // Every third one is undone.
                if (i % 3 != 0 && !transaction.value().commit().ok()) ++failed;
            } else {
                const auto rows = (**this).query("SELECT n FROM pair ORDER BY name");
                if (!rows.ok())
                    ++failed;
                else if (rows.value()[0][0] != rows.value()[1][0])
                    ++torn;
            }
        }
    });
    CHECK(failed == 0);
    CHECK(torn == 0);
    CHECK(ask("SELECT n FROM pair WHERE name = 'a'") == "120");
}

TEST_CASE_FIXTURE(FreshDatabase, "of 500 guesses at once on one account, 5 get through") {
    LoginAttempts attempts(**this, random);
    std::atomic<int> through = 0, refused = 0;
    const auto now = clock.now();
    at_once(50, [&](int thread) {
        for (int i = 0; i < 10; ++i) {
            const auto address = "192.0.2." + std::to_string(thread * 5 + i % 5);
            const auto reservation = attempts.reserve(
                {.account = i % 2 == 0 ? "Kari@Granlund.example" : " kari@granlund.example",
                 .address = address,
                 .workspaces = {}},
                now);
            if (reservation.ok())
                ++through;
            else if (reservation.error().code == ErrorCode::throttled)
                ++refused;
        }
    });
    CHECK(through == 5);
    CHECK(refused == 495);
}

TEST_CASE_FIXTURE(FreshDatabase, "threads that make a workspace's data key at once agree on one") {
    auto vault = security::Vault::open(folder.file("key"), random, data_keys_in(**this)).value();
    std::array<std::string, 8> sealed;
    const auto place_of = [](const std::string& row) {
        return security::Place{
            .table = "credential", .column = "sealed_password", .workspace = "w", .row = row};
    };
    at_once(8, [&](int thread) {
        const auto row = std::to_string(thread);
        sealed[static_cast<std::size_t>(thread)] =
            vault->seal(Secret("hemmelig " + row), place_of(row)).value();
    });
    // As after a restart: only what is in the database counts.
    vault = security::Vault::open(folder.file("key"), random, data_keys_in(**this)).value();
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        const auto row = std::to_string(i);
        const auto opened = vault->unseal(sealed[i], place_of(row));
        REQUIRE(opened.ok());
        CHECK(opened.value().reveal() == "hemmelig " + row);
    }
}

TEST_CASE_FIXTURE(FreshDatabase, "a token that is renewed twice at once gets one successor") {
    UserSessions sessions(**this, random);
    for (int round = 0; round < 20; ++round) {
        const auto first = sessions.create({}, clock.now()).value();
        std::atomic<int> renewed = 0;
        at_once(4, [&](int) {
            if (sessions.rotate(first.session, first.session, clock.now()).ok()) ++renewed;
        });
        CHECK(renewed == 1);
    }
    CHECK(ask("SELECT COUNT(*) FROM user_session") == "20");
}

}  // namespace busy24::store
