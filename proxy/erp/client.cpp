// Puts exchange and session keeper together, and repeats a call once when its session was lost.
#include "proxy/erp/client.hpp"

#include "proxy/erp/faults.hpp"
#include "proxy/erp/session_keeper.hpp"

namespace busy24::erp {

struct Client::State {
    State(HttpTransport& transport, Clock& clock, Random& random, SessionStore& store,
          const ClientOptions& options)
        : exchange(transport, clock, random, {options.api_url, options.webservices_url},
                   options.rates),
          keeper(exchange, clock, random, store, options.application_id) {}

    Exchange exchange;
    SessionKeeper keeper;
};

struct Session::State {
    std::shared_ptr<Client::State> client;
    // Shared by the copies of a session, for a password has one place in memory.
    std::shared_ptr<const Credential> credential;
    TenantId tenant;
    Patience patience;
    Identity identity;
    std::uint64_t forgettings = 0;
    Guard guard = {};
};

Client::Client(HttpTransport& transport, Clock& clock, Random& random, SessionStore& store,
               ClientOptions options)
    // Shared with the sessions, which may outlive the client.
    : state_(std::make_shared<State>(transport, clock, random, store, std::move(options))) {}

Client::~Client() = default;

Result<SignedIn> Client::sign_in(const Credential& credential, Patience patience) {
    return state_->keeper.sign_in(credential, patience).context("sign in");
}

Result<Session> Client::session(const Credential& credential, TenantId tenant, Patience patience) {
    auto held = TRY(state_->keeper.hold(credential, tenant, patience).context("open a session"));
    return Session(std::make_shared<const Session::State>(
        Session::State{state_, std::make_shared<const Credential>(credential.clone()), tenant,
                       patience, std::move(held.identity), held.forgettings}));
}

void Client::forget(const std::string& username) { state_->keeper.forget(username); }

void Client::forget(const std::string& username, TenantId tenant) {
    state_->keeper.forget(username, tenant);
}

std::optional<Instant> Client::blocked_until() {
    return state_->exchange.throttle().blocked_until();
}

Instant Client::answered_at() const { return state_->exchange.answered_at(); }

Result<> Client::reach() {
    const authenticate::HasSession question;
    bool reply = false;
    const Secret envelope(encode(question));
    const auto asked = state_->exchange.send({.wire = question.wire,
                                              .effect = effect_of(question),
                                              .envelope = envelope,
                                              .patience = Patience::interactive},
                                             into(reply));
    if (asked.ok() || asked.error().code == ErrorCode::throttled) return asked;
    // An answer that makes no sense comes from elsewhere than the ERP.
    return Error{ErrorCode::unavailable, asked.error().detail, std::nullopt, "erp_down"};
}

void Client::stop() { state_->exchange.throttle().stop(); }

Result<> Session::exchange(const Wire& wire, Effect effect, const std::string& envelope,
                           const Destination& destination) const {
    auto& client = *state_->client;
    const Secret text(envelope);
    std::uint64_t lost_generation = 0;
    while (true) {
        const auto held =
            TRY(client.keeper.hold(*state_->credential, state_->tenant, state_->patience,
                                   lost_generation, state_->forgettings));
        auto result = client.exchange.send({.wire = wire,
                                            .effect = effect,
                                            .envelope = text,
                                            .session_id = &held.id,
                                            .patience = state_->patience,
                                            .guard = state_->guard ? &state_->guard : nullptr},
                                           destination);
        if (result.ok() || !is_session_lost(result.error())) return result;
        if (lost_generation != 0) {
            // Lost, renewed, and lost at once. It is not the caller who must log in.
            Error error = std::move(result).error();
            error.code = ErrorCode::unavailable;
            return error;
        }
        lost_generation = held.generation;
    }
}

Identity Session::identity() const { return state_->identity; }

TenantId Session::tenant() const { return state_->tenant; }

Session Session::with(Patience patience) const {
    auto state = *state_;
    state.patience = patience;
    return Session(std::make_shared<const State>(std::move(state)));
}

Session Session::guarded(Guard guard) const {
    auto state = *state_;
    state.guard = std::move(guard);
    return Session(std::make_shared<const State>(std::move(state)));
}

}  // namespace busy24::erp
