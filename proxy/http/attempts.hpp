// The caller's attempts to log in: a browser that did so before is counted apart from strangers.
#pragma once

#include "proxy/http/caller.hpp"
#include "proxy/store/devices.hpp"
#include "proxy/store/login_attempts.hpp"

namespace busy24::http {

// An attempt of this caller on an account, as it is counted. Errors: those of the database.
inline Result<store::Attempt> attempt_by(const Caller& caller, store::Devices& devices,
                                         const std::string& account,
                                         std::vector<std::string> workspaces, Instant now) {
    return store::Attempt{.account = account,
                          .address = caller.address,
                          .workspaces = std::move(workspaces),
                          .device = TRY(devices.known(caller.device, account, now))};
}

// A try of an account by somebody who is known in another way. They have tries of their own, which
// strangers cannot use up by guessing at that account; and as many for all accounts as for one, so
// that nobody tries passwords of many.
inline store::Attempt attempt_of(const std::string& asker, const Caller& caller) {
    return {.account = {}, .address = caller.address, .workspaces = {}, .device = asker};
}

// The account has logged in here: strangers can no longer lock it out of this browser.
inline Result<> remember_device(Caller& caller, store::Devices& devices, const std::string& account,
                                Instant now) {
    if (auto fresh = TRY(devices.remember(caller.device, account, now)))
        caller.new_device = std::move(*fresh);
    return {};
}

}  // namespace busy24::http
