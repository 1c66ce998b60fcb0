// The calls about the workspace's own records: lists, one record, saving and archiving a project,
// its details.
#pragma once

#include <functional>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/http/caller.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/workspace/projects.hpp"
#include "shared/api/project_details.hpp"
#include "shared/api/records.hpp"

namespace busy24::records {

// Lent for the program's life; all of them are thread-safe.
struct Parts {
    store::Database& database;
    store::Connections& connections;
    store::Audit& audit;
    Clock& clock;
    Random& random;
    // Told after a change is stored, so that it leaves for 24SevenOffice at once; and when details
    // are to be fetched from there.
    std::function<void(const WorkspaceId&)> changed = [](const WorkspaceId&) {};
};

// Thread-safe. Every question is about the caller's own workspace; what belongs to another one is
// answered like what is not there.
class Records {
public:
    explicit Records(Parts parts) : parts_(std::move(parts)) {}

    Result<api::ListRecords::Reply> list(const http::Caller& caller, const api::ListRecords& call);
    Result<api::RecordPage> get(const http::Caller& caller, const api::GetRecord& call);
    Result<api::SaveProject::Reply> save(const http::Caller& caller, const api::SaveProject& call);
    Result<api::RecordPage> set_active(const http::Caller& caller,
                                       const api::SetProjectActive& call);
    Result<api::GetProjectDetails::Reply> details(const http::Caller& caller,
                                                  const api::GetProjectDetails& call);

private:
    Result<workspace::Place> place_of(const http::Caller& caller);
    Result<> note_saved(const http::Caller& caller, const workspace::Place& place,
                        const workspace::Project& before, const workspace::Project& after);
    Parts parts_;
};

// How one record stands now, with its link. Errors: not_found.
Result<api::RecordPage> page_of(const workspace::Place& place, store::Connections& connections,
                                Entity entity, const std::string& id);

}  // namespace busy24::records
