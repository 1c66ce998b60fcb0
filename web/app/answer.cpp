// Reads the answers of the API, and writes the query of a GET.
#include "web/app/answer.hpp"

namespace busy24::app {

namespace {

template <class C>
Answer<C> decode(int status, const std::string& body) {
    if (status >= 200 && status < 300) {
        if (auto reply = parse_json<typename C::Reply>(body); reply.ok())
            return {.reply = std::move(reply).value()};
    } else if (auto answer = parse_json<api::FailureAnswer>(body); answer.ok()) {
        return {.reply = std::nullopt, .failure = std::move(answer).value().error};
    }
    return {.reply = std::nullopt,
            .failure = {.code = ErrorCode::unavailable, .reason = std::string(network_reason)}};
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_unreserved(c))
            out += c;
        else
            out.append({'%', digits[byte >> 4U], digits[byte & 15U]});
    }
    return out;
}

}  // namespace

AnyAnswer decode_answer(std::size_t call, int status, const std::string& body) {
    AnyAnswer answer;
    api::AllCalls::for_each([&]<class C>() {
        if (call == call_index<C>) answer = decode<C>(status, body);
    });
    return answer;
}

std::string with_query(std::string_view path, const QueryMembers& members) {
    std::string out(path);
    char separator = '?';
    for (const auto& [name, value] : members) {
        out += std::exchange(separator, '&');
        (out += name) += '=';
        out += percent_encoded(value);
    }
    return out;
}

}  // namespace busy24::app
