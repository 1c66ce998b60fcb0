// Calls about the mirror and one record: why it is as it is, and its link.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"
#include "shared/api/entity.hpp"

namespace busy24::api {

// One thing that the mirror did to a record.
struct RecordEvent {
    std::int64_t at_ms = 0;
    std::string rule;    // a stable word
    std::string member;  // empty for the record as a whole
    std::string before;
    std::string after;
    static constexpr auto fields() {
        return std::tuple{field("atMs", &RecordEvent::at_ms), field("rule", &RecordEvent::rule),
                          field("member", &RecordEvent::member),
                          field("before", &RecordEvent::before),
                          field("after", &RecordEvent::after)};
    }
    bool operator==(const RecordEvent&) const = default;
};

// «Hvorfor ser det slik ut?» Failures: not_found when the workspace has no such record.
struct ExplainRecord {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/record/explanation",
                                       Access::administrator};
    struct Version {
        std::string member;  // of the content, as in RecordValue
        std::string agreed;  // the last version that both sides agreed on
        std::string erp;     // as last seen
        std::string busy;
        static constexpr auto fields() {
            return std::tuple{field("member", &Version::member), field("agreed", &Version::agreed),
                              field("erp", &Version::erp), field("busy", &Version::busy)};
        }
        bool operator==(const Version&) const = default;
    };
    // What happens next with the record.
    enum class Next { nothing, next_run, is_sent, is_looked_up, needs_person, by_hand, stays_here };
    friend constexpr auto words(Next) {
        return std::array{
            word(Next::nothing, "nothing"),           word(Next::next_run, "next_run"),
            word(Next::is_sent, "is_sent"),           word(Next::is_looked_up, "is_looked_up"),
            word(Next::needs_person, "needs_person"), word(Next::by_hand, "by_hand"),
            word(Next::stays_here, "stays_here")};
    }
    struct Reply {
        bool is_linked = false;
        bool is_left_alone = false;  // somebody told the mirror to let it be
        bool is_gone = false;        // linked to what 24SevenOffice has no more
        std::int64_t linked_at_ms = 0;
        std::vector<Version> versions;
        std::vector<RecordEvent> events;  // newest first, at most 100
        Next next = Next::nothing;
        std::optional<std::int64_t> next_at_ms;  // none: within seconds, or nobody knows when
        std::string cause;  // why it needs a person: of a SendProblem, or "both_changed"
        static constexpr auto fields() {
            return std::tuple{
                field("isLinked", &Reply::is_linked), field("isLeftAlone", &Reply::is_left_alone),
                field("isGone", &Reply::is_gone),     field("linkedAtMs", &Reply::linked_at_ms),
                field("versions", &Reply::versions),  field("events", &Reply::events),
                field("next", &Reply::next),          field("nextAtMs", &Reply::next_at_ms),
                field("cause", &Reply::cause)};
        }
        bool operator==(const Reply&) const = default;
    };
    Entity entity = Entity::project;
    std::string id;
    static constexpr auto fields() {
        return std::tuple{field("entity", &ExplainRecord::entity), field("id", &ExplainRecord::id)};
    }
};

// What a person does to the link of one record.
enum class LinkChange {
    leave_alone,  // stays linked, but nothing is carried over any more
    take_up,      // the mirror looks after it again
    unlink,       // no longer one record, and neither is made on the other side
    link,         // to the record with `number`, whose content wins
};
constexpr auto words(LinkChange) {
    return std::array{word(LinkChange::leave_alone, "leave_alone"),
                      word(LinkChange::take_up, "take_up"), word(LinkChange::unlink, "unlink"),
                      word(LinkChange::link, "link")};
}

// Failures: not_found for the record; invalid "no_such_number" or "number_taken" for link.
struct ChangeLink {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/record/link", Access::administrator};
    using Reply = ExplainRecord::Reply;
    Entity entity = Entity::project;
    std::string id;
    LinkChange change = LinkChange::leave_alone;
    std::string number;
    static constexpr auto fields() {
        return std::tuple{field("entity", &ChangeLink::entity), field("id", &ChangeLink::id),
                          field("change", &ChangeLink::change),
                          field("number", &ChangeLink::number)};
    }
};

}  // namespace busy24::api
