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

// The two versions are told apart by the content type; 1.1 must name the operation in SOAPAction as
// well. Elements of another namespace than the service's are dropped, as its serialiser does.
// Errors: forbidden for a content type that is neither (HTTP 415); invalid, with the text for a
// fault.
Result<SoapRequest> read_soap(std::string_view xml, std::string_view content_type,
                              std::string_view action);

std::string_view content_type_of(SoapVersion version);
std::string envelope_head(SoapVersion version);
std::string envelope_tail();

// Whose mistake a fault is said to be.
enum class FaultSide { client, server };

// A fault as .NET writes it: one text whose parts are joined by " ---> ", the last one the cause.
std::string fault_envelope(SoapVersion version, FaultSide side, std::string_view cause);

// The fault for an operation that the service does not have.
Error unknown_action(std::string_view action);

// Enum words, numbers, booleans, moments and guids must be such; unknown elements are ignored.
// Errors: invalid "Instance validation error: …".
Result<> validate(const Service& service, const Operation& operation, const Element& in);

}  // namespace busy24::simulator
