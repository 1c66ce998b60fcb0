// Draws failures and notices as banners.
#include "web/pages/failure.hpp"
#include "web/pages/help_link.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages {

bool draw_failure(ui::Ui& ui, std::string_view key, const app::Visitor& visitor,
                  const std::optional<api::Failure>& failure, std::string_view retry) {
    if (!failure) return false;
    const text::Texts t(visitor.language);
    const auto words = explain(t, *failure, visitor.now_ms);
    const std::string name(key);
    auto stack = ui.stack(name + ".stack", 6);
    const bool is_single = words.advice.empty();
    const bool is_retried = ui.banner(name, is_single ? words.what : words.advice,
                                      {.tone = ui::Tone::error,
                                       .title = is_single ? std::string() : words.what,
                                       .action = std::string(retry),
                                       .announcement = ui::Announcement::assertive});
    // Whoever has only to write it differently has nothing to quote to anybody.
    const bool is_told = failure->code == ErrorCode::invalid && !failure->reason.empty();
    if (!failure->tracking_id.empty() && !is_told) {
        auto line = ui.flow(name + ".more", 12);
        ui.paragraph(name + ".tracking", t(text::Problem::tracking_id, {failure->tracking_id}),
                     {.size = ui::TextSize::small, .tone = ui::Tone::muted});
        draw_help_link(ui, t, name + ".help", text::Help::about_errors, "feil");
    }
    return is_retried;
}

void draw_notice(ui::Ui& ui, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    const auto draw = [&](text::Problem id, ui::Tone tone) {
        ui.banner("notice", t(id), {.tone = tone, .announcement = ui::Announcement::polite});
    };
    switch (visitor.notice) {
        case app::Notice::none:
            return;
        case app::Notice::session_expired:
            return draw(text::Problem::session_expired, ui::Tone::warning);
        case app::Notice::login_expired:
            return draw(text::Problem::login_expired, ui::Tone::info);
        case app::Notice::logged_out:
            return draw(text::Problem::logged_out, ui::Tone::success);
        case app::Notice::workspace_deleted:
            return draw(text::Problem::workspace_deleted, ui::Tone::success);
    }
}

}  // namespace busy24::pages
