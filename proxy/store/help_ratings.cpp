// Rows of the table `help_rating`.
#include "proxy/store/help_ratings.hpp"

namespace busy24::store {

Result<> HelpRatings::save(const HelpRating& rating) {
    return upsert(database_, rating, {"workspace_id", "user_id", "article"});
}

Result<std::vector<HelpRating>> HelpRatings::of(const WorkspaceId& workspace) {
    return select_all<HelpRating>(
        database_, {equals("workspace_id", workspace)},
        "ORDER BY rated_at DESC, article, user_id LIMIT " + std::to_string(shown_max));
}

}  // namespace busy24::store
