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
struct IndexIn;
template <class... Calls>
struct IndexIn<api::CallList<Calls...>> {
    template <class C>
    static constexpr std::size_t of() {
        std::size_t index = 0;
        (void)((std::is_same_v<C, Calls> || (++index, false)) || ...);
        return index;
    }
};

template <api::Call C>
inline constexpr std::size_t call_index = IndexIn<api::AllCalls>::of<C>();

// Reads a reply into `reply` with the reader of its type, or else a failure.
bool read_answer(int status, const std::string& body, void* reply,
                 bool (*read)(const JsonValue&, void*, json_detail::Fault&), api::Failure& failure);

// Reads an answer to the call. Text that is not what the API promises becomes an unavailable
// Failure with the network's reason, since something in between must have spoken.
template <api::Call C>
Answer<C> decode_answer(int status, const std::string& body) {
    using Reply = typename C::Reply;
    Answer<C> answer;
    const bool is_reply = read_answer(status, body, &answer.reply.emplace(),
                                      json_detail::read_any<Reply>, answer.failure);
    if (!is_reply) answer.reply.reset();
    return answer;
}

// `path?a=1&b=x`, percent-encoded.
using QueryMembers = std::vector<std::pair<std::string_view, std::string>>;
std::string with_query(std::string_view path, const QueryMembers& members);

// The members of a GET.
template <api::Call C>
QueryMembers query_of(const C& call) {
    QueryMembers members;
    for_each_field_by_name<C>([&](const auto& f) {
        const auto& value = call.*f.member;
        using Member = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<Member, std::string>)
            members.emplace_back(f.name, value);
        else if constexpr (Worded<Member>)
            members.emplace_back(f.name, word_of(value));
        else
            members.emplace_back(f.name, to_json_text(value));
    });
    return members;
}

// The request for a call; update() gives it its number. `secrets` names the body's members that
// the host takes from the DOM.
template <api::Call C>
Send send(const C& call, std::vector<SecretMember> secrets = {}) {
    constexpr api::Endpoint endpoint = C::endpoint;
    Send request{.call = call_index<C>,
                 .method = endpoint.method,
                 .path = std::string(endpoint.path),
                 .secrets = std::move(secrets)};
    if constexpr (endpoint.method == api::Method::get)
        request.path = with_query(endpoint.path, query_of(call));
    else
        request.body = to_json_text(call);
    return request;
}

}  // namespace busy24::app
