// Finds the state of the current page. Its functions enter(), update() and view() are found beside
// it, by argument-dependent lookup.
#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include "web/app/model.hpp"

namespace busy24::app {

// Calls visit with the model of the page; gives an empty result for a page without one.
template <class AllPages, class Visit>
auto with_page(Page page, AllPages& pages, Visit&& visit) {
    switch (page) {
        case Page::sign_in:
            return visit(pages.sign_in);
        case Page::tenant:
            return visit(pages.tenant);
        case Page::api_user:
            return visit(pages.api_user);
        case Page::options:
            return visit(pages.options);
        case Page::finished:
            return visit(pages.finished);
        case Page::log_in:
            return visit(pages.log_in);
        case Page::settings:
            return visit(pages.settings);
        case Page::records:
            return visit(pages.records);
        case Page::list:
            return visit(pages.list);
        case Page::record:
            return visit(pages.record);
        case Page::history:
            return visit(pages.history);
        case Page::run:
            return visit(pages.run);
        case Page::audit:
            return visit(pages.audit);
        case Page::account:
            return visit(pages.account);
        case Page::health:
            return visit(pages.health);
        case Page::disconnect:
            return visit(pages.disconnect);
        case Page::data:
            return visit(pages.data);
        case Page::setup:
            return visit(pages.setup);
        case Page::colleague:
            return visit(pages.colleague);
        case Page::users:
            return visit(pages.users);
        case Page::add_user:
            return visit(pages.add_user);
        case Page::user:
            return visit(pages.user);
        case Page::invitation:
            return visit(pages.invitation);
        case Page::forgot_password:
            return visit(pages.forgot_password);
        case Page::new_password:
            return visit(pages.new_password);
        case Page::profile:
            return visit(pages.profile);
        case Page::help:
            return visit(pages.help);
        case Page::home:
        case Page::not_found:
            break;
    }
    return std::invoke_result_t<Visit, decltype((pages.sign_in))>();
}

// The pages of those who are not signed in. The others are in a file that comes after the first
// load, so that what leads to them has to stay a function, which assets/build/split_app.mjs finds
// by its name.
using FirstPages = std::tuple<pages::sign_in::Model, pages::tenant::Model, pages::api_user::Model,
                              pages::options::Model, pages::finished::Model, pages::log_in::Model,
                              pages::invitation::Model>;

template <class Run>
auto later_part(Run& run) {
    return run();
}

template <bool is_first, class Run>
auto run_part(Run&& run) {
    if constexpr (is_first) {
        return run();
    } else {
        // Through a pointer that nobody may foresee, or it would become a part of its caller.
        using Part = decltype(run()) (*)(Run&);
        static const volatile Part part = &later_part<Run>;
        return part(run);
    }
}

template <class PageModel>
constexpr bool is_first_page = []<class... Each>(const std::tuple<Each...>*) {
    return (std::is_same_v<std::remove_cvref_t<PageModel>, Each> || ...);
}(static_cast<const FirstPages*>(nullptr));

template <class PageModel, class Input>
concept Takes = requires(PageModel& page, Visitor& visitor, Input input) {
    update(page, visitor, std::move(input));
};

// Whether one of the first pages has a use for this.
template <class Input>
constexpr bool is_for_first_page = []<class... Each>(const std::tuple<Each...>*) {
    return (Takes<Each, Input> || ...);
}(static_cast<const FirstPages*>(nullptr));

// Opens the page of model.route.
inline Effects enter_page(Model& model) {
    return with_page(model.route.page, model.pages, [&](auto& page) -> Effects {
        return run_part<is_first_page<decltype(page)>>(
            [&] { return enter(page, model.visitor, model.route); });
    });
}

// Gives `input` (an event of a page, an answer, a timer) to the current page. What that page has no
// use for is dropped.
template <class Input>
Effects update_page(Model& model, Input input) {
    return with_page(model.route.page, model.pages, [&](auto& page) -> Effects {
        if constexpr (Takes<std::remove_cvref_t<decltype(page)>, Input>)
            return run_part<is_first_page<decltype(page)>>(
                [&] { return update(page, model.visitor, std::move(input)); });
        else
            return {};
    });
}

}  // namespace busy24::app
