// What letters there are.
#pragma once

#include "shared/describe.hpp"

namespace busy24::mail {

// The values of each, in their order, are behind its name. A link is where its button leads.
enum class LetterKind {
    invitation,                     // who invites; the workspace; hours that the link works
    invitation_reminder,            // the same
    reminder,                       // who asks; the workspace. To a user: please log in
    password_reset,                 // hours. Somebody asked for it on the log-in page
    password_link,                  // the administrator; the workspace; hours
    connection_login_refused,       // the workspace. 24SevenOffice refuses the API user's login
    connection_tenant_not_reached,  // the workspace. The API user does not reach the client
    connection_right_lost,          // the workspace. The API user lacks a right
    connection_mended,              // the workspace
    count_,
};
constexpr auto words(LetterKind) {
    using enum LetterKind;
    return std::array{word(invitation, "invitation"),
                      word(invitation_reminder, "invitation_reminder"),
                      word(reminder, "reminder"),
                      word(password_reset, "password_reset"),
                      word(password_link, "password_link"),
                      word(connection_login_refused, "connection_login_refused"),
                      word(connection_tenant_not_reached, "connection_tenant_not_reached"),
                      word(connection_right_lost, "connection_right_lost"),
                      word(connection_mended, "connection_mended")};
}

}  // namespace busy24::mail
