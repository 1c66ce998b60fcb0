// The simple values of the SOAP services, and the one place that knows how each is spelled.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/describe.hpp"
#include "shared/secret.hpp"
#include "shared/time.hpp"

namespace busy24::erp {

// An exact amount with four decimals, as SQL Server's money has. Never a binary fraction, so that
// what was read is what is written.
struct Decimal {
    std::int64_t ten_thousandths = 0;
    // Øre, or hundredths of whatever it counts; halves away from zero.
    std::int64_t hundredths() const;
    bool operator==(const Decimal&) const = default;
};

// A GUID in lower case. Empty means none; the all-zero GUID never gets in (contract 1.1).
struct Guid {
    std::string text;
    bool empty() const { return text.empty(); }
    bool operator==(const Guid&) const = default;
};

// A member that the schema demands and allows to be nil: nullopt is written as xsi:nil (quirk 60),
// where a plain std::optional is left out.
template <class T>
struct Nillable : std::optional<T> {
    using std::optional<T>::optional;
    bool operator==(const Nillable& other) const {
        return static_cast<const std::optional<T>&>(*this) ==
               static_cast<const std::optional<T>&>(other);
    }
};

// A word from a list that grows and shrinks between versions (quirk 32). A word that we do not know
// becomes the table's first row, and its text is kept, so that writing it back changes nothing.
template <Worded Enum>
struct WireWord {
    Enum value{};
    std::string unknown_text;
    WireWord() = default;
    WireWord(Enum known) : value(known) {}
    bool operator==(const WireWord&) const = default;
    bool operator==(Enum known) const { return value == known; }
};

// Reading. False when the text is not such a value; `out` is then unchanged. Spaces around are
// allowed.
bool read_wire(std::string_view text, bool& out);
bool read_wire(std::string_view text, std::int16_t& out);
bool read_wire(std::string_view text, std::int32_t& out);
bool read_wire(std::string_view text, std::int64_t& out);
bool read_wire(std::string_view text, double& out);
bool read_wire(std::string_view text, Decimal& out);
bool read_wire(std::string_view text, Guid& out);
bool read_wire(std::string_view text, Instant& out);
bool read_wire(std::string_view text, std::string& out);
bool read_wire(std::string_view text, Secret& out);

template <Worded Enum>
bool read_wire(std::string_view text, Enum& out) {
    constexpr auto table = words(Enum{});
    out = value_of<Enum>(text).value_or(table[0].value);
    return true;
}

template <Worded Enum>
bool read_wire(std::string_view text, WireWord<Enum>& out) {
    const auto known = value_of<Enum>(text);
    read_wire(text, out.value);
    out.unknown_text = known ? std::string() : std::string(text);
    return true;
}

// Whether the text is one of the spellings of "not set" for this type (contract 1.1, quirk 29).
bool is_unset(std::string_view text, const std::int16_t&);
bool is_unset(std::string_view text, const std::int32_t&);
bool is_unset(std::string_view text, const std::int64_t&);
bool is_unset(std::string_view text, const Decimal&);
bool is_unset(std::string_view text, const Guid&);
bool is_unset(std::string_view text, const Instant&);
// For every other type only the empty text is.
template <class T>
bool is_unset(std::string_view text, const T&) {
    return text.empty();
}

// Writing: fixed notation, a dot, no locale (quirk 34); instants with Z (quirk 36).
std::string write_wire(bool value);
std::string write_wire(std::int16_t value);
std::string write_wire(std::int32_t value);
std::string write_wire(std::int64_t value);
std::string write_wire(double value);
std::string write_wire(Decimal value);
std::string write_wire(Instant value);
inline std::string_view write_wire(const Guid& value) { return value.text; }
inline std::string_view write_wire(const std::string& value) { return value; }
inline std::string_view write_wire(const Secret& value) { return value.reveal(); }

template <Worded Enum>
std::string_view write_wire(Enum value) {
    return word_of(value);
}
template <Worded Enum>
std::string_view write_wire(const WireWord<Enum>& word) {
    return word.unknown_text.empty() ? word_of(word.value) : std::string_view(word.unknown_text);
}

// The name of a list's items: <int> in ArrayOfInt, <Project> in ArrayOfProject (quirk 41).
template <class T>
constexpr std::string_view item_name() {
    if constexpr (Described<T>)
        return T::type;
    else if constexpr (std::is_same_v<T, std::int32_t>)
        return "int";
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return "long";
    else
        return "string";
}

}  // namespace busy24::erp
