// Draws e-mail and password with their labels, help and problems.
#include "web/pages/credential_view.hpp"

namespace busy24::pages {

namespace {

std::string problem_text(const text::Texts& t, const Credential& credential,
                         text::Problem problem) {
    if (!credential.shows_problems || problem == text::Problem::count_) return {};
    return t(problem);
}

}  // namespace

CredentialInput draw_credential(ui::Ui& ui, const text::Texts& t, const Credential& credential,
                                const CredentialKeys& keys, CredentialOwner owner) {
    using text::Entry;
    const bool is_person = owner != CredentialOwner::api_user;
    const bool is_erp = owner != CredentialOwner::busy_user;
    CredentialInput input;
    input.username = ui.text_field(
        keys.username,
        is_erp ? t(is_person ? Entry::username : Entry::api_user_email) : t(text::People::email),
        credential.username,
        {.help = is_person && is_erp ? t(Entry::username_help) : std::string(),
         .error = problem_text(t, credential, credential.username_problem()),
         .autocomplete = is_person ? "username" : "off",
         .name = is_person ? "username" : "api-user",
         .input_mode = "email"});
    input.is_password_filled =
        ui.secret_field(keys.password,
                        is_erp ? t(is_person ? Entry::password : Entry::api_user_password)
                               : t(text::People::password),
                        {.error = problem_text(t, credential, credential.password_problem()),
                         // Chromium fills its owner's own login wherever "off" is said.
                         .autocomplete = is_person ? "current-password" : "new-password",
                         .name = is_person ? "password" : "api-user-password"});
    return input;
}

}  // namespace busy24::pages
