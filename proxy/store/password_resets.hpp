// Links with which somebody chooses a new Busy password.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/password.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

struct PasswordReset {
    static constexpr std::string_view table = "password_reset";
    std::string id;
    std::string email;       // canonical: see canonical_email()
    UserId user_id;          // whose password; empty for all users who have one with that e-mail
    std::string token_hash;  // SHA-256 of what only the link knows
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> used_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &PasswordReset::id),
                          field("email", &PasswordReset::email),
                          field("user_id", &PasswordReset::user_id),
                          field("token_hash", &PasswordReset::token_hash),
                          field("created_at", &PasswordReset::created_at),
                          field("expires_at", &PasswordReset::expires_at),
                          field("used_at", &PasswordReset::used_at)};
    }
    bool operator==(const PasswordReset&) const = default;

    api::ResetState state(Instant now) const;
};

// Thread-safe, as its database is.
class PasswordResets {
public:
    explicit PasswordResets(Database& database) : database_(database) {}
    Result<> save(const PasswordReset& reset);
    Result<std::optional<PasswordReset>> with_token(std::string_view token);
    // Takes away those that nobody has used: of the user, or of the e-mail when `user` is empty.
    // Returns their ids, whose letters are to be taken back.
    Result<std::vector<std::string>> take_back(const std::string& email, const UserId& user);
    // Expired or used for so long that nobody comes back to them.
    Result<> remove_old(Instant before);

private:
    Database& database_;
};

}  // namespace busy24::store
