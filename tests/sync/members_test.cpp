// Members of projects: fetched after the runs, in few calls, and as they are in 24SevenOffice.
#include "proxy/workspace/project_members.hpp"
#include "tests/sync/two_way_harness.hpp"

namespace busy24 {

namespace {

constexpr auto members_call = "GetProjectParticipants";

struct Members : TwoWayHarness {
    std::int64_t number = any_open_project();

    void set_there(std::vector<simulator::Participant> participants) {
        there(number).participants = std::move(participants);
        there(number).changed_at = clock.now().ms;
    }
    std::vector<api::ProjectMember> members() {
        return workspace::members_of(place(), here_with(number).id).value();
    }
    // The contact ids of all projects on the two sides.
    std::string all_here_text() {
        std::string text;
        for (const auto& row : sqlite
                                   ->query("SELECT p.number, m.contact_id, m.state "
                                           "FROM project_member m "
                                           "JOIN project p ON p.id = m.project_id ORDER BY 1, 2")
                                   .value())
            text += *row[0] + " " + *row[1] + "\n";
        return text;
    }
    std::string all_there_text() {
        std::map<std::int64_t, std::map<std::int64_t, int>> all;
        for (const auto& project : books().projects)
            for (const auto& participant : project.participants)
                all[project.id][participant.contact_id] = participant.state;
        std::string text;
        for (const auto& [project, participants] : all)
            for (const auto& [contact, state] : participants)
                text += std::to_string(project) + " " + std::to_string(contact) + "\n";
        return text;
    }
    std::int64_t due() {
        return count("SELECT COUNT(*) FROM project_detail WHERE is_members_due = 1");
    }
};

}  // namespace

TEST_CASE("the first mirror of the demo fetches all members with one call more") {
    MirrorHarness harness;
    harness.first_run();
    MESSAGE("SOAP calls of the first mirror with its members: ", harness.erp.calls());
    CHECK(harness.erp.calls() <= 12);
    CHECK(harness.erp.calls(members_call) == 1);
    CHECK(harness.count("SELECT COUNT(*) FROM project_member") > 100);
    CHECK(harness.count("SELECT COUNT(*) FROM project_detail WHERE members_at > 0") == 150);
    // Two of the states are taking part, whatever the vendor calls them.
    CHECK(harness.count("SELECT COUNT(*) FROM project_member "
                        "WHERE takes_part <> (state IN ('participating', 'initiator'))") == 0);
    CHECK(harness.count("SELECT COUNT(DISTINCT state) FROM project_member") == 8);
}

TEST_CASE("a thousand projects are one call, and 2,100 are three") {
    MirrorHarness harness({.projects = 2'100, .companies = 20, .persons = 12, .work_types = 5});
    harness.first_run();
    CHECK(harness.erp.calls(members_call) == 3);
    CHECK(harness.count("SELECT COUNT(*) FROM project_detail WHERE members_at > 0") == 2'100);
}

TEST_CASE_FIXTURE(Members, "members appear, change and disappear as they do there") {
    const auto contact = books().persons.front().id;
    set_there({{contact, 1, 3}});
    REQUIRE(sync());
    REQUIRE(members().size() == 1);
    const auto first = members().front();
    CHECK(first.contact_id == std::to_string(contact));
    CHECK(first.role == "Prosjektleder");
    CHECK(first.state == api::MemberState::initiator);
    CHECK(first.takes_part);

    clock.advance(hour_ms);
    set_there({{contact, 2, 4}});
    REQUIRE(sync());
    REQUIRE(members().size() == 1);
    CHECK(members().front().role == "Deltaker");
    CHECK(members().front().state == api::MemberState::removed);
    CHECK_FALSE(members().front().takes_part);

    clock.advance(hour_ms);
    set_there({});
    REQUIRE(sync());
    CHECK(members().empty());
}

TEST_CASE_FIXTURE(Members, "a contact that is no mirrored person keeps its name") {
    for (auto& person : books().persons) person.is_employee = false;
    auto& outsider = books().persons.back();
    outsider.first_name = "Åse";
    outsider.last_name = "Utenfra";
    books().persons.front().is_employee = true;
    const auto inside = books().persons.front().id;
    REQUIRE(sqlite->query("DELETE FROM person").ok());
    REQUIRE(sqlite->query("DELETE FROM link WHERE entity = 'person'").ok());
    set_there({{outsider.id, 2, 2}, {inside, 1, 3}});
    REQUIRE(sync(store::Scope::full));
    for (const auto& member : members()) {
        if (member.contact_id == std::to_string(inside)) {
            CHECK_FALSE(member.person_id.empty());
            continue;
        }
        CHECK(member.name == "Åse Utenfra");
        CHECK(member.person_id.empty());
        CHECK(member.takes_part);
    }
    CHECK(members().size() == 2);
}

TEST_CASE_FIXTURE(Members, "only projects that changed are asked about between the nights") {
    erp.reset_calls();
    clock.advance(hour_ms);
    REQUIRE(sync());
    CHECK(erp.calls(members_call) == 0);
    // Nothing tells that the members have changed: the night finds it.
    there(number).participants.clear();
    REQUIRE(sync());
    CHECK(erp.calls(members_call) == 0);
    REQUIRE(sync(store::Scope::full));
    CHECK(erp.calls(members_call) == 1);
    CHECK(all_here_text() == all_there_text());
}

TEST_CASE_FIXTURE(Members, "a project that the answer is silent about keeps its members") {
    set_there({{books().persons.front().id, 1, 3}});
    REQUIRE(sync());
    const auto before = members();
    REQUIRE(before.size() == 1);
    clock.advance(hour_ms);
    set_there({});
    database->watch = [&, is_gone = false](std::string_view sql) mutable {
        // The project is there when it is read, and gone when its members are asked for.
        if (is_gone || sql.find("is_members_due = 1 ORDER BY") == sql.npos || due() == 0) return;
        is_gone = true;
        for (auto& project : books().projects)
            if (project.id == number) project.id = 999'999;
    };
    REQUIRE(sync());
    CHECK(members() == before);
    CHECK(due() == 0);
}

TEST_CASE_FIXTURE(Members, "an outage is waited out, and does not hold up the runs") {
    REQUIRE(erp.set_fault(std::string("http-500,operation=") + members_call).ok());
    set_there({{books().persons.front().id, 1, 3}});
    const auto run = sync();
    REQUIRE(run);
    CHECK(run->state == api::RunState::succeeded);
    CHECK(due() == 1);
    REQUIRE(sync());
    reopen();
    erp.clear_faults();
    clock.advance(10 * minute_ms);
    mirror->work_until_idle();
    CHECK(due() == 0);
    CHECK(members().size() == 1);
}

TEST_CASE_FIXTURE(Members, "what is refused is asked for in smaller parts, and then let be") {
    REQUIRE(erp.set_fault(std::string("fault=No,operation=") + members_call).ok());
    const auto run = sync(store::Scope::full);
    REQUIRE(run);
    CHECK(run->state == api::RunState::succeeded);
    for (int i = 0; i < 40 && due() > 0; ++i) {
        clock.advance(10 * minute_ms);
        mirror->work_until_idle();
    }
    CHECK(due() == 0);
    erp.clear_faults();
    erp.reset_calls();
    clock.advance(10 * minute_ms);
    REQUIRE(sync(store::Scope::full));
    CHECK(due() == 0);
    CHECK(all_here_text() == all_there_text());
    // 1, 2, 4 and 5 of the 12 projects: it dares more again.
    CHECK(erp.calls(members_call) == 4);
}

TEST_CASE_FIXTURE(Members, "a pause holds them back, and its end lets them go") {
    auto state = store::MirrorStates(*sqlite).get(connection).value();
    state.paused_until = clock.now() + hour_ms;
    REQUIRE(store::MirrorStates(*sqlite).save(state).ok());
    set_there({{books().persons.front().id, 1, 3}});
    erp.reset_calls();
    REQUIRE(sync());
    CHECK(erp.calls(members_call) == 0);
    clock.advance(hour_ms);
    mirror->work_until_idle();
    CHECK(erp.calls(members_call) == 1);
}

TEST_CASE("a process killed at any statement loses no members, and doubles none") {
    std::string expected;
    for (std::int64_t at = 0; at < 400; at += 13) {
        CAPTURE(at);
        Members harness;
        harness.there(harness.number).participants.clear();
        REQUIRE(harness.mirror->sync(harness.connection, "", store::Scope::full).ok());
        if (at > 0) harness.database->die_at(at);
        harness.mirror->work_until_idle();
        harness.reopen();
        REQUIRE(store::Runs(*harness.sqlite).release_all().ok());
        harness.work();
        CHECK(harness.due() == 0);
        CHECK(harness.all_here_text() == harness.all_there_text());
        if (at == 0) expected = harness.all_here_text();
        CHECK(harness.all_here_text() == expected);
    }
}

}  // namespace busy24
