// Reads and changes the caller's own user.
#include "proxy/people/own_profile.hpp"

#include <algorithm>

#include "proxy/http/attempts.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/people/new_password.hpp"
#include "proxy/people/people.hpp"
#include "proxy/security/digest.hpp"
#include "proxy/store/audit_values.hpp"

namespace busy24::people {

namespace {

using store::Transaction;

// What the audit log tells of a change to a profile.
struct NameAndLanguage {
    std::string name;
    Language language = Language::nb;
    static constexpr auto fields() {
        return std::tuple{field("name", &NameAndLanguage::name),
                          field("language", &NameAndLanguage::language)};
    }
};

// Names a session without its hash, which is nobody's business.
std::string id_of(const store::UserSession& session) {
    constexpr std::size_t digits = 32;
    return security::sha256("session " + session.token_hash).substr(0, digits);
}

store::AuditEntry own_entry(const http::Caller& caller, Instant now, api::AuditAction action) {
    auto entry = http::audited(caller, now, action);
    entry.subject_id = entry.actor_id;
    entry.subject_name = entry.actor_name;
    return entry;
}

}  // namespace

Result<api::Profile> OwnProfile::get(const http::Caller& caller) {
    const auto user = TRY(parts_.users.get(caller.session->user));
    api::Profile out{.name = user.name,
                     .email = user.email,
                     .language = user.language,
                     .has_password = TRY(parts_.passwords.has_one(user.id))};
    for (const auto& session : TRY(parts_.user_sessions.of(user.id, parts_.clock.now())))
        out.sessions.push_back({.id = id_of(session),
                                .began_at_ms = session.created_at.ms,
                                .seen_at_ms = session.seen_at.ms,
                                .is_this = session.token_hash == caller.session->hash});
    std::stable_sort(out.sessions.begin(), out.sessions.end(), [](const auto& a, const auto& b) {
        return a.is_this != b.is_this ? a.is_this : a.seen_at_ms > b.seen_at_ms;
    });
    return out;
}

Result<api::Profile> OwnProfile::save(http::Caller& caller, const api::SaveProfile& call) {
    if (call.name.find_first_not_of(" \t\r\n") == std::string::npos ||
        call.name.size() > name_bytes_max)
        return Error{ErrorCode::invalid, "the name", {}, "name_missing"};
    auto transaction = TRY(Transaction::begin(parts_.database));
    auto user = TRY(parts_.users.get(caller.session->user));
    const NameAndLanguage before{user.name, user.language};
    user.name = call.name;
    user.language = call.language;
    TRY(parts_.users.save(user));
    auto entry = own_entry(caller, parts_.clock.now(), api::AuditAction::profile_changed);
    if (store::tell_change(entry, before, NameAndLanguage{user.name, user.language}))
        TRY(parts_.audit.append(std::move(entry)));
    TRY(transaction.commit());
    caller.session->user_name = user.name;
    return get(caller);
}

// Security rule: it counts before it is made, as a guess at the log-in does.
Result<> OwnProfile::check_old_password(const http::Caller& caller, const store::User& user,
                                        const Secret& password) {
    const auto now = parts_.clock.now();
    const auto attempt =
        TRY(http::attempt_by(caller, parts_.devices, user.email, {user.workspace_id.text}, now));
    const auto reservation = TRY(parts_.attempts.reserve(attempt, now));
    const auto key = TRY(parts_.passwords.key_of(user.email, password));
    if (!reservation.may_try || !TRY(parts_.passwords.is_right(user, key)))
        return Error{ErrorCode::forbidden, "the old password", {}, "wrong_password"};
    return parts_.attempts.release(reservation);
}

Result<api::Profile> OwnProfile::change_password(http::Caller& caller,
                                                 const api::ChangePassword& call) {
    const auto user = TRY(parts_.users.get(caller.session->user));
    if (!TRY(parts_.passwords.has_one(user.id)))
        return Error{ErrorCode::conflict, "there is none to change", {}, "no_password"};
    TRY(check_new_password(call.new_password));
    TRY(check_old_password(caller, user, call.old_password));
    const auto key = TRY(parts_.passwords.key_of(user.email, call.new_password));
    const auto now = parts_.clock.now();
    auto transaction = TRY(Transaction::begin(parts_.database));
    TRY(parts_.passwords.save(user, key, now));
    TRY(parts_.user_sessions.remove_all(user.id, caller.session->hash));
    TRY(parts_.audit.append(own_entry(caller, now, api::AuditAction::password_changed)));
    TRY(transaction.commit());
    return get(caller);
}

Result<api::Profile> OwnProfile::end_sessions(const http::Caller& caller,
                                              const api::EndSessions& call) {
    const auto now = parts_.clock.now();
    auto transaction = TRY(Transaction::begin(parts_.database));
    std::int64_t ended = 0;
    for (const auto& session : TRY(parts_.user_sessions.of(caller.session->user, now))) {
        const bool is_this = session.token_hash == caller.session->hash;
        if (call.id.empty() ? is_this : id_of(session) != call.id) continue;
        TRY(parts_.user_sessions.remove(session.token_hash));
        ++ended;
    }
    if (ended == 0 && !call.id.empty()) return Error{ErrorCode::not_found, "no such session"};
    auto entry = own_entry(caller, now, api::AuditAction::sessions_ended);
    entry.after_value = std::to_string(ended);
    if (ended > 0) TRY(parts_.audit.append(std::move(entry)));
    TRY(transaction.commit());
    return get(caller);
}

}  // namespace busy24::people
