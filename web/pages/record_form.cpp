// Draws the fields of a project with their problems, the customers that match, and a conflict.
#include "web/pages/record_form.hpp"

#include "web/pages/failure.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::record {

namespace {

using text::Lists;
using text::Plan;

struct FieldText {
    Plan label;
    Lists help;  // count_: none
};

FieldText text_of(Field field) {
    switch (field) {
        case Field::name:
            return {Plan::value_name, Lists::count_};
        case Field::customer:
            return {Plan::value_customer, Lists::customer_help};
        case Field::starts_on:
            return {Plan::value_start, Lists::day_help};
        case Field::ends_on:
            return {Plan::value_stop, Lists::day_help};
        case Field::description:
            break;
    }
    return {Plan::value_description, Lists::count_};
}

class Form {
public:
    Form(ui::Ui& ui, const text::Texts& t, const Model& model, const Edit& edit,
         std::vector<Event>& events)
        : ui_(ui), t_(t), model_(model), edit_(edit), events_(events) {}

    void field(Field field) {
        const auto words = text_of(field);
        const auto problem = problem_of(edit_, field);
        ui::FieldOptions options;
        if (words.help != Lists::count_) options.help = t_(words.help);
        if (model_.shows_problems && problem != Lists::count_) options.error = t_(problem);
        if (field != Field::name) options.requirement = ui::Requirement::optional;
        const auto key = key_of(field);
        const auto label = t_(words.label);
        const auto& text = edit_.now.text_of(field);
        auto typed = field == Field::description ? ui_.text_area(key, label, text, options)
                                                 : ui_.text_field(key, label, text, options);
        if (typed) events_.push_back(Typed{field, std::move(*typed)});
    }

    // The customers for what is typed, each a press away.
    void hits() {
        const auto& wanted = edit_.now.customer;
        const bool is_searched = model_.has_searched && !wanted.empty();
        const bool is_none = is_searched && model_.hits.empty();
        ui_.status("record.hits_status",
                   is_none ? t_(Lists::no_customer_hits, {wanted}) : std::string());
        if (!is_searched || is_none) return;
        auto list = ui_.list("record.hits", t_(Lists::customer_hits));
        for (const auto& hit : model_.hits) {
            auto item = ui_.list_item("record.hit." + hit.id);
            if (ui_.button("record.hit_button." + hit.id, hit.name + " · " + hit.number,
                           {.look = ui::ButtonLook::quiet, .icon = ui::Icon::customer}))
                events_.push_back(CustomerChosen{hit.id, hit.name});
        }
    }

    void buttons() {
        const bool is_busy = model_.action == Model::Action::saving;
        const auto words = is_busy ? Lists::saving : edit_.id.empty() ? Lists::create : Lists::save;
        auto line = ui_.flow("record.buttons", 12);
        if (ui_.button("record.save", t_(words),
                       {.look = ui::ButtonLook::primary,
                        .activity = is_busy ? ui::Activity::busy : ui::Activity::idle,
                        .is_submit = true}))
            events_.push_back(SavePressed{});
        if (ui_.button("record.discard",
                       t_(edit_.has_changes() ? Lists::discard : Lists::stop_editing)))
            events_.push_back(DiscardPressed{});
    }

private:
    ui::Ui& ui_;
    const text::Texts& t_;
    const Model& model_;
    const Edit& edit_;
    std::vector<Event>& events_;
};

void draw_conflict(ui::Ui& ui, const text::Texts& t, const Model& model, const Edit& edit,
                   std::vector<Event>& events) {
    auto card = ui.card("record.conflict", "record.conflict_title");
    auto stack = ui.stack("record.conflict_stack", 16);
    ui.heading("record.conflict_title", ui::Level::h2, t(Lists::conflict_title));
    ui.paragraph("record.conflict_text", t(Lists::conflict_text));
    const auto theirs = draft_of(*model.theirs);
    std::vector<ui::ComparedValue> values;
    for (const auto field : all_fields)
        values.push_back({t(text_of(field).label), edit.now.text_of(field), theirs.text_of(field)});
    ui.comparison("record.versions", t(Lists::conflict_title), t(Lists::yours), t(Lists::theirs),
                  values);
    auto line = ui.flow("record.conflict_buttons", 12);
    if (ui.button("record.keep_mine", t(Lists::keep_yours), {.look = ui::ButtonLook::primary}))
        events.push_back(KeepMinePressed{});
    if (ui.button("record.take_theirs", t(Lists::take_theirs)))
        events.push_back(TakeTheirsPressed{});
}

}  // namespace

Lists kind_name(Entity entity) {
    if (entity == Entity::customer) return Lists::customer;
    return entity == Entity::work_type ? Lists::work_type : Lists::project;
}

void draw_form(ui::Ui& ui, const text::Texts& t, const Model& model, const Edit& edit,
               const app::Visitor& visitor, std::vector<Event>& events) {
    const bool is_new = edit.id.empty();
    ui.heading("heading", ui::Level::h1,
               is_new ? t(Lists::create_project) : t(Lists::edit_title, {edit.before.name}));
    if (is_new)
        ui.paragraph("record.new_lead", t(Lists::new_project_lead), {.tone = ui::Tone::muted});
    if (model.theirs) return draw_conflict(ui, t, model, edit, events);
    auto card = ui.card("record.form_card");
    auto form = ui.form("record.form", t(Lists::project));
    Form fields(ui, t, model, edit, events);
    fields.field(Field::name);
    fields.field(Field::customer);
    fields.hits();
    {
        auto days = ui.columns("record.days", {.width_min = 200});
        fields.field(Field::starts_on);
        fields.field(Field::ends_on);
    }
    fields.field(Field::description);
    ui.status("record.unsaved", edit.has_changes() ? t(Lists::unsaved) : std::string());
    draw_failure(ui, "record.save_failure", visitor, model.action_failure);
    fields.buttons();
}

}  // namespace busy24::pages::record
