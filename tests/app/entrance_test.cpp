// A session of a user begins the same way, whichever page the person came in by.
#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

struct Entrance : AppHarness {
    Browser browser{*this, "198.51.100.1"};

    void connect_later(std::string_view login, std::string_view password, std::int64_t tenant) {
        Browser founder{*this};
        REQUIRE(founder.sign_in(login, password).ok());
        REQUIRE(founder.choose(tenant).ok());
        REQUIRE(founder.api_user(api::ApiUserMode::later).reply.api_user.is_working);
        REQUIRE(founder.preview().state == api::PreviewState::ready);
        REQUIRE(founder.call<api::Connect>().ok());
        work();
    }
    // Nobody is logged in any more, and no login is in memory.
    void lose_logins() {
        restart();
        clock.advance(13 * hour_ms);
    }
    api::RunState state_of_sync() {
        clock.advance(second_ms);  // 24SevenOffice counts the calls of a second
        REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
        work();
        return browser.call<api::GetMirror>().reply.run->state;
    }
    api::Session choose(std::size_t place) {
        const auto choice = browser.log_in(demo::accountant, demo::accountant_password).reply;
        REQUIRE(choice.workspaces.size() == 2);
        const auto chosen =
            browser.call<api::ChooseWorkspace>({{"workspaceId", choice.workspaces[place].id}});
        REQUIRE(chosen.ok());
        return chosen.reply;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Entrance, "«later»: whoever chooses among workspaces brings the login along") {
    for (const auto tenant : {demo::havbris, demo::solglott})
        connect_later(demo::accountant, demo::accountant_password, tenant);
    lose_logins();
    const auto first = choose(0);
    CHECK(state_of_sync() == api::RunState::succeeded);
    // It goes with the session, to the one workspace that was chosen.
    const auto second = choose(1);
    CHECK(second.workspace_name != first.workspace_name);
    CHECK(state_of_sync() == api::RunState::succeeded);
}

TEST_CASE_FIXTURE(Entrance, "«later»: so does whoever enters from page 2") {
    connect_later(demo::manager, demo::manager_password, demo::granlund);
    lose_logins();
    REQUIRE(browser.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(browser.call<api::EnterWorkspace>({{"tenantId", demo::granlund}}).ok());
    CHECK(state_of_sync() == api::RunState::succeeded);
}

TEST_CASE_FIXTURE(Entrance, "entering from page 2, a user becomes the contact, with all projects") {
    const std::string email(demo::employee);
    const auto set_contact = [&](std::int64_t number) {
        erp.edit([&](simulator::World& world) {
            world.login(email)->identities.front().contact_id = number;
        });
    };
    set_contact(0);
    erp.edit([](simulator::World& world) {
        for (auto& person : world.data.tenants[0].persons)
            if (person.id == 7'002) person.email = "annen@granlund-bygg.example";
    });
    Browser admin{*this};
    admin.reach_page_5();
    work();
    const auto link =
        admin
            .call<api::InviteUsers>({{"invitees", {{{"email", email}, {"role", "administrator"}}}}})
            .reply.results.front()
            .link;
    REQUIRE(browser
                .call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                              {"name", "Øyvind"},
                                              {"password", "en lang nok setning"}})
                .ok());
    const auto myself = [&] {
        for (const auto& user : admin.call<api::ListUsers>().reply.users)
            if (user.email == email) return user;
        return api::WorkspaceUser{};
    };
    REQUIRE(myself().contact_name.empty());
    const auto project = admin.call<api::ListRecords>({{"limit", 1}}).reply.records.front().id;
    REQUIRE(admin
                .call<api::SaveMember>(
                    {{"projectId", project}, {"colleagueId", myself().id}, {"role", "manager"}})
                .ok());
    set_contact(7'002);
    Browser again{*this, "198.51.100.2"};
    REQUIRE(again.sign_in(email, demo::employee_password).ok());
    REQUIRE(again.call<api::EnterWorkspace>({{"tenantId", demo::granlund}}).ok());
    CHECK(myself().contact_name == "Øyvind Bråten");
    const auto members = again.call<api::ListMembers>({{"projectId", project}}).reply.members;
    REQUIRE(members.size() == 1);
    CHECK(members.front().who.id != myself().id);
    CHECK(members.front().is_self);
}
