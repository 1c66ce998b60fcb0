// The OpenAPI 3.1 document of our JSON API, made from the descriptions of shared/api.
#pragma once

#include <string>

namespace busy24::http {

// The document's JSON text: every call of api::AllCalls with its members, reply, and who may call.
std::string openapi_document();

}  // namespace busy24::http
