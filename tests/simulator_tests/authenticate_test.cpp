// Logging in, identities and sessions.
#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

TEST_CASE("a wrong password is an empty result with HTTP 200, and a right one a session id") {
    Stage stage;
    SoapClient client(stage.simulator);
    const auto wrong = client.log_in(demo::manager, "feil");
    CHECK(wrong.status == 200);
    CHECK(client.session.empty());
    CHECK(client.log_in("ingen@ingensteds.example", "feil").result.text.empty());
    const auto right = client.log_in(demo::manager, demo::manager_password);
    CHECK(client.session.size() == 24);
    CHECK(right.header("Set-Cookie").find(client.session) != std::string::npos);
    CHECK(client.call("authenticate", "HasSession").result.text == "true");
    // E-mail addresses are the same in capitals.
    CHECK(client.log_in("Ingrid.Solheim@GRANLUND-bygg.example", demo::manager_password)
              .result.text.size() == 24);
}

TEST_CASE("without the cookie, every service says that the session is not authenticated") {
    Stage stage;
    SoapClient client(stage.simulator);
    for (const auto& [service, operation] : {std::pair{"authenticate", "GetIdentities"},
                                             {"project", "GetProjectList"},
                                             {"time", "GetSalaryTypes"},
                                             {"client", "GetClientInformation"}}) {
        const auto reply = client.call(service, operation);
        CHECK(reply.status == 500);
        CHECK(reply.says("Server was unable to process request. ---&gt; "));
        CHECK(reply.says("Session is not authenticated"));
        // An id that is worth nothing, as ASP.NET offers one.
        CHECK(reply.header("Set-Cookie").starts_with("ASP.NET_SessionId="));
    }
    CHECK(client.call("authenticate", "HasSession").result.text == "false");
}

TEST_CASE("the accountant reaches three companies, and a fourth that is disabled") {
    Stage stage;
    SoapClient client(stage.simulator);
    client.log_in(demo::accountant, demo::accountant_password);
    const auto reply = client.call("authenticate", "GetIdentities");
    REQUIRE(reply.result.children.size() == 4);
    int disabled = 0;
    for (const auto& identity : reply.result.children) {
        CHECK(identity.child("Client")->text_of("Id").size() == 15);
        disabled += identity.text_of("IsDisabled") == "true";
    }
    CHECK(disabled == 1);
    CHECK(reply.result.children[0].text_of("IsDefault") == "true");
    CHECK(reply.result.children[0].text_of("IsCurrent") == "true");
}

TEST_CASE("the identity is state of the session, and a switch that fails answers false") {
    Stage stage;
    SoapClient client(stage.simulator);
    client.log_in(demo::accountant, demo::accountant_password);
    const auto identities = client.call("authenticate", "GetIdentities").result.children;
    REQUIRE(identities.size() == 4);
    const auto set = [&](const std::string& id) {
        return client.call("authenticate", "SetIdentityById", "<identityId>" + id + "</identityId>")
            .result.text;
    };
    CHECK(set(identities[1].text_of("Id")) == "true");
    const auto current = client.call("authenticate", "GetIdentity").result;
    CHECK(current.child("Client")->text_of("Id") == std::to_string(demo::havbris));
    CHECK(set(identities[3].text_of("Id")) == "false");
    CHECK(set("00000000-0000-0000-0000-0000000000ff") == "false");
    // Another session of the same login stays where it is.
    SoapClient other(stage.simulator);
    other.log_in(demo::accountant, demo::accountant_password);
    CHECK(other.call("authenticate", "GetIdentity").result.child("Client")->text_of("Id") ==
          std::to_string(demo::granlund));
    // Right after a switch the company's own data is not there yet.
    CHECK(client.call("client", "GetClientInformation").result.children.empty());
    CHECK(client.call("client", "GetClientInformation").result.text_of("Name") ==
          "Havbris Sjømat AS");
}

TEST_CASE("a blocked default identity is a fault, and the list without a session shows the way") {
    Stage stage;
    SoapClient client(stage.simulator);
    const auto reply = client.log_in(demo::blocked, demo::blocked_password);
    CHECK(reply.status == 500);
    CHECK(reply.says("IdentityId is blocked. Please use GetIdentitiesWithCredential"));
    const auto list = client.call("authenticate", "GetIdentitiesWithCredential",
                                  SoapClient::credential(demo::blocked, demo::blocked_password));
    REQUIRE(list.result.children.size() == 2);
    client.log_in(demo::blocked, demo::blocked_password, list.result.children[1].text_of("Id"));
    CHECK(client.session.size() == 24);
}

TEST_CASE("sessions end when they idle, and when all are forgotten") {
    SignedInStage stage;
    stage.now_ms += 25 * 3'600'000;
    CHECK(stage.client.call("authenticate", "HasSession").result.text == "false");
    stage.client.log_in(demo::api_user, demo::api_user_password);
    stage.simulator.expire_sessions();
    CHECK(stage.client.call("project", "GetProjectRoles").says("Session is not authenticated"));
}

TEST_CASE("rights that are lost or too small show themselves in the ways of the real service") {
    SignedInStage stage;
    stage.simulator.edit([](World& world) {
        CHECK(change_login(world, std::string(demo::api_user), "revoke-access", 0).ok());
    });
    CHECK(stage.client.call("project", "GetProjectRoles")
              .says("Client is not authenticated on this identity"));
    CHECK(stage.client.call("authenticate", "GetIdentities").result.children.empty());
    CHECK(stage.client.log_in(demo::api_user, demo::api_user_password).result.text.empty());

    stage.client.log_in(demo::limited_user, demo::limited_user_password);
    CHECK(stage.client.call("project", "GetProjectList").says("Access is denied"));
    CHECK(stage.client.call("time", "GetWorkTypeList").status == 500);
    const auto sync =
        stage.client.call("company", "GetCompanySyncList",
                          "<syncSearchParameters><Page>1</Page></syncSearchParameters>");
    CHECK(sync.status == 200);
    CHECK(sync.result.text_of("TotalItems") == "0");
    CHECK(stage.client
              .call("company", "GetCompanies",
                    "<searchParams><ChangedAfter>2000-01-01</ChangedAfter></searchParams>")
              .result.children.empty());
    CHECK(stage.client.call("person", "GetPersons").result.children.size() == 40);
}

TEST_CASE("a token of an app launch opens a session") {
    Stage stage;
    SoapClient client(stage.simulator);
    const auto token = [](std::string_view id) {
        return "<token><ApplicationId>" + std::string(demo::application_id) +
               "</ApplicationId><Id>" + std::string(id) + "</Id></token>";
    };
    const auto passport =
        client.call("authenticate", "AuthenticateByToken", token(demo::manager_token)).result;
    CHECK(passport.text_of("Email") == demo::manager);
    client.session = passport.text_of("SessionId");
    CHECK(client.call("authenticate", "HasSession").result.text == "true");
    CHECK(client
              .call("authenticate", "AuthenticateByToken",
                    token("7c1f0a52-93be-4d06-8f3a-000000000000"))
              .status == 500);
}
