// What is to be written to 24SevenOffice, and how far each record has come.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/entity.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

enum class SendState {
    ready,    // not tried, or surely not written
    unknown,  // it may have been written: look before trying again
    parked,   // a person must act
    ignored,  // a person has seen it and lets it be, until the record changes again
};
constexpr auto words(SendState) {
    return std::array{word(SendState::ready, "ready"), word(SendState::unknown, "unknown"),
                      word(SendState::parked, "parked"), word(SendState::ignored, "ignored")};
}

struct Outgoing {
    static constexpr std::string_view table = "outbox";
    std::string id;
    ConnectionId connection_id;
    Entity entity = Entity::project;
    std::string busy_id;
    std::string erp_id;       // empty for a record that is to be made there
    std::string before_body;  // what 24SevenOffice held when the change was decided
    std::string body;         // the canonical content that 24SevenOffice shall hold
    SendState state = SendState::ready;
    std::int64_t attempts = 0;
    std::string reason;  // a stable word, when it is parked
    std::string detail;  // for the operator
    Instant created_at;
    std::optional<Instant> first_tried_at;
    // One that is unknown: not before then is it sure that a try has come to nothing.
    std::optional<Instant> try_at = {};
    static constexpr auto fields() {
        return std::tuple{field("id", &Outgoing::id),
                          field("connection_id", &Outgoing::connection_id),
                          field("entity", &Outgoing::entity),
                          field("busy_id", &Outgoing::busy_id),
                          field("erp_id", &Outgoing::erp_id),
                          field("before_body", &Outgoing::before_body),
                          field("body", &Outgoing::body),
                          field("state", &Outgoing::state),
                          field("attempts", &Outgoing::attempts),
                          field("reason", &Outgoing::reason),
                          field("detail", &Outgoing::detail),
                          field("created_at", &Outgoing::created_at),
                          field("first_tried_at", &Outgoing::first_tried_at),
                          field("try_at", &Outgoing::try_at)};
    }
    bool operator==(const Outgoing&) const = default;

    bool is_new() const { return erp_id.empty(); }
    // Nobody knows whether it was made: it was tried, and no answer came.
    bool may_be_there() const {
        return is_new() && (state == SendState::unknown ||
                            (state == SendState::parked &&
                             (reason == "answer_lost" || reason == "perhaps_made")));
    }
    // 24SevenOffice may still be at work on it, however long nobody has heard of it.
    bool may_still_come(Instant now) const { return is_new() && try_at && now < *try_at; }
};

// Thread-safe, as its database is.
class Outbox {
public:
    Outbox(Database& database, ConnectionId connection)
        : database_(database), connection_(std::move(connection)) {}
    // A new row, or a change to one that is there.
    Result<> save(const Outgoing& outgoing);
    Result<> remove(const std::string& id);
    // All but what a person lets be, and new records of which nobody knows whether they were made:
    // whoever connects again must still look for those before making them.
    Result<std::int64_t> count_queued();
    Result<> drop_queued();
    // nullopt when nothing is to be sent for the record.
    Result<std::optional<Outgoing>> of(Entity entity, const std::string& busy_id);
    Result<std::optional<Outgoing>> find(const std::string& id);
    // The next one after `after` that is neither parked nor ignored, in the order in which they
    // were made.
    Result<std::optional<Outgoing>> next(const std::string& after);
    // New records of which nobody knows whether they were made.
    Result<std::vector<Outgoing>> perhaps_made(Entity entity);
    // When the first of those that are unknown is worth another try.
    Result<std::optional<Instant>> next_try();
    // Those that wait for a person.
    Result<std::vector<Outgoing>> parked(int limit);

private:
    Database& database_;
    ConnectionId connection_;
};

}  // namespace busy24::store
