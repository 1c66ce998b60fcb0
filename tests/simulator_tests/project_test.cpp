// Projects: filters, what is never true, and saving.
#include <set>

#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

namespace {

const std::string everything = "<ChangedAfter>2000-01-01T00:00:00Z</ChangedAfter>";

std::string saved(const std::string& members) {
    return "<project>" + members +
           "<NameDisplay>Plain</NameDisplay><TimeReg>WorkType</TimeReg></project>";
}

}  // namespace

TEST_CASE("active and deactivated projects come from two calls, and Enabled is never true") {
    SignedInStage stage;
    const auto active =
        stage.client.call("project", "GetProjectList", "<Ps>" + everything + "</Ps>");
    const auto closed =
        stage.client.call("project", "GetDeactivatedProjects", "<ps>" + everything + "</ps>");
    CHECK(active.result.children.size() + closed.result.children.size() == 150);
    CHECK(closed.result.children.size() == 21);
    CHECK_FALSE(active.says("<Enabled>true"));
    CHECK(stage.client.call("project", "GetProjectNameList").result.children.size() ==
          active.result.children.size());
    CHECK(stage.client.call("project", "GetDeactivatedProjectNameList").result.children.size() ==
          21);
}

TEST_CASE("the parameter of the wrong case is no parameter, and filters nothing") {
    SignedInStage stage;
    const std::string filter = "<CustomerId>10001</CustomerId>";
    const auto right = stage.client.call("project", "GetProjectList", "<Ps>" + filter + "</Ps>");
    const auto wrong = stage.client.call("project", "GetProjectList", "<ps>" + filter + "</ps>");
    CHECK(right.result.children.size() < 10);
    CHECK(wrong.result.children.size() == 129);
    const auto other =
        stage.client.call("project", "GetDeactivatedProjects", "<Ps>" + filter + "</Ps>");
    CHECK(other.result.children.size() == 21);
}

TEST_CASE("ChangedAfter disregards seconds") {
    SignedInStage stage;
    stage.now_ms = noon_ms + 30'000;
    REQUIRE(stage.simulator.apply({.kind = "project", .what = "touch", .id = 1'010}).ok());
    const auto found = [&](const char* after) {
        return stage.client
            .call("project", "GetProjectList",
                  "<Ps><ChangedAfter>" + std::string(after) + "</ChangedAfter></Ps>")
            .result.children.size();
    };
    CHECK(found("2026-06-05T10:59:59Z") == 1);
    CHECK(found("2026-06-05T11:00:10Z") == 0);
    CHECK(found("2026-06-05T12:59:59+02:00") == 1);
    CHECK(found("2026-06-05") == 1);
}

TEST_CASE("only one filter at a time is honoured, and deactivated ones have no free text") {
    SignedInStage stage;
    const auto both = stage.client.call("project", "GetProjectsDetailed",
                                        "<Ps><ProjectIds><int>1001</int><int>1002</int></"
                                        "ProjectIds><CustomerId>1</CustomerId></Ps>");
    CHECK(both.result.children.size() == 2);
    const auto text =
        stage.client.call("project", "GetProjectList", "<Ps><Search>VEDLIKEHOLD</Search></Ps>");
    CHECK(text.result.children.size() >= 3);
    CHECK(text.result.children.size() < 129);
    CHECK(stage.client
              .call("project", "GetDeactivatedProjects", "<ps><Search>finnes ikke</Search></ps>")
              .result.children.size() == 21);
}

TEST_CASE("names keep every sign, repeat under other customers and reach 250 characters") {
    SignedInStage stage;
    const auto list = stage.client.call("project", "GetProjectList", "<Ps/>");
    CHECK(list.item("Name", "\"Blåbær\" <fase 2> & 'tilvalg'"));
    std::set<std::string> customers;
    std::size_t longest = 0;
    for (const auto& project : list.result.children) {
        const auto name = project.text_of("Name");
        if (name == "Drift & vedlikehold") customers.insert(project.text_of("CustomerId"));
        longest = std::max(
            longest, static_cast<std::size_t>(std::count_if(
                         name.begin(), name.end(), [](char c) { return (c & 0xC0) != 0x80; })));
    }
    CHECK(customers.size() >= 3);
    CHECK(longest == 250);
    CHECK(list.says("<TimeReg>Task</TimeReg>"));
    CHECK(list.says("<TimeReg>WorkType</TimeReg>"));
}

TEST_CASE("what has no value is absent, nil or its sentinel, and dates are spelled in three ways") {
    SignedInStage stage;
    const auto list = stage.client.call("project", "GetProjectsDetailed", "<Ps/>");
    CHECK(list.says("<CustomerId>-2147483648</CustomerId>"));
    CHECK(list.says("<DepartmentId xsi:nil=\"true\" />"));
    CHECK(list.says("0001-01-01T00:00:00"));
    std::set<std::string> endings;
    std::set<bool> quick_listed;
    for (const auto& project : list.result.children) {
        const auto date = project.text_of("DateChanged");
        endings.insert(date.substr(std::min<std::size_t>(19, date.size())));
        quick_listed.insert(project.child("QuickListed") != nullptr);
    }
    CHECK(endings.size() >= 3);
    CHECK(quick_listed.size() == 2);
}

TEST_CASE("SaveProject makes a new one without an id, and updates an existing id silently") {
    SignedInStage stage;
    const auto fresh = stage.client.call("project", "SaveProject", saved("<Name>Ny brygge</Name>"));
    CHECK(fresh.result.text == "1151");
    stage.client.call("project", "SaveProject",
                      saved("<Id>1151</Id><Name>Ny bru &amp; kai</Name>"));
    const auto one =
        stage.client.call("project", "GetSingleProject", "<projectId>1151</projectId>").result;
    CHECK(one.text_of("Name") == "Ny bru & kai");
    CHECK(one.text_of("DateRegistered").starts_with("2026-06-05T11:00:00"));
    CHECK(stage.client.call("project", "SaveProject", saved("")).status == 500);
    CHECK(stage.client
              .call("project", "SaveProject", saved("<Name>X</Name><CustomerId>1</CustomerId>"))
              .says("ParameterNotFoundException"));
    CHECK(stage.client.call("project", "GetSingleProject", "<projectId>9</projectId>")
              .result.children.empty());
}

TEST_CASE("participants have roles, and states that agree with their names") {
    SignedInStage stage;
    const auto list = stage.client.call(
        "project", "GetProjectParticipants",
        "<ProjectIds><int>1005</int><int>1010</int></ProjectIds><ChangedAfter xsi:nil=\"true\"/>");
    REQUIRE(list.result.children.size() == 2);
    const auto* people = list.result.children[0].child("Participants");
    REQUIRE(people);
    REQUIRE_FALSE(people->children.empty());
    CHECK(people->children[0].text_of("State") == "3");
    CHECK(people->children[0].text_of("StateName") == "ProjectInitiater");
    CHECK(people->children[0].child("Role")->text_of("Name") == "Prosjektleder");
    CHECK_FALSE(people->children[0].text_of("Name").empty());
}

TEST_CASE("tasks are listed and saved") {
    SignedInStage stage;
    const auto tasks =
        stage.client.call("project", "GetProjectTasks", "<projectId>1007</projectId>").result;
    REQUIRE_FALSE(tasks.children.empty());
    const auto saved_task = stage.client.call(
        "project", "SaveProjectTask",
        "<task><Name>Sluttkontroll</Name><DateStart>2026-06-01</DateStart><DateStop>2026-06-02"
        "</DateStop><Project>1007</Project></task>");
    CHECK_FALSE(saved_task.result.text.empty());
    CHECK(stage.client.call("project", "GetProjectTasks", "<projectId>1007</projectId>")
              .result.children.size() == tasks.children.size() + 1);
}
