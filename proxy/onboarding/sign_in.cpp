// Page 1: tries the person's login, and begins (or goes on with) an onboarding.
#include "proxy/onboarding/onboarding.hpp"

namespace busy24::onboarding {

namespace {

constexpr std::size_t username_bytes_max = 254;  // of an e-mail address, RFC 5321
constexpr std::size_t password_bytes_max = 1024;

// Nothing was learnt about the password, so it was no guess.
bool is_without_verdict(const Error& error) {
    return error.code == ErrorCode::unavailable || error.code == ErrorCode::throttled;
}

}  // namespace

Result<erp::Credential> credential_from(const std::string& username, Secret password) {
    const Error wrong{ErrorCode::invalid, "not a login", std::nullopt, "incomplete"};
    auto canonical = store::canonical_email(username);
    if (canonical.empty() || canonical.size() > username_bytes_max) return wrong;
    if (password.empty() || password.size() > password_bytes_max) return wrong;
    erp::Credential credential;
    credential.username = std::move(canonical);
    credential.password = std::move(password);
    return credential;
}

Result<erp::SignedIn> counted_sign_in(store::LoginAttempts& attempts, erp::Client& client,
                                      const erp::Credential& credential,
                                      const store::Attempt& attempt, Clock& clock) {
    const auto reservation = TRY(attempts.reserve(attempt, clock.now()));
    if (!reservation.may_try)
        return Error{ErrorCode::unauthenticated, "counted out", std::nullopt, "wrong_login"};
    auto signed_in = client.sign_in(credential);
    if (signed_in.ok() || is_without_verdict(signed_in.error())) TRY(attempts.release(reservation));
    return signed_in;
}

Result<api::Onboarding> Onboarding::sign_in(http::Caller& caller, api::SignIn call) {
    auto credential = TRY(credential_from(call.username, std::move(call.password)));
    credential.session_life = erp::SessionLife::process;
    const auto attempt =
        TRY(http::attempt_by(caller, parts_.devices, credential.username, {}, parts_.clock.now()));
    const auto signed_in =
        TRY(counted_sign_in(parts_.attempts, parts_.erp, credential, attempt, parts_.clock));
    TRY(http::remember_device(caller, parts_.devices, credential.username, parts_.clock.now()));
    auto reaches = reaches_of(signed_in.identities);
    if (reaches.empty())
        return Error{ErrorCode::forbidden, "no client for this login", std::nullopt, "no_tenants"};

    Work work;
    const std::string old_hash = caller.session ? caller.session->hash : "";
    if (caller.session) {
        work.mutex = mutex_of(old_hash);
        work.lock = std::unique_lock(*work.mutex);
        work.draft = TRY(load(old_hash));
    }
    // What another person entered in this browser is not theirs to go on with.
    const bool goes_on = work.draft.username == credential.username && !work.draft.is_connected;
    if (!goes_on) work.draft = Draft{};
    work.draft.username = credential.username;
    work.draft.reaches = std::move(reaches);
    if (work.draft.tenant_id && !reach_of(work.draft.reaches, *work.draft.tenant_id)) {
        TRY(drop_draft_workspace(work.draft));
        work.draft.tenant_id.reset();
    }
    TRY(parts_.sessions.open(
        caller, {.state = api::SessionState::onboarding, .username = credential.username},
        goes_on ? http::Draft::follows : http::Draft::is_left_behind));
    work.session_hash = caller.session->hash;
    parts_.logins.drop(old_hash);
    parts_.logins.keep(work.session_hash, std::move(credential));
    if (work.draft.api_user.is_working && work.draft.api_user.mode != api::ApiUserMode::own)
        parts_.logins.lend(work.session_hash, {work.draft.connection_id});
    TRY(save(work));
    return answer(work);
}

}  // namespace busy24::onboarding
