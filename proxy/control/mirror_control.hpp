// The calls by which an administrator watches and steers the mirror.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/http/audited.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/sync/mirror.hpp"
#include "proxy/workspace/place.hpp"
#include "shared/api/explanation.hpp"
#include "shared/api/mirror.hpp"

namespace busy24::control {

// Lent for the program's life; all of them are thread-safe.
struct Parts {
    store::Database& database;
    store::Connections& connections;
    sync::Mirror& mirror;
    store::Audit& audit;
    Clock& clock;
    Random& random;
};

// Thread-safe. Every call is about the caller's own workspace.
class MirrorControl {
public:
    explicit MirrorControl(Parts parts) : parts_(parts) {}

    Result<api::MirrorState> get(const http::Caller& caller);
    Result<api::MirrorState> sync(const http::Caller& caller, const api::SyncNow& call);
    Result<api::MirrorState> pause(const http::Caller& caller, const api::PauseMirror& call);
    Result<api::MirrorState> set_policy(const http::Caller& caller, const api::SetPolicy& call);
    Result<api::MirrorState> decide_held(const http::Caller& caller,
                                         const api::DecideHeldRun& call);
    Result<api::MirrorState> decide_problem(const http::Caller& caller,
                                            const api::DecideProblem& call);
    Result<api::MirrorState> decide_conflict(const http::Caller& caller,
                                             const api::DecideConflict& call);
    Result<api::MirrorState> decide_question(const http::Caller& caller,
                                             const api::DecideQuestion& call);
    Result<api::GetAttention::Reply> attention(const http::Caller& caller);
    Result<api::Preview> preview_switches(const http::Caller& caller,
                                          const api::PreviewSwitches& call);
    Result<api::MirrorState> set_switches(const http::Caller& caller, const api::SetSwitches& call);
    Result<api::ExplainRecord::Reply> change_link(const http::Caller& caller,
                                                  const api::ChangeLink& call);
    Result<api::Csv> export_runs(const http::Caller& caller);
    Result<api::Csv> export_problems(const http::Caller& caller);
    Result<api::ListRuns::Reply> runs(const http::Caller& caller, const api::ListRuns& call);
    Result<api::ExplainRecord::Reply> explain(const http::Caller& caller,
                                              const api::ExplainRecord& call);

private:
    struct Scene {
        workspace::Place place;
        store::Connection connection;
        std::string user_name;
    };
    // Begins the transaction that something is done and told in.
    Result<store::Transaction> begin() { return store::Transaction::begin(parts_.database); }
    // Tells what the caller did; in that transaction.
    Result<> note(const http::Caller& caller, api::AuditAction action, store::AuditEntry told);
    Result<std::string> name_of(const Scene& scene, Entity entity, const std::string& id);
    Result<Scene> scene_of(const http::Caller& caller);
    Result<api::MirrorState> state_of(const Scene& scene);
    Result<api::ExplainRecord::Reply> explain(const Scene& scene, const api::ExplainRecord& call);
    Result<> start_now(const Scene& scene, store::Scope scope);
    Parts parts_;
};

}  // namespace busy24::control
