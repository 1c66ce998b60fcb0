// What holds the mirror up, for how long, and what goes on all the same.
#include <algorithm>

#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct HeldUp : MirrorHarness {
    template <class Edit>
    void edit_books(Edit edit) {
        erp.edit([&](simulator::World& world) { edit(world.data.tenants.front()); });
    }
    api::MirrorState mirror() {
        const auto state = browser.call<api::GetMirror>();
        REQUIRE(state.ok());
        return state.reply;
    }
    void sync(bool is_full = false) {
        REQUIRE(browser.call<api::SyncNow>({{"isFull", is_full}}).ok());
        work();
    }
    std::string customer_of(const std::string& number) {
        for (const auto& record :
             browser.call<api::ListRecords>({{"limit", 5}, {"search", number}}).reply.records)
            if (record.number == number) return record.customer_name;
        return {};
    }
};

}  // namespace

TEST_CASE_FIXTURE(HeldUp, "a preview that fails is told once, and does not hold up the mirror") {
    json off{{"projects", true}, {"workTypes", false}, {"customers", true}};
    move_api_user_to(1);
    CHECK(browser.call<api::PreviewSwitches>(off).reply.state == api::PreviewState::reading);
    work();
    for (int i = 0; i < 2; ++i) {
        CHECK(browser.call<api::PreviewSwitches>(off).reply.state == api::PreviewState::failed);
        work();
    }
    move_api_user_to(0);
    const auto id = rename(some_project(), "Etter en mislykket forhåndsvisning");
    let_it_run();
    CHECK(explain(id).next == api::ExplainRecord::Next::nothing);
    off["again"] = true;
    // Runs sort by the moment in which they were made.
    clock.advance(second_ms);
    CHECK(browser.call<api::PreviewSwitches>(off).reply.state == api::PreviewState::reading);
    work();
    CHECK(browser.call<api::PreviewSwitches>(off).reply.state == api::PreviewState::ready);
}

TEST_CASE_FIXTURE(HeldUp, "what was cancelled does not start again by itself a moment later") {
    rename(some_project(), "Skal ikke sendes nå");
    REQUIRE(browser.call<api::SyncNow>({{"isFull", true}}).ok());
    REQUIRE(browser.call<api::CancelRun>({{"id", mirror().run->id}}).ok());
    REQUIRE(mirror().next_run_at_ms);
    CHECK(*mirror().next_run_at_ms >= clock.now().ms + 15 * minute_ms);
}

TEST_CASE_FIXTURE(HeldUp, "a pause also stops what waits for its next try") {
    const auto id = rename(some_project(), "Venter på pausen");
    REQUIRE(erp.set_fault("http-500,operation=GetProjectList").ok());
    let_it_run();
    REQUIRE(explain(id).next != api::ExplainRecord::Next::nothing);
    erp.clear_faults();
    REQUIRE(browser
                .call<api::PauseMirror>(
                    {{"untilMs", clock.now().ms + 2 * hour_ms}, {"reason", "Årsavslutning"}})
                .ok());
    for (int i = 0; i < 5; ++i) {
        clock.advance(5 * minute_ms);
        let_it_run();
    }
    CHECK(explain(id).next != api::ExplainRecord::Next::nothing);
    REQUIRE(browser.call<api::PauseMirror>({{"untilMs", 0}, {"reason", ""}}).ok());
    clock.advance(16 * minute_ms);
    let_it_run();
    CHECK(explain(id).next == api::ExplainRecord::Next::nothing);
}

TEST_CASE_FIXTURE(HeldUp, "every list that has shrunk is named before somebody lets it go on") {
    edit_books([](simulator::Tenant& books) {
        books.projects.resize(books.projects.size() / 2);
        books.companies.resize(books.companies.size() / 2);
    });
    sync(true);
    const auto held = mirror().held;
    REQUIRE(held);
    REQUIRE(held->shrunk.size() == 2);
    CHECK(held->shrunk[0].entity == Entity::customer);
    CHECK(held->shrunk[1].entity == Entity::project);
    CHECK(held->shrunk[1].gone > 50);
    REQUIRE(browser.call<api::DecideHeldRun>({{"goesOn", true}}).ok());
    work();
    CHECK_FALSE(mirror().held);
    CHECK(mirror().run->state == api::RunState::succeeded);
}

TEST_CASE_FIXTURE(HeldUp, "whoever lets a list shrink has not let hundreds be written") {
    edit_books([](simulator::Tenant& books) { books.projects.resize(books.projects.size() / 2); });
    for (int i = 0; i < 501; ++i)
        REQUIRE(browser
                    .call<api::SaveProject>({{"id", ""},
                                             {"version", 0},
                                             {"name", "Masseimport " + std::to_string(i)},
                                             {"customerId", ""},
                                             {"startsOn", ""},
                                             {"endsOn", ""},
                                             {"description", ""}})
                    .ok());
    sync(true);
    REQUIRE(mirror().held);
    REQUIRE(mirror().held->reason == "list_shrank");
    REQUIRE(browser.call<api::DecideHeldRun>({{"goesOn", true}}).ok());
    work();
    REQUIRE(mirror().held);
    CHECK(mirror().held->reason == "too_many_writes");
    CHECK(mirror().held->writes == 501);
}

TEST_CASE_FIXTURE(HeldUp, "a project gets the customer that comes after it") {
    constexpr std::int64_t number = 7'654'321;
    std::string project;
    edit_books([&](simulator::Tenant& books) {
        auto& changed = books.projects.front();
        changed.customer_id = number;
        changed.changed_at = clock.now().ms;
        project = std::to_string(changed.id);
    });
    sync();
    CHECK(customer_of(project) == std::to_string(number));
    edit_books([&](simulator::Tenant& books) {
        auto late = books.companies.front();
        late.id = number;
        late.name = "Sent Bygg AS";
        late.first_name.clear();
        late.changed_at = clock.now().ms;
        books.companies.push_back(late);
    });
    sync();
    CHECK(customer_of(project) == "Sent Bygg AS");
}
