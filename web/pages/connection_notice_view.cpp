// Draws the notice about the connection.
#include "web/pages/connection_notice.hpp"

#include "web/ui/ui.hpp"

namespace busy24::pages {

namespace {

using app::Page;
using text::Connection;
using text::Settings;

void draw_broken(ui::Ui& ui, const text::Texts& t, const app::Visitor& visitor) {
    const auto& notice = visitor.connection;
    const bool is_administrator = visitor.session.role == api::Role::administrator;
    // The fix tells the reason too; those who can only tell somebody else get the reason alone.
    auto words = is_administrator ? std::string() : trouble_reason(t, notice.trouble) + ". ";
    words += trouble_meaning(t, notice.broken_since_ms) + ' ';
    words += is_administrator ? trouble_fix(t, notice.trouble, notice.account)
                              : t(Connection::tell_administrator, {notice.administrator_name});
    ui.banner("notice.broken", words,
              {.tone = ui::Tone::error,
               .title = t(Connection::broken),
               .action = is_administrator ? t(Connection::see_access) : std::string(),
               .action_href = is_administrator ? app::path_of(Page::health) : std::string(),
               .announcement = ui::Announcement::polite});
}

}  // namespace

std::string trouble_reason(const text::Texts& t, api::Trouble trouble) {
    switch (trouble) {
        case api::Trouble::login_refused:
            return t(Settings::login_refused);
        case api::Trouble::tenant_not_reached:
            return t(Settings::tenant_not_reached);
        case api::Trouble::right_lost:
            return t(Settings::right_lost);
        case api::Trouble::none:
            break;
    }
    return {};
}

std::string trouble_meaning(const text::Texts& t, std::int64_t broken_since_ms) {
    return t(Connection::stands_still, {t.date_and_time(broken_since_ms)});
}

std::string trouble_fix(const text::Texts& t, api::Trouble trouble, const std::string& account) {
    switch (trouble) {
        case api::Trouble::login_refused:
            return t(Connection::fix_login_refused, {account});
        case api::Trouble::tenant_not_reached:
            return t(Connection::fix_tenant_not_reached, {account});
        case api::Trouble::right_lost:
            return t(Connection::fix_right_lost, {account});
        case api::Trouble::none:
            break;
    }
    return {};
}

void draw_connection_notice(ui::Ui& ui, const app::Visitor& visitor, Page page) {
    if (page == Page::settings || page == Page::health || page == Page::account) return;
    const text::Texts t(visitor.language);
    if (visitor.connection.trouble != api::Trouble::none) return draw_broken(ui, t, visitor);
    if (!visitor.connection.lacks_api_user) return;
    ui.banner("notice.later", t(Settings::no_api_user_advice),
              {.tone = ui::Tone::warning,
               .title = t(Settings::no_api_user),
               .action = t(Connection::add_api_user),
               .action_href = app::path_of(Page::account)});
}

}  // namespace busy24::pages
