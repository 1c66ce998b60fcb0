// Reads how first-time setup stands, and sends what is decided about it.
#include "web/pages/setup.hpp"

namespace busy24::pages::setup {

namespace {

app::Effects load_preview(const Model& model) {
    return {app::send(api::PreviewSetup{
        .by = model.address.by, .offset = model.address.offset, .limit = page_size})};
}

app::Effects load(Model& model) {
    model.failure.reset();
    app::Effects effects{app::send(api::GetReadiness{}), app::send(api::GetFirstSetup{})};
    app::append(effects, load_preview(model));
    return effects;
}

app::Effects go(Model& model, const app::SetupAddress& address) {
    model.is_moving = true;
    return {app::Navigate{app::path_of(address), app::Navigate::How::replace}};
}

// Asks again for as long as something is carried out, and looks at the plan anew when it is done.
app::Effects take(Model& model, api::FirstSetup setup) {
    const bool was_under_way = model.under_way() != nullptr;
    const bool is_other_plan = model.setup && model.setup->version != setup.version;
    model.setup = std::move(setup);
    if (model.under_way())
        return {app::After{poll_delay_ms, {app::TimerKind::poll, ++model.timer}}};
    return was_under_way || is_other_plan ? load_preview(model) : app::Effects();
}

app::Effects on(Model& model, app::Visitor&, ReloadPressed) { return load(model); }

app::Effects on(Model& model, app::Visitor&, SearchTyped event) {
    model.search = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, FilterChosen event) {
    auto address = model.address;
    address.is_missing_only = event.is_missing_only;
    return go(model, address);
}

app::Effects on(Model& model, app::Visitor&, ByChosen event) {
    auto address = model.address;
    address.by = event.by;
    address.offset = 0;
    return go(model, address);
}

app::Effects on(Model& model, app::Visitor& visitor, RemindPressed) {
    if (model.is_reminding) return {};
    model.is_reminding = true;
    model.reminded.reset();
    model.remind_failure.reset();
    return {app::send(api::RemindPeople{.ids = {}, .language = visitor.language})};
}

app::Effects save_roles(Model& model) {
    model.has_more_to_save = model.is_saving;
    if (model.is_saving) return {};
    model.is_saving = true;
    model.is_saved = false;
    model.action_failure.reset();
    api::SaveSetupRoles call{.default_role = model.setup->default_role};
    for (const auto& row : model.setup->roles) call.roles.push_back({row.key, row.role});
    return {app::send(call)};
}

app::Effects on(Model& model, app::Visitor&, RoleChosen event) {
    if (!model.setup) return {};
    if (!event.key) model.setup->default_role = event.role;
    for (auto& row : model.setup->roles)
        if (event.key == row.key) row.role = event.role;
    return save_roles(model);
}

app::Effects on(Model& model, app::Visitor&, ApplyPressed) {
    if (!model.setup || model.is_starting || model.under_way()) return {};
    model.is_starting = true;
    model.action_failure.reset();
    return {app::send(api::ApplySetup{model.setup->version})};
}

app::Effects on(Model& model, app::Visitor&, UndoPressed event) {
    if (model.is_starting || model.under_way()) return {};
    model.is_starting = true;
    model.action_failure.reset();
    return {app::send(api::UndoSetup{std::move(event.id)})};
}

app::Effects on(Model& model, app::Visitor&, app::TimeUp event) {
    if (event.timer != app::Timer{app::TimerKind::poll, model.timer}) return {};
    return {app::send(api::GetFirstSetup{})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetReadiness> answer) {
    if (answer.ok())
        model.ready = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::RemindPeople> answer) {
    model.is_reminding = false;
    if (!answer.ok()) {
        model.remind_failure = std::move(answer.failure);
        return {};
    }
    model.reminded = std::move(answer.reply);
    return {app::Focus{"setup.reminded_title"}, app::send(api::GetReadiness{})};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::GetFirstSetup> answer) {
    if (answer.ok()) return take(model, std::move(*answer.reply));
    model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::PreviewSetup> answer) {
    if (answer.ok())
        model.preview = std::move(answer.reply);
    else
        model.failure = std::move(answer.failure);
    return {};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::SaveSetupRoles> answer) {
    model.is_saving = false;
    if (model.has_more_to_save) return save_roles(model);
    if (!answer.ok()) {
        model.action_failure = std::move(answer.failure);
        return {app::send(api::GetFirstSetup{})};
    }
    model.is_saved = true;
    return take(model, std::move(*answer.reply));
}

// What was seen is no longer what would happen: it is shown anew.
app::Effects on_refused(Model& model, api::Failure failure) {
    const bool is_stale = failure.code == ErrorCode::conflict;
    model.action_failure = std::move(failure);
    if (!is_stale) return {};
    app::Effects effects{app::send(api::GetFirstSetup{})};
    app::append(effects, load_preview(model));
    return effects;
}

template <class Call>
app::Effects on_started(Model& model, app::Answer<Call> answer) {
    model.is_starting = false;
    if (!answer.ok()) return on_refused(model, std::move(answer.failure));
    return take(model, std::move(*answer.reply));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::ApplySetup> answer) {
    return on_started(model, std::move(answer));
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::UndoSetup> answer) {
    return on_started(model, std::move(answer));
}

}  // namespace

const api::SetupRun* Model::under_way() const {
    if (!setup || setup->runs.empty()) return nullptr;
    for (const auto& run : setup->runs)
        if (run.state == api::SetupState::applying || run.state == api::SetupState::undoing)
            return &run;
    return nullptr;
}

app::Effects enter(Model& model, app::Visitor&, const app::Route& route) {
    const bool is_other_window =
        model.address.by != route.setup.by || model.address.offset != route.setup.offset;
    model.address = route.setup;
    // Only what is shown of it is another.
    if (std::exchange(model.is_moving, false))
        return is_other_window ? load_preview(model) : app::Effects();
    model.is_reminding = model.is_saving = model.is_starting = false;
    model.is_saved = false;
    model.reminded.reset();
    model.remind_failure.reset();
    model.action_failure.reset();
    return load(model);
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::setup
