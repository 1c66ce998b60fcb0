// Bodies, good and bad.
#include "tests/simulator/answer.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

namespace busy24::simulator {

namespace {

constexpr std::size_t items_per_piece = 200;
constexpr std::size_t drip_bytes = 64;

// Makes the text of an answer piece by piece, so that a list of 100,000 never stands in memory.
class Pieces {
public:
    Pieces(World& world, SoapVersion version, AnswerWriter writer)
        : world_(world), version_(version), writer_(std::move(writer)) {}

    // Appends the next piece. False when that was the last one.
    bool append_to(std::string& text) {
        if (!std::exchange(has_begun_, true)) text += envelope_head(version_) + writer_.head();
        // The books may be edited between two pieces.
        const std::lock_guard lock(world_.mutex);
        const auto end = std::min(next_ + items_per_piece, writer_.item_count());
        for (; next_ < end; ++next_) writer_.item(next_, text);
        if (next_ < writer_.item_count()) return true;
        text += writer_.tail() + envelope_tail();
        return false;
    }

    bool is_past_half() const { return next_ * 2 >= writer_.item_count(); }

private:
    World& world_;
    SoapVersion version_;
    AnswerWriter writer_;
    std::size_t next_ = 0;
    bool has_begun_ = false;
};

using SharedPieces = std::shared_ptr<Pieces>;

// A text that no XML reader can take for an answer.
std::string malformed(const std::string& kind, std::string text, std::string& type) {
    if (kind == "empty") return {};
    if (kind == "html") {
        type = "text/html; charset=utf-8";
        return "<!DOCTYPE html><html><body><h1>Server Error in '/' Application.</h1></body></html>";
    }
    if (kind == "doctype")
        return "<!DOCTYPE a [<!ENTITY b \"c\">]>" + text.substr(text.find("?>") + 2);
    const auto end = text.rfind("</soap:Body>");
    if (kind == "tag") return text.replace(end, 12, "</soap:Bodies>");
    if (kind == "utf8") return text.insert(end, "\xC3\x28");
    return text.substr(0, text.size() * 2 / 3);
}

std::string whole_text(Pieces& pieces) {
    std::string text;
    while (pieces.append_to(text)) {
    }
    return text;
}

void answer_in_pieces(httplib::Response& response, const std::string& type, SharedPieces pieces,
                      std::string first) {
    auto pending = std::make_shared<std::string>(std::move(first));
    response.set_chunked_content_provider(type,
                                          [pieces, pending](std::size_t, httplib::DataSink& sink) {
                                              // What is pending was not the last piece.
                                              if (!sink.write(pending->data(), pending->size()))
                                                  return false;
                                              pending->clear();
                                              if (pieces->append_to(*pending)) return true;
                                              if (!sink.write(pending->data(), pending->size()))
                                                  return false;
                                              sink.done();
                                              return true;
                                          });
}

// Half of it, and then the connection ends: by the length, or the missing last chunk, a client can
// tell.
void answer_truncated(httplib::Response& response, const std::string& type, SharedPieces pieces) {
    response.set_chunked_content_provider(type, [pieces](std::size_t, httplib::DataSink& sink) {
        std::string text;
        const bool has_more = pieces->append_to(text);
        if (has_more && !pieces->is_past_half()) return sink.write(text.data(), text.size());
        (void)sink.write(text.data(), text.size() / 2);
        return false;
    });
}

void answer_dripping(httplib::Response& response, const std::string& type, std::string text,
                     std::int64_t pause_ms, const std::atomic<bool>& is_stopping) {
    const auto size = text.size();
    response.set_content_provider(
        size, type,
        [text = std::move(text), pause_ms, &is_stopping](std::size_t at, std::size_t,
                                                         httplib::DataSink& sink) {
            std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
            return !is_stopping &&
                   sink.write(text.data() + at, std::min(drip_bytes, text.size() - at));
        });
}

// Blanks where XML allows them, a mebibyte at a time.
void answer_huge(httplib::Response& response, const std::string& type, const std::string& text,
                 std::int64_t mebibytes) {
    const auto body = text.find("<soap:Body>") + 11;
    auto pieces = std::make_shared<std::vector<std::string>>();
    pieces->push_back(text.substr(0, body));
    pieces->push_back(text.substr(body));
    auto left = std::make_shared<std::int64_t>(mebibytes + 2);
    response.set_chunked_content_provider(
        type, [pieces, left, mebibytes](std::size_t, httplib::DataSink& sink) {
            const auto at = --*left;
            const auto blanks =
                at == mebibytes + 1 || at == 0 ? std::string() : std::string(1 << 20, ' ');
            const auto& piece = at == 0               ? pieces->back()
                                : at == mebibytes + 1 ? pieces->front()
                                                      : blanks;
            if (!sink.write(piece.data(), piece.size())) return false;
            if (at == 0) sink.done();
            return true;
        });
}

}  // namespace

const Fault* find(const std::vector<Fault>& faults, std::string_view name) {
    const auto found = std::find_if(faults.begin(), faults.end(),
                                    [&](const Fault& fault) { return fault.name == name; });
    return found == faults.end() ? nullptr : &*found;
}

void answer_fault(httplib::Response& response, SoapVersion version, const Error& error) {
    response.status = 500;
    const auto side = error.reason == "client" ? FaultSide::client : FaultSide::server;
    response.set_content(fault_envelope(version, side, error.detail),
                         std::string(content_type_of(version)));
}

void answer_too_many(httplib::Response& response, std::int64_t retry_after_s) {
    response.status = 429;
    response.set_header("Retry-After", std::to_string(retry_after_s));
    response.set_content("Too Many Requests", "text/plain");
}

void answer_value(World& world, httplib::Response& response, SoapVersion version,
                  AnswerWriter writer, const std::vector<Fault>& faults) {
    std::string type(content_type_of(version));
    auto pieces = std::make_shared<Pieces>(world, version, std::move(writer));
    if (const auto* fault = find(faults, "malformed")) {
        const auto text = malformed(fault->value, whole_text(*pieces), type);
        return response.set_content(text, type);
    }
    if (find(faults, "truncated")) return answer_truncated(response, type, pieces);
    if (const auto* fault = find(faults, "slow-drip"))
        return answer_dripping(response, type, whole_text(*pieces), fault->number(50),
                               world.is_stopping);
    if (const auto* fault = find(faults, "huge-answer"))
        return answer_huge(response, type, whole_text(*pieces), fault->number(64));
    std::string first;
    if (pieces->append_to(first)) return answer_in_pieces(response, type, pieces, std::move(first));
    response.set_content(first, type);
}

}  // namespace busy24::simulator
