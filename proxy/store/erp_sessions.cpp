// Rows of the table `erp_session`.
#include "proxy/store/erp_sessions.hpp"

#include "proxy/security/digest.hpp"

namespace busy24::store {

namespace {

struct SessionRow {
    static constexpr std::string_view table = "erp_session";
    std::string session_key;
    std::string user_key;
    std::string sealed_id;
    Instant saved_at;
    static constexpr auto fields() {
        return std::tuple{field("session_key", &SessionRow::session_key),
                          field("user_key", &SessionRow::user_key),
                          field("sealed_id", &SessionRow::sealed_id),
                          field("saved_at", &SessionRow::saved_at)};
    }
};

std::string user_key_of(const erp::SessionKey& key) {
    return security::sha256(key.application_id + "\n" + key.username);
}

std::string key_of(const erp::SessionKey& key) {
    return security::sha256(user_key_of(key) + "\n" + key.identity_id);
}

security::Place place_of(const std::string& row) {
    return {.table = SessionRow::table, .column = "sealed_id", .workspace = "", .row = row};
}

}  // namespace

Result<std::optional<Secret>> ErpSessions::load(const erp::SessionKey& key) {
    const auto row_key = key_of(key);
    const auto rows = TRY(select_all<SessionRow>(database_, {equals("session_key", row_key)}));
    if (rows.empty()) return std::optional<Secret>();
    return std::optional(TRY(vault_.unseal(rows.front().sealed_id, place_of(row_key))));
}

Result<> ErpSessions::save(const erp::SessionKey& key, const Secret& session_id) {
    const auto row_key = key_of(key);
    auto sealed = TRY(vault_.seal(session_id, place_of(row_key)));
    return upsert(database_, SessionRow{row_key, user_key_of(key), std::move(sealed), clock_.now()},
                  {"session_key"});
}

Result<> ErpSessions::erase(const erp::SessionKey& key) {
    if (key.identity_id.empty())
        return store::remove<SessionRow>(database_, {equals("user_key", user_key_of(key))});
    return store::remove<SessionRow>(database_, {equals("session_key", key_of(key))});
}

Result<> ErpSessions::remove_old(Instant now) {
    const std::array values{to_value(now + -erp_session_kept_ms)};
    TRY(database_.query("DELETE FROM erp_session WHERE saved_at < $1", values));
    return {};
}

}  // namespace busy24::store
