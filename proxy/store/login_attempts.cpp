// Rows of the table `login_attempt`: one per attempt and subject.
#include "proxy/store/login_attempts.hpp"

#include <arpa/inet.h>

#include <algorithm>

#include "proxy/security/digest.hpp"

namespace busy24::store {

namespace {

using Limit = LoginAttempts::Limit;

constexpr std::int64_t longest_window_ms = day_ms;

// The letters from À (U+00C0) to ſ (U+017F) without their marks.
constexpr std::string_view base_letters =
    "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(base_letters.size() == 0x180 - 0xc0);

// The character at the front of `text`, which it is taken from. JSON lets only UTF-8 in; for
// anything else it is some character.
char32_t next_character(std::string_view& text) {
    const auto byte = [&](std::size_t i) -> char32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const char32_t first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t character = length == 1 ? first : first & (0x7fu >> length);
    for (std::size_t i = 1; i < length; ++i) character = character << 6 | (byte(i) & 0x3f);
    text.remove_prefix(std::min(length, text.size()));
    return character;
}

// Names are hashed: the table is no list of who tried to log in from where.
std::vector<Limit> limits_of(const Attempt& attempt) {
    const auto account = security::sha256(counted_account(attempt.account));
    const auto subject = attempt.device.empty()
                             ? "account " + account
                             : "device " + security::sha256(attempt.device + account);
    std::vector<Limit> limits{{subject, 5, 15 * minute_ms}, {subject, 20, day_ms}};
    if (attempt.device.empty())
        limits.push_back(
            {"address " + security::sha256(counted_address(attempt.address)), 10, 15 * minute_ms});
    return limits;
}

std::vector<Limit> workspace_limits_of(const Attempt& attempt) {
    std::vector<Limit> limits;
    if (attempt.device.empty())
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

std::string counted_account(std::string_view account) {
    std::string counted;
    while (!account.empty()) {
        auto character = next_character(account);
        if (character >= 0xff01 && character <= 0xff5e) character -= 0xff01 - '!';
        if (character >= 0xc0 && character < 0x180)
            counted += base_letters[character - 0xc0];
        else if (character >= 'A' && character <= 'Z')
            counted += static_cast<char>(character - 'A' + 'a');
        else if (character > ' ' && character < 0x7f)
            counted += static_cast<char>(character);
    }
    return counted;
}

std::string counted_address(std::string_view address) {
    constexpr std::string_view mapped = "::ffff:";
    if (address.starts_with(mapped) && address.find('.') != address.npos)
        return std::string(address.substr(mapped.size()));
    in6_addr v6{};
    if (inet_pton(AF_INET6, std::string(address).c_str(), &v6) != 1) return std::string(address);
    return {reinterpret_cast<const char*>(v6.s6_addr), 8};
}

Result<std::optional<Instant>> LoginAttempts::reached(const std::vector<Limit>& limits,
                                                      Instant now) {
    std::optional<Instant> wait_until;
    for (const auto& limit : limits)
        if (const auto until = TRY(reached_until(database_, limit, now)))
            wait_until = wait_until ? std::max(*wait_until, *until) : *until;
    return wait_until;
}

Result<> LoginAttempts::count(const std::string& id, const std::vector<Limit>& limits,
                              Instant now) {
    for (const auto& limit : limits) {
        const std::array values{to_value(id), to_value(limit.subject), to_value(now)};
        // Two limits of one account are one attempt.
        TRY(
            database_.query("INSERT INTO login_attempt (id, subject, at) VALUES ($1, $2, $3) "
                            "ON CONFLICT (id, subject) DO NOTHING",
                            values));
    }
    return {};
}

Result<Reservation> LoginAttempts::reserve(const Attempt& attempt, Instant now) {
    const auto limits = limits_of(attempt);
    const auto workspace_limits = workspace_limits_of(attempt);
    auto transaction = TRY(Transaction::begin(database_));
    if (const auto wait_until = TRY(reached(limits, now)))
        return Error{ErrorCode::throttled, "too many attempts to log in", wait_until->ms,
                     "too_many_attempts"};
    const Reservation reservation{make_id(random_, now), !TRY(reached(workspace_limits, now))};
    // It counts where a wrong password does, or the account would have more tries than others.
    TRY(count(reservation.id, limits, now));
    if (reservation.may_try) TRY(count(reservation.id, workspace_limits, now));
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
