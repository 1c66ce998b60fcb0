// Logging in: empty results, blocked identities, and ids that are none.
#include "proxy/erp/authenticator.hpp"

#include <algorithm>

namespace busy24::erp {

namespace {

using authenticate::Identity;

Error wrong_login() {
    return Error{.code = ErrorCode::unauthenticated,
                 .detail = "the login was refused",
                 .reason = "wrong_login"};
}

// It goes into a header of every later request, so it must be nothing but an id (24 letters and
// digits in the one that is known).
bool is_session_id(std::string_view text) {
    constexpr std::size_t length_max = 256;
    return text.size() <= length_max && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

void leave_out_unusable(std::vector<Identity>& identities) {
    std::erase_if(identities, [](const Identity& identity) {
        return identity.is_disabled || identity.id.empty() || !identity.client;
    });
}

}  // namespace

authenticate::Credential Authenticator::credential_of(const Login& login) const {
    authenticate::Credential credential;
    credential.application_id = application_id_;
    if (!login.identity_id.empty()) credential.identity_id = login.identity_id;
    credential.password = login.password.clone();
    credential.username = login.username;
    return credential;
}

template <Operation Op>
Result<typename Op::Reply> Authenticator::call(const Op& operation, const Secret* session_id,
                                               Patience patience) const {
    typename Op::Reply reply{};
    Secret envelope(encode(operation));
    TRY(exchange_.send({.wire = Op::wire,
                        .effect = effect_of(operation),
                        .envelope = envelope,
                        .session_id = session_id,
                        .patience = patience},
                       into(reply)));
    return reply;
}

Result<Secret> Authenticator::log_in(const Login& login) const {
    authenticate::Login operation;
    operation.credential = credential_of(login);
    auto session_id = TRY(call(operation, nullptr, login.patience));
    if (session_id.empty()) return wrong_login();
    if (!is_session_id(session_id.reveal()))
        return Error{.code = ErrorCode::unavailable,
                     .detail = "Login: not a session id",
                     .reason = "bad_answer"};
    return session_id;
}

Result<std::vector<Identity>> Authenticator::identities_of(const Login& login) const {
    authenticate::GetIdentitiesWithCredential operation;
    operation.credential = credential_of(login);
    auto identities = TRY(call(operation, nullptr, login.patience));
    if (identities.empty()) return wrong_login();
    leave_out_unusable(identities);
    return identities;
}

Result<std::vector<Identity>> Authenticator::identities(const Secret& session_id,
                                                        Patience patience) const {
    auto identities = TRY(call(authenticate::GetIdentities{}, &session_id, patience));
    if (identities.empty()) {
        auto current = TRY(current_identity(session_id, patience));
        if (current) {
            current->is_current = true;
            identities.push_back(std::move(*current));
        }
    }
    leave_out_unusable(identities);
    return identities;
}

Result<std::optional<Identity>> Authenticator::current_identity(const Secret& session_id,
                                                                Patience patience) const {
    return call(authenticate::GetIdentity{}, &session_id, patience);
}

Result<bool> Authenticator::move_to(const Secret& session_id, const Guid& identity_id,
                                    Patience patience) const {
    return call(authenticate::SetIdentityById{.identity_id = identity_id}, &session_id, patience);
}

}  // namespace busy24::erp
