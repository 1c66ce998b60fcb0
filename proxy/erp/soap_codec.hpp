// Described structs to SOAP requests, and SOAP answers back, as a stream. Knows the wire rules,
// knows no operation.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "proxy/erp/operation.hpp"
#include "proxy/erp/soap_shape.hpp"
#include "proxy/xml/xml_writer.hpp"

namespace busy24::erp {

inline constexpr std::string_view soap_namespace = "http://24sevenOffice.com/webservices";

// The start and end of a request, around the parameters of `operation` (SOAP 1.1).
void open_envelope(XmlWriter& xml, std::string_view operation);
std::string close_envelope(XmlWriter& xml, std::string_view operation);

// Writes one member. Not set is left out, for most types have a default on the other side that
// means "not set" (contract 1.1); Nillable is written as nil.
template <class T>
void write_element(XmlWriter& xml, std::string_view name, const T& value) {
    if constexpr (shape_detail::is_nillable<T>) {
        if (value)
            write_element(xml, name, *value);
        else
            xml.nil(name);
    } else if constexpr (is_optional<T>) {
        if (value) write_element(xml, name, *value);
    } else if constexpr (Described<T>) {
        xml.open(name);
        for_each_field<T>([&](const auto& f) { write_element(xml, f.name, value.*f.member); });
        xml.close(name);
    } else if constexpr (is_list<T>) {
        xml.open(name);
        for (const auto& item : value)
            write_element(xml, item_name<typename T::value_type>(), item);
        xml.close(name);
    } else {
        const auto text = write_wire(value);
        // An empty number or GUID would not even be read (contract 1.1); an empty text is the
        // default.
        if (text.empty()) return;
        xml.open(name);
        xml.text(text);
        xml.close(name);
    }
}

// The whole request. Holds the password when the operation does: wipe it after use.
template <Operation T>
std::string encode(const T& operation) {
    XmlWriter xml;
    open_envelope(xml, T::wire.name);
    for_each_field<T>([&](const auto& f) { write_element(xml, f.name, operation.*f.member); });
    return close_envelope(xml, T::wire.name);
}

// A SOAP fault, both versions: the last cause of the ` ---> ` chain (contract 1.4).
struct SoapFault {
    std::string code;
    std::string text;
    bool operator==(const SoapFault&) const = default;
};

// Reads one answer, piece by piece, into a target. Limits (security rule, hostile input): a DOCTYPE
// stops the parse at once, as do a depth over 64, a text over 1 MiB, a tag with over 64 attributes,
// or markup that does not end within 1 MiB. Memory does not grow with the answer. Not thread-safe.
class SoapReader {
public:
    // `result` receives what <{operation}Result> holds.
    SoapReader(std::string_view operation, Target result);
    ~SoapReader();
    SoapReader(const SoapReader&) = delete;
    SoapReader& operator=(const SoapReader&) = delete;

    // False when the answer was refused or the target wanted no more; the rest need not be fed.
    bool feed(std::string_view piece);
    // After the last piece. Errors: internal, reason "bad_answer", with the element at which it
    // went wrong. A fault is not an error here.
    Result<> finish();
    const std::optional<SoapFault>& fault() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace busy24::erp
