// The mirror as the rest of the program sees it: prepare a plan, show it, carry it out, tell how
// far it is.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/erp/client.hpp"
#include "proxy/store/runs.hpp"
#include "proxy/sync/safety_rules.hpp"
#include "proxy/sync/switches.hpp"
#include "shared/api/connection.hpp"
#include "shared/ids.hpp"

namespace busy24::sync {

// Opens the connection's session at 24SevenOffice, so that the mirror never sees a credential.
// Called on the worker's thread. Errors: as erp::Client::session(), and unauthenticated
// "login_expired" when the login was for this session only and is gone.
using ErpAccess = std::function<Result<erp::Session>(const ConnectionId&)>;

// Something that an operator wants in the log: "run_done", "run_prepared", "run_failed" (with its
// error) or "run_put_down"; or, without a run, "fetch_failed" (likewise).
struct MirrorNote {
    std::string event;
    RunId run;
    WorkspaceId workspace;
    std::optional<Error> error = std::nullopt;
};

struct MirrorParts {
    store::Database& database;
    Clock& clock;
    Random& random;
    ErpAccess erp;
    // Called on one of the mirror's threads.
    std::function<void(const MirrorNote&)> note = [](const MirrorNote&) {};
    SafetyRules rules = {};
    // How long 24SevenOffice may be at work on a record of which no answer came: ASP.NET gives a
    // request up after 110 s, and the clocks of two machines differ.
    std::int64_t save_lasts_ms = 3 * minute_ms;
};

// Thread-safe. All state is in the database: what is asked for survives a restart.
class Mirror {
public:
    explicit Mirror(MirrorParts parts);
    ~Mirror();
    Mirror(const Mirror&) = delete;
    Mirror& operator=(const Mirror&) = delete;

    // Starts its threads, which first take up what the last process left unfinished. A process that
    // is not gone after all loses its runs to this one, and writes nothing more.
    void start();
    // Ends the threads after the batches in hand.
    void stop();
    // Does all work that is due, on the calling thread. For tests and the command line, instead of
    // start().
    void work_until_idle();
    // Starts a run for every connection whose time has come (see domain::next_run()); the thread of
    // start() does so by itself. Returns when the next is due; nullopt when nothing is connected.
    Result<std::optional<Instant>> start_due_runs();
    // When the connection's next run is due; nullopt while one is under way or held.
    Result<std::optional<Instant>> next_run(const ConnectionId& connection);
    // People have changed records here (see workspace::note_change()), or how the mirror runs, or
    // look at a project whose details are missing (see store::ProjectDetails::needed()).
    void busy_changed();

    // Reads 24SevenOffice and makes the plan, in the background, for the connection's switches as
    // they are stored, or as they might be. Nothing happens when a plan for the same switches is
    // fresh or being made; one that failed is tried again at once. A person who has a user in the
    // workspace by now is matched to it, so the administrator's user is best made before. Errors:
    // not_found; conflict when a run is under way.
    Result<> prepare(const ConnectionId& connection,
                     const std::optional<Switches>& chosen = std::nullopt);
    // What prepare() has come to. State none when it was never asked for, or the switches changed.
    Result<api::Preview> preview(const ConnectionId& connection,
                                 const std::optional<Switches>& chosen = std::nullopt);
    // Changes the connection's switches and carries out what was prepared for them. Errors:
    // conflict "preview_not_ready" when that is missing or older than 15 minutes.
    Result<> start_prepared(const ConnectionId& connection, const std::string& started_by,
                            const Switches& chosen);
    // Errors: not_found for a question that this connection does not have.
    Result<> decide(const ConnectionId& connection, const std::string& question,
                    api::Decision decision);

    // Carries the plan out, in the background. What the workspace holds is looked at once more; and
    // 24SevenOffice is read again first when the reading is older than 15 minutes, or was made for
    // other switches, or is missing. `started_by` is a person's name, or empty.
    // Errors: invalid "undecided_matches"; not_found; conflict when a run is under way.
    Result<RunId> start_first_run(const ConnectionId& connection, const std::string& started_by);

    // Brings both sides into step, in the background: everything is compared, or only what was
    // changed since the last run. Nothing happens while a run is under way. `started_by` is a
    // person's name, or empty for the program. Errors: not_found; conflict "not_connected" before
    // the first run has come to its end; conflict "run_under_way".
    Result<RunId> sync(const ConnectionId& connection, const std::string& started_by,
                       store::Scope scope);
    // A held run goes on all the same, now that somebody has seen why. When its plan is older than
    // 15 minutes, everything is read again, and a guard may hold it once more. Errors: as resume().
    Result<api::Run> approve(const WorkspaceId& workspace, const RunId& run);

    // A held run is given up, and nothing was done. Errors: conflict when it is not one.
    Result<api::Run> drop(const WorkspaceId& workspace, const RunId& run);

    // The newest run for an empty id. Errors of all four: not_found when the workspace has no such
    // run.
    Result<api::Run> run(const WorkspaceId& workspace, const RunId& run);
    // Nothing is written any more when this returns, but for a batch that was in hand. Errors:
    // conflict when it has ended.
    Result<api::Run> cancel(const WorkspaceId& workspace, const RunId& run);
    // Goes on with a cancelled or failed run. Errors: conflict when it is under way or succeeded.
    Result<api::Run> resume(const WorkspaceId& workspace, const RunId& run);
    Result<api::GetRunRecords::Reply> records(const WorkspaceId& workspace,
                                              const api::GetRunRecords& call);

    // How many records of each kind the workspace holds.
    Result<std::vector<api::EntityCount>> counts(const WorkspaceId& workspace);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace busy24::sync
