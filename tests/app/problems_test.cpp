// What 24SevenOffice did not take: tried again one by one, by reason or all, let be, and as a
// table.
#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct Refused : MirrorHarness {
    Refused() {
        const auto list = browser.call<api::ListRecords>({{"limit", 3}}).reply;
        for (const auto& record : list.records) {
            ids.push_back(record.id);
            numbers.push_back(std::stoll(record.number));
        }
        REQUIRE(ids.size() == 3);
        refuse("Access denied", {0, 1});
        refuse("DepartmentIsRequired", {2});
        REQUIRE(problems().size() == 3);
        erp.clear_faults();
    }
    void refuse(const std::string& text, const std::vector<std::size_t>& which) {
        erp.clear_faults();
        REQUIRE(erp.set_fault("fault=" + text + ",operation=SaveProject").ok());
        for (const auto i : which) rename_to(i, "Avvist " + std::to_string(i));
        let_it_run();
    }
    void rename_to(std::size_t i, const std::string& name) {
        rename(browser.call<api::GetRecord>({{"entity", "project"}, {"id", ids[i]}}).reply, name);
    }
    std::vector<api::SendProblem> problems() {
        return browser.call<api::GetMirror>().reply.problems;
    }
    std::string name_there(std::size_t i) {
        std::string name;
        erp.edit([&](simulator::World& world) {
            name = world.data.tenants.front().project(numbers[i])->name;
        });
        return name;
    }
    int decide(const json& call) {
        const auto status = browser.call<api::DecideProblem>(call).status;
        work();
        return status;
    }
    std::string id_of(std::size_t i) {
        for (const auto& problem : problems())
            if (problem.record_id == ids[i]) return problem.id;
        FAIL("no problem");
        return {};
    }
    std::int64_t attention() { return browser.call<api::GetAttention>().reply.count; }

    std::vector<std::string> ids;
    std::vector<std::int64_t> numbers;
};

}  // namespace

TEST_CASE_FIXTURE(Refused, "those with one reason are tried again together, and the others wait") {
    CHECK(attention() == 3);
    REQUIRE(decide({{"reason", "no_right"}}) == 200);
    const auto left = problems();
    REQUIRE(left.size() == 1);
    CHECK(left[0].reason == "department_required");
    CHECK(name_there(0) == "Avvist 0");
    CHECK(name_there(1) == "Avvist 1");
    CHECK(name_there(2) != "Avvist 2");
    CHECK(attention() == 1);
}

TEST_CASE_FIXTURE(Refused, "all are tried again at once") {
    REQUIRE(decide(json::object()) == 200);
    CHECK(problems().empty());
    for (const std::size_t i : {0U, 1U, 2U}) CHECK(name_there(i) == "Avvist " + std::to_string(i));
    // With none left there is nothing to do, and nothing wrong with asking.
    CHECK(decide(json::object()) == 200);
}

TEST_CASE_FIXTURE(Refused, "what is refused once more waits once more") {
    REQUIRE(erp.set_fault("fault=Access denied,operation=SaveProject").ok());
    REQUIRE(decide({{"reason", "department_required"}}) == 200);
    CHECK(problems().size() == 3);
    for (const auto& problem : problems()) CHECK(problem.reason == "no_right");
}

TEST_CASE_FIXTURE(Refused, "one is let be for a reason that is kept, until its record changes") {
    const std::string note = "Slås sammen med Ørland neste uke";
    REQUIRE(decide({{"id", id_of(0)}, {"isIgnored", true}, {"note", note}}) == 200);
    CHECK(attention() == 2);
    const auto events = explain(ids[0]).events;
    const auto told = std::find_if(events.begin(), events.end(),
                                   [](const auto& event) { return event.rule == "ignored"; });
    REQUIRE(told != events.end());
    CHECK(told->member == "no_right");
    CHECK(told->after == note);

    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    work();
    CHECK(name_there(0) != "Avvist 0");
    CHECK(attention() == 2);

    rename_to(0, "Et nytt navn");
    let_it_run();
    CHECK(name_there(0) == "Et nytt navn");
}

TEST_CASE_FIXTURE(Refused, "a group is let be together, and trying all again leaves it alone") {
    REQUIRE(decide({{"reason", "no_right"}, {"isIgnored", true}, {"note", "Gjelder ikke oss"}}) ==
            200);
    CHECK(attention() == 1);
    for (const std::size_t i : {0U, 1U}) CHECK(explain(ids[i]).events.front().rule == "ignored");
    REQUIRE(decide(json::object()) == 200);
    CHECK(problems().empty());
    CHECK(name_there(0) != "Avvist 0");
    CHECK(name_there(2) == "Avvist 2");
}

TEST_CASE_FIXTURE(Refused,
                  "a problem that there is not, and a note that is too long, are refused") {
    CHECK(decide({{"id", "finnes-ikke"}}) == 404);
    CHECK(decide({{"isIgnored", true}, {"note", std::string(201, 'x')}}) == 422);
    CHECK(problems().size() == 3);
    // Nothing has this reason, and so nothing happens.
    CHECK(decide({{"reason", "refused_value"}}) == 200);
    CHECK(problems().size() == 3);
}

TEST_CASE_FIXTURE(Refused, "problems are a table that a spreadsheet takes for text") {
    refuse("Access denied", {});
    rename_to(0, "=SUM(A1); \"Sæterøya\"");
    let_it_run();
    const auto table = browser.call<api::ExportProblems>().reply.text;
    CHECK(
        table.starts_with("\xEF\xBB\xBF"
                          "direction;entity;record;number;label;reason;attempts;since\r\n"));
    CHECK(table.ends_with("\r\n"));
    CHECK(std::count(table.begin(), table.end(), '\n') == 4);
    CHECK(table.find("to_erp;project;" + ids[0] + ";" + std::to_string(numbers[0]) +
                     ";\"'=SUM(A1); \"\"Sæterøya\"\"\";no_right;1;20") != std::string::npos);
    CHECK(table.find(";Avvist 2;department_required;1;20") != std::string::npos);
}

TEST_CASE_FIXTURE(Refused, "runs are a table with a line for each kind, the newest first") {
    const auto table = browser.call<api::ExportRuns>().reply.text;
    CHECK(
        table.starts_with("\xEF\xBB\xBFrun;started_at;finished_at;started_by;scope;failure;entity;"
                          "created;changed;unchanged;skipped;failed\r\n"));
    // Three runs of four kinds.
    CHECK(std::count(table.begin(), table.end(), '\n') == 1 + 3 * 4);
    CHECK(table.find(";;changes;;project;0;0;0;0;1\r\n") <
          table.find(";;changes;;project;0;0;0;0;2\r\n"));
    CHECK(table.find(";Ingrid Solheim;full;;project;") != std::string::npos);
}
