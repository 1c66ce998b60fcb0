// The SQL text of each migration, one function per subject.
#pragma once

#include <string_view>

namespace busy24::store {

// Workspaces, users, connections, credentials, sessions, drafts, log-in counters.
std::string_view accounts_schema();
// Mirrored records, links, runs, questions, and the workspace's own projects, customers and so on.
std::string_view mirror_schema();
// The mirror's way back: outbox, conflicts, journal, and its state between runs.
std::string_view two_way_schema();
// The order of the lists.
std::string_view lists_schema();
// What people tell the mirror about single records.
std::string_view steering_schema();
// What a reading has seen.
std::string_view seen_schema();
// Members and allowed work types of projects.
std::string_view members_schema();
// Which kinds a run has planned, and what has become of its records.
std::string_view planning_schema();
std::string_view people_schema();
// How the connections are doing, and who is told.
std::string_view health_schema();
// What people did to the workspace.
std::string_view audit_schema();
// What that is searched by.
std::string_view audit_search_schema();
// When a record is tried again, and what a person has approved of a run.
std::string_view approvals_schema();
// What keeps that as it was written.
std::string_view audit_seal_schema();
std::string_view refused_schema();
std::string_view replaced_links_schema();
// How users were matched to contacts.
std::string_view matched_by_schema();
// What users said of the help.
std::string_view help_schema();
// Letters that wait to be sent.
std::string_view letters_schema();
// The index of outcomes once more, without what has none yet.
std::string_view outcomes_schema();
// New passwords, and browsers that accounts have logged in from.
std::string_view recovery_schema();
// 24SevenOffice accounts of users.
std::string_view sign_in_schema();
// Who takes part in a project in Busy.
std::string_view memberships_schema();
// First-time setup.
std::string_view first_setup_schema();

}  // namespace busy24::store
