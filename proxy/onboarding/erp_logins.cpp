// One try of a login, and what of it may be told.
#include "proxy/onboarding/erp_logins.hpp"

namespace busy24::onboarding {

namespace {

// How long one log-in's failure to reach the ERP stands for everybody's.
constexpr std::int64_t weather_lasts_ms = 30 * second_ms;

Error not_ok() { return {ErrorCode::unauthenticated, "no such login here"}; }

}  // namespace

Result<> ErpLogins::check_weather() {
    const auto now = clock_.now();
    if (const auto until = erp_.blocked_until(); until && *until > now)
        return Error{ErrorCode::throttled, "the ERP refuses all calls", until->ms, "quarantine"};
    if (now.ms < erp_down_until_ms_)
        return Error{ErrorCode::unavailable, "the ERP was down a moment ago", std::nullopt,
                     "erp_down"};
    return {};
}

Result<ErpVerdict> ErpLogins::verify(const erp::Credential& credential,
                                     const store::Attempt& attempt, Name name) {
    const auto started = clock_.now();
    const auto reservation = TRY(attempts_.reserve(attempt, started));
    if (name == Name::unknown || !reservation.may_try) {
        const auto weather = check_weather();
        if (!weather.ok()) TRY(attempts_.release(reservation));
        TRY(weather);
        return not_ok();
    }
    auto signed_in = erp_.sign_in(credential);
    if (signed_in.ok()) {
        pace_.took(clock_.now() - started);
        return ErpVerdict{reaches_of(signed_in.value().identities), reservation};
    }
    auto error = std::move(signed_in).error();
    if (error.code == ErrorCode::unavailable)
        erp_down_until_ms_ = clock_.now().ms + weather_lasts_ms;
    if (error.code != ErrorCode::unavailable && error.code != ErrorCode::throttled) {
        pace_.took(clock_.now() - started);
        // Which of the many ways to be refused it was is for nobody to know.
        return not_ok();
    }
    // Nothing was learnt about the password, so it was no guess.
    TRY(attempts_.release(reservation));
    return error;
}

}  // namespace busy24::onboarding
