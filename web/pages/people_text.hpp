// What the pages about people say of roles and states, and how they find a person.
#pragma once

#include "shared/api/people.hpp"
#include "web/text/text.hpp"
#include "web/ui/options.hpp"

namespace busy24::pages {

text::People name_of(api::Role role);
text::People name_of(api::UserState state);
ui::Tone tone_of(api::UserState state);
// Why somebody was not invited.
text::People name_of(api::InviteOutcome outcome);

// What became of a letter, in few words; and why it has not come, empty when there is nothing to
// say.
std::string fate_of(const text::Texts& t, const api::MailFate& mail, std::int64_t now_ms);
std::string trouble_of(const text::Texts& t, const api::MailFate& mail);
ui::Tone tone_of(const api::MailFate& mail);

// Administrator and employee, for a choice.
std::vector<ui::Option> role_options(const text::Texts& t);

// Whether one of the texts has the searched one in it, in whatever case, Æ, Ø and Å too.
bool matches(const std::string& search, const std::string& name, const std::string& email);

}  // namespace busy24::pages
