// First-time setup through the whole program: who is ready, and giving everybody their roles.
#include <algorithm>

#include "tests/app/people_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct SetupStage : PeopleHarness {
    Browser guest{*this, "192.0.2.7"};

    api::FirstSetup setup() {
        const auto answer = admin.call<api::GetFirstSetup>();
        REQUIRE(answer.ok());
        return answer.reply;
    }
    tests::Outcome<api::ApplySetup> apply() {
        clock.advance(second_ms);  // no two in one instant
        return admin.call<api::ApplySetup>({{"version", setup().version}});
    }
    void undo(const std::string& id) { REQUIRE(admin.call<api::UndoSetup>({{"id", id}}).ok()); }
    api::ReadyList ready() { return admin.call<api::GetReadiness>().reply; }
    api::ReadyRow row(const std::string& name) {
        for (const auto& found : ready().people)
            if (found.name == name) return found;
        FAIL("nobody is called " << name);
        return {};
    }
    // Everybody's role in every project, as text to compare.
    std::string roles() {
        std::string text;
        for (const auto& project :
             admin.call<api::ListRecords>({{"limit", 200}, {"filter", "all"}}).reply.records)
            for (const auto& member :
                 admin.call<api::ListMembers>({{"projectId", project.id}}).reply.members)
                text += project.number + ' ' + member.who.name + ' ' +
                        std::string(word_of(member.role)) + '\n';
        return text;
    }
    // Of an active project there, whose leader is an employee.
    simulator::Project& some_project() {
        auto& books = erp.world().data.tenants.front();
        for (auto& project : books.projects) {
            if (!project.is_active || project.participants.size() < 2) continue;
            const auto* leader = books.person(project.participants.front().contact_id);
            if (leader && leader->is_employee) return project;
        }
        FAIL("no project has people");
        return books.projects.front();
    }
    std::string id_of(const simulator::Project& project) {
        return admin.call<api::ListRecords>({{"search", std::to_string(project.id)}, {"limit", 1}})
            .reply.records.at(0)
            .id;
    }
    std::vector<api::Member> members(const std::string& project) {
        return admin.call<api::ListMembers>({{"projectId", project}}).reply.members;
    }
    bool has_audit(const std::string& action) {
        const auto lines = admin.call<api::ListAudit>({{"limit", 200}}).reply.lines;
        return std::any_of(lines.begin(), lines.end(), [&](const api::AuditLine& line) {
            return word_of(line.action) == action;
        });
    }
};

}  // namespace

TEST_CASE_FIXTURE(SetupStage,
                  "everybody gets the role that 24SevenOffice says, and undo takes it back") {
    const auto before = roles();
    CHECK(before.empty());
    const auto plan = setup();
    CHECK(plan.plan.added > 3);
    CHECK(plan.plan.changed + plan.plan.removed == 0);
    CHECK(plan.projects == plan.projects_fetched);
    REQUIRE(plan.roles.size() > 1);
    for (const auto& role : plan.roles)
        CHECK((role.role == api::ProjectRole::manager) == (role.name == "Prosjektleder"));

    const auto started = apply();
    REQUIRE(started.ok());
    CHECK(started.reply.runs.front().state == api::SetupState::applying);
    CHECK(apply().failure.reason == "setup_under_way");
    work();
    const auto done = setup();
    CHECK(done.runs.front().state == api::SetupState::applied);
    CHECK(done.runs.front().counts == plan.plan);
    CHECK(done.runs.front().done == plan.plan.total());
    CHECK(done.plan.total() == 0);
    // Who leads there manages here; who does not take part there is not in it here.
    const auto& there = some_project();
    const auto here = members(id_of(there));
    REQUIRE_FALSE(here.empty());
    CHECK(here.front().role == api::ProjectRole::manager);
    CHECK(apply().failure.reason == "plan_changed");

    undo(done.runs.front().id);
    work();
    CHECK(roles() == before);
    CHECK(setup().runs.front().state == api::SetupState::undone);
    CHECK(setup().runs.front().restored == plan.plan.total());
    CHECK(admin.call<api::UndoSetup>({{"id", done.runs.front().id}}).failure.reason == "undone");
    CHECK(has_audit("setup_applied"));
    CHECK(has_audit("setup_undone"));
}

TEST_CASE_FIXTURE(SetupStage,
                  "undo leaves alone what was touched since, and the next plan as well") {
    REQUIRE(apply().ok());
    work();
    const auto project = id_of(some_project());
    const auto touched = members(project).front();
    REQUIRE(admin
                .call<api::SaveMember>(
                    {{"projectId", project}, {"colleagueId", touched.who.id}, {"role", "none"}})
                .ok());
    // Taken out by hand: nothing takes them in again.
    CHECK(setup().plan.total() == 0);
    CHECK(setup().kept == 1);
    const auto run = setup().runs.front();
    undo(run.id);
    work();
    CHECK(setup().runs.front().left_alone == 1);
    CHECK(setup().runs.front().restored == run.total - 1);
    CHECK(setup().plan.added == run.total - 1);
    CHECK(has_audit("member_changed"));
}

TEST_CASE_FIXTURE(SetupStage,
                  "another role table plans the difference, per project and per person") {
    REQUIRE(apply().ok());
    work();
    auto roles_now = setup().roles;
    json choices = json::array();
    for (const auto& role : roles_now)
        choices.push_back(
            {{"key", role.key}, {"role", role.name == "Prosjektleder" ? "participant" : "none"}});
    const auto saved =
        admin.call<api::SaveSetupRoles>({{"roles", choices}, {"defaultRole", "participant"}});
    REQUIRE(saved.ok());
    const auto& plan = saved.reply.plan;
    CHECK(plan.added == 0);
    CHECK(plan.changed > 0);
    CHECK(plan.removed > 0);
    CHECK(has_audit("roles_saved"));
    for (const auto* by : {"project", "person"}) {
        std::int64_t sum = 0;
        const auto preview = admin.call<api::PreviewSetup>({{"by", by}, {"limit", 200}}).reply;
        for (const auto& line : preview.rows) {
            sum += line.counts.total();
            CHECK_FALSE(line.name.empty());
            CHECK(line.steps.size() ==
                  std::min<std::size_t>(static_cast<std::size_t>(line.counts.total()),
                                        api::PreviewSetup::steps_max));
        }
        CHECK(sum == plan.total());
        CHECK(preview.total == static_cast<std::int64_t>(preview.rows.size()));
        const auto second =
            admin.call<api::PreviewSetup>({{"by", by}, {"offset", 1}, {"limit", 1}}).reply;
        REQUIRE(second.rows.size() == 1);
        CHECK(second.rows.front() == preview.rows.at(1));
    }
    const auto before = roles();
    REQUIRE(apply().ok());
    work();
    CHECK(roles() != before);
    CHECK(setup().plan.total() == 0);
    undo(setup().runs.front().id);
    work();
    CHECK(roles() == before);
    // What was done before it can be undone, too.
    undo(setup().runs.back().id);
    work();
    CHECK(roles().empty());
    CHECK(admin.call<api::PreviewSetup>({{"limit", 0}}).status == 422);
}

TEST_CASE_FIXTURE(SetupStage, "a setup goes on where the program stopped") {
    REQUIRE(apply().ok());
    restart();
    run_threads_until("SELECT 1 FROM setup_run WHERE state = 'applied'");
    REQUIRE(admin.log_in(demo::manager, demo::manager_password).ok());
    CHECK(setup().runs.front().state == api::SetupState::applied);
    CHECK(setup().plan.total() == 0);
}

TEST_CASE_FIXTURE(SetupStage, "the board tells who has logged in, who is invited, and who is not") {
    const auto rows = ready().people;
    REQUIRE(rows.size() > 3);
    const auto self = row("Ingrid Solheim");
    CHECK(self.state == api::Readiness::ready);
    CHECK(self.matched_by == api::MatchedBy::login);
    CHECK(self.is_user);
    const auto found = std::find_if(rows.begin(), rows.end(), [](const api::ReadyRow& candidate) {
        return candidate.state == api::Readiness::missing && !candidate.email.empty();
    });
    REQUIRE(found != rows.end());
    const auto reminded = admin.call<api::RemindPeople>({{"ids", {found->id}}});
    REQUIRE(reminded.ok());
    REQUIRE(reminded.reply.results.size() == 1);
    CHECK(reminded.reply.results.front().outcome == api::InviteOutcome::invited);
    CHECK(row(found->name).state == api::Readiness::invited);
    // Once more is a new link to the same invitation.
    const auto again = admin.call<api::RemindPeople>({{"ids", {found->id}}}).reply.results;
    REQUIRE(again.size() == 1);
    CHECK(again.front().link != reminded.reply.results.front().link);
    const auto& link = again.front().link;
    REQUIRE(guest
                .call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                              {"name", "Et annet navn"},
                                              {"password", "en lang nok setning"}})
                .ok());
    const auto joined = row(found->name);
    CHECK(joined.state == api::Readiness::ready);
    CHECK(joined.matched_by == api::MatchedBy::email);
    CHECK_FALSE(joined.can_unmatch);
    clock.advance(49 * hour_ms);
    REQUIRE(admin.log_in(demo::manager, demo::manager_password).ok());
    // Everybody who has not logged in, in as many turns as it takes.
    const auto all = admin.call<api::RemindPeople>().reply;
    CHECK(all.results.size() <= api::RemindPeople::people_max);
    for (const auto& result : all.results) CHECK(result.email != joined.email);
}

TEST_CASE_FIXTURE(SetupStage, "a user is matched by hand, once, and let go again") {
    join(guest, "Kallenavn");
    const auto user = row("Kallenavn");
    CHECK(user.state == api::Readiness::unmatched);
    const auto project = id_of(some_project());
    put_into(project, "Kallenavn", "manager");
    const auto rows = ready().people;
    const auto person = std::find_if(rows.begin(), rows.end(), [](const api::ReadyRow& candidate) {
        return !candidate.is_user;
    });
    REQUIRE(person != rows.end());
    const auto match = [&](const std::string& user_id, const std::string& person_id) {
        return admin.call<api::MatchUser>({{"userId", user_id}, {"personId", person_id}});
    };
    REQUIRE(match(user.id, person->id).ok());
    const auto matched = row(person->name);
    CHECK(matched.id == person->id);
    CHECK(matched.state == api::Readiness::ready);
    CHECK(matched.matched_by == api::MatchedBy::hand);
    CHECK(ready().people.size() == rows.size() - 1);
    CHECK(has_audit("user_matched"));
    // What the user was in a project, the person is, and the user still may.
    const auto list = guest.call<api::ListMembers>({{"projectId", project}}).reply;
    CHECK(list.is_whole);
    REQUIRE(list.members.size() == 1);
    CHECK(list.members.front().who.id == person->id);
    // Nobody else becomes that contact, and who came in with a log-in stays who it is.
    Browser second{*this, "192.0.2.8"};
    join(second, "En til");
    CHECK(match(row("En til").id, person->id).failure.reason == "contact_taken");
    CHECK(match(row("Ingrid Solheim").id, "").failure.reason == "match_is_fixed");
    CHECK(match("no-such-user", person->id).status == 404);
    REQUIRE(match(matched.id, "").ok());
    CHECK(row("Kallenavn").state == api::Readiness::unmatched);
    CHECK(row(person->name).state == api::Readiness::missing);
}
