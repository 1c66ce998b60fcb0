// A 24SevenOffice login while it is being written: what pages 1 and 3 and the log-in page share.
#pragma once

#include <string>

#include "web/app/effect.hpp"
#include "web/text/ids.hpp"

namespace busy24::pages {

// The password itself stays in the browser's field; here is only whether there is one.
struct Credential {
    std::string username;
    bool has_password = false;
    bool shows_problems = false;  // once it was submitted

    // The e-mail as it is sent: without spaces around it, which pasting often brings along.
    std::string trimmed_username() const;
    // What is wrong with a part; count_ for nothing. 24SevenOffice's user names are e-mails.
    text::Problem username_problem() const;
    text::Problem password_problem() const;
    bool is_complete() const;
};

// The keys of the two fields; a page's own, so that no browser moves a text between pages.
struct CredentialKeys {
    std::string username;
    std::string password;
};

// Shows the problems, and moves the focus to the first field that has one.
app::Effects refuse(Credential& credential, const CredentialKeys& keys);

// Forgets the password, here and in the browser.
app::Effect forget_password(Credential& credential, const CredentialKeys& keys);

// The member of a request's body that is filled from the password field.
std::vector<app::SecretMember> password_member(const CredentialKeys& keys);

}  // namespace busy24::pages
