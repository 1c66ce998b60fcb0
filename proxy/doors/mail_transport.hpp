// The door to people's mailboxes: one letter out.
#pragma once

#include <string>

#include "shared/result.hpp"
#include "shared/time.hpp"

namespace busy24 {

// A letter as it leaves: text and HTML that say the same.
struct MailMessage {
    std::string id;  // unique; the same when a letter is sent once more
    Instant date;
    std::string receiver;  // one address
    std::string subject;   // one line
    std::string text;
    std::string html;
};

// Thread-safe.
class MailTransport {
public:
    virtual ~MailTransport() = default;
    // Blocks for half a minute at most. Errors, with the mail server's last line or the reason in
    // `detail`: invalid "refused" when it will never take this letter; unavailable "postponed" when
    // it may take this one later; and for whatever stops all letters: unauthenticated
    // "login_refused", unavailable "untrusted" (no TLS, or not with whom it should be) and
    // unavailable "unreachable".
    virtual Result<> send(const MailMessage& message) = 0;
    // Ends what is being sent, and sends nothing more.
    virtual void stop() {}
};

}  // namespace busy24
