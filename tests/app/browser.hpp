// Browsers that call the program in process, and send what our own page would.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "proxy/app.hpp"
#include "shared/api/all.hpp"
#include "shared/json.hpp"
#include "tests/simulator/company_data.hpp"

namespace busy24::tests {

namespace demo = simulator::demo;

// Whoever has a program that can be called.
struct RunningApp {
    std::unique_ptr<App> app;
    std::string log_text;
    // Lets the mirror do what is waiting.
    void work() {
        app->mirror().work_until_idle();
        app->setups().work_until_idle();
    }
};

template <class C>
struct Outcome {
    int status = 0;
    typename C::Reply reply;
    api::Failure failure;
    std::string body;
    bool ok() const { return status == 200; }
};

// One person's browser: keeps the cookie, and sends what our own page would.
class Browser {
public:
    explicit Browser(RunningApp& harness, std::string address = "192.0.2.1")
        : harness_(harness), address_(std::move(address)) {}

    template <class C>
    http::Request request(const nlohmann::json& members) const {
        const bool is_get = C::endpoint.method == api::Method::get;
        http::Request request;
        request.method = word_of(C::endpoint.method);
        request.path = C::endpoint.path;
        request.address = address_;
        request.headers.host = "busy.example.no";
        request.headers.fetch_site = "same-origin";
        request.headers.cookie = device.empty() ? cookie : device + "; " + cookie;
        if (is_get)
            request.query = query_of(members);
        else
            request.body = members.dump();
        if (!is_get) request.headers.content_type = "application/json";
        return request;
    }

    // `members` instead of the call itself, since a Secret is never written out by our codec.
    template <class C>
    Outcome<C> call(const nlohmann::json& members = nlohmann::json::object()) {
        const auto request = this->request<C>(members);
        const auto answer = harness_.app->site().answer(request);
        keep_cookie(answer);
        Outcome<C> out;
        out.status = answer.status;
        out.body = answer.body ? *answer.body : "";
        const auto take = [&](std::string_view piece) {
            out.body += piece;
            return true;
        };
        if (answer.stream) CHECK((*answer.stream)(take).ok());
        all_answers += out.body;
        if (out.ok()) {
            if (answer.stream) return out;
            if constexpr (std::is_same_v<typename C::Reply, api::Csv>) {
                out.reply.text = out.body;
            } else {
                auto reply = parse_json<typename C::Reply>(out.body);
                REQUIRE(reply.ok());
                out.reply = std::move(reply).value();
            }
        } else {
            auto failure = parse_json<api::FailureAnswer>(out.body);
            REQUIRE(failure.ok());
            out.failure = std::move(failure).value().error;
            // What no test provokes: the detail is in the log.
            if (out.status == 500) MESSAGE(harness_.log_text);
        }
        return out;
    }

    // The pages of the onboarding, one after the other.
    Outcome<api::SignIn> sign_in(std::string_view username, std::string_view password) {
        return call<api::SignIn>({{"username", username}, {"password", password}});
    }
    Outcome<api::ChooseTenant> choose(std::int64_t tenant) {
        return call<api::ChooseTenant>({{"tenantId", tenant}});
    }
    Outcome<api::SetApiUser> own_api_user(std::string_view username, std::string_view password) {
        return call<api::SetApiUser>(
            {{"mode", "own"}, {"username", username}, {"password", password}});
    }
    Outcome<api::SetApiUser> api_user(api::ApiUserMode mode) {
        return call<api::SetApiUser>({{"mode", word_of(mode)}});
    }
    Outcome<api::LogIn> log_in(std::string_view username, std::string_view password) {
        return call<api::LogIn>({{"username", username}, {"password", password}});
    }
    api::Preview preview() {
        call<api::StartPreview>();
        harness_.work();
        return call<api::GetPreview>().reply;
    }
    // Pages 1 to 4 with the demo's manager and API user.
    void reach_page_5() {
        REQUIRE(sign_in(demo::manager, demo::manager_password).ok());
        REQUIRE(choose(demo::granlund).ok());
        REQUIRE(own_api_user(demo::api_user, demo::api_user_password).reply.api_user.is_working);
        REQUIRE(preview().state == api::PreviewState::ready);
        REQUIRE(call<api::Connect>().ok());
    }

    std::string cookie;
    std::string device;  // the cookie of a browser that somebody logged in from
    std::string all_answers;

private:
    static std::string query_of(const nlohmann::json& members) {
        std::string query;
        for (const auto& [name, value] : members.items())
            query += (query.empty() ? "" : "&") + name + "=" +
                     (value.is_string() ? value.get<std::string>() : value.dump());
        return query;
    }
    void keep_cookie(const http::Answer& answer) {
        for (const auto& [name, value] : answer.headers) {
            if (name != "Set-Cookie") continue;
            const auto pair = value.substr(0, value.find(';'));
            (pair.starts_with("__Host-busy24-device=") ? device : cookie) = pair;
        }
    }
    RunningApp& harness_;
    std::string address_;
};

}  // namespace busy24::tests
