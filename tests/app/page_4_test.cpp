// What page 4 asks about, by the calls that the page makes.
#include "proxy/workspace/projects.hpp"
#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

// The workspace has a project already, called like one of 24SevenOffice.
struct Page4 : AppHarness {
    Browser kari{*this};
    std::unique_ptr<store::Database> database;
    std::string project;

    Page4() {
        REQUIRE(kari.sign_in(demo::manager, demo::manager_password).ok());
        REQUIRE(kari.choose(demo::granlund).ok());
        REQUIRE(kari.own_api_user(demo::api_user, demo::api_user_password).ok());
        database = store::open_sqlite(folder.file("busy24.db")).value();
        workspace::Project row;
        erp.edit([&](simulator::World& world) {
            auto& there = world.data.tenants.front().projects.front();
            there.name = row.name = "Tilbygg på Nesodden";
            there.name_display = "Plain";
        });
        const WorkspaceId id{
            database->query("SELECT id FROM workspace").value()[0][0].value_or("")};
        project = workspace::save({*database, random, id, clock.now()}, std::move(row)).value();
    }
    std::string number() {
        const std::array values{store::to_value(project)};
        return database->query("SELECT number FROM project WHERE id = $1", values)
            .value()[0][0]
            .value_or("");
    }
    api::Preview asked() {
        auto preview = kari.preview();
        REQUIRE(preview.state == api::PreviewState::ready);
        REQUIRE(preview.questions.size() == 1);
        return preview;
    }
    void connect() {
        REQUIRE(kari.call<api::Connect>().ok());
        work();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Page4, "what may be the same is asked about, and nothing begins before") {
    const auto question = asked().questions.front().id;
    CHECK(kari.call<api::Connect>().failure.reason == "undecided_matches");
    CHECK(kari.call<api::Decide>({{"questionId", "finnes-ikke"}, {"decision", "same"}}).status ==
          404);
    REQUIRE(kari.call<api::Decide>({{"questionId", question}, {"decision", "same"}}).ok());
    connect();
    CHECK_FALSE(number().empty());
}

TEST_CASE_FIXTURE(Page4, "two that are different are two") {
    const auto question = asked().questions.front().id;
    REQUIRE(kari.call<api::Decide>({{"questionId", question}, {"decision", "different"}}).ok());
    connect();
    const auto named =
        database->query("SELECT COUNT(*) FROM project WHERE name = 'Tilbygg på Nesodden'");
    CHECK(named.value()[0][0] == "2");
}
