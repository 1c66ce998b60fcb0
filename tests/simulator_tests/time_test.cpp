// Work types, hours and costs.
#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

namespace {

std::string hour(const std::string& members) {
    return "<Hour>" + members +
           "<StartTime>2026-06-05T05:00:00Z</StartTime><StopTime>2026-06-05T13:00:00Z</StopTime>"
           "<TotalHours>7.5</TotalHours><ContactId>7002</ContactId><ProjectId>1001</ProjectId>"
           "<Description>Graving &amp; sprengning</Description></Hour>";
}

}  // namespace

TEST_CASE("work types are told apart only by asking twice") {
    SignedInStage stage;
    const auto with = [&](const std::string& active) {
        return stage.client
            .call("time", "GetWorkTypeList", "<Wts><Active>" + active + "</Active></Wts>")
            .result.children.size();
    };
    CHECK(with("True") + with("False") == 25);
    CHECK(with("False") == 2);
    CHECK(with("none") == 25);
    CHECK(with("unknown") == 25);
}

TEST_CASE(
    "a project with no work types ticked allows all of them, and Active has no effect there") {
    SignedInStage stage;
    const auto on = [&](const std::string& project) {
        return stage.client
            .call("time", "GetWorkTypeList",
                  "<Wts><Active>True</Active><ProjectId>" + project + "</ProjectId></Wts>")
            .result.children.size();
    };
    CHECK(on("1001") == 25);
    CHECK(on("1002") >= 1);
    CHECK(on("1002") <= 3);
    CHECK(on("99999") == 0);
}

TEST_CASE("a work type may have a price, a price of nothing, or no price") {
    SignedInStage stage;
    const auto list = stage.client.call("time", "GetWorkTypeList");
    CHECK(list.says("<Price>0.00</Price>"));
    CHECK(list.says("<Price>-79228162514264337593543950335</Price>"));
    CHECK(list.result.children[0].child("Price"));
    CHECK(list.says("<Invoiceable>false</Invoiceable>"));
}

TEST_CASE("an hour is saved, read back, changed and deleted") {
    SignedInStage stage;
    auto& client = stage.client;
    const auto id =
        client.call("time", "SaveHour", hour("<InternalNote>busy:1</InternalNote>")).result.text;
    REQUIRE_FALSE(id.empty());
    const auto read = [&] {
        return client
            .call("time", "GetHours", "<hs><HourIds><long>" + id + "</long></HourIds></hs>")
            .result;
    };
    REQUIRE(read().children.size() == 1);
    CHECK(read().children[0].text_of("InternalNote") == "busy:1");
    CHECK(read().children[0].text_of("Description") == "Graving & sprengning");
    CHECK(read().children[0].text_of("TotalHours") == "7.5");
    CHECK(
        client.call("time", "SaveHour", hour("<Id>" + id + "</Id><TypeOfWorkId>301</TypeOfWorkId>"))
            .result.text == id);
    CHECK(read().children[0].text_of("TypeOfWorkId") == "301");
    CHECK(read().children[0].text_of("InternalNote").empty());
    const auto gone = client.call("time", "DeleteHour", "<Hour><Id>" + id + "</Id></Hour>");
    CHECK(gone.result.text == "true");
    CHECK(read().children.empty());
}

TEST_CASE("a locked hour is neither changed nor deleted") {
    SignedInStage stage;
    const auto id = stage.client.call("time", "SaveHour", hour("")).result.text;
    REQUIRE(
        stage.simulator.apply({.kind = "hour", .what = "lock", .id = std::atoll(id.c_str())}).ok());
    CHECK(stage.client.call("time", "SaveHour", hour("<Id>" + id + "</Id>")).says("locked"));
    CHECK(stage.client.call("time", "DeleteHour", "<Hour><Id>" + id + "</Id></Hour>").result.text ==
          "false");
}

TEST_CASE("an hour of more than 255, or of somebody unknown, is refused") {
    SignedInStage stage;
    auto too_long = hour("");
    too_long.replace(too_long.find("7.5"), 3, "256");
    CHECK(stage.client.call("time", "SaveHour", too_long).says("above 255"));
    auto nobody = hour("");
    nobody.replace(nobody.find("7002"), 4, "1");
    CHECK(stage.client.call("time", "SaveHour", nobody).says("ParameterNotFoundException"));
}

TEST_CASE("hours are filtered by person, time and status, and 'any' has three spellings") {
    SignedInStage stage;
    const auto count = [&](const std::string& search) {
        return stage.client.call("time", "GetHours", "<hs>" + search + "</hs>")
            .result.children.size();
    };
    const auto all = count("");
    CHECK(all > 300);
    CHECK(count("<ContactId>-2147483648</ContactId><ProjectId>-2147483648</ProjectId>") == all);
    CHECK(count("<ContactId>0</ContactId><ProjectId>0</ProjectId>") == all);
    const auto mine = count("<ContactId>7002</ContactId>");
    CHECK(mine > 0);
    CHECK(mine < all);
    std::size_t by_status = 0;
    for (const auto* status : {"Registered", "Locked", "Approved", "Rejected"}) {
        const auto some = count("<Status>" + std::string(status) + "</Status>");
        CHECK(some > 0);
        by_status += some;
    }
    CHECK(by_status == all);
    CHECK(count("<StartTime>2026-04-20T00:00:00Z</StartTime>") < all);
}

TEST_CASE("costs are added and listed") {
    SignedInStage stage;
    const auto costs = [&] {
        return stage.client
            .call("time", "GetCosts",
                  "<costSearchParameters><ProjectId>1001</ProjectId></costSearchParameters>")
            .result.children.size();
    };
    const auto before = costs();
    const auto added = stage.client.call(
        "time", "AddCost",
        "<cost><DateRegistered xsi:nil=\"true\"/><Quantity>2.5</Quantity><InPrice>99.90</InPrice>"
        "<Description>Bom</Description><ProjectId>1001</ProjectId><ContactId>7002</ContactId></"
        "cost>");
    CHECK(added.status == 200);
    CHECK(costs() == before + 1);
}

TEST_CASE("a project's data comes in one call") {
    SignedInStage stage;
    const auto data =
        stage.client.call("time", "GetProjectData", "<Pds><ProjectId>1007</ProjectId></Pds>")
            .result;
    CHECK(data.child("Project")->text_of("Id") == "1007");
    CHECK_FALSE(data.child("WorkTypes")->children.empty());
    CHECK_FALSE(data.child("Tasks")->children.empty());
    // What ProjectService alone has is not in this service's older form.
    CHECK(data.child("Project")->child("DateRegistered") == nullptr);
}
