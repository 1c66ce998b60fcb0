// How the connection is doing: what its API user may do, tried every night and whenever somebody
// wants it; and who is told when it breaks.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::health {

struct Model {
    std::optional<api::Connection> connection;
    std::optional<api::Failure> failure;
    bool is_testing = false;
    std::optional<api::Failure> test_failure;

    std::optional<api::Recipients> recipients;
    // As they are on the page, not saved yet.
    bool is_all_administrators = true;
    std::string emails;  // one a line
    bool is_saving = false;
    bool is_saved = false;
    bool shows_problem = false;
    std::optional<api::Failure> save_failure;

    std::vector<std::string> addresses() const;
    // The first line that is no e-mail address; empty when all are.
    std::string bad_address() const;
};

struct ReloadPressed {};
struct TestPressed {};
struct WhoChosen {
    bool is_all_administrators;
};
struct EmailsTyped {
    std::string text;
};
struct Submitted {};
using Event = std::variant<ReloadPressed, TestPressed, WhoChosen, EmailsTyped, Submitted,
                           app::Answer<api::GetConnection>, app::Answer<api::TestConnection>,
                           app::Answer<api::GetRecipients>, app::Answer<api::SaveRecipients>>;

inline constexpr std::string_view emails_key = "health.emails";

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::health
