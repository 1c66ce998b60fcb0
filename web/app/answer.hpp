// Typed requests and answers: a page sends a struct of the API and receives its Reply or a Failure.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/api/all.hpp"
#include "shared/json.hpp"
#include "web/app/effect.hpp"

namespace busy24::app {

// The reason of a Failure that no server spoke: the network, a time-out, or a page of something in
// between.
inline constexpr std::string_view network_reason = "network";

template <api::Call C>
struct Answer {
    std::optional<typename C::Reply> reply;
    api::Failure failure = {};  // meaningful when there is no reply
    bool ok() const { return reply.has_value(); }
};

template <class List>
struct AnswersOf;
template <class... Calls>
struct AnswersOf<api::CallList<Calls...>> {
    using Any = std::variant<Answer<Calls>...>;
    template <class C>
    static constexpr std::size_t index() {
        std::size_t index = 0;
        (void)((std::is_same_v<C, Calls> || (++index, false)) || ...);
        return index;
    }
};

using AnyAnswer = AnswersOf<api::AllCalls>::Any;

template <api::Call C>
inline constexpr std::size_t call_index = AnswersOf<api::AllCalls>::index<C>();

// Reads an answer to the call of that index. Text that is not what the API promises becomes an
// unavailable Failure with the network's reason, since something in between must have spoken.
AnyAnswer decode_answer(std::size_t call, int status, const std::string& body);

// `path?a=1&b=x`, percent-encoded, from the members of a JSON object.
std::string with_query(std::string_view path, const nlohmann::json& members);

// The request for a call; update() gives it its number. `secrets` names the body's members that
// the host takes from the DOM.
template <api::Call C>
Send send(const C& call, std::vector<SecretMember> secrets = {}) {
    constexpr api::Endpoint endpoint = C::endpoint;
    const bool has_body = endpoint.method != api::Method::get;
    return Send{
        .call = call_index<C>,
        .method = endpoint.method,
        .path = has_body ? std::string(endpoint.path) : with_query(endpoint.path, to_json(call)),
        .body = has_body ? to_json_text(call) : std::string(),
        .secrets = std::move(secrets)};
}

}  // namespace busy24::app
