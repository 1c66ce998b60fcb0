// Changes that somebody makes in the ERP's own pages while a client mirrors it.
#pragma once

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

struct Edit {
    std::string kind;  // project, customer, work-type, person or hour
    // add, rename, deactivate, activate, touch, remove; for an hour approve, lock, reject or touch
    std::string what;
    std::int64_t id = 0;      // not for add
    std::string name = {};    // for add and rename
    std::int64_t tenant = 0;  // Client.Id; 0: the first
};

// Answers the id. "Deactivate" is: a project ends, a customer is deleted, a work type is inactive,
// a person is no employee any more. "Remove" makes it as if it had never been. The caller holds the
// world's lock. Errors: invalid or not_found, in one sentence.
Result<std::int64_t> apply_edit(World& world, const Edit& edit);

// block-identity, unblock-identity, revoke-access or restore-access: of the login's identity on
// that tenant; for 0 its default one when blocking, every one otherwise. Errors as above.
Result<> change_login(World& world, const std::string& username, const std::string& what,
                      std::int64_t tenant);

}  // namespace busy24::simulator
