// One request to our server and one answer, free of any server library, so that tests call the
// whole server in process.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/api/endpoint.hpp"

namespace busy24::http {

// Only the headers that anything here looks at; an absent one is empty.
struct RequestHeaders {
    std::string host;
    std::string origin;
    std::string fetch_site;  // Sec-Fetch-Site
    std::string content_type;
    std::string content_encoding;
    std::string cookie;
    std::string accept_encoding;
    std::string if_none_match;
};

struct Request {
    std::string method;   // as sent: "GET", "POST" …
    std::string path;     // raw, before the question mark
    std::string query;    // raw, after it
    std::string address;  // of the peer, or of the peer's peer when a trusted front told it
    RequestHeaders headers;
    std::string body;
};

// What becomes of the connection afterwards.
enum class Connection { keep, close };

// Writes a body of any length piece by piece; `write` is false when nobody takes it any more. What
// fails in the middle breaks the connection off, so that half of it is not taken for the whole.
using Stream = std::function<Result<>(const std::function<bool(std::string_view)>& write)>;

struct Answer {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    // Shared, because a static file is sent from the one copy in memory to everybody.
    std::shared_ptr<const std::string> body;
    // Set: the body is made while it is sent, and stands in memory at no time.
    std::shared_ptr<const Stream> stream = {};
    Connection connection = Connection::keep;
};

// The HTTP status that stands for a code on the wire.
int status_of(ErrorCode code);

// The constant answer to a call that failed: code, reason and when to come back, and the tracking
// id; never the detail. `status` 0 means the one of the code.
Answer failure_answer(const Error& error, const std::string& tracking_id, int status = 0);

Answer json_answer(std::string body);
// A JSON document that is to be saved as a file.
Answer stream_answer(Stream stream);
// The body is a table for a spreadsheet, that is to be saved as a file.
void make_table(Answer& answer);

// Adds the header; a name that is there already is replaced.
void set_header(Answer& answer, std::string_view name, std::string value);

}  // namespace busy24::http
