// Reads the profile, and sends each of its parts by itself.
#include "web/pages/profile.hpp"

namespace busy24::pages::profile {

namespace {

template <class Call>
app::Effects act(Model& model, Part part, const Call& call,
                 std::vector<app::SecretMember> secrets = {}) {
    if (model.sending != Part::count_) return {};
    model.sending = part;
    model.done = model.refused = Part::count_;
    model.action_failure.reset();
    return {app::send(call, std::move(secrets))};
}

// Whether the part was done.
template <class Answer>
bool take(Model& model, Part part, Answer& answer) {
    model.sending = Part::count_;
    if (answer.ok()) {
        model.profile = std::move(answer.reply);
        model.done = part;
    } else {
        model.refused = part;
        model.action_failure = std::move(answer.failure);
    }
    return model.done == part;
}

app::Effect forget_passwords(Model& model) {
    model.has_old = model.has_new = model.shows_problems = false;
    return app::ClearSecrets{{std::string(old_password_key), std::string(new_password_key)}};
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return {app::send(api::GetProfile{})};
}

app::Effects on(Model& model, app::Visitor&, NameTyped event) {
    model.name = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, LanguageChosen event) {
    model.language = event.language;
    return {};
}

app::Effects on(Model& model, app::Visitor&, SavePressed) {
    if (!model.has_name()) return {app::Focus{std::string(name_key)}};
    return act(model, Part::about_you,
               api::SaveProfile{.name = model.name, .language = model.language});
}

app::Effects on(Model& model, app::Visitor&, OldFilled event) {
    model.has_old = event.is_filled;
    return {};
}

app::Effects on(Model& model, app::Visitor&, NewFilled event) {
    model.has_new = event.is_filled;
    return {};
}

app::Effects on(Model& model, app::Visitor&, ChangePressed) {
    model.shows_problems = true;
    if (!model.has_old) return {app::Focus{std::string(old_password_key)}};
    if (!model.has_new) return {app::Focus{std::string(new_password_key)}};
    return act(model, Part::password, api::ChangePassword{},
               {{"oldPassword", std::string(old_password_key)},
                {"newPassword", std::string(new_password_key)}});
}

app::Effects on(Model& model, app::Visitor&, EndPressed event) {
    return act(model, Part::sessions, api::EndSessions{.id = std::move(event.id)});
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetProfile> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.profile = std::move(answer.reply);
    model.name = model.profile->name;
    model.language = model.profile->language;
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::SaveProfile> answer) {
    if (!take(model, Part::about_you, answer)) return {};
    visitor.session.user_name = model.profile->name;
    visitor.language = model.profile->language;
    return {app::SetLanguage{visitor.language},
            app::Remember{"language", std::string(word_of(visitor.language)),
                          app::Remember::Where::browser}};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ChangePassword> answer) {
    const bool is_done = take(model, Part::password, answer);
    app::Effects effects{forget_passwords(model)};
    if (!is_done) effects.push_back(app::Focus{std::string(old_password_key)});
    return effects;
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::EndSessions> answer) {
    take(model, Part::sessions, answer);
    return {};
}

}  // namespace

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model = {};
    return {app::send(api::GetProfile{}), forget_passwords(model)};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::profile
