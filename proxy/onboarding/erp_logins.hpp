// Finds out whether a 24SevenOffice login is right, for everybody who must not become a way to test
// passwords.
#pragma once

#include <mutex>
#include <optional>

#include "proxy/onboarding/answer_grid.hpp"
#include "proxy/onboarding/draft.hpp"
#include "proxy/store/login_attempts.hpp"

namespace busy24::onboarding {

// A login that 24SevenOffice let in. It stays counted as a guess until the asker has found that it
// also has a place here: otherwise a right password without one could be told from a wrong one.
struct ErpVerdict {
    std::vector<Reach> reaches;
    store::Reservation reservation;
};

// Thread-safe.
class ErpLogins {
public:
    ErpLogins(store::LoginAttempts& attempts, erp::Client& erp, Clock& clock)
        : attempts_(attempts), erp_(erp), clock_(clock) {}

    // Whether the name may come in at all: one that may not never reaches 24SevenOffice.
    enum class Name { unknown, known };
    // Counted before it is made. Errors: unauthenticated for every kind of refusal; throttled and
    // unavailable from what every name is told, known or not, and from that alone.
    Result<ErpVerdict> verify(const erp::Credential& credential, const store::Attempt& attempt,
                              Name name);
    // It was no guess.
    Result<> accept(const ErpVerdict& verdict) { return attempts_.release(verdict.reservation); }

    // The time that an answer takes at least, so that those who asked 24SevenOffice are not the
    // late ones.
    const AnswerPace& pace() const { return pace_; }

private:
    Result<> check_weather();
    Result<> reach();
    store::LoginAttempts& attempts_;
    erp::Client& erp_;
    Clock& clock_;
    AnswerPace pace_;
    std::mutex mutex_;
    std::optional<Error> bad_weather_;
    Instant bad_weather_until_;
};

}  // namespace busy24::onboarding
