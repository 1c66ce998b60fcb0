// Writes to those who want to know when a connection breaks, and when it is mended.
#pragma once

#include "proxy/connection/health.hpp"
#include "proxy/mail/post_office.hpp"
#include "proxy/store/users.hpp"
#include "proxy/store/workspaces.hpp"

namespace busy24::connection {

// Lent for the program's life; all of them are thread-safe.
struct AlarmParts {
    store::Database& database;
    store::Workspaces& workspaces;
    store::Users& users;
    mail::PostOffice& post_office;
    std::string settings_url;  // where the button of the letter leads
};

// Thread-safe.
class Alarm {
public:
    explicit Alarm(AlarmParts parts) : parts_(std::move(parts)) {}
    // Queues one letter to each who was chosen, in the transaction that notes the change. A letter
    // that cannot be queued keeps nobody from knowing the change. Errors: the database's.
    Result<> tell(const HealthChange& change);

private:
    Result<std::vector<store::User>> receivers(const WorkspaceId& workspace);
    AlarmParts parts_;
};

}  // namespace busy24::connection
