// Rows of the table `password_reset`.
#include "proxy/store/password_resets.hpp"

#include "proxy/security/digest.hpp"

namespace busy24::store {

api::ResetState PasswordReset::state(Instant now) const {
    if (used_at) return api::ResetState::used;
    return now < expires_at ? api::ResetState::open : api::ResetState::expired;
}

Result<> PasswordResets::save(const PasswordReset& reset) {
    return upsert(database_, reset, {"id"});
}

Result<std::optional<PasswordReset>> PasswordResets::with_token(std::string_view token) {
    auto found =
        TRY(select_all<PasswordReset>(database_, {equals("token_hash", security::sha256(token))}));
    if (found.empty()) return std::optional<PasswordReset>();
    return std::optional(std::move(found.front()));
}

Result<std::vector<std::string>> PasswordResets::take_back(const std::string& email,
                                                           const UserId& user) {
    const std::array values{to_value(email), to_value(user)};
    const auto rows =
        TRY(database_.query("DELETE FROM password_reset WHERE email = $1 AND user_id = $2 "
                            "AND used_at IS NULL RETURNING id",
                            values));
    std::vector<std::string> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows) ids.push_back(row.front().value_or(""));
    return ids;
}

Result<> PasswordResets::remove_old(Instant before) {
    const std::array values{to_value(before)};
    TRY(database_.query("DELETE FROM password_reset WHERE expires_at < $1", values));
    return {};
}

}  // namespace busy24::store
