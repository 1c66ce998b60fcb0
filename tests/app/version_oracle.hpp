// Watches both sides: no member of a project ever goes back to what it was before.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

namespace busy24::tests {

enum class BookSide { busy, erp };

// Every edit writes a value that its project has never had, so a value that comes back was brought
// back by the mirror.
class VersionOracle {
public:
    // The members of a project that are edited on both sides, by name.
    using Members = std::map<std::string, std::string>;

    void see(BookSide side, const std::string& id, const Members& members) {
        auto& project = projects_[{side, id}];
        for (const auto& member : members) {
            // No structured binding: clang 14 does not let the messages capture one.
            const auto& name = member.first;
            const auto& value = member.second;
            auto& history = project[name];
            if (history.now == value && !history.held.empty()) continue;
            const bool is_older = !history.held.insert(value).second;
            CHECK_MESSAGE(!is_older, std::string(side == BookSide::busy ? "Busy" : "24SevenOffice"),
                          " ", id, " ", name, ": from '", history.now, "' back to '", value, "'");
            history.now = value;
        }
    }
    void edited(BookSide side, const std::string& id, const std::string& name,
                const std::string& value) {
        projects_[{side, id}][name].last_edit = value;
    }
    // A person has decided what it is to be: what it was before does not count any more.
    void forget(BookSide side, const std::string& id) { projects_.erase({side, id}); }

    bool has_held(BookSide side, const std::string& id, const std::string& name,
                  const std::string& value) {
        return projects_[{side, id}][name].held.contains(value);
    }
    const std::set<std::string>& held(BookSide side, const std::string& id,
                                      const std::string& name) {
        return projects_[{side, id}][name].held;
    }

    // Both hold the same, and it is what somebody wrote last, on this side or on that.
    void check_end(const std::string& busy_id, const std::string& erp_id, const Members& here,
                   const Members& there) {
        for (const auto& member : here) {
            const auto& name = member.first;
            const auto& value = member.second;
            CAPTURE(busy_id);
            CAPTURE(erp_id);
            CAPTURE(name);
            CHECK(value == there.at(name));
            const auto& ours = projects_[{BookSide::busy, busy_id}][name].last_edit;
            const auto& theirs = projects_[{BookSide::erp, erp_id}][name].last_edit;
            const bool is_kept =
                (ours.empty() && theirs.empty()) || value == ours || value == theirs;
            CHECK_MESSAGE(is_kept, "'", value, "' is neither '", ours, "' nor '", theirs, "'");
        }
    }

private:
    struct History {
        std::string now;
        std::set<std::string> held;
        std::string last_edit;  // by a person, on this side
    };
    std::map<std::pair<BookSide, std::string>, std::map<std::string, History>> projects_;
};

}  // namespace busy24::tests
