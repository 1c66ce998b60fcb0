// The whole state of the program.
#pragma once

#include <string>
#include <vector>

#include "web/app/event.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"

namespace busy24::app {

// Every page keeps its state while another one is shown, so that Back finds what was entered.
struct Pages {
    pages::sign_in::Model sign_in;
    pages::tenant::Model tenant;
    pages::api_user::Model api_user;
    pages::options::Model options;
    pages::finished::Model finished;
    pages::log_in::Model log_in;
    pages::settings::Model settings;
    pages::records::Model records;
    pages::list::Model list;
    pages::record::Model record;
    pages::history::Model history;
    pages::one_run::Model run;
    pages::audit::Model audit;
    pages::change_account::Model account;
    pages::health::Model health;
    pages::disconnect::Model disconnect;
    pages::workspace_data::Model data;
    pages::setup::Model setup;
    pages::colleague::Model colleague;
    pages::users::Model users;
    pages::add_user::Model add_user;
    pages::user::Model user;
    pages::invitation::Model invitation;
    pages::forgot_password::Model forgot_password;
    pages::new_password::Model new_password;
    pages::profile::Model profile;
    pages::help::Model help;
};

// A request that was sent and has no answer yet.
struct Pending {
    Send request;
    // The page that asked; its answer is dropped when another page is shown by then.
    Page page = Page::home;
};

struct Model {
    Visitor visitor;
    Route route;
    std::string path;
    // False between a change of the address and the page's enter(), while it is not known whether
    // the visitor may see it.
    bool is_entered = false;
    // The page of the address is another one than before, so its heading gets the focus. Not when
    // only the query changed: then it is the person's own doing on the page.
    bool is_other_page = false;
    // The first page of all does not take the focus, so that a reload leaves it alone.
    bool has_entered_any = false;
    std::string title;
    Pages pages;
    std::vector<Pending> pending;
    std::uint32_t last_number = 0;
    // Reading requests that no server answered; sent again by themselves and by the button.
    std::vector<Pending> unsent;
    std::uint32_t resend_timer = 0;
    // Why not even the visitor could be asked for.
    std::optional<api::Failure> load_failure;
    bool is_logging_out = false;
};

}  // namespace busy24::app
