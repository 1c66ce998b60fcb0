// Customers and persons.
#include <set>

#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

namespace {

Reply sync_page(SoapClient& client, const std::string& members) {
    return client.call("company", "GetCompanySyncList",
                       "<syncSearchParameters>" + members + "</syncSearchParameters>");
}

}  // namespace

TEST_CASE("GetCompanies wants a search parameter, and leaves the deleted ones out") {
    SignedInStage stage;
    auto& client = stage.client;
    CHECK(client.call("company", "GetCompanies")
              .says("Please specify at least one search parameter"));
    CHECK(client.call("company", "GetCompanies", "<searchParams><CompanyName/></searchParams>")
              .status == 500);
    const auto found =
        client.call("company", "GetCompanies",
                    "<searchParams><ChangedAfter>1990-01-01</ChangedAfter></searchParams>"
                    "<returnProperties><string>Name</string></returnProperties>");
    CHECK(found.result.children.size() == 57);
    CHECK(found.result.children[0].child("Id"));
    CHECK(found.result.children[0].child("Name"));
    CHECK_FALSE(found.says("<Type>"));
    const auto bad =
        client.call("company", "GetCompanies",
                    "<searchParams><CompanyId>10001</CompanyId></searchParams>"
                    "<returnProperties><string>APIException</string></returnProperties>");
    CHECK(bad.says("ParameterNotFoundException"));
}

TEST_CASE("companies are found by ids, by a pattern and by number, and kinds differ") {
    SignedInStage stage;
    const auto count = [&](const std::string& search) {
        return stage.client
            .call("company", "GetCompanies", "<searchParams>" + search + "</searchParams>")
            .result.children.size();
    };
    CHECK(count("<CompanyIds><int>10000</int><int>10001</int><int>10011</int></CompanyIds>") == 2);
    CHECK(count("<CompanyName>smør%&lt;UTE&gt;%</CompanyName>") == 1);
    const auto all =
        stage.client.call("company", "GetCompanies",
                          "<searchParams><ChangedAfter>1990-01-01</ChangedAfter></searchParams>");
    for (const auto* type : {"Business", "Consumer", "Supplier", "Lead"})
        CHECK(all.says("<Type>" + std::string(type) + "</Type>"));
    CHECK(all.says("<Post xsi:nil=\"true\" />"));
}

TEST_CASE("the sync list pages by 1000 and has the deleted ones") {
    SimulatorOptions options;
    options.data.companies = 2'345;
    SignedInStage stage(options);
    const auto last = sync_page(stage.client, "<Page>3</Page><Active xsi:nil=\"true\"/>").result;
    CHECK(last.text_of("TotalItems") == "2345");
    CHECK(last.text_of("TotalPages") == "3");
    CHECK(last.text_of("ItemsPerPage") == "1000");
    CHECK(last.child("Items")->children.size() == 345);
    const auto first = sync_page(stage.client, "").result;
    CHECK(first.text_of("CurrentPage") == "1");
    CHECK(first.child("Items")->children.size() == 1000);
    const auto deleted = sync_page(stage.client, "<Active>false</Active>").result;
    CHECK(deleted.text_of("TotalItems") == "117");
    CHECK(sync_page(stage.client, "<Page>4</Page>").result.child("Items")->children.empty());
}

TEST_CASE("SaveCompanies answers 200 with an exception for the one that failed") {
    SignedInStage stage;
    const auto reply = stage.client.call(
        "company", "SaveCompanies",
        "<companies><Company><Name>Uten type</Name></Company>"
        "<Company><Name>Ny kunde AS</Name><Type>Business</Type></Company>"
        "<Company><Id>10001</Id><Name>Nytt navn</Name></Company>"
        "<Company><Id>77777</Id><Name>X</Name><Type>Business</Type></Company>"
        "<Company><Name>" +
            std::string(201, 'a') + "</Name><Type>Business</Type></Company></companies>");
    CHECK(reply.status == 200);
    REQUIRE(reply.result.children.size() == 5);
    const auto exception = [&](std::size_t i) {
        return reply.result.children[i].child("APIException");
    };
    CHECK(exception(0)->text_of("Message") == "Property Type is missing.");
    CHECK(exception(1) == nullptr);
    CHECK(reply.result.children[1].text_of("Id") == "10060");
    // An id that exists is overwritten.
    CHECK(exception(2) == nullptr);
    CHECK(reply.result.children[2].text_of("Name") == "Nytt navn");
    CHECK(exception(3));
    CHECK(exception(4)->text_of("Message").starts_with("SQL Server with address"));
}

TEST_CASE("a deleted company leaves GetCompanies and stays in the sync list") {
    SignedInStage stage;
    stage.client.call("company", "DeleteCompanies",
                      "<companies><Company><Id>10003</Id></Company></companies>");
    CHECK(stage.client
              .call("company", "GetCompanies",
                    "<searchParams><CompanyId>10003</CompanyId></searchParams>")
              .result.children.empty());
    CHECK(sync_page(stage.client, "<Active>false</Active>").result.text_of("TotalItems") == "4");
}

TEST_CASE("persons are found by one word, never by two, and some are employees") {
    SignedInStage stage;
    const auto find = [&](const std::string& search) {
        return stage.client
            .call("person", "GetPersons", "<personSearch>" + search + "</personSearch>")
            .result;
    };
    CHECK(find("").children.size() == 40);
    CHECK(find("<IsEmployee>True</IsEmployee>").children.size() == 36);
    CHECK(find("<IsEmployee>False</IsEmployee>").children.size() == 4);
    CHECK(find("<Name>Ingrid</Name>").children.size() == 1);
    CHECK(find("<Name>Ingrid Solheim</Name>").children.empty());
    CHECK(find("<Id>7001</Id>").children[0].text_of("FirstName") == "Ingrid");
    CHECK(find("<CustomerId>0</CustomerId><EmployeeId>0</EmployeeId><Id>0</Id>").children.size() ==
          40);
    CHECK(find("<GetRelationData>true</GetRelationData><IsEmployee>False</IsEmployee>")
              .children[0]
              .child("RelationData"));
}

TEST_CASE("GetPersonsDetailed fills in more, and some have no e-mail") {
    SignedInStage stage;
    const auto few = stage.client.call("person", "GetPersons");
    const auto more = stage.client.call("person", "GetPersonsDetailed");
    CHECK_FALSE(few.says("<HourCost>"));
    CHECK(more.says("<HourCost>"));
    CHECK(more.says("<Type>Home</Type>"));
    std::size_t without = 0;
    for (const auto& person : few.result.children) without += !person.child("EmailAddresses");
    CHECK(without >= 2);
}

TEST_CASE("a new person is a private contact and no employee") {
    SignedInStage stage;
    const auto id =
        stage.client
            .call("person", "SavePerson",
                  "<personItem><FirstName>Åse</FirstName><LastName>Ny</LastName></personItem>")
            .result.text;
    const auto found = stage.client.call("person", "GetPersons",
                                         "<personSearch><Id>" + id + "</Id></personSearch>");
    REQUIRE(found.result.children.size() == 1);
    CHECK(found.result.children[0].text_of("IsPrivate") == "true");
    CHECK(found.result.children[0].text_of("EmployeeId").empty());
}
