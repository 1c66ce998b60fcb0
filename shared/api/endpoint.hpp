// What every call of our own JSON API has in common: method, path, who may make it, and the error
// answer.
#pragma once

#include <cstdint>
#include <string>

#include "shared/describe.hpp"
#include "shared/result.hpp"

namespace busy24::api {

enum class Method { get, post, put };
constexpr auto words(Method) {
    return std::array{word(Method::get, "GET"), word(Method::post, "POST"),
                      word(Method::put, "PUT")};
}

// Who may call. Every endpoint states it, so that a route without a rule does not compile.
enum class Access {
    anyone,         // no cookie needed; the call may create a visitor's session
    visitor,        // a session that is in the middle of the onboarding or of logging in
    signed_in,      // any user of a workspace
    administrator,  // an administrator of the workspace
    // About one project, which the call names: all of it for its managers and for administrators,
    // and what is about themselves for the others.
    project_reader,
    project_manager,  // a manager of the project, or an administrator
};
constexpr auto words(Access) {
    return std::array{word(Access::anyone, "anyone"),
                      word(Access::visitor, "visitor"),
                      word(Access::signed_in, "signed_in"),
                      word(Access::administrator, "administrator"),
                      word(Access::project_reader, "project_reader"),
                      word(Access::project_manager, "project_manager")};
}
// Calls with such an access say which member of theirs names the project:
//     static constexpr auto project = &SaveMember::project_id;
constexpr bool is_about_project(Access access) { return access >= Access::project_reader; }

struct Endpoint {
    Method method;
    std::string_view path;
    Access access;
    std::size_t body_bytes_max = 16 * 1024;
};

// A call is a described struct with an Endpoint and the described struct that answers it. The
// members of a GET travel in the query string, those of the others as a JSON object.
template <class T>
concept Call = Described<T> && Described<typename T::Reply> && requires {
    { T::endpoint } -> std::convertible_to<Endpoint>;
};

template <class C>
concept NamesProject = requires(const C& call) {
    { call.*C::project } -> std::convertible_to<const std::string&>;
};

// The answer to every call that fails: {"error": {...}} with the HTTP status of the code.
struct Failure {
    ErrorCode code = ErrorCode::internal;
    std::string reason;       // a stable word that picks a more exact text; may be empty
    std::string tracking_id;  // what a user quotes to the operator
    std::optional<std::int64_t> retry_at_ms;
    static constexpr auto fields() {
        return std::tuple{field("code", &Failure::code), field("reason", &Failure::reason),
                          field("trackingId", &Failure::tracking_id),
                          field("retryAtMs", &Failure::retry_at_ms)};
    }
    bool operator==(const Failure&) const = default;
};

struct FailureAnswer {
    Failure error;
    static constexpr auto fields() { return std::tuple{field("error", &FailureAnswer::error)}; }
    bool operator==(const FailureAnswer&) const = default;
};

// The reply of a call that answers with a table instead of JSON.
struct Csv {
    std::string text;
    static constexpr auto fields() { return std::tuple{field("text", &Csv::text)}; }
    bool operator==(const Csv&) const = default;
};

struct Nothing {
    static constexpr auto fields() { return std::tuple{}; }
    bool operator==(const Nothing&) const = default;
};

}  // namespace busy24::api
