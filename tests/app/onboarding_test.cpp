// The five pages through the API, against the simulator: what goes well, and every case of page 1
// to 5 that does not.
#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using api::Right;
using api::RightState;

namespace {

struct OnboardingStage : AppHarness {
    Browser kari{*this};
};

RightState state_of(const api::ApiUser& user, Right right) {
    for (const auto& check : user.checks)
        if (check.right == right) return check.state;
    return RightState::untested;
}

}  // namespace

TEST_CASE_FIXTURE(OnboardingStage, "from the first page to a connected account") {
    CHECK(kari.call<api::GetSession>().reply.state == api::SessionState::anonymous);
    CHECK(kari.call<api::GetOnboarding>().reply == api::Onboarding{});

    auto page = kari.sign_in(" Ingrid.Solheim@granlund-bygg.example ", demo::manager_password);
    REQUIRE(page.ok());
    CHECK(page.reply.step == api::Step::tenant);
    CHECK(page.reply.has_login);
    CHECK(page.reply.username == demo::manager);
    REQUIRE(page.reply.tenants.size() == 1);
    CHECK(page.reply.tenants[0].id == demo::granlund);

    const auto chosen = kari.choose(demo::granlund);
    REQUIRE(chosen.ok());
    CHECK_FALSE(chosen.reply.existing.has_value());
    CHECK(chosen.reply.onboarding.step == api::Step::api_user);

    const auto user = kari.own_api_user(demo::api_user, demo::api_user_password);
    REQUIRE(user.ok());
    CHECK(user.reply.api_user.is_working);
    for (const auto& row : words(Right{}))
        CHECK(state_of(user.reply.api_user, row.value) == RightState::granted);
    CHECK(user.reply.step == api::Step::options);
    CHECK(user.reply.options.tenant_id == demo::granlund);

    const auto preview = kari.preview();
    REQUIRE(preview.state == api::PreviewState::ready);
    CHECK(preview.plans.size() == 4);

    const auto old_cookie = kari.cookie;
    const auto connected = kari.call<api::Connect>();
    REQUIRE(connected.ok());
    CHECK(kari.cookie != old_cookie);
    const auto session = kari.call<api::GetSession>().reply;
    CHECK(session.state == api::SessionState::signed_in);
    CHECK(session.role == api::Role::administrator);
    CHECK(session.user_name == "Ingrid Solheim");
    CHECK(kari.call<api::GetOnboarding>().reply.step == api::Step::finished);

    work();
    const auto run = kari.call<api::GetRun>();
    REQUIRE(run.ok());
    CHECK(run.reply.id == connected.reply.run_id);
    CHECK(run.reply.state == api::RunState::succeeded);
    CHECK(run.reply.started_by == "Ingrid Solheim");
    const auto connection = kari.call<api::GetConnection>().reply;
    CHECK(connection.tenant_id == demo::granlund);
    CHECK(connection.api_user_mode == api::ApiUserMode::own);
    CHECK(connection.attention.empty());
    CHECK(connection.users == 1);
    CHECK(connection.last_contact_at_ms.has_value());
}

TEST_CASE_FIXTURE(OnboardingStage, "what the preview said is what the first mirror did") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(kari.own_api_user(demo::api_user, demo::api_user_password).ok());
    const auto preview = kari.preview();
    REQUIRE(preview.state == api::PreviewState::ready);
    REQUIRE(kari.call<api::Connect>().ok());
    work();
    const auto run = kari.call<api::GetRun>().reply;
    REQUIRE(run.entities.size() == preview.plans.size());
    std::int64_t linked = 0;
    for (std::size_t i = 0; i < run.entities.size(); ++i) {
        const auto& done = run.entities[i];
        const auto& plan = preview.plans[i];
        INFO(word_of(plan.entity));
        CHECK(done.entity == plan.entity);
        CHECK(done.total == plan.fetched);
        CHECK(done.created == plan.create_in_busy);
        CHECK(done.changed + done.unchanged == plan.change + plan.link + plan.unchanged);
        linked += plan.link;
    }
    CHECK(linked == 1);  // the administrator
}

TEST_CASE_FIXTURE(OnboardingStage, "the first mirror takes few calls") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(kari.own_api_user(demo::api_user, demo::api_user_password).ok());
    MESSAGE("SOAP calls of pages 1 to 3: ", erp.calls());
    erp.reset_calls();
    REQUIRE(kari.preview().state == api::PreviewState::ready);
    REQUIRE(kari.call<api::Connect>().ok());
    work();
    MESSAGE("SOAP calls of the preview and the first mirror: ", erp.calls());
    CHECK(erp.calls() <= 12);
}

TEST_CASE_FIXTURE(OnboardingStage, "a second program on the same database is refused") {
    Config config;
    config.database = folder.file("busy24.db");
    config.web_root = web.folder;
    const auto second = App::open(config, {clock, random, transport, log});
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().detail.find("another busy24-proxy") != std::string::npos);
}

TEST_CASE_FIXTURE(OnboardingStage, "a wrong password is one clear refusal, and begins nothing") {
    const auto wrong = kari.sign_in(demo::manager, "feil passord");
    CHECK(wrong.status == 401);
    CHECK(wrong.failure.reason == "wrong_login");
    CHECK(kari.cookie.empty());
    CHECK(kari.sign_in("ukjent@firma.example", "x").body.size() == wrong.body.size());
    CHECK(kari.sign_in("", "x").status == 422);
    CHECK(kari.sign_in(demo::manager, "").status == 422);
    CHECK(kari.sign_in(demo::manager, demo::manager_password).ok());
}

TEST_CASE_FIXTURE(OnboardingStage, "a blocked default identity leads on to the clients that work") {
    const auto page = kari.sign_in(demo::blocked, demo::blocked_password);
    REQUIRE(page.ok());
    REQUIRE(page.reply.tenants.size() == 2);
    for (const auto& tenant : page.reply.tenants) CHECK_FALSE(tenant.is_default);
    CHECK(kari.choose(demo::nordlys).ok());
}

TEST_CASE_FIXTURE(OnboardingStage,
                  "an accountant chooses among the clients; disabled ones are not shown") {
    const auto page = kari.sign_in(demo::accountant, demo::accountant_password);
    REQUIRE(page.ok());
    CHECK(page.reply.tenants.size() == 3);
    CHECK(kari.choose(demo::nordlys).status == 404);
    CHECK(kari.choose(1).status == 404);
    CHECK(kari.choose(demo::havbris).ok());
}

TEST_CASE_FIXTURE(OnboardingStage, "24SevenOffice down is said, and all works when it is back") {
    erp.stop();
    const auto down = kari.sign_in(demo::manager, demo::manager_password);
    CHECK(down.status == 503);
    CHECK(down.failure.reason == "erp_down");
    REQUIRE(erp.start());
    clock.advance(10 * minute_ms);
    CHECK(kari.sign_in(demo::manager, demo::manager_password).ok());
}

TEST_CASE_FIXTURE(OnboardingStage, "a quarantine says when to come back") {
    REQUIRE(erp.set_fault("quarantine").ok());
    const auto refused = kari.sign_in(demo::manager, demo::manager_password);
    CHECK(refused.status == 429);
    CHECK(refused.failure.reason == "quarantine");
    REQUIRE(refused.failure.retry_at_ms.has_value());
    CHECK(*refused.failure.retry_at_ms > clock.now().ms);
    erp.clear_faults();
    clock.set({*refused.failure.retry_at_ms + minute_ms});
    CHECK(kari.sign_in(demo::manager, demo::manager_password).ok());
}

TEST_CASE_FIXTURE(OnboardingStage,
                  "an API user with too few rights is shown what is missing, and not kept") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    const auto limited = kari.own_api_user(demo::limited_user, demo::limited_user_password);
    REQUIRE(limited.ok());
    const auto& user = limited.reply.api_user;
    CHECK_FALSE(user.is_working);
    CHECK(limited.reply.step == api::Step::api_user);
    CHECK(state_of(user, Right::log_in) == RightState::granted);
    CHECK(state_of(user, Right::reach_tenant) == RightState::granted);
    const bool has_denied = std::any_of(user.checks.begin(), user.checks.end(), [](auto& check) {
        return check.state == RightState::denied;
    });
    CHECK(has_denied);
    const auto database = store::open_sqlite(folder.file("busy24.db")).value();
    const auto kept = [&] {
        return database->query("SELECT COUNT(*) FROM credential").value()[0][0].value_or("");
    };
    CHECK(kept() == "0");
    CHECK(kari.call<api::StartPreview>().status == 409);
    CHECK(kari.call<api::Connect>().status == 409);
    REQUIRE(kari.own_api_user(demo::api_user, demo::api_user_password).reply.api_user.is_working);
    CHECK(kept() == "1");
}

TEST_CASE_FIXTURE(OnboardingStage, "an API user that cannot log in, or reaches another client") {
    REQUIRE(kari.sign_in(demo::accountant, demo::accountant_password).ok());
    REQUIRE(kari.choose(demo::havbris).ok());
    auto user = kari.own_api_user(demo::api_user, "feil").reply.api_user;
    CHECK(state_of(user, Right::log_in) == RightState::denied);
    CHECK(state_of(user, Right::reach_tenant) == RightState::untested);
    user = kari.own_api_user(demo::api_user, demo::api_user_password).reply.api_user;
    CHECK(state_of(user, Right::log_in) == RightState::granted);
    CHECK(state_of(user, Right::reach_tenant) == RightState::denied);
    CHECK(state_of(user, Right::read_projects) == RightState::untested);
    CHECK_FALSE(user.is_working);
    CHECK(kari.own_api_user(demo::api_user_of_all, demo::api_user_of_all_password)
              .reply.api_user.is_working);
}

TEST_CASE_FIXTURE(OnboardingStage, "a service that does not answer says nothing about the right") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(erp.set_fault("http-500,operation=GetPersons").ok());
    const auto user = kari.own_api_user(demo::api_user, demo::api_user_password).reply.api_user;
    CHECK(state_of(user, Right::read_projects) == RightState::granted);
    CHECK(state_of(user, Right::read_persons) == RightState::unavailable);
    CHECK_FALSE(user.is_working);
}

TEST_CASE_FIXTURE(OnboardingStage, "another client on page 4 is tried anew") {
    REQUIRE(kari.sign_in(demo::accountant, demo::accountant_password).ok());
    REQUIRE(kari.choose(demo::havbris).ok());
    const auto page = kari.own_api_user(demo::api_user_of_all, demo::api_user_of_all_password);
    REQUIRE(page.reply.api_user.is_working);
    CHECK(page.reply.api_user_tenants.size() == 3);
    const auto changed = kari.call<api::SaveOptions>(
        {{"options", {{"tenantId", demo::solglott}, {"customers", false}}}});
    REQUIRE(changed.ok());
    CHECK(changed.reply.api_user.is_working);
    CHECK(changed.reply.tenant_id == demo::solglott);
    CHECK_FALSE(changed.reply.options.customers);
    CHECK(kari.call<api::SaveOptions>({{"options", {{"tenantId", demo::nordlys}}}}).status == 404);
    erp.reset_calls();
    REQUIRE(kari.preview().state == api::PreviewState::ready);
    CHECK(erp.calls("GetCompanySyncList") == 0);
    CHECK(erp.calls("GetCompanies") == 0);
    REQUIRE(kari.call<api::Connect>().ok());
    CHECK(kari.call<api::GetConnection>().reply.tenant_id == demo::solglott);
}

TEST_CASE_FIXTURE(OnboardingStage,
                  "a restart keeps what was entered, and asks for the login again") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(kari.own_api_user(demo::api_user, demo::api_user_password).ok());
    restart();
    auto page = kari.call<api::GetOnboarding>().reply;
    CHECK_FALSE(page.has_login);
    CHECK(page.step == api::Step::options);
    CHECK(page.username == demo::manager);
    CHECK(kari.choose(demo::granlund).failure.reason == "login_expired");
    CHECK(kari.call<api::Connect>().failure.reason == "login_expired");
    page = kari.sign_in(demo::manager, demo::manager_password).reply;
    CHECK(page.has_login);
    CHECK(page.step == api::Step::options);
    CHECK(page.api_user.is_working);
    REQUIRE(kari.preview().state == api::PreviewState::ready);
    CHECK(kari.call<api::Connect>().ok());
}

TEST_CASE_FIXTURE(OnboardingStage,
                  "after half an hour the login is gone, and the rest is still there") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    clock.advance(31 * minute_ms);
    const auto page = kari.call<api::GetOnboarding>().reply;
    CHECK_FALSE(page.has_login);
    CHECK(page.tenant_id == demo::granlund);
    const auto expired = kari.api_user(api::ApiUserMode::same_login);
    CHECK(expired.status == 401);
    CHECK(expired.failure.reason == "login_expired");
}

TEST_CASE_FIXTURE(OnboardingStage,
                  "another person at the same browser finds nothing of the first one's") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(kari.own_api_user(demo::api_user, demo::api_user_password).ok());
    const auto page = kari.sign_in(demo::accountant, demo::accountant_password).reply;
    CHECK(page.step == api::Step::tenant);
    CHECK_FALSE(page.tenant_id.has_value());
    CHECK(page.api_user == api::ApiUser{});
}

TEST_CASE_FIXTURE(OnboardingStage,
                  "the same login as API user is stored, and counted as a person") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(kari.api_user(api::ApiUserMode::same_login).reply.api_user.is_working);
    REQUIRE(kari.preview().state == api::PreviewState::ready);
    REQUIRE(kari.call<api::Connect>().ok());
    restart();
    work();
    CHECK(kari.call<api::GetRun>().reply.state == api::RunState::succeeded);
    const auto connection = kari.call<api::GetConnection>().reply;
    CHECK(connection.attention == std::vector{api::Attention::person_as_api_user});
}

TEST_CASE_FIXTURE(OnboardingStage, "«later» works for this session only, and keeps reminding") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(kari.api_user(api::ApiUserMode::later).reply.api_user.is_working);
    REQUIRE(kari.preview().state == api::PreviewState::ready);
    REQUIRE(kari.call<api::Connect>().ok());
    work();
    CHECK(kari.call<api::GetRun>().reply.state == api::RunState::succeeded);
    const auto connection = kari.call<api::GetConnection>().reply;
    CHECK(connection.attention == std::vector{api::Attention::no_api_user});
}

TEST_CASE_FIXTURE(OnboardingStage,
                  "«later»: the login goes with the session, and logging in brings it back") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(kari.api_user(api::ApiUserMode::later).ok());
    REQUIRE(kari.preview().state == api::PreviewState::ready);
    clock.advance(hour_ms);  // the plan is old, so the run must read again
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.preview().state == api::PreviewState::ready);
    REQUIRE(kari.call<api::Connect>().ok());
    restart();
    clock.advance(2 * hour_ms);
    Browser again(*this);
    REQUIRE(again.log_in(demo::manager, demo::manager_password).ok());
    work();
    auto run = again.call<api::GetRun>().reply;
    if (run.state == api::RunState::failed) {
        REQUIRE(again.call<api::ResumeRun>({{"id", run.id}}).ok());
        work();
        run = again.call<api::GetRun>().reply;
    }
    CHECK(run.state == api::RunState::succeeded);
}

TEST_CASE_FIXTURE(OnboardingStage, "of two who connect the same client, one gets it") {
    Browser ola(*this, "192.0.2.2");
    for (auto* person : {&kari, &ola}) {
        REQUIRE(person->sign_in(demo::manager, demo::manager_password).ok());
        REQUIRE(person->choose(demo::granlund).ok());
        REQUIRE(person->own_api_user(demo::api_user, demo::api_user_password).ok());
        REQUIRE(person->preview().state == api::PreviewState::ready);
    }
    CHECK(kari.call<api::Connect>().ok());
    const auto late = ola.call<api::Connect>();
    CHECK(late.status == 409);
    CHECK(late.failure.reason == "workspace_exists");
}

TEST_CASE_FIXTURE(OnboardingStage,
                  "a client that has a workspace: enter it, or be told whom to ask") {
    kari.reach_page_5();
    Browser same(*this, "192.0.2.2");
    REQUIRE(same.sign_in(demo::manager, demo::manager_password).ok());
    const auto mine = same.choose(demo::granlund).reply;
    REQUIRE(mine.existing.has_value());
    CHECK(mine.existing->may_enter);
    REQUIRE(same.call<api::EnterWorkspace>({{"tenantId", demo::granlund}}).ok());
    CHECK(same.call<api::GetSession>().reply.state == api::SessionState::signed_in);

    Browser other(*this, "192.0.2.3");
    REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
    const auto theirs = other.choose(demo::granlund).reply;
    REQUIRE(theirs.existing.has_value());
    CHECK_FALSE(theirs.existing->may_enter);
    CHECK(theirs.existing->administrator_name == "Ingrid Solheim");
    CHECK(other.call<api::EnterWorkspace>({{"tenantId", demo::granlund}}).status == 404);
    CHECK(other.call<api::GetOnboarding>().reply.step == api::Step::tenant);
}

TEST_CASE_FIXTURE(OnboardingStage, "two requests of one session do not lose each other's choices") {
    REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
    REQUIRE(kari.choose(demo::granlund).ok());
    REQUIRE(kari.own_api_user(demo::api_user, demo::api_user_password).ok());
    Browser tab = kari;
    std::thread first([&] {
        for (int i = 0; i < 5; ++i)
            kari.call<api::SaveOptions>({{"options", {{"tenantId", demo::granlund}}}});
    });
    for (int i = 0; i < 5; ++i) tab.call<api::GetOnboarding>();
    first.join();
    CHECK(tab.call<api::GetOnboarding>().reply.api_user.is_working);
}
