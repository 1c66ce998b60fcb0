// cpp-httplib behind our Site: no routes of its own, no patterns, no ranges, no multipart, no
// compression; and the program's one catch-all.
#include "proxy/http/server.hpp"

#include <httplib.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <thread>
#include <utility>

namespace busy24::http {

namespace {

// A connection holds a thread, and a browser holds six connections; the web server in front keeps
// slow clients away.
constexpr std::size_t threads_max = 64;
constexpr std::size_t queue_max = 256;
constexpr std::size_t requests_per_connection_max = 1000;
constexpr time_t keep_alive_s = 5;
constexpr time_t transfer_timeout_s = 10;
constexpr std::size_t body_bytes_max = 64 * 1024;

enum class Front { none, trusted };
enum class Phase { bound, serving, ended };

std::string single(const httplib::Request& from, const char* name) {
    // A header that stands twice is nothing that we could act on safely.
    return from.get_header_value_count(name) == 1 ? from.get_header_value(name) : std::string();
}

Request request_of(const httplib::Request& from, Front front) {
    const auto mark = from.target.find('?');
    Request request;
    request.method = from.method;
    request.path = from.target.substr(0, mark);
    if (mark != std::string::npos) request.query = from.target.substr(mark + 1);
    // Only behind a unix socket is the peer certainly the web server in front, and its word good.
    request.address = front == Front::trusted ? single(from, "X-Real-IP") : from.remote_addr;
    request.headers = {.host = single(from, "Host"),
                       .origin = single(from, "Origin"),
                       .fetch_site = from.get_header_value("Sec-Fetch-Site"),
                       .content_type = single(from, "Content-Type"),
                       .content_encoding = from.get_header_value("Content-Encoding"),
                       .cookie = from.get_header_value("Cookie"),
                       .accept_encoding = from.get_header_value("Accept-Encoding"),
                       .if_none_match = single(from, "If-None-Match")};
    return request;
}

// Holds the Content-Type until the library has decided about compression, by which it goes: text
// that holds a secret beside what an attacker chose must not be compressed (BREACH), and files are
// compressed already.
constexpr const char* held_type = "Busy24-Content-Type";

// Without an end mark, the other side sees that something is missing.
httplib::ContentProviderWithoutLength pieces_of(const std::shared_ptr<const Stream>& stream) {
    return [stream](std::size_t, httplib::DataSink& sink) {
        const auto written = (*stream)([&](std::string_view piece) {
            return piece.empty() || sink.write(piece.data(), piece.size());
        });
        if (written.ok()) sink.done();
        return written.ok();
    };
}

void write_answer(const Answer& answer, httplib::Response& to) {
    to.status = answer.status;
    for (const auto& [name, value] : answer.headers)
        to.set_header(name == "Content-Type" ? held_type : name, value);
    const bool closes = answer.connection == Connection::close;
    if (closes) to.set_header("Connection", "close");
    if (answer.stream) return to.set_chunked_content_provider({}, pieces_of(answer.stream));
    if (!answer.body) return;
    if (!closes) {
        to.body = *answer.body;
        return;
    }
    // A provider that fails after the last byte is the one way to make the library close.
    const auto write = [body = answer.body](std::size_t offset, std::size_t length,
                                            httplib::DataSink& sink) {
        sink.write(body->data() + offset, length);
        return false;
    };
    to.set_content_provider(answer.body->size(), {}, write);
}

// The line of the held type. From then on the library knows of none: about a body that is made
// while it is sent, it has yet to decide.
std::string take_type(httplib::Headers& headers) {
    const auto held = headers.find(held_type);
    const auto line =
        held == headers.end() ? std::string() : "Content-Type: " + held->second + "\r\n";
    headers.erase(held_type);
    headers.erase("Content-Type");
    return line;
}

// The library sends a head and its body apart, which wakes the other side twice. So the body of the
// answer that this thread is about to send rides behind the head.
thread_local std::string body_behind_head;

void take_body(const httplib::Request& request, httplib::Response& to) {
    if (request.method != "HEAD") body_behind_head = std::exchange(to.body, {});
}

// The headers that every answer has, as they go over the wire: the library's own way would copy
// them into a table of its own for each answer.
std::string lines_of(const std::vector<std::pair<std::string, std::string>>& headers) {
    std::string lines;
    for (const auto& [name, value] : headers) lines.append(name + ": " + value + "\r\n");
    return lines;
}

ssize_t write_head(httplib::Stream& stream, const std::string& standing,
                   httplib::Headers& headers) {
    const auto ours = standing + take_type(headers);
    if (stream.write(ours.data(), ours.size()) < 0) return -1;
    const auto length = httplib::detail::write_headers(stream, headers);
    const auto body = std::exchange(body_behind_head, {});
    return length < 0 || body.empty() ? length : stream.write(body.data(), body.size());
}

// What the headers announce of a body; nullopt when it cannot be told safely.
std::optional<std::size_t> announced_body(const httplib::Request& request) {
    if (request.has_header("Transfer-Encoding")) return std::nullopt;
    const auto count = request.get_header_value_count("Content-Length");
    if (count == 0) return 0;
    const auto text = request.get_header_value("Content-Length");
    std::size_t bytes = 0;
    const auto end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, bytes);
    if (count > 1 || failure != std::errc() || stop != end || text.empty()) return std::nullopt;
    return bytes;
}

void lend_address(socket_t socket) {
    // Only for an address in TIME_WAIT. The library's own default would let two programs share a
    // port without a word.
    const int is_on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &is_on, sizeof is_on);
}

// A socket file that nobody answers on is left over from a program that was killed.
void remove_dead_socket(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool is_dead =
        ::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 &&
        errno == ECONNREFUSED;
    ::close(probe);
    if (is_dead) ::unlink(path.c_str());
}

Error bind_failure(const ListenAddress& address, int reason) {
    const auto where = address.path.empty() ? address.host + ":" + std::to_string(address.port)
                                            : "unix:" + address.path;
    const std::string why = reason == EADDRINUSE
                                ? "another program is listening there already; stop it, or set "
                                  "BUSY24_LISTEN to another port"
                                : std::string(std::strerror(reason));
    return {ErrorCode::unavailable, "cannot listen on " + where + ": " + why + "."};
}

}  // namespace

namespace {

// The library closes its listening socket only when it has served on it.
struct Listener : httplib::Server {
    void close_unserved() {
        const auto socket = svr_sock_.exchange(INVALID_SOCKET);
        if (socket != INVALID_SOCKET) ::close(socket);
    }
};

}  // namespace

struct Server::Library {
    explicit Library(Site& lent) : site(lent) {}
    ~Library() { server.close_unserved(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    Site& site;
    Listener server;
    Front front = Front::none;
    std::atomic<Phase> phase = Phase::bound;

    using Handled = httplib::Server::HandlerResponse;

    // Everything but a call with a body is answered here, before the library looks for a route.
    Handled before_routing(const httplib::Request& from, httplib::Response& to) {
        const auto request = request_of(from, front);
        const auto announced = announced_body(from);
        if (!announced) return finish(site.refusal(request, 411), to);
        if (*announced == 0) return finish(site.answer(request), to);
        const auto allowed = site.body_bytes_max(request);
        if (allowed > 0 && *announced > allowed) return finish(site.refusal(request, 413), to);
        if (allowed > 0) return Handled::Unhandled;
        // A body that nobody asked for is not read, so what follows on the connection is unknown.
        auto answer = site.answer(request);
        answer.connection = Connection::close;
        return finish(answer, to);
    }

    static Handled finish(const Answer& answer, httplib::Response& to) {
        write_answer(answer, to);
        return Handled::Handled;
    }

    void with_body(const httplib::Request& from, httplib::Response& to,
                   const httplib::ContentReader& read) {
        auto request = request_of(from, front);
        const bool is_whole = read([&](const char* bytes, std::size_t count) {
            request.body.append(bytes, count);
            return request.body.size() <= body_bytes_max;
        });
        write_answer(is_whole ? site.answer(request) : site.refusal(request, 400), to);
    }

    // What the library refuses by itself gets the same constant answer as ours.
    void after_failure(const httplib::Request& from, httplib::Response& to) {
        if (to.has_header(held_type)) return;
        write_answer(site.refusal(request_of(from, front), to.status), to);
    }
};

Server::Server(Site& site) : library_(std::make_unique<Library>(site)) {
    auto* library = library_.get();
    auto& server = library->server;
    server.new_task_queue = [] { return new httplib::ThreadPool(threads_max, queue_max); };
    server.set_keep_alive_max_count(requests_per_connection_max);
    server.set_keep_alive_timeout(keep_alive_s);
    server.set_read_timeout(transfer_timeout_s);
    server.set_write_timeout(transfer_timeout_s);
    server.set_payload_max_length(body_bytes_max);
    server.set_socket_options(lend_address);
    server.set_post_routing_handler(take_body);
    server.set_header_writer(
        [standing = lines_of(site.standing_headers())](auto& stream, auto& headers) {
            return write_head(stream, standing, headers);
        });
    server.set_pre_routing_handler([library](const auto& request, auto& response) {
        return library->before_routing(request, response);
    });
    const auto with_body = [library](const httplib::Request& request, httplib::Response& response,
                                     const httplib::ContentReader& read) {
        library->with_body(request, response, read);
    };
    // The only two shapes of path that before_routing() lets through; matched without a regular
    // expression. Which call it is, the Router says.
    for (const char* shape : {"/api/:version/:area", "/api/:version/:area/:verb"}) {
        server.Post(shape, with_body);
        server.Put(shape, with_body);
    }
    server.set_error_handler([library](const httplib::Request& request, httplib::Response& to) {
        library->after_failure(request, to);
    });
    // The program's one catch-all: a library that throws where we did not expect it.
    server.set_exception_handler([library](const auto& request, auto& response, auto) {
        write_answer(library->site.refusal(request_of(request, library->front), 500), response);
    });
}

Server::~Server() = default;

Result<int> Server::bind(const ListenAddress& address) {
    auto& server = library_->server;
    errno = 0;
    if (!address.path.empty()) {
        remove_dead_socket(address.path);
        library_->front = Front::trusted;
        server.set_address_family(AF_UNIX);
        if (!server.bind_to_port(address.path, 1)) return bind_failure(address, errno);
        // For the web server's group, and nobody else.
        ::chmod(address.path.c_str(), 0660);
        return 0;
    }
    const int port = address.port == 0 ? server.bind_to_any_port(address.host)
                     : server.bind_to_port(address.host, address.port) ? address.port
                                                                       : -1;
    if (port < 0) return bind_failure(address, errno);
    return port;
}

void Server::serve() {
    auto expected = Phase::bound;
    if (!library_->phase.compare_exchange_strong(expected, Phase::serving)) return;
    library_->server.listen_after_bind();
    library_->phase = Phase::ended;
}

void Server::stop() {
    auto& phase = library_->phase;
    auto expected = Phase::bound;
    if (phase.compare_exchange_strong(expected, Phase::ended)) return;
    // The library forgets a stop that comes before it has begun.
    while (phase == Phase::serving && !library_->server.is_running()) std::this_thread::yield();
    library_->server.stop();
}

}  // namespace busy24::http
