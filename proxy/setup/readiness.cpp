// Compares colleagues with invitations, ties users to persons, and invites.
#include "proxy/setup/readiness.hpp"

#include <algorithm>
#include <set>

#include "proxy/http/audited.hpp"
#include "proxy/store/invitations.hpp"
#include "proxy/workspace/memberships.hpp"

namespace busy24::setup {

namespace {

using api::MatchedBy;
using store::Invitation;
using workspace::Colleague;

// A person who has the user's own id was one from the beginning.
bool can_unmatch(const Colleague& colleague) {
    return colleague.person && colleague.user && colleague.user->matched_by == MatchedBy::hand &&
           colleague.person->id != colleague.user->id.text;
}

const Invitation* invitation_to(const Colleague& colleague,
                                const std::vector<Invitation>& invitations) {
    if (!colleague.person || colleague.user) return nullptr;
    const auto found =
        std::find_if(invitations.begin(), invitations.end(), [&](const Invitation& invitation) {
            if (invitation.contact_id) return invitation.contact_id == colleague.person->number;
            return invitation.email == colleague.person->email;
        });
    return found == invitations.end() ? nullptr : &*found;
}

Error taken() { return {ErrorCode::conflict, "tied already", {}, "contact_taken"}; }

}  // namespace

struct Readiness::Entry {
    Colleague colleague;
    std::optional<Invitation> invitation;

    api::Readiness state(Instant now) const {
        if (colleague.user)
            return colleague.person ? api::Readiness::ready : api::Readiness::unmatched;
        if (!invitation) return api::Readiness::missing;
        return invitation->state(now) == api::InvitationState::open ? api::Readiness::invited
                                                                    : api::Readiness::expired;
    }
};

workspace::Place Readiness::place_of(const http::Caller& caller) {
    return {database_, random_, caller.session->workspace, clock_.now()};
}

Result<std::vector<Readiness::Entry>> Readiness::entries(const workspace::Place& place) {
    const auto invitations = TRY(store::Invitations(database_).waiting(place.workspace));
    std::vector<Entry> out;
    for (auto& colleague : TRY(workspace::colleagues_of(place))) {
        if (!colleague.is_active()) continue;
        const auto* invitation = invitation_to(colleague, invitations);
        out.push_back({std::move(colleague),
                       invitation ? std::optional(*invitation) : std::optional<Invitation>()});
    }
    return out;
}

Result<api::ReadyList> Readiness::list(const http::Caller& caller) {
    const auto place = place_of(caller);
    api::ReadyList out;
    for (const auto& entry : TRY(entries(place))) {
        const auto& [colleague, invitation] = entry;
        api::ReadyRow row{.id = colleague.id(),
                          .name = colleague.name(),
                          .email = colleague.email(),
                          .state = entry.state(place.now),
                          .contact_name = colleague.person ? colleague.person->name : "",
                          .is_user = colleague.user.has_value(),
                          .can_unmatch = can_unmatch(colleague)};
        if (colleague.user && colleague.person) row.matched_by = colleague.user->matched_by;
        if (colleague.user && colleague.user->last_login_at)
            row.last_login_at_ms = colleague.user->last_login_at->ms;
        if (invitation) row.invited_at_ms = invitation->created_at.ms;
        out.people.push_back(std::move(row));
    }
    return out;
}

Result<> Readiness::unmatch(const http::Caller& caller, const Colleague& colleague) {
    if (!can_unmatch(colleague))
        return Error{ErrorCode::conflict, "not by hand", {}, "match_is_fixed"};
    auto user = *colleague.user;
    user.contact_id.reset();
    user.matched_by = MatchedBy::nothing;
    TRY(store::Users(database_).save(user));
    auto entry = http::audited(caller, clock_.now(), api::AuditAction::user_matched);
    entry.subject_id = user.id.text;
    entry.subject_name = user.name;
    entry.before_value = colleague.person->name;
    entry.after_value = "not_linked";
    return audit_.append(std::move(entry));
}

Result<api::ReadyList> Readiness::match(const http::Caller& caller, const api::MatchUser& call) {
    auto transaction = TRY(store::Transaction::begin(database_));
    const auto place = place_of(caller);
    const auto colleagues = TRY(workspace::colleagues_of(place));
    const auto* who = workspace::colleague_with(colleagues, call.user_id);
    const auto* whom = workspace::colleague_with(colleagues, call.person_id);
    const bool is_unmatching = call.person_id.empty();
    if (!who || !who->user || (!is_unmatching && (!whom || !whom->person)))
        return Error{ErrorCode::not_found, "no such user or person"};
    if (is_unmatching) {
        TRY(unmatch(caller, *who));
    } else {
        // Security rule: a contact is one user, or a log-in would open another one's session.
        if (who->person || whom->user || !whom->person->number) return taken();
        auto user = *who->user;
        user.contact_id = whom->person->number;
        user.matched_by = MatchedBy::hand;
        TRY(store::Users(database_).save(user));
        TRY(workspace::move_memberships(place, user.id.text, whom->person->id));
        auto entry = http::audited(caller, place.now, api::AuditAction::user_matched);
        entry.subject_id = user.id.text;
        entry.subject_name = user.name;
        entry.after_value = whom->person->name;
        TRY(audit_.append(std::move(entry)));
    }
    TRY(transaction.commit());
    return list(caller);
}

// Who waits longest comes first, so that those who were too many have their turn the next time.
// Without an address nothing can be done for them.
Result<std::vector<Readiness::Entry>> Readiness::waiting(const workspace::Place& place) {
    auto all = TRY(entries(place));
    std::erase_if(all, [](const Entry& entry) { return entry.colleague.user.has_value(); });
    const auto key = [](const Entry& entry) {
        return std::pair(entry.colleague.email().empty(),
                         entry.invitation ? entry.invitation->created_at.ms : 0);
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
    return all;
}

// One that fails must not fail the call: the others' earlier links are dead by then, and their new
// ones are told only this once.
api::Invited Readiness::renew(const http::Caller& caller, const Entry& entry, Language language) {
    auto renewed = people_.remind(caller, {entry.invitation->id, language});
    if (renewed.ok()) return std::move(renewed).value();
    warn_(renewed.error());
    return {entry.colleague.email(), entry.colleague.name(), api::InviteOutcome::failed};
}

std::vector<api::Invited> Readiness::invite(const http::Caller& caller,
                                            const api::InviteUsers& call) {
    if (call.invitees.empty()) return {};
    auto invited = people_.invite(caller, call);
    if (invited.ok()) return std::move(invited).value().results;
    warn_(invited.error());
    std::vector<api::Invited> failed;
    for (const auto& invitee : call.invitees)
        failed.push_back({invitee.email, invitee.name, api::InviteOutcome::failed});
    return failed;
}

Result<api::RemindPeople::Reply> Readiness::remind(const http::Caller& caller,
                                                   const api::RemindPeople& call) {
    const auto place = place_of(caller);
    const std::set<std::string> chosen(call.ids.begin(), call.ids.end());
    api::RemindPeople::Reply out;
    api::InviteUsers call_to_invite{.invitees = {}, .language = call.language};
    std::size_t count = 0;
    for (const auto& entry : TRY(waiting(place))) {
        const auto& [colleague, invitation] = entry;
        if (!chosen.empty() && !chosen.contains(colleague.id())) continue;
        if (++count > api::RemindPeople::people_max) {
            ++out.left;
        } else if (invitation) {
            out.results.push_back(renew(caller, entry, call.language));
        } else {
            call_to_invite.invitees.push_back({.email = colleague.email(),
                                               .name = colleague.name(),
                                               .contact_id = colleague.person->number});
        }
    }
    for (auto& invited : invite(caller, call_to_invite)) out.results.push_back(std::move(invited));
    return out;
}

}  // namespace busy24::setup
