// How much a client may ask, and how it is told.
#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

TEST_CASE("the eleventh login of the same credentials within a minute is refused with 429") {
    Stage stage;
    SoapClient client(stage.simulator);
    for (int i = 0; i < 10; ++i) CHECK(client.log_in(demo::manager, "feil").status == 200);
    const auto refused = client.log_in(demo::manager, demo::manager_password);
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "60");
    CHECK(client.log_in(demo::api_user, demo::api_user_password).status == 200);
    stage.now_ms += 61'000;
    CHECK(client.log_in(demo::manager, demo::manager_password).result.text.size() == 24);
}

TEST_CASE("every answer tells what is left of the hour, and above it there is quarantine") {
    SimulatorOptions options;
    options.limits.requests_per_hour = 5;
    SignedInStage stage(options);
    stage.now_ms += 59 * 60'000;
    const auto third = [&] {
        stage.client.call("authenticate", "HasSession");
        return stage.client.call("authenticate", "HasSession");
    }();
    CHECK(third.header("APILimitRemaining") == "2");
    CHECK(third.header("APILimitReset") == "2026-06-05T12:00:00Z");
    stage.client.call("authenticate", "HasSession");
    CHECK(stage.client.call("authenticate", "HasSession").status == 200);
    stage.client.call("authenticate", "HasSession");
    const auto refused = stage.client.call("authenticate", "HasSession");
    CHECK(refused.status == 500);
    CHECK(
        refused.says("Limit exceeded by 2. Request is blocked. Quarantine ends at "
                     "2026-06-05T12:00:00Z"));
    stage.now_ms += 60'000;
    CHECK(stage.client.call("authenticate", "HasSession").result.text == "true");
}

TEST_CASE("more than 25 requests within a second are refused with 429, and a second later not") {
    SimulatorOptions options;
    options.limits.requests_per_second = 24;
    Stage stage(options);
    SoapClient client(stage.simulator);
    for (int i = 0; i < 24; ++i) CHECK(client.call("authenticate", "HasSession").status == 200);
    const auto refused = client.call("authenticate", "HasSession");
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "1");
    stage.now_ms += 1'000;
    CHECK(client.call("authenticate", "HasSession").status == 200);
}
