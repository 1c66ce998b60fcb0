// The control port and the command line.
#include "tests/simulator/control.hpp"
#include "tests/simulator/arguments.hpp"
#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

namespace {

struct ControlledStage : SignedInStage {
    ControlledStage() : control(simulator) { REQUIRE(control.start(0)); }

    // The status and the JSON of a command.
    std::pair<int, std::string> command(const std::string& path) {
        httplib::Client http("127.0.0.1", control.port());
        const auto answer = http.Post(path);
        REQUIRE(answer);
        return {answer->status, answer->body};
    }
    std::string requests() {
        httplib::Client http("127.0.0.1", control.port());
        return http.Get("/requests")->body;
    }

    ControlPort control;
};

std::string complaint(std::vector<std::string> words) {
    const auto arguments = read_arguments(words);
    return arguments ? std::string() : arguments.error().detail;
}

}  // namespace

TEST_CASE_FIXTURE(ControlledStage, "faults are switched over the control port") {
    CHECK(command("/fault?set=http-500,times=1").first == 200);
    CHECK(client.call("project", "GetProjectRoles").status == 500);
    CHECK(client.call("project", "GetProjectRoles").status == 200);
    CHECK(command("/fault?set=nonsense").first == 400);
    command("/fault?set=429");
    CHECK(command("/clear?fault=429").first == 200);
    CHECK(client.call("project", "GetProjectRoles").status == 200);
    CHECK(command("/expire-sessions").first == 200);
    CHECK(client.call("project", "GetProjectRoles").status == 500);
}

TEST_CASE_FIXTURE(ControlledStage, "records are edited over the control port") {
    now_ms += 60'000;
    CHECK(command("/edit?kind=project&what=rename&id=1001&name=Kai%20%26%20bru").first == 200);
    CHECK(command("/edit?kind=project&what=deactivate&id=1002").first == 200);
    CHECK(command("/edit?kind=project&what=add&name=Nytt").second.find("\"id\":1151") !=
          std::string::npos);
    const auto changed = client.call("project", "GetProjectList",
                                     "<Ps><ChangedAfter>2026-06-05T11:00:00Z</ChangedAfter></Ps>");
    CHECK(changed.result.children.size() == 2);
    CHECK(changed.item("Name", "Kai & bru"));
    CHECK(command("/edit?kind=customer&what=deactivate&id=10001").first == 200);
    CHECK(command("/edit?kind=work-type&what=rename&id=300&name=Boring").first == 200);
    CHECK(client.call("time", "GetWorkTypeList").item("Name", "Boring"));
    CHECK(command("/edit?kind=person&what=rename&id=7001&name=Ingrid%20Haug").first == 200);
    CHECK(client.call("person", "GetPersons").item("LastName", "Haug"));
    CHECK(command("/edit?kind=project&what=remove&id=1003").first == 200);
    CHECK(client.call("project", "GetProjectList").item("Id", "1003") == nullptr);
    CHECK(command("/edit?kind=project&what=rename&id=9").first == 400);
    CHECK(command("/edit?kind=project&what=paint&id=1001").first == 400);
    CHECK(command("/edit?kind=boat&what=touch&id=1001").first == 400);
}

TEST_CASE_FIXTURE(ControlledStage, "calls are counted per operation, and from 0 again") {
    client.call("project", "GetProjectRoles");
    client.call("project", "GetProjectRoles");
    CHECK(requests() == "{\"GetProjectRoles\":2,\"Login\":1}");
    CHECK(simulator.calls() == 3);
    command("/reset-requests");
    CHECK(requests() == "{}");
}

TEST_CASE_FIXTURE(ControlledStage, "logins are blocked, and the whole is taken down and up") {
    const std::string user(demo::api_user);
    CHECK(command("/login?what=block-identity&username=" + user).first == 200);
    CHECK(client.log_in(demo::api_user, demo::api_user_password).status == 500);
    CHECK(command("/login?what=unblock-identity&username=" + user).first == 200);
    CHECK(client.log_in(demo::api_user, demo::api_user_password).status == 200);
    CHECK(command("/login?what=block-identity&username=nobody").first == 400);
    CHECK(command("/down").first == 200);
    CHECK(client.call("project", "GetProjectRoles").status == 0);
    CHECK(command("/up").first == 200);
    CHECK(client.call("project", "GetProjectRoles").status == 200);
}

TEST_CASE("a wrong argument is one sentence that names it, what it got and what it expects") {
    CHECK(complaint({"--port", "70000"}) ==
          "--port got \"70000\", but expects a whole number from 0 to 65535.");
    CHECK(complaint({"--projects=many"}).starts_with("--projects got \"many\", but expects"));
    CHECK(complaint({"--seed"}) == "--seed expects a value after it.");
    CHECK(complaint({"--colour", "red"}) == "\"--colour\" is not known; --help lists what is.");
    CHECK(complaint({"--colour"}) == "\"--colour\" is not known; --help lists what is.");
    CHECK(complaint({"--fault", "earthquake"}).find("earthquake") != std::string::npos);
    CHECK(complaint({"--fault", "latency=5,times=x"}).find("times got \"x\"") != std::string::npos);
    CHECK(complaint({"--fault", "http-500,probability=2"}).find("from 0 to 1") !=
          std::string::npos);
    CHECK(complaint({"--port", "0", "--projects", "100000", "--fault", "latency=5"}).empty());
    CHECK(complaint({"--requests-per-second=-1"}).starts_with("--requests-per-second got \"-1\""));
    CHECK(read_arguments({"--requests-per-second", "0"})
              .value()
              .simulator.limits.requests_per_second == 0);
}

TEST_CASE("the help names every switch and every login") {
    const auto text = help_text();
    for (const auto& kind : fault_kinds()) CHECK(text.find(kind.name) != std::string::npos);
    for (const auto login : {demo::manager, demo::employee, demo::accountant, demo::blocked,
                             demo::api_user, demo::api_user_of_all, demo::limited_user})
        CHECK(text.find(login) != std::string::npos);
}
