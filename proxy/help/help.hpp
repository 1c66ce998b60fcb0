// The calls about the help.
#pragma once

#include "proxy/doors/clock.hpp"
#include "proxy/http/caller.hpp"
#include "proxy/store/connections.hpp"
#include "proxy/store/help_ratings.hpp"
#include "proxy/store/mirror_states.hpp"
#include "shared/api/help.hpp"

namespace busy24::help {

// Lent for the program's life; all of them are thread-safe.
struct Parts {
    store::Connections& connections;
    store::MirrorStates& mirror_states;
    store::HelpRatings& ratings;
    Clock& clock;
};

// Thread-safe.
class Help {
public:
    explicit Help(Parts parts) : parts_(parts) {}

    Result<api::ReadHelp::Reply> read(const http::Caller& caller, const api::ReadHelp& call);
    Result<api::Nothing> rate(const http::Caller& caller, const api::RateHelp& call);
    Result<api::ListHelpRatings::Reply> ratings(const http::Caller& caller);

private:
    Result<std::vector<api::HelpBlock>> rules(const http::Caller& caller, Language language);
    Parts parts_;
};

}  // namespace busy24::help
