// The ways to a session, from the cheapest to a login.
#include "proxy/erp/session_opener.hpp"

#include <openssl/evp.h>

#include <algorithm>

#include "proxy/erp/faults.hpp"

namespace busy24::erp {

namespace {

// A session that sign_in() opened waits this long for somebody to use it.
constexpr std::int64_t fresh_life_ms = 15 * minute_ms;
constexpr std::size_t fresh_max = 256;

Error tenant_not_reached() {
    return Error{.code = ErrorCode::forbidden,
                 .detail = "the login does not reach the client",
                 .reason = "tenant_not_reached"};
}

bool stands_on(const Identity& identity, TenantId tenant) {
    return identity.client && identity.client->id == tenant.value;
}

// By Client.Id, never by name (quirk 14). The default one first, when a person is there twice.
const Identity* identity_on(const std::vector<Identity>& identities, TenantId tenant) {
    const Identity* found = nullptr;
    for (const auto& identity : identities)
        if (stands_on(identity, tenant) && (!found || identity.is_default)) found = &identity;
    return found;
}

// The session is useless, where after another error it may still be good.
bool is_of_no_use(const Error& error) {
    return is_session_lost(error) || error.code == ErrorCode::forbidden;
}

Authenticator::Login login_of(const Credential& credential, Patience patience, Guid identity_id) {
    return {.username = credential.username,
            .password = credential.password,
            .identity_id = std::move(identity_id),
            .patience = patience};
}

}  // namespace

std::string canonical(const std::string& username) {
    std::string lower = username;
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

SessionOpener::SessionOpener(Exchange& exchange, Clock& clock, Random& random, SessionStore& store,
                             const std::string& application_id)
    : authenticator_(exchange, {application_id}),
      clock_(clock),
      store_(store),
      application_id_(application_id) {
    random.fill(salt_);
}

Fingerprint SessionOpener::fingerprint_of(const Secret& password) const {
    std::string salted(salt_.begin(), salt_.end());
    salted += password.reveal();
    const Secret text(salted);
    std::fill(salted.begin(), salted.end(), '\0');
    Fingerprint fingerprint{};
    EVP_Digest(text.reveal().data(), text.size(), fingerprint.data(), nullptr, EVP_sha256(),
               nullptr);
    return fingerprint;
}

Result<SignedIn> SessionOpener::sign_in(const Credential& credential, Patience patience) {
    const auto login = login_of(credential, patience, {credential.identity_id});
    auto session_id = authenticator_.log_in(login);
    Fresh fresh{fingerprint_of(credential.password), clock_.now(), {}, {}};
    if (session_id.ok()) {
        fresh.session_id = std::move(session_id).value();
        fresh.identities = TRY(authenticator_.identities(fresh.session_id, patience));
    } else if (session_id.error().reason == "identity_blocked") {
        fresh.identities =
            TRY(authenticator_.identities_of(login_of(credential, patience, Guid{})));
        // The default one is what is blocked (contract 1.4), so it must not be proposed.
        for (auto& identity : fresh.identities) identity.is_default = false;
    } else {
        return session_id.error();
    }
    SignedIn signed_in{fresh.identities, !fresh.session_id.empty(), std::nullopt};
    for (const auto& identity : fresh.identities)
        if (signed_in.has_session && identity.is_current) signed_in.current = identity;
    keep_fresh(credential, std::move(fresh));
    return signed_in;
}

Result<OpenedSession> SessionOpener::open(const Opening& opening) {
    Guid identity_id{opening.credential.identity_id};
    if (identity_id.empty()) identity_id = opening.identity_id;
    if (opening.stored == Opening::Stored::may_be_used && !identity_id.empty()) {
        auto stored = open_stored(opening, identity_id);
        if (stored.ok() || !is_of_no_use(stored.error())) return stored;
        // What cannot be erased is overwritten by the next session.
        (void)store_.erase(key_of(opening.credential, identity_id.text));
    }
    if (auto fresh = take_fresh(opening)) {
        const Identity* target = identity_on(fresh->identities, opening.tenant);
        if (!target) {
            keep_fresh(opening.credential, std::move(*fresh));
            return tenant_not_reached();
        }
        if (identity_id.empty()) identity_id = target->id;
        if (!fresh->session_id.empty() && identity_id == target->id) {
            auto opened = open_fresh(opening, *fresh, *target);
            if (opened.ok()) return opened;
            if (!is_of_no_use(opened.error())) {
                keep_fresh(opening.credential, std::move(*fresh));
                return opened;
            }
        }
    }
    return identity_id.empty() ? open_from_default(opening) : open_by_login(opening, identity_id);
}

// Calls: GetIdentity.
Result<OpenedSession> SessionOpener::open_stored(const Opening& opening, const Guid& identity_id) {
    auto stored = store_.load(key_of(opening.credential, identity_id.text));
    // A store that fails is as good as an empty one: a login helps.
    if (!stored.ok() || !stored.value()) return tenant_not_reached();
    auto session_id = std::move(*std::move(stored).value());
    auto identity = TRY(authenticator_.current_identity(session_id, opening.patience));
    if (!identity || identity->id != identity_id || !stands_on(*identity, opening.tenant))
        return tenant_not_reached();
    return OpenedSession{std::move(session_id), std::move(*identity)};
}

// Calls: GetIdentity, and SetIdentityById before it when the session stands elsewhere.
Result<OpenedSession> SessionOpener::open_fresh(const Opening& opening, Fresh& fresh,
                                                const Identity& target) {
    if (!target.is_current &&
        !TRY(authenticator_.move_to(fresh.session_id, target.id, opening.patience)))
        return tenant_not_reached();
    return checked(opening, fresh.session_id.clone());
}

// Calls: Login, GetIdentity.
Result<OpenedSession> SessionOpener::open_by_login(const Opening& opening,
                                                   const Guid& identity_id) {
    auto session_id =
        TRY(authenticator_.log_in(login_of(opening.credential, opening.patience, identity_id)));
    return checked(opening, std::move(session_id));
}

// Calls: Login, GetIdentity; three more when the default identity is another client's; when it is
// blocked, Login, GetIdentitiesWithCredential, Login, GetIdentity.
Result<OpenedSession> SessionOpener::open_from_default(const Opening& opening) {
    const auto login = login_of(opening.credential, opening.patience, Guid{});
    auto session_id = authenticator_.log_in(login);
    if (!session_id.ok()) {
        if (session_id.error().reason != "identity_blocked") return session_id.error();
        const auto identities = TRY(authenticator_.identities_of(login));
        const Identity* target = identity_on(identities, opening.tenant);
        if (!target) return tenant_not_reached();
        return open_by_login(opening, target->id);
    }
    const Secret& id = session_id.value();
    auto opened = checked(opening, id.clone());
    if (opened.ok() || opened.error().reason != "tenant_not_reached") return opened;
    const auto identities = TRY(authenticator_.identities(id, opening.patience));
    const Identity* target = identity_on(identities, opening.tenant);
    if (!target || !TRY(authenticator_.move_to(id, target->id, opening.patience)))
        return tenant_not_reached();
    return checked(opening, id.clone());
}

// The last step of every way, so that no session is used that stands on another client (quirk 11).
// A session that can be kept is kept.
Result<OpenedSession> SessionOpener::checked(const Opening& opening, Secret session_id) const {
    auto identity = TRY(authenticator_.current_identity(session_id, opening.patience));
    if (!identity || !stands_on(*identity, opening.tenant)) return tenant_not_reached();
    if (opening.credential.session_life == SessionLife::stored)
        // Without it, the next start of the program logs in: no reason to fail now.
        (void)store_.save(key_of(opening.credential, identity->id.text), session_id);
    return OpenedSession{std::move(session_id), std::move(*identity)};
}

void SessionOpener::forget(const std::string& username) {
    {
        const std::lock_guard lock(mutex_);
        fresh_.erase(canonical(username));
    }
    (void)store_.erase({application_id_, canonical(username), {}});
}

void SessionOpener::forget(const std::string& username, const std::string& identity_id) {
    (void)store_.erase({application_id_, canonical(username), identity_id});
}

void SessionOpener::keep_fresh(const Credential& credential, Fresh fresh) {
    const std::lock_guard lock(mutex_);
    const Instant now = clock_.now();
    std::erase_if(fresh_,
                  [&](const auto& entry) { return now - entry.second.made_at > fresh_life_ms; });
    if (fresh_.size() >= fresh_max)
        fresh_.erase(std::min_element(fresh_.begin(), fresh_.end(), [](auto& a, auto& b) {
            return a.second.made_at < b.second.made_at;
        }));
    fresh_.insert_or_assign(canonical(credential.username), std::move(fresh));
}

std::optional<SessionOpener::Fresh> SessionOpener::take_fresh(const Opening& opening) {
    const std::lock_guard lock(mutex_);
    const auto found = fresh_.find(canonical(opening.credential.username));
    if (found == fresh_.end() || found->second.fingerprint != opening.fingerprint ||
        clock_.now() - found->second.made_at > fresh_life_ms)
        return std::nullopt;
    auto fresh = std::move(found->second);
    fresh_.erase(found);
    return fresh;
}

SessionKey SessionOpener::key_of(const Credential& credential, std::string identity_id) const {
    return {application_id_, canonical(credential.username), std::move(identity_id)};
}

}  // namespace busy24::erp
