// Draws what disconnecting does, and asks for the password.
#include "web/pages/disconnect.hpp"
#include "web/pages/failure.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::disconnect {

namespace {

using text::Connection;

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    const app::Visitor& visitor;
    std::vector<Event>& events;
};

void draw_list(const Drawing& d, const std::string& key, Connection title,
               const std::vector<std::string>& lines) {
    auto card = d.ui.card(key, key + ".title");
    auto stack = d.ui.stack(key + ".stack", 12);
    d.ui.heading(key + ".title", ui::Level::h2, d.t(title));
    auto list = d.ui.list(key + ".list");
    int number = 0;
    for (const auto& line : lines) {
        const auto row = key + "." + std::to_string(++number);
        auto item = d.ui.list_item(row);
        d.ui.paragraph(row + ".text", line);
    }
}

std::vector<std::string> what_goes(const Drawing& d) {
    const auto& reply = *d.model.consequences;
    std::vector<std::string> lines{d.t(Connection::goes_login, {reply.account}),
                                   d.t(Connection::goes_mirror)};
    if (reply.queued > 0) lines.push_back(d.t.counted(Connection::goes_queued, reply.queued));
    if (reply.is_under_way) lines.push_back(d.t(Connection::goes_run));
    if (reply.has_sso) lines.push_back(d.t(Connection::goes_sso));
    return lines;
}

void draw_consequences(const Drawing& d) {
    {
        auto columns = d.ui.columns("disconnect.columns");
        draw_list(d, "disconnect.stays", Connection::stays,
                  {d.t(Connection::stays_records), d.t(Connection::stays_links),
                   d.t(Connection::stays_erp)});
        draw_list(d, "disconnect.goes", Connection::goes, what_goes(d));
    }
    const auto& locked_out = d.model.consequences->locked_out;
    if (locked_out.empty()) return;
    std::string names;
    for (const auto& name : locked_out) names += (names.empty() ? "" : ", ") + name;
    d.ui.banner(
        "disconnect.locked_out", d.t(Connection::locked_out_text, {names}),
        {.tone = ui::Tone::warning,
         .title = d.t.counted(Connection::locked_out, static_cast<std::int64_t>(locked_out.size())),
         .action = d.t(text::People::title),
         .action_href = app::path_of(app::Page::users)});
}

void draw_form(const Drawing& d) {
    const auto& model = d.model;
    auto card = d.ui.card("disconnect.proof", "disconnect.proof_title");
    auto form = d.ui.form("disconnect.form", d.t(Connection::disconnect_title));
    auto stack = d.ui.stack("disconnect.fields", 20);
    d.ui.heading("disconnect.proof_title", ui::Level::h2, d.t(Connection::prove));
    if (auto input = draw_proof(d.ui, d.t, model.proof, keys))
        d.events.push_back(std::move(*input));
    draw_failure(d.ui, "disconnect.action_failure", d.visitor, model.action_failure);
    auto line = d.ui.flow("disconnect.buttons", 12);
    if (d.ui.button("disconnect.submit",
                    d.t(Connection::disconnect_from, {model.consequences->tenant_name}),
                    {.look = ui::ButtonLook::danger,
                     .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle,
                     .is_submit = true}))
        d.events.push_back(Submitted{});
    d.ui.link("disconnect.cancel", d.t(text::Shell::cancel), app::path_of(app::Page::settings));
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.link("disconnect.back", t(text::Settings::title), app::path_of(app::Page::settings),
            {.place = ui::LinkOptions::Place::block, .icon = ui::Icon::arrow_left});
    ui.heading("heading", ui::Level::h1, t(Connection::disconnect_title));
    if (draw_failure(ui, "disconnect.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.consequences) {
        if (!model.failure) ui.spinner("disconnect.loading", t(text::Shell::loading));
        return events;
    }
    if (!model.consequences->is_connected) {
        ui.empty_state("disconnect.done", ui::Icon::plug, t(Connection::disconnected),
                       t(Connection::disconnected_text));
        return events;
    }
    const Drawing drawing{ui, t, model, visitor, events};
    ui.paragraph("disconnect.lead", t(Connection::disconnect_lead), {.tone = ui::Tone::muted});
    draw_consequences(drawing);
    draw_form(drawing);
    return events;
}

}  // namespace busy24::pages::disconnect
