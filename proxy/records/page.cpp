// Gathers what the page of one record shows: the record, its link, and the version of a project.
#include "proxy/records/records.hpp"
#include "proxy/store/left_alone.hpp"
#include "proxy/store/records.hpp"
#include "proxy/workspace/lists.hpp"
#include "proxy/workspace/projects.hpp"

namespace busy24::records {

namespace {

bool is_connected(const store::Connection& connection, Entity entity) {
    if (connection.state != store::ConnectionState::connected) return false;
    if (entity == Entity::project) return connection.has_projects;
    return entity == Entity::customer ? connection.has_customers : connection.has_work_types;
}

Result<api::LinkState> link_state(const workspace::Place& place,
                                  const store::Connection& connection, Entity entity,
                                  const api::Record& record) {
    if (!is_connected(connection, entity)) return api::LinkState::local;
    store::Records mirrored(place.database);
    const auto link = TRY(mirrored.link_to(connection.id, entity, record.id));
    if (!link) {
        const bool is_let_be =
            TRY(store::LeftAlones(place.database, connection.id).has(entity, record.id));
        return is_let_be ? api::LinkState::local : api::LinkState::waiting;
    }
    if (record.is_active) return api::LinkState::linked;
    const auto there = TRY(mirrored.find(connection.id, entity, store::Side::erp, link->erp_id));
    return there && there->is_active ? api::LinkState::must_deactivate : api::LinkState::linked;
}

Result<> add_project(const workspace::Place& place, const std::string& id, api::RecordPage& page) {
    const auto project = TRY(workspace::find<workspace::Project>(place, id));
    if (!project) return Error{ErrorCode::not_found, "no such project"};
    page.description = project->description;
    page.version = project->changed_at.ms;
    if (project->customer_number) page.customer_number = std::to_string(*project->customer_number);
    return {};
}

}  // namespace

Result<api::RecordPage> page_of(const workspace::Place& place, store::Connections& connections,
                                Entity entity, const std::string& id) {
    auto record = TRY(workspace::record_of(place, entity, id));
    if (!record) return Error{ErrorCode::not_found, "no such record"};
    api::RecordPage page{.record = std::move(*record)};
    const auto connection = TRY(connections.of(place.workspace));
    page.link = TRY(link_state(place, connection, entity, page.record));
    if (entity == Entity::project) TRY(add_project(place, id, page));
    return page;
}

}  // namespace busy24::records
