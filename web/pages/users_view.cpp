// Draws the users as a table.
#include "web/pages/failure.hpp"
#include "web/pages/people_text.hpp"
#include "web/pages/users.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::users {

namespace {

using text::People;

void draw_table(ui::Ui& ui, const text::Texts& t, const app::Visitor& visitor,
                const std::vector<const api::WorkspaceUser*>& shown) {
    const auto count = static_cast<int>(shown.size());
    auto table = ui.table("users.table", t(People::title),
                          {.columns = {{.label = t(text::Mirror::name), .weight = 3},
                                       {.label = t(People::email), .weight = 4},
                                       {.label = t(People::contact), .weight = 3},
                                       {.label = t(People::role), .weight = 3},
                                       {.label = t(People::state), .weight = 2},
                                       {.label = t(People::last_login), .weight = 2}},
                           .row_count = count});
    const auto visible = ui.visible_rows("users.table", count);
    for (int i = visible.begin; i < visible.end; ++i) {
        const auto& user = *shown[static_cast<std::size_t>(i)];
        auto row = ui.row("users.row." + user.id,
                          {.index = i, .href = app::path_of(app::UserAddress{user.id})});
        ui.cell(user.name.empty() ? user.email : user.name);
        ui.cell(user.email);
        if (user.contact_name.empty())
            ui.cell(t(People::contact_none), {.tone = ui::Tone::muted});
        else
            ui.cell(user.contact_name);
        ui.cell(t(name_of(user.role)));
        // An invitation that nobody got waits for the administrator.
        if (user.state == api::UserState::invited && user.mail.state == api::MailState::failed)
            ui.cell(t(text::Account::mail_failed), {.tone = ui::Tone::error});
        else
            ui.cell(t(name_of(user.state)), {.tone = tone_of(user.state)});
        ui.cell(user.last_login_at_ms > 0 ? t.ago(user.last_login_at_ms, visitor.now_ms)
                                          : t(People::never));
    }
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    {
        auto line = ui.flow("users.head", 24);
        ui.heading("heading", ui::Level::h1, t(People::title));
        ui.push_to_end("users.space");
        ui.link("users.add", t(People::add), app::path_of(app::Page::add_user),
                {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::person});
    }
    if (draw_failure(ui, "users.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.list) {
        if (!model.failure) ui.spinner("users.loading", t(text::Shell::loading));
        return events;
    }
    if (!model.list->sends_mail)
        ui.paragraph("users.mail_off", t(text::Account::mail_off), {.tone = ui::Tone::muted});
    if (auto typed = ui.search_field("users.search", t(People::search), model.search))
        events.push_back(SearchTyped{std::move(*typed)});
    std::vector<const api::WorkspaceUser*> shown;
    for (const auto& user : model.list->users)
        if (matches(model.search, user.name, user.email)) shown.push_back(&user);
    if (shown.empty())
        ui.empty_state("users.none", ui::Icon::search, t(People::none_found),
                       t(People::none_found_text));
    else
        draw_table(ui, t, visitor, shown);
    return events;
}

}  // namespace busy24::pages::users
