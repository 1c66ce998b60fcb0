// Gathers who is to be invited, and sends it; what cannot be invited stays on the page.
#include "web/pages/add_user.hpp"

#include <algorithm>

#include "web/pages/credential.hpp"
#include "web/pages/people_text.hpp"

namespace busy24::pages::add_user {

namespace {

app::Effects load() { return {app::send(api::ListCandidates{})}; }

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return load();
}

app::Effects on(Model& model, app::Visitor&, SearchTyped event) {
    model.search = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, CandidateTicked event) {
    if (event.is_chosen)
        model.chosen.insert(event.contact_id);
    else
        model.chosen.erase(event.contact_id);
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, AllTicked event) {
    for (const auto* candidate : model.found())
        if (!candidate->email.empty())
            on(model, visitor, CandidateTicked{candidate->contact_id, event.is_chosen});
    return {};
}

app::Effects on(Model& model, app::Visitor&, NameTyped event) {
    model.name = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, EmailTyped event) {
    model.email = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, OtherAdded) {
    model.shows_problem = model.has_email_problem();
    if (!model.shows_problem) {
        const Credential credential{.username = std::exchange(model.email, {})};
        model.others.push_back({.email = credential.trimmed_username(),
                                .name = std::exchange(model.name, {}),
                                .contact_id = {}});
    }
    return {app::Focus{std::string(email_key)}};
}

app::Effects on(Model& model, app::Visitor&, OtherTakenAway event) {
    if (event.index < model.others.size())
        model.others.erase(model.others.begin() + static_cast<std::ptrdiff_t>(event.index));
    return {};
}

app::Effects on(Model& model, app::Visitor&, RoleChosen event) {
    model.role = event.role;
    return {};
}

app::Effects send_next(Model& model, const app::Visitor& visitor) {
    const auto count = std::min(model.waiting.size(), api::InviteUsers::invitees_max);
    const auto end = model.waiting.begin() + static_cast<std::ptrdiff_t>(count);
    model.in_call.assign(model.waiting.begin(), end);
    model.waiting.erase(model.waiting.begin(), end);
    return {app::send(api::InviteUsers{.invitees = model.in_call, .language = visitor.language})};
}

// Whom the answer was about is chosen no more, so that only the others are sent again.
void take_off(Model& model, const std::vector<api::Invitee>& invitees) {
    for (const auto& invitee : invitees)
        if (invitee.contact_id) model.chosen.erase(*invitee.contact_id);
    std::erase_if(model.others, [&](const api::Invitee& other) {
        return std::any_of(invitees.begin(), invitees.end(), [&](const api::Invitee& invitee) {
            return !invitee.contact_id && invitee.email == other.email;
        });
    });
}

app::Effects on(Model& model, app::Visitor& visitor, Submitted) {
    if (model.is_sending) return {};
    // Somebody who was written and not added to the list is meant as well.
    if (!model.email.empty()) {
        auto effects = on(model, visitor, OtherAdded{});
        if (model.shows_problem) return effects;
    }
    model.shows_nobody = model.invited_count() == 0;
    if (model.shows_nobody) return {};
    model.waiting = model.others;
    for (const auto& candidate : *model.candidates)
        if (model.chosen.contains(candidate.contact_id))
            model.waiting.push_back({.email = candidate.email,
                                     .name = candidate.name,
                                     .contact_id = candidate.contact_id});
    for (auto& invitee : model.waiting) invitee.role = model.role;
    model.results.clear();
    model.is_sending = true;
    model.action_failure.reset();
    return send_next(model, visitor);
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ListCandidates> answer) {
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    model.candidates = std::move(answer.reply->candidates);
    model.sends_mail = answer.reply->sends_mail;
    return {};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::InviteUsers> answer) {
    if (!answer.ok()) {
        model.is_sending = false;
        model.action_failure = std::move(answer.failure);
        // Those of the calls before are invited, and their links stand on the page.
        return model.results.empty() ? app::Effects{} : load();
    }
    for (auto& result : answer.reply->results) model.results.push_back(std::move(result));
    take_off(model, model.in_call);
    if (!model.waiting.empty()) return send_next(model, visitor);
    model.is_sending = false;
    auto effects = load();
    effects.push_back(app::Focus{"heading"});
    return effects;
}

}  // namespace

std::vector<const api::Candidate*> Model::found() const {
    std::vector<const api::Candidate*> out;
    if (candidates)
        for (const auto& candidate : *candidates)
            if (matches(search, candidate.name, candidate.email)) out.push_back(&candidate);
    return out;
}

bool Model::has_email_problem() const {
    return Credential{.username = email}.username_problem() != text::Problem::count_;
}

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model.failure.reset();
    model.results.clear();
    return load();
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::add_user
