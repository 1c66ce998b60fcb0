// Draws header or side panel, the notices of the network, and the page of the current address.
#include "web/app/view.hpp"

#include <iterator>

#include "web/app/page.hpp"
#include "web/pages/connection_notice.hpp"
#include "web/pages/failure.hpp"
#include "web/text/text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::app {

namespace {

using text::Shell;

ui::Words words_of(const text::Texts& t) {
    return {.show_password = t(Shell::show_password),
            .hide_password = t(Shell::hide_password),
            .optional = t(Shell::optional),
            .of = t(Shell::of),
            .menu = t(Shell::menu),
            .close_menu = t(Shell::close_menu),
            .done = t(Shell::done),
            .busy = t(Shell::busy),
            .group_separator = t.language() == text::Language::en ? "," : "\u00a0"};
}

// Each language in its own words, so that whoever needs it can read it.
void draw_language(ui::Ui& ui, const text::Texts& t, std::vector<Event>& events) {
    const auto chosen = ui.select(
        "shell.language", t(Shell::language),
        {{"nb", "Bokm\u00e5l"}, {"nn", "Nynorsk"}, {"en", "English"}}, word_of(t.language()),
        {.look = ui::SelectOptions::Look::compact, .icon = ui::Icon::globe});
    if (!chosen) return;
    if (const auto language = value_of<text::Language>(*chosen))
        events.push_back(LanguageChosen{*language});
}

void draw_appearance(ui::Ui& ui, const text::Texts& t, const Visitor& visitor,
                     std::vector<Event>& events) {
    const auto chosen =
        ui.select("shell.appearance", t(Shell::appearance),
                  {{"system", t(Shell::appearance_system)},
                   {"light", t(Shell::appearance_light)},
                   {"dark", t(Shell::appearance_dark)}},
                  word_of(visitor.appearance),
                  {.look = ui::SelectOptions::Look::compact, .icon = ui::Icon::theme});
    if (chosen)
        if (const auto appearance = value_of<Appearance>(*chosen))
            events.push_back(AppearanceChosen{*appearance});
    const bool is_plain = visitor.rendering == Rendering::plain;
    if (ui.button("shell.rendering", t(is_plain ? Shell::canvas_view : Shell::plain_view),
                  {.look = ui::ButtonLook::quiet}))
        events.push_back(RenderingChosen{is_plain ? Rendering::canvas : Rendering::plain});
}

bool is_onboarding(Page page) { return page >= Page::sign_in && page <= Page::finished; }

void draw_steps(ui::Ui& ui, const text::Texts& t, const Model& model) {
    constexpr Shell labels[] = {Shell::step_sign_in, Shell::step_tenant, Shell::step_api_user,
                                Shell::step_options, Shell::step_finished};
    const auto current = model.route.page;
    const bool is_connected = model.visitor.is_signed_in();
    std::vector<ui::StepItem> items;
    for (int i = 0; i < static_cast<int>(std::size(labels)); ++i) {
        const auto page = static_cast<Page>(static_cast<int>(Page::sign_in) + i);
        const bool is_behind = page < current;
        // Once connected there is no way back through the steps.
        items.push_back({.key = "step." + std::to_string(i + 1),
                         .label = t(labels[i]),
                         .href = is_behind && !is_connected ? path_of(page) : std::string(),
                         .state = is_behind         ? ui::StepState::done
                                  : page == current ? ui::StepState::current
                                                    : ui::StepState::ahead});
    }
    ui.steps("steps", t(Shell::steps_label), items);
}

void draw_outage(ui::Ui& ui, const text::Texts& t, const Model& model, std::vector<Event>& events) {
    if (!model.unsent.empty() && ui.banner("outage", t(Shell::outage_text),
                                           {.tone = ui::Tone::warning,
                                            .title = t(Shell::outage_title),
                                            .action = t(Shell::retry),
                                            .announcement = ui::Announcement::assertive}))
        events.push_back(RetryPressed{});
    if (pages::draw_failure(ui, "load_failure", model.visitor, model.load_failure, t(Shell::retry)))
        events.push_back(RetryPressed{});
}

// Nothing is lost by going elsewhere, and nobody should have to remember that it waits.
void draw_unsaved(ui::Ui& ui, const text::Texts& t, const Model& model) {
    const auto& unsaved = model.visitor.unsaved;
    if (!unsaved || path_of(model.route) == unsaved->path) return;
    const auto name = unsaved->name.empty() ? t(text::Lists::create_project) : unsaved->name;
    ui.banner("unsaved", t(text::Lists::unsaved_elsewhere, {name}),
              {.tone = ui::Tone::warning,
               .action = t(text::Lists::go_on_editing),
               .action_href = unsaved->path,
               .announcement = ui::Announcement::polite});
}

void draw_not_found(ui::Ui& ui, const text::Texts& t) {
    ui.heading("heading", ui::Level::h1, t(Shell::not_found_title));
    ui.paragraph("not_found.text", t(Shell::not_found_text), {.tone = ui::Tone::muted});
    ui.link("not_found.home", t(Shell::to_start), "/", {.place = ui::LinkOptions::Place::block});
}

void draw_page(ui::Ui& ui, const text::Texts& t, const Model& model, std::vector<Event>& events) {
    draw_outage(ui, t, model, events);
    draw_unsaved(ui, t, model);
    const auto& visitor = model.visitor;
    const bool has_notice =
        visitor.connection.trouble != api::Trouble::none || visitor.connection.lacks_api_user;
    // Page 5 has it too, and needs none of the pages behind the log-in.
    if (visitor.is_signed_in() && has_notice)
        pages::draw_connection_notice(ui, visitor, model.route.page);
    if (!model.is_entered) {
        if (!model.load_failure) ui.spinner("loading", t(Shell::loading));
        return;
    }
    if (model.route.page == Page::not_found) return draw_not_found(ui, t);
    const auto draw = [&](const auto& page) -> std::vector<Event> {
        return run_part<is_first_page<decltype(page)>>([&]() -> std::vector<Event> {
            auto drawn = view(ui, page, visitor);
            return {std::make_move_iterator(drawn.begin()), std::make_move_iterator(drawn.end())};
        });
    };
    for (auto& event : with_page(model.route.page, model.pages, draw))
        events.push_back(std::move(event));
}

bool is_settings(Page page) {
    return page == Page::settings || page == Page::records || page == Page::history ||
           page == Page::run || page == Page::setup || page == Page::colleague ||
           (page >= Page::account && page <= Page::disconnect);
}

bool is_about(const Route& route, Entity entity) {
    return (route.page == Page::list && route.list.entity == entity) ||
           (route.page == Page::record && route.record.entity == entity);
}

void draw_panel(ui::Ui& ui, const text::Texts& t, const Model& model, std::vector<Event>& events) {
    auto panel = ui.side_panel("panel", t(Shell::product_name));
    ui.brand("panel.brand", t(Shell::product_name), "/");
    const auto& session = model.visitor.session;
    auto navigation = ui.navigation("panel.navigation", t(Shell::menu_label));
    if (!navigation) return;
    using text::Mirror;
    struct ListLink {
        Entity entity;
        Mirror label;
        ui::Icon icon;
    };
    constexpr ListLink lists[] = {{Entity::project, Mirror::projects, ui::Icon::project},
                                  {Entity::customer, Mirror::customers, ui::Icon::customer},
                                  {Entity::work_type, Mirror::work_types, ui::Icon::work_type}};
    for (const auto& list : lists)
        ui.nav_link("panel." + std::string(word_of(list.entity)), list.icon, t(list.label),
                    path_of(ListAddress{.entity = list.entity}),
                    is_about(model.route, list.entity));
    const bool is_administrator = session.role == api::Role::administrator;
    if (is_administrator) {
        ui.nav_link("panel.users", ui::Icon::people, t(text::People::title), path_of(Page::users),
                    model.route.page >= Page::users && model.route.page <= Page::user);
        auto item = ui.list_item("panel.settings_item");
        ui.space(12);
        ui.paragraph("panel.settings", t(Shell::settings),
                     {.size = ui::TextSize::small, .tone = ui::Tone::muted, .is_strong = true});
    }
    if (is_administrator) {
        // How many things wait there for somebody.
        auto connection = t(Shell::twentyfour_seven_office);
        if (const auto count = model.visitor.attention) connection += " (" + t.number(count) + ")";
        ui.nav_link("panel.connection", ui::Icon::plug, connection, path_of(Page::settings),
                    is_settings(model.route.page));
        ui.nav_link("panel.audit", ui::Icon::clock, t(text::Audit::title), path_of(Page::audit),
                    model.route.page == Page::audit);
        ui.nav_link("panel.data", ui::Icon::inbox, t(text::Connection::data_title),
                    path_of(Page::data), model.route.page == Page::data);
    }
    ui.nav_link("panel.help", ui::Icon::info, t(text::Help::title), path_of(Page::help),
                model.route.page == Page::help);
    {
        // In the menu, so that it is within reach on a phone too.
        auto item = ui.list_item("panel.person");
        ui.space(12);
        auto stack = ui.stack("panel.person_stack", 4);
        ui.separator("panel.person_line");
        ui.paragraph("panel.workspace", session.workspace_name, {.is_strong = true});
        ui.paragraph("panel.user", session.user_name, {.tone = ui::Tone::muted});
    }
    ui.nav_link("panel.profile", ui::Icon::person, t(text::Account::profile),
                path_of(Page::profile), model.route.page == Page::profile);
    auto item = ui.list_item("panel.log_out_item");
    if (ui.button("panel.log_out", t(Shell::log_out),
                  {.look = ui::ButtonLook::quiet,
                   .icon = ui::Icon::log_out,
                   .activity = model.is_logging_out ? ui::Activity::busy : ui::Activity::idle}))
        events.push_back(LogOutPressed{});
}

void draw_signed_in(ui::Ui& ui, const text::Texts& t, const Model& model,
                    std::vector<Event>& events) {
    auto shell = ui.shell("shell");
    draw_panel(ui, t, model, events);
    auto content = ui.stack("shell.content", 24);
    {
        auto main = ui.main("main", ui::MainWidth::wide);
        draw_page(ui, t, model, events);
    }
    auto footer = ui.footer("footer");
    draw_language(ui, t, events);
    draw_appearance(ui, t, model.visitor, events);
}

void draw_signed_out(ui::Ui& ui, const text::Texts& t, const Model& model,
                     std::vector<Event>& events) {
    {
        auto header = ui.header("header");
        ui.brand("brand", t(Shell::product_name), "/");
        ui.push_to_end("header.space");
        ui.link("header.help", t(text::Help::title), path_of(Page::help));
        draw_language(ui, t, events);
    }
    {
        auto main = ui.main("main");
        if (model.is_entered && is_onboarding(model.route.page)) draw_steps(ui, t, model);
        draw_page(ui, t, model, events);
    }
    auto footer = ui.footer("footer");
    draw_appearance(ui, t, model.visitor, events);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model) {
    const text::Texts t(model.visitor.language);
    std::vector<Event> events;
    ui.words = words_of(t);
    ui.skip_link(t(Shell::skip_to_content));
    const auto page = model.route.page;
    const bool has_panel = model.visitor.is_signed_in() && page != Page::finished &&
                           (needs_session(page) || page == Page::help);
    if (has_panel)
        draw_signed_in(ui, t, model, events);
    else
        draw_signed_out(ui, t, model, events);
    return events;
}

}  // namespace busy24::app
