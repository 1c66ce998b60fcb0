// Keeps what was chosen and written of a proof.
#include "web/pages/proof.hpp"

namespace busy24::pages {

Proof proof_of(const app::Visitor& visitor, bool has_busy_password) {
    Proof proof{.way = has_busy_password ? api::LoginWay::busy : api::LoginWay::erp,
                .has_choice = has_busy_password,
                .credential = {}};
    proof.credential.username = visitor.session.user_email;
    return proof;
}

void take(Proof& proof, ProofInput input) {
    if (input.way) proof.way = *input.way;
    if (input.username) proof.credential.username = std::move(*input.username);
    if (input.is_password_filled) proof.credential.has_password = *input.is_password_filled;
}

bool is_complete(const Proof& proof) {
    // Whose Busy password it is, is known.
    return proof.way == api::LoginWay::busy ? proof.credential.has_password
                                            : proof.credential.is_complete();
}

}  // namespace busy24::pages
