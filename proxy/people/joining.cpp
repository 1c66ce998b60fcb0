// Makes a user of who was invited.
#include "proxy/people/joining.hpp"

#include "proxy/store/audit.hpp"
#include "proxy/workspace/persons.hpp"

namespace busy24::people {

using api::MatchedBy;

// A person who is a user has the user's id. Whoever is taken by another user is left to a match by
// hand.
Result<> Joining::become_contact(store::User& user) {
    if (!user.contact_id) return {};
    const workspace::Place place{database_, random_, user.workspace_id, user.created_at};
    const auto person = TRY(workspace::person_with_number(place, *user.contact_id));
    if (person && !store::Users(database_).get(UserId{person->id}).ok()) {
        user.id = UserId{person->id};
        if (user.matched_by == MatchedBy::nothing)
            user.matched_by = person->email == user.email ? MatchedBy::email : MatchedBy::hand;
    } else if (person || user.matched_by != MatchedBy::login) {
        // One that no list knows yet is known by the log-in alone.
        user.contact_id.reset();
        user.matched_by = MatchedBy::nothing;
    }
    return {};
}

Result<store::User> Joining::join(store::Invitation invitation, Arrival arrival) {
    const auto now = arrival.at;
    const bool is_known = arrival.contact_id.has_value();
    if (is_known) invitation.contact_id = arrival.contact_id;
    store::User user{.id = UserId{make_id(random_, now)},
                     .workspace_id = invitation.workspace_id,
                     .email = invitation.email,
                     .name = std::move(arrival.name),
                     .contact_id = invitation.contact_id,
                     .role = invitation.role,
                     .is_active = true,
                     .created_at = now,
                     .last_login_at = now,
                     .erp_username = std::move(arrival.account),
                     .language = arrival.language,
                     .matched_by = is_known ? MatchedBy::login : MatchedBy::nothing};
    TRY(become_contact(user));
    TRY(store::Users(database_).save(user));
    invitation.accepted_at = now;
    TRY(store::Invitations(database_).save(invitation));
    TRY(audit_.append({.workspace_id = user.workspace_id,
                       .noted_at = now,
                       .actor_id = user.id.text,
                       .actor_name = user.name,
                       .action = api::AuditAction::invitation_accepted,
                       .subject_id = user.id.text,
                       .subject_name = user.name,
                       .after_value = std::string(word_of(user.role))}));
    return user;
}

}  // namespace busy24::people
