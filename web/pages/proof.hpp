// The password or the login once more, from somebody who is signed in and asks for what cannot be
// taken back.
#pragma once

#include <optional>
#include <string>

#include "shared/api/session.hpp"
#include "web/app/visitor.hpp"
#include "web/pages/credential.hpp"
#include "web/text/text.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages {

struct Proof {
    api::LoginWay way = api::LoginWay::erp;
    bool has_choice = false;  // the person has a Busy password too
    Credential credential;
};

// What was done to it in a frame.
struct ProofInput {
    std::optional<api::LoginWay> way;
    std::optional<std::string> username;
    std::optional<bool> is_password_filled;
};

// A new one: the Busy password, when there is one.
Proof proof_of(const app::Visitor& visitor, bool has_busy_password);
void take(Proof& proof, ProofInput input);
bool is_complete(const Proof& proof);

// Draws the fields into the open form; nullopt when nothing was done.
std::optional<ProofInput> draw_proof(ui::Ui& ui, const text::Texts& t, const Proof& proof,
                                     const CredentialKeys& keys);

}  // namespace busy24::pages
