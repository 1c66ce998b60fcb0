// What people are told about the connection, and who is written to.
#include <algorithm>

#include "proxy/connection/connection_control.hpp"
#include "proxy/domain/email.hpp"
#include "proxy/http/audited.hpp"
#include "shared/json.hpp"

namespace busy24::connection {

namespace {

constexpr std::size_t recipients_max = 50;

// For the audit log.
std::string in_words(bool is_all_administrators, const std::vector<std::string>& emails) {
    if (is_all_administrators) return "administrator";
    std::string text;
    for (const auto& email : emails) text += (text.empty() ? "" : ", ") + email;
    return text;
}

}  // namespace

Result<api::ConnectionHealth> ConnectionControl::test(const http::Caller& caller) {
    const auto connection = TRY(connection_of(caller));
    if (connection.state != store::ConnectionState::connected)
        return Error{ErrorCode::conflict, "nothing to test", std::nullopt, "disconnected"};
    // Security rule: it counts as a log-in, since a password that is refused is tried again.
    const auto reservation = TRY(count_try(caller));
    auto tested = parts_.health.test(connection);
    const bool was_refused = tested.ok() && tested.value().trouble == api::Trouble::login_refused;
    if (!was_refused) TRY(parts_.attempts.release(reservation));
    if (tested.ok() || tested.error().code != ErrorCode::unauthenticated) return tested;
    // Not `unauthenticated`, which is about the asker's own session.
    return Error{ErrorCode::conflict, "no login to test", std::nullopt, "no_login"};
}

Result<api::GetConnectionNotice::Reply> ConnectionControl::notice(const http::Caller& caller) {
    const auto connection = TRY(connection_of(caller));
    api::GetConnectionNotice::Reply reply;
    if (connection.state != store::ConnectionState::connected) return reply;
    const auto health = TRY(parts_.health.of(connection.id));
    reply.trouble = health.trouble;
    reply.broken_since_ms = health.broken_since_ms;
    if (caller.session->role == api::Role::administrator) {
        reply.lacks_api_user = connection.api_user_mode == api::ApiUserMode::later;
        reply.account = connection.api_user_name;
    } else if (reply.trouble != api::Trouble::none) {
        const auto users = TRY(parts_.users.of(connection.workspace_id));
        const auto found = std::find_if(users.begin(), users.end(), store::is_active_administrator);
        if (found != users.end())
            reply.administrator_name = found->name.empty() ? found->email : found->name;
    }
    return reply;
}

Result<api::Recipients> ConnectionControl::recipients(const http::Caller& caller) {
    const auto connection = TRY(connection_of(caller));
    const auto stored =
        TRY(store::ConnectionHealths(parts_.database).recipients(connection.workspace_id));
    api::Recipients out{.is_all_administrators = stored.is_all_administrators,
                        .can_send = parts_.can_send_mail};
    out.emails = TRY(parse_json<std::vector<std::string>>(stored.emails));
    for (const auto& user : TRY(parts_.users.of(connection.workspace_id)))
        if (store::is_active_administrator(user))
            out.administrators.push_back({user.name, user.email});
    return out;
}

Result<api::Recipients> ConnectionControl::save_recipients(const http::Caller& caller,
                                                           const api::SaveRecipients& call) {
    const auto connection = TRY(connection_of(caller));
    if (call.emails.size() > recipients_max)
        return Error{ErrorCode::invalid, "at most 50 addresses", std::nullopt, "too_many"};
    std::vector<std::string> emails;
    for (const auto& email : call.emails) {
        auto canonical = store::canonical_email(email);
        if (!domain::is_email(canonical))
            return Error{ErrorCode::invalid, "not an address", std::nullopt, "bad_email"};
        if (std::find(emails.begin(), emails.end(), canonical) == emails.end())
            emails.push_back(std::move(canonical));
    }
    store::ConnectionHealths healths(parts_.database);
    const store::ConnectionRecipients recipients{
        .workspace_id = connection.workspace_id,
        .is_all_administrators = call.is_all_administrators,
        .emails = to_json_text(emails)};
    auto entry = http::audited(caller, parts_.clock.now(), api::AuditAction::recipients_changed);
    entry.after_value = in_words(call.is_all_administrators, emails);
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    const auto before = TRY(healths.recipients(connection.workspace_id));
    entry.before_value = in_words(before.is_all_administrators,
                                  TRY(parse_json<std::vector<std::string>>(before.emails)));
    TRY(healths.save(recipients));
    TRY(parts_.audit.append(std::move(entry)));
    TRY(transaction.commit());
    return this->recipients(caller);
}

}  // namespace busy24::connection
