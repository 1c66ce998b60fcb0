// What was acknowledged is there after a kill, and what was not finished is not.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

// In a process of its own: pairs of rows in one transaction each, and the number of each pair to
// the pipe once it is committed.
[[noreturn]] void write_until_killed(const std::string& path, int acknowledge, int first) {
    auto opened = open_sqlite(path);
    if (!opened.ok()) ::_exit(1);
    auto& database = *opened.value();
    for (int i = first;; ++i) {
        auto transaction = Transaction::begin(database);
        for (const auto* half : {"a", "b"}) {
            const std::array values{to_value(i), Value(half)};
            if (!database.query("INSERT INTO pair (n, half) VALUES ($1, $2)", values).ok())
                ::_exit(2);
        }
        if (!transaction.ok() || !transaction.value().commit().ok()) ::_exit(3);
        if (::write(acknowledge, &i, sizeof i) != sizeof i) ::_exit(4);
    }
}

// Lets a writer acknowledge `count` pairs, kills it, and returns the last number that it gave.
int run_and_kill(const std::string& path, int first, int count) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) write_until_killed(path, pipe[1], first);
    ::close(pipe[1]);
    int last = 0, number = 0;
    for (int i = 0; i < count && ::read(pipe[0], &number, sizeof number) == sizeof number; ++i)
        last = number;
    ::kill(child, SIGKILL);
    while (::read(pipe[0], &number, sizeof number) == sizeof number) last = number;
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    return last;
}

}  // namespace

TEST_CASE("after a kill, all that was acknowledged is there, and no half of a transaction") {
    const TemporaryFolder folder;
    const auto path = folder.file("busy24.db");
    REQUIRE(open_sqlite(path).value()->execute("CREATE TABLE pair (n BIGINT, half TEXT)").ok());
    SeededRandom random;
    int next = 1;
    for (int round = 0; round < 20; ++round) {
        const int count = 1 + static_cast<int>(random_up_to(random, 12));
        const int last = run_and_kill(path, next, count);
        const auto database = open_sqlite(path).value();
        const auto row =
            database->query("SELECT COUNT(*), COUNT(DISTINCT n), MAX(n) FROM pair").value()[0];
        const int kept = std::stoi(*row[2]);
        // The one after the last may have been committed and not yet acknowledged.
        CHECK((kept == last || kept == last + 1));
        CHECK(std::stoi(*row[1]) == kept);
        CHECK(std::stoi(*row[0]) == 2 * kept);
        CHECK(database->query("PRAGMA integrity_check").value()[0][0] == "ok");
        next = kept + 1;
    }
}

}  // namespace busy24::store
