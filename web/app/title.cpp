// The title of each page in the browser's tab and history.
#include "web/app/title.hpp"

#include "web/pages/run.hpp"
#include "web/text/text.hpp"

namespace busy24::app {

namespace {

// The pages under «Innstillinger», and the person's own.
std::string title_of_settings(const text::Texts& t, const Model& model) {
    switch (model.route.page) {
        case Page::account:
            return t(pages::change_account::title_id(model.pages.account));
        case Page::health:
            return t(text::Connection::health_title);
        case Page::disconnect:
            return t(text::Connection::disconnect_title);
        case Page::data:
            return t(text::Connection::data_title);
        case Page::setup:
            return t(text::Setup::title);
        case Page::colleague:
            return model.pages.colleague.row() ? model.pages.colleague.row()->name
                                               : t(text::Setup::title);
        case Page::forgot_password:
            return t(text::Account::forgot_title);
        case Page::new_password:
            return pages::new_password::title_of(model.pages.new_password, t);
        case Page::profile:
            return t(text::Account::profile);
        default:
            return {};
    }
}

std::string page_title(const text::Texts& t, const Model& model) {
    switch (model.route.page) {
        case Page::sign_in:
            return t(text::Entry::sign_in_title);
        case Page::tenant:
            return t(text::Entry::tenant_title);
        case Page::api_user:
            return t(text::Entry::api_user_title);
        case Page::options:
            return t(text::Plan::title);
        case Page::finished:
            return t(text::Settings::finished_title);
        case Page::log_in:
            return t(model.pages.log_in.shows_workspaces(model.visitor)
                         ? text::Entry::choose_workspace_title
                         : text::Entry::log_in_title);
        case Page::settings:
            return t(text::Settings::title);
        case Page::records: {
            const auto& records = model.route.records;
            return t(text::Mirror::records_title,
                     {t(pages::name_of(records.entity)), t(pages::name_of(records.outcome))});
        }
        case Page::list:
            return t(pages::name_of(model.route.list.entity));
        case Page::not_found:
            return t(text::Shell::not_found_title);
        case Page::record: {
            const auto& record = model.pages.record;
            if (record.address.id.empty()) return t(text::Lists::create_project);
            return record.page ? record.page->record.name
                               : t(pages::name_of(record.address.entity));
        }
        case Page::history:
            return t(text::Steering::history);
        case Page::run:
            return model.pages.run.run ? t(text::Steering::run_title,
                                           {t.date_and_time(model.pages.run.run->started_at_ms)})
                                       : t(text::Steering::history);
        case Page::audit:
            return t(text::Audit::title);
        case Page::users:
            return t(text::People::title);
        case Page::add_user:
            return t(text::People::add);
        case Page::user:
            return pages::user::title_of(model.pages.user, t);
        case Page::help:
            return pages::help::title_of(model.pages.help, t);
        case Page::invitation:
            return pages::invitation::title_of(model.pages.invitation, t);
        default:
            return title_of_settings(t, model);
    }
}

}  // namespace

std::string title_of(const Model& model) {
    const text::Texts t(model.visitor.language);
    const auto title = page_title(t, model);
    return title.empty() ? t(text::Shell::product_name) : t(text::Shell::page_title, {title});
}

}  // namespace busy24::app
