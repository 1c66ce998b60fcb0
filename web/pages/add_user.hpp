// Inviting people: those of 24SevenOffice, and anybody else by e-mail.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::add_user {

// More boxes than this are found by searching.
inline constexpr std::size_t candidates_shown_max = 100;
inline constexpr std::string_view email_key = "add_user.email";

struct Model {
    std::optional<std::vector<api::Candidate>> candidates;
    bool sends_mail = true;  // until the server has said
    std::optional<api::Failure> failure;
    std::string search;
    std::set<std::int64_t> chosen;  // contact ids
    std::vector<api::Invitee> others;
    std::string name;  // of the next of the others, while it is written
    std::string email;
    bool shows_problem = false;  // of that e-mail
    api::Role role = api::Role::employee;
    bool is_sending = false;
    bool shows_nobody = false;  // it was submitted without anybody
    std::optional<api::Failure> action_failure;
    std::vector<api::Invited> results;
    // One call takes so many and no more: those of the one under way, and those of the next ones.
    std::vector<api::Invitee> in_call;
    std::vector<api::Invitee> waiting;

    // The candidates that the search leaves, which can be invited or not.
    std::vector<const api::Candidate*> found() const;
    std::size_t invited_count() const { return chosen.size() + others.size(); }
    bool has_email_problem() const;
};

struct ReloadPressed {};
struct SearchTyped {
    std::string text;
};
struct CandidateTicked {
    std::int64_t contact_id;
    bool is_chosen;
};
// All that the search leaves.
struct AllTicked {
    bool is_chosen;
};
struct NameTyped {
    std::string text;
};
struct EmailTyped {
    std::string text;
};
struct OtherAdded {};
struct OtherTakenAway {
    std::size_t index;
};
struct RoleChosen {
    api::Role role;
};
struct Submitted {};
using Event = std::variant<ReloadPressed, SearchTyped, CandidateTicked, AllTicked, NameTyped,
                           EmailTyped, OtherAdded, OtherTakenAway, RoleChosen, Submitted,
                           app::Answer<api::ListCandidates>, app::Answer<api::InviteUsers>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::add_user
