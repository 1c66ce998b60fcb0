// Inviting, and what an administrator does with an invitation afterwards.
#include <set>

#include "proxy/domain/email.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/people/people.hpp"
#include "proxy/security/digest.hpp"
#include "proxy/workspace/persons.hpp"

namespace busy24::people {

namespace {

using store::Transaction;

template <class Known>
std::set<std::string> emails_of(const std::vector<Known>& all) {
    std::set<std::string> emails;
    for (const auto& known : all) emails.insert(known.email);
    return emails;
}

// What stands between an address and its invitation; the same for a whole call.
struct Taken {
    std::set<std::string> users;
    std::set<std::string> invited;
    std::set<std::string> seen = {};

    api::InviteOutcome outcome_of(const std::string& email) {
        if (!domain::is_email(email)) return api::InviteOutcome::bad_email;
        if (!seen.insert(email).second) return api::InviteOutcome::repeated;
        if (users.contains(email)) return api::InviteOutcome::already_user;
        if (invited.contains(email)) return api::InviteOutcome::already_invited;
        return api::InviteOutcome::invited;
    }
};

// Only of a person whom this workspace knows.
std::optional<std::int64_t> contact_among(const std::vector<workspace::Person>& persons,
                                          const api::Invitee& invitee, const std::string& email) {
    for (const auto& person : persons)
        if (person.number &&
            (invitee.contact_id ? person.number == invitee.contact_id : person.email == email))
            return person.number;
    return std::nullopt;
}

// What an administrator did to an invitation.
Result<> note(store::Audit& audit, const http::Caller& caller, Instant now, api::AuditAction action,
              const store::Invitation& invitation) {
    auto entry = http::audited(caller, now, action);
    entry.subject_id = invitation.id;
    entry.subject_name = invitation.email;
    if (action == api::AuditAction::user_invited) entry.after_value = word_of(invitation.role);
    return audit.append(std::move(entry));
}

}  // namespace

// Gives it a new token and 48 hours, sends the link where letters are sent, and tells it.
Result<api::Invited> People::send(const http::Caller& caller, store::Invitation invitation,
                                  mail::LetterKind kind, Language language) {
    const auto now = parts_.clock.now();
    const auto token = random_token(parts_.random);
    invitation.token_hash = security::sha256(token);
    invitation.created_at = now;
    invitation.expires_at = now + store::invitation_lifetime_ms;
    TRY(parts_.invitations.save(invitation));
    // In the fragment: no log and no scanner of links gets to see it.
    api::Invited out{.email = invitation.email,
                     .name = invitation.name,
                     .outcome = api::InviteOutcome::invited,
                     .link = parts_.public_url + "/invitasjon#" + token,
                     .is_mailed = parts_.post_office.can_send()};
    if (!out.is_mailed) return out;
    // The link of an earlier letter is dead.
    TRY(parts_.post_office.drop(invitation.id));
    const auto queued = parts_.post_office.queue(
        {.workspace = invitation.workspace_id,
         .kind = kind,
         .language = language,
         .receiver = invitation.email,
         .subject_id = invitation.id,
         .values = {invitation.invited_by, caller.session->workspace_name,
                    std::to_string(store::invitation_lifetime_ms / hour_ms)},
         .link = out.link,
         .lifetime_ms = store::invitation_lifetime_ms});
    // Without a letter the link can be copied all the same.
    out.is_left_unmailed = !queued.ok() && queued.error().code == ErrorCode::throttled;
    out.is_mailed = !out.is_left_unmailed;
    if (!out.is_left_unmailed) TRY(queued);
    return out;
}

Result<api::InviteUsers::Reply> People::invite(const http::Caller& caller,
                                               const api::InviteUsers& call) {
    if (call.invitees.empty() || call.invitees.size() > api::InviteUsers::invitees_max)
        return Error{ErrorCode::invalid, "1 to 200 at once"};
    auto transaction = TRY(Transaction::begin(parts_.database));
    const auto& workspace = caller.session->workspace;
    Taken taken{.users = emails_of(TRY(parts_.users.of(workspace))),
                .invited = emails_of(TRY(parts_.invitations.waiting(workspace)))};
    const auto persons = TRY(store::select_all<workspace::Person>(
        parts_.database,
        {store::equals("workspace_id", workspace), store::equals("is_active", true)},
        "ORDER BY id"));
    api::InviteUsers::Reply out;
    for (const auto& invitee : call.invitees) {
        const auto email = store::canonical_email(invitee.email);
        api::Invited result{invitee.email, invitee.name, taken.outcome_of(email), {}, false};
        if (result.outcome == api::InviteOutcome::invited) {
            const store::Invitation invitation{.id = make_id(parts_.random, parts_.clock.now()),
                                               .workspace_id = workspace,
                                               .email = email,
                                               .name = invitee.name.substr(0, name_bytes_max),
                                               .contact_id = contact_among(persons, invitee, email),
                                               .role = invitee.role,
                                               .invited_by = caller.session->user_name};
            result = TRY(send(caller, invitation, mail::LetterKind::invitation, call.language));
            TRY(note(parts_.audit, caller, parts_.clock.now(), api::AuditAction::user_invited,
                     invitation));
        }
        out.results.push_back(std::move(result));
    }
    TRY(transaction.commit());
    return out;
}

Result<api::Invited> People::renew_as(const http::Caller& caller, const api::RenewInvitation& call,
                                      api::AuditAction action) {
    auto transaction = TRY(Transaction::begin(parts_.database));
    auto invitation = TRY(parts_.invitations.waiting(caller.session->workspace, call.id));
    invitation.invited_by = caller.session->user_name;
    TRY(note(parts_.audit, caller, parts_.clock.now(), action, invitation));
    auto sent = TRY(
        send(caller, std::move(invitation), mail::LetterKind::invitation_reminder, call.language));
    TRY(transaction.commit());
    return sent;
}

Result<api::UserList> People::withdraw(const http::Caller& caller,
                                       const api::WithdrawInvitation& call) {
    auto transaction = TRY(Transaction::begin(parts_.database));
    auto invitation = TRY(parts_.invitations.waiting(caller.session->workspace, call.id));
    invitation.withdrawn_at = parts_.clock.now();
    TRY(parts_.invitations.save(invitation));
    TRY(parts_.post_office.drop(invitation.id));
    TRY(note(parts_.audit, caller, parts_.clock.now(), api::AuditAction::invitation_withdrawn,
             invitation));
    TRY(transaction.commit());
    return list(caller);
}

}  // namespace busy24::people
