// What each side was last seen to hold, and which records of the two are one.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"
#include "shared/api/entity.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

enum class Side { erp, busy };
constexpr auto words(Side) { return std::array{word(Side::erp, "erp"), word(Side::busy, "busy")}; }

struct MirrorRecord {
    static constexpr std::string_view table = "record";
    ConnectionId connection_id;
    Entity entity = Entity::customer;
    Side side = Side::erp;
    std::string id;
    std::string hash;
    std::string body;
    std::string label;
    std::string number;
    bool is_active = true;
    std::string problem;  // why it cannot be mirrored as it is; empty when it can
    std::string seen_in;  // the generation of the reading that saw it last
    static constexpr auto fields() {
        return std::tuple{field("connection_id", &MirrorRecord::connection_id),
                          field("entity", &MirrorRecord::entity),
                          field("side", &MirrorRecord::side),
                          field("id", &MirrorRecord::id),
                          field("hash", &MirrorRecord::hash),
                          field("body", &MirrorRecord::body),
                          field("label", &MirrorRecord::label),
                          field("number", &MirrorRecord::number),
                          field("is_active", &MirrorRecord::is_active),
                          field("problem", &MirrorRecord::problem),
                          field("seen_in", &MirrorRecord::seen_in)};
    }
    bool operator==(const MirrorRecord&) const = default;
};

struct Link {
    static constexpr std::string_view table = "link";
    ConnectionId connection_id;
    Entity entity = Entity::customer;
    std::string erp_id;
    std::string busy_id;
    std::string base_hash;  // of the version that both sides agreed on last
    std::string base_body;
    Instant linked_at;
    static constexpr auto fields() {
        return std::tuple{field("connection_id", &Link::connection_id),
                          field("entity", &Link::entity),
                          field("erp_id", &Link::erp_id),
                          field("busy_id", &Link::busy_id),
                          field("base_hash", &Link::base_hash),
                          field("base_body", &Link::base_body),
                          field("linked_at", &Link::linked_at)};
    }
    bool operator==(const Link&) const = default;
};

// A record of 24SevenOffice with what is known of its link.
struct Seen {
    MirrorRecord record;
    std::string busy_id;  // empty when it has no link
    std::string base_hash;
};

// SQL: the record r of the connection $1 was there at the last reading of everything, or since.
inline constexpr std::string_view was_seen_lately =
    "r.seen_in >= COALESCE((SELECT generation FROM run WHERE connection_id = $1 "
    "AND scope = 'full' AND phase = 'done' ORDER BY id DESC LIMIT 1), '')";

// Thread-safe, as its database is.
class Records {
public:
    explicit Records(Database& database) : database_(database) {}
    Result<> save(const MirrorRecord& record);
    // nullopt when that side was never seen to hold it.
    // Whether 24SevenOffice still has it, as far as is known.
    Result<bool> is_there(const ConnectionId& connection, Entity entity, const std::string& erp_id);
    Result<std::optional<MirrorRecord>> find(const ConnectionId& connection, Entity entity,
                                             Side side, const std::string& id);
    // The records of 24SevenOffice in the order of their ids, from after `after` on.
    Result<std::vector<Seen>> page(const ConnectionId& connection, Entity entity,
                                   const std::string& after, int limit);
    // Only those that the reading of this generation has seen.
    Result<std::vector<Seen>> page_of(const ConnectionId& connection, Entity entity,
                                      const std::string& generation, const std::string& after,
                                      int limit);

    Result<> save(const Link& link);
    // The link that a record of the workspace has; nullopt when it has none.
    Result<std::optional<Link>> link_to(const ConnectionId& connection, Entity entity,
                                        const std::string& busy_id);
    Result<> remove_link(const ConnectionId& connection, Entity entity, const std::string& busy_id);
    // The link of a record of 24SevenOffice.
    Result<std::optional<Link>> link_from(const ConnectionId& connection, Entity entity,
                                          const std::string& erp_id);
    // How many links the list of the ERP should show again, and how many of those it did not.
    // Records that are archived already are not missed.
    struct Presence {
        std::int64_t linked = 0;
        std::int64_t missing = 0;
    };
    Result<Presence> presence(const ConnectionId& connection, Entity entity,
                              const std::string& generation);

private:
    Database& database_;
};

}  // namespace busy24::store
