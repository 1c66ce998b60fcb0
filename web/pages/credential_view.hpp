// The two fields of a login.
#pragma once

#include <optional>
#include <string>

#include "web/pages/credential.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

// Whose login it is: the person's own at 24SevenOffice or here, which a password manager may know,
// or the API user's, in whose place it must not put the person's.
enum class CredentialOwner { person, busy_user, api_user };

struct CredentialInput {
    std::optional<std::string> username;
    std::optional<bool> is_password_filled;
};

// Draws the fields into the open form; says what was typed in this frame.
// They stay open while the login is on its way, since a field that closes loses the focus.
CredentialInput draw_credential(ui::Ui& ui, const text::Texts& t, const Credential& credential,
                                const CredentialKeys& keys, CredentialOwner owner);

}  // namespace busy24::pages
