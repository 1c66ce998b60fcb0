// The calls about who is ready: the board, matching by hand, reminders.
#pragma once

#include <functional>

#include "proxy/doors/clock.hpp"
#include "proxy/doors/random.hpp"
#include "proxy/http/caller.hpp"
#include "proxy/people/people.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/workspace/colleagues.hpp"
#include "shared/api/readiness.hpp"

namespace busy24::setup {

// Thread-safe. Every call is an administrator's, about the own workspace. Letters are the affair of
// People, which makes the invitations.
class Readiness {
public:
    // `warn` hears why somebody could not be reminded.
    Readiness(store::Database& database, store::Audit& audit, people::People& people, Clock& clock,
              Random& random, std::function<void(const Error&)> warn)
        : database_(database),
          audit_(audit),
          people_(people),
          clock_(clock),
          random_(random),
          warn_(std::move(warn)) {}

    Result<api::ReadyList> list(const http::Caller& caller);
    Result<api::ReadyList> match(const http::Caller& caller, const api::MatchUser& call);
    Result<api::RemindPeople::Reply> remind(const http::Caller& caller,
                                            const api::RemindPeople& call);

private:
    struct Entry;
    workspace::Place place_of(const http::Caller& caller);
    Result<std::vector<Entry>> entries(const workspace::Place& place);
    Result<std::vector<Entry>> waiting(const workspace::Place& place);
    api::Invited renew(const http::Caller& caller, const Entry& entry, Language language);
    std::vector<api::Invited> invite(const http::Caller& caller, const api::InviteUsers& call);
    Result<> unmatch(const http::Caller& caller, const workspace::Colleague& colleague);

    store::Database& database_;
    store::Audit& audit_;
    people::People& people_;
    Clock& clock_;
    Random& random_;
    std::function<void(const Error&)> warn_;
};

}  // namespace busy24::setup
