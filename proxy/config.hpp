// What the operator sets: from the environment, or from flags of the same name, which win.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "proxy/doors/smtp_transport.hpp"
#include "proxy/http/origin.hpp"
#include "shared/describe.hpp"
#include "shared/result.hpp"

namespace busy24 {

// As the operator wrote it. BUSY24_LISTEN is also --listen, BUSY24_KEY_FILE also --key-file.
struct ConfigText {
    std::string listen;
    std::string database;
    std::string key_file;
    std::string public_url;
    std::string application_id;
    std::string erp_api_url;
    std::string erp_webservices_url;
    std::string erp_requests_per_hour;
    std::string erp_save_seconds;
    std::string web_root;
    std::string smtp_url;
    std::string smtp_sender;
    std::string smtp_ca_file;
    static constexpr auto fields() {
        return std::tuple{field("BUSY24_LISTEN", &ConfigText::listen),
                          field("BUSY24_DATABASE", &ConfigText::database),
                          field("BUSY24_KEY_FILE", &ConfigText::key_file),
                          field("BUSY24_PUBLIC_URL", &ConfigText::public_url),
                          field("BUSY24_APPLICATION_ID", &ConfigText::application_id),
                          field("BUSY24_ERP_API_URL", &ConfigText::erp_api_url),
                          field("BUSY24_ERP_WEBSERVICES_URL", &ConfigText::erp_webservices_url),
                          field("BUSY24_ERP_REQUESTS_PER_HOUR", &ConfigText::erp_requests_per_hour),
                          field("BUSY24_ERP_SAVE_SECONDS", &ConfigText::erp_save_seconds),
                          field("BUSY24_WEB_ROOT", &ConfigText::web_root),
                          field("BUSY24_SMTP_URL", &ConfigText::smtp_url),
                          field("BUSY24_SMTP_SENDER", &ConfigText::smtp_sender),
                          field("BUSY24_SMTP_CA_FILE", &ConfigText::smtp_ca_file)};
    }
};

// Where to listen: loopback, or a unix socket. Never further out: the edge in front has the TLS and
// the patience for slow clients that a thread per connection has not.
struct ListenAddress {
    std::string host;  // "127.0.0.1" or "::1"; empty for a unix socket
    int port = 0;
    std::string path;  // of the unix socket
    bool operator==(const ListenAddress&) const = default;
};

struct Config {
    ListenAddress listen;
    std::string database;
    std::string key_file;
    http::PublicUrl public_url;
    std::string application_id;
    std::string erp_api_url;  // without a slash at the end
    std::string erp_webservices_url;
    std::int64_t erp_requests_per_hour = 7'200;
    std::int64_t erp_save_seconds = 180;
    std::string web_root;
    // Null: no letters are sent. Shared, since a configuration is copied and a Secret is not.
    std::shared_ptr<const SmtpAccount> smtp;
};

using Environment = std::function<std::optional<std::string>(const std::string& name)>;

// Looks a name up in the environment of this process.
Environment process_environment();

// Flags come as --name=value or --name value. Errors: invalid, whose detail is one sentence for the
// operator that names the variable, what it got, and what it expects.
Result<Config> read_config(std::span<const char* const> arguments, const Environment& environment);

// The text of --help: every variable with its flag, meaning and an example.
std::string help_text();

}  // namespace busy24
