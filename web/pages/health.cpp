// Has the login tried, and saves who is told.
#include "web/pages/health.hpp"

#include "web/pages/credential.hpp"

namespace busy24::pages::health {

namespace {

app::Effects load() { return {app::send(api::GetConnection{}), app::send(api::GetRecipients{})}; }

void take(Model& model, api::Recipients recipients) {
    model.is_all_administrators = recipients.is_all_administrators;
    model.emails.clear();
    for (const auto& email : recipients.emails) model.emails += email + '\n';
    model.recipients = std::move(recipients);
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) {
    model.failure.reset();
    return load();
}

app::Effects on(Model& model, app::Visitor&, TestPressed) {
    if (model.is_testing) return {};
    model.is_testing = true;
    model.test_failure.reset();
    return {app::send(api::TestConnection{})};
}

app::Effects on(Model& model, app::Visitor&, WhoChosen event) {
    model.is_all_administrators = event.is_all_administrators;
    model.is_saved = false;
    return {};
}

app::Effects on(Model& model, app::Visitor&, EmailsTyped event) {
    model.emails = std::move(event.text);
    model.is_saved = false;
    return {};
}

app::Effects on(Model& model, app::Visitor&, Submitted) {
    if (model.is_saving) return {};
    model.save_failure.reset();
    model.is_saved = false;
    const auto addresses = model.addresses();
    const bool is_wrong = addresses.empty() || !model.bad_address().empty();
    model.shows_problem = !model.is_all_administrators && is_wrong;
    if (model.shows_problem) return {app::Focus{std::string(emails_key)}};
    model.is_saving = true;
    api::SaveRecipients call{.is_all_administrators = model.is_all_administrators, .emails = {}};
    if (!is_wrong) call.emails = addresses;
    return {app::send(call)};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetConnection> answer) {
    if (answer.ok())
        model.connection = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::TestConnection> answer) {
    model.is_testing = false;
    if (!answer.ok())
        model.test_failure = std::move(answer.failure);
    else if (model.connection)
        model.connection->health = std::move(*answer.reply);
    return {app::send(api::GetConnectionNotice{})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetRecipients> answer) {
    if (answer.ok())
        take(model, std::move(*answer.reply));
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::SaveRecipients> answer) {
    model.is_saving = false;
    model.is_saved = answer.ok();
    if (answer.ok())
        take(model, std::move(*answer.reply));
    else
        model.save_failure = std::move(answer.failure);
    return {};
}

}  // namespace

std::vector<std::string> Model::addresses() const {
    std::vector<std::string> out;
    std::string line;
    const auto end_line = [&] {
        const Credential entered{.username = std::exchange(line, {})};
        auto address = entered.trimmed_username();
        if (!address.empty()) out.push_back(std::move(address));
    };
    for (const char c : emails) {
        if (c == '\n' || c == ',' || c == ';')
            end_line();
        else
            line += c;
    }
    end_line();
    return out;
}

std::string Model::bad_address() const {
    for (auto& address : addresses()) {
        const Credential entered{.username = address};
        if (entered.username_problem() != text::Problem::count_) return address;
    }
    return {};
}

app::Effects enter(Model& model, app::Visitor&, const app::Route&) {
    model = {};
    return load();
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::health
