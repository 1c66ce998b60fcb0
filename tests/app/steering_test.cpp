// What people tell the mirror about single records and about what it mirrors.
#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct Steering : MirrorHarness {
    using Explanation = api::ExplainRecord::Reply;
    auto change_link(const std::string& id, const std::string& change,
                     const std::string& number = "") {
        return browser.call<api::ChangeLink>(
            {{"entity", "project"}, {"id", id}, {"change", change}, {"number", number}});
    }
    simulator::Project& erp_project(const std::string& number) {
        return *erp.world().data.tenants.front().project(std::stoll(number));
    }
    api::RecordPage page_of(const std::string& id) {
        return browser.call<api::GetRecord>({{"entity", "project"}, {"id", id}}).reply;
    }
    void rename_there(const std::string& number, const std::string& name) {
        erp.edit([&](simulator::World& world) {
            auto* project = world.data.tenants.front().project(std::stoll(number));
            project->name = name;
            project->changed_at = clock.now().ms;
        });
    }
    std::int64_t attention() { return browser.call<api::GetAttention>().reply.count; }
    void sync_all() {
        REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
        work();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Steering, "a record that is left alone is changed by neither side") {
    const auto page = some_project();
    REQUIRE(change_link(page.record.id, "leave_alone").ok());
    CHECK(explain(page.record.id).is_left_alone);
    rename_there(page.record.number, "Navn der");
    rename(page, "Navn her");
    let_it_run();
    sync_all();
    CHECK(page_of(page.record.id).record.name == "Navn her");
    CHECK(erp_project(page.record.number).name == "Navn der");

    REQUIRE(change_link(page.record.id, "take_up").ok());
    let_it_run();
    CHECK_FALSE(explain(page.record.id).is_left_alone);
    CHECK(page_of(page.record.id).record.name == "Navn der");
}

TEST_CASE_FIXTURE(Steering, "a broken link makes nothing anew on either side") {
    const auto page = some_project();
    const auto projects_before = erp.world().data.tenants.front().projects.size();
    REQUIRE(change_link(page.record.id, "unlink").ok());
    CHECK_FALSE(explain(page.record.id).is_linked);
    CHECK(change_link(page.record.id, "unlink").failure.reason == "not_linked");
    sync_all();
    CHECK(erp.world().data.tenants.front().projects.size() == projects_before);
    const auto list = browser.call<api::ListRecords>({{"limit", 200}, {"filter", "all"}}).reply;
    CHECK(std::count_if(list.records.begin(), list.records.end(), [&](const api::Record& record) {
              return record.number == page.record.number;
          }) <= 1);
    CHECK_FALSE(explain(page.record.id).is_linked);
    CHECK(page_of(page.record.id).link == api::LinkState::local);

    const auto name = page_of(page.record.id).record.name;
    rename(page_of(page.record.id), "Mitt eget navn");
    REQUIRE(change_link(page.record.id, "link", page.record.number).ok());
    const auto why = explain(page.record.id);
    CHECK(why.is_linked);
    CHECK_FALSE(why.is_left_alone);
    // What our side lost can be read, member by member.
    CHECK(std::any_of(why.events.begin(), why.events.end(), [&](const api::RecordEvent& event) {
        return event.rule == "linked_by_hand" && event.member == "name" &&
               event.before == "Mitt eget navn" && event.after == name;
    }));
}

TEST_CASE_FIXTURE(Steering, "a record is linked by hand to a number that is free") {
    const auto list = browser.call<api::ListRecords>({{"limit", 2}}).reply;
    const auto& first = list.records[0];
    const auto& second = list.records[1];
    CHECK(change_link(first.id, "link", "99999999").failure.reason == "no_such_number");
    CHECK(change_link(first.id, "link", second.number).failure.reason == "number_taken");
    CHECK(change_link("finnes-ikke", "unlink").status == 404);
}

TEST_CASE_FIXTURE(Steering, "switching a kind off and on shows first what it does") {
    const json off{{"projects", true}, {"workTypes", false}, {"customers", true}};
    CHECK(browser.call<api::SetSwitches>(off).failure.reason == "preview_not_ready");
    CHECK(browser.call<api::PreviewSwitches>(off).reply.state == api::PreviewState::reading);
    work();
    const auto preview = browser.call<api::PreviewSwitches>(off);
    REQUIRE(preview.reply.state == api::PreviewState::ready);
    for (const auto& plan : preview.reply.plans) CHECK(plan.entity != Entity::work_type);
    CHECK(browser.call<api::GetConnection>().reply.options.work_types);

    REQUIRE(browser.call<api::SetSwitches>(off).ok());
    work();
    CHECK_FALSE(browser.call<api::GetConnection>().reply.options.work_types);
    CHECK(browser.call<api::GetMirror>().reply.run->state == api::RunState::succeeded);

    const json on{{"projects", true}, {"workTypes", true}, {"customers", true}};
    clock.advance(second_ms);
    browser.call<api::PreviewSwitches>(on);
    work();
    const auto again = browser.call<api::PreviewSwitches>(on).reply;
    REQUIRE(again.state == api::PreviewState::ready);
    for (const auto& plan : again.plans) CHECK(plan.create_in_busy == 0);
    REQUIRE(browser.call<api::SetSwitches>(on).ok());
    work();
    CHECK(browser.call<api::GetMirror>().reply.run->state == api::RunState::succeeded);
}

TEST_CASE_FIXTURE(Steering, "a preview that nobody takes does not hold up the mirror") {
    browser.call<api::PreviewSwitches>(
        {{"projects", true}, {"workTypes", false}, {"customers", true}});
    work();
    const auto id = rename(some_project(), "Etter forhåndsvisningen");
    let_it_run();
    CHECK(explain(id).next == api::ExplainRecord::Next::nothing);
    CHECK(browser.call<api::GetConnection>().reply.options.work_types);
}

TEST_CASE_FIXTURE(Steering, "what may be the same as ours is asked about, also after the first") {
    // The same name under another customer.
    const auto page = some_project();
    const auto made = browser.call<api::SaveProject>({{"id", ""},
                                                      {"version", 0},
                                                      {"name", "Tvilling på Storgata"},
                                                      {"customerId", ""},
                                                      {"startsOn", ""},
                                                      {"endsOn", ""},
                                                      {"description", ""}});
    REQUIRE(made.ok());
    erp.edit([&](simulator::World& world) {
        auto& tenant = world.data.tenants.front();
        auto twin = *tenant.project(std::stoll(page.record.number));
        twin.id = 77'777;
        twin.name = "TVILLING på storgata";
        twin.changed_at = clock.now().ms;
        tenant.projects.push_back(twin);
    });
    let_it_run();
    auto state = browser.call<api::GetMirror>().reply;
    if (state.questions.empty()) sync_all(), state = browser.call<api::GetMirror>().reply;
    REQUIRE(state.questions.size() == 1);
    CHECK(attention() == 1);
    CHECK(browser.call<api::DecideQuestion>({{"id", "nei"}, {"decision", "same"}}).status == 404);
    REQUIRE(browser.call<api::DecideQuestion>({{"id", state.questions[0].id}, {"decision", "same"}})
                .ok());
    work();
    CHECK(attention() == 0);
    CHECK(page_of(made.reply.page.record.id).record.number == "77777");
}

TEST_CASE_FIXTURE(Steering, "runs are filtered, and both runs and problems come as tables") {
    rename(some_project(), "Endret for tabellen");
    let_it_run();
    CHECK(browser.call<api::ListRuns>().reply.total == 2);
    CHECK(browser.call<api::ListRuns>({{"filter", "by_people"}}).reply.total == 1);
    CHECK(browser.call<api::ListRuns>({{"filter", "with_errors"}}).reply.total == 0);
    const auto changed = browser.call<api::ListRuns>({{"filter", "with_changes"}}).reply;
    REQUIRE(changed.total == 2);
    CHECK(changed.runs.front().entities.size() == 4);

    const auto table = browser.call<api::ExportRuns>().reply.text;
    CHECK(table.rfind("\xEF\xBB\xBFrun;started_at;", 0) == 0);
    CHECK(table.find(";project;0;1;") != std::string::npos);
    const auto problems = browser.call<api::ExportProblems>().reply.text;
    CHECK(problems ==
          "\xEF\xBB\xBF"
          "direction;entity;record;number;label;reason;attempts;since\r\n");
}
