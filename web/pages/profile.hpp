// One's own profile: name, language, password, and where one is logged in.
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

namespace busy24::pages::profile {

inline constexpr std::string_view name_key = "profile.name";
inline constexpr std::string_view old_password_key = "profile.old_password";
inline constexpr std::string_view new_password_key = "profile.new_password";

// A part of the page that is sent by itself.
enum class Part { about_you, password, sessions, count_ };

struct Model {
    std::optional<api::Profile> profile;
    std::optional<api::Failure> failure;
    std::string name;  // as it is written
    Language language = Language::nb;
    bool has_old = false;
    bool has_new = false;
    bool shows_problems = false;  // of the passwords
    // What is being sent, what was done last, and what the server refused last; count_ for none.
    Part sending = Part::count_;
    Part done = Part::count_;
    Part refused = Part::count_;
    std::optional<api::Failure> action_failure;

    bool has_name() const { return name.find_first_not_of(" \t") != std::string::npos; }
};

struct ReloadPressed {};
struct NameTyped {
    std::string text;
};
struct LanguageChosen {
    Language language;
};
struct SavePressed {};
struct OldFilled {
    bool is_filled;
};
struct NewFilled {
    bool is_filled;
};
struct ChangePressed {};
struct EndPressed {
    std::string id;  // empty for all others
};
using Event = std::variant<ReloadPressed, NameTyped, LanguageChosen, SavePressed, OldFilled,
                           NewFilled, ChangePressed, EndPressed, app::Answer<api::GetProfile>,
                           app::Answer<api::SaveProfile>, app::Answer<api::ChangePassword>,
                           app::Answer<api::EndSessions>>;

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route);
app::Effects update(Model& model, app::Visitor& visitor, Event event);
std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor);

}  // namespace busy24::pages::profile
