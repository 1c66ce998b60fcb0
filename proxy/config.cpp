// Reads and checks the configuration, one rule per variable.
#include "proxy/config.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "proxy/domain/email.hpp"
#include "proxy/doors/loopback.hpp"

namespace busy24 {

namespace {

// One row per variable: what --help says, and what a refusal says it expects.
struct Variable {
    std::string_view name;
    std::string_view meaning;
    std::string_view expects;
};

constexpr std::array variables{
    Variable{"BUSY24_LISTEN", "where to listen: this machine only, with a web server in front",
             "127.0.0.1:port, [::1]:port, localhost:port or unix:/path, such as 127.0.0.1:8080"},
    Variable{"BUSY24_DATABASE", "the file that holds everything; made on the first start",
             "a path in a folder that exists, such as /var/lib/busy24/busy24.db"},
    Variable{"BUSY24_KEY_FILE", "the key that seals stored passwords; made on the first start",
             "a path in a folder that exists, such as /var/lib/busy24/key"},
    Variable{"BUSY24_PUBLIC_URL", "the address that people type",
             "https://host[:port] without a path, or http:// for localhost, such as "
             "https://busy.example.no"},
    Variable{"BUSY24_APPLICATION_ID", "the ApplicationId that 24SevenOffice gave this integration",
             "a GUID, such as 00000000-0000-0000-0000-000000000001"},
    Variable{"BUSY24_ERP_API_URL", "the 24SevenOffice host of log-in, clients and companies",
             "https://host, or http:// to this machine, such as https://api.24sevenoffice.com"},
    Variable{"BUSY24_ERP_WEBSERVICES_URL", "the 24SevenOffice host of projects, time and persons",
             "https://host, or http:// to this machine, such as "
             "https://webservices.24sevenoffice.com"},
    Variable{"BUSY24_ERP_REQUESTS_PER_HOUR",
             "how many calls an hour 24SevenOffice allows; fewer are made",
             "a whole number from 60 to 1000000000; 7200 when it is not set"},
    Variable{"BUSY24_ERP_SAVE_SECONDS",
             "how long 24SevenOffice may be at work on a project of which no answer came",
             "a whole number from 1 to 3600; 180 when it is not set"},
    Variable{"BUSY24_WEB_ROOT", "the folder of the built web app",
             "a folder with an index.html, such as build/web"},
    Variable{
        "BUSY24_SMTP_URL",
        "the mail server that takes our letters; without it people get links to copy",
        "smtps://user:password@host or smtp://user:password@host:587, with %40 for an @ in the "
        "user or password; it is always in TLS, but for this machine itself"},
    Variable{"BUSY24_SMTP_SENDER", "the address that letters come from; needed with a mail server",
             "an e-mail address, such as busy@example.no"},
    Variable{"BUSY24_SMTP_CA_FILE",
             "who is trusted to vouch for the mail server; the machine's own list when not set",
             "a file of certificates in PEM, such as /etc/busy24/ca.pem"},
};

const Variable& variable(std::string_view name) {
    return *std::find_if(variables.begin(), variables.end(),
                         [&](const auto& row) { return row.name == name; });
}

Error refusal(std::string_view name, std::string_view got, std::string_view why = {}) {
    std::string text(name);
    text += got.empty() ? " is not set" : " is \"" + std::string(got) + "\"";
    if (!why.empty()) text += ", but " + std::string(why);
    text += "; it expects " + std::string(variable(name).expects) + ".";
    return {ErrorCode::invalid, text};
}

// Without what it got, which holds a password.
Error secret_refusal(std::string_view name, std::string_view why) {
    return {ErrorCode::invalid, std::string(name) + " cannot be used: " + std::string(why) +
                                    "; it expects " + std::string(variable(name).expects) + "."};
}

std::string flag_of(std::string_view name) {
    std::string flag = "--";
    for (const char c : name.substr(std::string_view("BUSY24_").size()))
        flag += c == '_' ? '-' : static_cast<char>(c - 'A' + 'a');
    return flag;
}

template <class Number>
std::optional<Number> number_of(std::string_view text, Number least, Number most) {
    Number number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc() || stop != end || number < least || number > most)
        return std::nullopt;
    return number;
}

Result<ListenAddress> listen_address(const std::string& text) {
    constexpr std::string_view name = "BUSY24_LISTEN";
    constexpr std::string_view unix_scheme = "unix:";
    if (text.rfind(unix_scheme, 0) == 0) {
        // The kernel's sockaddr_un holds 108 bytes with the end mark.
        const auto path = text.substr(unix_scheme.size());
        if (path.empty() || path.size() > 107)
            return refusal(name, text, "a socket path has 1 to 107 bytes");
        return ListenAddress{.path = path};
    }
    const auto colon = text.rfind(':');
    const auto port = colon == std::string::npos
                          ? std::nullopt
                          : number_of<int>(text.substr(colon + 1), 0, 65'535);
    if (!port) return refusal(name, text, text.empty() ? "" : "it has no port from 0 to 65535");
    const auto host = text.substr(0, colon);
    if (!is_loopback_host(host))
        return refusal(name, text,
                       "only this machine itself is allowed, since TLS and slow clients are the "
                       "work of a web server in front");
    return ListenAddress{.host = host == "[::1]" ? "::1" : "127.0.0.1", .port = *port};
}

Result<std::string> file_path(std::string_view name, const std::string& text) {
    if (text.empty()) return refusal(name, text);
    const auto folder = std::filesystem::path(text).parent_path();
    std::error_code failure;
    if (!folder.empty() && !std::filesystem::is_directory(folder, failure))
        return refusal(name, text, "there is no folder " + folder.string());
    if (std::filesystem::is_directory(text, failure))
        return refusal(name, text, "that is a folder");
    return text;
}

Result<http::PublicUrl> url(std::string_view name, const std::string& text) {
    if (text.empty()) return refusal(name, text);
    auto parsed = http::PublicUrl::parse(text);
    if (!parsed.ok()) return refusal(name, text, parsed.error().detail);
    return parsed;
}

bool is_guid(std::string_view text) {
    constexpr std::string_view shape = "00000000-0000-0000-0000-000000000000";
    const auto fits = [](char expected, char c) {
        if (expected == '-') return c == '-';
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    return text.size() == shape.size() &&
           std::equal(shape.begin(), shape.end(), text.begin(), fits);
}

// `preset` when it is not set.
Result<std::int64_t> number_from(const char* name, const std::string& text, std::int64_t least,
                                 std::int64_t most, std::int64_t preset) {
    if (text.empty()) return preset;
    const auto number = number_of<std::int64_t>(text, least, most);
    if (!number) return refusal(name, text);
    return *number;
}

Result<std::string> folder_of_web_app(const std::string& text) {
    constexpr std::string_view name = "BUSY24_WEB_ROOT";
    if (text.empty()) return refusal(name, text);
    std::error_code failure;
    if (!std::filesystem::is_regular_file(std::filesystem::path(text) / "index.html", failure))
        return refusal(name, text, "there is no index.html in it");
    return text;
}

Result<std::shared_ptr<const SmtpAccount>> smtp_account(const ConfigText& text) {
    if (text.smtp_url.empty()) {
        if (!text.smtp_sender.empty())
            return refusal("BUSY24_SMTP_SENDER", text.smtp_sender, "BUSY24_SMTP_URL is not set");
        return std::shared_ptr<const SmtpAccount>();
    }
    auto account = read_smtp_account(text.smtp_url);
    if (!account.ok()) return secret_refusal("BUSY24_SMTP_URL", account.error().detail);
    auto smtp = std::make_shared<SmtpAccount>(std::move(account).value());
    if (!domain::is_email(text.smtp_sender)) return refusal("BUSY24_SMTP_SENDER", text.smtp_sender);
    smtp->sender = text.smtp_sender;
    std::error_code failure;
    if (!text.smtp_ca_file.empty() && !std::filesystem::is_regular_file(text.smtp_ca_file, failure))
        return refusal("BUSY24_SMTP_CA_FILE", text.smtp_ca_file, "there is no such file");
    smtp->ca_file = text.smtp_ca_file;
    return std::shared_ptr<const SmtpAccount>(std::move(smtp));
}

Result<> read_flags(std::span<const char* const> arguments, ConfigText& text) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string argument = arguments[i];
        const auto equals = argument.find('=');
        const auto flag = argument.substr(0, equals);
        std::string* member = nullptr;
        for_each_field<ConfigText>([&](const auto& f) {
            if (flag_of(f.name) == flag) member = &(text.*f.member);
        });
        if (!member)
            return Error{ErrorCode::invalid, "\"" + argument + "\" is no flag; --help lists them."};
        if (equals != std::string::npos)
            *member = argument.substr(equals + 1);
        else if (i + 1 < arguments.size())
            *member = arguments[++i];
        else
            return Error{ErrorCode::invalid, flag + " needs a value; --help shows examples."};
    }
    return {};
}

}  // namespace

Environment process_environment() {
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
}

Result<Config> read_config(std::span<const char* const> arguments, const Environment& environment) {
    ConfigText text;
    for_each_field<ConfigText>(
        [&](const auto& f) { text.*f.member = environment(std::string(f.name)).value_or(""); });
    TRY(read_flags(arguments, text));
    Config config;
    config.listen = TRY(listen_address(text.listen));
    config.database = TRY(file_path("BUSY24_DATABASE", text.database));
    config.key_file = TRY(file_path("BUSY24_KEY_FILE", text.key_file));
    config.public_url = TRY(url("BUSY24_PUBLIC_URL", text.public_url));
    if (!is_guid(text.application_id)) return refusal("BUSY24_APPLICATION_ID", text.application_id);
    config.application_id = text.application_id;
    config.erp_api_url = TRY(url("BUSY24_ERP_API_URL", text.erp_api_url)).origin;
    config.erp_webservices_url =
        TRY(url("BUSY24_ERP_WEBSERVICES_URL", text.erp_webservices_url)).origin;
    config.erp_requests_per_hour =
        TRY(number_from("BUSY24_ERP_REQUESTS_PER_HOUR", text.erp_requests_per_hour, 60,
                        1'000'000'000, config.erp_requests_per_hour));
    config.erp_save_seconds = TRY(number_from("BUSY24_ERP_SAVE_SECONDS", text.erp_save_seconds, 1,
                                              3'600, config.erp_save_seconds));
    config.web_root = TRY(folder_of_web_app(text.web_root));
    config.smtp = TRY(smtp_account(text));
    return config;
}

std::string help_text() {
    std::string text =
        "busy24-proxy connects Busy to 24SevenOffice. Every setting is an environment variable, or "
        "a flag of\nthe same name, which wins. Behind a web server use a unix socket: only then is "
        "X-Real-IP believed.\n\n";
    for (const auto& row : variables) {
        text += "  " + std::string(row.name) + "  or  " + flag_of(row.name) + "=…\n";
        text += "      " + std::string(row.meaning) + "\n";
        text += "      expects " + std::string(row.expects) + "\n";
    }
    return text + "  --help\n      shows this\n";
}

}  // namespace busy24
