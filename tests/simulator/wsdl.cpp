// Document/literal wrapped, one namespace, bound to SOAP 1.1 and 1.2 (contract 1).
#include "tests/simulator/wsdl.hpp"

#include <set>

#include "tests/simulator/xml.hpp"

namespace busy24::simulator {

namespace {

bool is_simple(std::string_view type) {
    static const std::set<std::string_view> simple{
        "int", "long", "short", "decimal", "double", "string", "dateTime", "boolean", "anyType"};
    return simple.contains(type);
}

std::string type_name(const std::string& type) {
    if (type == "guid") return "s1:guid";
    return (is_simple(type) ? "s:" : "tns:") + type;
}

std::string element_of(const Member& member) {
    auto text = "<s:element minOccurs=\"" + std::string(member.is_required ? "1" : "0") +
                "\" maxOccurs=\"1\"";
    if (member.default_text && !member.is_required)
        text += " default=\"" + escape_xml(*member.default_text) + "\"";
    text += " name=\"" + member.name + "\"";
    if (member.is_nillable) text += " nillable=\"true\"";
    return text + " type=\"" + type_name(member.type) + "\" />";
}

std::string sequence_of(const std::vector<Member>& members) {
    std::string text = "<s:sequence>";
    for (const auto& member : members) text += element_of(member);
    return text + "</s:sequence>";
}

std::string wrapper_elements(const Operation& operation) {
    std::vector<Member> out;
    if (operation.out) out.push_back(*operation.out);
    const auto element = [](const std::string& name, const std::vector<Member>& members) {
        return "<s:element name=\"" + name + "\"><s:complexType>" + sequence_of(members) +
               "</s:complexType></s:element>";
    };
    return element(operation.name, operation.in) + element(operation.name + "Response", out);
}

std::string types_of(const Service& service) {
    std::string text;
    for (const auto& [name, members] : service.types)
        text += "<s:complexType name=\"" + name + "\">" + sequence_of(members) + "</s:complexType>";
    for (const auto& [name, list] : service.lists)
        text += "<s:complexType name=\"" + name +
                "\"><s:sequence><s:element minOccurs=\"0\" maxOccurs=\"unbounded\" name=\"" +
                list.item + "\"" + (list.is_nillable ? " nillable=\"true\"" : "") + " type=\"" +
                type_name(list.type) + "\" /></s:sequence></s:complexType>";
    for (const auto& [name, words] : service.enums) {
        text += "<s:simpleType name=\"" + name + "\"><s:restriction base=\"s:string\">";
        for (const auto& word : words) text += "<s:enumeration value=\"" + word + "\" />";
        text += "</s:restriction></s:simpleType>";
    }
    return text;
}

std::string schemas(const Service& service) {
    std::string elements;
    for (const auto& name : service.order)
        elements += wrapper_elements(service.operations.at(name));
    const std::string guid_space = "http://microsoft.com/wsdl/types/";
    return "<wsdl:types><s:schema elementFormDefault=\"qualified\" targetNamespace=\"" +
           std::string(soap_namespace) + "\"><s:import namespace=\"" + guid_space + "\" />" +
           elements + types_of(service) +
           "</s:schema><s:schema elementFormDefault=\"qualified\" targetNamespace=\"" + guid_space +
           "\"><s:simpleType name=\"guid\"><s:restriction base=\"s:string\"><s:pattern "
           "value=\"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\" "
           "/></s:restriction></s:simpleType></s:schema></wsdl:types>";
}

std::string messages_and_port(const Service& service) {
    std::string messages;
    std::string port = "<wsdl:portType name=\"" + service.name + "Soap\">";
    for (const auto& name : service.order) {
        messages += "<wsdl:message name=\"" + name +
                    "SoapIn\"><wsdl:part name=\"parameters\" element=\"tns:" + name +
                    "\" /></wsdl:message><wsdl:message name=\"" + name +
                    "SoapOut\"><wsdl:part name=\"parameters\" element=\"tns:" + name +
                    "Response\" /></wsdl:message>";
        port += "<wsdl:operation name=\"" + name + "\"><wsdl:input message=\"tns:" + name +
                "SoapIn\" /><wsdl:output message=\"tns:" + name + "SoapOut\" /></wsdl:operation>";
    }
    return messages + port + "</wsdl:portType>";
}

std::string binding(const Service& service, const std::string& prefix, const std::string& suffix) {
    std::string text = "<wsdl:binding name=\"" + service.name + suffix +
                       "\" type=\"tns:" + service.name + "Soap\"><" + prefix +
                       ":binding transport=\"http://schemas.xmlsoap.org/soap/http\" />";
    for (const auto& name : service.order)
        text += "<wsdl:operation name=\"" + name + "\"><" + prefix + ":operation soapAction=\"" +
                std::string(soap_namespace) + "/" + name + "\" style=\"document\" /><wsdl:input><" +
                prefix + ":body use=\"literal\" /></wsdl:input><wsdl:output><" + prefix +
                ":body use=\"literal\" /></wsdl:output></wsdl:operation>";
    return text + "</wsdl:binding>";
}

std::string port(const Service& service, const std::string& prefix, const std::string& suffix,
                 const std::string& address) {
    return "<wsdl:port name=\"" + service.name + suffix + "\" binding=\"tns:" + service.name +
           suffix + "\"><" + prefix + ":address location=\"" + escape_xml(address) +
           "\" /></wsdl:port>";
}

}  // namespace

std::string write_wsdl(const Service& service, const std::string& address) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><wsdl:definitions "
           "xmlns:soap=\"http://schemas.xmlsoap.org/wsdl/soap/\" "
           "xmlns:soap12=\"http://schemas.xmlsoap.org/wsdl/soap12/\" "
           "xmlns:s=\"http://www.w3.org/2001/XMLSchema\" "
           "xmlns:s1=\"http://microsoft.com/wsdl/types/\" "
           "xmlns:wsdl=\"http://schemas.xmlsoap.org/wsdl/\" xmlns:tns=\"" +
           std::string(soap_namespace) + "\" targetNamespace=\"" + std::string(soap_namespace) +
           "\">" + schemas(service) + messages_and_port(service) +
           binding(service, "soap", "Soap") + binding(service, "soap12", "Soap12") +
           "<wsdl:service name=\"" + service.name + "\">" + port(service, "soap", "Soap", address) +
           port(service, "soap12", "Soap12", address) + "</wsdl:service></wsdl:definitions>";
}

}  // namespace busy24::simulator
