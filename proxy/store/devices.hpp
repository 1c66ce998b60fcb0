// Which browsers an account has logged in from before.
#pragma once

#include <optional>

#include "proxy/doors/random.hpp"
#include "proxy/store/table.hpp"
#include "shared/secret.hpp"

namespace busy24::store {

// A browser that is not used for so long is a stranger again.
inline constexpr std::int64_t device_lifetime_ms = 180 * day_ms;

struct KnownDevice {
    static constexpr std::string_view table = "known_device";
    std::string token_hash;    // SHA-256 of what only the browser's cookie knows
    std::string account_hash;  // SHA-256 of the account, as it is counted
    Instant seen_at;
    static constexpr auto fields() {
        return std::tuple{field("token_hash", &KnownDevice::token_hash),
                          field("account_hash", &KnownDevice::account_hash),
                          field("seen_at", &KnownDevice::seen_at)};
    }
    bool operator==(const KnownDevice&) const = default;
};

// Thread-safe, as its database is. A device is known to one account or to several, and is a
// stranger to all others.
class Devices {
public:
    Devices(Database& database, Random& random) : database_(database), random_(random) {}
    // What the attempts of the account on this device count against; empty for a stranger.
    Result<std::string> known(const std::optional<Secret>& token, std::string_view account,
                              Instant now);
    // The account has logged in. Returns the token for the browser to keep; nullopt when it keeps
    // the one that it has.
    Result<std::optional<Secret>> remember(const std::optional<Secret>& token,
                                           std::string_view account, Instant now);
    // Every device is a stranger to the account again.
    Result<> forget(std::string_view account);
    Result<> remove_old(Instant now);

private:
    Database& database_;
    Random& random_;
};

}  // namespace busy24::store
