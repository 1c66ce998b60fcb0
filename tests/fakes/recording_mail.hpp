// A mail server made of scripted answers: what it was given, and what it says next.
#pragma once

#include <deque>
#include <mutex>
#include <vector>

#include "proxy/doors/mail_transport.hpp"

namespace busy24 {

// Thread-safe. Takes every letter that no failure is scripted for.
class RecordingMail final : public MailTransport {
public:
    Result<> send(const MailMessage& message) override {
        const std::lock_guard lock(mutex_);
        ++attempts_;
        if (!failures_.empty()) {
            auto failure = failures_.front();
            failures_.pop_front();
            return failure;
        }
        sent_.push_back(message);
        return {};
    }
    RecordingMail& fail(Error failure, int times = 1) {
        const std::lock_guard lock(mutex_);
        for (int i = 0; i < times; ++i) failures_.push_back(failure);
        return *this;
    }
    std::vector<MailMessage> sent() const {
        const std::lock_guard lock(mutex_);
        return sent_;
    }
    int attempts() const {
        const std::lock_guard lock(mutex_);
        return attempts_;
    }

private:
    mutable std::mutex mutex_;
    std::deque<Error> failures_;
    std::vector<MailMessage> sent_;
    int attempts_ = 0;
};

// What a mail server, or the way to it, answers.
inline Error mail_refused() {
    return {ErrorCode::invalid, "550 5.1.1 No such user here", {}, "refused"};
}
inline Error mail_postponed() {
    return {ErrorCode::unavailable, "450 4.2.0 Try again later", {}, "postponed"};
}
inline Error mail_unreachable() {
    return {ErrorCode::unavailable, "Couldn't connect to server", {}, "unreachable"};
}
inline Error mail_login_refused() {
    return {ErrorCode::unauthenticated, "535 5.7.8 Wrong login", {}, "login_refused"};
}

}  // namespace busy24
