// What is wrong with a login before it is sent, and how its password is forgotten.
#include "web/pages/credential.hpp"

namespace busy24::pages {

namespace {

bool looks_like_email(const std::string& text) {
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() &&
           text.find(' ') == std::string::npos;
}

}  // namespace

std::string Credential::trimmed_username() const {
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = username.find_first_not_of(spaces);
    if (first == std::string::npos) return {};
    return username.substr(first, username.find_last_not_of(spaces) - first + 1);
}

text::Problem Credential::username_problem() const {
    const auto trimmed = trimmed_username();
    if (trimmed.empty()) return text::Problem::username_missing;
    return looks_like_email(trimmed) ? text::Problem::count_ : text::Problem::username_not_email;
}

text::Problem Credential::password_problem() const {
    return has_password ? text::Problem::count_ : text::Problem::password_missing;
}

bool Credential::is_complete() const {
    return username_problem() == text::Problem::count_ &&
           password_problem() == text::Problem::count_;
}

app::Effects refuse(Credential& credential, const CredentialKeys& keys) {
    credential.shows_problems = true;
    const bool is_username = credential.username_problem() != text::Problem::count_;
    return {app::Focus{is_username ? keys.username : keys.password}};
}

app::Effect forget_password(Credential& credential, const CredentialKeys& keys) {
    credential.has_password = false;
    return app::ClearSecrets{{keys.password}};
}

std::vector<app::SecretMember> password_member(const CredentialKeys& keys) {
    return {{"password", keys.password}};
}

}  // namespace busy24::pages
