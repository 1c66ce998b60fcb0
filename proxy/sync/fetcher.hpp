// Fetches what is known about single projects beside the runs: members, and allowed work types.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "proxy/store/connections.hpp"
#include "proxy/store/project_details.hpp"
#include "proxy/sync/members.hpp"
#include "proxy/sync/mirror.hpp"

namespace busy24::sync {

// Used by one thread. What is to be fetched is in the database; after a restart only the
// waiting between failures begins anew.
class Fetcher {
public:
    explicit Fetcher(MirrorParts& parts) : parts_(parts) {}

    // Makes the one call that is wanted most: the allowed work types of a project that somebody
    // looks at for the first time, then members, then allowed work types that have grown old. One
    // call only, so that a run never waits for more. False when nothing is due.
    bool fetch_one();
    // When something is due that the last fetch_one() has put off; nullopt when nothing is.
    std::optional<Instant> next_due() const { return due_; }

private:
    enum class Errand { needed_work_types, members, old_work_types };
    // How the calls for one workspace went of late.
    struct Standing {
        std::int64_t failures = 0;
        Instant wait_until;
        int batch = members_batch_max;
    };
    using Work = std::function<Result<>(const workspace::Place&, const erp::Session&)>;

    Result<bool> fetch_for(const store::Connection& connection, Errand errand);
    Result<bool> fetch_members(const store::Connection& connection, Standing& standing);
    Result<bool> fetch_work_types(const store::Connection& connection, Standing& standing,
                                  Errand errand);
    Result<> call(const store::Connection& connection, erp::Patience patience, const Work& work);
    void wait_after(Standing& standing, const Error& error);
    bool must_wait(Instant until);

    MirrorParts& parts_;
    store::ProjectDetails details_{parts_.database};
    // Apart, so that a missing right to the one does not hold up the other.
    std::map<std::string, Standing> members_standings_;
    std::map<std::string, Standing> work_types_standings_;
    Instant refreshed_at_;
    std::optional<Instant> due_;
};

}  // namespace busy24::sync
