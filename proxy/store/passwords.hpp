// The Busy passwords: those that people log in with where they do not use 24SevenOffice.
#pragma once

#include "proxy/doors/random.hpp"
#include "proxy/store/table.hpp"
#include "proxy/store/users.hpp"
#include "shared/secret.hpp"

namespace busy24::store {

// Thread-safe, as its database is.
class Passwords {
public:
    Passwords(Database& database, Random& random) : database_(database), random_(random) {}

    // What a password of this account is compared by: one scrypt, whether the account is known or
    // not. Must not be called inside a transaction, which it would hold up.
    Result<std::string> key_of(std::string_view email, const Secret& password);
    // `key` is the key_of() the user's e-mail.
    Result<> save(const User& user, const std::string& key, Instant now);
    Result<bool> has_one(const UserId& user);
    Result<bool> is_right(const User& user, const std::string& key);

private:
    Database& database_;
    Random& random_;
};

}  // namespace busy24::store
