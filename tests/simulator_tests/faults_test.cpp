// What can be made to go wrong, as a client sees it.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

namespace {

Reply projects(SoapClient& client) { return client.call("project", "GetProjectList", "<Ps/>"); }

}  // namespace

TEST_CASE("a switch hits the next requests, one operation, after some, or by chance") {
    SignedInStage stage;
    auto& simulator = stage.simulator;
    REQUIRE(simulator.set_fault("http-500,operation=GetProjectList,after=1,times=2").ok());
    CHECK(projects(stage.client).status == 200);
    CHECK(stage.client.call("project", "GetProjectRoles").status == 200);
    CHECK(projects(stage.client).status == 500);
    CHECK(projects(stage.client).says("<html>"));
    CHECK(projects(stage.client).status == 200);

    REQUIRE(simulator.set_fault("429=7,probability=0.5").ok());
    int hits = 0;
    for (int i = 0; i < 60; ++i) hits += projects(stage.client).status == 429;
    CHECK(hits > 10);
    CHECK(hits < 50);
    simulator.clear_faults();
    CHECK(projects(stage.client).status == 200);
}

TEST_CASE("a fault of any text arrives as the last part of the chain") {
    SignedInStage stage;
    REQUIRE(stage.simulator.set_fault("fault=SQL, <deadlock> & more,times=1").ok());
    const auto reply = projects(stage.client);
    CHECK(reply.status == 500);
    CHECK(reply.says(" ---&gt; SQL, &lt;deadlock&gt; &amp; more</faultstring>"));
    REQUIRE(stage.simulator.set_fault("quarantine,times=1").ok());
    CHECK(projects(stage.client).says("Quarantine ends at 2026-06-05T12:00:00Z"));
}

TEST_CASE("a reset connection gives no answer, and nothing was done") {
    SignedInStage stage;
    REQUIRE(stage.simulator.set_fault("reset,times=1").ok());
    CHECK(projects(stage.client).status == 0);
    CHECK(stage.simulator.calls("GetProjectList") == 0);
    CHECK(projects(stage.client).status == 200);
}

TEST_CASE("a time-out after the write gives no answer, and it was done") {
    SignedInStage stage;
    const std::string project =
        "<project><Name>Bare én gang</Name><NameDisplay>Plain</NameDisplay>"
        "<TimeReg>WorkType</TimeReg></project>";
    REQUIRE(stage.simulator.set_fault("timeout-after-write=30,operation=SaveProject,times=1").ok());
    CHECK(stage.client.call("project", "SaveProject", project).status == 0);
    const auto found =
        stage.client.call("project", "GetProjectList", "<Ps><Search>Bare én gang</Search></Ps>");
    CHECK(found.result.children.size() == 1);
}

TEST_CASE("an answer can be no XML in six ways") {
    SignedInStage stage;
    for (const auto* kind : {"cut", "tag", "doctype", "utf8", "html", "empty"}) {
        CAPTURE(kind);
        REQUIRE(stage.simulator.set_fault("malformed=" + std::string(kind) + ",times=1").ok());
        const auto reply = projects(stage.client);
        CHECK(reply.status == 200);
        CHECK_FALSE(parse_xml(reply.body).has_value());
    }
    CHECK(parse_xml(projects(stage.client).body).has_value());
}

TEST_CASE("a truncated answer breaks off, whether it is short or long") {
    SimulatorOptions options;
    options.data.projects = 2'000;
    SignedInStage stage(options);
    REQUIRE(stage.simulator.set_fault("truncated,times=2").ok());
    CHECK(projects(stage.client).status == 0);
    CHECK(stage.client.call("project", "GetProjectRoles").status == 0);
    CHECK(projects(stage.client).result.children.size() > 1'500);
}

TEST_CASE("an answer can drip, and can be huge, and is right all the same") {
    SignedInStage stage;
    REQUIRE(stage.simulator.set_fault("slow-drip=1,times=1").ok());
    CHECK(stage.client.call("project", "GetProjectRoles").result.children.size() == 4);
    REQUIRE(stage.simulator.set_fault("huge-answer=3,times=1").ok());
    const auto huge = stage.client.call("project", "GetProjectRoles");
    CHECK(huge.body.size() > 3u << 20);
    CHECK(huge.result.children.size() == 4);
    REQUIRE(stage.simulator.set_fault("latency=1,times=1").ok());
    CHECK(projects(stage.client).status == 200);
}

TEST_CASE("sessions expire, an identity is blocked and access is lost by switches too") {
    SignedInStage stage;
    auto& client = stage.client;
    REQUIRE(stage.simulator.set_fault("expire-sessions,times=1").ok());
    CHECK(projects(client).says("Session is not authenticated"));
    client.log_in(demo::api_user, demo::api_user_password);
    REQUIRE(stage.simulator.set_fault("block-identity=" + std::string(demo::api_user)).ok());
    CHECK(projects(client).says("Client is not authenticated on this identity"));
    CHECK(client.log_in(demo::api_user, demo::api_user_password).says("IdentityId is blocked"));
    CHECK(client.log_in(demo::manager, demo::manager_password).status == 200);
    stage.simulator.clear_faults();
    REQUIRE(stage.simulator.set_fault("revoke-access").ok());
    CHECK(client.log_in(demo::manager, demo::manager_password).result.text.empty());
}

TEST_CASE("down is a refused connection, up is the same port with everything it knew") {
    SignedInStage stage;
    const int port = stage.simulator.port();
    stage.simulator.stop();
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    CHECK(connect(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == -1);
    CHECK(errno == ECONNREFUSED);
    close(probe);
    CHECK(projects(stage.client).status == 0);
    REQUIRE(stage.simulator.start());
    CHECK(stage.simulator.port() == port);
    CHECK(projects(stage.client).result.children.size() == 129);
}

TEST_CASE("two simulators never share a port") {
    Stage first;
    SimulatorOptions options;
    options.port = first.simulator.port();
    ErpSimulator second(options);
    CHECK_FALSE(second.start());
}

TEST_CASE("stopping does not wait for a client that is kept waiting") {
    SignedInStage stage;
    REQUIRE(stage.simulator.set_fault("timeout-after-write=60000").ok());
    std::thread waiting([&] { CHECK(projects(stage.client).status == 0); });
    while (stage.simulator.calls("GetProjectList") == 0) std::this_thread::yield();
    stage.simulator.stop();
    waiting.join();
}
