// What each action is about, for those who look for one kind.
#include "proxy/store/audit.hpp"

namespace busy24::store {

api::AuditKind kind_of(api::AuditAction action) {
    using enum api::AuditAction;
    switch (action) {
        case user_invited:
        case invitation_renewed:
        case invitation_withdrawn:
        case invitation_accepted:
        case user_changed:
        case user_matched:
        case profile_changed:
        case roles_saved:
        case setup_applied:
        case setup_undone:
        case member_changed:
        case reminder_sent:
            return api::AuditKind::users;
        case password_changed:
        case password_reset_requested:
        case sessions_ended:
        case account_changed:
            return api::AuditKind::credentials;
        case mirror_paused:
        case mirror_resumed:
        case mirror_started:
        case mirror_cancelled:
        case held_run_decided:
        case problem_decided:
        case conflict_decided:
            return api::AuditKind::mirror;
        case question_decided:
        case link_changed:
            return api::AuditKind::links;
        case project_created:
        case project_changed:
            return api::AuditKind::projects;
        default:
            return api::AuditKind::settings;
    }
}

}  // namespace busy24::store
