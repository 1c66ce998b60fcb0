// English: the letters.
#include "proxy/mail/text/letter_texts.hpp"

namespace busy24::mail {

namespace {

constexpr std::string_view settings = "Open the settings";
constexpr std::string_view chosen =
    "You get this e-mail because you are chosen to be told about the connection of {0}.";

constexpr LetterTexts rows{{
    {LetterKind::invitation, "{0} invites you to {1} in Busy",
     "Hello! {0} has invited you to {1} in Busy, where hours are registered.", "",
     "Accept the invitation",
     "The link works once, for {2} {2|hour|hours}. If you know nothing about this, you can ignore "
     "this e-mail."},
    {LetterKind::invitation_reminder, "Reminder: you are invited to {1} in Busy",
     "Hello! {0} reminds you that you are invited to {1} in Busy, where hours are registered.",
     "This link is new. The one that you got before no longer works.", "Accept the invitation",
     "The link works once, for {2} {2|hour|hours}. If you know nothing about this, you can ignore "
     "this e-mail."},
    {LetterKind::reminder, "Reminder: log in to {1} in Busy",
     "Hello! {0} asks you to log in to {1} in Busy.",
     "Once you have logged in, you can get your projects and register hours.", "Log in", ""},
    {LetterKind::password_reset, "New password for Busy",
     "Hello! Somebody, hopefully you, has asked for a new Busy password for this e-mail address.",
     "", "Choose a new password",
     "The link works once, for {0} {0|hour|hours}. If it was not you, there is nothing to do: your "
     "password is as before."},
    {LetterKind::password_link, "New password for {1} in Busy",
     "Hello! {0} has made a link with which you choose a new password for {1} in Busy.", "",
     "Choose a new password",
     "The link works once, for {2} {2|hour|hours}. Your password is as before until you choose a "
     "new one."},
    {LetterKind::connection_login_refused, "{0}: the connection to 24SevenOffice is broken",
     "24SevenOffice refuses the login of the API user of {0}. Nothing is lost, but mirroring "
     "stands still until this is mended.",
     "How to mend it: see that the API user is active in 24SevenOffice, and enter the right "
     "password under Settings, 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_tenant_not_reached, "{0}: the connection to 24SevenOffice is broken",
     "The API user no longer reaches the client of {0} in 24SevenOffice. Nothing is lost, but "
     "mirroring stands still until this is mended.",
     "How to mend it: give the API user access to the client in 24SevenOffice, or choose another "
     "API user under Settings, 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_right_lost, "{0}: the connection to 24SevenOffice lacks a right",
     "The API user of {0} lacks a right in 24SevenOffice. Nothing is lost, but what needs the "
     "right "
     "is not mirrored until it is back.",
     "How to mend it: see which right is missing under Settings, 24SevenOffice, and give it to the "
     "API user in 24SevenOffice.",
     settings, chosen},
    {LetterKind::connection_mended, "{0}: the connection to 24SevenOffice works again",
     "The connection between {0} and 24SevenOffice works again. What was waiting is mirrored now, "
     "and there is nothing for you to do.",
     "", settings, chosen},
}};
static_assert(is_complete(rows));

}  // namespace

const LetterTexts& en_letters() { return rows; }

}  // namespace busy24::mail
