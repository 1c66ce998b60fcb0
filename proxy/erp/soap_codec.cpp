// Drives expat over an answer and hands elements to shapes; the only file that knows expat.
#include "proxy/erp/soap_codec.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace busy24::erp {

namespace {

// Security rule, hostile input. Real answers have a depth of 9 and texts of some thousand bytes.
constexpr std::size_t depth_max = 64;
constexpr std::size_t text_bytes_max = 1 << 20;
constexpr std::size_t attributes_max = 64;
// A tag, comment or attribute that does not end: expat would read it anew with every block.
constexpr std::int64_t markup_bytes_max = 1 << 20;
// Fed in blocks, since many small ones make expat slow where a token spans them.
constexpr std::size_t block_bytes = 64 * 1024;
constexpr std::size_t fault_text_max = 500;

std::string_view local_name(const char* name) {
    const char* colon = std::strchr(name, ':');
    return colon ? colon + 1 : name;
}

// SOAP 1.1 has the members in lower case, SOAP 1.2 the two others.
struct FaultValue {
    std::string value;
    static constexpr auto fields() { return std::tuple{field("Value", &FaultValue::value)}; }
};
struct FaultReason {
    std::string text;
    static constexpr auto fields() { return std::tuple{field("Text", &FaultReason::text)}; }
};
struct FaultParts {
    std::string code;
    std::string text;
    FaultValue code_12;
    FaultReason reason_12;
    static constexpr auto fields() {
        return std::tuple{
            field("faultcode", &FaultParts::code), field("faultstring", &FaultParts::text),
            field("Code", &FaultParts::code_12), field("Reason", &FaultParts::reason_12)};
    }
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

// What stands after the last arrow, up to the stack trace, which leaks the server's inside
// (contract 1.4, quirk 69).
std::string last_cause(std::string_view text) {
    constexpr std::string_view arrow = "--->";
    if (const auto at = text.rfind(arrow); at != std::string_view::npos)
        text.remove_prefix(at + arrow.size());
    text = trimmed(text);
    text = text.substr(0, text.find_first_of("\r\n"));
    return std::string(trimmed(text.substr(0, fault_text_max)));
}

}  // namespace

void open_envelope(XmlWriter& xml, std::string_view operation) {
    xml.markup(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soap:Body><");
    xml.markup(operation);
    xml.markup(" xmlns=\"http://24sevenOffice.com/webservices\">");
}

std::string close_envelope(XmlWriter& xml, std::string_view operation) {
    xml.close(operation);
    xml.markup("</soap:Body></soap:Envelope>");
    return xml.take();
}

struct SoapReader::State {
    struct Frame {
        Target target;
        bool is_nil = false;
    };

    State(std::string_view operation, Target result_target)
        : response_name(std::string(operation) + "Response"),
          result_name(std::string(operation) + "Result"),
          result(result_target),
          parser(XML_ParserCreate(nullptr)) {
        frames[0].target = {&document_shape, this};
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(
            parser, [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
                static_cast<State*>(self)->fail("a DOCTYPE");
            });
    }
    ~State() { XML_ParserFree(parser); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void fail(std::string why) {
        if (!problem) problem = std::move(why);
        XML_StopParser(parser, XML_FALSE);
    }

    void start(const XML_Char* name, const XML_Char** attributes) {
        if (problem) return;
        text.clear();
        text_bytes = 0;
        if (depth + 1 >= frames.size()) return fail("nested too deep");
        bool is_nil = false;
        std::size_t count = 0;
        for (const XML_Char** at = attributes; *at; at += 2, ++count)
            if (local_name(at[0]) == "nil")
                is_nil = std::string_view(at[1]) == "true" || std::string_view(at[1]) == "1";
        if (count > attributes_max) return fail("too many attributes");
        const Frame& parent = frames[depth];
        Frame child{{}, is_nil};
        if (parent.target.shape && parent.target.shape->child && !parent.is_nil)
            child.target = parent.target.shape->child(parent.target.object, local_name(name));
        if (const auto* shape = child.target.shape; shape && shape->begun && !is_nil)
            shape->begun(child.target.object);
        frames[++depth] = child;
    }

    void end(const XML_Char* name) {
        if (problem) return;
        const Frame child = frames[depth];
        const Frame& parent = frames[--depth];
        text_bytes = 0;
        if (!child.target.shape) return;
        const Shape& shape = *child.target.shape;
        if (child.is_nil)
            shape.nil(child.target.object);
        else if (shape.leaf && !shape.leaf(child.target.object, text))
            return fail(std::string(local_name(name)) + ": not such a value");
        text.clear();
        const Shape& outer = *parent.target.shape;
        if (outer.child_ended && !outer.child_ended(parent.target.object, child.is_nil))
            fail("the receiver wanted no more");
    }

    void characters(std::string_view piece) {
        if (problem) return;
        text_bytes += piece.size();
        if (text_bytes > text_bytes_max) return fail("a text too long");
        const auto* shape = frames[depth].target.shape;
        if (shape && shape->leaf && !frames[depth].is_nil) text += piece;
    }

    // Handlers run inside expat, which is C: nothing in them may throw but for want of memory.
    static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
        static_cast<State*>(self)->start(name, attributes);
    }
    static void on_end(void* self, const XML_Char* name) { static_cast<State*>(self)->end(name); }
    static void on_text(void* self, const XML_Char* piece, int length) {
        static_cast<State*>(self)->characters({piece, static_cast<std::size_t>(length)});
    }

    // Hands the collected block to expat.
    bool parse(int is_final) {
        if (problem) return false;
        fed += static_cast<std::int64_t>(held);
        const auto status = block ? XML_ParseBuffer(parser, static_cast<int>(held), is_final)
                                  : XML_Parse(parser, "", 0, is_final);
        block = nullptr;
        held = 0;
        if (status != XML_STATUS_OK && !problem) {
            problem = XML_ErrorString(XML_GetErrorCode(parser));
        } else if (const auto at = XML_GetCurrentByteIndex(parser);
                   !problem && at >= 0 && fed - at > markup_bytes_max) {
            fail("markup without end");
        }
        return !problem;
    }

    static const Shape document_shape;
    static const Shape envelope_shape;
    static const Shape body_shape;
    static const Shape response_shape;

    const std::string response_name;
    const std::string result_name;
    const Target result;
    XML_Parser parser;
    std::array<Frame, depth_max + 1> frames{};
    std::size_t depth = 0;
    std::string text;
    std::size_t text_bytes = 0;
    void* block = nullptr;
    std::size_t held = 0;
    std::int64_t fed = 0;
    std::optional<std::string> problem;
    bool has_response = false;
    bool has_fault = false;
    FaultParts fault_parts;
    std::optional<SoapFault> fault;
};

namespace {

void keep(void*) {}

}  // namespace

const Shape SoapReader::State::document_shape{
    .child = [](void* self, std::string_view name) -> Target {
        return name == "Envelope" ? Target{&envelope_shape, self} : Target{};
    },
    .nil = keep};

const Shape SoapReader::State::envelope_shape{
    .child = [](void* self, std::string_view name) -> Target {
        return name == "Body" ? Target{&body_shape, self} : Target{};
    },
    .nil = keep};

const Shape SoapReader::State::body_shape{
    .child = [](void* object, std::string_view name) -> Target {
        auto& self = *static_cast<State*>(object);
        if (name == "Fault") {
            self.has_fault = true;
            return target_of(self.fault_parts);
        }
        if (name != self.response_name) return {};
        self.has_response = true;
        return {&response_shape, object};
    },
    .nil = keep};

const Shape SoapReader::State::response_shape{
    .child = [](void* object, std::string_view name) -> Target {
        const auto& self = *static_cast<State*>(object);
        return name == self.result_name ? self.result : Target{};
    },
    .nil = keep};

SoapReader::SoapReader(std::string_view operation, Target result)
    : state_(std::make_unique<State>(operation, result)) {}

SoapReader::~SoapReader() = default;

bool SoapReader::feed(std::string_view piece) {
    auto& state = *state_;
    while (!piece.empty() && !state.problem) {
        if (!state.block) {
            state.block = XML_GetBuffer(state.parser, block_bytes);
            if (!state.block) {
                state.problem = "no memory";
                return false;
            }
        }
        const auto size = std::min(piece.size(), block_bytes - state.held);
        std::memcpy(static_cast<char*>(state.block) + state.held, piece.data(), size);
        state.held += size;
        piece.remove_prefix(size);
        if (state.held == block_bytes) state.parse(0);
    }
    return !state.problem;
}

Result<> SoapReader::finish() {
    auto& state = *state_;
    state.parse(1);
    if (!state.problem && !state.has_response && !state.has_fault) state.problem = "not an answer";
    if (state.problem)
        return Error{.code = ErrorCode::internal,
                     .detail = "answer refused: " + *state.problem,
                     .reason = "bad_answer"};
    if (state.has_fault) {
        const auto& parts = state.fault_parts;
        const bool is_12 = parts.text.empty();
        state.fault = SoapFault{is_12 ? parts.code_12.value : parts.code,
                                last_cause(is_12 ? parts.reason_12.text : parts.text)};
    }
    return {};
}

const std::optional<SoapFault>& SoapReader::fault() const { return state_->fault; }

}  // namespace busy24::erp
