// Finds routes by plain comparison: there are few, and no pattern can be made slow by its input.
#include "proxy/http/router.hpp"

#include <algorithm>

namespace busy24::http {

const Router::Route* Router::route(std::string_view method, std::string_view path) const {
    const auto found = std::find_if(routes_.begin(), routes_.end(), [&](const Route& row) {
        return row.endpoint.path == path && word_of(row.endpoint.method) == method;
    });
    return found == routes_.end() ? nullptr : &*found;
}

const api::Endpoint* Router::find(std::string_view method, std::string_view path) const {
    const auto* found = route(method, path);
    return found ? &found->endpoint : nullptr;
}

bool Router::has_path(std::string_view path) const {
    return std::any_of(routes_.begin(), routes_.end(),
                       [&](const Route& row) { return row.endpoint.path == path; });
}

Result<> Router::check_project(Caller& caller, api::Access access,
                               const std::string& project) const {
    const auto in_project = TRY(standing_in_(*caller.session, project));
    caller.reach = TRY(reach_of(access, std::max(standing_of(caller), in_project)));
    return {};
}

Result<std::string> Router::call(Caller& caller, const Request& request) const {
    const auto* found = route(request.method, request.path);
    if (!found) return Error{ErrorCode::not_found, "no such call"};
    // Before the call is read, so that who may not call learns nothing of its shape. Whoever is
    // signed in may turn out to manage the project that is named.
    const auto access = found->endpoint.access;
    auto standing = standing_of(caller);
    if (api::is_about_project(access) && standing == Standing::employee)
        standing = Standing::manager;
    caller.reach = TRY(reach_of(access, standing));
    const bool is_get = found->endpoint.method == api::Method::get;
    return found->handle(caller, is_get ? request.query : request.body);
}

}  // namespace busy24::http
