// The mirror both ways: each promise of product.md 4, one project at a time.
#include "proxy/store/journal.hpp"
#include "proxy/store/outbox.hpp"
#include "tests/sync/two_way_harness.hpp"

namespace busy24 {

namespace {

using store::Policy;

struct Both : TwoWayHarness {
    std::int64_t number = any_open_project();
    workspace::Project project() { return here_with(number); }
    void set_policy(Policy policy) {
        auto state = store::MirrorStates(*sqlite).get(connection).value();
        state.project_policy = policy;
        REQUIRE(store::MirrorStates(*sqlite).save(state).ok());
    }
    store::Journal journal() { return {*sqlite, connection}; }
    store::Outbox outbox() { return {*sqlite, connection}; }
};

}  // namespace

TEST_CASE_FIXTURE(Both, "nothing was changed, so nothing is done, and nothing is written there") {
    const auto run = sync();
    REQUIRE(run);
    CHECK(run->state == api::RunState::succeeded);
    CHECK(changes_in(*run) == 0);
    CHECK(changes_in(*sync(store::Scope::full)) == 0);
    CHECK(bad.saves == 0);
}

TEST_CASE_FIXTURE(Both, "a project made here is made there once, and gets its number") {
    const auto before = projects_there();
    const auto id = add_here("Nytt lager på Ås");
    const auto run = sync();
    REQUIRE(run);
    CHECK(progress_of(*run, Entity::project).created == 1);
    CHECK(projects_there() == before + 1);
    const auto made = here(id);
    REQUIRE(made.number);
    CHECK(there(*made.number).name == "Nytt lager på Ås");
    CHECK(changes_in(*sync()) == 0);
    CHECK(changes_in(*sync(store::Scope::full)) == 0);
    CHECK(bad.saves == 1);
    CHECK(all_here().size() == std::size_t(before + 1));
}

TEST_CASE_FIXTURE(Both, "a new name here goes there, and leaves the rest as it was there") {
    there(number).order_reference = "PO-77";
    there(number).description = "Som avtalt";
    auto changed = project();
    const auto customer = there(number).customer_id;
    changed.name = "Ombygging & påbygg";
    save(changed);
    const auto run = sync();
    REQUIRE(run);
    CHECK(progress_of(*run, Entity::project).changed == 1);
    CHECK(there(number).name == "Ombygging & påbygg");
    CHECK(there(number).order_reference == "PO-77");
    CHECK(there(number).description == "Som avtalt");
    CHECK(there(number).customer_id == customer);
    CHECK(there(number).is_active);
}

TEST_CASE_FIXTURE(Both, "a name that is shown with its customer's does not get it a second time") {
    REQUIRE(there(number).customer_id != 0);
    there(number).name_display = "Company_Project";
    there(number).changed_at = clock.now().ms;
    REQUIRE(sync());
    auto changed = project();
    const auto name = changed.name;
    changed.description = "Med ny grunnmur";
    save(changed);
    REQUIRE(sync());
    REQUIRE(sync(store::Scope::full));
    CHECK(there(number).description == "Med ny grunnmur");
    CHECK(project().name == name);
}

TEST_CASE_FIXTURE(Both, "a new name there comes here") {
    rename_there(number, "Rehabilitering av tak");
    REQUIRE(sync());
    CHECK(project().name == "Rehabilitering av tak");
    CHECK(bad.saves == 0);
}

TEST_CASE_FIXTURE(Both,
                  "dates go there and back as the same day, and what was emptied is empty there") {
    auto changed = project();
    changed.starts_on = "2026-06-05";
    changed.ends_on = "2026-12-24";
    save(changed);
    REQUIRE(sync());
    REQUIRE(sync(store::Scope::full));
    CHECK(project().starts_on == "2026-06-05");
    CHECK(project().ends_on == "2026-12-24");
    changed = project();
    changed.ends_on.clear();
    changed.description.clear();
    changed.customer_number.reset();
    save(changed);
    REQUIRE(sync());
    CHECK(there(number).stopped_at == 0);
    CHECK(there(number).description.empty());
    CHECK(there(number).customer_id == 0);
    REQUIRE(sync(store::Scope::full));
    CHECK(project().ends_on.empty());
}

TEST_CASE_FIXTURE(Both, "each side changed another member: both changes stand") {
    rename_there(number, "Fra regnskapet");
    auto changed = project();
    changed.description = "Fra byggeplassen";
    save(changed);
    REQUIRE(sync());
    CHECK(project().name == "Fra regnskapet");
    CHECK(there(number).description == "Fra byggeplassen");
    CHECK(there(number).name == "Fra regnskapet");
    CHECK(changes_in(*sync()) == 0);
}

TEST_CASE_FIXTURE(Both, "both changed the name: 24SevenOffice wins, and the loser is remembered") {
    rename_there(number, "Navn der");
    auto changed = project();
    changed.name = "Navn her";
    save(changed);
    REQUIRE(sync());
    CHECK(project().name == "Navn der");
    CHECK(there(number).name == "Navn der");
    bool is_remembered = false;
    for (const auto& entry : journal().of(Entity::project, changed.id, 20).value())
        is_remembered =
            is_remembered || (entry.rule == "erp_won" && entry.before_value == "\"Navn her\"");
    CHECK(is_remembered);
}

TEST_CASE_FIXTURE(Both, "both changed the name: the workspace wins where that is chosen") {
    set_policy(Policy::busy);
    rename_there(number, "Navn der");
    auto changed = project();
    changed.name = "Navn her";
    save(changed);
    REQUIRE(sync());
    CHECK(project().name == "Navn her");
    CHECK(there(number).name == "Navn her");
}

TEST_CASE_FIXTURE(Both, "both changed the name: a person is asked, and the answer is carried out") {
    set_policy(Policy::ask);
    rename_there(number, "Navn der");
    auto changed = project();
    changed.name = "Navn her";
    save(changed);
    REQUIRE(sync());
    CHECK(project().name == "Navn her");
    CHECK(there(number).name == "Navn der");
    const auto open = journal().conflicts(10).value();
    REQUIRE(open.size() == 1);
    CHECK(open[0].member == "name");
    CHECK(changes_in(*sync(store::Scope::full)) == 0);

    REQUIRE(journal().decide(Entity::project, changed.id, "name", "busy").ok());
    REQUIRE(workspace::note_change(place(), Entity::project, changed.id).ok());
    REQUIRE(sync());
    CHECK(there(number).name == "Navn her");
    CHECK(journal().conflicts(10).value().empty());
}

TEST_CASE_FIXTURE(Both, "archived here, it waits for a person there, and is not opened again") {
    auto changed = project();
    changed.is_active = false;
    save(changed);
    REQUIRE(sync());
    REQUIRE(sync(store::Scope::full));
    CHECK_FALSE(project().is_active);
    CHECK(there(number).is_active);
    CHECK(bad.saves == 0);
    there(number).is_active = false;
    there(number).changed_at = clock.now().ms;
    REQUIRE(sync());
    CHECK_FALSE(project().is_active);
    CHECK(changes_in(*sync(store::Scope::full)) == 0);
}

TEST_CASE_FIXTURE(Both, "an answer that is lost makes no second project") {
    bad.lost_percent = 100;
    const auto before = projects_there();
    const auto id = add_here("Tapt svar");
    REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
    mirror->work_until_idle();
    CHECK(projects_there() == before + 1);
    CHECK_FALSE(here(id).number);
    bad.lost_percent = 0;
    work();
    CHECK(newest_run().state == api::RunState::succeeded);
    CHECK(projects_there() == before + 1);
    CHECK(here(id).number);
    CHECK(bad.saves == 1);
}

TEST_CASE_FIXTURE(Both, "two new projects of the same name are two there as well") {
    bad.lost_percent = 100;
    const auto before = projects_there();
    add_here("Like navn");
    add_here("Like navn");
    REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
    mirror->work_until_idle();
    bad.lost_percent = 0;
    work();
    CHECK(projects_there() == before + 2);
    for (const auto& project : all_here()) CHECK(project.number);
}

TEST_CASE_FIXTURE(Both, "one that 24SevenOffice refuses does not stop the others") {
    auto refused = project();
    refused.customer_number = 999'999;
    save(refused);
    const auto id = add_here("Går gjennom");
    const auto run = sync();
    REQUIRE(run);
    CHECK(run->state == api::RunState::succeeded);
    CHECK(progress_of(*run, Entity::project).failed == 1);
    CHECK(here(id).number);
    CHECK(outbox().parked(10).value().size() == 1);
}

TEST_CASE_FIXTURE(Both, "more than 500 writes at once are held until a person says yes") {
    const auto before = projects_there();
    for (int i = 0; i < 501; ++i) add_here("Masseimport " + std::to_string(i));
    const auto held = sync();
    REQUIRE(held);
    CHECK(held->state == api::RunState::failed);
    REQUIRE(held->failure);
    CHECK(held->failure->reason == "too_many_writes");
    CHECK(projects_there() == before);
    REQUIRE(mirror->approve(workspace, RunId{held->id}).ok());
    work();
    CHECK(newest_run().state == api::RunState::succeeded);
    CHECK(projects_there() == before + 501);
}

TEST_CASE_FIXTURE(Both, "changed there while it was on its way: the merge decides, not the last") {
    auto changed = project();
    changed.name = "Navn her";
    changed.description = "Beskrevet her";
    save(changed);
    bool is_renamed = false;
    bad.after_call = [&] {
        if (is_renamed || erp.calls("GetProjectList") == 0) return;
        is_renamed = true;
        clock.advance(second_ms);
        rename_there(number, "Navn der");
    };
    erp.reset_calls();
    REQUIRE(sync());
    CHECK(there(number).name == "Navn der");
    CHECK(there(number).description == "Beskrevet her");
    REQUIRE(sync());
    CHECK(project().name == "Navn der");
    CHECK(project().description == "Beskrevet her");
    CHECK(there(number).name == "Navn der");
    CHECK(changes_in(*sync(store::Scope::full)) == 0);
}

TEST_CASE_FIXTURE(Both,
                  "what has lost against 24SevenOffice before it was sent is not sent later") {
    auto changed = project();
    changed.name = "Navn her";
    save(changed);
    REQUIRE(erp.set_fault("429=1,operation=SaveProject").ok());
    REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
    mirror->work_until_idle();
    erp.clear_faults();
    clock.advance(minute_ms);
    rename_there(number, "Navn der");
    bad.saves = 0;
    REQUIRE(sync());
    CHECK(bad.saves == 0);
    CHECK(project().name == "Navn der");
    CHECK(there(number).name == "Navn der");
    CHECK(outbox().next("").value() == std::nullopt);
}

TEST_CASE_FIXTURE(Both, "what is archived here before it was made there is not made") {
    const auto id = add_here("Blir ikke noe av");
    REQUIRE(erp.set_fault("429=1,operation=SaveProject").ok());
    REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
    mirror->work_until_idle();
    erp.clear_faults();
    REQUIRE(outbox().next("").value() != std::nullopt);
    auto archived = here(id);
    archived.is_active = false;
    save(archived);
    clock.advance(minute_ms);
    bad.saves = 0;
    work();
    REQUIRE(sync());
    CHECK(bad.saves == 0);
    CHECK(outbox().next("").value() == std::nullopt);
    // Opened again, it is wanted again.
    archived.is_active = true;
    save(archived);
    REQUIRE(sync());
    CHECK(books().projects.back().name == "Blir ikke noe av");
}

TEST_CASE_FIXTURE(Both, "edited here on top of a change whose answer was lost: the newest stands") {
    auto changed = project();
    changed.name = "Første navn";
    save(changed);
    bad.lost_percent = 100;
    REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
    mirror->work_until_idle();
    REQUIRE(there(number).name == "Første navn");
    bad.lost_percent = 0;
    changed.name = "Andre navn";
    save(changed);
    // Not the run that waits, which would first hear of the first name; another one.
    REQUIRE(sync());
    CHECK(project().name == "Andre navn");
    CHECK(mirror->next_run(connection).value() <= clock.now() + 5 * second_ms);
    REQUIRE(sync());
    CHECK(project().name == "Andre navn");
    CHECK(there(number).name == "Andre navn");
}

TEST_CASE_FIXTURE(Both, "what was taken back before it was sent is not sent later") {
    const auto before = project();
    auto changed = before;
    changed.name = "Navn her";
    save(changed);
    REQUIRE(erp.set_fault("429=1,operation=SaveProject").ok());
    REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
    mirror->work_until_idle();
    erp.clear_faults();
    save(before);
    bad.saves = 0;
    REQUIRE(sync());
    CHECK(bad.saves == 0);
    CHECK(there(number).name == before.name);
}

TEST_CASE_FIXTURE(Both,
                  "a run that somebody asks for replaces the one that waits for its next try") {
    REQUIRE(erp.set_fault("http-500,operation=GetProjectList").ok());
    const auto waiting = mirror->sync(connection, "", store::Scope::full);
    REQUIRE(waiting.ok());
    mirror->work_until_idle();
    const auto asked = mirror->sync(connection, "Kari Nordlie", store::Scope::changes);
    REQUIRE(asked.ok());
    mirror->work_until_idle();
    erp.clear_faults();
    clock.advance(hour_ms);
    work();
    CHECK(mirror->run(workspace, asked.value()).value().state == api::RunState::succeeded);
    const auto replaced = mirror->run(workspace, waiting.value()).value();
    CHECK(replaced.state == api::RunState::failed);
    REQUIRE(replaced.failure);
    CHECK_FALSE(replaced.failure->retry_at_ms);
    CHECK(changes_in(*sync(store::Scope::full)) == 0);
}

TEST_CASE_FIXTURE(Both, "what cannot leave does not start one run after the other") {
    auto changed = here(add_here("Kom for sent"));
    changed.is_active = false;
    save(changed);
    clock.advance(10 * second_ms);
    CHECK(mirror->next_run(connection).value() <= clock.now());
    REQUIRE(sync());
    CHECK(*mirror->next_run(connection).value() - clock.now() > 50 * minute_ms);
    changed.is_active = true;
    save(changed);
    clock.advance(10 * second_ms);
    CHECK(mirror->next_run(connection).value() <= clock.now());
    REQUIRE(sync());
    CHECK(here(changed.id).number);
}

TEST_CASE_FIXTURE(Both, "a run without changes asks as little as before the first one") {
    erp.reset_calls();
    REQUIRE(sync());
    CHECK(erp.calls() <= 9);
}

TEST_CASE_FIXTURE(Both, "the clock is set back by a day: the mirror goes on, and misses nothing") {
    clock.set(clock.now() + -day_ms);
    rename_there(number, "Endret etter at klokka ble stilt");
    CHECK(mirror->next_run(connection).value() == clock.now());
    CHECK(sync(store::Scope::full)->id == newest_run().id);
    CHECK(project().name == "Endret etter at klokka ble stilt");
    CHECK(*mirror->next_run(connection).value() - clock.now() > 50 * minute_ms);
}

}  // namespace busy24
