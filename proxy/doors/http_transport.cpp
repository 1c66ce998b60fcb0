// HTTP requests by cpp-httplib.
#include "proxy/doors/http_transport.hpp"

#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <list>
#include <mutex>

namespace busy24 {

namespace {

using SteadyClock = std::chrono::steady_clock;

// The ERP's servers close after minutes, cpp-httplib's after 5 s. A request on a connection that is
// just being closed would have an unknown outcome, so a quiet one is not used again for long.
constexpr std::chrono::seconds idle_max{2};
constexpr std::size_t idle_connections_max = 8;

struct Address {
    std::string origin;  // scheme, host and port
    std::string path;
};

// With a port or without.
bool is_loopback_authority(std::string_view host) {
    if (host.starts_with("[::1]")) return host.size() == 5 || host[5] == ':';
    host = host.substr(0, host.rfind(':'));
    // A name may begin with 127 as well, so it must be nothing but numbers.
    return host == "localhost" || (host.starts_with("127.") &&
                                   host.find_first_not_of("0123456789.") == std::string_view::npos);
}

// Security rule: plain http only to this machine.
Result<Address> split(std::string_view url) {
    const auto host_at = url.find("://");
    if (host_at == std::string_view::npos) return Error{ErrorCode::internal, "not a URL"};
    const auto scheme = url.substr(0, host_at);
    const auto path_at = std::min(url.find('/', host_at + 3), url.size());
    const auto host = url.substr(host_at + 3, path_at - host_at - 3);
    // An address that names a user would look like one host and be another.
    if (host.empty() || host.find('@') != std::string_view::npos)
        return Error{ErrorCode::internal, "a URL without a plain host"};
    if (scheme != "https" && !(scheme == "http" && is_loopback_authority(host)))
        return Error{ErrorCode::internal, "only https, or http to loopback, is allowed"};
    const auto path = url.substr(path_at);
    return Address{std::string(url.substr(0, path_at)), path.empty() ? "/" : std::string(path)};
}

bool equal_in_any_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : int{c}; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

// Nothing reached the other side with these; with all others something may have.
bool never_arrived(httplib::Error error) {
    switch (error) {
        case httplib::Error::Connection:
        case httplib::Error::ConnectionTimeout:
        case httplib::Error::BindIPAddress:
        case httplib::Error::ProxyConnection:
        case httplib::Error::SSLConnection:
        case httplib::Error::SSLLoadingCerts:
        case httplib::Error::SSLServerVerification:
        case httplib::Error::SSLServerHostnameVerification:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::optional<std::string> HttpAnswer::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (equal_in_any_case(key, name)) return value;
    return std::nullopt;
}

// The connections that wait for their next request.
class NetworkTransport::Connections {
public:
    std::unique_ptr<httplib::Client> take(const std::string& origin) {
        {
            const std::lock_guard lock(mutex_);
            const auto now = SteadyClock::now();
            idle_.remove_if([&](const Idle& idle) { return now - idle.since > idle_max; });
            const auto found = std::find_if(idle_.begin(), idle_.end(), [&](const Idle& idle) {
                return idle.origin == origin;
            });
            if (found != idle_.end()) {
                auto client = std::move(found->client);
                idle_.erase(found);
                return client;
            }
        }
        auto client = std::make_unique<httplib::Client>(origin);
        client->set_keep_alive(true);
        client->set_follow_location(false);
        client->set_decompress(true);
        client->enable_server_certificate_verification(true);
        client->set_tcp_nodelay(true);
        return client;
    }

    void give_back(std::string origin, std::unique_ptr<httplib::Client> client) {
        const std::lock_guard lock(mutex_);
        idle_.push_front({std::move(origin), std::move(client), SteadyClock::now()});
        if (idle_.size() > idle_connections_max) idle_.pop_back();
    }

private:
    struct Idle {
        std::string origin;
        std::unique_ptr<httplib::Client> client;
        SteadyClock::time_point since;
    };

    std::mutex mutex_;
    std::list<Idle> idle_;
};

NetworkTransport::NetworkTransport() : connections_(std::make_unique<Connections>()) {
    // OpenSSL writes to a connection that the other side has closed, which would end the program.
    std::signal(SIGPIPE, SIG_IGN);
}
NetworkTransport::~NetworkTransport() = default;

Result<HttpAnswer> NetworkTransport::send(const HttpRequest& request, const BodySink& sink) {
    const auto address = TRY(split(request.url));
    auto client = connections_->take(address.origin);
    client->set_connection_timeout(std::chrono::milliseconds(request.connect_timeout_ms));
    client->set_read_timeout(std::chrono::milliseconds(request.read_timeout_ms));
    client->set_write_timeout(std::chrono::milliseconds(request.read_timeout_ms));

    httplib::Request outgoing;
    outgoing.method = request.method;
    outgoing.path = address.path;
    for (const auto& [name, value] : request.headers) outgoing.headers.emplace(name, value);
    outgoing.headers.emplace("Accept-Encoding", "gzip");

    // cpp-httplib sends a request again by itself when TLS was closed meanwhile. A body that is
    // given only once keeps such a second request from being whole, for the first may have been
    // acted upon.
    bool is_given = false;
    outgoing.content_length_ = request.body.size();
    outgoing.content_provider_ = [&](std::size_t offset, std::size_t length,
                                     httplib::DataSink& out) {
        if (offset == 0 && std::exchange(is_given, true)) return false;
        return out.write(request.body.data() + offset, length);
    };

    const auto deadline = SteadyClock::now() + std::chrono::milliseconds(request.total_timeout_ms);
    std::uint64_t received = 0;
    bool is_late = false;
    bool is_unwanted = false;
    outgoing.content_receiver = [&](const char* data, std::size_t size, std::uint64_t,
                                    std::uint64_t) {
        received += size;
        is_late = SteadyClock::now() > deadline;
        if (is_late) return false;
        is_unwanted = received > request.answer_bytes_max || !sink({data, size});
        return !is_unwanted;
    };

    httplib::Response incoming;
    httplib::Error error = httplib::Error::Success;
    if (!client->send(outgoing, incoming, error)) {
        if (is_unwanted) return Error{ErrorCode::internal, "the answer was refused half way"};
        if (is_late) return Error{ErrorCode::ambiguous, "the answer took too long"};
        return Error{never_arrived(error) ? ErrorCode::unavailable : ErrorCode::ambiguous,
                     "HTTP: " + httplib::to_string(error)};
    }
    HttpAnswer answer;
    answer.status = incoming.status;
    for (const auto& [name, value] : incoming.headers) answer.headers.emplace_back(name, value);
    connections_->give_back(address.origin, std::move(client));
    return answer;
}

}  // namespace busy24
