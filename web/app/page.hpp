// Finds the state of the current page. Its functions enter(), update() and view() are found beside
// it, by argument-dependent lookup.
#pragma once

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
        case Page::home:
        case Page::not_found:
            break;
    }
    return std::invoke_result_t<Visit, decltype((pages.sign_in))>();
}

// Opens the page of model.route.
inline Effects enter_page(Model& model) {
    return with_page(model.route.page, model.pages, [&](auto& page) -> Effects {
        return enter(page, model.visitor, model.route);
    });
}

// Gives `input` (an event of a page, an answer, a timer) to the current page. What that page has no
// use for is dropped.
template <class Input>
Effects update_page(Model& model, Input input) {
    return with_page(model.route.page, model.pages, [&](auto& page) -> Effects {
        if constexpr (requires { update(page, model.visitor, std::move(input)); })
            return update(page, model.visitor, std::move(input));
        else
            return {};
    });
}

}  // namespace busy24::app
