// Answers the calls: reads windows and pages, checks what is to be saved, and saves it.
#include "proxy/records/records.hpp"

#include "proxy/domain/names.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/store/audit_values.hpp"
#include "proxy/workspace/changes.hpp"
#include "proxy/workspace/customers.hpp"
#include "proxy/workspace/lists.hpp"
#include "proxy/workspace/projects.hpp"
#include "shared/time.hpp"

namespace busy24::records {

namespace {

// Far more than anybody writes by hand; the API of 24SevenOffice names no limit (contract 3).
constexpr std::size_t description_length_max = 4000;

Error wrong(std::string reason) {
    return {ErrorCode::invalid, "a project cannot be like that", std::nullopt, std::move(reason)};
}

// 2026-06-05 and nothing else, since days are compared as texts.
bool is_day(const std::string& text) {
    const auto instant = text.size() == 10 ? parse_iso8601(text) : std::nullopt;
    return instant && to_iso8601(*instant).substr(0, 10) == text;
}

Result<> check(const api::SaveProject& call) {
    if (domain::normalised_name(call.name).empty()) return wrong("name_missing");
    if (domain::length_of(call.name) > workspace::name_length_max) return wrong("name_too_long");
    if (domain::length_of(call.description) > description_length_max)
        return wrong("description_too_long");
    for (const auto* day : {&call.starts_on, &call.ends_on})
        if (!day->empty() && !is_day(*day)) return wrong("date_wrong");
    const bool is_reversed =
        !call.starts_on.empty() && !call.ends_on.empty() && call.ends_on < call.starts_on;
    return is_reversed ? Result<>(wrong("dates_reversed")) : Result<>();
}

// The project as it is to be stored.
Result<workspace::Project> filled_in(const workspace::Place& place, workspace::Project project,
                                     const api::SaveProject& call) {
    project.name = call.name;
    project.starts_on = call.starts_on;
    project.ends_on = call.ends_on;
    project.description = call.description;
    if (project.customer_id.value_or("") == call.customer_id) return project;
    project.customer_id.reset();
    project.customer_number.reset();
    if (call.customer_id.empty()) return project;
    const auto customer = TRY(workspace::find<workspace::Customer>(place, call.customer_id));
    if (!customer) return wrong("customer_unknown");
    project.customer_id = customer->id;
    project.customer_number = customer->number;
    return project;
}

bool is_same_content(const workspace::Project& a, const workspace::Project& b) {
    return a.name == b.name && a.customer_id == b.customer_id && a.starts_on == b.starts_on &&
           a.ends_on == b.ends_on && a.description == b.description;
}

// What the audit log tells of a project.
struct ProjectContent {
    std::string name;
    std::string customer;
    std::string starts_on;
    std::string ends_on;
    std::string description;
    static constexpr auto fields() {
        return std::tuple{field("name", &ProjectContent::name),
                          field("customer", &ProjectContent::customer),
                          field("starts_on", &ProjectContent::starts_on),
                          field("ends_on", &ProjectContent::ends_on),
                          field("description", &ProjectContent::description)};
    }
};

Result<ProjectContent> content_of(const workspace::Place& place,
                                  const workspace::Project& project) {
    ProjectContent content{
        project.name, {}, project.starts_on, project.ends_on, project.description};
    const auto id = project.customer_id.value_or("");
    if (const auto customer = TRY(workspace::find<workspace::Customer>(place, id)))
        content.customer = customer->name;
    return content;
}

struct Standing {
    bool is_active = true;
    static constexpr auto fields() { return std::tuple{field("is_active", &Standing::is_active)}; }
};

// Two changes within one millisecond, or a clock that was set back, are two versions all the same.
Result<std::string> save_newer(workspace::Place place, const workspace::Project& project) {
    if (!project.id.empty() && place.now <= project.changed_at) place.now = project.changed_at + 1;
    auto id = TRY(workspace::save(place, project));
    TRY(workspace::note_change(place, Entity::project, id));
    return id;
}

}  // namespace

Result<workspace::Place> Records::place_of(const http::Caller& caller) {
    const auto session = TRY(caller.session_in(api::SessionState::signed_in));
    return workspace::Place{parts_.database, parts_.random, session.workspace, parts_.clock.now()};
}

Result<api::ListRecords::Reply> Records::list(const http::Caller& caller,
                                              const api::ListRecords& call) {
    return workspace::list_records(TRY(place_of(caller)), call);
}

Result<api::RecordPage> Records::get(const http::Caller& caller, const api::GetRecord& call) {
    return page_of(TRY(place_of(caller)), parts_.connections, call.entity, call.id);
}

// In the transaction of what it tells about. `before` without an id: the project is new.
Result<> Records::note_saved(const http::Caller& caller, const workspace::Place& place,
                             const workspace::Project& before, const workspace::Project& after) {
    const bool is_new = before.id.empty();
    auto entry = http::audited(
        caller, place.now,
        is_new ? api::AuditAction::project_created : api::AuditAction::project_changed);
    entry.subject_id = after.id;
    entry.subject_name = is_new ? after.name : before.name;
    if (is_new)
        entry.after_value = store::audit_text(TRY(content_of(place, after)));
    else if (before.is_active != after.is_active)
        store::tell_change(entry, Standing{before.is_active}, Standing{after.is_active});
    else
        store::tell_change(entry, TRY(content_of(place, before)), TRY(content_of(place, after)));
    return parts_.audit.append(std::move(entry));
}

Result<api::SaveProject::Reply> Records::save(const http::Caller& caller,
                                              const api::SaveProject& call) {
    const auto place = TRY(place_of(caller));
    TRY(check(call));
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    workspace::Project project;
    if (!call.id.empty()) {
        auto found = TRY(workspace::find<workspace::Project>(place, call.id));
        if (!found) return Error{ErrorCode::not_found, "no such project"};
        project = std::move(*found);
        if (project.changed_at.ms != call.version)
            return api::SaveProject::Reply{
                false, TRY(page_of(place, parts_.connections, Entity::project, call.id))};
    }
    auto wanted = TRY(filled_in(place, project, call));
    const bool is_change = call.id.empty() || !is_same_content(project, wanted);
    if (is_change) {
        wanted.id = TRY(save_newer(place, wanted));
        TRY(note_saved(caller, place, project, wanted));
    }
    api::SaveProject::Reply reply{
        true, TRY(page_of(place, parts_.connections, Entity::project, wanted.id))};
    TRY(transaction.commit());
    if (is_change) parts_.changed(place.workspace);
    return reply;
}

Result<api::RecordPage> Records::set_active(const http::Caller& caller,
                                            const api::SetProjectActive& call) {
    const auto place = TRY(place_of(caller));
    auto transaction = TRY(store::Transaction::begin(parts_.database));
    const auto before = TRY(workspace::find<workspace::Project>(place, call.id));
    if (!before) return Error{ErrorCode::not_found, "no such project"};
    auto project = *before;
    project.is_active = call.is_active;
    const bool is_change = before->is_active != call.is_active;
    if (is_change) {
        TRY(save_newer(place, project));
        TRY(note_saved(caller, place, *before, project));
    }
    auto page = TRY(page_of(place, parts_.connections, Entity::project, call.id));
    TRY(transaction.commit());
    if (is_change) parts_.changed(place.workspace);
    return page;
}

}  // namespace busy24::records
