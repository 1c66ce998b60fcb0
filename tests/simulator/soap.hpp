// SOAP 1.1 and 1.2 around an operation: reading the request, checking it, the envelopes of answers.
#pragma once

#include <optional>
#include <string>

#include "shared/result.hpp"
#include "tests/simulator/facts.hpp"
#include "tests/simulator/xml.hpp"

namespace busy24::simulator {

enum class SoapVersion { v1_1, v1_2 };

struct SoapRequest {
    SoapVersion version = SoapVersion::v1_1;
    Element body;  // the operation's element
};

// Errors: invalid, with the text for a fault.
Result<SoapRequest> read_soap(std::string_view xml);

std::string_view content_type_of(SoapVersion version);
std::string envelope_head(SoapVersion version);
std::string envelope_tail();

// A fault as .NET writes it, for a text whose parts are joined by " ---> ".
std::string fault_envelope(SoapVersion version, std::string_view text);

// Enum words, numbers, booleans, moments and guids must be such; unknown elements are ignored.
// Errors: invalid "Instance validation error: …".
Result<> validate(const Service& service, const Operation& operation, const Element& in);

}  // namespace busy24::simulator
