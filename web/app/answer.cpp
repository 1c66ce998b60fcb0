// Reads the answers of the API, and writes the query of a GET.
#include "web/app/answer.hpp"

namespace busy24::app {

namespace {

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

bool read_answer(int status, const std::string& body, void* reply,
                 bool (*read)(const JsonValue&, void*, json_detail::Fault&),
                 api::Failure& failure) {
    failure = {.code = ErrorCode::unavailable, .reason = std::string(network_reason)};
    const auto json = parse_json_text(body);
    if (!json.ok()) return false;
    json_detail::Fault fault;
    if (status >= 200 && status < 300) return read(json.value(), reply, fault);
    api::FailureAnswer answer;
    if (json_detail::read(json.value(), answer, fault)) failure = std::move(answer.error);
    return false;
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
