// Watching and steering the mirror through the whole program.
#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

TEST_CASE_FIXTURE(MirrorHarness,
                  "the mirror tells when it ran, when it runs next, and that all is well") {
    const auto state = browser.call<api::GetMirror>();
    REQUIRE(state.ok());
    REQUIRE(state.reply.entities.size() == 4);
    for (const auto& kind : state.reply.entities) {
        CHECK(kind.fetched_at_ms > 0);
        CHECK(kind.sent_at_ms == 0);
        CHECK(kind.goes_both_ways == (kind.entity == Entity::project));
    }
    CHECK(state.reply.last_compare_at_ms > 0);
    REQUIRE(state.reply.next_run_at_ms);
    CHECK(*state.reply.next_run_at_ms > clock.now().ms);
    CHECK_FALSE(state.reply.held);
    CHECK(state.reply.problems.empty());
    CHECK(state.reply.conflicts.empty());
    CHECK(state.reply.by_hand.empty());
}

TEST_CASE_FIXTURE(MirrorHarness,
                  "a name that is changed here is there within seconds, and can be explained") {
    const auto id = rename(some_project(), "Nytt navn fra Busy");
    CHECK(explain(id).next == api::ExplainRecord::Next::next_run);
    CHECK_FALSE(explain(id).next_at_ms);
    const auto later_ms = clock.now().ms + hour_ms;
    REQUIRE(browser.call<api::PauseMirror>({{"untilMs", later_ms}}).ok());
    CHECK(explain(id).next_at_ms == later_ms);
    REQUIRE(browser.call<api::PauseMirror>({{"untilMs", 0}}).ok());
    let_it_run();
    const auto why = explain(id);
    CHECK_FALSE(why.next_at_ms);
    REQUIRE_FALSE(why.events.empty());
    CHECK(why.events.back().rule == "create");
    CHECK(why.next == api::ExplainRecord::Next::nothing);
    CHECK(why.is_linked);
    bool is_told = false;
    for (const auto& version : why.versions) {
        if (version.member != "name") continue;
        CHECK(version.agreed == "Nytt navn fra Busy");
        CHECK(version.erp == "Nytt navn fra Busy");
        CHECK(version.busy == "Nytt navn fra Busy");
    }
    for (const auto& event : why.events)
        is_told = is_told || (event.rule == "busy_changed" && event.member == "name" &&
                              event.after == "Nytt navn fra Busy");
    CHECK(is_told);
    const auto runs = browser.call<api::ListRuns>();
    REQUIRE(runs.ok());
    CHECK(runs.reply.total == 2);
    CHECK(runs.reply.runs.front().started_by.empty());
}

TEST_CASE_FIXTURE(MirrorHarness, "an archived project waits for a person in 24SevenOffice") {
    const auto page = some_project();
    REQUIRE(
        browser.call<api::SetProjectActive>({{"id", page.record.id}, {"isActive", false}}).ok());
    let_it_run();
    const auto state = browser.call<api::GetMirror>().reply;
    REQUIRE(state.by_hand.size() == 1);
    CHECK(state.by_hand[0].label == page.record.name);
    CHECK_FALSE(state.by_hand[0].is_active);
    erp.edit([&](simulator::World& world) {
        auto* project = world.data.tenants.front().project(std::stoll(state.by_hand[0].number));
        project->is_active = false;
        project->changed_at = clock.now().ms;
    });
    REQUIRE(browser.call<api::SyncNow>().ok());
    work();
    CHECK(browser.call<api::GetMirror>().reply.by_hand.empty());
}

TEST_CASE_FIXTURE(MirrorHarness,
                  "a project that is gone there asks nobody for anything, and may come back") {
    const auto page = some_project();
    std::optional<simulator::Project> taken;
    const auto sync_all = [&] {
        clock.advance(10 * minute_ms);
        REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
        work();
    };
    erp.edit([&](simulator::World& world) {
        auto& projects = world.data.tenants.front().projects;
        const auto at = std::find_if(projects.begin(), projects.end(), [&](const auto& project) {
            return project.id == std::stoll(page.record.number);
        });
        taken = *at;
        projects.erase(at);
    });
    sync_all();
    CHECK(explain(page.record.id).is_gone);
    REQUIRE(browser.call<api::SetProjectActive>({{"id", page.record.id}, {"isActive", true}}).ok());
    let_it_run();
    const auto why = explain(page.record.id);
    CHECK(why.is_gone);
    CHECK(why.next == api::ExplainRecord::Next::stays_here);
    CHECK(browser.call<api::GetMirror>().reply.by_hand.empty());
    CHECK(browser.call<api::GetAttention>().reply.count == 0);

    erp.edit([&](simulator::World& world) {
        taken->changed_at = clock.now().ms;
        world.data.tenants.front().projects.push_back(*taken);
    });
    sync_all();
    CHECK_FALSE(explain(page.record.id).is_gone);
    CHECK(explain(page.record.id).is_linked);
    CHECK(some_project().record.number == page.record.number);
}

TEST_CASE_FIXTURE(MirrorHarness, "more than are shown wait for a person: all are counted") {
    const auto list = browser.call<api::ListRecords>({{"limit", 110}, {"filter", "active"}});
    REQUIRE(list.reply.records.size() == 110);
    for (const auto& record : list.reply.records)
        REQUIRE(browser.call<api::SetProjectActive>({{"id", record.id}, {"isActive", false}}).ok());
    let_it_run();
    const auto state = browser.call<api::GetMirror>().reply;
    CHECK(state.by_hand.size() == 100);
    CHECK(state.waiting.to_close == 110);
    CHECK(state.waiting.total() == 110);
    CHECK(browser.call<api::GetAttention>().reply.count == 110);
    for (const auto& record : list.reply.records)
        CHECK(explain(record.id).next == api::ExplainRecord::Next::by_hand);
}

TEST_CASE_FIXTURE(MirrorHarness,
                  "what 24SevenOffice refuses is named, and is tried again when asked") {
    REQUIRE(erp.set_fault("fault,operation=SaveProject").ok());
    const auto id = rename(some_project(), "Avvist navn");
    let_it_run();
    for (int i = 0; i < 10; ++i) {
        clock.advance(20 * minute_ms);
        let_it_run();
        REQUIRE(browser.call<api::GetMirror>().ok());
    }
    auto state = browser.call<api::GetMirror>().reply;
    REQUIRE(state.problems.size() == 1);
    CHECK(state.problems[0].record_id == id);
    CHECK(state.problems[0].label == "Avvist navn");
    CHECK_FALSE(state.problems[0].reason.empty());
    CHECK(explain(id).next == api::ExplainRecord::Next::needs_person);
    CHECK(explain(id).cause == state.problems[0].reason);

    erp.clear_faults();
    CHECK(browser.call<api::DecideProblem>({{"id", "finnes-ikke"}}).status == 404);
    REQUIRE(browser.call<api::DecideProblem>({{"id", state.problems[0].id}}).ok());
    work();
    CHECK(browser.call<api::GetMirror>().reply.problems.empty());
    let_it_run();
    CHECK(explain(id).next == api::ExplainRecord::Next::nothing);
    const auto events = explain(id).events;
    CHECK(std::any_of(events.begin(), events.end(),
                      [](const auto& event) { return event.rule == "retried"; }));
}

TEST_CASE_FIXTURE(MirrorHarness, "where both changed the name, an administrator chooses") {
    REQUIRE(browser.call<api::SetPolicy>({{"projectPolicy", "ask"}}).ok());
    const auto page = some_project();
    const auto id = rename(page, "Navn her");
    erp.edit([&](simulator::World& world) {
        auto* project = world.data.tenants.front().project(std::stoll(page.record.number));
        project->name = "Navn der";
        project->changed_at = clock.now().ms;
    });
    let_it_run();
    const auto state = browser.call<api::GetMirror>().reply;
    REQUIRE(state.conflicts.size() == 1);
    CHECK(state.conflicts[0].erp_value == "Navn der");
    CHECK(state.conflicts[0].busy_value == "Navn her");
    const json answer{
        {"entity", "project"}, {"recordId", id}, {"member", "name"}, {"winner", "erp"}};
    REQUIRE(browser.call<api::DecideConflict>(answer).ok());
    let_it_run();
    CHECK(browser.call<api::GetMirror>().reply.conflicts.empty());
    const auto why = explain(id);
    for (const auto& version : why.versions)
        if (version.member == "name") CHECK(version.busy == "Navn der");
    const auto decided = std::find_if(why.events.begin(), why.events.end(), [](const auto& event) {
        return event.rule == "decided_erp";
    });
    REQUIRE(decided != why.events.end());
    CHECK(decided->member == "name");
    CHECK(decided->before == "Navn her");
    CHECK(decided->after == "Navn der");
}

TEST_CASE_FIXTURE(MirrorHarness, "customers are called by their names, and not by their numbers") {
    const auto page = some_project();
    const auto customers =
        browser.call<api::ListRecords>({{"entity", "customer"}, {"limit", 10}}).reply.records;
    const auto other = std::find_if(customers.begin(), customers.end(), [&](const auto& customer) {
        return customer.id != page.record.customer_id;
    });
    REQUIRE(other != customers.end());
    erp.edit([&](simulator::World& world) {
        auto* project = world.data.tenants.front().project(std::stoll(page.record.number));
        project->customer_id = std::stoll(other->number);
        project->changed_at = clock.now().ms;
    });
    let_it_run();
    REQUIRE(browser.call<api::SyncNow>().ok());
    work();
    const auto reply = explain(page.record.id);
    for (const auto& version : reply.versions)
        if (version.member == "customer") CHECK(version.busy == other->name);
    REQUIRE_FALSE(reply.events.empty());
    CHECK(reply.events.front().member == "customer");
    CHECK(reply.events.front().after == other->name);
}

TEST_CASE_FIXTURE(MirrorHarness,
                  "while it is paused, nothing runs by itself, but a person may start it") {
    const auto until = clock.now().ms + day_ms;
    REQUIRE(browser.call<api::PauseMirror>({{"untilMs", until}, {"reason", "Årsavslutning"}}).ok());
    const auto id = rename(some_project(), "Venter på pausen");
    let_it_run();
    auto state = browser.call<api::GetMirror>().reply;
    CHECK(state.paused_until_ms == until);
    CHECK(state.pause_reason == "Årsavslutning");
    CHECK(explain(id).next == api::ExplainRecord::Next::next_run);
    REQUIRE(browser.call<api::SyncNow>().ok());
    work();
    CHECK(explain(id).next == api::ExplainRecord::Next::nothing);
    REQUIRE(browser.call<api::PauseMirror>({{"untilMs", 0}}).ok());
    CHECK_FALSE(browser.call<api::GetMirror>().reply.paused_until_ms);
    const json too_long{{"untilMs", clock.now().ms + 40 * day_ms}};
    CHECK(browser.call<api::PauseMirror>(too_long).status == 422);
}

namespace {

struct Guarded : MirrorHarness {
    void shrink_and_sync() {
        erp.edit([](simulator::World& world) {
            auto& projects = world.data.tenants.front().projects;
            projects.resize(projects.size() / 2);
        });
        sync();
    }
    void sync() {
        REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
        work();
    }
    api::MirrorState go_on() {
        REQUIRE(browser.call<api::DecideHeldRun>({{"goesOn", true}}).ok());
        work();
        return browser.call<api::GetMirror>().reply;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Guarded, "a list that shrinks is held, and goes on when somebody says so") {
    shrink_and_sync();
    auto state = browser.call<api::GetMirror>().reply;
    REQUIRE(state.held);
    CHECK(state.held->reason == "list_shrank");
    REQUIRE(state.held->shrunk.size() == 1);
    const auto& list = state.held->shrunk.front();
    CHECK(list.entity == Entity::project);
    CHECK(list.gone > 50);
    CHECK(list.linked > list.gone);
    CHECK_FALSE(state.next_run_at_ms);
    state = go_on();
    CHECK_FALSE(state.held);
    CHECK(state.run->state == api::RunState::succeeded);
    CHECK(browser.call<api::DecideHeldRun>({{"goesOn", true}}).status == 409);
}

TEST_CASE_FIXTURE(Guarded, "a plan that has grown old is made anew and held anew") {
    shrink_and_sync();
    const auto is_old = [&] { return browser.call<api::GetMirror>().reply.held.value().is_old; };
    CHECK_FALSE(is_old());
    clock.advance(16 * minute_ms);
    CHECK(is_old());
    const auto state = go_on();
    REQUIRE(state.held);
    CHECK(state.held->reason == "list_shrank");
    CHECK_FALSE(go_on().held);
}

TEST_CASE_FIXTURE(Guarded, "a run whose API user no longer reaches the client is held") {
    move_api_user_to(1);
    sync();
    auto state = browser.call<api::GetMirror>().reply;
    REQUIRE(state.held);
    CHECK(state.held->reason == "tenant_not_reached");
    CHECK(go_on().held);
    move_api_user_to(0);
    state = go_on();
    CHECK_FALSE(state.held);
    CHECK(state.run->state == api::RunState::succeeded);
}
