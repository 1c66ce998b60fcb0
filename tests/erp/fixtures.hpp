// The golden requests and answers of tests/fixtures/soap, and reading an answer by the codec.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "proxy/erp/exchange.hpp"
#include "proxy/erp/soap_codec.hpp"

namespace busy24::erp {

inline std::string fixture(const std::string& name) {
    std::ifstream file(std::string(BUSY24_SOURCE_DIR) + "/tests/fixtures/soap/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The text without line breaks and the indentation after them.
inline std::string without_layout(const std::string& text) {
    std::string flat;
    bool is_indent = false;
    for (const char c : text) {
        is_indent = c == '\n' || (is_indent && c == ' ');
        if (!is_indent) flat += c;
    }
    return flat;
}

// What one answer gives: the reply, or why it was refused. Fed in pieces of `piece` bytes.
template <class T>
struct Decoded {
    T reply{};
    Result<> result;
    std::optional<SoapFault> fault;
};

template <class T>
Decoded<T> decode(const std::string& operation, const std::string& answer, std::size_t piece = 7) {
    Decoded<T> decoded;
    SoapReader reader(operation, target_of(decoded.reply));
    for (std::size_t at = 0; at < answer.size() && reader.feed(answer.substr(at, piece));)
        at += piece;
    decoded.result = reader.finish();
    decoded.fault = reader.fault();
    return decoded;
}

}  // namespace busy24::erp
