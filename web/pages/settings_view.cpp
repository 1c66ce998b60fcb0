// Draws how the connection is doing.
#include "web/app/route.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/mirror_text.hpp"
#include "web/pages/run.hpp"
#include "web/pages/settings_parts.hpp"

namespace busy24::pages::settings {

namespace {

using text::Settings;

std::string state_line(const text::Texts& t, const Model& model, std::int64_t now_ms) {
    const auto& connection = *model.connection;
    const auto contact =
        connection.last_contact_at_ms
            ? t(Settings::last_contact, {t.ago(*connection.last_contact_at_ms, now_ms)})
            : t(Settings::no_contact);
    const auto needed = static_cast<std::int64_t>(connection.attention.size()) +
                        (model.mirror ? waiting_count(*model.mirror) : 0);
    const auto needs =
        needed == 0 ? t(Settings::nothing_needs_you) : t.counted(Settings::needs_you_count, needed);
    return t(Settings::connected_since, {t.date(connection.connected_at_ms)}) + " · " + contact +
           " · " + needs;
}

struct AttentionText {
    Settings what;
    Settings advice;
    ui::Tone tone;
};

AttentionText text_of(api::Attention attention) {
    switch (attention) {
        case api::Attention::login_refused:
            return {Settings::login_refused, Settings::login_refused_advice, ui::Tone::error};
        case api::Attention::no_api_user:
            return {Settings::no_api_user, Settings::no_api_user_advice, ui::Tone::warning};
        case api::Attention::person_as_api_user:
            return {Settings::person_as_api_user, Settings::person_as_api_user_advice,
                    ui::Tone::info};
        case api::Attention::run_failed:
            return {Settings::run_failed, Settings::run_failed_advice, ui::Tone::error};
        case api::Attention::records_failed:
            break;
    }
    return {Settings::records_failed, Settings::records_failed_advice, ui::Tone::warning};
}

void draw_attention(ui::Ui& ui, const text::Texts& t, const api::Connection& connection) {
    if (connection.attention.empty()) return;
    auto card = ui.card("settings.attention", "settings.attention_title");
    auto stack = ui.stack("settings.attention_stack", 12);
    ui.heading("settings.attention_title", ui::Level::h2, t(Settings::needs_you));
    auto list = ui.list("settings.attention_list");
    for (const auto attention : connection.attention) {
        const auto key = "settings.attention." + std::string(word_of(attention));
        const auto words = text_of(attention);
        const bool is_about_run =
            attention == api::Attention::run_failed || attention == api::Attention::records_failed;
        auto item = ui.list_item(key);
        ui.banner(
            key + ".banner", t(words.advice, {connection.api_user_name}),
            {.tone = words.tone,
             .title = t(words.what),
             .action = is_about_run ? t(Settings::see_records) : std::string(),
             .action_href = is_about_run ? app::path_of(app::Page::finished) : std::string()});
    }
}

std::string api_user_text(const text::Texts& t, const api::Connection& connection) {
    if (connection.api_user_mode == api::ApiUserMode::same_login)
        return t(Settings::api_user_same_login, {connection.api_user_name});
    if (connection.api_user_mode == api::ApiUserMode::later)
        return t(Settings::api_user_later, {connection.api_user_name});
    return connection.api_user_name;
}

void draw_account(ui::Ui& ui, const text::Texts& t, const api::Connection& connection,
                  const app::Visitor& visitor) {
    auto card = ui.card("settings.account", "settings.account_title");
    auto stack = ui.stack("settings.account_stack", 12);
    ui.heading("settings.account_title", ui::Level::h2, t(Settings::account));
    auto facts = ui.facts("settings.account_facts");
    ui.fact("settings.tenant", t(Settings::tenant), connection.tenant_name);
    ui.fact("settings.tenant_id", t(Settings::tenant_number), std::to_string(connection.tenant_id));
    ui.fact("settings.workspace", t(Settings::workspace), visitor.session.workspace_name);
    ui.fact("settings.api_user", t(Settings::api_user), api_user_text(t, connection));
}

void draw_last_run(ui::Ui& ui, const text::Texts& t, const api::Connection& connection) {
    auto card = ui.card("settings.run", "settings.run_title");
    auto stack = ui.stack("settings.run_stack", 16);
    ui.heading("settings.run_title", ui::Level::h2, t(Settings::last_run));
    if (!connection.last_run)
        return ui.paragraph("settings.no_run", t(text::Mirror::no_run), {.tone = ui::Tone::muted});
    draw_run(ui, t, *connection.last_run);
}

void draw_workspace(ui::Ui& ui, const text::Texts& t, const api::Connection& connection) {
    auto card = ui.card("settings.counts", "settings.counts_title");
    auto stack = ui.stack("settings.counts_stack", 12);
    ui.heading("settings.counts_title", ui::Level::h2, t(Settings::in_workspace));
    auto facts = ui.facts("settings.counts_facts");
    ui.fact("settings.users", t(Settings::users), t.number(connection.users));
    for (const auto& count : connection.counts)
        ui.fact(
            "settings.count." + std::string(word_of(count.entity)), t(name_of(count.entity)),
            t(Settings::active_and_archived, {t.number(count.active), t.number(count.archived)}));
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, t(Settings::title));
    if (model.failure && model.failure->code == ErrorCode::forbidden) {
        ui.empty_state("settings.forbidden", ui::Icon::lock, t(Settings::administrators_only),
                       t(Settings::administrators_only_text));
        return events;
    }
    if (draw_failure(ui, "settings.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.connection) {
        if (!model.failure) ui.spinner("settings.loading", t(text::Shell::loading));
        return events;
    }
    const auto& connection = *model.connection;
    ui.paragraph("settings.state", state_line(t, model, visitor.now_ms), {.tone = ui::Tone::muted});
    draw_attention(ui, t, connection);
    const Drawing drawing{ui, t, model, visitor, events};
    if (model.mirror) {
        draw_waiting(drawing);
        draw_mirror(drawing);
    }
    if (!model.mirror || !is_mirroring(model)) draw_last_run(ui, t, connection);
    draw_switches(drawing);
    auto columns = ui.columns("settings.first_columns");
    draw_account(ui, t, connection, visitor);
    draw_workspace(ui, t, connection);
    return events;
}

}  // namespace busy24::pages::settings
