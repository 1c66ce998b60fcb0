// Makes links for a new password, and sets it.
#include "proxy/onboarding/recovery.hpp"

#include "proxy/http/audited.hpp"
#include "proxy/onboarding/answer_grid.hpp"
#include "proxy/people/new_password.hpp"
#include "proxy/security/digest.hpp"

namespace busy24::onboarding {

namespace {

using api::AuditAction;
using store::Transaction;

// A letter arrives at once; a link that an administrator hands on may take its time.
constexpr std::int64_t asked_lifetime_ms = 2 * hour_ms;
constexpr std::int64_t made_lifetime_ms = 48 * hour_ms;

// Links are counted apart from guesses, or asking for one would lock the account.
std::string counted_as(const std::string& email) { return "(reset)" + email; }

Error over() { return {ErrorCode::conflict, "no longer open", {}, "reset_over"}; }

store::AuditEntry entry_about(const store::User& user, AuditAction action, Instant now) {
    return {.workspace_id = user.workspace_id,
            .noted_at = now,
            .action = action,
            .subject_id = user.id.text,
            .subject_name = user.name};
}

std::string hours(std::int64_t ms) { return std::to_string(ms / hour_ms); }

}  // namespace

// Takes the place of earlier ones; tells the link.
Result<std::string> Recovery::make_reset(store::PasswordReset reset, std::int64_t lifetime_ms) {
    const auto now = parts_.clock.now();
    for (const auto& id : TRY(parts_.resets.take_back(reset.email, reset.user_id)))
        TRY(parts_.post_office.drop(id));
    const auto token = random_token(parts_.random);
    reset.token_hash = security::sha256(token);
    reset.created_at = now;
    reset.expires_at = now + lifetime_ms;
    TRY(parts_.resets.save(reset));
    // In the fragment: no log and no scanner of links gets to see it.
    return parts_.public_url + "/nytt-passord#" + token;
}

// Those whose password the link changes.
Result<std::vector<store::User>> Recovery::users_of(const store::PasswordReset& reset) {
    std::vector<store::User> users;
    for (auto& user : TRY(parts_.users.with_email(reset.email))) {
        const bool is_meant = reset.user_id.empty() ? TRY(parts_.passwords.has_one(user.id))
                                                    : user.id == reset.user_id;
        if (is_meant) users.push_back(std::move(user));
    }
    return users;
}

Result<api::Nothing> Recovery::request(const http::Caller& caller,
                                       const api::RequestPasswordReset& call) {
    if (!parts_.post_office.can_send())
        return Error{ErrorCode::conflict, "no SMTP is configured", {}, "no_mail"};
    const auto seat =
        TRY(parts_.answer_seats.take(AnswerSeats::Guest::stranger, parts_.clock.now()));
    const AnswerGrid grid(parts_.clock);
    const auto now = parts_.clock.now();
    store::PasswordReset reset{.id = make_id(parts_.random, now),
                               .email = store::canonical_email(call.email)};
    const auto reservation = TRY(parts_.attempts.reserve(
        {.account = counted_as(reset.email), .address = caller.address, .workspaces = {}}, now));
    const auto users = TRY(users_of(reset));
    if (users.empty() || !reservation.may_try) return api::Nothing{};
    auto transaction = TRY(Transaction::begin(parts_.database));
    auto link = TRY(make_reset(reset, asked_lifetime_ms));
    TRY(parts_.post_office.queue({.workspace = {},
                                  .kind = mail::LetterKind::password_reset,
                                  .language = call.language,
                                  .receiver = reset.email,
                                  .subject_id = reset.id,
                                  .values = {hours(asked_lifetime_ms)},
                                  .link = std::move(link),
                                  .lifetime_ms = asked_lifetime_ms}));
    for (const auto& user : users)
        TRY(parts_.audit.append(entry_about(user, AuditAction::password_reset_requested, now)));
    TRY(transaction.commit());
    return api::Nothing{};
}

Result<api::PasswordLink> Recovery::make_link(const http::Caller& caller,
                                              const api::MakePasswordLink& call) {
    const auto now = parts_.clock.now();
    auto transaction = TRY(Transaction::begin(parts_.database));
    const auto user = parts_.users.get(UserId{call.id});
    if (!user.ok() || user.value().workspace_id != caller.session->workspace)
        return Error{ErrorCode::not_found, "no such user"};
    if (!user.value().is_active)
        return Error{ErrorCode::conflict, "a deactivated user", {}, "user_deactivated"};
    const store::PasswordReset reset{
        .id = make_id(parts_.random, now), .email = user.value().email, .user_id = user.value().id};
    api::PasswordLink out{.link = TRY(make_reset(reset, made_lifetime_ms)),
                          .is_mailed = parts_.post_office.can_send()};
    if (out.is_mailed)
        TRY(parts_.post_office.queue(
            {.workspace = user.value().workspace_id,
             .kind = mail::LetterKind::password_link,
             .language = user.value().language,
             .receiver = reset.email,
             .subject_id = reset.id,
             .values = {caller.session->user_name, caller.session->workspace_name,
                        hours(made_lifetime_ms)},
             .link = out.link,
             .lifetime_ms = made_lifetime_ms}));
    auto entry = http::audited(caller, now, AuditAction::password_reset_requested);
    entry.subject_id = user.value().id.text;
    entry.subject_name = user.value().name;
    TRY(parts_.audit.append(std::move(entry)));
    TRY(transaction.commit());
    return out;
}

Result<store::PasswordReset> Recovery::reset_of(const std::string& token) {
    auto found = TRY(parts_.resets.with_token(token));
    if (!found) return Error{ErrorCode::not_found, "no such token", {}, "no_reset"};
    return std::move(*found);
}

Result<api::ReadPasswordReset::Reply> Recovery::read(const api::ReadPasswordReset& call) {
    const auto reset = TRY(reset_of(call.token));
    return api::ReadPasswordReset::Reply{reset.state(parts_.clock.now()), reset.email};
}

Result<api::Session> Recovery::set(http::Caller& caller, const api::SetNewPassword& call) {
    const auto now = parts_.clock.now();
    const auto known = TRY(reset_of(call.token));
    if (known.state(now) != api::ResetState::open) return over();
    TRY(people::check_new_password(call.password));
    const auto key = TRY(parts_.passwords.key_of(known.email, call.password));
    auto transaction = TRY(Transaction::begin(parts_.database));
    // Once more, now that nobody else can come between.
    auto reset = TRY(reset_of(call.token));
    const auto users = TRY(users_of(reset));
    if (reset.state(now) != api::ResetState::open || users.empty()) return over();
    reset.used_at = now;
    TRY(parts_.resets.save(reset));
    for (const auto& user : users) {
        TRY(parts_.passwords.save(user, key, now));
        TRY(parts_.user_sessions.remove_all(user.id));
        auto entry = entry_about(user, AuditAction::password_changed, now);
        entry.actor_id = user.id.text;
        entry.actor_name = user.name;
        TRY(parts_.audit.append(std::move(entry)));
    }
    // Whoever knew the old password is a stranger now.
    TRY(parts_.devices.forget(reset.email));
    TRY(transaction.commit());
    return parts_.accounts.let_in(caller, reset.email, users);
}

}  // namespace busy24::onboarding
