// Looks at the form of an e-mail address.
#include "proxy/domain/email.hpp"

#include <algorithm>

namespace busy24::domain {

bool is_email(std::string_view text) {
    constexpr std::size_t bytes_max = 254;
    constexpr std::size_t name_bytes_max = 64;
    const auto at = text.find('@');
    if (at == text.npos || at == 0 || at > name_bytes_max || text.size() > bytes_max) return false;
    const auto domain = text.substr(at + 1);
    const auto dot = domain.find('.');
    const bool has_labels =
        dot != domain.npos && dot > 0 && domain.back() != '.' && domain.find("..") == domain.npos;
    return has_labels && domain.find('@') == domain.npos &&
           std::none_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte <= ' ' || byte == 0x7f || c == ',' || c == ';' || c == '<' || c == '>' ||
                      c == '"' || c == '(' || c == ')' || c == '\\';
           });
}

}  // namespace busy24::domain
