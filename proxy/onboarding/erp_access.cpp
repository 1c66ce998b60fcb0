// Finds the login of a connection.
#include "proxy/onboarding/erp_access.hpp"

namespace busy24::onboarding {

Result<erp::Credential> ErpAccess::credential_of(const store::Connection& connection) {
    if (auto lent = logins_.lent_to(connection.id)) return std::move(*lent);
    auto stored = TRY(credentials_.load(connection.id.text, connection.workspace_id.text));
    if (!stored)
        return Error{ErrorCode::unauthenticated, "no login for this connection", std::nullopt,
                     "login_expired"};
    erp::Credential credential;
    credential.username = std::move(stored->username);
    credential.password = std::move(stored->password);
    return credential;
}

Result<erp::Session> ErpAccess::open(const ConnectionId& id) {
    const auto connection = TRY(connections_.get(id));
    auto credential = TRY(credential_of(connection));
    credential.identity_id = connection.identity_id;
    auto session = TRY(client_.session(credential, TenantId{connection.tenant_id}));
    TRY(connections_.touch(id, clock_.now()));
    return session;
}

}  // namespace busy24::onboarding
