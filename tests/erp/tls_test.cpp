// What the program promises about TLS: a certificate that is not trusted, or is another host's,
// ends the connection before a byte of the request has left.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "proxy/doors/http_transport.hpp"
#include "tests/fakes/temporary_folder.hpp"

using namespace busy24;

namespace {

// A certificate that signs itself, for one name in the notation of OpenSSL ("IP:127.0.0.1").
struct Certificate {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* x509 = X509_new();

    explicit Certificate(const char* name) {
        X509_set_version(x509, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
        X509_gmtime_adj(X509_getm_notBefore(x509), -3600);
        X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
        X509_set_pubkey(x509, key);
        auto* subject = X509_get_subject_name(x509);
        const auto* text = reinterpret_cast<const unsigned char*>("busy24 test");
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, text, -1, -1, 0);
        X509_set_issuer_name(x509, subject);
        auto* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, name);
        X509_add_ext(x509, names, -1);
        X509_EXTENSION_free(names);
        X509_sign(x509, key, EVP_sha256());
    }
    Certificate(const Certificate&) = delete;
    Certificate& operator=(const Certificate&) = delete;
    ~Certificate() {
        X509_free(x509);
        EVP_PKEY_free(key);
    }
    void save(const std::string& path) const {
        std::FILE* file = std::fopen(path.c_str(), "w");
        REQUIRE(file != nullptr);
        PEM_write_X509(file, x509);
        std::fclose(file);
    }
};

// Answers every request over TLS with an empty page, and counts the bytes it was sent.
class TlsServer {
public:
    TlsServer(const Certificate& certificate, int newest_version)
        : context_(SSL_CTX_new(TLS_server_method())) {
        SSL_CTX_use_certificate(context_, certificate.x509);
        SSL_CTX_use_PrivateKey(context_, certificate.key);
        // Versions before 1.2 are only spoken at the lowest level of security.
        SSL_CTX_set_security_level(context_, 0);
        SSL_CTX_set_min_proto_version(context_, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_, newest_version);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(::bind(socket_, any, size) == 0);
        REQUIRE(::listen(socket_, 4) == 0);
        ::getsockname(socket_, any, &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;
    ~TlsServer() {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
        SSL_CTX_free(context_);
    }
    std::string url() const { return "https://127.0.0.1:" + std::to_string(port_) + "/"; }
    int bytes() const { return bytes_; }

private:
    void serve() {
        for (int one; (one = ::accept(socket_, nullptr, nullptr)) >= 0; ::close(one)) {
            SSL* ssl = SSL_new(context_);
            SSL_set_fd(ssl, one);
            char piece[4096];
            if (SSL_accept(ssl) == 1) {
                std::string request;
                for (int size; !request.ends_with("<Login/>") &&
                               (size = SSL_read(ssl, piece, sizeof piece)) > 0;
                     bytes_ += size)
                    request.append(piece, static_cast<std::size_t>(size));
                const std::string answer =
                    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                SSL_write(ssl, answer.data(), static_cast<int>(answer.size()));
                SSL_shutdown(ssl);
            }
            SSL_free(ssl);
        }
    }

    SSL_CTX* context_;
    int socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    int port_ = 0;
    std::atomic<int> bytes_{0};
    std::thread thread_;
};

// With `trusted` as the only certificate that the machine believes.
Result<HttpAnswer> get(const TlsServer& server, const std::string& trusted) {
    ::setenv("SSL_CERT_FILE", trusted.c_str(), 1);
    NetworkTransport transport;
    auto answer = transport.send({.url = server.url(),
                                  .headers = {{"Cookie", "ASP.NET_SessionId=secret"}},
                                  .body = "<Login/>",
                                  .read_timeout_ms = 2'000},
                                 [](std::string_view) { return true; });
    ::unsetenv("SSL_CERT_FILE");
    return answer;
}

}  // namespace

TEST_CASE("TLS is spoken with who is trusted, and with nobody else") {
    const TemporaryFolder folder;
    const Certificate right("IP:127.0.0.1");
    const Certificate stranger("IP:127.0.0.1");
    const Certificate other_host("DNS:api.example,IP:127.0.0.2");
    right.save(folder.file("right.pem"));
    other_host.save(folder.file("other_host.pem"));

    const TlsServer good(right, TLS1_3_VERSION);
    REQUIRE(get(good, folder.file("right.pem")).ok());
    CHECK(good.bytes() > 0);

    const TlsServer unknown(stranger, TLS1_3_VERSION);
    CHECK(get(unknown, folder.file("right.pem")).error().code == ErrorCode::unavailable);
    CHECK(unknown.bytes() == 0);

    const TlsServer another_host(other_host, TLS1_3_VERSION);
    CHECK(get(another_host, folder.file("other_host.pem")).error().code == ErrorCode::unavailable);
    CHECK(another_host.bytes() == 0);
}

TEST_CASE("nothing older than TLS 1.2 is spoken") {
    const TemporaryFolder folder;
    const Certificate right("IP:127.0.0.1");
    right.save(folder.file("right.pem"));
    const TlsServer new_enough(right, TLS1_2_VERSION);
    CHECK(get(new_enough, folder.file("right.pem")).ok());
    const TlsServer old(right, TLS1_1_VERSION);
    CHECK(get(old, folder.file("right.pem")).error().code == ErrorCode::unavailable);
    CHECK(old.bytes() == 0);
}
