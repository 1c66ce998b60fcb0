// Knows how each connection is doing: tries its login every night and on demand, hears how the
// mirror's runs ended, and tells when a connection breaks and when it is mended.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>

#include "proxy/doors/clock.hpp"
#include "proxy/onboarding/erp_access.hpp"
#include "proxy/onboarding/rights_probe.hpp"
#include "proxy/store/connection_health.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/sync/mirror.hpp"

namespace busy24::connection {

// A connection that has just broken, or has just been mended.
struct HealthChange {
    store::Connection connection;
    api::Trouble trouble = api::Trouble::none;  // what it is; when mended, what it was
    bool is_mended = false;
};

// Lent for the program's life; all of them are thread-safe.
struct HealthParts {
    store::Database& database;
    store::Connections& connections;
    onboarding::ErpAccess& erp_access;
    erp::Client& erp;
    Clock& clock;
    // A trial that could not be made is told, and made again later.
    std::function<void(const Error&)> warn = [](const Error&) {};
    // Called inside the transaction that notes the change, once for each: what it puts into the
    // database is there exactly when the change is.
    std::function<Result<>(const HealthChange&)> tell = [](const HealthChange&) -> Result<> {
        return {};
    };
};

// Thread-safe.
class Health {
public:
    explicit Health(HealthParts parts) : parts_(std::move(parts)) {}

    Result<api::ConnectionHealth> of(const ConnectionId& connection);
    // Tries the login that is stored, or lent. Errors: unauthenticated "login_expired" when there
    // is none; throttled and unavailable when 24SevenOffice could not be asked, which says nothing.
    Result<api::ConnectionHealth> test(const store::Connection& connection);
    // What a trial has shown. Inside a transaction.
    Result<> take_checks(const store::Connection& connection,
                         const std::vector<api::RightCheck>& checks);
    // How a run or a fetch ended.
    Result<> take(const sync::MirrorNote& note);
    // Tries every login whose time has come; when the next one's does.
    Result<std::optional<Instant>> test_due();

private:
    Result<api::Trouble> trouble_of(const store::Connection& connection,
                                    const std::vector<api::RightCheck>& checks, api::Trouble known);
    Result<> change(const store::Connection& connection, store::ConnectionHealth health,
                    api::Trouble trouble);
    Result<> take_run(const store::Connection& connection, api::Trouble trouble);
    void try_login(const store::Connection& connection);
    Result<Instant> due_at(const store::Connection& connection);

    HealthParts parts_;
    std::mutex mutex_;
    // Those that could not be tried, or that a run has given reason to try: until when to wait.
    std::map<std::string, Instant> due_;
};

}  // namespace busy24::connection
