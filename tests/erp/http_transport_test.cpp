// What the program promises about HTTP itself, against a server that answers what it is told.
#include "proxy/doors/http_transport.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

using namespace busy24;

namespace {

// Hands each request's text to `answer` and writes what comes back; an empty answer closes the
// connection. Connections are served one after the other.
class RawServer {
public:
    using Answer = std::function<std::string(const std::string& request)>;

    explicit RawServer(Answer answer) : answer_(std::move(answer)) {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(::bind(socket_, any, size) == 0);
        REQUIRE(::listen(socket_, 16) == 0);
        ::getsockname(socket_, any, &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~RawServer() {
        is_stopping_ = true;
        ::shutdown(socket_, SHUT_RDWR);
        if (const int open = connection_.load(); open >= 0) ::shutdown(open, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }
    std::string url(const std::string& path = "/service.asmx") const {
        return "http://127.0.0.1:" + std::to_string(port_) + path;
    }
    int connections() const { return connections_; }
    int requests() const { return requests_; }

private:
    void serve() {
        while (!is_stopping_) {
            const int connection = ::accept(socket_, nullptr, nullptr);
            if (connection < 0) return;
            connection_ = connection;
            ++connections_;
            while (serve_one(connection)) continue;
            connection_ = -1;
            ::close(connection);
        }
    }
    bool serve_one(int connection) {
        std::string request;
        char piece[4096];
        while (!is_whole(request)) {
            const auto size = ::recv(connection, piece, sizeof piece, 0);
            if (size <= 0) return false;
            request.append(piece, static_cast<std::size_t>(size));
        }
        ++requests_;
        const auto answer = answer_(request);
        if (answer.empty()) return false;
        ::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
        // What is not framed ends with the connection.
        return answer.find("Content-Length") != std::string::npos;
    }
    static bool is_whole(const std::string& request) {
        const auto end = request.find("\r\n\r\n");
        if (end == std::string::npos) return false;
        const auto length = request.find("Content-Length: ");
        if (length == std::string::npos) return true;
        return request.size() >= end + 4 + std::stoul(request.substr(length + 16));
    }

    Answer answer_;
    int socket_ = -1;
    int port_ = 0;
    std::thread thread_;
    std::atomic<bool> is_stopping_{false};
    std::atomic<int> connection_{-1};
    std::atomic<int> connections_{0};
    std::atomic<int> requests_{0};
};

std::string ok_with(const std::string& body, const std::string& headers = "") {
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

std::string gzip(const std::string& text) {
    constexpr int window_bits_of_gzip = 15 + 16;
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window_bits_of_gzip, 8,
                         Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

struct Received {
    Result<HttpAnswer> answer;
    std::string body;
};

Received post(NetworkTransport& transport, HttpRequest request) {
    std::string body;
    auto answer = transport.send(request, [&](std::string_view piece) {
        body += piece;
        return true;
    });
    return {std::move(answer), body};
}

HttpRequest to(const std::string& url, const std::string& body = "<Login/>") {
    return {.url = url,
            .headers = {{"SOAPAction", "\"urn:Login\""}, {"Cookie", "ASP.NET_SessionId=abc"}},
            .body = body,
            .read_timeout_ms = 2'000};
}

}  // namespace

TEST_CASE("a request goes out as it was given, and its answer comes back whole") {
    std::string seen;
    std::mutex mutex;
    RawServer server([&](const std::string& request) {
        const std::lock_guard lock(mutex);
        seen = request;
        return ok_with("<ok/>", "APILimitRemaining: 7199\r\n");
    });
    NetworkTransport transport;
    const auto received = post(transport, to(server.url("/timesheet/v001/timeservice.asmx")));
    REQUIRE(received.answer.ok());
    CHECK(received.answer.value().status == 200);
    CHECK(received.answer.value().header("apilimitremaining") == "7199");
    CHECK(received.body == "<ok/>");
    const std::lock_guard lock(mutex);
    CHECK(seen.starts_with("POST /timesheet/v001/timeservice.asmx HTTP/1.1\r\n"));
    CHECK(seen.find("Cookie: ASP.NET_SessionId=abc\r\n") != std::string::npos);
    CHECK(seen.ends_with("\r\n\r\n<Login/>"));
}

TEST_CASE("a connection is used again for the next request") {
    RawServer server([](const std::string&) { return ok_with("<ok/>"); });
    NetworkTransport transport;
    for (int i = 0; i < 5; ++i) CHECK(post(transport, to(server.url())).answer.ok());
    CHECK(server.connections() == 1);
    CHECK(server.requests() == 5);
}

TEST_CASE("an answer is asked for in gzip, and is read as it was before that") {
    const std::string plain = "<Projects>" + std::string(20'000, 'x') + "</Projects>";
    std::atomic<bool> is_asked_for{false};
    RawServer server([&](const std::string& request) {
        is_asked_for = request.find("Accept-Encoding: gzip\r\n") != std::string::npos;
        return ok_with(gzip(plain), "Content-Encoding: gzip\r\n");
    });
    NetworkTransport transport;
    const auto received = post(transport, to(server.url()));
    REQUIRE(received.answer.ok());
    CHECK(is_asked_for);
    CHECK(received.body == plain);
    // And once more over the same connection.
    CHECK(post(transport, to(server.url())).body == plain);
    CHECK(server.connections() == 1);
}

TEST_CASE("a redirect is not followed") {
    RawServer server([](const std::string&) {
        return std::string(
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/steal\r\n"
            "Content-Length: 0\r\n\r\n");
    });
    NetworkTransport transport;
    const auto received = post(transport, to(server.url()));
    REQUIRE(received.answer.ok());
    CHECK(received.answer.value().status == 302);
    CHECK(server.requests() == 1);
}

TEST_CASE("a lost answer is ambiguous, and the request is never sent by itself again") {
    for (const std::string answer : {"", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<half",
                                     "HTTP/1.1 200 OK\r\nContent-Len", "garbage\r\n\r\n"}) {
        RawServer server([&](const std::string&) {
            // The connection is closed after it, whatever the length says.
            return answer.empty() ? answer : answer + std::string();
        });
        NetworkTransport transport;
        auto request = to(server.url());
        request.read_timeout_ms = 300;
        const auto received = post(transport, request);
        REQUIRE_FALSE(received.answer.ok());
        CHECK(received.answer.error().code == ErrorCode::ambiguous);
        CHECK(server.requests() == 1);
    }
}

TEST_CASE("nobody there is unavailable: nothing can have happened") {
    std::string url;
    {
        RawServer server([](const std::string&) { return std::string(); });
        url = server.url();
    }
    NetworkTransport transport;
    CHECK(post(transport, to(url)).answer.error().code == ErrorCode::unavailable);
    CHECK(post(transport, to("https://" + url.substr(7))).answer.error().code ==
          ErrorCode::unavailable);
}

TEST_CASE("the receiver can end an answer, and one that is too big ends by itself") {
    RawServer server([](const std::string&) { return ok_with(std::string(1 << 20, 'x')); });
    NetworkTransport transport;
    std::size_t seen = 0;
    const auto ended = transport.send(to(server.url()), [&](std::string_view piece) {
        seen += piece.size();
        return false;
    });
    CHECK(ended.error().code == ErrorCode::internal);
    CHECK(seen < 100'000);
    auto small = to(server.url());
    small.answer_bytes_max = 1000;
    CHECK(post(transport, small).answer.error().code == ErrorCode::internal);
}

TEST_CASE("an endless answer ends with the time that the whole may take") {
    RawServer server([](const std::string&) { return ok_with(std::string(1 << 20, 'x')); });
    NetworkTransport transport;
    auto request = to(server.url());
    request.total_timeout_ms = -1;
    CHECK(post(transport, request).answer.error().code == ErrorCode::ambiguous);
}

TEST_CASE("a long status line and endless headers are survived") {
    for (const auto& head :
         {"HTTP/1.1 200 " + std::string(40'000, 'a') + "\r\n\r\n",
          "HTTP/1.1 200 " + std::string(30'000, 'a') + "\r\nContent-Length: 0\r\n\r\n",
          "HTTP/1.1 200 OK\r\nX: " + std::string(100'000, 'a') + "\r\n\r\n"}) {
        RawServer server([&](const std::string&) { return head; });
        NetworkTransport transport;
        auto request = to(server.url());
        request.read_timeout_ms = 300;
        (void)post(transport, request);
        CHECK(server.requests() == 1);
    }
}

TEST_CASE("plain http leaves this machine never, and only a plain host is a host") {
    NetworkTransport transport;
    for (const char* url :
         {"http://api.24sevenoffice.com/x", "http://localhost.evil.example/x",
          "http://127.evil.example/x", "http://127.0.0.1@evil.example/x",
          "http://[::1]evil.example/", "ftp://127.0.0.1/x", "127.0.0.1/x", "https:///x", ""}) {
        CAPTURE(url);
        const auto refused = post(transport, to(url));
        REQUIRE_FALSE(refused.answer.ok());
        CHECK(refused.answer.error().code == ErrorCode::internal);
    }
}
