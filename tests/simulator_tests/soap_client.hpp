// A client that knows nothing but HTTP and XML: what the tests of the simulator speak with.
#pragma once

#include <doctest/doctest.h>
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "tests/simulator/erp_simulator.hpp"
#include "tests/simulator/exchange.hpp"

namespace busy24::simulator {

// A moment when nothing happens by itself: 2026-06-05T11:00:00Z.
inline constexpr std::int64_t noon_ms = 1'780'657'200'000;

// A simulator whose clock stands still until a test moves it, and that minds no burst.
struct Stage {
    explicit Stage(SimulatorOptions options = {}) : simulator(prepared(std::move(options))) {
        REQUIRE(simulator.start());
    }

    SimulatorOptions prepared(SimulatorOptions options) {
        if (options.limits.requests_per_second == Limits{}.requests_per_second)
            options.limits.requests_per_second = 0;
        options.now_ms = [this] { return now_ms.load(); };
        return options;
    }

    std::atomic<std::int64_t> now_ms = noon_ms;
    ErpSimulator simulator;
};

struct Reply {
    int status = 0;  // 0: no answer came
    std::string body;
    httplib::Headers headers;
    Element result;  // <OperationResult>

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    bool says(std::string_view text) const { return body.find(text) != std::string::npos; }
    // The item of a list whose child has that text; null when there is none.
    const Element* item(std::string_view child, std::string_view text) const {
        for (const auto& element : result.children)
            if (element.text_of(child) == text) return &element;
        return nullptr;
    }
};

class SoapClient {
public:
    explicit SoapClient(ErpSimulator& simulator) : http_("127.0.0.1", simulator.port()) {
        http_.set_keep_alive(true);
        http_.set_read_timeout(60);  // long, since a busy machine is no fault of the simulator
    }

    // `parameters` is XML in the service's namespace.
    Reply call(const char* service, const std::string& operation,
               const std::string& parameters = {}) {
        const auto envelope =
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><s:Body><" +
            operation + " xmlns=\"" + std::string(soap_namespace) + "\">" + parameters + "</" +
            operation + "></s:Body></s:Envelope>";
        httplib::Headers headers{
            {"SOAPAction", '"' + std::string(soap_namespace) + "/" + operation + '"'}};
        if (!session.empty()) headers.emplace("Cookie", "ASP.NET_SessionId=" + session);
        return send(service, envelope, "text/xml; charset=utf-8", headers, operation);
    }

    Reply send(const char* service, const std::string& envelope, const char* type,
               const httplib::Headers& headers, const std::string& operation) {
        Reply reply;
        const auto answer = http_.Post(all_services().at(service).path, headers, envelope, type);
        if (!answer) return reply;
        reply.status = answer->status;
        reply.body = answer->body;
        reply.headers = answer->headers;
        if (const auto root = parse_xml(reply.body))
            if (const auto* body = root->child("Body"))
                if (const auto* response = body->child(operation + "Response"))
                    if (const auto* result = response->child(operation + "Result"))
                        reply.result = *result;
        return reply;
    }

    static std::string credential(std::string_view username, std::string_view password,
                                  const std::string& identity = {}) {
        return "<credential><ApplicationId>" + std::string(demo::application_id) +
               "</ApplicationId>" +
               (identity.empty() ? "" : "<IdentityId>" + identity + "</IdentityId>") +
               "<Password>" + std::string(password) + "</Password><Username>" +
               std::string(username) + "</Username></credential>";
    }

    Reply log_in(std::string_view username, std::string_view password,
                 const std::string& identity = {}) {
        auto reply = call("authenticate", "Login", credential(username, password, identity));
        session = reply.result.text;
        return reply;
    }

    std::string session;

private:
    httplib::Client http_;
};

// A stage, and a client that the API user of the first company has logged in.
struct SignedInStage : Stage {
    explicit SignedInStage(SimulatorOptions options = {})
        : Stage(std::move(options)), client(simulator) {
        client.log_in(demo::api_user, demo::api_user_password);
        REQUIRE(client.session.size() == 24);
    }
    SoapClient client;
};

}  // namespace busy24::simulator
