// Rows of the table `letter`.
#include "proxy/store/letters.hpp"

namespace busy24::store {

Result<> Letters::add(const QueuedLetter& letter) { return insert(database_, letter); }

Result<std::int64_t> Letters::count_since(const WorkspaceId& workspace, Instant since) {
    const std::array values{to_value(workspace), to_value(since)};
    const auto rows = TRY(database_.query(
        "SELECT COUNT(*) FROM letter WHERE workspace_id = $1 AND created_at > $2", values));
    std::int64_t count = 0;
    TRY(from_value(rows.at(0).at(0), count));
    return count;
}

// The outer condition repeats the inner one, or two that ask at once would get the same row.
Result<std::optional<QueuedLetter>> Letters::claim(Instant now, Instant lease_end) {
    const std::array values{to_value(lease_end), to_value(now)};
    const auto rows = TRY(database_.query(
        "UPDATE letter SET next_attempt_at = $1, attempts = attempts + 1 "
        "WHERE state = 'waiting' AND next_attempt_at <= $2 AND id = (SELECT id FROM letter "
        "WHERE state = 'waiting' AND next_attempt_at <= $2 ORDER BY next_attempt_at, id LIMIT 1) "
        "RETURNING " +
            table_detail::columns<QueuedLetter>(),
        values));
    auto claimed = TRY(from_rows<QueuedLetter>(rows));
    if (claimed.empty()) return std::optional<QueuedLetter>();
    return std::optional(std::move(claimed.front()));
}

Result<> Letters::finish(const QueuedLetter& letter) {
    const std::array values{to_value(letter.state),   to_value(letter.sealed_content),
                            to_value(letter.reason),  to_value(letter.detail),
                            to_value(letter.sent_at), to_value(letter.next_attempt_at),
                            to_value(letter.id),      to_value(letter.attempts)};
    TRY(
        database_.query("UPDATE letter SET state = $1, sealed_content = $2, reason = $3, "
                        "detail = $4, sent_at = $5, next_attempt_at = $6 WHERE id = $7 "
                        "AND attempts = $8 AND state = 'waiting'",
                        values));
    return {};
}

Result<std::optional<Instant>> Letters::next_due() {
    const auto rows =
        TRY(database_.query("SELECT MIN(next_attempt_at) FROM letter WHERE state = 'waiting'"));
    std::optional<Instant> due;
    TRY(from_value(rows.at(0).at(0), due));
    return due;
}

Result<> Letters::drop(const std::string& subject_id) {
    return remove<QueuedLetter>(
        database_, {equals("subject_id", subject_id), equals("state", LetterState::waiting)});
}

Result<std::vector<QueuedLetter>> Letters::of(const WorkspaceId& workspace) {
    return select_all<QueuedLetter>(database_, {equals("workspace_id", workspace)},
                                    "ORDER BY created_at DESC, id DESC");
}

Result<> Letters::expire(Instant now) {
    const std::array values{to_value(now)};
    TRY(
        database_.query("UPDATE letter SET state = 'expired', sealed_content = '' "
                        "WHERE state = 'waiting' AND expires_at <= $1",
                        values));
    return {};
}

Result<> Letters::remove_old(Instant before) {
    const std::array values{to_value(before)};
    TRY(database_.query("DELETE FROM letter WHERE state <> 'waiting' AND created_at < $1", values));
    return {};
}

}  // namespace busy24::store
