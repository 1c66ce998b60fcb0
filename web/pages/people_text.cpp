// Words for roles and states.
#include "web/pages/people_text.hpp"

#include "shared/ascii.hpp"

namespace busy24::pages {

using text::People;

text::People name_of(api::Role role) {
    return role == api::Role::administrator ? People::role_administrator : People::role_employee;
}

text::People name_of(api::UserState state) {
    switch (state) {
        case api::UserState::active:
            return People::state_active;
        case api::UserState::deactivated:
            return People::state_deactivated;
        case api::UserState::invited:
            return People::state_invited;
        case api::UserState::expired:
            return People::state_expired;
    }
    return People::state_active;
}

ui::Tone tone_of(api::UserState state) {
    switch (state) {
        case api::UserState::active:
            return ui::Tone::success;
        case api::UserState::expired:
            return ui::Tone::warning;
        case api::UserState::invited:
        case api::UserState::deactivated:
            break;
    }
    return ui::Tone::muted;
}

std::vector<ui::Option> role_options(const text::Texts& t) {
    std::vector<ui::Option> options;
    for (const auto role : {api::Role::employee, api::Role::administrator})
        options.push_back({std::string(word_of(role)), t(name_of(role))});
    return options;
}

bool matches(const std::string& search, const std::string& name, const std::string& email) {
    const auto wanted = in_lower_case(search);
    return in_lower_case(name).find(wanted) != std::string::npos ||
           in_lower_case(email).find(wanted) != std::string::npos;
}

}  // namespace busy24::pages
