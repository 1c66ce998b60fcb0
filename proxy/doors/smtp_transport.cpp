// Letters by libcurl, and what an SMTP server's answer means.
#include "proxy/doors/smtp_transport.hpp"

#include <curl/curl.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <optional>

#include "proxy/doors/loopback.hpp"

namespace busy24 {

namespace {

constexpr long connect_seconds_max = 10;
constexpr long seconds_max = 30;
constexpr std::size_t reason_bytes_max = 300;

// libcurl copies the password where only it knows, so whatever it gives back is wiped.
void wipe_and_free(void* block) {
    if (!block) return;
    volatile char* bytes = static_cast<char*>(block);
    const auto size = ::malloc_usable_size(block);
    for (std::size_t i = 0; i < size; ++i) bytes[i] = '\0';
    std::free(block);
}

void* moved_block(void* block, std::size_t size) {
    void* wider = std::malloc(size);
    if (!wider || !block) return wider;
    std::memcpy(wider, block, std::min(size, ::malloc_usable_size(block)));
    wipe_and_free(block);
    return wider;
}

// Once, before any thread uses it.
bool is_curl_ready() {
    static const bool is_ready =
        curl_global_init_mem(CURL_GLOBAL_DEFAULT, std::malloc, wipe_and_free, moved_block, ::strdup,
                             std::calloc) == CURLE_OK;
    return is_ready;
}

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* thing) const {
        free(thing);
    }
};
using Handle = std::unique_ptr<CURL, Freed<curl_easy_cleanup>>;
using Mime = std::unique_ptr<curl_mime, Freed<curl_mime_free>>;
using List = std::unique_ptr<curl_slist, Freed<curl_slist_free_all>>;
using Url = std::unique_ptr<CURLU, Freed<curl_url_cleanup>>;

std::optional<Secret> part_of(const Url& url, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return std::nullopt;
    Secret out{std::string_view(text)};
    curl_free(text);
    return out;
}

std::string text_of(const std::optional<Secret>& part) {
    return part ? std::string(part->reveal()) : std::string();
}

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_control);
}

// It stands in a command and in a header, where a line's end or a bracket would begin another one.
bool is_address(std::string_view text) {
    return !has_control(text) && text.find('@') != text.npos &&
           text.find_first_of(" <>,;\"") == text.npos;
}

// RFC 2047: words of at most 75 characters, none of which ends inside a character of UTF-8.
std::string encoded_header(std::string_view text) {
    constexpr std::size_t word_characters_max = 75;
    constexpr std::string_view begin = "=?UTF-8?Q?";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    std::string word(begin);
    while (!text.empty()) {
        std::size_t length = 1;
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
            ++length;
        std::string character;
        for (const char c : text.substr(0, length)) {
            const auto byte = static_cast<unsigned char>(c);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
                character += c;
            else
                ((character += '=') += digits[byte >> 4]) += digits[byte & 15];
        }
        if (word.size() + character.size() + 2 > word_characters_max) {
            out += word + "?=\r\n ";
            word = begin;
        }
        word += character;
        text.remove_prefix(length);
    }
    return out + word + "?=";
}

std::string date_header(Instant now) {
    const std::time_t seconds = now.ms / second_ms;
    std::tm civil{};
    gmtime_r(&seconds, &civil);
    std::array<char, 64> text{};
    const auto length = std::strftime(text.data(), text.size(), "%a, %d %b %Y %T +0000", &civil);
    return {text.data(), length};
}

void append(List& list, const std::string& line) {
    list.reset(curl_slist_append(list.release(), line.c_str()));
}

List headers_of(const SmtpAccount& account, const MailMessage& message) {
    List list;
    append(list, "Date: " + date_header(message.date));
    append(list, "From: Busy <" + account.sender + ">");
    append(list, "To: <" + message.receiver + ">");
    append(list, "Subject: " + encoded_header(message.subject));
    append(list,
           "Message-ID: <" + message.id + account.sender.substr(account.sender.rfind('@')) + ">");
    // RFC 3834: no out-of-office answer is wanted.
    append(list, "Auto-Submitted: auto-generated");
    return list;
}

void add_part(curl_mime* mime, const std::string& content, const char* type) {
    curl_mimepart* part = curl_mime_addpart(mime);
    curl_mime_data(part, content.data(), content.size());
    curl_mime_type(part, type);
    curl_mime_encoder(part, "quoted-printable");
}

Mime body_of(CURL* curl, const MailMessage& message) {
    Mime mime(curl_mime_init(curl));
    curl_mimepart* both = curl_mime_addpart(mime.get());
    // The last form that a reader can show is the one it shows.
    curl_mime* forms = curl_mime_init(curl);
    add_part(forms, message.text, "text/plain; charset=utf-8");
    add_part(forms, message.html, "text/html; charset=utf-8");
    curl_mime_subparts(both, forms);
    curl_mime_type(both, "multipart/alternative");
    return mime;
}

// What the server has said so far.
struct Talk {
    std::string line;         // its newest refusal
    bool is_greeted = false;  // it has taken any of our commands
};

std::size_t keep_line(char* bytes, std::size_t size, std::size_t count, void* talk) {
    auto& kept = *static_cast<Talk*>(talk);
    const std::string_view line(bytes, size * count);
    if (line.starts_with("250")) kept.is_greeted = true;
    // Not what it says to our good-bye.
    if (line.starts_with('4') || line.starts_with('5')) kept.line = line;
    return line.size();
}

int should_stop(void* is_stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<std::atomic<bool>*>(is_stopping) ? 1 : 0;
}

// What the server said, fit for a page.
std::string shown(std::string line) {
    std::replace_if(line.begin(), line.end(), is_control, ' ');
    line.erase(line.find_last_not_of(' ') + 1);
    return line.substr(0, reason_bytes_max);
}

bool is_about_trust(CURLcode outcome) {
    return outcome == CURLE_PEER_FAILED_VERIFICATION || outcome == CURLE_USE_SSL_FAILED ||
           outcome == CURLE_SSL_CONNECT_ERROR || outcome == CURLE_SSL_CACERT_BADFILE;
}

Error error_of(CURL* curl, CURLcode outcome, const Talk& talk) {
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    if (is_about_trust(outcome))
        return {ErrorCode::unavailable, curl_easy_strerror(outcome), {}, "untrusted"};
    const bool is_answer = answer >= 400 && outcome != CURLE_OPERATION_TIMEDOUT &&
                           outcome != CURLE_ABORTED_BY_CALLBACK;
    if (!is_answer) return {ErrorCode::unavailable, curl_easy_strerror(outcome), {}, "unreachable"};
    const auto detail = shown(talk.line);
    // RFC 4954: what a server says to somebody who must log in, or did so in vain.
    const bool is_login = outcome == CURLE_LOGIN_DENIED || answer == 530 || answer == 534 ||
                          answer == 535 || answer == 538;
    if (is_login) return {ErrorCode::unauthenticated, detail, {}, "login_refused"};
    if (!talk.is_greeted) return {ErrorCode::unavailable, detail, {}, "unreachable"};
    if (answer >= 500) return {ErrorCode::invalid, detail, {}, "refused"};
    return {ErrorCode::unavailable, detail, {}, "postponed"};
}

// A connection that ignores the environment's proxies and goes nowhere but to a mail server.
void connect_to(CURL* curl, const SmtpAccount& account) {
    curl_easy_setopt(curl, CURLOPT_URL, account.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds_max);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(account.is_local ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!account.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, account.ca_file.c_str());
    if (account.username.empty()) return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, account.username.c_str());
    // A Secret is a std::string inside, so its text ends in NUL.
    curl_easy_setopt(curl, CURLOPT_PASSWORD, account.password.reveal().data());
}

}  // namespace

Result<SmtpAccount> read_smtp_account(const std::string& url) {
    if (!is_curl_ready()) return Error{ErrorCode::internal, "curl_global_init"};
    const Url parsed(curl_url());
    if (has_control(url) || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(),
                                         CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return Error{ErrorCode::invalid, "it is no address"};
    const auto scheme = text_of(part_of(parsed, CURLUPART_SCHEME));
    const auto host = text_of(part_of(parsed, CURLUPART_HOST));
    if (scheme != "smtp" && scheme != "smtps")
        return Error{ErrorCode::invalid, "it begins with neither smtp:// nor smtps://"};
    if (host.empty()) return Error{ErrorCode::invalid, "it names no host"};
    if (part_of(parsed, CURLUPART_QUERY) || part_of(parsed, CURLUPART_FRAGMENT) ||
        text_of(part_of(parsed, CURLUPART_PATH)).size() > 1)
        return Error{ErrorCode::invalid,
                     "there is something after the host; write # ? / in a password as %23 %3F %2F"};
    const auto port = text_of(part_of(parsed, CURLUPART_PORT));
    SmtpAccount account;
    account.url = scheme + "://" + host + (port.empty() ? "" : ":" + port);
    for (const auto part : {CURLUPART_USER, CURLUPART_PASSWORD}) {
        if (!part_of(parsed, part)) continue;
        auto decoded = part_of(parsed, part, CURLU_URLDECODE);
        if (!decoded) return Error{ErrorCode::invalid, "there is a control character in its login"};
        if (part == CURLUPART_USER)
            account.username = decoded->reveal();
        else
            account.password = std::move(*decoded);
    }
    account.is_local = is_loopback_host(host);
    return account;
}

SmtpTransport::SmtpTransport(std::shared_ptr<const SmtpAccount> account)
    : account_(std::move(account)) {}

Result<> SmtpTransport::send(const MailMessage& message) {
    // Security rule: nothing that reaches SMTP holds a line's end.
    if (!is_address(message.receiver) || has_control(message.subject) || has_control(message.id))
        return Error{ErrorCode::invalid, "no address to send to", {}, "refused"};
    const Handle curl(is_curl_ready() ? curl_easy_init() : nullptr);
    if (!curl) return Error{ErrorCode::internal, "curl_easy_init"};
    connect_to(curl.get(), *account_);
    List receivers;
    append(receivers, "<" + message.receiver + ">");
    const auto headers = headers_of(*account_, message);
    const auto body = body_of(curl.get(), message);
    Talk talk;
    const auto sender = "<" + account_->sender + ">";
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, sender.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, body.get());
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, keep_line);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &talk);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, should_stop);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &is_stopping_);
    const auto outcome = curl_easy_perform(curl.get());
    if (outcome != CURLE_OK) return error_of(curl.get(), outcome, talk);
    return {};
}

}  // namespace busy24
