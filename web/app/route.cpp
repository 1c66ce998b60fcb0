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
    PagePath{Page::settings, "/innstillinger/24sevenoffice"},
};
constexpr std::string_view records_path = "/innstillinger/24sevenoffice/kjoring/";

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

Route parse_records(std::string_view rest, std::string_view query) {
    const auto parts = split(rest, '/');
    if (parts.size() != 3 || parts[0].empty()) return {Page::not_found};
    const auto entity = value_of<Entity>(parts[1]);
    const auto outcome = value_of<Outcome>(parts[2]);
    if (!entity || !outcome) return {Page::not_found};
    Route route{Page::records, {percent_decoded(parts[0]), *entity, *outcome, {}, 0}};
    for (const auto member : split(query, '&')) {
        const auto equals = member.find('=');
        if (equals == std::string_view::npos) continue;
        const auto name = member.substr(0, equals);
        if (name == "sok") route.records.search = percent_decoded(member.substr(equals + 1));
        if (name == "fra") route.records.offset = parse_count(member.substr(equals + 1));
    }
    return route;
}

std::string path_of_records(const RecordsAddress& records) {
    const auto path = std::string(records_path) + records.run_id + '/' +
                      std::string(word_of(records.entity)) + '/' +
                      std::string(word_of(records.outcome));
    auto query = nlohmann::json::object();
    if (records.offset > 0) query["fra"] = records.offset;
    if (!records.search.empty()) query["sok"] = records.search;
    return with_query(path, query);
}

// What a signed-in person meets instead of the pages for getting in.
std::optional<Route> redirect_signed_in(const Visitor& visitor, Page page) {
    const bool just_connected = visitor.onboarding.step == api::Step::finished;
    if (page == Page::home || page == Page::log_in) return Route{Page::settings};
    if (page >= Page::sign_in && page <= Page::options)
        return Route{just_connected ? Page::finished : Page::settings};
    return std::nullopt;
}

}  // namespace

Route parse_route(std::string_view path) {
    path = path.substr(0, path.find('#'));
    const auto mark = path.find('?');
    const auto query = mark == std::string_view::npos ? std::string_view() : path.substr(mark + 1);
    path = path.substr(0, mark);
    while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
    for (const auto& known : page_paths)
        if (known.path == path) return {known.page};
    if (path.substr(0, records_path.size()) == records_path)
        return parse_records(path.substr(records_path.size()), query);
    return {Page::not_found};
}

std::string path_of(const Route& route) {
    if (route.page == Page::records) return path_of_records(route.records);
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
    return page == Page::finished || page == Page::settings || page == Page::records;
}

std::optional<Route> redirect(const Visitor& visitor, const Route& route) {
    if (route.page == Page::not_found) return std::nullopt;
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
