// Turns results into answers: the table of statuses and the one shape of a failure.
#include "proxy/http/message.hpp"

#include "shared/json.hpp"

namespace busy24::http {

int status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid:
            return 422;
        case ErrorCode::unauthenticated:
            return 401;
        case ErrorCode::forbidden:
            return 403;
        case ErrorCode::not_found:
            return 404;
        case ErrorCode::conflict:
            return 409;
        case ErrorCode::throttled:
            return 429;
        case ErrorCode::unavailable:
            return 503;
        case ErrorCode::ambiguous:
            return 504;
        case ErrorCode::internal:
            return 500;
    }
    return 500;
}

void make_table(Answer& answer) {
    set_header(answer, "Content-Type", "text/csv; charset=utf-8");
    set_header(answer, "Content-Disposition", "attachment");
}

Answer stream_answer(Stream stream) {
    Answer answer;
    answer.stream = std::make_shared<const Stream>(std::move(stream));
    set_header(answer, "Content-Type", "application/json; charset=utf-8");
    set_header(answer, "Content-Disposition", "attachment");
    set_header(answer, "Cache-Control", "no-store");
    return answer;
}

Answer json_answer(std::string body) {
    Answer answer;
    answer.body = std::make_shared<const std::string>(std::move(body));
    set_header(answer, "Content-Type", "application/json; charset=utf-8");
    // Every answer of the API may hold a customer's data.
    set_header(answer, "Cache-Control", "no-store");
    return answer;
}

Answer failure_answer(const Error& error, const std::string& tracking_id, int status) {
    const api::FailureAnswer failure{{.code = error.code,
                                      .reason = error.reason,
                                      .tracking_id = tracking_id,
                                      .retry_at_ms = error.retry_at_ms}};
    auto answer = json_answer(to_json_text(failure));
    answer.status = status != 0 ? status : status_of(error.code);
    return answer;
}

void set_header(Answer& answer, std::string_view name, std::string value) {
    for (auto& header : answer.headers) {
        if (header.first != name) continue;
        header.second = std::move(value);
        return;
    }
    answer.headers.emplace_back(name, std::move(value));
}

}  // namespace busy24::http
