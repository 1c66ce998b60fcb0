// Rows of the tables `account_salt` and `busy_password`.
#include "proxy/store/passwords.hpp"

#include "proxy/security/digest.hpp"
#include "proxy/security/scrypt.hpp"

namespace busy24::store {

namespace {

struct AccountSalt {
    static constexpr std::string_view table = "account_salt";
    std::string email;
    std::string salt;
    static constexpr auto fields() {
        return std::tuple{field("email", &AccountSalt::email), field("salt", &AccountSalt::salt)};
    }
};

struct BusyPassword {
    static constexpr std::string_view table = "busy_password";
    UserId user_id;
    std::string key_hash;
    Instant changed_at;
    static constexpr auto fields() {
        return std::tuple{field("user_id", &BusyPassword::user_id),
                          field("key_hash", &BusyPassword::key_hash),
                          field("changed_at", &BusyPassword::changed_at)};
    }
};

// The same password of a person in two workspaces must not look the same.
std::string hash_of(const UserId& user, const std::string& key) {
    return security::sha256(user.text + '\n' + key);
}

}  // namespace

Result<std::string> Passwords::key_of(std::string_view email, const Secret& password) {
    const auto account = canonical_email(email);
    // An account that nobody has costs as much, with a salt that is thrown away.
    const std::array<Value, 2> values{account, random_token(random_, 16)};
    TRY(
        database_.query("INSERT INTO account_salt (email, salt) SELECT $1, $2 WHERE EXISTS (SELECT "
                        "1 FROM app_user WHERE email = $1) OR EXISTS (SELECT 1 FROM invitation "
                        "WHERE email = $1) ON CONFLICT (email) DO NOTHING",
                        values));
    const auto found = TRY(select_all<AccountSalt>(database_, {equals("email", account)}));
    return security::scrypt(password, found.empty() ? *values[1] : found.front().salt);
}

Result<> Passwords::save(const User& user, const std::string& key, Instant now) {
    return upsert(database_, BusyPassword{user.id, hash_of(user.id, key), now}, {"user_id"});
}

Result<bool> Passwords::has_one(const UserId& user) {
    return !TRY(select_all<BusyPassword>(database_, {equals("user_id", user)})).empty();
}

Result<bool> Passwords::is_right(const User& user, const std::string& key) {
    const auto found = TRY(select_all<BusyPassword>(database_, {equals("user_id", user.id)}));
    return !found.empty() &&
           security::is_equal_in_constant_time(found.front().key_hash, hash_of(user.id, key));
}

}  // namespace busy24::store
