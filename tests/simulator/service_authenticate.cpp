// Authenticate V001: logins, sessions, identities (contract 2).
#include "tests/simulator/world.hpp"

namespace busy24::simulator {

namespace {

constexpr const char* blocked_text =
    "System.Web.Services.Protocols.SoapException: Server was unable to process request. ---> "
    "System.Exception: Provided IdentityId is blocked. Please use GetIdentitiesWithCredential to "
    "get a list of available Identities and reauthenticate with a valid IdentityId";

Value identity_value(Call& call, const Identity& identity, bool is_current) {
    const auto& tenant = call.world.data.tenants[identity.tenant];
    return {
        {"Id", identity.id},
        {"User", Value{{"ContactId", identity.contact_id ? Value(identity.contact_id) : Value()},
                       {"Name", identity.user_name}}},
        {"Client", Value{{"Id", tenant.id}, {"Name", tenant.name}}},
        {"IsCurrent", is_current},
        {"IsDefault", identity.is_default},
        {"IsProtected", false},
        {"IsDisabled", identity.is_disabled}};
}

Value identities_of(Call& call, const Login& login, const Identity* current) {
    std::vector<Value> list;
    for (const auto& identity : login.identities)
        list.push_back(identity_value(call, identity, &identity == current));
    return list_of(std::move(list));
}

// The login that a credential is right for; null when it is right for none.
Login* login_of(Call& call) {
    const auto* credential = call.in.child("credential");
    if (!credential) return nullptr;
    auto username = credential->text_of("Username");
    for (auto& c : username)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    auto* login = call.world.login(username);
    return login && login->password == credential->text_of("Password") ? login : nullptr;
}

const Identity* wanted_identity(const Login& login, const std::string& id) {
    for (const auto& identity : login.identities)
        if (id.empty() ? identity.is_default : identity.id == id) return &identity;
    return nullptr;
}

Result<Value> log_in(Call& call) {
    const auto* login = login_of(call);
    // A wrong password is no fault but an empty answer (contract 2).
    if (!login) return Value("");
    const auto id = call.in.child("credential")->text_of("IdentityId");
    const auto* identity = wanted_identity(*login, id);
    if (!identity) return Value("");
    if (identity->is_blocked) return fault(blocked_text);
    const auto session_id = call.world.new_session_id();
    call.world.sessions[session_id] = {
        .login = static_cast<std::size_t>(login - call.world.data.logins.data()),
        .identity = static_cast<std::size_t>(identity - login->identities.data()),
        .used_at = call.world.now_ms()};
    return Value(session_id);
}

Result<Value> has_session(Call& call) { return Value(call.session != nullptr); }

Result<Value> get_identity(Call& call) { return identity_value(call, call.identity(), true); }

Result<Value> get_identities(Call& call) {
    return identities_of(call, call.world.data.logins[call.session->login], &call.identity());
}

Result<Value> get_identities_with_credential(Call& call) {
    const auto* login = login_of(call);
    if (!login) return list_of({});
    return identities_of(call, *login, nullptr);
}

Value set_identity_to(Call& call, const std::string& id) {
    const auto& identities = call.world.data.logins[call.session->login].identities;
    for (std::size_t i = 0; i < identities.size(); ++i) {
        if (identities[i].id != id || identities[i].is_blocked || identities[i].is_disabled)
            continue;
        call.session->identity = i;
        return true;
    }
    // No fault either: quirk 13.
    return false;
}

Result<Value> set_identity(Call& call) {
    const auto* identity = call.in.child("identity");
    return set_identity_to(call, identity ? identity->text_of("Id") : std::string());
}

Result<Value> set_identity_by_id(Call& call) {
    return set_identity_to(call, call.in.text_of("identityId"));
}

Result<Value> authenticate_by_token(Call&) {
    return fault("System.Exception: The token is not valid");
}

}  // namespace

Handlers authenticate_handlers() {
    return {{"Login", log_in},
            {"HasSession", has_session},
            {"GetIdentity", get_identity},
            {"GetIdentities", get_identities},
            {"SetIdentity", set_identity},
            {"SetIdentityById", set_identity_by_id},
            {"GetIdentitiesWithCredential", get_identities_with_credential},
            {"GetIdentitiesWithCredentialByService", get_identities_with_credential},
            {"AuthenticateByToken", authenticate_by_token}};
}

}  // namespace busy24::simulator
