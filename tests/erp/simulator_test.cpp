// The client against the simulator, over real HTTP: another reader and writer of SOAP than ours, so
// that a shared mistake cannot hide.
#include <doctest/doctest.h>

#include <set>

#include "proxy/erp/client_information.hpp"
#include "proxy/erp/company_service.hpp"
#include "proxy/erp/person_service.hpp"
#include "proxy/erp/project_service.hpp"
#include "proxy/erp/time_service.hpp"
#include "tests/erp/sessioned_erp.hpp"
#include "tests/simulator/erp_simulator.hpp"

using namespace busy24;
using namespace busy24::erp;
namespace demo = simulator::demo;

namespace {

constexpr TenantId granlund{demo::granlund};
constexpr TenantId havbris{demo::havbris};

Credential login(std::string_view username, std::string_view password) {
    return {.username = std::string(username), .password = Secret(password)};
}
Credential api_user() { return login(demo::api_user, demo::api_user_password); }

struct SimulatorRig {
    simulator::ErpSimulator erp{
        {.limits = {.requests_per_second = 1'000'000, .logins_per_minute = 1'000'000}}};
    NetworkTransport transport;
    SystemClock clock;
    SeededRandom random;
    MemorySessionStore store;
    bool has_started = erp.start();
    Client client{transport,
                  clock,
                  random,
                  store,
                  {.application_id = std::string(demo::application_id),
                   .api_url = erp.url(),
                   .webservices_url = erp.url(),
                   .rates = wide_rates()}};

    Session session(Patience patience = Patience::interactive) {
        return client.session(api_user(), granlund, patience).value();
    }
};

Instant long_ago() { return *parse_iso8601("2000-01-01"); }

template <ListOperation Op>
std::size_t count(const Session& session, const Op& operation) {
    std::size_t items = 0;
    const auto result = session.stream(operation, [&](auto&&) -> Result<> {
        ++items;
        return {};
    });
    CHECK(result.ok());
    return items;
}

}  // namespace

TEST_CASE("a login tells its clients, in the default company of the simulator") {
    SimulatorRig rig;
    REQUIRE(rig.has_started);
    const auto signed_in = rig.client.sign_in(login(demo::accountant, demo::accountant_password));
    REQUIRE(signed_in.ok());
    CHECK(signed_in.value().identities.size() == 3);
    CHECK(signed_in.value().current->client->id == granlund.value);
    CHECK(rig.client.sign_in(login(demo::accountant, "feil")).error().reason == "wrong_login");
    CHECK(rig.client.sign_in(login("ukjent@example.no", "feil")).error().reason == "wrong_login");
    const auto blocked = rig.client.sign_in(login(demo::blocked, demo::blocked_password));
    REQUIRE(blocked.ok());
    CHECK_FALSE(blocked.value().has_session);
    CHECK_FALSE(blocked.value().identities.empty());
}

TEST_CASE("everything of a first mirror is read in twelve calls at the most") {
    SimulatorRig rig;
    REQUIRE(rig.client.sign_in(api_user()).ok());
    const auto session = rig.session(Patience::background);
    CHECK(session.identity().client->id == granlund.value);

    std::set<std::int32_t> projects;
    const auto take = [&](project_service::Project&& project) -> Result<> {
        CHECK(project.id.has_value());
        CHECK_FALSE(project.name.empty());
        CHECK(project.name_display.value != project_service::ProjectNameType::other);
        CHECK(project.time_reg.value != project_service::TimeRegType::other);
        projects.insert(project.id.value_or(0));
        return {};
    };
    const project_service::ProjectSearch all{.changed_after = long_ago()};
    REQUIRE(session.stream(project_service::GetProjectList{all}, take).ok());
    REQUIRE(session.stream(project_service::GetDeactivatedProjects{all}, take).ok());
    CHECK(projects.size() == 150);

    using time_service::TriState;
    const auto active = count(session, time_service::GetWorkTypeList{{.active = TriState::yes}});
    const auto inactive = count(session, time_service::GetWorkTypeList{{.active = TriState::no}});
    CHECK(active + inactive == 25);

    company_service::GetCompanySyncList sync;
    sync.search.page = 1;
    sync.search.changed_after = long_ago();
    const auto page = session.call(sync);
    REQUIRE(page.ok());
    CHECK(page.value().total_pages == 1);
    CHECK(page.value().items.size() == 60);
    company_service::GetCompanies companies;
    companies.search.company_ids.emplace();
    for (const auto& item : page.value().items)
        if (item.active) companies.search.company_ids->push_back(*item.company_id);
    CHECK(count(session, companies) == companies.search.company_ids->size());

    person_service::GetPersons persons;
    persons.search.changed_after = long_ago();
    CHECK(count(session, persons) >= 40);
    CHECK(rig.erp.calls() <= 12);
}

TEST_CASE("the other calls of the services are understood too") {
    SimulatorRig rig;
    const auto session = rig.session();
    CHECK(count(session, project_service::GetProjectRoles{}) > 0);
    CHECK(count(session, project_service::GetProjectStatuses{}) > 0);
    CHECK(count(session, project_service::GetProjectNameList{}) > 0);
    CHECK(count(session, client_service::GetUsers{}) > 0);
    CHECK(session.call(time_service::GetSalaryTypes{}).ok());
    CHECK(session.call(authenticate::HasSession{}).value());
    const auto information = read_client_information(session, rig.clock);
    REQUIRE(information.ok());
    CHECK_FALSE(information.value().organization_number.empty());
    const auto names = session.call(project_service::GetProjectNameList{}).value();
    project_service::GetProjectParticipants participants;
    for (const auto& name : names) participants.project_ids.push_back(name.id);
    CHECK(count(session, participants) > 0);
    time_service::GetHours hours;
    hours.search.start_time = long_ago();
    CHECK(session.call(hours).ok());
    const auto nothing = session.call(company_service::GetCompanies{});
    CHECK(nothing.error().reason == "no_search_parameter");
}

TEST_CASE("a project that is read and saved keeps everything, and a new one is found again") {
    SimulatorRig rig;
    const auto session = rig.session();
    const auto names = session.call(project_service::GetProjectNameList{}).value();
    const project_service::GetSingleProject single{names.at(3).id};
    const auto before = *session.call(single).value();
    project_service::SaveProject save{before};
    CHECK(session.call(save).value() == *before.id);
    auto after = session.call(single).value();
    REQUIRE(after.has_value());
    // The ERP sets these itself.
    after->date_changed = before.date_changed;
    after->owner = before.owner;
    CHECK(*after == before);

    project_service::SaveProject create;
    create.project.name = "Nytt tak på Ærfuglveien 7 & 9 <\"fase 1\">";
    create.project.date_start = parse_iso8601("2026-06-05");
    const auto id = session.call(create);
    REQUIRE(id.ok());
    const auto created = session.call(project_service::GetSingleProject{id.value()}).value();
    REQUIRE(created.has_value());
    CHECK(created->name == create.project.name);
    CHECK(created->date_start == create.project.date_start);
}

TEST_CASE("an answer lost after the write is ambiguous, and the write is there once") {
    SimulatorRig rig;
    const auto session = rig.session();
    REQUIRE(rig.erp.set_fault("timeout-after-write,times=1,operation=SaveProject").ok());
    project_service::SaveProject create;
    create.project.name = "Brygge ved Sjøgata";
    CHECK(session.call(create).error().code == ErrorCode::ambiguous);
    CHECK(rig.erp.calls("SaveProject") == 1);
    int found = 0;
    const auto names = session.call(project_service::GetProjectNameList{}).value();
    for (const auto& name : names) found += name.name == create.project.name ? 1 : 0;
    CHECK(found == 1);
}

TEST_CASE("sessions that expire in the middle cost one login") {
    SimulatorRig rig;
    const auto session = rig.session();
    rig.erp.expire_sessions();
    rig.erp.reset_calls();
    CHECK(session.call(project_service::GetProjectRoles{}).ok());
    CHECK(session.call(project_service::GetProjectRoles{}).ok());
    CHECK(rig.erp.calls("Login") == 1);
    CHECK(rig.erp.calls() == 5);
}

TEST_CASE("each fault of the simulator becomes what a caller can act on") {
    SimulatorRig rig;
    const auto session = rig.session();
    const struct {
        const char* fault;
        ErrorCode code;
        const char* reason;
    } rows[] = {
        {"http-500", ErrorCode::unavailable, "erp_down"},
        {"malformed", ErrorCode::unavailable, "bad_answer"},
        {"truncated", ErrorCode::unavailable, "erp_down"},
        {"reset", ErrorCode::unavailable, "erp_down"},
        {"fault=Access denied", ErrorCode::forbidden, "no_right"},
        {"fault=Instance validation error", ErrorCode::invalid, "refused_value"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.fault);
        rig.erp.clear_faults();
        REQUIRE(rig.erp.set_fault(row.fault).ok());
        const auto result = session.call(project_service::GetProjectRoles{});
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == row.code);
        CHECK(result.error().reason == row.reason);
    }
    // One time only, and it is not even noticed.
    for (const char* fault : {"http-500,times=1", "malformed,times=1", "truncated,times=1",
                              "reset,times=1", "slow-drip=1,times=1", "huge-answer=4,times=1"}) {
        CAPTURE(fault);
        rig.erp.clear_faults();
        REQUIRE(rig.erp.set_fault(fault).ok());
        CHECK(session.call(project_service::GetProjectRoles{}).ok());
    }
    // Last, since these two stop all calls for a while.
    rig.erp.clear_faults();
    REQUIRE(rig.erp.set_fault("quarantine,times=1").ok());
    const auto quarantined = session.call(project_service::GetProjectRoles{});
    CHECK(quarantined.error().reason == "quarantine");
    const auto end_ms = (rig.clock.now().ms / hour_ms + 1) * hour_ms;
    CHECK(quarantined.error().retry_at_ms == end_ms);
}

TEST_CASE("a burst that is refused is waited out") {
    SimulatorRig rig;
    const auto session = rig.session(Patience::background);
    REQUIRE(rig.erp.set_fault("429,times=1").ok());
    CHECK(session.call(project_service::GetProjectRoles{}).ok());
}

TEST_CASE("an ERP that is down says so, and is used again when it is back") {
    SimulatorRig rig;
    const auto session = rig.session();
    rig.erp.stop();
    const auto down = session.call(project_service::GetProjectRoles{});
    CHECK(down.error().code == ErrorCode::unavailable);
    CHECK(down.error().reason == "erp_down");
    REQUIRE(rig.erp.start());
    CHECK(session.call(project_service::GetProjectRoles{}).ok());
}

TEST_CASE("rights that are missing are told apart from an ERP that is down") {
    SimulatorRig rig;
    const auto limited = rig.client.session(login(demo::limited_user, demo::limited_user_password),
                                            granlund, Patience::interactive);
    REQUIRE(limited.ok());
    CHECK(limited.value().call(project_service::GetProjectRoles{}).error().code ==
          ErrorCode::forbidden);
    CHECK(rig.client.session(api_user(), havbris).error().reason == "tenant_not_reached");
}
