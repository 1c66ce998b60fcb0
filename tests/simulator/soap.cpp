// Envelopes, faults, and the validation that the real service's serialiser does.
#include "tests/simulator/soap.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "tests/simulator/calendar.hpp"

namespace busy24::simulator {

namespace {

constexpr std::string_view envelope_1_1 = "http://schemas.xmlsoap.org/soap/envelope/";
constexpr std::string_view envelope_1_2 = "http://www.w3.org/2003/05/soap-envelope";

bool is_whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size();
}

// Fixed notation only: an exponent is refused (quirk 34).
bool is_decimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789.") == text.npos &&
           std::count(text.begin(), text.end(), '.') <= 1;
}

bool is_guid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_dash ? text[i] != '-' : !std::isxdigit(static_cast<unsigned char>(text[i])))
            return false;
    }
    return true;
}

bool is_valid(const Service& service, const std::string& type, const std::string& text) {
    if (type == "int" || type == "long" || type == "short") return is_whole_number(text);
    if (type == "decimal" || type == "double") return is_decimal(text);
    if (type == "boolean") return text == "true" || text == "false" || text == "1" || text == "0";
    if (type == "dateTime") return read_date(text).has_value();
    if (type == "guid") return is_guid(text);
    const auto words = service.enums.find(type);
    return words == service.enums.end() ||
           std::find(words->second.begin(), words->second.end(), text) != words->second.end();
}

Result<> validate_element(const Service& service, const std::string& type, const Element& element);

Result<> validate_members(const Service& service, const std::vector<Member>& members,
                          const Element& element) {
    for (const auto& child : element.children) {
        const auto member =
            std::find_if(members.begin(), members.end(),
                         [&](const Member& candidate) { return candidate.name == child.name; });
        if (member == members.end() || child.is_nil) continue;
        TRY(validate_element(service, member->type, child));
    }
    return {};
}

Result<> validate_element(const Service& service, const std::string& type, const Element& element) {
    if (const auto members = service.types.find(type); members != service.types.end())
        return validate_members(service, members->second, element);
    if (const auto list = service.lists.find(type); list != service.lists.end()) {
        for (const auto& child : element.children)
            if (child.name == list->second.item && !child.is_nil)
                TRY(validate_element(service, list->second.type, child));
        return {};
    }
    if (is_valid(service, type, element.text)) return {};
    return Error{ErrorCode::invalid,
                 "System.InvalidOperationException: There is an error in XML document (1, 1). ---> "
                 "System.InvalidOperationException: Instance validation error: '" +
                     element.text + "' is not a valid value for " + type + "."};
}

Error unreadable() {
    return {ErrorCode::invalid,
            "System.Web.Services.Protocols.SoapException: Server was unable to read request. ---> "
            "System.Xml.XmlException: Data at the root level is invalid. Line 1, position 1.",
            std::nullopt, "client"};
}

void drop_foreign(Element& element) {
    std::erase_if(element.children,
                  [](const Element& child) { return child.name_space != soap_namespace; });
    for (auto& child : element.children) drop_foreign(child);
}

// Quoted or not (contract 1).
Result<> check_action(std::string_view action, std::string_view operation) {
    if (action.size() >= 2 && action.front() == '"' && action.back() == '"')
        action = action.substr(1, action.size() - 2);
    if (action.empty())
        return Error{
            ErrorCode::invalid,
            "System.Web.Services.Protocols.SoapException: Unable to handle request without "
            "a valid action parameter. Please supply a valid soap action.",
            std::nullopt, "client"};
    if (action == std::string(soap_namespace) + "/" + std::string(operation)) return {};
    return unknown_action(action);
}

}  // namespace

Error unknown_action(std::string_view action) {
    return {ErrorCode::invalid,
            "Server did not recognize the value of HTTP Header SOAPAction: " + std::string(action) +
                ".",
            std::nullopt, "client"};
}

Result<SoapRequest> read_soap(std::string_view xml, std::string_view content_type,
                              std::string_view action) {
    SoapRequest request;
    if (content_type.starts_with("application/soap+xml"))
        request.version = SoapVersion::v1_2;
    else if (!content_type.starts_with("text/xml"))
        return Error{ErrorCode::forbidden, "415"};
    auto root = parse_xml(xml);
    const auto space = request.version == SoapVersion::v1_2 ? envelope_1_2 : envelope_1_1;
    if (!root || root->name != "Envelope" || root->name_space != space) return unreadable();
    const auto body = std::find_if(root->children.begin(), root->children.end(),
                                   [](const Element& child) { return child.name == "Body"; });
    if (body == root->children.end() || body->children.empty()) return unreadable();
    request.body = std::move(body->children.front());
    if (request.body.name_space != soap_namespace) return unknown_action(request.body.name_space);
    drop_foreign(request.body);
    if (request.version == SoapVersion::v1_1) TRY(check_action(action, request.body.name));
    return request;
}

std::string_view content_type_of(SoapVersion version) {
    return version == SoapVersion::v1_2 ? "application/soap+xml; charset=utf-8"
                                        : "text/xml; charset=utf-8";
}

std::string envelope_head(SoapVersion version) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"" +
           std::string(version == SoapVersion::v1_2 ? envelope_1_2 : envelope_1_1) +
           "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soap:Body>";
}

std::string envelope_tail() { return "</soap:Body></soap:Envelope>"; }

std::string fault_envelope(SoapVersion version, FaultSide side, std::string_view cause) {
    // A mistake of the client has its text to itself.
    const auto escaped = escape_xml(side == FaultSide::client
                                        ? std::string(cause)
                                        : "System.Web.Services.Protocols.SoapException: Server was "
                                          "unable to process request. ---> " +
                                              std::string(cause));
    const std::string code = version == SoapVersion::v1_2
                                 ? (side == FaultSide::client ? "Sender" : "Receiver")
                                 : (side == FaultSide::client ? "Client" : "Server");
    const auto fault =
        version == SoapVersion::v1_2
            ? "<soap:Fault><soap:Code><soap:Value>soap:" + code +
                  "</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang=\"en\">" + escaped +
                  "</soap:Text></soap:Reason><soap:Detail /></soap:Fault>"
            : "<soap:Fault><faultcode>soap:" + code + "</faultcode><faultstring>" + escaped +
                  "</faultstring><detail /></soap:Fault>";
    return envelope_head(version) + fault + envelope_tail();
}

Result<> validate(const Service& service, const Operation& operation, const Element& in) {
    return validate_members(service, operation.in, in);
}

}  // namespace busy24::simulator
