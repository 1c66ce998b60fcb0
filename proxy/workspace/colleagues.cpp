// Ties users to persons.
#include "proxy/workspace/colleagues.hpp"

#include <algorithm>
#include <map>

#include "proxy/domain/names.hpp"

namespace busy24::workspace {

namespace {

// Where each person stands in a list of colleagues.
struct Index {
    std::map<std::string, std::size_t> by_id;
    std::map<std::int64_t, std::size_t> by_number;

    explicit Index(const std::vector<Colleague>& persons) {
        for (std::size_t i = 0; i < persons.size(); ++i) {
            const auto& person = *persons[i].person;
            by_id.emplace(person.id, i);
            if (person.number) by_number.emplace(*person.number, i);
        }
    }
    std::optional<std::size_t> of(const store::User& user) const {
        if (const auto found = by_id.find(user.id.text); found != by_id.end()) return found->second;
        if (!user.contact_id) return std::nullopt;
        const auto found = by_number.find(*user.contact_id);
        return found == by_number.end() ? std::nullopt : std::optional(found->second);
    }
};

}  // namespace

Result<std::vector<Colleague>> colleagues_of(const Place& place) {
    std::vector<Colleague> colleagues;
    for (auto& person : TRY(store::select_all<Person>(
             place.database, {store::equals("workspace_id", place.workspace)})))
        colleagues.push_back({std::move(person), std::nullopt});
    const Index persons(colleagues);
    for (auto& user : TRY(store::Users(place.database).of(place.workspace))) {
        const auto at = persons.of(user);
        if (at && !colleagues[*at].user)
            colleagues[*at].user = std::move(user);
        else
            colleagues.push_back({std::nullopt, std::move(user)});
    }
    const auto key = [](const Colleague& colleague) {
        return std::pair(domain::search_form(colleague.name()), colleague.id());
    };
    std::sort(colleagues.begin(), colleagues.end(),
              [&](const Colleague& a, const Colleague& b) { return key(a) < key(b); });
    return colleagues;
}

const Colleague* colleague_with(const std::vector<Colleague>& colleagues, const std::string& id) {
    const auto found = std::find_if(colleagues.begin(), colleagues.end(),
                                    [&](const Colleague& colleague) { return colleague.is(id); });
    return found == colleagues.end() ? nullptr : &*found;
}

}  // namespace busy24::workspace
