// 24SevenOffice behind the door to the network: the simulator in process, over a line that can be
// made bad.
#pragma once

#include <functional>

#include "proxy/doors/http_transport.hpp"
#include "tests/simulator/dice.hpp"
#include "tests/simulator/exchange.hpp"

namespace busy24::tests {

// For one thread. Everything follows from the dice.
class SimulatedErp final : public HttpTransport {
public:
    SimulatedErp(simulator::World& world, simulator::Dice& dice, Clock& clock)
        : world_(world), dice_(dice), clock_(clock) {}

    static constexpr std::string_view url = "https://erp.example.no";

    // Each of a hundred calls.
    int refused_percent = 0;  // nothing reached the other side
    int lost_percent = 0;     // it was acted upon, and the answer never came
    int late_percent = 0;     // a new project is made a good minute after the line broke off
    // Between reading a project and saving it: the API has no way to say "only if it is unchanged",
    // so that a colleague's edit in this moment is lost, whatever we do.
    bool is_within_save = false;
    std::int64_t saves = 0;  // SaveProject calls that reached the other side
    // The names under which projects were made there, and their ids.
    std::map<std::string, std::int64_t> made;
    std::function<void()> before_call = [] {};
    std::function<void()> after_call = [] {};

    Result<HttpAnswer> send(const HttpRequest& request, const BodySink& sink) override {
        before_call();
        if (late_ && late_->at <= clock_.now()) {
            httplib::Response unheard;
            carry_out(std::exchange(late_, {})->request, unheard);
        }
        auto answer = pass_on(request, sink);
        note_save(request, answer);
        // Others wait for this one's answer, which a single thread cannot.
        if (request.body.find("<HasSession") == std::string::npos) after_call();
        return answer;
    }
    bool hits(int percent) {
        return percent > 0 && dice_.roll(100) < static_cast<std::uint64_t>(percent);
    }

private:
    // A new login may come in between.
    void note_save(const HttpRequest& request, const Result<HttpAnswer>& answer) {
        const auto is_one_of = [&](std::string_view operation) {
            return request.body.find("<" + std::string(operation)) != std::string::npos;
        };
        const bool is_saved =
            is_one_of("SaveProject") && answer.ok() && answer.value().status == 200;
        if (is_one_of("GetSingleProject"))
            is_within_save = true;
        else if (is_saved || (is_one_of("Get") && !is_one_of("GetIdentit")))
            is_within_save = false;
    }

    Result<HttpAnswer> pass_on(const HttpRequest& request, const BodySink& sink) {
        if (hits(refused_percent)) return Error{ErrorCode::unavailable, "refused by chance"};
        httplib::Response response;
        if (is_new_project(request) && !late_ && hits(late_percent)) {
            late_ = Late{request, clock_.now() + static_cast<std::int64_t>(dice_.roll(110'000))};
            return Error{ErrorCode::ambiguous, "it takes its time"};
        }
        carry_out(request, response);
        if (hits(lost_percent)) return Error{ErrorCode::ambiguous, "lost by chance"};
        if (!feed(response, sink)) return Error{ErrorCode::ambiguous, "it broke off"};
        HttpAnswer answer{response.status == -1 ? 200 : response.status, {}};
        for (const auto& [name, value] : response.headers) answer.headers.emplace_back(name, value);
        return answer;
    }

    void carry_out(const HttpRequest& request, httplib::Response& response) {
        httplib::Request call;
        call.method = request.method;
        call.path = request.url.substr(url.size());
        call.body = request.body;
        for (const auto& [name, value] : request.headers) call.headers.emplace(name, value);
        const bool is_save = request.body.find("<SaveProject") != std::string::npos;
        auto& projects = world_.data.tenants.front().projects;
        const auto before = projects.size();
        simulator::exchange(world_, call, response);
        saves += is_save ? 1 : 0;
        if (projects.size() > before) made[projects.back().name] = projects.back().id;
    }

    static bool is_new_project(const HttpRequest& request) {
        return request.body.find("<SaveProject") != std::string::npos &&
               request.body.find("<Id>") == std::string::npos;
    }

    // False when the simulator ends the answer early.
    static bool feed(const httplib::Response& response, const BodySink& sink) {
        if (!response.content_provider_) return response.body.empty() || sink(response.body);
        bool is_done = false;
        httplib::DataSink out;
        out.write = [&](const char* data, std::size_t size) { return sink({data, size}); };
        out.done = [&] { is_done = true; };
        std::size_t at = 0;
        const auto write = out.write;
        out.write = [&](const char* data, std::size_t size) {
            at += size;
            return write(data, size);
        };
        while (!is_done && (response.is_chunked_content_provider_ || at < response.content_length_))
            if (!response.content_provider_(at, response.content_length_ - at, out)) return false;
        return true;
    }

    simulator::World& world_;
    simulator::Dice& dice_;
    Clock& clock_;
    struct Late {
        HttpRequest request;
        Instant at;
    };
    std::optional<Late> late_;
};

}  // namespace busy24::tests
