// Binds the calls of shared/api to handlers: finds the route, checks the right, reads the call,
// writes the reply.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "proxy/http/caller.hpp"
#include "proxy/http/message.hpp"
#include "proxy/http/query.hpp"
#include "shared/api/endpoint.hpp"
#include "shared/json.hpp"

namespace busy24::http {

template <class C>
using Handler = std::function<Result<typename C::Reply>(Caller&, C)>;

// Who a signed-in caller is to a project: employee, participant or manager. Errors: not_found for a
// project that the session's workspace does not have.
using StandingIn = std::function<Result<Standing>(const Session&, const std::string& project)>;

// Filled at the start, then only read: thread-safe from then on.
class Router {
public:
    explicit Router(StandingIn standing_in =
                        [](const Session&, const std::string&) {
                            return Result<Standing>(Standing::employee);
                        })
        : standing_in_(std::move(standing_in)) {}

    // One handler per call. The call is given away, since it may hold a Secret.
    template <api::Call C>
    void on(Handler<C> handler) {
        static_assert(api::is_about_project(C::endpoint.access) == api::NamesProject<C>);
        routes_.push_back({C::endpoint, [this, handler = std::move(handler)](
                                            Caller& caller, std::string_view input) {
                               return answer_to<C>(handler, caller, input);
                           }});
    }

    // The route for a method and a path; nullptr when there is none.
    const api::Endpoint* find(std::string_view method, std::string_view path) const;
    // True when the path exists with another method.
    bool has_path(std::string_view path) const;

    // Makes the call if the caller may: its members are in the query of a GET and in the body of
    // anything else. The reply's text, JSON or a table, or the error. Errors: not_found when there
    // is no route.
    Result<std::string> call(Caller& caller, const Request& request) const;

private:
    struct Route {
        api::Endpoint endpoint;
        std::function<Result<std::string>(Caller&, std::string_view input)> handle;
    };

    template <api::Call C>
    Result<std::string> answer_to(const Handler<C>& handler, Caller& caller,
                                  std::string_view input) const {
        auto call = TRY(read<C>(input));
        if constexpr (api::NamesProject<C>)
            TRY(check_project(caller, C::endpoint.access, call.*C::project));
        auto reply = TRY(handler(caller, std::move(call)));
        if constexpr (std::is_same_v<typename C::Reply, api::Csv>)
            return std::move(reply.text);
        else
            return to_json_text(reply);
    }

    template <api::Call C>
    static Result<C> read(std::string_view input) {
        if constexpr (C::endpoint.method == api::Method::get)
            return parse_query<C>(input);
        else
            return parse_json<C>(input);
    }

    const Route* route(std::string_view method, std::string_view path) const;
    Result<> check_project(Caller& caller, api::Access access, const std::string& project) const;
    StandingIn standing_in_;
    std::vector<Route> routes_;
};

}  // namespace busy24::http
