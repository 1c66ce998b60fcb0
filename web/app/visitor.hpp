// What the program knows of the person at the screen; shared by all pages.
#pragma once

#include <cstdint>
#include <optional>

#include "shared/api/connection.hpp"
#include "shared/api/session.hpp"
#include "web/app/effect.hpp"
#include "web/text/language.hpp"

namespace busy24::app {

// Why a page was opened instead of the one that was asked for.
enum class Notice {
    none,
    session_expired,  // signed in until now; log in again
    login_expired,    // the onboarding's login is gone; page 1 asks again
    logged_out,
    workspace_deleted,
};

// Changes that somebody made and has not saved: where, and to what.
struct Unsaved {
    std::string path;
    std::string name;  // empty for a record that is new
};

struct Visitor {
    bool is_known = false;  // until the first answers, nothing can be decided
    api::Session session;
    api::Onboarding onboarding;
    Notice notice = Notice::none;
    // Where to go after logging in; empty for the usual place.
    std::string return_path;
    text::Language language = text::Language::nb;
    Appearance appearance = Appearance::system;
    Rendering rendering = Rendering::canvas;
    std::int64_t now_ms = 0;
    std::optional<Unsaved> unsaved;
    api::GetConnectionNotice::Reply connection;  // what everybody is told about it
    std::int64_t attention = 0;                  // things of the mirror that wait for a person
    // The list that was shown last, as it was searched and sorted.
    std::string list_path;

    bool is_signed_in() const { return session.state == api::SessionState::signed_in; }
    // The furthest page of the onboarding. A login that is gone leads back to page 1, whatever
    // else is kept; when all is connected it is needed no more.
    api::Step step() const {
        const bool is_finished = onboarding.step == api::Step::finished;
        return onboarding.has_login || is_finished ? onboarding.step : api::Step::sign_in;
    }
};

}  // namespace busy24::app
