// What users said of the help's articles.
#pragma once

#include "proxy/store/table.hpp"
#include "shared/ids.hpp"

namespace busy24::store {

// The latest of one user on one article.
struct HelpRating {
    static constexpr std::string_view table = "help_rating";
    WorkspaceId workspace_id;
    UserId user_id;
    std::string article;
    std::string user_name;  // as it was then
    bool is_found = false;
    std::string comment;
    Instant rated_at;
    static constexpr auto fields() {
        return std::tuple{field("workspace_id", &HelpRating::workspace_id),
                          field("user_id", &HelpRating::user_id),
                          field("article", &HelpRating::article),
                          field("user_name", &HelpRating::user_name),
                          field("is_found", &HelpRating::is_found),
                          field("comment", &HelpRating::comment),
                          field("rated_at", &HelpRating::rated_at)};
    }
    bool operator==(const HelpRating&) const = default;
};

// Thread-safe, as its database is.
class HelpRatings {
public:
    static constexpr int shown_max = 100;

    explicit HelpRatings(Database& database) : database_(database) {}
    // In the place of an earlier one of the same user on the same article.
    Result<> save(const HelpRating& rating);
    // The newest `shown_max`.
    Result<std::vector<HelpRating>> of(const WorkspaceId& workspace);

private:
    Database& database_;
};

}  // namespace busy24::store
