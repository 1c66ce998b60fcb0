// The health of the connection: tried at night and on demand, told everywhere, once.
#include <algorithm>

#include "tests/app/mirror_harness.hpp"
#include "tests/simulator/edits.hpp"

using namespace busy24;
using namespace busy24::tests;
using api::RightState;
using api::Trouble;

namespace {

struct Watched : MirrorHarness {
    void set_password(std::string_view password) {
        erp.edit([&](simulator::World& world) {
            world.login(std::string(demo::api_user))->password = password;
        });
        erp.expire_sessions();
    }
    void set_refused(std::vector<std::string> services) {
        erp.edit([&](simulator::World& world) {
            for (auto& identity : world.login(std::string(demo::api_user))->identities)
                identity.refused_services = services;
        });
    }
    tests::Outcome<api::TestConnection> test() { return browser.call<api::TestConnection>(); }
    api::GetConnectionNotice::Reply notice() {
        const auto reply = browser.call<api::GetConnectionNotice>();
        REQUIRE(reply.ok());
        return reply.reply;
    }
    void sleep_until_tested() {
        // Twelve hours, and then until the next night's own minute.
        clock.advance(37 * hour_ms);
        app->test_due_connections();
        REQUIRE(browser.log_in(demo::manager, demo::manager_password).ok());
    }
    bool has_attention(api::Attention attention) {
        const auto list = browser.call<api::GetConnection>().reply.attention;
        return std::find(list.begin(), list.end(), attention) != list.end();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Watched, "an API user that works is well, on demand and every night") {
    const auto tested = test();
    REQUIRE(tested.ok());
    CHECK(tested.reply.trouble == Trouble::none);
    CHECK(tested.reply.checked_at_ms == clock.now().ms);
    CHECK(tested.reply.checks.size() == 6);
    const auto before = clock.now();
    sleep_until_tested();
    CHECK(browser.call<api::GetConnection>().reply.health.checked_at_ms > before.ms);
    CHECK(notice().trouble == Trouble::none);
}

TEST_CASE_FIXTURE(Watched, "a night's trial finds a password that was changed") {
    set_password("byttet i natt");
    sleep_until_tested();
    const auto told = notice();
    CHECK(told.trouble == Trouble::login_refused);
    CHECK(told.account == demo::api_user);
    CHECK(told.broken_since_ms > 0);
    CHECK(has_attention(api::Attention::login_refused));
}

TEST_CASE_FIXTURE(Watched,
                  "a run that is refused tells at once, and one that works again mends it") {
    set_password("byttet");
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    work();
    CHECK(notice().trouble == Trouble::login_refused);
    set_password(demo::api_user_password);
    clock.advance(20 * minute_ms);
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    work();
    CHECK(notice().trouble == Trouble::none);
    CHECK_FALSE(has_attention(api::Attention::login_refused));
}

TEST_CASE_FIXTURE(Watched,
                  "a right that was taken away is named, and only what is mirrored counts") {
    set_refused({"project"});
    const auto tested = test();
    CHECK(tested.reply.trouble == Trouble::right_lost);
    CHECK(tested.reply.checks.at(static_cast<std::size_t>(api::Right::read_projects)).state ==
          RightState::denied);
    CHECK(has_attention(api::Attention::right_lost));
    set_refused({});
    CHECK(test().reply.trouble == Trouble::none);
}

TEST_CASE_FIXTURE(Watched, "a list that is empty all at once is a right that was lost") {
    erp.edit([](simulator::World& world) {
        for (auto& identity : world.login(std::string(demo::api_user))->identities)
            identity.empty_services = {"project"};
    });
    CHECK(test().reply.trouble == Trouble::right_lost);
}

TEST_CASE_FIXTURE(Watched, "a client that the API user lost is named as that") {
    REQUIRE(browser
                .call<api::ChangeAccount>({{"username", demo::api_user_of_all},
                                           {"password", demo::api_user_of_all_password}})
                .reply.is_in_use);
    erp.edit([](simulator::World& world) {
        const std::string name(demo::api_user_of_all);
        REQUIRE(simulator::change_login(world, name, "revoke-access", demo::granlund).ok());
    });
    erp.expire_sessions();
    CHECK(test().reply.trouble == Trouble::tenant_not_reached);
    CHECK(has_attention(api::Attention::tenant_not_reached));
}

TEST_CASE_FIXTURE(Watched, "24SevenOffice that is down is nobody's fault here") {
    erp.stop();
    const auto tested = test();
    CHECK(tested.status == 503);
    CHECK(notice().trouble == Trouble::none);
    app->test_due_connections();
    CHECK(notice().trouble == Trouble::none);
    REQUIRE(erp.start());
}

TEST_CASE_FIXTURE(Watched, "trials on demand are counted as log-ins are") {
    set_password("byttet");
    for (int i = 0; i < 5; ++i) CHECK(test().ok());
    CHECK(test().failure.reason == "too_many_attempts");
}

TEST_CASE_FIXTURE(Watched, "who is told is chosen, checked, and audited") {
    const auto first = browser.call<api::GetRecipients>();
    REQUIRE(first.ok());
    CHECK(first.reply.is_all_administrators);
    REQUIRE(first.reply.administrators.size() == 1);
    CHECK(first.reply.administrators[0].email == demo::manager);
    const auto save = [&](const nlohmann::json& emails) {
        return browser.call<api::SaveRecipients>(
            {{"isAllAdministrators", false}, {"emails", emails}});
    };
    CHECK(save({"ikke en adresse"}).failure.reason == "bad_email");
    CHECK(save(std::vector<std::string>(51, "a@b.example")).failure.reason == "too_many");
    const auto saved = save({" Drift@Granlund-Bygg.example", "drift@granlund-bygg.example"});
    REQUIRE(saved.ok());
    CHECK(saved.reply.emails == std::vector<std::string>{"drift@granlund-bygg.example"});
    CHECK(browser.call<api::ListAudit>().reply.lines.front().action ==
          api::AuditAction::recipients_changed);
}

TEST_CASE_FIXTURE(Watched,
                  "each who was chosen gets one letter when it breaks, and one when mended") {
    has_mail = true;
    restart();
    REQUIRE(browser.call<api::GetRecipients>().reply.can_send);
    REQUIRE(
        browser
            .call<api::SaveRecipients>({{"isAllAdministrators", false},
                                        {"emails", {"drift@granlund-bygg.example", demo::manager}}})
            .ok());
    set_password("byttet");
    for (int i = 0; i < 2; ++i) CHECK(test().reply.trouble == Trouble::login_refused);
    app->post_office().deliver_due();
    REQUIRE(mail.sent().size() == 2);
    CHECK(mail.sent()[0].text.find("/innstillinger/24sevenoffice/tilgang") != std::string::npos);
    set_password(demo::api_user_password);
    for (int i = 0; i < 2; ++i) CHECK(test().reply.trouble == Trouble::none);
    app->post_office().deliver_due();
    REQUIRE(mail.sent().size() == 4);
    CHECK(mail.sent()[3].subject.find("virker igjen") != std::string::npos);
}

TEST_CASE_FIXTURE(Watched, "a receiver who is no user is written to as an administrator speaks") {
    has_mail = true;
    restart();
    REQUIRE(browser.call<api::SaveProfile>({{"name", "Kari Nordmann"}, {"language", "en"}}).ok());
    REQUIRE(browser
                .call<api::SaveRecipients>(
                    {{"isAllAdministrators", false}, {"emails", {"drift@granlund-bygg.example"}}})
                .ok());
    set_password("byttet");
    CHECK(test().reply.trouble == Trouble::login_refused);
    set_password(demo::api_user_password);
    CHECK(test().reply.trouble == Trouble::none);
    app->post_office().deliver_due();
    REQUIRE(mail.sent().size() == 1);
    CHECK(mail.sent()[0].subject.find("works again") != std::string::npos);
}

TEST_CASE_FIXTURE(Watched, "a letter that has not left is dropped when it is not true any more") {
    has_mail = true;
    restart();
    set_password("byttet");
    CHECK(test().reply.trouble == Trouble::login_refused);
    set_password(demo::api_user_password);
    CHECK(test().reply.trouble == Trouble::none);
    app->post_office().deliver_due();
    REQUIRE(mail.sent().size() == 1);
    CHECK(mail.sent()[0].subject.find("virker igjen") != std::string::npos);
}
