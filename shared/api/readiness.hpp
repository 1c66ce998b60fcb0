// Calls about who is ready for first-time setup: has logged in, and is matched to a contact.
#pragma once

#include <string>
#include <vector>

#include "shared/api/people.hpp"

namespace busy24::api {

enum class Readiness { ready, unmatched, invited, expired, missing };
constexpr auto words(Readiness) {
    using enum Readiness;
    return std::array{word(ready, "ready"), word(unmatched, "unmatched"), word(invited, "invited"),
                      word(expired, "expired"), word(missing, "missing")};
}

// An active employee or user; an invitation that is to nobody whom 24SevenOffice knows is no one.
struct ReadyRow {
    std::string id;  // a Colleague's
    std::string name;
    std::string email;  // may be empty
    Readiness state = Readiness::missing;
    MatchedBy matched_by = MatchedBy::nothing;
    std::string contact_name;  // empty for a user who is matched to none
    bool is_user = false;
    bool can_unmatch = false;
    std::int64_t last_login_at_ms = 0;  // 0: never
    std::int64_t invited_at_ms = 0;     // likewise
    static constexpr auto fields() {
        return std::tuple{field("id", &ReadyRow::id),
                          field("name", &ReadyRow::name),
                          field("email", &ReadyRow::email),
                          field("state", &ReadyRow::state),
                          field("matchedBy", &ReadyRow::matched_by),
                          field("contactName", &ReadyRow::contact_name),
                          field("isUser", &ReadyRow::is_user),
                          field("canUnmatch", &ReadyRow::can_unmatch),
                          field("lastLoginAtMs", &ReadyRow::last_login_at_ms),
                          field("invitedAtMs", &ReadyRow::invited_at_ms)};
    }
    bool operator==(const ReadyRow&) const = default;
};

struct ReadyList {
    std::vector<ReadyRow> people;  // by name
    static constexpr auto fields() { return std::tuple{field("people", &ReadyList::people)}; }
    bool operator==(const ReadyList&) const = default;
};

struct GetReadiness {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/setup/people", Access::administrator};
    using Reply = ReadyList;
    static constexpr auto fields() { return std::tuple{}; }
};

// A user who is matched to nobody is this person from now on; without a person, a match that was
// made by hand is undone. Failures: not_found; conflict "contact_taken" when the person is another
// user, or the user another person; conflict "match_is_fixed" for undoing one that was not made by
// hand.
struct MatchUser {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/setup/match", Access::administrator};
    using Reply = ReadyList;
    std::string user_id;    // the id of a row that is a user
    std::string person_id;  // the id of a row that is none; empty: nobody
    static constexpr auto fields() {
        return std::tuple{field("userId", &MatchUser::user_id),
                          field("personId", &MatchUser::person_id)};
    }
};

// Invites those who are not, and gives the others a new link. Those who have logged in need none
// and are passed over. At most 100 at once, since each costs a letter.
struct RemindPeople {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/setup/remind", Access::administrator,
                                       64 * 1024};
    static constexpr std::size_t people_max = 100;
    struct Reply {
        std::vector<Invited> results;
        std::int64_t left = 0;  // that were too many
        static constexpr auto fields() {
            return std::tuple{field("results", &Reply::results), field("left", &Reply::left)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::vector<std::string> ids;      // none: everybody who has not logged in
    Language language = Language::nb;  // of the letters
    static constexpr auto fields() {
        return std::tuple{field("ids", &RemindPeople::ids),
                          field("language", &RemindPeople::language)};
    }
};

}  // namespace busy24::api
