// Everything that can happen to the program.
#pragma once

#include <variant>

#include "web/app/host_event.hpp"
#include "web/pages/add_user.hpp"
#include "web/pages/api_user.hpp"
#include "web/pages/audit.hpp"
#include "web/pages/change_account.hpp"
#include "web/pages/colleague.hpp"
#include "web/pages/disconnect.hpp"
#include "web/pages/finished.hpp"
#include "web/pages/forgot_password.hpp"
#include "web/pages/health.hpp"
#include "web/pages/help.hpp"
#include "web/pages/history.hpp"
#include "web/pages/invitation.hpp"
#include "web/pages/list.hpp"
#include "web/pages/log_in.hpp"
#include "web/pages/new_password.hpp"
#include "web/pages/one_run.hpp"
#include "web/pages/options.hpp"
#include "web/pages/profile.hpp"
#include "web/pages/record.hpp"
#include "web/pages/records.hpp"
#include "web/pages/settings.hpp"
#include "web/pages/setup.hpp"
#include "web/pages/sign_in.hpp"
#include "web/pages/tenant.hpp"
#include "web/pages/user.hpp"
#include "web/pages/users.hpp"
#include "web/pages/workspace_data.hpp"

namespace busy24::app {

// What a person does to the frame around the pages.
struct LanguageChosen {
    text::Language language = text::Language::nb;
};
struct AppearanceChosen {
    Appearance appearance = Appearance::system;
};
struct RenderingChosen {
    Rendering rendering = Rendering::canvas;
};
struct LogOutPressed {};
struct RetryPressed {};

using Event = std::variant<
    Started, Routed, Replied, TextsCame, TimeUp, LanguageChosen, AppearanceChosen, RenderingChosen,
    LogOutPressed, RetryPressed, pages::sign_in::Event, pages::tenant::Event,
    pages::api_user::Event, pages::options::Event, pages::finished::Event, pages::log_in::Event,
    pages::settings::Event, pages::records::Event, pages::list::Event, pages::record::Event,
    pages::history::Event, pages::one_run::Event, pages::users::Event, pages::add_user::Event,
    pages::user::Event, pages::invitation::Event, pages::audit::Event, pages::change_account::Event,
    pages::health::Event, pages::disconnect::Event, pages::workspace_data::Event,
    pages::forgot_password::Event, pages::new_password::Event, pages::profile::Event,
    pages::setup::Event, pages::colleague::Event, pages::help::Event>;

}  // namespace busy24::app
