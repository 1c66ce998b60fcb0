// Rows of the table `known_device`.
#include "proxy/store/devices.hpp"

#include "proxy/security/digest.hpp"
#include "proxy/store/login_attempts.hpp"

namespace busy24::store {

namespace {

// Somebody's browsers; a program that logs in without a cookie must not fill the table.
constexpr std::int64_t devices_max = 20;

std::string hash_of(std::string_view account) { return security::sha256(counted_account(account)); }

}  // namespace

Result<std::string> Devices::known(const std::optional<Secret>& token, std::string_view account,
                                   Instant now) {
    if (!token) return std::string();
    auto hash = security::sha256(token->reveal());
    const auto found = TRY(select_all<KnownDevice>(
        database_, {equals("token_hash", hash), equals("account_hash", hash_of(account))}));
    const bool is_known = !found.empty() && now - found.front().seen_at < device_lifetime_ms;
    return is_known ? std::move(hash) : std::string();
}

Result<std::optional<Secret>> Devices::remember(const std::optional<Secret>& token,
                                                std::string_view account, Instant now) {
    KnownDevice device{.account_hash = hash_of(account), .seen_at = now};
    std::optional<Secret> fresh;
    if (token) device.token_hash = security::sha256(token->reveal());
    // A token that was never given out here may be known to whoever planted it.
    if (!token || TRY(select_all<KnownDevice>(database_, {equals("token_hash", device.token_hash)}))
                      .empty()) {
        fresh = Secret(random_token(random_));
        device.token_hash = security::sha256(fresh->reveal());
    }
    TRY(upsert(database_, device, {"token_hash", "account_hash"}));
    const std::array values{to_value(device.account_hash), to_value(devices_max)};
    TRY(
        database_.query("DELETE FROM known_device WHERE account_hash = $1 AND token_hash NOT IN "
                        "(SELECT token_hash FROM known_device WHERE account_hash = $1 "
                        "ORDER BY seen_at DESC, token_hash LIMIT $2)",
                        values));
    return fresh;
}

Result<> Devices::forget(std::string_view account) {
    return store::remove<KnownDevice>(database_, {equals("account_hash", hash_of(account))});
}

Result<> Devices::remove_old(Instant now) {
    const std::array values{to_value(now + -device_lifetime_ms)};
    TRY(database_.query("DELETE FROM known_device WHERE seen_at < $1", values));
    return {};
}

}  // namespace busy24::store
