// What people did to the workspace: who, when, before and after.
#pragma once

#include "shared/api/endpoint.hpp"

namespace busy24::api {

// One word for each thing that a person can do to settings, links, users and credentials.
enum class AuditAction {
    user_invited,
    invitation_renewed,
    invitation_withdrawn,
    invitation_accepted,
    user_changed,
    user_matched,
    password_changed,
    password_reset_requested,
    profile_changed,
    sessions_ended,
    connected,
    switches_changed,
    policy_changed,
    account_changed,
    disconnected,
    mirror_paused,
    mirror_resumed,
    mirror_started,
    mirror_cancelled,
    held_run_decided,
    problem_decided,
    conflict_decided,
    question_decided,
    link_changed,
    roles_saved,
    setup_applied,
    setup_undone,
    member_changed,
    reminder_sent,
    recipients_changed,
    data_exported,
    workspace_deleted,
};
constexpr auto words(AuditAction) {
    using enum AuditAction;
    return std::array{word(user_invited, "user_invited"),
                      word(invitation_renewed, "invitation_renewed"),
                      word(invitation_withdrawn, "invitation_withdrawn"),
                      word(invitation_accepted, "invitation_accepted"),
                      word(user_changed, "user_changed"),
                      word(user_matched, "user_matched"),
                      word(password_changed, "password_changed"),
                      word(password_reset_requested, "password_reset_requested"),
                      word(profile_changed, "profile_changed"),
                      word(sessions_ended, "sessions_ended"),
                      word(connected, "connected"),
                      word(switches_changed, "switches_changed"),
                      word(policy_changed, "policy_changed"),
                      word(account_changed, "account_changed"),
                      word(disconnected, "disconnected"),
                      word(mirror_paused, "mirror_paused"),
                      word(mirror_resumed, "mirror_resumed"),
                      word(mirror_started, "mirror_started"),
                      word(mirror_cancelled, "mirror_cancelled"),
                      word(held_run_decided, "held_run_decided"),
                      word(problem_decided, "problem_decided"),
                      word(conflict_decided, "conflict_decided"),
                      word(question_decided, "question_decided"),
                      word(link_changed, "link_changed"),
                      word(roles_saved, "roles_saved"),
                      word(setup_applied, "setup_applied"),
                      word(setup_undone, "setup_undone"),
                      word(member_changed, "member_changed"),
                      word(reminder_sent, "reminder_sent"),
                      word(recipients_changed, "recipients_changed"),
                      word(data_exported, "data_exported"),
                      word(workspace_deleted, "workspace_deleted")};
}

}  // namespace busy24::api
