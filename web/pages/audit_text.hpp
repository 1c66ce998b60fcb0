// An entry of the audit log as a sentence, and its values in words.
#pragma once

#include <string>

#include "shared/api/audit.hpp"
#include "web/text/text.hpp"

namespace busy24::pages {

// «Kari Nordli endret regelen for prosjekter: fra «24SevenOffice vinner» til «Busy vinner»».
std::string sentence_of(const text::Texts& t, const api::AuditLine& line);

// One side of an entry, "role=employee; is_active=yes", as «Rolle: Ansatt, Aktiv: Ja». What has no
// words is shown as it is.
std::string values_text(const text::Texts& t, const std::string& side);

}  // namespace busy24::pages
