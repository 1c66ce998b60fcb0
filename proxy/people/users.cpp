// The users of a workspace as its administrators see them.
#include <algorithm>

#include "proxy/http/audited.hpp"
#include "proxy/people/people.hpp"
#include "proxy/store/audit_values.hpp"
#include "proxy/workspace/persons.hpp"

namespace busy24::people {

namespace {

using store::Transaction;

// What the audit log tells of a change to a user.
struct Standing {
    api::Role role = api::Role::employee;
    bool is_active = true;
    static constexpr auto fields() {
        return std::tuple{field("role", &Standing::role), field("is_active", &Standing::is_active)};
    }
};

api::MailFate mail_of(const std::map<std::string, mail::LetterFate>& fates,
                      const std::string& subject) {
    const auto found = fates.find(subject);
    if (found == fates.end()) return {};
    const auto& fate = found->second;
    const auto state = fate.state == store::LetterState::waiting ? api::MailState::waiting
                       : fate.state == store::LetterState::sent  ? api::MailState::sent
                                                                 : api::MailState::failed;
    return {state, fate.at.ms, fate.reason, fate.detail};
}

std::int64_t ms_of(const std::optional<Instant>& at) { return at ? at->ms : 0; }

Result<std::vector<workspace::Person>> persons_of(store::Database& database,
                                                  const WorkspaceId& id) {
    return store::select_all<workspace::Person>(database, {store::equals("workspace_id", id)},
                                                "ORDER BY folded_name, id");
}

std::string contact_name(const std::vector<workspace::Person>& persons,
                         const std::optional<std::int64_t>& contact_id) {
    if (!contact_id) return {};
    const auto found =
        std::find_if(persons.begin(), persons.end(),
                     [&](const workspace::Person& person) { return person.number == contact_id; });
    return found == persons.end() ? std::string() : found->name;
}

// Security rule: somebody must always be able to let others in.
Result<> check_administrators(const std::vector<store::User>& users) {
    if (std::any_of(users.begin(), users.end(), store::is_active_administrator)) return {};
    return Error{ErrorCode::conflict, "nobody would be left", {}, "last_administrator"};
}

}  // namespace

Result<api::UserList> People::list(const http::Caller& caller) {
    const auto now = parts_.clock.now();
    const auto& workspace = caller.session->workspace;
    const auto persons = TRY(persons_of(parts_.database, workspace));
    const auto fates = TRY(parts_.post_office.fates(workspace));
    api::UserList out{.sends_mail = parts_.post_office.can_send()};
    for (const auto& user : TRY(parts_.users.of(workspace)))
        out.users.push_back(
            {.id = user.id.text,
             .state = user.is_active ? api::UserState::active : api::UserState::deactivated,
             .name = user.name,
             .email = user.email,
             .role = user.role,
             .contact_name = contact_name(persons, user.contact_id),
             .matched_by = user.matched_by,
             .last_login_at_ms = ms_of(user.last_login_at)});
    for (const auto& invitation : TRY(parts_.invitations.waiting(workspace)))
        out.users.push_back({.id = invitation.id,
                             .state = invitation.state(now) == api::InvitationState::open
                                          ? api::UserState::invited
                                          : api::UserState::expired,
                             .name = invitation.name,
                             .email = invitation.email,
                             .role = invitation.role,
                             .contact_name = contact_name(persons, invitation.contact_id),
                             .invited_by = invitation.invited_by,
                             .invited_at_ms = invitation.created_at.ms,
                             .expires_at_ms = invitation.expires_at.ms,
                             .mail = mail_of(fates, invitation.id)});
    return out;
}

Result<api::ListCandidates::Reply> People::candidates(const http::Caller& caller) {
    const auto& workspace = caller.session->workspace;
    const auto users = TRY(parts_.users.of(workspace));
    const auto invitations = TRY(parts_.invitations.waiting(workspace));
    const auto is = [](const workspace::Person& person, const auto& known) {
        return known.contact_id == person.number || known.email == person.email;
    };
    api::ListCandidates::Reply out{.sends_mail = parts_.post_office.can_send()};
    for (const auto& person : TRY(persons_of(parts_.database, workspace))) {
        const auto is_this = [&](const auto& known) { return is(person, known); };
        if (!person.is_active || !person.number ||
            std::any_of(users.begin(), users.end(), is_this) ||
            std::any_of(invitations.begin(), invitations.end(), is_this))
            continue;
        out.candidates.push_back({*person.number, person.name, person.email});
    }
    return out;
}

// Security rule: a session is new at each change of rights. Of one's own, the one at hand goes on.
Result<> People::renew_sessions(http::Caller& caller, const UserId& user) {
    TRY(parts_.user_sessions.remove_all(user, caller.session->hash));
    if (caller.session->user != user) return {};
    return parts_.sessions.open(caller,
                                {.state = api::SessionState::signed_in,
                                 .workspace_id = caller.session->workspace,
                                 .user_id = user},
                                http::Draft::is_left_behind);
}

Result<api::UserList> People::change(http::Caller& caller, const api::ChangeUser& call) {
    auto transaction = TRY(Transaction::begin(parts_.database));
    auto users = TRY(parts_.users.of(caller.session->workspace));
    const auto found = std::find_if(users.begin(), users.end(), [&](const store::User& user) {
        return user.id.text == call.id;
    });
    if (found == users.end()) return Error{ErrorCode::not_found, "no such user"};
    const Standing before{found->role, found->is_active};
    found->role = call.role;
    found->is_active = call.is_active;
    TRY(check_administrators(users));
    TRY(parts_.users.save(*found));
    auto entry = http::audited(caller, parts_.clock.now(), api::AuditAction::user_changed);
    entry.subject_id = found->id.text;
    entry.subject_name = found->name;
    if (store::tell_change(entry, before, Standing{call.role, call.is_active}))
        TRY(parts_.audit.append(std::move(entry)));
    auto reply = TRY(list(caller));
    if (!call.is_active) TRY(parts_.user_sessions.remove_all(found->id));
    if (call.is_active && call.role != before.role) TRY(renew_sessions(caller, found->id));
    TRY(transaction.commit());
    return reply;
}

}  // namespace busy24::people
