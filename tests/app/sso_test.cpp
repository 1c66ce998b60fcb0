// Single Sign-On: whom a 24SevenOffice account lets in, and whom it does not.
#include <algorithm>

#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

constexpr auto busy_password = "en lang nok setning";
constexpr std::int64_t contact = 7'002;  // of demo::employee

struct SsoStage : AppHarness {
    Browser admin{*this};
    Browser browser{*this, "198.51.100.1"};

    void connect(bool has_sso) {
        REQUIRE(admin.sign_in(demo::manager, demo::manager_password).ok());
        REQUIRE(admin.choose(demo::granlund).ok());
        REQUIRE(admin.own_api_user(demo::api_user, demo::api_user_password).ok());
        REQUIRE(admin
                    .call<api::SaveOptions>({{"options",
                                              {{"tenantId", demo::granlund},
                                               {"projects", true},
                                               {"workTypes", true},
                                               {"customers", true},
                                               {"sso", has_sso}}}})
                    .ok());
        REQUIRE(admin.preview().state == api::PreviewState::ready);
        REQUIRE(admin.call<api::Connect>({{"language", "en"}}).ok());
        work();
        clock.advance(second_ms);
    }
    std::string invite(const std::string& email, std::optional<std::int64_t> contact_id = {},
                       const std::string& role = "employee") {
        json invitee{{"email", email}, {"name", ""}, {"role", role}};
        if (contact_id) invitee["contactId"] = *contact_id;
        const auto reply =
            admin.call<api::InviteUsers>({{"invitees", json::array({invitee})}}).reply;
        REQUIRE(reply.results.front().outcome == api::InviteOutcome::invited);
        const auto& link = reply.results.front().link;
        return link.substr(link.find('#') + 1);
    }
    void accept(const std::string& token) {
        Browser guest(*this, "192.0.2.7");
        REQUIRE(guest
                    .call<api::AcceptInvitation>(
                        {{"token", token}, {"name", "Øyvind"}, {"password", busy_password}})
                    .ok());
    }
    tests::Outcome<api::AcceptWithAccount> accept_with(const std::string& token,
                                                       std::string_view name,
                                                       std::string_view password) {
        clock.advance(second_ms);
        return browser.call<api::AcceptWithAccount>({{"token", token},
                                                     {"username", std::string(name)},
                                                     {"password", std::string(password)},
                                                     {"language", "nn"}});
    }
    tests::Outcome<api::LogIn> log_in() {
        clock.advance(second_ms);
        return browser.log_in(demo::employee, demo::employee_password);
    }
    api::WorkspaceUser user(std::string_view email) {
        for (const auto& found : admin.call<api::ListUsers>().reply.users)
            if (found.email == email) return found;
        return {};
    }
    // The employee's account tells no contact, and the contact has another address.
    void join_as_a_stranger() {
        change_identity([](simulator::Identity& identity) { identity.contact_id = 0; });
        erp.edit([](simulator::World& world) {
            for (auto& person : world.data.tenants[0].persons)
                if (person.id == contact) person.email = "annen@granlund-bygg.example";
        });
        connect(true);
        accept(invite(std::string(demo::employee)));
    }
    // Changes the employee's only identity in 24SevenOffice.
    void change_identity(const std::function<void(simulator::Identity&)>& change) {
        erp.edit([&](simulator::World& world) {
            change(world.login(std::string(demo::employee))->identities.front());
        });
    }
};

}  // namespace

TEST_CASE_FIXTURE(SsoStage, "the link and a 24SevenOffice account make the user that was invited") {
    connect(true);
    // Under an address that 24SevenOffice does not know.
    const auto token = invite("oyvind@privat.example", {}, "employee");
    CHECK(browser.call<api::ReadInvitation>({{"token", token}}).reply.has_sso);
    const auto session = accept_with(token, demo::employee, demo::employee_password);
    REQUIRE(session.ok());
    CHECK(session.reply.state == api::SessionState::signed_in);
    CHECK(session.reply.user_email == "oyvind@privat.example");
    CHECK(user("oyvind@privat.example").contact_name == "Øyvind Bråten");
    CHECK(browser.call<api::GetProfile>().reply.language == Language::nn);
    SUBCASE("who then logs in with it") { CHECK(log_in().ok()); }
    SUBCASE("and whose browser is known, so that strangers lock nobody out of it") {
        for (int i = 0; i < 5; ++i) {
            Browser stranger(*this, "203.0.113." + std::to_string(i));
            CHECK(stranger.log_in(demo::employee, "feil").status == 401);
        }
        CHECK(log_in().ok());
    }
    SUBCASE("and the link is used") {
        CHECK(accept_with(token, demo::employee, demo::employee_password).failure.reason ==
              "invitation_over");
    }
}

TEST_CASE_FIXTURE(SsoStage, "a link opens nothing to an account that is wrong here") {
    connect(true);
    const auto refused = [&](const std::string& token, std::string_view name,
                             std::string_view password) {
        const auto outcome = accept_with(token, name, password);
        REQUIRE_FALSE(outcome.ok());
        CHECK(outcome.failure.code == ErrorCode::unauthenticated);
    };
    const auto token = invite(std::string(demo::employee), contact);
    SUBCASE("a wrong password") { refused(token, demo::employee, "feil"); }
    SUBCASE("another person than the contact that was chosen") {
        refused(token, demo::manager, demo::manager_password);
    }
    SUBCASE("one who is a user already") {
        refused(invite("nye@fjellheim.example"), demo::manager, demo::manager_password);
    }
    SUBCASE("a client that the login no longer reaches") {
        change_identity([](simulator::Identity& identity) { identity.tenant = 1; });
        refused(token, demo::employee, demo::employee_password);
    }
    CHECK(browser.call<api::ReadInvitation>({{"token", token}}).reply.state ==
          api::InvitationState::open);
}

TEST_CASE_FIXTURE(SsoStage, "without Single Sign-On a link asks for no account") {
    connect(false);
    const auto token = invite(std::string(demo::employee), contact);
    CHECK_FALSE(browser.call<api::ReadInvitation>({{"token", token}}).reply.has_sso);
    CHECK(accept_with(token, demo::employee, demo::employee_password).failure.code ==
          ErrorCode::conflict);
}

TEST_CASE_FIXTURE(SsoStage, "guesses behind a link are counted as at the log-in page") {
    connect(true);
    const auto token = invite(std::string(demo::employee), contact);
    erp.reset_calls();
    for (int guess = 0; guess < 8; ++guess) accept_with(token, demo::employee, "feil");
    CHECK(erp.calls("Login") <= 5);
}

TEST_CASE_FIXTURE(SsoStage, "whoever is invited comes in with the 24SevenOffice account alone") {
    connect(true);
    const auto token = invite(std::string(demo::employee), contact);
    const auto session = log_in();
    REQUIRE(session.ok());
    CHECK(session.reply.state == api::SessionState::signed_in);
    CHECK(session.reply.role == api::Role::employee);
    const auto me = user(demo::employee);
    CHECK(me.state == api::UserState::active);
    CHECK(me.contact_name == "Øyvind Bråten");
    CHECK(me.matched_by == api::MatchedBy::login);
    CHECK(browser.call<api::ReadInvitation>({{"token", token}}).reply.state ==
          api::InvitationState::used);
    CHECK(log_in().reply.user_email == demo::employee);
}

TEST_CASE_FIXTURE(SsoStage, "whoever becomes a user has the language of the pages") {
    connect(true);
    CHECK(admin.call<api::GetProfile>().reply.language == Language::en);
    invite(std::string(demo::employee), contact);
    const auto come_in = [&](const char* language) {
        clock.advance(second_ms);
        return browser.call<api::LogIn>({{"username", std::string(demo::employee)},
                                         {"password", std::string(demo::employee_password)},
                                         {"language", language}});
    };
    REQUIRE(come_in("nn").ok());
    CHECK(browser.call<api::GetProfile>().reply.language == Language::nn);
    // Later it is the person's own choice.
    REQUIRE(come_in("en").ok());
    CHECK(browser.call<api::GetProfile>().reply.language == Language::nn);
}

TEST_CASE_FIXTURE(SsoStage, "an account that belongs to a contact comes in under any address") {
    connect(true);
    // The private address that the administrator knew; 24SevenOffice knows the contact.
    accept(invite("oyvind@privat.example", contact));
    CHECK(user("oyvind@privat.example").matched_by == api::MatchedBy::hand);
    CHECK(log_in().reply.user_email == "oyvind@privat.example");
    CHECK(user("oyvind@privat.example").matched_by == api::MatchedBy::login);
}

TEST_CASE_FIXTURE(SsoStage, "a match by hand stays one, whatever account the user comes in with") {
    join_as_a_stranger();
    REQUIRE(log_in().ok());
    CHECK(user(demo::employee).matched_by == api::MatchedBy::nothing);
    std::string person;
    for (const auto& row : admin.call<api::GetReadiness>().reply.people)
        if (row.email == "annen@granlund-bygg.example") person = row.id;
    const auto match = [&](const std::string& person_id) {
        return admin.call<api::MatchUser>(
            {{"userId", user(demo::employee).id}, {"personId", person_id}});
    };
    REQUIRE(match(person).ok());
    CHECK(user(demo::employee).matched_by == api::MatchedBy::hand);
    REQUIRE(log_in().ok());
    CHECK(user(demo::employee).matched_by == api::MatchedBy::hand);
    REQUIRE(match("").ok());
    CHECK(user(demo::employee).matched_by == api::MatchedBy::nothing);
}

TEST_CASE_FIXTURE(SsoStage, "an equal address comes in once, and is bound to the contact then") {
    join_as_a_stranger();
    REQUIRE(user(demo::employee).contact_name.empty());
    change_identity([](simulator::Identity& identity) { identity.contact_id = contact; });
    REQUIRE(log_in().ok());
    CHECK(user(demo::employee).contact_name == "Øyvind Bråten");
    // The address went to somebody else in 24SevenOffice.
    change_identity([](simulator::Identity& identity) { identity.contact_id = 7'003; });
    CHECK(log_in().status == 401);
    change_identity([](simulator::Identity& identity) { identity.contact_id = contact; });
    CHECK(log_in().ok());
}

TEST_CASE_FIXTURE(SsoStage, "without Single Sign-On only administrators use 24SevenOffice") {
    connect(false);
    const auto token = invite(std::string(demo::employee), contact);
    erp.reset_calls();
    CHECK(log_in().status == 401);
    accept(token);
    CHECK(log_in().status == 401);
    CHECK(erp.calls() == 0);
    // Nor does the onboarding's page 2 lead around that.
    Browser around(*this, "198.51.100.2");
    REQUIRE(around.sign_in(demo::employee, demo::employee_password).ok());
    const auto choice = around.choose(demo::granlund);
    REQUIRE(choice.reply.existing.has_value());
    CHECK_FALSE(choice.reply.existing->may_enter);
    CHECK(around.call<api::EnterWorkspace>({{"tenantId", demo::granlund}}).status == 404);

    const auto id = user(demo::employee).id;
    REQUIRE(admin.call<api::ChangeUser>({{"id", id}, {"role", "administrator"}, {"isActive", true}})
                .ok());
    CHECK(log_in().ok());
}

TEST_CASE_FIXTURE(SsoStage, "a deactivated user never comes in, and is answered like nobody") {
    connect(true);
    accept(invite(std::string(demo::employee), contact));
    const auto id = user(demo::employee).id;
    REQUIRE(
        admin.call<api::ChangeUser>({{"id", id}, {"role", "employee"}, {"isActive", false}}).ok());
    const auto gone = log_in();
    const auto unknown = browser.log_in("ukjent@firma.example", "x");
    CHECK(gone.status == 401);
    CHECK(gone.failure.reason == unknown.failure.reason);
    CHECK(gone.body.size() == unknown.body.size());
}

TEST_CASE_FIXTURE(SsoStage, "the identity must be of the workspace's client, and in force") {
    connect(true);
    accept(invite(std::string(demo::employee), contact));
    change_identity([](simulator::Identity& identity) { identity.tenant = 1; });
    CHECK(log_in().status == 401);
    change_identity([](simulator::Identity& identity) {
        identity.tenant = 0;
        identity.is_disabled = true;
    });
    CHECK(log_in().status == 401);
    change_identity([](simulator::Identity& identity) { identity.is_disabled = false; });
    CHECK(log_in().ok());
}

TEST_CASE_FIXTURE(SsoStage, "a right password without a place here counts like a wrong one") {
    connect(true);
    accept(invite(std::string(demo::employee), contact));
    change_identity([](simulator::Identity& identity) { identity.tenant = 1; });
    for (int i = 0; i < 5; ++i) CHECK(log_in().status == 401);
    CHECK(log_in().failure.reason == "too_many_attempts");
}

TEST_CASE_FIXTURE(SsoStage, "turned off, it locks out whom it said, and each has a link") {
    connect(true);
    const auto token = invite("oyvind@firma.example", contact);
    REQUIRE(accept_with(token, demo::employee, demo::employee_password).ok());
    accept(invite("tone@firma.example"));
    const auto told = admin.call<api::GetDisconnection>().reply.locked_out;
    REQUIRE(told.size() == 1);
    const auto off = admin.call<api::SetSingleSignOn>({{"isOn", false}, {"makesLinks", true}});
    REQUIRE(off.ok());
    CHECK_FALSE(admin.call<api::GetConnection>().reply.options.sso);
    CHECK(log_in().status == 401);
    REQUIRE(off.reply.links.size() == 1);
    CHECK(off.reply.links.front().name == told.front());
    const auto& link = off.reply.links.front().link;
    Browser guest(*this, "192.0.2.8");
    REQUIRE(guest
                .call<api::SetNewPassword>({{"token", link.substr(link.find('#') + 1)},
                                            {"password", "et helt annet passord"}})
                .ok());
    CHECK(admin.call<api::GetDisconnection>().reply.locked_out.empty());
    const auto line = admin.call<api::ListAudit>().reply.lines;
    const auto turned = std::find_if(line.begin(), line.end(), [](const auto& one) {
        return one.action == api::AuditAction::switches_changed;
    });
    REQUIRE(turned != line.end());
    CHECK(turned->after_value == "sso=no");

    REQUIRE(admin.call<api::SetSingleSignOn>({{"isOn", true}}).ok());
    CHECK(log_in().ok());
    // Nobody else may turn it.
    CHECK(guest.call<api::SetSingleSignOn>({{"isOn", false}}).status == 403);
}

TEST_CASE_FIXTURE(SsoStage, "without a connection there is no Single Sign-On to turn") {
    connect(true);
    REQUIRE(
        admin
            .call<api::Disconnect>(
                {{"way", "erp"}, {"username", demo::manager}, {"password", demo::manager_password}})
            .ok());
    CHECK(admin.call<api::SetSingleSignOn>({{"isOn", true}}).failure.reason == "disconnected");
}
