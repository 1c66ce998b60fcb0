// The calls about who takes part in a project in Busy.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/http/caller.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/database.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/members.hpp"

namespace busy24::records {

// Thread-safe. That the project is one of the caller's workspace, and the caller may, the router
// has seen to.
class Members {
public:
    Members(store::Database& database, store::Audit& audit, Clock& clock, Random& random)
        : database_(database), audit_(audit), clock_(clock), random_(random) {}

    // For the router. Errors: not_found for a project of another workspace.
    Result<http::Standing> standing_in(const http::Session& session, const std::string& project_id);

    Result<api::MemberList> list(const http::Caller& caller, const api::ListMembers& call);
    Result<api::FindColleagues::Reply> find(const http::Caller& caller,
                                            const api::FindColleagues& call);
    Result<api::MemberList> save(const http::Caller& caller, const api::SaveMember& call);

private:
    workspace::Place place_of(const http::Session& session);
    store::Database& database_;
    store::Audit& audit_;
    Clock& clock_;
    Random& random_;
};

}  // namespace busy24::records
