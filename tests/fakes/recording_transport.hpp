// An ERP made of scripted answers: what each operation answers next, and what it was asked.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "proxy/doors/http_transport.hpp"

namespace busy24 {

// Thread-safe. An operation answers its scripted answers in their order; the last one stays. One
// that has none answers like a server that is not there.
class RecordingTransport final : public HttpTransport {
public:
    using Answer = std::function<Result<HttpAnswer>(const HttpRequest&, const BodySink&)>;

    struct Sent {
        std::string operation;
        std::string url;
        std::string cookie;
        std::string body;
    };

    RecordingTransport& then(const std::string& operation, Answer answer) {
        const std::lock_guard lock(mutex_);
        script_[operation].push_back(std::move(answer));
        return *this;
    }

    Result<HttpAnswer> send(const HttpRequest& request, const BodySink& sink) override {
        Answer answer;
        {
            const std::lock_guard lock(mutex_);
            sent_.push_back(note(request));
            auto& answers = script_[sent_.back().operation];
            if (answers.empty()) return Error{ErrorCode::unavailable, "nobody there"};
            answer = answers.front();
            if (answers.size() > 1) answers.pop_front();
        }
        return answer(request, sink);
    }

    std::vector<Sent> sent() const {
        const std::lock_guard lock(mutex_);
        return sent_;
    }
    // The operations in the order in which they were called, with a space between.
    std::string calls() const {
        std::string text;
        for (const auto& one : sent()) text += (text.empty() ? "" : " ") + one.operation;
        return text;
    }
    int count(std::string_view operation) const {
        int found = 0;
        for (const auto& one : sent()) found += one.operation == operation ? 1 : 0;
        return found;
    }
    void forget_calls() {
        const std::lock_guard lock(mutex_);
        sent_.clear();
    }
    // Drops what an operation had left to answer.
    RecordingTransport& from_now_on(const std::string& operation, Answer answer) {
        {
            const std::lock_guard lock(mutex_);
            script_[operation].clear();
        }
        return then(operation, std::move(answer));
    }

private:
    static Sent note(const HttpRequest& request) {
        Sent sent{.url = request.url, .body = request.body};
        for (const auto& [name, value] : request.headers) {
            if (name == "SOAPAction") sent.operation = value.substr(value.rfind('/') + 1);
            if (name == "Cookie") sent.cookie = value;
        }
        if (sent.operation.ends_with('"')) sent.operation.pop_back();
        return sent;
    }

    mutable std::mutex mutex_;
    std::map<std::string, std::deque<Answer>> script_;
    std::vector<Sent> sent_;
};

// The answers that a test scripts.

inline RecordingTransport::Answer http_answer(
    int status, std::string body, std::vector<std::pair<std::string, std::string>> headers = {}) {
    return [=](const HttpRequest&, const BodySink& sink) -> Result<HttpAnswer> {
        if (!sink(body)) return Error{ErrorCode::internal, "the sink wanted no more"};
        return HttpAnswer{status, headers};
    };
}

// `inner` is the XML inside <operationResponse>.
inline std::string soap_body(const std::string& operation, const std::string& inner) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope "
           "xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soap:Body><" +
           operation + "Response xmlns=\"http://24sevenOffice.com/webservices\">" + inner + "</" +
           operation + "Response></soap:Body></soap:Envelope>";
}

inline RecordingTransport::Answer result_of(const std::string& operation,
                                            const std::string& inner) {
    const auto name = operation + "Result";
    return http_answer(200, soap_body(operation, "<" + name + ">" + inner + "</" + name + ">"));
}

inline RecordingTransport::Answer fault_of(const std::string& text) {
    return http_answer(
        500,
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
        "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Server was unable to process "
        "request. ---&gt; " +
            text + "</faultstring><detail /></soap:Fault></soap:Body></soap:Envelope>");
}

// The request was acted upon, and the answer never came.
inline RecordingTransport::Answer lost_answer() {
    return [](const HttpRequest&, const BodySink&) -> Result<HttpAnswer> {
        return Error{ErrorCode::ambiguous, "the connection was reset"};
    };
}

inline RecordingTransport::Answer no_connection() {
    return [](const HttpRequest&, const BodySink&) -> Result<HttpAnswer> {
        return Error{ErrorCode::unavailable, "connection refused"};
    };
}

}  // namespace busy24
