// Reads a record; edits, saves, archives and opens a project again.
#include "web/pages/record.hpp"

#include <algorithm>

namespace busy24::pages::record {

namespace {

using Action = Model::Action;

std::vector<Edit>::iterator find_edit(Model& model, const std::string& id) {
    return std::find_if(model.edits.begin(), model.edits.end(),
                        [&](const Edit& edit) { return edit.id == id; });
}

bool is_project(const Model& model) { return model.address.entity == Entity::project; }

std::string memory_key(const std::string& id) { return std::string(edit_key) + id; }

// Tells the rest of the program, and the browser, what is not saved.
app::Effects note_unsaved(Model& model, app::Visitor& visitor) {
    const bool was = visitor.unsaved.has_value();
    visitor.unsaved.reset();
    for (const auto& edit : model.edits)
        if (edit.has_changes())
            visitor.unsaved =
                app::Unsaved{app::path_of(app::RecordAddress{Entity::project, edit.id}),
                             edit.id.empty() ? edit.now.name : edit.before.name};
    if (was == visitor.unsaved.has_value()) return {};
    return {app::GuardLeaving{!was}};
}

app::Effects keep(Model& model, app::Visitor& visitor, const Edit& edit) {
    app::Effects effects{app::Remember{memory_key(edit.id), to_json_text(edit)}};
    app::append(effects, note_unsaved(model, visitor));
    return effects;
}

app::Effects drop_edit(Model& model, app::Visitor& visitor, const std::string& id) {
    const auto found = find_edit(model, id);
    if (found != model.edits.end()) model.edits.erase(found);
    model.theirs.reset();
    model.shows_problems = false;
    model.hits.clear();
    app::Effects effects{app::Remember{memory_key(id), {}}};
    app::append(effects, note_unsaved(model, visitor));
    return effects;
}

app::Effects load(Model& model, const app::Visitor& visitor) {
    model.failure.reset();
    if (model.address.id.empty()) return {};
    app::Effects effects{app::send(api::GetRecord{model.address.entity, model.address.id})};
    app::append(effects, details::load(model.details, model.address));
    app::append(effects, members::load(model.members, model.address));
    app::append(effects, explanation::load(model.why, visitor, model.address));
    return effects;
}

app::Effects on(Model& model, app::Visitor&, EditPressed) {
    if (!model.page || model.edit() || !is_project(model)) return {};
    const auto draft = draft_of(*model.page);
    model.edits.push_back({model.address.id, model.page->version, draft, draft});
    model.is_saved = false;
    return {app::Focus{key_of(Field::name)}};
}

app::Effects on(Model& model, app::Visitor& visitor, Typed event) {
    const auto edit = find_edit(model, model.address.id);
    if (edit == model.edits.end() || model.action != Action::none) return {};
    edit->now.text_of(event.field) = std::move(event.text);
    app::Effects effects;
    if (event.field == Field::customer) {
        edit->now.customer_id.clear();
        if (edit->now.customer == edit->before.customer)
            edit->now.customer_id = edit->before.customer_id;
        model.hits.clear();
        model.has_searched = false;
        effects.push_back(app::After{search_delay_ms, {app::TimerKind::search, ++model.timer}});
    }
    app::append(effects, keep(model, visitor, *edit));
    return effects;
}

app::Effects on(Model& model, app::Visitor& visitor, CustomerChosen event) {
    const auto edit = find_edit(model, model.address.id);
    if (edit == model.edits.end()) return {};
    edit->now.customer = std::move(event.name);
    edit->now.customer_id = std::move(event.id);
    model.hits.clear();
    model.has_searched = false;
    auto effects = keep(model, visitor, *edit);
    effects.push_back(app::Focus{key_of(Field::customer)});
    return effects;
}

app::Effects save(Model& model, const Edit& edit) {
    const auto call = call_of(edit);
    if (!call) {
        model.shows_problems = true;
        for (const auto field : all_fields)
            if (problem_of(edit, field) != text::Lists::count_) return {app::Focus{key_of(field)}};
        return {};
    }
    model.action = Action::saving;
    model.action_failure.reset();
    model.shows_problems = false;
    return {app::send(*call)};
}

app::Effects on(Model& model, app::Visitor&, SavePressed) {
    const auto* edit = model.edit();
    if (!edit || model.action != Action::none || model.theirs) return {};
    return save(model, *edit);
}

app::Effects on(Model& model, app::Visitor& visitor, DiscardPressed) {
    if (model.action != Action::none) return {};
    auto effects = drop_edit(model, visitor, model.address.id);
    model.action_failure.reset();
    if (model.address.id.empty())
        effects.push_back(app::Navigate{app::path_of(app::ListAddress{})});
    else
        effects.push_back(app::Focus{"heading"});
    return effects;
}

app::Effects on(Model& model, app::Visitor&, KeepMinePressed) {
    const auto* edit = model.edit();
    if (!edit || !model.theirs || model.action != Action::none) return {};
    model.theirs.reset();
    return save(model, *edit);
}

app::Effects on(Model& model, app::Visitor& visitor, TakeTheirsPressed) {
    if (!model.theirs || model.action != Action::none) return {};
    model.page = std::exchange(model.theirs, {});
    auto effects = drop_edit(model, visitor, model.address.id);
    effects.push_back(app::Focus{"heading"});
    return effects;
}

app::Effects on(Model& model, app::Visitor&, ActivePressed event) {
    if (!model.page || model.action != Action::none || !is_project(model)) return {};
    model.action = Action::archiving;
    model.action_failure.reset();
    model.is_saved = false;
    return {app::send(api::SetProjectActive{model.address.id, event.is_active})};
}

app::Effects on(Model& model, app::Visitor& visitor, ReloadPressed) { return load(model, visitor); }

app::Effects on(Model& model, app::Visitor&, explanation::Event event) {
    return explanation::update(model.why, model.address, std::move(event));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ExplainRecord> answer) {
    return explanation::update(model.why, model.address, std::move(answer));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ChangeLink> answer) {
    return explanation::update(model.why, model.address, std::move(answer));
}

app::Effects on(Model& model, app::Visitor& visitor, members::Event event) {
    return members::update(model.members, visitor, model.address, std::move(event));
}

template <class Call>
app::Effects about_members(Model& model, app::Visitor& visitor, app::Answer<Call> answer) {
    return members::update(model.members, visitor, model.address, std::move(answer));
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::ListMembers> answer) {
    return about_members(model, visitor, std::move(answer));
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::FindColleagues> answer) {
    return about_members(model, visitor, std::move(answer));
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::SaveMember> answer) {
    return about_members(model, visitor, std::move(answer));
}

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    if (event.timer.kind == app::TimerKind::poll)
        return details::on_time(model.details, model.address, event);
    const auto* edit = model.edit();
    if (!edit) return members::on_time(model.members, model.address, event);
    if (event.timer != app::Timer{app::TimerKind::search, model.timer}) return {};
    if (edit->now.customer.empty() || !edit->now.customer_id.empty()) return {};
    return {app::send(api::ListRecords{
        .entity = Entity::customer, .search = edit->now.customer, .limit = hits_max})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetRecord> answer) {
    if (answer.ok()) {
        model.page = std::move(answer.reply);
        return {};
    }
    model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetProjectDetails> answer) {
    return details::on_answer(model.details, std::move(answer));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ListRecords> answer) {
    if (!answer.ok()) return {};
    model.hits = std::move(answer.reply->records);
    model.has_searched = true;
    return {};
}

// What both have changed is shown side by side; all else goes together by itself.
app::Effects on_conflict(Model& model, app::Visitor& visitor, api::RecordPage theirs) {
    const auto edit = find_edit(model, model.address.id);
    if (edit == model.edits.end()) return {};
    const bool is_clear = merge(*edit, theirs);
    auto effects = keep(model, visitor, *edit);
    if (is_clear) {
        app::append(effects, save(model, *edit));
    } else {
        model.theirs = std::move(theirs);
        effects.push_back(app::Focus{"record.conflict_title"});
    }
    return effects;
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::SaveProject> answer) {
    model.action = Action::none;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {};
    }
    if (!answer.reply->is_saved) return on_conflict(model, visitor, std::move(answer.reply->page));
    auto effects = drop_edit(model, visitor, model.address.id);
    model.is_saved = true;
    model.page = std::move(answer.reply->page);
    const bool is_new = model.address.id.empty();
    model.address.id = model.page->record.id;
    if (is_new)
        effects.push_back(app::Navigate{app::path_of(model.address), app::Navigate::How::replace});
    else
        effects.push_back(app::Focus{"heading"});
    app::append(effects, explanation::load(model.why, visitor, model.address));
    return effects;
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::SetProjectActive> answer) {
    model.action = Action::none;
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {};
    }
    model.page = std::move(answer.reply);
    return explanation::load(model.why, visitor, model.address);
}

}  // namespace

std::string key_of(Field field) {
    constexpr std::string_view keys[] = {"name", "customer", "starts_on", "ends_on", "description"};
    return "record." + std::string(keys[static_cast<std::size_t>(field)]);
}

const Edit* Model::edit() const {
    const auto found = std::find_if(edits.begin(), edits.end(), [&](const Edit& edit) {
        return edit.id == address.id && address.entity == Entity::project;
    });
    return found == edits.end() ? nullptr : &*found;
}

void recall_edit(Model& model, app::Visitor& visitor, const std::string& text) {
    auto edit = parse_json<Edit>(text);
    if (!edit.ok()) return;
    model.edits.push_back(std::move(edit).value());
    note_unsaved(model, visitor);
}

app::Effects forget_edits(Model& model, app::Visitor& visitor) {
    app::Effects effects;
    while (!model.edits.empty())
        app::append(effects, drop_edit(model, visitor, std::string(model.edits.back().id)));
    return effects;
}

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route& route) {
    const bool is_same = model.address == route.record && model.page;
    model.address = route.record;
    model.action = Action::none;
    model.action_failure.reset();
    model.hits.clear();
    model.theirs.reset();
    if (!is_same) {
        model.page.reset();
        model.is_saved = false;
        model.shows_problems = false;
        model.details = {.timer = model.details.timer};
        model.members = {.timer = model.members.timer};
        model.why = {};
    }
    if (!model.address.id.empty()) return load(model, visitor);
    model.failure.reset();
    if (!model.edit()) model.edits.emplace_back();
    return note_unsaved(model, visitor);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::record
