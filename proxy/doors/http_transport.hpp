// The door to other systems over HTTP: one request out, the answer's body streamed to a sink.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/result.hpp"

namespace busy24 {

struct HttpRequest {
    std::string url;  // https, or http to loopback
    std::string method = "POST";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::int64_t connect_timeout_ms = 10'000;
    // The longest silence of the other side, and the longest that the whole answer may take.
    std::int64_t read_timeout_ms = 60'000;
    std::int64_t total_timeout_ms = 900'000;
    std::uint64_t answer_bytes_max = 1ull << 30;
};

struct HttpAnswer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    // The value of a header by name in any case; nullopt when it was not sent.
    std::optional<std::string> header(std::string_view name) const;
};

// Gets the body piece by piece. Returning false ends the transfer.
using BodySink = std::function<bool(std::string_view)>;

// Thread-safe. Follows no redirect, uses no proxy of the environment, verifies chain and host name.
class HttpTransport {
public:
    virtual ~HttpTransport() = default;
    // Errors: unavailable when nothing reached the other side; ambiguous when the request may have
    // been acted on but no whole answer came back; internal when the sink ended it or it was too
    // big.
    virtual Result<HttpAnswer> send(const HttpRequest& request, const BodySink& sink) = 0;
};

// By cpp-httplib. Keeps connections open for the next request to the same host, asks for gzip, and
// speaks TLS 1.2 or newer with the machine's certificates.
class NetworkTransport final : public HttpTransport {
public:
    NetworkTransport();
    ~NetworkTransport() override;
    Result<HttpAnswer> send(const HttpRequest& request, const BodySink& sink) override;

private:
    class Connections;
    std::unique_ptr<Connections> connections_;
};

}  // namespace busy24
