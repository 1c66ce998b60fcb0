// Addresses of the pages, both ways, and which page a visitor may see.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/api/audit.hpp"
#include "shared/api/first_setup.hpp"
#include "shared/api/mirror.hpp"
#include "shared/api/records.hpp"
#include "web/app/visitor.hpp"

namespace busy24::app {

enum class Page {
    home,
    sign_in,
    tenant,
    api_user,
    options,
    finished,
    log_in,
    invitation,
    forgot_password,
    new_password,
    settings,
    records,
    list,
    record,
    history,
    run,
    audit,
    account,
    health,
    disconnect,
    data,
    profile,
    setup,
    colleague,
    users,
    add_user,
    user,
    help,
    not_found,
};

// Which records of which run: the address of the records page.
struct RecordsAddress {
    std::string run_id;
    Entity entity = Entity::customer;
    Outcome outcome = Outcome::created;
    std::string search;
    std::int64_t offset = 0;
    bool operator==(const RecordsAddress&) const = default;
};

// A list of the workspace's records: everything that the person has chosen about it.
struct ListAddress {
    Entity entity = Entity::project;
    std::string search = {};
    api::RecordFilter filter = api::RecordFilter::active;
    api::RecordColumn sort = api::RecordColumn::name;
    api::Direction direction = api::Direction::ascending;
    std::int64_t offset = 0;  // the first row in sight
    bool operator==(const ListAddress&) const = default;
};

struct RecordAddress {
    Entity entity = Entity::project;
    std::string id = {};  // empty for a project that is to be created
    bool operator==(const RecordAddress&) const = default;
};

// The runs of the mirror that there were.
struct HistoryAddress {
    api::RunFilter filter = api::RunFilter::all;
    std::int64_t offset = 0;
    bool operator==(const HistoryAddress&) const = default;
};

enum class AuditPeriod { all, day, week, month };
constexpr auto words(AuditPeriod) {
    return std::array{word(AuditPeriod::all, "all"), word(AuditPeriod::day, "day"),
                      word(AuditPeriod::week, "week"), word(AuditPeriod::month, "month")};
}

// What of the audit log is looked at.
struct AuditAddress {
    std::string search = {};
    api::AuditKind kind = api::AuditKind::all;
    AuditPeriod period = AuditPeriod::all;
    std::int64_t offset = 0;
    bool operator==(const AuditAddress&) const = default;
};

// What of first-time setup is looked at.
struct SetupAddress {
    bool is_missing_only = false;
    api::PreviewBy by = api::PreviewBy::project;
    std::int64_t offset = 0;
    bool operator==(const SetupAddress&) const = default;
};

// Somebody on first-time setup's board.
struct ColleagueAddress {
    std::string id = {};
    bool operator==(const ColleagueAddress&) const = default;
};

struct RunAddress {
    std::string id = {};
    bool operator==(const RunAddress&) const = default;
};

struct UserAddress {
    std::string id = {};  // of a user or an invitation
    bool operator==(const UserAddress&) const = default;
};

struct HelpAddress {
    std::string article = {};  // empty: the list of all
    bool operator==(const HelpAddress&) const = default;
};

struct Route {
    Page page = Page::home;
    RecordsAddress records = {};
    ListAddress list = {};
    RecordAddress record = {};
    HistoryAddress history = {};
    RunAddress run = {};
    UserAddress user = {};
    AuditAddress audit = {};
    SetupAddress setup = {};
    ColleagueAddress colleague = {};
    // Of an invitation or a new password; stands in the fragment, which no server sees.
    std::string token = {};
    HelpAddress help = {};
    bool operator==(const Route&) const = default;
};

// The page of an address (path, query and fragment); not_found for every other one. A slash at the
// end and unknown members of the query are forgiven.
Route parse_route(std::string_view path);

// The address of a page; parse_route(path_of(route)) == route for all but not_found.
std::string path_of(const Route& route);
std::string path_of(Page page);
std::string path_of(const ListAddress& list);
std::string path_of(const RecordAddress& record);
std::string path_of(const HistoryAddress& history);
std::string path_of(const RunAddress& run);
std::string path_of(const AuditAddress& audit);
std::string path_of(const UserAddress& user);
std::string path_of(const SetupAddress& setup);
std::string path_of(const ColleagueAddress& colleague);
std::string path_of(const HelpAddress& help);

// The page of a step of the onboarding.
Page page_of(api::Step step);

// Where the visitor has to go instead of `route`; nullopt when the page may be shown. The visitor
// must be known.
std::optional<Route> redirect(const Visitor& visitor, const Route& route);

// Pages that only a signed-in person sees.
bool needs_session(Page page);

}  // namespace busy24::app
