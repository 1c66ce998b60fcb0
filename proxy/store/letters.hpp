// The queue of letters: what is to be sent, and what has become of it.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/ids.hpp"
#include "shared/language.hpp"

namespace busy24::store {

enum class LetterState {
    waiting,  // to be sent, or being sent
    sent,     // the mail server has taken it
    refused,  // it never will
    expired,  // its link stopped working before anybody took it
};
constexpr auto words(LetterState) {
    return std::array{word(LetterState::waiting, "waiting"), word(LetterState::sent, "sent"),
                      word(LetterState::refused, "refused"), word(LetterState::expired, "expired")};
}

struct QueuedLetter {
    static constexpr std::string_view table = "letter";
    std::string id;
    std::optional<WorkspaceId> workspace_id;  // none: it is about no workspace
    std::string subject_id;                   // of what it is about, such as an invitation
    std::string kind;                         // a word of mail::LetterKind
    Language language = Language::nb;
    std::string receiver;
    std::string sealed_content;  // empty once it waits no longer: it may hold a token
    LetterState state = LetterState::waiting;
    std::int64_t attempts = 0;
    Instant next_attempt_at;
    std::string reason;  // of the last failure: a stable word
    std::string detail;  // what the mail server said
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> sent_at;
    static constexpr auto fields() {
        return std::tuple{field("id", &QueuedLetter::id),
                          field("workspace_id", &QueuedLetter::workspace_id),
                          field("subject_id", &QueuedLetter::subject_id),
                          field("kind", &QueuedLetter::kind),
                          field("language", &QueuedLetter::language),
                          field("receiver", &QueuedLetter::receiver),
                          field("sealed_content", &QueuedLetter::sealed_content),
                          field("state", &QueuedLetter::state),
                          field("attempts", &QueuedLetter::attempts),
                          field("next_attempt_at", &QueuedLetter::next_attempt_at),
                          field("reason", &QueuedLetter::reason),
                          field("detail", &QueuedLetter::detail),
                          field("created_at", &QueuedLetter::created_at),
                          field("expires_at", &QueuedLetter::expires_at),
                          field("sent_at", &QueuedLetter::sent_at)};
    }
    bool operator==(const QueuedLetter&) const = default;
};

// Thread-safe, as its database is.
class Letters {
public:
    explicit Letters(Database& database) : database_(database) {}
    Result<> add(const QueuedLetter& letter);
    // How many were queued for the workspace since then.
    Result<std::int64_t> count_since(const WorkspaceId& workspace, Instant since);
    // Takes the one that has been due for longest, counts the attempt, and hides it from everybody
    // else until `lease_end`: after a crash it is due again then.
    Result<std::optional<QueuedLetter>> claim(Instant now, Instant lease_end);
    // What became of a claimed letter. Nothing happens when it was dropped or claimed anew since.
    Result<> finish(const QueuedLetter& letter);
    // When the next one is due; nullopt when none waits.
    Result<std::optional<Instant>> next_due();
    // Takes away those about the subject that still wait.
    Result<> drop(const std::string& subject_id);
    // All of the workspace, the newest first.
    Result<std::vector<QueuedLetter>> of(const WorkspaceId& workspace);
    // Those that wait and whose time is over get no further attempt, and lose their content.
    Result<> expire(Instant now);
    Result<> remove_old(Instant before);

private:
    Database& database_;
};

}  // namespace busy24::store
