// Draws the download of everything, and the way to delete it.
#include "web/pages/failure.hpp"
#include "web/pages/workspace_data.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::workspace_data {

namespace {

using text::Connection;

struct Drawing {
    ui::Ui& ui;
    const text::Texts& t;
    const Model& model;
    const app::Visitor& visitor;
    std::vector<Event>& events;
};

void draw_download(const Drawing& d) {
    auto card = d.ui.card("data.download", "data.download_title");
    auto stack = d.ui.stack("data.download_stack", 12);
    d.ui.heading("data.download_title", ui::Level::h2, d.t(Connection::download_title));
    d.ui.paragraph("data.download_text", d.t(Connection::download_text));
    d.ui.link("data.download_link", d.t(Connection::download), api::ExportWorkspace::endpoint.path,
              {.place = ui::LinkOptions::Place::block});
}

void draw_fields(const Drawing& d) {
    const auto& model = d.model;
    auto form = d.ui.form("data.form", d.t(Connection::delete_title));
    auto stack = d.ui.stack("data.fields", 20);
    const bool is_wrong = model.shows_problem && !is_named(model, d.visitor);
    if (auto typed = d.ui.text_field(name_key, d.t(Connection::delete_name), model.confirmation,
                                     {.help = d.visitor.session.workspace_name,
                                      .error = is_wrong ? d.t(Connection::delete_name_wrong,
                                                              {d.visitor.session.workspace_name})
                                                        : std::string()}))
        d.events.push_back(NameTyped{std::move(*typed)});
    if (auto input = draw_proof(d.ui, d.t, model.proof, keys))
        d.events.push_back(ProofGiven{std::move(*input)});
    draw_failure(d.ui, "data.action_failure", d.visitor, model.action_failure);
    auto line = d.ui.flow("data.buttons", 12);
    if (d.ui.button("data.submit", d.t(Connection::delete_now),
                    {.look = ui::ButtonLook::danger,
                     .activity = model.is_sending ? ui::Activity::busy : ui::Activity::idle,
                     .is_submit = true}))
        d.events.push_back(DeletePressed{});
}

void draw_delete(const Drawing& d) {
    auto card = d.ui.card("data.delete", "data.delete_title");
    auto stack = d.ui.stack("data.delete_stack", 16);
    d.ui.heading("data.delete_title", ui::Level::h2, d.t(Connection::delete_title));
    d.ui.paragraph("data.delete_text", d.t(Connection::delete_text));
    auto more = d.ui.disclosure("data.delete_open", d.t(Connection::delete_open));
    if (more) draw_fields(d);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    ui.heading("heading", ui::Level::h1, t(Connection::data_title));
    if (draw_failure(ui, "data.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (!model.is_loaded) {
        if (!model.failure) ui.spinner("data.loading", t(text::Shell::loading));
        return events;
    }
    const Drawing drawing{ui, t, model, visitor, events};
    draw_download(drawing);
    draw_delete(drawing);
    return events;
}

}  // namespace busy24::pages::workspace_data
