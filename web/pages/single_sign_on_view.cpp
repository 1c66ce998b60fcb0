// Draws Single Sign-On, and whom turning it off would lock out before it does.
#include "web/pages/help_link.hpp"
#include "web/pages/link_list.hpp"
#include "web/pages/settings_parts.hpp"

namespace busy24::pages::settings {

namespace {

using text::Connection;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

// Whether it is known what would come of turning it off.
bool draw_turning_off(const Drawing& d) {
    d.ui.paragraph("sign_on.off", d.t(Connection::sso_off));
    if (!d.model.without_sign_on) {
        d.ui.spinner("sign_on.reading", d.t(text::Shell::loading));
        return false;
    }
    const auto& names = d.model.without_sign_on->locked_out;
    if (names.empty()) {
        d.ui.paragraph("sign_on.none_out", d.t(Connection::sso_none_out));
        return true;
    }
    d.ui.banner(
        "sign_on.some_out", d.t(Connection::sso_some_out, {joined(names)}),
        {.tone = ui::Tone::warning,
         .title = d.t.counted(Connection::locked_out, static_cast<std::int64_t>(names.size()))});
    if (const auto ticked = d.ui.checkbox("sign_on.make_links", d.t(Connection::sso_make_links),
                                          d.model.makes_links))
        d.events.push_back(LinksTicked{*ticked});
    return true;
}

void draw_draft(const Drawing& d, bool turns_on) {
    auto inset = d.ui.card("sign_on.preview", "sign_on.preview_title", ui::CardKind::inset);
    auto stack = d.ui.stack("sign_on.preview_stack", 12);
    d.ui.heading("sign_on.preview_title", ui::Level::h3, d.t(text::Steering::switches_preview));
    bool is_known = true;
    if (turns_on)
        d.ui.paragraph("sign_on.on", d.t(Connection::sso_on));
    else
        is_known = draw_turning_off(d);
    auto line = d.ui.flow("sign_on.buttons", 12);
    const auto words = turns_on ? Connection::sso_turn_on : Connection::sso_turn_off;
    if (is_known && d.ui.button("sign_on.apply", d.t(words),
                                d.button(ui::ButtonLook::primary, Model::Action::sign_on)))
        d.events.push_back(SignOnApplied{});
    if (d.ui.button("sign_on.keep", d.t(text::Steering::switches_keep),
                    d.button(ui::ButtonLook::secondary)))
        d.events.push_back(SignOnKept{});
}

void draw_links(const Drawing& d) {
    const auto title =
        d.t.counted(Connection::sso_links, static_cast<std::int64_t>(d.model.links.size()));
    auto inset = d.ui.card("sign_on.links", "sign_on.links_title", ui::CardKind::inset);
    auto stack = d.ui.stack("sign_on.links_stack", 12);
    d.ui.heading("sign_on.links_title", ui::Level::h3, title);
    d.ui.paragraph("sign_on.links_lead", d.t(Connection::sso_links_lead),
                   {.tone = ui::Tone::muted});
    draw_link_list(d.ui, d.t, "sign_on", title, d.model.links);
}

}  // namespace

void draw_single_sign_on(const Drawing& d) {
    const bool is_on = d.model.sign_on_draft.value_or(d.model.connection->options.sso);
    if (const auto turned = d.ui.toggle("settings.sso", d.t(text::Plan::sso), is_on,
                                        {.help = d.t(text::Plan::sso_help)}))
        d.events.push_back(SignOnTurned{*turned});
    draw_help_link(d.ui, d.t, "sign_on.more", text::Help::about_sso, "sso");
    if (d.model.sign_on_draft) draw_draft(d, *d.model.sign_on_draft);
    if (!d.model.links.empty()) draw_links(d);
}

}  // namespace busy24::pages::settings
