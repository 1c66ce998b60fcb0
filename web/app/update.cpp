// Follows the address, gives answers and timers to the page that waits for them, and keeps track of
// the network and the session.
#include "web/app/update.hpp"

#include <algorithm>

#include "web/app/page.hpp"
#include "web/app/title.hpp"

namespace busy24::app {

namespace {

constexpr std::int64_t resend_delay_ms = 5000;
constexpr std::string_view language_key = "language";
constexpr std::string_view appearance_key = "appearance";
constexpr std::string_view rendering_key = "rendering";

// ---- requests -------------------------------------------------------------------------------

// Numbers the requests among the effects and waits for their answers. A newer request of a kind
// takes the place of an older one, whose answer is then too late.
void number_requests(Model& model, Effects& effects) {
    for (auto& effect : effects) {
        auto* request = std::get_if<Send>(&effect);
        if (!request) continue;
        request->number = ++model.last_number;
        const auto is_same = [&](const Pending& p) { return p.request.call == request->call; };
        std::erase_if(model.pending, is_same);
        std::erase_if(model.unsent, is_same);
        model.pending.push_back({*request, model.route.page});
    }
}

// ---- where the visitor may be ---------------------------------------------------------------

// Sends the visitor on, or opens the page of the address if that has not been done.
Effects settle(Model& model) {
    auto& visitor = model.visitor;
    if (!visitor.is_known) return {};
    if (const auto other = redirect(visitor, model.route)) {
        model.is_entered = false;
        const bool is_gone = visitor.notice == Notice::workspace_deleted;
        if (other->page == Page::log_in && needs_session(model.route.page) && !is_gone)
            visitor.return_path = model.path;
        if (other->page == Page::sign_in && model.route.page != Page::home &&
            visitor.notice == Notice::none && !visitor.onboarding.username.empty())
            visitor.notice = Notice::login_expired;
        auto path = path_of(*other);
        if (visitor.is_signed_in() && model.route.page == Page::log_in)
            if (!visitor.return_path.empty()) path = std::exchange(visitor.return_path, {});
        return {Navigate{std::move(path), Navigate::How::replace}};
    }
    if (model.is_entered) return {};
    model.is_entered = true;
    auto effects = enter_page(model);
    const auto page = model.route.page;
    if (needs_session(page) || (page == Page::help && visitor.is_signed_in())) {
        effects.push_back(send(api::GetConnectionNotice{}));
        // The last page of signing up has no menu for the number to stand in.
        if (visitor.session.role == api::Role::administrator && page != Page::finished)
            effects.push_back(send(api::GetAttention{}));
    }
    if (std::exchange(model.has_entered_any, true) && model.is_other_page)
        effects.push_back(Focus{"heading"});
    return effects;
}

// Somebody whose session is gone logs in again, and then comes back to where they were.
Effects lose_session(Model& model) {
    auto& visitor = model.visitor;
    if (visitor.is_signed_in()) {
        visitor.notice = Notice::session_expired;
        visitor.return_path = model.path;
        visitor.session = {};
        visitor.onboarding = {};
    } else {
        visitor.notice = Notice::login_expired;
        visitor.onboarding.has_login = false;
    }
    return settle(model);
}

// ---- answers of the program's own requests ----------------------------------------------------

Effects on_own(Model& model, Answer<api::GetSession> answer) {
    if (!answer.ok()) {
        model.load_failure = std::move(answer.failure);
        return {};
    }
    model.load_failure.reset();
    model.visitor.session = std::move(*answer.reply);
    // Whoever is in the middle of the onboarding has more to be asked for; the others have not.
    if (!model.visitor.is_known && model.visitor.session.state == api::SessionState::onboarding)
        return {send(api::GetOnboarding{})};
    model.visitor.is_known = true;
    return settle(model);
}

Effects on_own(Model& model, Answer<api::GetOnboarding> answer) {
    if (!answer.ok()) {
        model.load_failure = std::move(answer.failure);
        return {};
    }
    model.load_failure.reset();
    model.visitor.onboarding = std::move(*answer.reply);
    model.visitor.is_known = true;
    return settle(model);
}

Effects on_own(Model& model, Answer<api::LogOut> answer) {
    model.is_logging_out = false;
    // Staying signed in after a log-out that failed must be seen, not hidden.
    if (!answer.ok() && answer.failure.code != ErrorCode::unauthenticated) {
        model.load_failure = std::move(answer.failure);
        return {};
    }
    auto effects = pages::record::forget_edits(model.pages.record, model.visitor);
    model.pages = {};
    model.visitor.session = {};
    model.visitor.onboarding = {};
    model.visitor.connection = {};
    model.visitor.notice = Notice::logged_out;
    effects.push_back(Navigate{path_of(Page::log_in)});
    return effects;
}

Effects on_own(Model& model, Answer<api::GetAttention> answer) {
    // A number beside the menu is not worth a word when it cannot be had.
    if (answer.ok()) model.visitor.attention = answer.reply->count;
    return {};
}

Effects on_own(Model& model, Answer<api::GetConnectionNotice> answer) {
    if (answer.ok()) model.visitor.connection = std::move(*answer.reply);
    return {};
}

// For the menu of those who are signed in: what reads it comes after the first load.
template <class C>
constexpr bool is_for_signed_in = std::is_same_v<C, api::GetAttention>;

template <class C>
constexpr bool is_own = is_for_signed_in<C> || std::is_same_v<C, api::GetConnectionNotice> ||
                        std::is_same_v<C, api::GetSession> ||
                        std::is_same_v<C, api::GetOnboarding> || std::is_same_v<C, api::LogOut>;

// Calls whose `unauthenticated` is about the login that they bring, not about the session.
template <class C>
constexpr bool brings_login = std::is_same_v<C, api::SignIn> || std::is_same_v<C, api::LogIn> ||
                              std::is_same_v<C, api::AcceptWithAccount>;

// What every answer has in common; nullopt when it is for the page that asked.
std::optional<Effects> on_any(Model& model, Pending& pending, bool is_ok, api::Failure& failure,
                              bool is_about_login) {
    if (!is_ok && failure.code == ErrorCode::unauthenticated && !is_about_login)
        return lose_session(model);
    // Another tab has gone on or back: what the server knows decides the page.
    if (!is_ok && failure.reason == "out_of_order") return Effects{send(api::GetOnboarding{})};
    if (pending.page != model.route.page || !model.is_entered) return Effects();
    return std::nullopt;
}

bool is_unanswered(const Pending& pending, bool is_ok, const api::Failure& failure) {
    return !is_ok && pending.request.method == api::Method::get && failure.reason == network_reason;
}

Effects wait(Model& model, Pending pending) {
    model.unsent.push_back(std::move(pending));
    return {After{resend_delay_ms, {TimerKind::resend, ++model.resend_timer}}};
}

template <class C>
Effects on_answer(Model& model, Pending pending, Answer<C> answer) {
    if (is_unanswered(pending, answer.ok(), answer.failure)) return wait(model, std::move(pending));
    if constexpr (is_own<C>) {
        return on_own(model, std::move(answer));
    } else {
        if (auto effects = on_any(model, pending, answer.ok(), answer.failure, brings_login<C>))
            return std::move(*effects);
        auto effects = update_page(model, std::move(answer));
        append(effects, settle(model));
        return effects;
    }
}

Effects resend(Model& model) {
    Effects effects;
    for (auto& pending : std::exchange(model.unsent, {}))
        effects.push_back(std::move(pending.request));
    return effects;
}

// ---- events -----------------------------------------------------------------------------------

template <class Enum>
void recall(const std::vector<std::pair<std::string, std::string>>& remembered,
            std::string_view key, Enum& out) {
    for (const auto& [name, value] : remembered)
        if (name == key) out = value_of<Enum>(value).value_or(out);
}

// What was written and not yet sent when the page was reloaded.
void recall_drafts(Model& model,
                   const std::vector<std::pair<std::string, std::string>>& remembered) {
    auto& pages = model.pages;
    for (const auto& [key, value] : remembered) {
        if (key == pages::sign_in::draft_key) pages.sign_in.credential.username = value;
        if (key == pages::api_user::draft_key) pages.api_user.credential.username = value;
        if (key == pages::change_account::draft_key) pages.account.credential.username = value;
        if (key == pages::log_in::draft_key) pages.log_in.credential.username = value;
        if (key.substr(0, pages::record::edit_key.size()) == pages::record::edit_key)
            pages::record::recall_edit(pages.record, model.visitor, value);
    }
}

Effects on(Model& model, const Started& event) {
    auto& visitor = model.visitor;
    visitor.now_ms = event.now_ms;
    visitor.language = text::preferred_language(event.languages);
    recall(event.remembered, language_key, visitor.language);
    recall(event.remembered, appearance_key, visitor.appearance);
    recall(event.remembered, rendering_key, visitor.rendering);
    recall(event.remembered, pages::log_in::way_key, model.pages.log_in.way);
    recall_drafts(model, event.remembered);
    model.path = event.path;
    model.route = parse_route(event.path);
    return {SetLanguage{visitor.language}, SetAppearance{visitor.appearance, visitor.rendering},
            send(api::GetSession{})};
}

Effects on(Model& model, Routed event) {
    auto route = parse_route(event.path);
    if (route.page != model.route.page) {
        // What the page before asked for is of no use to this one.
        model.unsent.clear();
        const bool shows_notice = route.page == Page::sign_in || route.page == Page::log_in;
        if (!shows_notice) model.visitor.notice = Notice::none;
    }
    const auto without_query = [](const std::string& path) {
        return std::string_view(path).substr(0, path.find('?'));
    };
    model.is_other_page = without_query(event.path) != without_query(model.path);
    model.is_entered = false;
    model.path = std::move(event.path);
    model.route = std::move(route);
    return settle(model);
}

Effects on(Model& model, Replied event) {
    model.visitor.now_ms = event.now_ms;
    const auto found =
        std::find_if(model.pending.begin(), model.pending.end(),
                     [&](const Pending& p) { return p.request.number == event.number; });
    if (found == model.pending.end()) return {};
    auto pending = std::move(*found);
    model.pending.erase(found);
    Effects effects;
    const auto call = pending.request.call;
    api::AllCalls::for_each([&]<class C>() {
        constexpr bool is_first =
            (is_own<C> && !is_for_signed_in<C>) || is_for_first_page<Answer<C>>;
        if (call == call_index<C>)
            effects = run_part<is_first>([&] {
                return on_answer(model, std::move(pending),
                                 decode_answer<C>(event.status, event.body));
            });
    });
    return effects;
}

// The title is in other words now; the rest of the page is drawn anew anyway.
Effects on(Model&, TextsCame) { return {}; }

Effects on(Model& model, TimeUp event) {
    model.visitor.now_ms = event.now_ms;
    if (event.timer.kind != TimerKind::resend) return update_page(model, event);
    return event.timer.number == model.resend_timer ? resend(model) : Effects();
}

Effects on(Model& model, LanguageChosen event) {
    model.visitor.language = event.language;
    Effects effects{SetLanguage{event.language},
                    Remember{std::string(language_key), std::string(word_of(event.language)),
                             Remember::Where::browser}};
    // Its articles come from the server, in one language.
    if (model.is_entered && model.route.page == Page::help)
        for (auto& effect : enter_page(model)) effects.push_back(std::move(effect));
    return effects;
}

Effects on(Model& model, AppearanceChosen event) {
    model.visitor.appearance = event.appearance;
    return {SetAppearance{event.appearance, model.visitor.rendering},
            Remember{std::string(appearance_key), std::string(word_of(event.appearance)),
                     Remember::Where::browser}};
}

Effects on(Model& model, RenderingChosen event) {
    model.visitor.rendering = event.rendering;
    return {SetAppearance{model.visitor.appearance, event.rendering},
            Remember{std::string(rendering_key), std::string(word_of(event.rendering)),
                     Remember::Where::browser}};
}

Effects on(Model& model, LogOutPressed) {
    if (std::exchange(model.is_logging_out, true)) return {};
    return {send(api::LogOut{})};
}

Effects on(Model& model, RetryPressed) {
    const bool is_loading = std::exchange(model.load_failure, {}).has_value();
    if (is_loading && !model.visitor.is_known) return {send(api::GetSession{})};
    return resend(model);
}

// Any event of a page; it counts only while that page is shown.
template <class PageEvent>
Effects on(Model& model, PageEvent event) {
    if (!model.is_entered) return {};
    return update_page(model, std::move(event));
}

}  // namespace

Effects update(Model& model, Event event) {
    auto effects = std::visit([&](auto&& e) { return on(model, std::forward<decltype(e)>(e)); },
                              std::move(event));
    number_requests(model, effects);
    if (auto title = title_of(model); title != model.title) {
        model.title = title;
        effects.push_back(SetTitle{std::move(title)});
    }
    return effects;
}

}  // namespace busy24::app
