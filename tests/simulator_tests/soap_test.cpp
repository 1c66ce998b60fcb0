// What the serialiser of the real service accepts, refuses and ignores, in both versions of SOAP.
#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

namespace {

std::string envelope(const char* space, const std::string& body) {
    return "<s:Envelope xmlns:s=\"" + std::string(space) + "\"><s:Body>" + body +
           "</s:Body></s:Envelope>";
}

constexpr const char* space_1_1 = "http://schemas.xmlsoap.org/soap/envelope/";
constexpr const char* space_1_2 = "http://www.w3.org/2003/05/soap-envelope";
const std::string has_session = "<HasSession xmlns=\"http://24sevenOffice.com/webservices\"/>";
const httplib::Headers action{{"SOAPAction", "http://24sevenOffice.com/webservices/HasSession"}};

}  // namespace

TEST_CASE("SOAP 1.2 is answered in SOAP 1.2, faults too") {
    Stage stage;
    SoapClient client(stage.simulator);
    const auto reply = client.send("authenticate", envelope(space_1_2, has_session),
                                   "application/soap+xml; charset=utf-8", {}, "HasSession");
    CHECK(reply.status == 200);
    CHECK(reply.result.text == "false");
    CHECK(reply.header("Content-Type").starts_with("application/soap+xml"));
    CHECK(reply.says(space_1_2));
    const auto fault = client.send(
        "authenticate",
        envelope(space_1_2, "<GetIdentity xmlns=\"http://24sevenOffice.com/webservices\"/>"),
        "application/soap+xml", {}, "GetIdentity");
    CHECK(fault.status == 500);
    CHECK(fault.says("<soap:Value>soap:Receiver</soap:Value>"));
}

TEST_CASE("SOAP 1.1 needs its SOAPAction, quoted or not, and one of the two content types") {
    Stage stage;
    SoapClient client(stage.simulator);
    const auto text = envelope(space_1_1, has_session);
    CHECK(client.send("authenticate", text, "text/xml", action, "HasSession").status == 200);
    const auto without = client.send("authenticate", text, "text/xml", {}, "HasSession");
    CHECK(without.status == 500);
    CHECK(without.says("Please supply a valid soap action"));
    CHECK(without.says("soap:Client"));
    CHECK(client.send("authenticate", text, "application/json", action, "HasSession").status ==
          415);
    CHECK(client.send("project", text, "text/xml", action, "HasSession").says("did not recognize"));
}

TEST_CASE("a text that is no envelope is a client's fault, and a DOCTYPE is not read") {
    Stage stage;
    SoapClient client(stage.simulator);
    for (const std::string& text :
         {std::string(), std::string("hei"), std::string("<a/>"), std::string("<a><b></a>"),
          "<!DOCTYPE a []>" + envelope(space_1_1, has_session), envelope(space_1_1, ""),
          envelope(space_1_2, has_session)}) {
        const auto reply = client.send("authenticate", text, "text/xml", action, "HasSession");
        CHECK(reply.status == 500);
        CHECK(reply.says("unable to read request"));
    }
}

TEST_CASE("bad numbers, words, dates and guids are 'Instance validation error' faults") {
    SignedInStage stage;
    const std::pair<const char*, const char*> bad[] = {
        {"GetProjectList", "<Ps><CustomerId>ti</CustomerId></Ps>"},
        {"GetProjectList", "<Ps><CustomerId/></Ps>"},
        {"GetProjectList", "<Ps><ChangedAfter>i går</ChangedAfter></Ps>"},
        {"GetProjectList", "<Ps><MyProjects>True</MyProjects></Ps>"},
        {"GetProjectList", "<Ps><ProjectIds><int>x</int></ProjectIds></Ps>"},
        {"SaveProject", "<project><NameDisplay>plain</NameDisplay></project>"},
        {"SaveProject", "<project><BudgetHour>1.5E2</BudgetHour></project>"},
        {"SaveProject", "<project><NeedApproval>true</NeedApproval></project>"},
    };
    for (const auto& [operation, body] : bad) {
        const std::string parameters(body);
        CAPTURE(parameters);
        const auto reply = stage.client.call("project", operation, parameters);
        CHECK(reply.status == 500);
        CHECK(reply.says("Instance validation error"));
    }
    CHECK(stage.client.call("authenticate", "SetIdentityById", "<identityId>1</identityId>")
              .says("Instance validation error"));
}

TEST_CASE("unknown elements, and known ones of another namespace, are ignored") {
    SignedInStage stage;
    const auto reply = stage.client.call(
        "project", "GetProjectList",
        "<Ps><CustomerID>10001</CustomerID><CustomerId xmlns=\"urn:x\">10001</CustomerId></Ps>");
    CHECK(reply.result.children.size() == 129);
}

TEST_CASE("an element that is nil is no value") {
    SignedInStage stage;
    CHECK(stage.client.call("project", "GetProjectList", "<Ps><CustomerId xsi:nil=\"true\"/></Ps>")
              .result.children.size() == 129);
}
