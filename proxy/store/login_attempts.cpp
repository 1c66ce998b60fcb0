// Rows of the table `login_attempt`: one per attempt and subject.
#include "proxy/store/login_attempts.hpp"

#include <arpa/inet.h>

#include "proxy/security/digest.hpp"
#include "proxy/store/users.hpp"

namespace busy24::store {

namespace {

struct Limit {
    std::string subject;
    std::size_t attempts_max;
    std::int64_t window_ms;
};

constexpr std::int64_t longest_window_ms = day_ms;

// Names are hashed: the table is no list of who tried to log in from where.
std::vector<Limit> limits_of(const Attempt& attempt) {
    const auto account = "account " + security::sha256(canonical_email(attempt.account));
    std::vector<Limit> limits{
        {account, 5, 15 * minute_ms},
        {account, 20, day_ms},
        {"address " + security::sha256(counted_address(attempt.address)), 10, 15 * minute_ms},
    };
    for (const auto& workspace : attempt.workspaces)
        limits.push_back({"workspace " + workspace, 50, hour_ms});
    return limits;
}

// When the limit allows another attempt; nullopt when it does now.
Result<std::optional<Instant>> reached_until(Database& database, const Limit& limit, Instant now) {
    const std::array values{to_value(limit.subject), to_value(now + -limit.window_ms),
                            to_value(limit.attempts_max)};
    const auto rows =
        TRY(database.query("SELECT at FROM login_attempt WHERE subject = $1 AND at > $2 "
                           "ORDER BY at DESC LIMIT $3",
                           values));
    if (rows.size() < limit.attempts_max) return std::optional<Instant>();
    Instant oldest;
    TRY(from_value(rows.back().front(), oldest));
    return std::optional(oldest + limit.window_ms);
}

}  // namespace

std::string counted_address(std::string_view address) {
    in6_addr v6{};
    if (inet_pton(AF_INET6, std::string(address).c_str(), &v6) != 1) return std::string(address);
    return {reinterpret_cast<const char*>(v6.s6_addr), 8};
}

Result<Reservation> LoginAttempts::reserve(const Attempt& attempt, Instant now) {
    const auto limits = limits_of(attempt);
    auto transaction = TRY(Transaction::begin(database_));
    std::optional<Instant> wait_until;
    for (const auto& limit : limits)
        if (const auto until = TRY(reached_until(database_, limit, now)))
            wait_until = wait_until ? std::max(*wait_until, *until) : *until;
    if (wait_until)
        return Error{ErrorCode::throttled, "too many attempts to log in", wait_until->ms,
                     "too_many_attempts"};
    const Reservation reservation{make_id(random_, now)};
    std::string counted;
    for (const auto& limit : limits) {
        if (limit.subject == std::exchange(counted, limit.subject)) continue;
        const std::array values{to_value(reservation.id), to_value(limit.subject), to_value(now)};
        TRY(database_.query("INSERT INTO login_attempt (id, subject, at) VALUES ($1, $2, $3)",
                            values));
    }
    TRY(transaction.commit());
    return reservation;
}

Result<> LoginAttempts::release(const Reservation& reservation) {
    const std::array values{to_value(reservation.id)};
    TRY(database_.query("DELETE FROM login_attempt WHERE id = $1", values));
    return {};
}

Result<> LoginAttempts::remove_old(Instant now) {
    const std::array values{to_value(now + -longest_window_ms)};
    TRY(database_.query("DELETE FROM login_attempt WHERE at < $1", values));
    return {};
}

}  // namespace busy24::store
