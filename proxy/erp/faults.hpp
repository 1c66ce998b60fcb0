// The ERP's fault texts, and what a caller can do about each (contract 1.4).
#pragma once

#include "proxy/erp/soap_codec.hpp"
#include "shared/time.hpp"

namespace busy24::erp {

// By the first row of the table whose text occurs in the fault, in any case. `now` is for the end
// of a quarantine, which lies within the hour. An unknown text becomes internal "erp_fault".
Error error_of(const SoapFault& fault, Instant now);

// The session is gone, or not valid for its identity any more: log in again, try once more
// (quirk 8, quirk 9).
bool is_session_lost(const Error& error);

// When a quarantine ends, from the text of the fault; the next full hour when it cannot be read.
// UNCERTAIN: how the date is spelled and in which zone. ISO, Norwegian and American order are
// read, in UTC and in Norwegian time, and the one that lies within the coming hour is believed.
Instant quarantine_end(std::string_view fault_text, Instant now);

}  // namespace busy24::erp
