// Calls about the workspace's own records: projects, customers and work types, as lists and one by
// one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"
#include "shared/api/entity.hpp"

namespace busy24::api {

enum class RecordFilter { active, archived, all };
constexpr auto words(RecordFilter) {
    return std::array{word(RecordFilter::active, "active"),
                      word(RecordFilter::archived, "archived"), word(RecordFilter::all, "all")};
}

// Each has an index; start is for projects only, and others are then sorted by name.
enum class RecordColumn { name, number, starts_on };
constexpr auto words(RecordColumn) {
    return std::array{word(RecordColumn::name, "name"), word(RecordColumn::number, "number"),
                      word(RecordColumn::starts_on, "starts_on")};
}

enum class Direction { ascending, descending };
constexpr auto words(Direction) {
    return std::array{word(Direction::ascending, "ascending"),
                      word(Direction::descending, "descending")};
}

// How a record stands to 24SevenOffice.
enum class LinkState {
    local,            // its kind is not connected, so it is Busy's alone
    linked,           // one record with one there
    waiting,          // is to be created there
    must_deactivate,  // archived here; only a person can deactivate it there (contract 3)
};
constexpr auto words(LinkState) {
    return std::array{word(LinkState::local, "local"), word(LinkState::linked, "linked"),
                      word(LinkState::waiting, "waiting"),
                      word(LinkState::must_deactivate, "must_deactivate")};
}

// One record of any of the three kinds; what a kind does not have stays empty.
struct Record {
    std::string id;
    std::string number;  // the id in 24SevenOffice, once there is one
    std::string name;
    bool is_active = true;
    std::string customer_id;    // projects
    std::string customer_name;  // also of a customer that is known by number only
    std::string starts_on;      // 2026-06-05
    std::string ends_on;
    std::string organisation_number;  // customers
    std::string kind;                 // customers: "business", "consumer" or "other"
    bool is_billable = false;         // work types
    std::optional<std::int64_t> price_ore;
    static constexpr auto fields() {
        return std::tuple{field("id", &Record::id),
                          field("number", &Record::number),
                          field("name", &Record::name),
                          field("isActive", &Record::is_active),
                          field("customerId", &Record::customer_id),
                          field("customerName", &Record::customer_name),
                          field("startsOn", &Record::starts_on),
                          field("endsOn", &Record::ends_on),
                          field("organisationNumber", &Record::organisation_number),
                          field("kind", &Record::kind),
                          field("isBillable", &Record::is_billable),
                          field("priceOre", &Record::price_ore)};
    }
    bool operator==(const Record&) const = default;
};

inline constexpr std::int64_t list_limit_max = 200;

// One window of a list; of all records the active ones come first. The search finds a part of the
// name (or of the customer's name), without regard to case, and the beginning of the number.
// Failures: invalid for a person or a limit out of range.
struct ListRecords {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/records", Access::signed_in};
    struct Reply {
        std::int64_t total = 0;  // that the search and the filter leave
        std::vector<Record> records;
        static constexpr auto fields() {
            return std::tuple{field("total", &Reply::total), field("records", &Reply::records)};
        }
        bool operator==(const Reply&) const = default;
    };
    Entity entity = Entity::project;
    std::string search;
    RecordFilter filter = RecordFilter::active;
    RecordColumn sort = RecordColumn::name;
    Direction direction = Direction::ascending;
    std::int64_t offset = 0;
    std::int64_t limit = 100;  // 1 to list_limit_max
    static constexpr auto fields() {
        return std::tuple{
            field("entity", &ListRecords::entity),       field("search", &ListRecords::search),
            field("filter", &ListRecords::filter),       field("sort", &ListRecords::sort),
            field("direction", &ListRecords::direction), field("offset", &ListRecords::offset),
            field("limit", &ListRecords::limit)};
    }
};

// What the page of one record needs.
struct RecordPage {
    Record record;
    std::string description;  // projects
    LinkState link = LinkState::local;
    std::string customer_number;  // of the project's customer in 24SevenOffice
    // Grows with every change, whoever makes it. A save names the version that it began with.
    std::int64_t version = 0;
    static constexpr auto fields() {
        return std::tuple{
            field("record", &RecordPage::record), field("description", &RecordPage::description),
            field("link", &RecordPage::link), field("customerNumber", &RecordPage::customer_number),
            field("version", &RecordPage::version)};
    }
    bool operator==(const RecordPage&) const = default;
};

// Failures: not_found, also for a record of another workspace.
struct GetRecord {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/record", Access::signed_in};
    using Reply = RecordPage;
    Entity entity = Entity::project;
    std::string id;
    static constexpr auto fields() {
        return std::tuple{field("entity", &GetRecord::entity), field("id", &GetRecord::id)};
    }
};

// Creates a project (an empty id) or changes one. Somebody else's change since `version` is not
// written over: then nothing is saved, `is_saved` is false and `page` is how the project is now.
// Failures: invalid with the reasons "name_missing", "name_too_long", "description_too_long",
// "date_wrong", "dates_reversed" and "customer_unknown"; not_found.
struct SaveProject {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/project", Access::administrator,
                                       64 * 1024};
    struct Reply {
        bool is_saved = false;
        RecordPage page;
        static constexpr auto fields() {
            return std::tuple{field("isSaved", &Reply::is_saved), field("page", &Reply::page)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::string id;
    std::int64_t version = 0;
    std::string name;
    std::string customer_id;  // empty for none
    std::string starts_on;    // 2026-06-05, or empty
    std::string ends_on;
    std::string description;
    static constexpr auto fields() {
        return std::tuple{field("id", &SaveProject::id),
                          field("version", &SaveProject::version),
                          field("name", &SaveProject::name),
                          field("customerId", &SaveProject::customer_id),
                          field("startsOn", &SaveProject::starts_on),
                          field("endsOn", &SaveProject::ends_on),
                          field("description", &SaveProject::description)};
    }
};

// Archives a project or opens it again. Doing what is done already changes nothing. Failures:
// not_found.
struct SetProjectActive {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/project/active",
                                       Access::administrator};
    using Reply = RecordPage;
    std::string id;
    bool is_active = true;
    static constexpr auto fields() {
        return std::tuple{field("id", &SetProjectActive::id),
                          field("isActive", &SetProjectActive::is_active)};
    }
};

}  // namespace busy24::api
