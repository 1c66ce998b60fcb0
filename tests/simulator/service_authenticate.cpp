// Authenticate V001: logins, sessions, identities (contract 2).
#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

constexpr const char* blocked_text =
    "System.Exception: Provided IdentityId is blocked. Please use GetIdentitiesWithCredential to "
    "get a list of available Identities and reauthenticate with a valid IdentityId";

Value identity_value(Call& call, const Identity& identity, bool is_current) {
    const auto& tenant = call.world.data.tenants[identity.tenant];
    const auto* person = identity.contact_id ? tenant.person(identity.contact_id) : nullptr;
    return {{"Id", identity.id},
            {"User", Value{{"ContactId", id_value(identity.contact_id)},
                           {"Id", identity.id},
                           {"Name", identity.user_name},
                           {"EmployeeId", person ? id_value(person->employee_id) : Value()}}},
            {"Client", Value{{"Id", tenant.id}, {"Name", tenant.name}}},
            {"IsCurrent", is_current},
            {"IsDefault", identity.is_default},
            {"IsProtected", false},
            {"Servers", list_of({Value{{"Id", 4}, {"Type", 1}}})},
            {"IsDisabled", identity.is_disabled}};
}

Value identities_of(Call& call, const Login& login, const Identity* current) {
    std::vector<Value> list;
    for (const auto& identity : login.identities)
        if (!call.world.is_revoked(login, identity))
            list.push_back(identity_value(call, identity, &identity == current));
    return list_of(std::move(list));
}

// The login that a credential is right for; null when it is right for none.
Login* login_of(Call& call) {
    const auto* credential = call.in.child("credential");
    if (!credential) return nullptr;
    const auto application = credential->text_of("ApplicationId");
    if (application.empty() || application == "00000000-0000-0000-0000-000000000000")
        return nullptr;
    auto username = credential->text_of("Username");
    for (auto& c : username)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    auto* login = call.world.login(username);
    return login && login->password == credential->text_of("Password") ? login : nullptr;
}

// The one that is asked for, or the default; another one when that is gone.
const Identity* wanted_identity(const World& world, const Login& login, const std::string& id) {
    const bool is_any = id.empty() || id == "00000000-0000-0000-0000-000000000000";
    const Identity* other = nullptr;
    for (const auto& identity : login.identities) {
        if (world.is_revoked(login, identity)) continue;
        if (is_any ? identity.is_default : identity.id == id) return &identity;
        if (!other && !identity.is_disabled) other = &identity;
    }
    return is_any ? other : nullptr;
}

std::string open_session(World& world, const Login& login, const Identity& identity) {
    const auto id = world.new_session_id();
    world.sessions[id] = {.login = static_cast<std::size_t>(&login - world.data.logins.data()),
                          .identity = static_cast<std::size_t>(&identity - login.identities.data()),
                          .used_at = world.now_ms()};
    return id;
}

Result<Value> log_in(Call& call) {
    const auto* login = login_of(call);
    // A wrong password is no fault but an empty answer (contract 2).
    if (!login) return Value("");
    const auto id = call.in.child("credential")->text_of("IdentityId");
    const auto* identity = wanted_identity(call.world, *login, id);
    if (!identity) return Value("");
    if (identity->is_disabled || call.world.is_blocked(*login, *identity))
        return fault(blocked_text);
    return Value(open_session(call.world, *login, *identity));
}

Result<Value> has_session(Call& call) { return Value(call.session != nullptr); }

Result<Value> get_identity(Call& call) { return identity_value(call, call.identity(), true); }

Result<Value> get_identities(Call& call) {
    return identities_of(call, call.login(), &call.identity());
}

Result<Value> get_identities_with_credential(Call& call) {
    const auto* login = login_of(call);
    if (!login) return list_of({});
    return identities_of(call, *login, nullptr);
}

Value set_identity_to(Call& call, const std::string& id) {
    const auto& identities = call.login().identities;
    for (std::size_t i = 0; i < identities.size(); ++i) {
        const auto& identity = identities[i];
        if (identity.id != id || identity.is_disabled ||
            call.world.is_blocked(call.login(), identity) ||
            call.world.is_revoked(call.login(), identity))
            continue;
        call.session->identity = i;
        call.session->has_just_switched = true;
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

Result<Value> authenticate_by_token(Call& call) {
    const auto* token = call.in.child("token");
    const auto* login = call.world.login(std::string(demo::manager));
    if (!token || !login || token->text_of("Id") != demo::manager_token)
        return fault("System.Exception: The token is not valid");
    const auto* identity = wanted_identity(call.world, *login, {});
    if (!identity) return fault(blocked_text);
    return Value{{"Id", std::string(demo::manager_token)},
                 {"Email", login->username},
                 {"Identities", identities_of(call, *login, identity)},
                 {"SessionId", open_session(call.world, *login, *identity)}};
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
