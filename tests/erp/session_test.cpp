// What the program promises about logging in and about sessions.
#include <doctest/doctest.h>

#include "proxy/erp/project_service.hpp"
#include "tests/erp/sessioned_erp.hpp"

using namespace busy24;
using namespace busy24::erp;
using project_service::GetProjectList;
using project_service::GetProjectRoles;

TEST_CASE("signing in takes two calls and tells the identities, without the disabled ones") {
    Rig rig;
    const auto signed_in = rig.client.sign_in(kari());
    REQUIRE(signed_in.ok());
    CHECK(rig.erp.script.calls() == "Login GetIdentities");
    CHECK(signed_in.value().has_session);
    REQUIRE(signed_in.value().identities.size() == 2);
    CHECK(signed_in.value().current->client->id == fjordbygg.value);
    CHECK(signed_in.value().identities[1].user->contact_id == 1042);
    CHECK(rig.store.kept().empty());
}

TEST_CASE("a wrong password is one call, is not repeated, and is not a fault") {
    Rig rig;
    const auto signed_in = rig.client.sign_in(kari("galt"));
    REQUIRE_FALSE(signed_in.ok());
    CHECK(signed_in.error().code == ErrorCode::unauthenticated);
    CHECK(signed_in.error().reason == "wrong_login");
    CHECK(rig.erp.script.calls() == "Login");
    CHECK(signed_in.error().detail.find("galt") == std::string::npos);
}

TEST_CASE("signing in tries the password every time, even while a session is open") {
    Rig rig;
    const auto session = rig.session();
    CHECK_FALSE(rig.client.sign_in(kari("galt")).ok());
    CHECK_FALSE(rig.client.session(kari("galt"), fjordbygg).ok());
    rig.erp.script.forget_calls();
    // And somebody's wrong password does not end the session of those with the right one.
    CHECK(session.call(GetProjectRoles{}).ok());
    CHECK(rig.erp.script.calls() == "GetProjectRoles");
}

TEST_CASE("a blocked default identity still tells the identities, and another one can be used") {
    Rig rig;
    rig.erp.block_default_identity();
    const auto signed_in = rig.client.sign_in(kari());
    REQUIRE(signed_in.ok());
    CHECK_FALSE(signed_in.value().has_session);
    CHECK(signed_in.value().identities.size() == 2);
    CHECK(rig.erp.script.calls() == "Login GetIdentitiesWithCredential");

    rig.erp.script.forget_calls();
    const auto session = rig.client.session(kari(), nordlys);
    REQUIRE(session.ok());
    CHECK(session.value().identity().client->id == nordlys.value);
    CHECK(rig.erp.script.calls() == "Login GetIdentity");

    // The same from cold.
    Rig cold;
    cold.erp.block_default_identity();
    REQUIRE(cold.client.session(kari(), nordlys).ok());
    CHECK(cold.erp.script.calls() == "Login GetIdentitiesWithCredential Login GetIdentity");
    CHECK(Rig().client.sign_in(kari("galt")).error().reason == "wrong_login");
}

TEST_CASE("the session that signing in opened is used, and not another login") {
    Rig rig;
    REQUIRE(rig.client.sign_in(kari()).ok());
    rig.erp.script.forget_calls();
    const auto same = rig.client.session(kari(), fjordbygg);
    REQUIRE(same.ok());
    CHECK(rig.erp.script.calls() == "GetIdentity");
    CHECK(same.value().call(GetProjectList{}).value().at(0).name == "Kai 3");
    CHECK(rig.erp.script.calls() == "GetIdentity GetProjectList");

    Rig other;
    REQUIRE(other.client.sign_in(kari()).ok());
    other.erp.script.forget_calls();
    REQUIRE(other.client.session(kari(), nordlys).ok());
    CHECK(other.erp.script.calls() == "SetIdentityById GetIdentity");
}

TEST_CASE("two clients never share a session, for the identity is its state") {
    Rig rig;
    REQUIRE(rig.client.sign_in(kari()).ok());
    const auto first = rig.client.session(kari(), fjordbygg).value();
    const auto second = rig.client.session(kari(), nordlys).value();
    rig.erp.script.forget_calls();
    REQUIRE(first.call(GetProjectRoles{}).ok());
    REQUIRE(second.call(GetProjectRoles{}).ok());
    const auto sent = rig.erp.script.sent();
    REQUIRE(sent.size() == 2);
    CHECK(sent[0].cookie != sent[1].cookie);
    CHECK(rig.erp.script.count("SetIdentityById") == 0);
}

TEST_CASE("a session costs nothing when it is open, and is shared by all who ask") {
    Rig rig;
    const auto first = rig.session();
    const auto again = rig.client.session(kari(), fjordbygg, Patience::interactive);
    REQUIRE(again.ok());
    CHECK(rig.erp.script.calls() == "");
    CHECK(again.value().tenant() == fjordbygg);
}

TEST_CASE("a known identity is given with the login, and the client is checked before use") {
    Rig rig;
    auto credential = kari();
    credential.identity_id = nordlys_identity;
    const auto session = rig.client.session(credential, nordlys);
    REQUIRE(session.ok());
    CHECK(rig.erp.script.calls() == "Login GetIdentity");
    CHECK(rig.erp.script.sent()[0].body.find(nordlys_identity) != std::string::npos);

    // The identity of another client than the one wanted: refused, and nothing else is tried.
    Rig wrong;
    const auto refused = wrong.client.session(credential, fjordbygg);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().reason == "tenant_not_reached");
    CHECK(refused.error().code == ErrorCode::forbidden);
}

TEST_CASE("a client is reached by its id and never by its name") {
    Rig rig;
    const auto refused = rig.client.session(kari(), TenantId{100'000'000'000'777});
    CHECK(refused.error().reason == "tenant_not_reached");
    // A disabled identity does not count either.
    CHECK(rig.client.session(kari(), elsewhere).error().reason == "tenant_not_reached");
}

TEST_CASE("a stored session is used after a restart, when it still stands where it stood") {
    Rig rig;
    auto credential = kari();
    credential.identity_id = fjordbygg_identity;
    REQUIRE(rig.client.session(credential, fjordbygg).ok());
    REQUIRE(rig.store.kept().size() == 1);
    CHECK(rig.store.kept().begin()->first == "kari@fjordbygg.example|" + fjordbygg_identity);

    Client restarted(rig.erp, rig.clock, rig.random, rig.store, options());
    rig.erp.script.forget_calls();
    REQUIRE(restarted.session(credential, fjordbygg).ok());
    CHECK(rig.erp.script.calls() == "GetIdentity");

    rig.erp.end_all_sessions();
    Client later(rig.erp, rig.clock, rig.random, rig.store, options());
    rig.erp.script.forget_calls();
    REQUIRE(later.session(credential, fjordbygg).ok());
    CHECK(rig.erp.script.calls() == "GetIdentity Login GetIdentity");
    CHECK(rig.store.kept().begin()->second == "session2");
}

TEST_CASE("a session for this process only is not stored, and a forgotten one is gone") {
    Rig rig;
    auto own = kari();
    own.session_life = SessionLife::process;
    REQUIRE(rig.client.session(own, fjordbygg).ok());
    CHECK(rig.store.kept().empty());

    REQUIRE(rig.client.session(kari(), nordlys).ok());
    CHECK(rig.store.kept().size() == 1);
    rig.client.forget("KARI@fjordbygg.example");
    CHECK(rig.store.kept().empty());
    rig.erp.script.forget_calls();
    REQUIRE(rig.client.session(kari(), nordlys).ok());
    CHECK(rig.erp.script.calls() == "Login GetIdentity");
}

TEST_CASE("a session that ends in the middle is renewed once, and the call is made once more") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.end_all_sessions();
    const auto projects = session.call(GetProjectList{});
    REQUIRE(projects.ok());
    CHECK(projects.value().size() == 1);
    CHECK(rig.erp.script.calls() == "GetProjectList Login GetIdentity GetProjectList");
    const auto sent = rig.erp.script.sent();
    CHECK(sent[1].body.find(fjordbygg_identity) != std::string::npos);
    CHECK(sent[0].cookie == "ASP.NET_SessionId=session1");
    CHECK(sent[3].cookie == "ASP.NET_SessionId=session2");
}

TEST_CASE("a list that is streamed is renewed in the same way, and no item comes twice") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.end_all_sessions();
    int items = 0;
    const auto result = session.stream(GetProjectList{}, [&](auto&&) -> Result<> {
        ++items;
        return {};
    });
    CHECK(result.ok());
    CHECK(items == 1);
}

TEST_CASE("a session that is lost again at once ends the call: it is not tried for ever") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.script.from_now_on("GetProjectRoles",
                               fault_of("Client is not authenticated on this identity"));
    const auto result = session.call(GetProjectRoles{});
    CHECK(result.error().code == ErrorCode::unavailable);
    CHECK(rig.erp.script.calls() == "GetProjectRoles Login GetIdentity GetProjectRoles");
}

TEST_CASE("a write is repeated after a lost session, since a refused session writes nothing") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.end_all_sessions();
    CHECK(session.call(project_service::SaveProject{}).value() == 4711);
    CHECK(rig.erp.script.count("SaveProject") == 2);
}

TEST_CASE("a password that was changed meanwhile is tried once, and then no more for a while") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.end_all_sessions();
    rig.erp.accept_password("nytt");
    for (int i = 0; i < 10; ++i) {
        const auto result = session.call(GetProjectRoles{});
        CHECK(result.error().code == ErrorCode::unauthenticated);
        CHECK(result.error().reason == "wrong_login");
    }
    CHECK(rig.erp.script.count("Login") == 1);
    rig.clock.advance(16 * minute_ms);
    CHECK_FALSE(session.call(GetProjectRoles{}).ok());
    CHECK_FALSE(session.call(GetProjectRoles{}).ok());
    CHECK(rig.erp.script.count("Login") == 2);

    // The new password is tried at once.
    REQUIRE(rig.client.session(kari("nytt"), fjordbygg).ok());
    CHECK(rig.erp.script.count("Login") == 3);
}

TEST_CASE("signing in closes the breaker, for it shows that the password is good") {
    Rig rig;
    rig.erp.accept_password("annet");
    CHECK_FALSE(rig.client.session(kari(), fjordbygg).ok());
    rig.erp.accept_password("hemmelig");
    CHECK(rig.client.session(kari(), fjordbygg).error().reason == "wrong_login");
    REQUIRE(rig.client.sign_in(kari()).ok());
    CHECK(rig.client.session(kari(), fjordbygg).ok());
}

TEST_CASE("an ERP that is down is not asked by every caller anew") {
    Rig rig;
    rig.erp.script.from_now_on("Login", no_connection());
    const auto first = rig.client.session(kari(), fjordbygg);
    CHECK(first.error().code == ErrorCode::unavailable);
    CHECK(first.error().reason == "erp_down");
    // The jitter may come out as nothing once; not ten times.
    const auto asked = rig.erp.script.count("Login");
    for (int i = 0; i < 10; ++i) CHECK_FALSE(rig.client.session(kari(), fjordbygg).ok());
    CHECK(rig.erp.script.count("Login") < asked + 20);
    rig.clock.advance(2 * minute_ms);
    rig.erp.script.from_now_on("Login", rig.erp.natural("Login"));
    CHECK(rig.client.session(kari(), fjordbygg).ok());
}

TEST_CASE("too many logins of one account stop that account, and nobody else") {
    Rig rig;
    const auto session = rig.session();
    rig.erp.script.from_now_on("Login", http_answer(429, "", {{"Retry-After", "60"}}));
    auto other = kari();
    other.username = "per@nordlys.example";
    rig.erp.script.forget_calls();
    for (int i = 0; i < 5; ++i) {
        const auto refused = rig.client.session(other, nordlys);
        CHECK(refused.error().code == ErrorCode::throttled);
        CHECK(refused.error().reason == "login_throttle");
        CHECK(refused.error().retry_at_ms == rig.clock.now().ms + 60'000);
    }
    CHECK(rig.erp.script.count("Login") == 1);
    CHECK(session.with(Patience::interactive).call(GetProjectRoles{}).ok());
    CHECK(rig.client.sign_in(other).error().reason == "login_throttle");
}

TEST_CASE("a session id that is none goes into no header") {
    for (const char* id : {"abc&#13;&#10;X-Evil: 1", "a b", "abc;path=/", "&lt;html&gt;"}) {
        Rig rig;
        rig.erp.next("Login", result_of("Login", id));
        const auto signed_in = rig.client.sign_in(kari());
        CHECK(signed_in.error().reason == "bad_answer");
        CHECK(rig.erp.script.calls() == "Login");
    }
}

TEST_CASE("a login that is no community user has one identity: the current one") {
    Rig rig;
    rig.erp.next("GetIdentities", result_of("GetIdentities", ""));
    const auto signed_in = rig.client.sign_in(kari());
    REQUIRE(signed_in.ok());
    CHECK(rig.erp.script.calls() == "Login GetIdentities GetIdentity");
    CHECK(signed_in.value().identities.size() == 1);
    CHECK(signed_in.value().current->client->id == fjordbygg.value);
}

TEST_CASE("an identity that cannot be set leads to a login with it, and then to an answer") {
    Rig rig;
    REQUIRE(rig.client.sign_in(kari()).ok());
    rig.erp.next("SetIdentityById", result_of("SetIdentityById", "false"));
    rig.erp.script.forget_calls();
    REQUIRE(rig.client.session(kari(), nordlys).ok());
    CHECK(rig.erp.script.calls() == "SetIdentityById Login GetIdentity");
}

TEST_CASE("a session can outlive the client that opened it") {
    Rig rig;
    std::optional<Session> session;
    {
        Client client(rig.erp, rig.clock, rig.random, rig.store, options());
        session = client.session(kari(), fjordbygg).value();
    }
    CHECK(session->call(GetProjectRoles{}).ok());
}
