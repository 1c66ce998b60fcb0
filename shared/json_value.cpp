// The parser, by recursive descent on text whose depth is known to be small, and the writers.
#include "shared/json_value.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "shared/ascii.hpp"

namespace busy24 {

namespace {

constexpr int depth_max = 32;
// No struct has nearly as many, and looking for a name twice takes the square of it.
constexpr std::size_t members_max = 256;

// How many bytes at the front stand for themselves inside quotes. Nearly all do, so they are taken
// together.
std::size_t plain_length(std::string_view text) {
    const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; };
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) -
                                    text.begin());
}

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
    };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0U | (code >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (code >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

// Every function reads one thing at the front and takes it away; false when it is not there.
class Parser {
public:
    explicit Parser(std::string_view text) : rest_(text) {}

    bool document(JsonValue& out) {
        if (!value(out, 0)) return false;
        blanks();
        return rest_.empty();
    }
    bool is_too_deep() const { return is_too_deep_; }
    bool has_double_key() const { return has_double_key_; }

private:
    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take_word(std::string_view word) {
        if (rest_.substr(0, word.size()) != word) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    char front() const { return rest_.empty() ? '\0' : rest_.front(); }
    void blanks() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
    }

    bool value(JsonValue& out, int depth) {
        blanks();
        switch (front()) {
            case '{':
            case '[':
                is_too_deep_ = is_too_deep_ || depth == depth_max;
                if (is_too_deep_) return false;
                return front() == '{' ? object(out, depth + 1) : list(out, depth + 1);
            case '"':
                out.kind = JsonValue::Kind::text;
                return text(out.text);
            case 't':
            case 'f':
                out.kind = JsonValue::Kind::boolean;
                out.boolean = front() == 't';
                return take_word(out.boolean ? "true" : "false");
            case 'n':
                return take_word("null");
            default:
                return number(out);
        }
    }

    bool object(JsonValue& out, int depth) {
        out.kind = JsonValue::Kind::object;
        take('{');
        blanks();
        if (take('}')) return true;
        do {
            std::string name;
            blanks();
            if (!text(name)) return false;
            if (out.names.size() == members_max) return false;
            has_double_key_ = has_double_key_ || out.member(name) != nullptr;
            out.names.push_back(std::move(name));
            blanks();
            if (!take(':') || !value(out.items.emplace_back(), depth)) return false;
            blanks();
        } while (take(','));
        return take('}');
    }

    bool list(JsonValue& out, int depth) {
        out.kind = JsonValue::Kind::list;
        take('[');
        blanks();
        if (take(']')) return true;
        do {
            if (!value(out.items.emplace_back(), depth)) return false;
            blanks();
        } while (take(','));
        return take(']');
    }

    bool text(std::string& out) {
        if (!take('"')) return false;
        while (!rest_.empty()) {
            if (take('"')) return true;
            if (take('\\')) {
                if (!escape(out)) return false;
                continue;
            }
            const auto plain = plain_length(rest_);
            const auto length = plain > 0 ? plain : utf8_length(rest_);
            if (length == 0 || static_cast<unsigned char>(rest_.front()) < 0x20) return false;
            out += rest_.substr(0, length);
            rest_.remove_prefix(length);
        }
        return false;
    }

    bool escape(std::string& out) {
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const auto which = letters.find(front());
        if (!rest_.empty() && which != std::string_view::npos) {
            out += meanings[which];
            rest_.remove_prefix(1);
            return true;
        }
        auto code = take('u') ? unit() : std::nullopt;
        if (!code || (*code >= 0xDC00 && *code < 0xE000)) return false;
        if (*code >= 0xD800 && *code < 0xDC00) {
            const auto low = take_word("\\u") ? unit() : std::nullopt;
            if (!low || *low < 0xDC00 || *low >= 0xE000) return false;
            code = 0x10000 + ((*code - 0xD800) << 10U) + (*low - 0xDC00);
        }
        append_utf8(out, *code);
        return true;
    }

    std::optional<std::uint32_t> unit() {
        std::uint32_t code = 0;
        for (int i = 0; i < 4; ++i) {
            const int digit = hex_digit(front());
            if (digit < 0) return std::nullopt;
            code = code * 16 + static_cast<std::uint32_t>(digit);
            rest_.remove_prefix(1);
        }
        return code;
    }

    // As many digits as there are; false when there is none.
    template <class Each>
    bool digits(Each&& each) {
        if (!is_digit(front())) return false;
        for (; is_digit(front()); rest_.remove_prefix(1)) each(front() - '0');
        return true;
    }

    bool number(JsonValue& out) {
        const bool is_negative = take('-');
        const bool has_leading_zero = front() == '0' && rest_.size() > 1 && is_digit(rest_[1]);
        if (has_leading_zero) return false;
        bool fits = true;
        // Downwards, because the least number has no positive counterpart.
        constexpr auto least = INT64_MIN;
        out.kind = JsonValue::Kind::whole;
        const bool has_digits = digits([&](int digit) {
            out.real = out.real * 10 + digit;
            fits = fits && out.whole >= least / 10 && out.whole * 10 >= least + digit;
            if (fits) out.whole = out.whole * 10 - digit;
        });
        if (!has_digits) return false;
        fits = fits && (is_negative || out.whole != least);
        if (!is_negative && fits) out.whole = -out.whole;
        if (!fits) out.kind = JsonValue::Kind::real;
        if (!fraction(out) || !exponent(out)) return false;
        if (is_negative) out.real = -out.real;
        return true;
    }

    bool fraction(JsonValue& out) {
        if (!take('.')) return true;
        out.kind = JsonValue::Kind::real;
        double place = 1;
        return digits([&](int digit) { out.real += digit * (place /= 10); });
    }

    bool exponent(JsonValue& out) {
        if (!take('e') && !take('E')) return true;
        out.kind = JsonValue::Kind::real;
        const bool is_negative = take('-');
        if (!is_negative) take('+');
        int power = 0;
        constexpr int power_max = 400;  // beyond it all is 0 or infinite
        const bool has_digits =
            digits([&](int digit) { power = std::min(power * 10 + digit, power_max); });
        for (int i = 0; i < power; ++i) out.real *= is_negative ? 0.1 : 10;
        return has_digits;
    }

    std::string_view rest_;
    bool is_too_deep_ = false;
    bool has_double_key_ = false;
};

}  // namespace

const JsonValue* JsonValue::member(std::string_view name) const {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

Result<JsonValue> parse_json_text(std::string_view text) {
    Parser parser(text);
    JsonValue value;
    const bool is_read = parser.document(value);
    if (parser.is_too_deep()) return Error{ErrorCode::invalid, "JSON nested too deep"};
    if (!is_read) return Error{ErrorCode::invalid, "not JSON"};
    if (parser.has_double_key()) return Error{ErrorCode::invalid, "JSON with the same key twice"};
    return value;
}

std::size_t utf8_length(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    // No overlong forms, no halves of pairs, nothing beyond the last code point.
    const bool is_start = first >= 0xC2 && first <= 0xF4;
    const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (!is_start || byte(1) < least || byte(1) > most) return 0;
    for (std::size_t i = 2; i < length; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
    return length;
}

void write_json_text(std::string& out, std::string_view text) {
    constexpr std::string_view marks = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    while (!text.empty()) {
        if (const auto plain = plain_length(text); plain > 0) {
            out += text.substr(0, plain);
            text.remove_prefix(plain);
            continue;
        }
        const auto byte = static_cast<unsigned char>(text.front());
        const auto mark = marks.find(text.front());
        const auto length = utf8_length(text);
        if (mark != std::string_view::npos)
            (out += '\\') += letters[mark];
        else if (byte < 0x20)
            out.append({'\\', 'u', '0', '0', digits[byte >> 4U], digits[byte & 15U]});
        else if (length == 0)
            out += "\xef\xbf\xbd";
        else
            out += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    out += '"';
}

void write_json_whole(std::string& out, std::int64_t number) { out += std::to_string(number); }

void write_json_real(std::string& out, double number) {
    constexpr double most = 9e15;  // a thousand times that still fits 64 bits
    if (!(std::fabs(number) < most)) number = 0;
    const auto thousandths = std::llround(std::fabs(number) * 1000);
    if (number < 0 && thousandths > 0) out += '-';
    out += std::to_string(thousandths / 1000);
    if (thousandths % 1000 == 0) return;
    const auto decimals = std::to_string(1000 + thousandths % 1000).substr(1);
    (out += '.') += decimals.substr(0, decimals.find_last_not_of('0') + 1);
}

}  // namespace busy24
