// Draws the versions of a record, its history, what happens next, and the buttons of its link.
#include "web/pages/explanation.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/mirror_text.hpp"
#include "web/pages/plan_text.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::explanation {

namespace {

using text::Steering;

std::string link_text(const text::Texts& t, const api::ExplainRecord::Reply& reply) {
    if (reply.is_left_alone) return t(Steering::is_left_alone);
    if (reply.is_gone) return t(Steering::linked_gone);
    return reply.is_linked ? t(Steering::linked_since, {t.date_and_time(reply.linked_at_ms)})
                           : t(Steering::not_linked);
}

void draw_versions(ui::Ui& ui, const text::Texts& t, const api::ExplainRecord::Reply& reply) {
    const auto count = static_cast<int>(reply.versions.size());
    auto table = ui.table("why.versions", t(Steering::why),
                          {.columns = {{.label = t(Steering::why_field), .weight = 2},
                                       {.label = t(Steering::why_erp), .weight = 3},
                                       {.label = t(Steering::why_busy), .weight = 3},
                                       {.label = t(Steering::why_agreed), .weight = 3}},
                           .row_count = count});
    for (int i = 0; i < count; ++i) {
        const auto& version = reply.versions[static_cast<std::size_t>(i)];
        const auto cell = [&](const std::string& text) {
            ui.cell(text.empty() ? t(text::Lists::no_value)
                                 : value_text(t, {version.member, text}));
        };
        auto row = ui.row("why.version." + version.member, {.index = i});
        ui.cell(value_name(t, version.member));
        cell(version.erp);
        cell(version.busy);
        cell(version.agreed);
    }
}

std::string event_text(const text::Texts& t, const api::RecordEvent& event) {
    auto out = rule_text(t, event.rule);
    // What stands after it is why somebody let it be.
    if (event.rule == "ignored") return event.after.empty() ? out : out + ": " + event.after;
    if (event.rule == "retried") return out + ": " + problem_words(t, event.member).what;
    if (event.member.empty()) return out;
    const auto shown = [&](const std::string& text) {
        return text.empty() ? t(text::Lists::no_value) : value_text(t, {event.member, text});
    };
    return out + ". " + value_name(t, event.member) + ": " +
           t(Steering::from_to, {shown(event.before), shown(event.after)});
}

void draw_events(ui::Ui& ui, const text::Texts& t, const api::ExplainRecord::Reply& reply) {
    ui.heading("why.events_title", ui::Level::h3, t(Steering::why_events));
    if (reply.events.empty())
        return ui.paragraph("why.no_events", t(Steering::why_no_events), {.tone = ui::Tone::muted});
    constexpr std::size_t events_max = 100;
    if (reply.events.size() >= events_max)
        ui.paragraph("why.newest", t(Steering::why_newest), {.tone = ui::Tone::muted});
    auto facts = ui.facts("why.events", t(Steering::why_events));
    for (std::size_t i = 0; i < reply.events.size(); ++i) {
        const auto& event = reply.events[i];
        ui.fact("why.event." + std::to_string(i), t.date_and_time(event.at_ms),
                event_text(t, event));
    }
}

void draw_link_form(ui::Ui& ui, const text::Texts& t, const Model& model,
                    std::vector<Event>& events) {
    auto form = ui.form("why.form", t(Steering::link_to));
    auto stack = ui.stack("why.form_stack", 12);
    if (auto typed =
            ui.text_field("why.number", t(Steering::link_number), model.number,
                          {.help = t(Steering::link_help),
                           .error = model.number_problem ? t(*model.number_problem) : std::string(),
                           .input_mode = "numeric"}))
        events.push_back(NumberTyped{std::move(*typed)});
    if (ui.button("why.link", t(Steering::link_to), {.is_submit = true}))
        events.push_back(LinkPressed{api::LinkChange::link});
}

void draw_link(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
               std::vector<Event>& events) {
    const auto& reply = *model.reply;
    ui.heading("why.link_title", ui::Level::h3, t(Steering::change_link_title));
    draw_failure(ui, "why.failure", visitor, model.failure);
    {
        auto line = ui.flow("why.link_buttons", 12);
        const auto change =
            reply.is_left_alone ? api::LinkChange::take_up : api::LinkChange::leave_alone;
        if (ui.button("why.alone",
                      t(reply.is_left_alone ? Steering::take_up : Steering::leave_alone)))
            events.push_back(LinkPressed{change});
        if (reply.is_linked &&
            ui.button("why.unlink", t(Steering::unlink), {.look = ui::ButtonLook::danger}))
            events.push_back(LinkPressed{api::LinkChange::unlink});
    }
    draw_link_form(ui, t, model, events);
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const text::Texts& t, const Model& model,
                        const app::Visitor& visitor) {
    std::vector<Event> events;
    if (!model.reply) return events;
    const auto& reply = *model.reply;
    auto card = ui.card("why", "why.title");
    auto stack = ui.stack("why.stack", 16);
    ui.heading("why.title", ui::Level::h2, t(Steering::why));
    ui.paragraph("why.state", link_text(t, reply));
    if (!reply.is_left_alone) ui.status("why.next", next_text(t, reply));
    auto more = ui.disclosure("why.more", t(Steering::why_more));
    if (!more) return events;
    auto inner = ui.stack("why.inner", 16);
    if (!reply.versions.empty()) draw_versions(ui, t, reply);
    draw_events(ui, t, reply);
    draw_link(ui, t, model, visitor, events);
    return events;
}

}  // namespace busy24::pages::explanation
