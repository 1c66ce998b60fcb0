// Words for roles and states.
#include "web/pages/people_text.hpp"

#include "shared/norwegian.hpp"

namespace busy24::pages {

using text::Account;
using text::People;

namespace {

struct TroubleText {
    std::string_view reason;
    Account text;
};
constexpr std::array trouble_texts{
    TroubleText{"refused", Account::mail_refused},
    TroubleText{"postponed", Account::mail_postponed},
    TroubleText{"login_refused", Account::mail_login_refused},
    TroubleText{"untrusted", Account::mail_untrusted},
    TroubleText{"unreachable", Account::mail_unreachable},
};

}  // namespace

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

text::People name_of(api::InviteOutcome outcome) {
    switch (outcome) {
        case api::InviteOutcome::bad_email:
            return People::bad_email;
        case api::InviteOutcome::repeated:
            return People::repeated;
        case api::InviteOutcome::already_user:
            return People::already_user;
        case api::InviteOutcome::failed:
            return People::invite_failed;
        case api::InviteOutcome::already_invited:
        case api::InviteOutcome::invited:
            break;
    }
    return People::already_invited;
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

std::string fate_of(const text::Texts& t, const api::MailFate& mail, std::int64_t now_ms) {
    switch (mail.state) {
        case api::MailState::none:
            return t(Account::mail_none);
        case api::MailState::waiting:
            return t(Account::mail_waiting);
        case api::MailState::sent:
            return t(Account::mail_sent, {t.ago(mail.at_ms, now_ms)});
        case api::MailState::failed:
            break;
    }
    return t(Account::mail_failed);
}

std::string trouble_of(const text::Texts& t, const api::MailFate& mail) {
    if (mail.state == api::MailState::failed || mail.state == api::MailState::waiting) {
        for (const auto& row : trouble_texts)
            if (row.reason == mail.reason) return t(row.text, {mail.detail});
        if (mail.state == api::MailState::failed)
            return t(mail.reason.empty() ? Account::mail_too_late : Account::mail_other);
    }
    return {};
}

ui::Tone tone_of(const api::MailFate& mail) {
    switch (mail.state) {
        case api::MailState::sent:
            return ui::Tone::success;
        case api::MailState::failed:
            return ui::Tone::error;
        case api::MailState::waiting:
            return mail.reason.empty() ? ui::Tone::muted : ui::Tone::warning;
        case api::MailState::none:
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
    const auto wanted = folded(search);
    return folded(name).find(wanted) != std::string::npos ||
           folded(email).find(wanted) != std::string::npos;
}

}  // namespace busy24::pages
