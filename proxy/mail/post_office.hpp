// Takes letters, keeps them until a mail server has them, and tells what became of them.
#pragma once

#include <map>

#include "proxy/doors/mail_transport.hpp"
#include "proxy/jobs/worker.hpp"
#include "proxy/log.hpp"
#include "proxy/mail/letter_kind.hpp"
#include "proxy/security/vault.hpp"
#include "proxy/store/letters.hpp"

namespace busy24::mail {

// A letter that somebody is to get.
struct LetterOrder {
    std::optional<WorkspaceId> workspace;  // goes with it; none for what is about no workspace
    LetterKind kind = LetterKind::reminder;
    Language language = Language::nb;       // the receiver's
    std::string receiver;                   // an e-mail address
    std::string subject_id = {};            // of what it is about: to drop it, and to ask about it
    std::vector<std::string> values;        // see LetterKind
    std::string link = {};                  // may hold a token
    std::int64_t lifetime_ms = 2 * day_ms;  // how long it is worth sending: the link's life
};

// What became of the newest letter about a subject.
struct LetterFate {
    store::LetterState state = store::LetterState::waiting;
    std::string reason;  // of the last failure; see MailTransport::send()
    std::string detail;  // what the mail server said, for administrators
    Instant at;          // when it was sent, or else queued
};

// Lent for the program's life; all are thread-safe.
struct PostParts {
    store::Database& database;
    security::Vault& vault;
    MailTransport* transport = nullptr;  // null: the operator has configured none
    Clock& clock;
    Random& random;
    Log& log;
};

// Thread-safe.
class PostOffice {
public:
    explicit PostOffice(PostParts parts);

    // False without SMTP: pages say so, and offer links instead.
    bool can_send() const { return parts_.transport != nullptr; }

    // Queues a letter; in the caller's transaction when there is one, so that the letter is never
    // without what it tells of. It leaves at once, or when the mail server takes it. Errors:
    // conflict "no_mail" without SMTP; invalid "bad_email" for what is no address; throttled
    // "too_many_letters" beyond what a workspace may send in a day, alarms excepted.
    Result<> queue(LetterOrder order);
    // Takes back what has not been sent about the subject: its link is dead.
    Result<> drop(const std::string& subject_id);
    // By subject: what became of the newest letter about each.
    Result<std::map<std::string, LetterFate>> fates(const WorkspaceId& workspace);

    void start();
    void stop();
    // Sends all that is due. Returns when something will be; nullopt when nothing waits. The
    // worker's work, and for tests.
    std::optional<Instant> deliver_due();
    Result<> remove_old(Instant now);

private:
    Result<std::optional<Instant>> deliver_all();
    Result<> deliver(store::QueuedLetter letter);
    Result<> send(const store::QueuedLetter& letter);
    void settle(store::QueuedLetter& letter, const Error& failure);

    PostParts parts_;
    store::Letters letters_;
    // While the mail server is out of reach or refuses us, all letters wait; or two hundred of them
    // would each find out for themselves. The worker's own.
    Instant rests_until_;
    std::int64_t stops_ = 0;  // in a row
    jobs::Worker worker_;
};

}  // namespace busy24::mail
