// Session ids of 24SevenOffice, sealed, so that a restart does not log in again.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/erp/session_store.hpp"
#include "proxy/security/vault.hpp"
#include "proxy/store/table.hpp"

namespace busy24::store {

// What was opened longer ago than this is not worth keeping: a new log-in a week is no burden.
inline constexpr std::int64_t erp_session_kept_ms = 7 * day_ms;

// Thread-safe.
class ErpSessions final : public erp::SessionStore {
public:
    ErpSessions(Database& database, security::Vault& vault, Clock& clock)
        : database_(database), vault_(vault), clock_(clock) {}
    Result<std::optional<Secret>> load(const erp::SessionKey& key) override;
    Result<> save(const erp::SessionKey& key, const Secret& session_id) override;
    Result<> erase(const erp::SessionKey& key) override;
    Result<> remove_old(Instant now);

private:
    Database& database_;
    security::Vault& vault_;
    Clock& clock_;
};

}  // namespace busy24::store
