// Result<T>: a value, or the one Error that says why there is none; what every fallible function
// returns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "shared/describe.hpp"

namespace busy24 {

// What the caller can do about it, not where it happened. The user interface has a text per code.
enum class ErrorCode {
    internal,         // a bug here, or a broken promise of the other system
    invalid,          // the input breaks a rule: change it and send it again
    unauthenticated,  // log in (again)
    forbidden,        // the account lacks a right
    not_found,        // there is no such record for this caller
    conflict,         // it exists already, or somebody else changed it first
    throttled,        // too many requests: wait until retry_at
    unavailable,      // the other system is down or slow; safe to try again
    ambiguous,        // the write may have happened: read back before trying again
};

constexpr auto words(ErrorCode) {
    return std::array{
        word(ErrorCode::internal, "internal"),
        word(ErrorCode::invalid, "invalid"),
        word(ErrorCode::unauthenticated, "unauthenticated"),
        word(ErrorCode::forbidden, "forbidden"),
        word(ErrorCode::not_found, "not_found"),
        word(ErrorCode::conflict, "conflict"),
        word(ErrorCode::throttled, "throttled"),
        word(ErrorCode::unavailable, "unavailable"),
        word(ErrorCode::ambiguous, "ambiguous"),
    };
}

struct Error {
    ErrorCode code = ErrorCode::internal;
    // For the operator's log, outermost context first; never shown to a user, never holds a secret.
    std::string detail;
    // Milliseconds since 1970 UTC, when the other side told when to come back (throttled,
    // unavailable).
    std::optional<std::int64_t> retry_at_ms = std::nullopt;
    // A stable word that picks a more exact text than the code alone, such as "wrong_password".
    std::string reason = {};

    bool operator==(const Error&) const = default;
};

template <class T = std::monostate>
class [[nodiscard]] Result {
public:
    Result() requires std::is_same_v<T, std::monostate>
    = default;
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Calling value() on a failure, or error() on a success, is a bug of the caller.
    T& value() & { return *std::get_if<0>(&state_); }
    const T& value() const& { return *std::get_if<0>(&state_); }
    // By value, so that `for (auto& x : f().value())` does not walk through what is gone.
    T value() && { return std::move(*std::get_if<0>(&state_)); }
    const Error& error() const { return *std::get_if<1>(&state_); }

    // Says what was being done, so that a detail reads "save hour 42: SaveHour: not a number".
    Result context(std::string_view doing) && {
        if (auto* error = std::get_if<1>(&state_))
            error->detail = std::string(doing) + ": " + error->detail;
        return std::move(*this);
    }

private:
    std::variant<T, Error> state_;
};

}  // namespace busy24

// Unwraps a Result, or returns its error from the enclosing function.
#define TRY(expression)                                                                \
    __extension__({                                                                    \
        auto try_result_ = (expression);                                               \
        if (!try_result_.ok()) return ::busy24::Error(std::move(try_result_).error()); \
        std::move(try_result_).value();                                                \
    })
