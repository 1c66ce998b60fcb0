// One SOAP call over HTTP: its turn, its address, its time-outs, the answer's meaning, and another
// try where that is safe.
#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "proxy/doors/http_transport.hpp"
#include "proxy/erp/soap_codec.hpp"
#include "proxy/erp/throttle.hpp"
#include "shared/secret.hpp"

namespace busy24::erp {

// The two hosts of the ERP, without a slash at the end (contract 1).
struct Hosts {
    std::string api;
    std::string webservices;
};

// Where a reply goes. Before every attempt it is made empty again.
struct Destination {
    Target target;
    std::function<void()> clear;
    // Whether items have left already, so that a second attempt would hand them over twice.
    std::function<bool()> has_left = [] { return false; };
};

template <class T>
Destination into(T& reply) {
    return {target_of(reply), [&reply] { reply = T{}; }};
}
template <class T>
Destination into(ItemFeed<T>& feed) {
    return {feed.target(), [] {}, [&feed] { return feed.handed_over > 0; }};
}

// Asked right before a call that writes leaves; its error is then the call's.
using Guard = std::function<Result<>()>;

struct Request {
    Wire wire;
    Effect effect = Effect::read;
    const Secret& envelope;              // a log-in holds a password
    const Secret* session_id = nullptr;  // sent as cookie to either host (quirk 6)
    Patience patience = Patience::background;
    const Guard* guard = nullptr;
};

// Thread-safe.
class Exchange {
public:
    Exchange(HttpTransport& transport, Clock& clock, Random& random, Hosts hosts,
             ThrottleRates rates)
        : transport_(transport),
          clock_(clock),
          random_(random),
          hosts_(std::move(hosts)),
          throttle_(clock, random, rates) {}

    // One call, or up to three when it changes nothing to repeat it. Errors, beside those of the
    // fault table: throttled with retry_at_ms; unavailable "erp_down" after the last try; ambiguous
    // for a write whose answer was lost; internal "bad_answer".
    Result<> send(const Request& request, const Destination& destination);

    Throttle& throttle() { return throttle_; }

    // When the ERP last answered anything; the epoch when it has not, or when a job's call has
    // failed to reach it since.
    Instant answered_at() const { return {answered_at_ms_}; }

private:
    Result<> send_once(const Request& request, const Destination& destination);
    HttpRequest http_request(const Request& request) const;
    void note_limits(const HttpAnswer& answer);
    Error refused_for_now(const Request& request, const HttpAnswer& answer);
    Result<> meaning_of(const Request& request, const Result<HttpAnswer>& answer,
                        SoapReader& reader);

    HttpTransport& transport_;
    Clock& clock_;
    Random& random_;
    const Hosts hosts_;
    Throttle throttle_;
    std::atomic<std::int64_t> answered_at_ms_ = 0;
};

}  // namespace busy24::erp
