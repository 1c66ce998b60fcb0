// A plain TCP connection, to say to a server what no well-behaved client would.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <string_view>

namespace busy24::tests {

class RawConnection {
public:
    explicit RawConnection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        is_open_ =
            ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
        // A server that says nothing must fail the test, not hang it.
        const timeval patience{.tv_sec = 20, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~RawConnection() { ::close(socket_); }
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    bool is_open() const { return is_open_; }

    void send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    // Everything until the server closes.
    std::string read_to_end() {
        while (read_some()) {
        }
        return std::move(held_);
    }

    // One answer: its head, and as many bytes as its Content-Length says.
    std::string read_answer() {
        std::size_t head = 0;
        while ((head = held_.find("\r\n\r\n")) == std::string::npos)
            if (!read_some()) return std::move(held_);
        constexpr std::string_view name = "Content-Length: ";
        const auto at = held_.find(name);
        const auto length = at < head ? std::stoul(held_.substr(at + name.size())) : 0;
        while (held_.size() < head + 4 + length && read_some()) {
        }
        auto answer = held_.substr(0, head + 4 + length);
        held_.erase(0, answer.size());
        return answer;
    }

private:
    bool read_some() {
        char buffer[4096];
        const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
        if (count > 0) held_.append(buffer, static_cast<std::size_t>(count));
        return count > 0;
    }
    int socket_;
    bool is_open_ = false;
    std::string held_;
};

}  // namespace busy24::tests
