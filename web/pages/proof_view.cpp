// Draws the login that somebody proves themselves with.
#include "web/pages/credential_view.hpp"
#include "web/pages/proof.hpp"

namespace busy24::pages {

namespace {

std::optional<bool> draw_busy_password(ui::Ui& ui, const text::Texts& t, const Proof& proof,
                                       const CredentialKeys& keys) {
    const auto& credential = proof.credential;
    const auto problem = credential.password_problem();
    const bool is_shown = credential.shows_problems && problem != text::Problem::count_;
    return ui.secret_field(keys.password, t(text::Connection::busy_password),
                           {.error = is_shown ? t(problem) : std::string(),
                            .autocomplete = "current-password",
                            .name = "password"});
}

}  // namespace

std::optional<ProofInput> draw_proof(ui::Ui& ui, const text::Texts& t, const Proof& proof,
                                     const CredentialKeys& keys) {
    ProofInput input;
    if (proof.has_choice) {
        const auto way = ui.segments(keys.password + ".way", t(text::Connection::prove_with),
                                     {{.value = "busy", .label = t(text::People::way_busy)},
                                      {.value = "erp", .label = t(text::People::way_erp)}},
                                     word_of(proof.way));
        if (way) input.way = value_of<api::LoginWay>(*way);
    }
    if (proof.way == api::LoginWay::busy) {
        input.is_password_filled = draw_busy_password(ui, t, proof, keys);
    } else {
        auto typed = draw_credential(ui, t, proof.credential, keys, CredentialOwner::person);
        input.username = std::move(typed.username);
        input.is_password_filled = typed.is_password_filled;
    }
    const bool is_nothing = !input.way && !input.username && !input.is_password_filled;
    return is_nothing ? std::nullopt : std::optional(std::move(input));
}

}  // namespace busy24::pages
