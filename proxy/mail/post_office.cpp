// Seals what waits, sends what is due, and decides what a failure means.
#include "proxy/mail/post_office.hpp"

#include <algorithm>

#include "proxy/domain/email.hpp"
#include "proxy/mail/letter.hpp"
#include "shared/json.hpp"

namespace busy24::mail {

namespace {

// Longer than sending may take: see MailTransport::send().
constexpr std::int64_t lease_ms = 2 * minute_ms;
constexpr std::int64_t first_delay_ms = 30 * second_ms;
constexpr std::int64_t delay_ms_max = hour_ms;
// The operator may be mending what stops all letters: look more often.
constexpr std::int64_t rest_ms_max = 15 * minute_ms;
constexpr std::int64_t after_failure_ms = minute_ms;
// A mail server may forget for a moment who we are; what it says a sixth time it means.
constexpr std::int64_t stopped_attempts_max = 6;
// Enough to invite and remind a large company, and too few for somebody who wants to write to
// strangers.
constexpr std::int64_t letters_a_day_max = 1000;
constexpr std::int64_t kept_ms = 30 * day_ms;

struct Content {
    std::vector<std::string> values;
    std::string link;
    static constexpr auto fields() {
        return std::tuple{field("values", &Content::values), field("link", &Content::link)};
    }
};

// The program's own key: a workspace's may be missing, and must not be made in a transaction.
security::Place place_of(const std::string& id) {
    return {.table = store::QueuedLetter::table,
            .column = "sealed_content",
            .workspace = "",
            .row = id};
}

std::int64_t delay_ms(std::int64_t attempts, std::int64_t most_ms) {
    auto delay = first_delay_ms;
    for (std::int64_t i = 1; i < attempts && delay < most_ms; ++i) delay *= 2;
    return std::min(delay, most_ms);
}

// Written once for each change of a connection, and not to be lost: who has invited a thousand
// people must hear of it all the same.
bool is_alarm(LetterKind kind) {
    using enum LetterKind;
    return kind == connection_login_refused || kind == connection_tenant_not_reached ||
           kind == connection_right_lost || kind == connection_mended;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }

}  // namespace

PostOffice::PostOffice(PostParts parts)
    : parts_(parts),
      letters_(parts.database),
      worker_(parts.clock, [this] { return deliver_due(); }) {}

Result<> PostOffice::queue(LetterOrder order) {
    if (!can_send()) return Error{ErrorCode::conflict, "no SMTP is configured", {}, "no_mail"};
    if (!domain::is_email(order.receiver) ||
        std::any_of(order.link.begin(), order.link.end(), is_control))
        return Error{ErrorCode::invalid, "no address to write to", {}, "bad_email"};
    const auto now = parts_.clock.now();
    if (order.workspace && !is_alarm(order.kind) &&
        TRY(letters_.count_since(*order.workspace, now + -day_ms)) >= letters_a_day_max)
        return Error{ErrorCode::throttled, "too many letters in a day", (now + hour_ms).ms,
                     "too_many_letters"};
    store::QueuedLetter letter{.id = make_id(parts_.random, now),
                               .workspace_id = std::move(order.workspace),
                               .subject_id = std::move(order.subject_id),
                               .kind = std::string(word_of(order.kind)),
                               .language = order.language,
                               .receiver = std::move(order.receiver),
                               .next_attempt_at = now,
                               .created_at = now,
                               .expires_at = now + order.lifetime_ms};
    const Secret content(to_json_text(Content{std::move(order.values), std::move(order.link)}));
    letter.sealed_content = TRY(parts_.vault.seal(content, place_of(letter.id)));
    TRY(letters_.add(letter));
    // Its first statement waits for the transaction that this may be in.
    worker_.wake();
    return {};
}

Result<> PostOffice::drop(const std::string& subject_id) { return letters_.drop(subject_id); }

Result<std::map<std::string, LetterFate>> PostOffice::fates(const WorkspaceId& workspace) {
    std::map<std::string, LetterFate> fates;
    for (auto& letter : TRY(letters_.of(workspace)))
        fates.try_emplace(letter.subject_id,
                          LetterFate{letter.state, letter.reason, letter.detail,
                                     letter.sent_at.value_or(letter.created_at)});
    return fates;
}

void PostOffice::start() {
    if (can_send()) worker_.start();
}

void PostOffice::stop() {
    if (can_send()) parts_.transport->stop();
    worker_.stop();
}

std::optional<Instant> PostOffice::deliver_due() {
    const auto due = deliver_all();
    if (due.ok()) return due.value();
    parts_.log.write({.level = LogLevel::warning,
                      .event = "letters_failed",
                      .code = std::string(word_of(due.error().code)),
                      .detail = due.error().detail});
    return parts_.clock.now() + after_failure_ms;
}

// Each round begins with a write: a letter that was queued in a transaction which is about to end
// is then seen.
Result<std::optional<Instant>> PostOffice::deliver_all() {
    if (!can_send()) return std::optional<Instant>();
    for (;;) {
        const auto now = parts_.clock.now();
        TRY(letters_.expire(now));
        if (now < rests_until_ || worker_.is_stopping()) return std::optional(rests_until_);
        auto letter = TRY(letters_.claim(now, now + lease_ms));
        if (!letter) return letters_.next_due();
        TRY(deliver(std::move(*letter)));
    }
}

Result<> PostOffice::deliver(store::QueuedLetter letter) {
    const auto sent = send(letter);
    if (sent.ok()) {
        stops_ = 0;
        letter.state = store::LetterState::sent;
        letter.sent_at = parts_.clock.now();
        letter.reason.clear();
        letter.detail.clear();
    } else {
        settle(letter, sent.error());
    }
    if (letter.state != store::LetterState::waiting) letter.sealed_content.clear();
    return letters_.finish(letter);
}

Result<> PostOffice::send(const store::QueuedLetter& letter) {
    const auto kind = value_of<LetterKind>(letter.kind);
    const auto opened = parts_.vault.unseal(letter.sealed_content, place_of(letter.id));
    if (!kind || !opened.ok())
        return Error{ErrorCode::invalid, "the letter cannot be read any more", {}, "unreadable"};
    auto content = TRY(parse_json<Content>(opened.value().reveal()));
    auto composed = compose(*kind, letter.language, std::move(content.values), content.link);
    return parts_.transport->send({.id = letter.id,
                                   .date = letter.created_at,
                                   .receiver = letter.receiver,
                                   .subject = std::move(composed.subject),
                                   .text = std::move(composed.text),
                                   .html = std::move(composed.html)});
}

// What a failure means for the letter, and for those behind it.
void PostOffice::settle(store::QueuedLetter& letter, const Error& failure) {
    const auto now = parts_.clock.now();
    letter.reason = failure.reason.empty() ? "internal" : failure.reason;
    letter.detail = failure.detail;
    const bool is_for_good = failure.code == ErrorCode::invalid;
    const bool stops_all = !is_for_good && letter.reason != "postponed";
    if (is_for_good ||
        (letter.reason == "login_refused" && letter.attempts >= stopped_attempts_max))
        letter.state = store::LetterState::refused;
    letter.next_attempt_at =
        now + delay_ms(letter.attempts, stops_all ? rest_ms_max : delay_ms_max);
    stops_ = stops_all ? stops_ + 1 : 0;
    if (stops_all) rests_until_ = now + delay_ms(stops_, rest_ms_max);
    // What the server says of one letter may name its receiver, which is for no log.
    parts_.log.write({.level = LogLevel::warning,
                      .event = "letter_not_sent",
                      .workspace = letter.workspace_id ? letter.workspace_id->text : "",
                      .code = std::string(word_of(failure.code)),
                      .reason = letter.reason,
                      .detail = stops_all ? failure.detail : ""});
}

Result<> PostOffice::remove_old(Instant now) {
    // Also where letters are no longer sent: what waits may hold a token.
    TRY(letters_.expire(now));
    return letters_.remove_old(now + -kept_ms);
}

}  // namespace busy24::mail
