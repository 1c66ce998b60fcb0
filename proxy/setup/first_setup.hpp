// The calls about first-time setup.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/http/caller.hpp"
#include "proxy/setup/carrying_out.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/first_setup.hpp"

namespace busy24::setup {

// Thread-safe. Every call is an administrator's, about the own workspace.
class FirstSetup {
public:
    FirstSetup(store::Database& database, store::Audit& audit, CarryingOut& carrying_out,
               Clock& clock, Random& random)
        : database_(database),
          audit_(audit),
          carrying_out_(carrying_out),
          clock_(clock),
          random_(random) {}

    Result<api::FirstSetup> get(const http::Caller& caller);
    Result<api::FirstSetup> save_roles(const http::Caller& caller, const api::SaveSetupRoles& call);
    Result<api::PreviewSetup::Reply> preview(const http::Caller& caller,
                                             const api::PreviewSetup& call);
    Result<api::FirstSetup> apply(const http::Caller& caller, const api::ApplySetup& call);
    Result<api::FirstSetup> undo(const http::Caller& caller, const api::UndoSetup& call);

private:
    workspace::Place place_of(const http::Caller& caller);
    Result<> check_idle(const WorkspaceId& workspace);

    store::Database& database_;
    store::Audit& audit_;
    CarryingOut& carrying_out_;
    Clock& clock_;
    Random& random_;
    store::Setups setups_{database_};
};

}  // namespace busy24::setup
