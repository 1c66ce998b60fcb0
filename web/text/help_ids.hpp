// The names of the texts around the help's articles; see text.hpp. The articles come from the
// server.
#pragma once

namespace busy24::text {

enum class Help {
    title,
    lead,
    search,
    none,
    none_text,
    all,
    no_article,
    no_article_text,
    code,
    found_question,
    yes,
    no,
    comment,
    comment_help,
    send,
    thanks,
    ratings,
    ratings_none,
    was_found,
    was_not_found,
    about_api_user,
    about_mirror,
    about_inviting,
    about_sso,
    about_setting_up,
    about_first_setup,
    about_errors,
    about_hours,
    count_,
};

}  // namespace busy24::text
