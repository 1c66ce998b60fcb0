// Counts attempts to log in, before they are made, so that nobody can try passwords here.
#pragma once

#include "proxy/doors/random.hpp"
#include "proxy/store/table.hpp"

namespace busy24::store {

// Whom an attempt counts against.
struct Attempt {
    std::string account;                  // as entered; see counted_account()
    std::string address;                  // of the browser; IPv6 is counted by its /64
    std::vector<std::string> workspaces;  // those that the account is a user of
    // A device that this account has logged in on before; empty for a stranger's.
    // What is tried on it counts there alone, so that strangers cannot lock a person out.
    std::string device = {};
};

// An attempt that has been counted.
struct Reservation {
    std::string id;
    // False: strangers have used up a workspace's share. It must be answered like a wrong password,
    // since "try later" would tell that the account is a user there.
    bool may_try = true;
};

// Thread-safe: of 500 at once for one account, 5 get a reservation.
class LoginAttempts {
public:
    LoginAttempts(Database& database, Random& random) : database_(database), random_(random) {}
    // Security rule: 5 per 15 minutes and 20 per day per account, 10 per 15 minutes per address,
    // 50 an hour per workspace; on a known device 5 per 15 minutes and 20 per day, and no other.
    // Errors: throttled "too_many_attempts", with the time at which the next one is possible.
    Result<Reservation> reserve(const Attempt& attempt, Instant now);
    // It was a right password: it does not count. (Failed ones do, and those that got no answer.)
    Result<> release(const Reservation& reservation);
    Result<> remove_old(Instant now);

    // So many attempts of a subject within a time.
    struct Limit {
        std::string subject;
        std::size_t attempts_max;
        std::int64_t window_ms;
    };

private:
    Result<std::optional<Instant>> reached(const std::vector<Limit>& limits, Instant now);
    Result<> count(const std::string& id, const std::vector<Limit>& limits, Instant now);
    Database& database_;
    Random& random_;
};

// An account as it is counted: no blanks, marks or wide forms, in lower case, and nothing but
// ASCII. Whatever 24SevenOffice's database takes for the same name is then one account, and "Kåre",
// "kare" or a name with invisible characters buys nobody another five guesses.
std::string counted_account(std::string_view account);

// The part of an address that counts: the whole of IPv4, the first 64 bits of IPv6.
std::string counted_address(std::string_view address);

}  // namespace busy24::store
