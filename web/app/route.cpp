// Reads and writes addresses, and sends a visitor to the furthest page that is open.
#include "web/app/route.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "web/app/answer.hpp"

namespace busy24::app {

namespace {

struct PagePath {
    Page page;
    std::string_view path;
};
constexpr std::array page_paths{
    PagePath{Page::home, "/"},
    PagePath{Page::sign_in, "/registrer"},
    PagePath{Page::tenant, "/registrer/klient"},
    PagePath{Page::api_user, "/registrer/api-bruker"},
    PagePath{Page::options, "/registrer/oppsett"},
    PagePath{Page::finished, "/registrer/ferdig"},
    PagePath{Page::log_in, "/logg-inn"},
    PagePath{Page::invitation, "/invitasjon"},
    PagePath{Page::forgot_password, "/glemt-passord"},
    PagePath{Page::new_password, "/nytt-passord"},
    PagePath{Page::profile, "/profil"},
    PagePath{Page::settings, "/innstillinger/24sevenoffice"},
    PagePath{Page::history, "/innstillinger/24sevenoffice/speilinger"},
    PagePath{Page::account, "/innstillinger/24sevenoffice/konto"},
    PagePath{Page::health, "/innstillinger/24sevenoffice/tilgang"},
    PagePath{Page::disconnect, "/innstillinger/24sevenoffice/koble-fra"},
    PagePath{Page::data, "/innstillinger/data"},
    PagePath{Page::audit, "/innstillinger/endringslogg"},
    PagePath{Page::setup, "/innstillinger/24sevenoffice/forstegangsoppsett"},
    PagePath{Page::users, "/brukere"},
    PagePath{Page::add_user, "/brukere/ny"},
    PagePath{Page::help, "/hjelp"},
};
constexpr std::string_view user_path = "/brukere/";
constexpr std::string_view colleague_path = "/innstillinger/24sevenoffice/forstegangsoppsett/";
constexpr std::string_view help_path = "/hjelp/";

struct ListPath {
    Entity entity;
    std::string_view path;
};
constexpr std::array list_paths{
    ListPath{Entity::project, "/prosjekter"},
    ListPath{Entity::customer, "/kunder"},
    ListPath{Entity::work_type, "/arbeidstyper"},
};
constexpr std::string_view new_record = "ny";
// In the order of the enums; the first is what an address leaves out.
constexpr std::string_view filter_words[] = {"aktive", "arkiverte", "alle"};
constexpr std::string_view run_filter_words[] = {"alle", "folk", "feil", "endringer"};
constexpr std::string_view audit_words[] = {"alt",     "innstillinger", "koblinger",
                                            "brukere", "palogging",     "speiling"};
constexpr std::string_view period_words[] = {"alt", "dogn", "uke", "maned"};
constexpr std::string_view sort_words[] = {"navn", "nummer", "start"};

constexpr std::string_view records_path = "/innstillinger/24sevenoffice/kjoring/";

// Pages of links that work once.
bool has_token(Page page) { return page == Page::invitation || page == Page::new_password; }

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

// A count from outside; 0 for anything that is not one. Nine digits are far more than any list.
std::int64_t parse_count(std::string_view text) {
    const bool is_number =
        !text.empty() && text.size() <= 9 &&
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    std::int64_t number = 0;
    if (is_number)
        for (const char c : text) number = number * 10 + (c - '0');
    return number;
}

// Calls visit(name, value) for every member of a query; values are decoded.
template <class Visit>
void for_each_member(std::string_view query, Visit&& visit) {
    for (const auto member : split(query, '&')) {
        const auto equals = member.find('=');
        if (equals != std::string_view::npos)
            visit(member.substr(0, equals), percent_decoded(member.substr(equals + 1)));
    }
}

// The enum whose word it is; an unknown word changes nothing.
template <class Enum, std::size_t size>
void read_word(const std::string_view (&words)[size], std::string_view word, Enum& out) {
    for (std::size_t i = 0; i < size; ++i)
        if (words[i] == word) out = static_cast<Enum>(i);
}

ListAddress parse_list(Entity entity, std::string_view query) {
    ListAddress list{.entity = entity};
    for_each_member(query, [&](std::string_view name, const std::string& value) {
        if (name == "sok") list.search = value;
        if (name == "fra") list.offset = parse_count(value);
        if (name == "vis") read_word(filter_words, value, list.filter);
        if (name != "sorter") return;
        const bool is_descending = !value.empty() && value.front() == '-';
        read_word(sort_words, std::string_view(value).substr(is_descending ? 1 : 0), list.sort);
        list.direction = is_descending ? api::Direction::descending : api::Direction::ascending;
    });
    return list;
}

// A list, or one record of it; not_found for every other address.
Route parse_workspace(std::string_view path, std::string_view query) {
    for (const auto& known : list_paths) {
        if (path == known.path) {
            Route route{Page::list};
            route.list = parse_list(known.entity, query);
            return route;
        }
        const auto size = known.path.size();
        if (path.substr(0, size) != known.path || path[size] != '/') continue;
        const auto id = path.substr(size + 1);
        if (id.find('/') != std::string_view::npos) continue;
        if (id == new_record && known.entity != Entity::project) continue;
        Route route{Page::record};
        route.record = {known.entity, id == new_record ? std::string() : percent_decoded(id)};
        return route;
    }
    return {Page::not_found};
}

std::string_view path_of_list(Entity entity) {
    for (const auto& known : list_paths)
        if (known.entity == entity) return known.path;
    return "/";
}

HistoryAddress parse_history(std::string_view query) {
    HistoryAddress history;
    for_each_member(query, [&](std::string_view name, const std::string& value) {
        if (name == "fra") history.offset = parse_count(value);
        if (name == "vis") read_word(run_filter_words, value, history.filter);
    });
    return history;
}

AuditAddress parse_audit(std::string_view query) {
    AuditAddress audit;
    for_each_member(query, [&](std::string_view name, const std::string& value) {
        if (name == "fra") audit.offset = parse_count(value);
        if (name == "sok") audit.search = value;
        if (name == "vis") read_word(audit_words, value, audit.kind);
        if (name == "siste") read_word(period_words, value, audit.period);
    });
    return audit;
}

SetupAddress parse_setup(std::string_view query) {
    SetupAddress setup;
    for_each_member(query, [&](std::string_view name, const std::string& value) {
        if (name == "fra") setup.offset = parse_count(value);
        if (name == "vis") setup.is_missing_only = value == "mangler";
        if (name == "per" && value == "person") setup.by = api::PreviewBy::person;
    });
    return setup;
}

// A run, or those of its records that had one outcome.
Route parse_run(std::string_view rest, std::string_view query) {
    const auto parts = split(rest, '/');
    if (parts.size() == 1 && !parts[0].empty()) {
        Route route{Page::run};
        route.run.id = percent_decoded(parts[0]);
        return route;
    }
    if (parts.size() != 3 || parts[0].empty()) return {Page::not_found};
    const auto entity = value_of<Entity>(parts[1]);
    const auto outcome = value_of<Outcome>(parts[2]);
    if (!entity || !outcome) return {Page::not_found};
    Route route{Page::records, {percent_decoded(parts[0]), *entity, *outcome, {}, 0}};
    for_each_member(query, [&](std::string_view name, const std::string& value) {
        if (name == "sok") route.records.search = value;
        if (name == "fra") route.records.offset = parse_count(value);
    });
    return route;
}

std::string path_of_records(const RecordsAddress& records) {
    const auto path = std::string(records_path) + records.run_id + '/' +
                      std::string(word_of(records.entity)) + '/' +
                      std::string(word_of(records.outcome));
    QueryMembers query;
    if (records.offset > 0) query.emplace_back("fra", std::to_string(records.offset));
    if (!records.search.empty()) query.emplace_back("sok", records.search);
    return with_query(path, query);
}

// What a signed-in person meets instead of the pages for getting in.
std::optional<Route> redirect_signed_in(const Visitor& visitor, Page page) {
    const bool just_connected = visitor.onboarding.step == api::Step::finished;
    const auto home =
        visitor.session.role == api::Role::administrator ? Page::settings : Page::list;
    if (page == Page::home || page == Page::log_in) return Route{home};
    if (page >= Page::sign_in && page <= Page::options)
        return Route{just_connected ? Page::finished : home};
    return std::nullopt;
}

}  // namespace

Route parse_route(std::string_view path) {
    const auto hash = path.find('#');
    const auto fragment =
        hash == std::string_view::npos ? std::string_view() : path.substr(hash + 1);
    path = path.substr(0, hash);
    const auto mark = path.find('?');
    const auto query = mark == std::string_view::npos ? std::string_view() : path.substr(mark + 1);
    path = path.substr(0, mark);
    while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
    for (const auto& known : page_paths) {
        if (known.path != path) continue;
        Route route{known.page};
        if (known.page == Page::history) route.history = parse_history(query);
        if (known.page == Page::audit) route.audit = parse_audit(query);
        if (has_token(known.page)) route.token = fragment;
        if (known.page == Page::setup) route.setup = parse_setup(query);
        return route;
    }
    if (path.substr(0, records_path.size()) == records_path)
        return parse_run(path.substr(records_path.size()), query);
    if (path.substr(0, user_path.size()) == user_path) {
        Route route{Page::user};
        route.user.id = percent_decoded(path.substr(user_path.size()));
        return route;
    }
    if (path.substr(0, colleague_path.size()) == colleague_path) {
        Route route{Page::colleague};
        route.colleague.id = percent_decoded(path.substr(colleague_path.size()));
        return route;
    }
    if (path.substr(0, help_path.size()) == help_path) {
        Route route{Page::help};
        route.help.article = percent_decoded(path.substr(help_path.size()));
        return route;
    }
    return parse_workspace(path, query);
}

std::string path_of(const ListAddress& list) {
    QueryMembers query;
    if (list.offset > 0) query.emplace_back("fra", std::to_string(list.offset));
    if (!list.search.empty()) query.emplace_back("sok", list.search);
    const bool is_descending = list.direction == api::Direction::descending;
    if (is_descending || list.sort != api::RecordColumn::name)
        query.emplace_back("sorter",
                           (is_descending ? "-" : "") +
                               std::string(sort_words[static_cast<std::size_t>(list.sort)]));
    if (list.filter != api::RecordFilter::active)
        query.emplace_back("vis", filter_words[static_cast<std::size_t>(list.filter)]);
    return with_query(path_of_list(list.entity), query);
}

std::string path_of(const RecordAddress& record) {
    return std::string(path_of_list(record.entity)) + '/' +
           (record.id.empty() ? std::string(new_record) : record.id);
}

std::string path_of(const HistoryAddress& history) {
    QueryMembers query;
    if (history.offset > 0) query.emplace_back("fra", std::to_string(history.offset));
    if (history.filter != api::RunFilter::all)
        query.emplace_back("vis", run_filter_words[static_cast<std::size_t>(history.filter)]);
    return with_query(path_of(Page::history), query);
}

std::string path_of(const AuditAddress& audit) {
    QueryMembers query;
    if (audit.offset > 0) query.emplace_back("fra", std::to_string(audit.offset));
    if (!audit.search.empty()) query.emplace_back("sok", audit.search);
    if (audit.kind != api::AuditKind::all)
        query.emplace_back("vis", audit_words[static_cast<std::size_t>(audit.kind)]);
    if (audit.period != AuditPeriod::all)
        query.emplace_back("siste", period_words[static_cast<std::size_t>(audit.period)]);
    return with_query(path_of(Page::audit), query);
}

std::string path_of(const RunAddress& run) { return std::string(records_path) + run.id; }

std::string path_of(const UserAddress& user) { return std::string(user_path) + user.id; }

std::string path_of(const SetupAddress& setup) {
    QueryMembers query;
    if (setup.offset > 0) query.emplace_back("fra", std::to_string(setup.offset));
    if (setup.by == api::PreviewBy::person) query.emplace_back("per", "person");
    if (setup.is_missing_only) query.emplace_back("vis", "mangler");
    return with_query(path_of(Page::setup), query);
}

std::string path_of(const ColleagueAddress& colleague) {
    return std::string(colleague_path) + colleague.id;
}

std::string path_of(const HelpAddress& help) {
    return help.article.empty() ? path_of(Page::help) : std::string(help_path) + help.article;
}

std::string path_of(const Route& route) {
    if (route.page == Page::help) return path_of(route.help);
    if (route.page == Page::user) return path_of(route.user);
    if (has_token(route.page)) return path_of(route.page) + '#' + route.token;
    if (route.page == Page::records) return path_of_records(route.records);
    if (route.page == Page::list) return path_of(route.list);
    if (route.page == Page::record) return path_of(route.record);
    if (route.page == Page::history) return path_of(route.history);
    if (route.page == Page::run) return path_of(route.run);
    if (route.page == Page::audit) return path_of(route.audit);
    if (route.page == Page::setup) return path_of(route.setup);
    if (route.page == Page::colleague) return path_of(route.colleague);
    return path_of(route.page);
}

std::string path_of(Page page) {
    for (const auto& known : page_paths)
        if (known.page == page) return std::string(known.path);
    return "/";
}

Page page_of(api::Step step) {
    switch (step) {
        case api::Step::sign_in:
            return Page::sign_in;
        case api::Step::tenant:
            return Page::tenant;
        case api::Step::api_user:
            return Page::api_user;
        case api::Step::options:
            return Page::options;
        case api::Step::finished:
            return Page::finished;
    }
    return Page::sign_in;
}

bool needs_session(Page page) {
    return page == Page::finished || (page >= Page::settings && page <= Page::user);
}

std::optional<Route> redirect(const Visitor& visitor, const Route& route) {
    if (route.page == Page::not_found || route.page == Page::forgot_password ||
        route.page == Page::help || has_token(route.page))
        return std::nullopt;
    if (visitor.is_signed_in()) return redirect_signed_in(visitor, route.page);
    const auto furthest = page_of(visitor.step());
    if (route.page == Page::home) return Route{furthest};
    // The last page belongs to the onboarding, yet shows what only an administrator may see.
    if (route.page == Page::finished && visitor.step() < api::Step::finished)
        return visitor.step() == api::Step::sign_in ? Route{Page::log_in} : Route{furthest};
    if (needs_session(route.page)) return Route{Page::log_in};
    if (route.page == Page::log_in || route.page <= furthest) return std::nullopt;
    return Route{furthest};
}

}  // namespace busy24::app
