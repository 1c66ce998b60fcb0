// One call, then a few projects in each transaction.
#include "proxy/sync/members.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "proxy/erp/project_service.hpp"
#include "proxy/workspace/persons.hpp"
#include "proxy/workspace/project_members.hpp"

namespace busy24::sync {

namespace {

namespace project_service = erp::project_service;
using api::MemberState;
using project_service::ParticipantState;
using workspace::ProjectMember;

// A person's request never waits long for the writer.
constexpr std::size_t projects_per_transaction = 250;

MemberState state_of(ParticipantState state) {
    switch (state) {
        case ParticipantState::other:
        case ParticipantState::unknown:
            return MemberState::unknown;
        case ParticipantState::invitation_sent:
        case ParticipantState::invitation_resent:
            return MemberState::invited;
        case ParticipantState::participating:
            return MemberState::participating;
        case ParticipantState::initiator:
            return MemberState::initiator;
        case ParticipantState::removed:
        case ParticipantState::removed_before_accept:
        case ParticipantState::removed_when_opening:
            return MemberState::removed;
        case ParticipantState::stopped_by_receiver:
            return MemberState::declined;
        case ParticipantState::stopped_by_sender:
            return MemberState::withdrawn;
        case ParticipantState::invitation_expired:
            return MemberState::expired;
        case ParticipantState::not_invited:
            return MemberState::not_invited;
    }
    return MemberState::unknown;
}

class MemberStore {
public:
    explicit MemberStore(const workspace::Place& place) : place_(place) {}

    Result<> save(const std::string& project_id,
                  const std::vector<project_service::Participant>& participants) {
        std::vector<ProjectMember> members;
        members.reserve(participants.size());
        for (const auto& participant : participants) members.push_back(TRY(member_of(participant)));
        return workspace::replace_members(place_, project_id, members);
    }

private:
    Result<ProjectMember> member_of(const project_service::Participant& participant) {
        const auto state = state_of(participant.state_name.value);
        ProjectMember member{
            .contact_id = participant.contact_id,
            .person_id = TRY(person_with(participant.contact_id)),
            .name = participant.name,
            .role_number = {},
            .role_name = {},
            .state = state,
            .takes_part = state == MemberState::participating || state == MemberState::initiator};
        if (!participant.role) return member;
        if (participant.role->id) member.role_number = *participant.role->id;
        member.role_name = participant.role->name;
        return member;
    }

    // The same few take part in many projects.
    Result<std::optional<std::string>> person_with(std::int64_t contact_id) {
        const auto known = persons_.find(contact_id);
        if (known != persons_.end()) return known->second;
        const auto person = TRY(workspace::person_with_number(place_, contact_id));
        const auto id = person ? std::optional(person->id) : std::nullopt;
        return persons_.emplace(contact_id, id).first->second;
    }

    const workspace::Place& place_;
    std::map<std::int64_t, std::optional<std::string>> persons_;
};

using Answer = std::map<std::int64_t, std::vector<project_service::Participant>>;

// Only the projects that were asked about are kept of the answer, whatever is in it.
Result<Answer> ask(const erp::Session& session,
                   const std::vector<store::NumberedProject>& projects) {
    project_service::GetProjectParticipants call;
    std::set<std::int64_t> asked;
    for (const auto& project : projects) {
        call.project_ids.push_back(static_cast<std::int32_t>(project.number));
        asked.insert(project.number);
    }
    Answer answer;
    const auto take = [&](project_service::ProjectParticipants&& project) -> Result<> {
        if (asked.contains(project.project_id))
            answer[project.project_id] = std::move(project.participants);
        return {};
    };
    TRY(session.stream(call, take));
    return answer;
}

}  // namespace

Result<> refresh_members(const workspace::Place& place, const erp::Session& session,
                         const std::vector<store::NumberedProject>& projects) {
    const auto answer = TRY(ask(session, projects));
    store::ProjectDetails details(place.database);
    MemberStore members(place);
    for (std::size_t begin = 0; begin < projects.size(); begin += projects_per_transaction) {
        const auto end = std::min(begin + projects_per_transaction, projects.size());
        auto transaction = TRY(store::Transaction::begin(place.database));
        for (auto i = begin; i < end; ++i) {
            const auto& project = projects[i];
            const auto found = answer.find(project.number);
            if (found != answer.end()) TRY(members.save(project.id, found->second));
            TRY(details.members_fetched(project.id, place.now));
        }
        TRY(transaction.commit());
    }
    return {};
}

}  // namespace busy24::sync
