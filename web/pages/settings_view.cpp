// Draws how the connection is doing.
#include "web/app/route.hpp"
#include "web/pages/connection_notice.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/mirror_text.hpp"
#include "web/pages/run.hpp"
#include "web/pages/settings_parts.hpp"

namespace busy24::pages::settings {

namespace {

using text::Settings;

// What the records below do not tell already.
std::vector<api::Attention> attention_of(const Model& model) {
    auto attention = model.connection->attention;
    if (model.mirror && !model.mirror->problems.empty())
        std::erase(attention, api::Attention::records_failed);
    return attention;
}

std::string state_line(const text::Texts& t, const Model& model, std::int64_t now_ms) {
    const auto& connection = *model.connection;
    if (!connection.is_connected)
        return t(text::Connection::disconnected_since, {t.date(connection.disconnected_at_ms)});
    const auto contact =
        connection.last_contact_at_ms
            ? t(Settings::last_contact, {t.ago(*connection.last_contact_at_ms, now_ms)})
            : t(Settings::no_contact);
    const auto needed = static_cast<std::int64_t>(attention_of(model).size()) +
                        (model.mirror ? waiting_count(*model.mirror) : 0);
    const auto needs =
        needed == 0 ? t(Settings::nothing_needs_you) : t.counted(Settings::needs_you_count, needed);
    return t(Settings::connected_since, {t.date(connection.connected_at_ms)}) + " · " + contact +
           " · " + needs;
}

struct AttentionText {
    std::string what;
    std::string advice;
    ui::Tone tone;
};

AttentionText text_of(const text::Texts& t, api::Attention attention,
                      const api::Connection& connection) {
    const auto& account = connection.api_user_name;
    const auto trouble = [&](api::Trouble what) -> AttentionText {
        return {trouble_reason(t, what),
                trouble_meaning(t, connection.health.broken_since_ms) + ' ' +
                    trouble_fix(t, what, account),
                ui::Tone::error};
    };
    switch (attention) {
        case api::Attention::login_refused:
            return trouble(api::Trouble::login_refused);
        case api::Attention::tenant_not_reached:
            return trouble(api::Trouble::tenant_not_reached);
        case api::Attention::right_lost:
            return trouble(api::Trouble::right_lost);
        case api::Attention::no_api_user:
            return {t(Settings::no_api_user), t(Settings::no_api_user_advice), ui::Tone::warning};
        case api::Attention::person_as_api_user:
            return {t(Settings::person_as_api_user),
                    t(Settings::person_as_api_user_advice, {account}), ui::Tone::info};
        case api::Attention::run_failed:
            return {t(Settings::run_failed), t(Settings::run_failed_advice), ui::Tone::error};
        case api::Attention::records_failed:
            break;
    }
    return {t(Settings::records_failed), t(Settings::records_failed_advice), ui::Tone::warning};
}

struct AttentionAction {
    std::string label;
    app::Page page;
};

AttentionAction action_of(const text::Texts& t, api::Attention attention) {
    switch (attention) {
        case api::Attention::tenant_not_reached:
        case api::Attention::right_lost:
            return {t(text::Connection::see_access), app::Page::health};
        case api::Attention::no_api_user:
            return {t(text::Connection::add_api_user), app::Page::account};
        case api::Attention::login_refused:
        case api::Attention::person_as_api_user:
            return {t(text::Connection::change_title), app::Page::account};
        case api::Attention::run_failed:
        case api::Attention::records_failed:
            break;
    }
    return {t(Settings::see_records), app::Page::finished};
}

void draw_attention(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto attentions = attention_of(model);
    if (attentions.empty()) return;
    auto card = ui.card("settings.attention", "settings.attention_title");
    auto stack = ui.stack("settings.attention_stack", 12);
    ui.heading("settings.attention_title", ui::Level::h2, t(Settings::needs_you));
    auto list = ui.list("settings.attention_list");
    for (const auto attention : attentions) {
        const auto key = "settings.attention." + std::string(word_of(attention));
        const auto words = text_of(t, attention, *model.connection);
        const auto action = action_of(t, attention);
        auto item = ui.list_item(key);
        ui.banner(key + ".banner", words.advice,
                  {.tone = words.tone,
                   .title = words.what,
                   .action = action.label,
                   .action_href = app::path_of(action.page)});
    }
}

std::string api_user_text(const text::Texts& t, const api::Connection& connection) {
    if (!connection.is_connected) return t(text::Connection::none_in_use);
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
    {
        auto facts = ui.facts("settings.account_facts");
        ui.fact("settings.tenant", t(Settings::tenant), connection.tenant_name);
        ui.fact("settings.tenant_id", t(Settings::tenant_number),
                std::to_string(connection.tenant_id));
        ui.fact("settings.workspace", t(Settings::workspace), visitor.session.workspace_name);
        ui.fact("settings.api_user", t(Settings::api_user), api_user_text(t, connection));
    }
    if (!connection.is_connected) return;
    const auto link = [&](std::string_view key, text::Connection label, app::Page page) {
        ui.link(key, t(label), app::path_of(page), {.place = ui::LinkOptions::Place::block});
    };
    link("settings.change_account", text::Connection::change_title, app::Page::account);
    link("settings.health", text::Connection::health_title, app::Page::health);
    link("settings.disconnect", text::Connection::disconnect_title, app::Page::disconnect);
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
    {
        auto facts = ui.facts("settings.counts_facts");
        ui.fact("settings.users", t(Settings::users), t.number(connection.users));
        for (const auto& count : connection.counts)
            ui.fact("settings.count." + std::string(word_of(count.entity)),
                    t(name_of(count.entity)),
                    t(Settings::active_and_archived,
                      {t.number(count.active), t.number(count.archived)}));
    }
    ui.link("settings.setup", t(text::Setup::title), app::path_of(app::Page::setup),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::people});
}

void draw_connected(const Drawing& d) {
    draw_attention(d.ui, d.t, d.model);
    if (d.model.mirror) {
        draw_waiting(d);
        draw_mirror(d);
    }
    if (!d.model.mirror || !is_mirroring(d.model)) draw_last_run(d.ui, d.t, *d.model.connection);
    draw_switches(d);
}

void draw_disconnected(ui::Ui& ui, const text::Texts& t) {
    ui.banner("settings.disconnected", t(text::Connection::disconnected_text),
              {.tone = ui::Tone::info,
               .title = t(text::Connection::disconnected),
               .action = t(text::Connection::reconnect_title),
               .action_href = app::path_of(app::Page::account)});
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
    if (connection.is_connected)
        draw_connected({ui, t, model, visitor, events});
    else
        draw_disconnected(ui, t);
    auto columns = ui.columns("settings.first_columns");
    draw_account(ui, t, connection, visitor);
    draw_workspace(ui, t, connection);
    return events;
}

}  // namespace busy24::pages::settings
