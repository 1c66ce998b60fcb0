// Whether the users may log in with their 24SevenOffice account.
#include "proxy/connection/connection_control.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/store/audit_values.hpp"

namespace busy24::connection {

namespace {

// For the audit log.
struct Switch {
    bool sso = false;
    static constexpr auto fields() { return std::tuple{field("sso", &Switch::sso)}; }
};

}  // namespace

Result<std::vector<store::User>> ConnectionControl::only_by_single_sign_on(
    const store::Connection& connection) {
    std::vector<store::User> found;
    // Administrators get in with their 24SevenOffice account all the same, to mend the connection.
    for (auto& user : TRY(parts_.users.of(connection.workspace_id)))
        if (user.is_active && user.role != api::Role::administrator &&
            !TRY(parts_.passwords.has_one(user.id)))
            found.push_back(std::move(user));
    return found;
}

Result<api::SetSingleSignOn::Reply> ConnectionControl::set_single_sign_on(
    const http::Caller& caller, const api::SetSingleSignOn& call) {
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    auto connection = TRY(connection_of(caller));
    if (connection.state != store::ConnectionState::connected)
        return Error{ErrorCode::conflict, "no connection", std::nullopt, "disconnected"};
    auto entry = http::audited(caller, parts_.clock.now(), api::AuditAction::switches_changed);
    if (store::tell_change(entry, Switch{connection.has_sso}, Switch{call.is_on}))
        TRY(parts_.audit.append(std::move(entry)));
    connection.has_sso = call.is_on;
    TRY(parts_.connections.save(connection));
    TRY(transaction.commit());

    api::SetSingleSignOn::Reply reply{.is_on = call.is_on};
    if (call.is_on || !call.makes_links) return reply;
    for (const auto& user : TRY(only_by_single_sign_on(connection))) {
        auto made = TRY(parts_.recovery.make_link(caller, {.id = user.id.text}));
        reply.links.push_back({.email = user.email,
                               .name = user.name,
                               .link = std::move(made.link),
                               .is_mailed = made.is_mailed});
    }
    return reply;
}

}  // namespace busy24::connection
