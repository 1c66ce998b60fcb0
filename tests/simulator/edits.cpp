// One function per kind for what differs, one for what does not.
#include "tests/simulator/edits.hpp"

#include <algorithm>

namespace busy24::simulator {

namespace {

void rename(Project& project, const std::string& name) { project.name = name; }
void rename(Company& company, const std::string& name) { company.name = name; }
void rename(WorkType& type, const std::string& name) { type.name = name; }
// The last word is the family's name.
void rename(Person& person, const std::string& name) {
    const auto space = name.rfind(' ');
    person.first_name = space == name.npos ? "" : name.substr(0, space);
    person.last_name = space == name.npos ? name : name.substr(space + 1);
}

void set_active(Project& project, bool is_active) { project.is_active = is_active; }
void set_active(Company& company, bool is_active) { company.is_deleted = !is_active; }
void set_active(WorkType& type, bool is_active) { type.is_active = is_active; }
void set_active(Person& person, bool is_active) { person.is_employee = is_active; }

void touch(Project& project, std::int64_t now) { project.changed_at = now; }
void touch(Company& company, std::int64_t now) { company.changed_at = now; }
// Nothing tells when a work type changed.
void touch(WorkType&, std::int64_t) {}
void touch(Person& person, std::int64_t now) { person.changed_at = now; }

Error no_such(const Edit& edit) {
    return {ErrorCode::not_found, "there is no " + edit.kind + " " + std::to_string(edit.id)};
}

Error no_such_change(const Edit& edit) {
    return {ErrorCode::invalid, "a " + edit.kind + " cannot be \"" + edit.what + "\""};
}

template <class Record>
std::int64_t add(std::vector<Record>& records, std::int64_t first_id, const Edit& edit,
                 std::int64_t now) {
    Record record;
    record.id = first_id;
    for (const auto& other : records) record.id = std::max(record.id, other.id + 1);
    rename(record, edit.name);
    touch(record, now);
    if constexpr (requires { record.registered_at; }) record.registered_at = now;
    records.push_back(std::move(record));
    return records.back().id;
}

template <class Record>
Result<std::int64_t> change(std::vector<Record>& records, std::int64_t first_id, const Edit& edit,
                            std::int64_t now) {
    if (edit.what == "add") return add(records, first_id, edit, now);
    const auto record = std::find_if(records.begin(), records.end(),
                                     [&](const Record& other) { return other.id == edit.id; });
    if (record == records.end()) return no_such(edit);
    if (edit.what == "remove") {
        records.erase(record);
        return edit.id;
    }
    if (edit.what == "rename")
        rename(*record, edit.name);
    else if (edit.what == "deactivate" || edit.what == "activate")
        set_active(*record, edit.what == "activate");
    else if (edit.what != "touch")
        return no_such_change(edit);
    touch(*record, now);
    return record->id;
}

Result<std::int64_t> change_hour(Tenant& tenant, const Edit& edit, std::int64_t now) {
    for (auto& hour : tenant.hours) {
        if (hour.id != edit.id) continue;
        if (edit.what == "approve")
            hour.approved = "True";
        else if (edit.what == "lock")
            hour.locked = "True";
        else if (edit.what == "reject")
            hour.is_rejected = true;
        else if (edit.what != "touch")
            return no_such_change(edit);
        hour.changed_at = now;
        return hour.id;
    }
    return no_such(edit);
}

}  // namespace

Result<std::int64_t> apply_edit(World& world, const Edit& edit) {
    auto* tenant = edit.tenant ? world.tenant(edit.tenant) : &world.data.tenants.front();
    if (!tenant)
        return Error{ErrorCode::not_found, "there is no tenant " + std::to_string(edit.tenant)};
    const auto now = world.now_ms();
    if (edit.kind == "project") return change(tenant->projects, 1'001, edit, now);
    if (edit.kind == "customer") return change(tenant->companies, 10'000, edit, now);
    if (edit.kind == "work-type") return change(tenant->work_types, 300, edit, now);
    if (edit.kind == "person") return change(tenant->persons, 7'001, edit, now);
    if (edit.kind == "hour") return change_hour(*tenant, edit, now);
    return Error{ErrorCode::invalid, "\"" + edit.kind + "\" is no kind of record"};
}

Result<> change_login(World& world, const std::string& username, const std::string& what,
                      std::int64_t tenant) {
    auto* login = world.login(username);
    if (!login) return Error{ErrorCode::not_found, "there is no login \"" + username + "\""};
    const bool is_block = what == "block-identity";
    const bool is_revoke = what == "revoke-access";
    if (!is_block && !is_revoke && what != "unblock-identity" && what != "restore-access")
        return Error{ErrorCode::invalid, "a login cannot be \"" + what + "\""};
    for (auto& identity : login->identities) {
        const bool is_meant = tenant ? world.data.tenants[identity.tenant].id == tenant
                                     : !is_block || identity.is_default;
        if (!is_meant) continue;
        if (is_block || what == "unblock-identity") identity.is_blocked = is_block;
        if (is_revoke || what == "restore-access") identity.is_revoked = is_revoke;
    }
    return {};
}

}  // namespace busy24::simulator
