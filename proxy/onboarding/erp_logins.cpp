// One try of a login, and what of it may be told.
#include "proxy/onboarding/erp_logins.hpp"

#include <algorithm>

namespace busy24::onboarding {

namespace {

// How long an answer, to whomever, shows that the ERP can be asked. An outage that is younger is
// told to nobody, so short; strangers make no more calls than one in that time.
constexpr std::int64_t good_weather_lasts_ms = 10 * second_ms;
constexpr std::int64_t bad_weather_lasts_ms = 30 * second_ms;

Error not_ok() { return {ErrorCode::unauthenticated, "no such login here"}; }

}  // namespace

// Asked before anybody looks at the name, with a question that holds none: the first asker in an
// outage is told of it as all others are.
Result<> ErpLogins::check_weather() {
    if (const auto until = erp_.blocked_until(); until && *until > clock_.now())
        return Error{ErrorCode::throttled, "the ERP refuses all calls", until->ms, "quarantine"};
    // One asks, and the others wait for the answer.
    const std::lock_guard lock(mutex_);
    if (bad_weather_ && clock_.now() < bad_weather_until_) return *bad_weather_;
    bad_weather_.reset();
    return clock_.now() - erp_.answered_at() < good_weather_lasts_ms ? Result<>() : reach();
}

Result<> ErpLogins::reach() {
    const auto reached = erp_.reach();
    if (reached.ok()) return reached;
    bad_weather_ = reached.error();
    bad_weather_until_ = clock_.now() + bad_weather_lasts_ms;
    if (const auto retry_at_ms = bad_weather_->retry_at_ms)
        bad_weather_until_ = std::min(bad_weather_until_, Instant{*retry_at_ms});
    return reached;
}

Result<ErpVerdict> ErpLogins::verify(const erp::Credential& credential,
                                     const store::Attempt& attempt, Name name) {
    const auto started = clock_.now();
    const auto reservation = TRY(attempts_.reserve(attempt, started));
    if (const auto weather = check_weather(); !weather.ok()) {
        // Of no name anything was learnt, so it was no guess.
        TRY(attempts_.release(reservation));
        return weather.error();
    }
    if (name == Name::unknown || !reservation.may_try) return not_ok();
    auto signed_in = erp_.sign_in(credential);
    pace_.took(clock_.now() - started);
    // Security rule: which of the many ways to fail it was is for nobody to know, and all of them
    // count. What comes of a name that is asked for would tell that it is known, and what fails
    // after the log-in that the password is right; the next one who asks is told what every name
    // is.
    if (!signed_in.ok()) return not_ok();
    return ErpVerdict{reaches_of(signed_in.value().identities), reservation};
}

}  // namespace busy24::onboarding
