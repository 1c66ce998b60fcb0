// Sends letters by SMTP (RFC 5321).
#pragma once

#include <atomic>
#include <memory>

#include "proxy/doors/mail_transport.hpp"
#include "shared/secret.hpp"

namespace busy24 {

// Whose server takes our letters.
struct SmtpAccount {
    std::string url;       // smtps://host[:port] or smtp://host[:port], without the login
    std::string username;  // empty: without logging in
    Secret password;
    std::string sender;   // the address that letters come from
    std::string ca_file;  // PEM of who is trusted; empty: whom the system trusts
    bool is_local = false;
};

// Reads smtps://user:password@host:465 or smtp://user:password@host:587; the login may be left out
// and is percent-encoded. Errors: invalid, with what the operator must change; the text itself,
// which holds a password, is not in it.
Result<SmtpAccount> read_smtp_account(const std::string& url);

// By libcurl: one connection per letter, since letters are few and nothing is left open in between.
// Always in TLS 1.2 or newer with a verified certificate; only a server on this machine may do
// without.
class SmtpTransport final : public MailTransport {
public:
    explicit SmtpTransport(std::shared_ptr<const SmtpAccount> account);
    Result<> send(const MailMessage& message) override;
    void stop() override { is_stopping_ = true; }

private:
    // Shared with the configuration that it was read into: a password has one place.
    std::shared_ptr<const SmtpAccount> account_;
    std::atomic<bool> is_stopping_ = false;
};

}  // namespace busy24
