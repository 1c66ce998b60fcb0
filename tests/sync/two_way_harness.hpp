// A workspace whose first mirror is done, in front of the simulator, with a network that can be
// made bad.
#pragma once

#include "proxy/store/outbox.hpp"
#include "proxy/workspace/changes.hpp"
#include "proxy/workspace/projects.hpp"
#include "tests/simulator/dice.hpp"
#include "tests/sync/mirror_harness.hpp"

namespace busy24 {

// Refuses calls, and loses the answers of writes that were carried out, by chance.
class BadNetwork final : public HttpTransport {
public:
    BadNetwork(HttpTransport& inner, simulator::Dice& dice) : inner_(inner), dice_(dice) {}
    int refused_percent = 0;
    int lost_percent = 0;
    // Saves are taken, and carried out when somebody says so, long after the connection is gone.
    bool is_late = false;
    std::int64_t saves = 0;  // SaveProject calls that reached the other side
    std::string last_save;   // what the last of them said
    std::function<void()> before_call = [] {};
    std::function<void()> after_call = [] {};

    Result<HttpAnswer> send(const HttpRequest& request, const BodySink& sink) override {
        before_call();
        auto answer = pass_on(request, sink);
        after_call();
        return answer;
    }
    bool hits(int percent) {
        return percent > 0 && dice_.roll(100) < static_cast<std::uint64_t>(percent);
    }

    void carry_out_late() {
        const auto swallow = [](std::string_view) { return true; };
        REQUIRE(inner_.send(late_, swallow).ok());
    }

private:
    Result<HttpAnswer> pass_on(const HttpRequest& request, const BodySink& sink) {
        const bool is_save = request.body.find("<SaveProject") != std::string::npos;
        if (hits(refused_percent)) return Error{ErrorCode::unavailable, "refused by chance"};
        if (is_save) ++saves, last_save = request.body;
        if (is_save && is_late) {
            late_ = request;
            return Error{ErrorCode::ambiguous, "timed out"};
        }
        if (!is_save || !hits(lost_percent)) return inner_.send(request, sink);
        const auto swallow = [](std::string_view) { return true; };
        (void)inner_.send(request, swallow).ok();
        return Error{ErrorCode::ambiguous, "lost by chance"};
    }

    HttpTransport& inner_;
    simulator::Dice& dice_;
    HttpRequest late_;
};

class TwoWayHarness : public MirrorHarness {
public:
    explicit TwoWayHarness(std::uint64_t seed = 1)
        : MirrorHarness(
              {.seed = seed, .projects = 12, .companies = 4, .persons = 3, .work_types = 3}),
          dice(seed, tenant, 99),
          bad(transport, dice) {
        network = &bad;
        reopen();
        const auto run = first_run();
        REQUIRE(run.state == api::RunState::succeeded);
        clock.advance(10 * minute_ms);
    }

    workspace::Place place() { return {*sqlite, random, workspace, clock.now()}; }

    // As a person saves a project in Busy.
    std::string save(workspace::Project project) {
        auto transaction = store::Transaction::begin(*sqlite).value();
        const auto id = workspace::save(place(), std::move(project)).value();
        REQUIRE(workspace::note_change(place(), Entity::project, id).ok());
        REQUIRE(transaction.commit().ok());
        return id;
    }
    std::string add_here(const std::string& name) {
        workspace::Project project;
        project.name = name;
        return save(std::move(project));
    }
    workspace::Project here(const std::string& id) {
        return workspace::find<workspace::Project>(place(), id).value().value();
    }
    workspace::Project here_with(std::int64_t number) {
        return store::select_one<workspace::Project>(
                   *sqlite,
                   {store::equals("workspace_id", workspace), store::equals("number", number)})
            .value();
    }
    std::vector<workspace::Project> all_here() {
        return store::select_all<workspace::Project>(
                   *sqlite, {store::equals("workspace_id", workspace)}, "ORDER BY id")
            .value();
    }

    simulator::Project& there(std::int64_t number) {
        auto* project = books().project(number);
        REQUIRE(project);
        return *project;
    }
    std::int64_t any_open_project() {
        for (const auto& project : books().projects)
            if (project.is_active && project.name_display == "Plain") return project.id;
        FAIL("no open project");
        return 0;
    }
    void rename_there(std::int64_t number, const std::string& name) {
        there(number).name = name;
        there(number).changed_at = clock.now().ms;
    }

    // One run, with all its retries. Null when none could be started.
    std::optional<api::Run> sync(store::Scope scope = store::Scope::changes) {
        const auto id = mirror->sync(connection, "", scope);
        if (!id.ok()) return std::nullopt;
        work();
        return mirror->run(workspace, id.value()).value();
    }
    // Lets the time of every retry come.
    void work(int rounds = 60) {
        for (int i = 0; i < rounds; ++i) {
            mirror->work_until_idle();
            const auto run = newest_run();
            const bool waits =
                run.failure && run.failure->retry_at_ms && run.state != api::RunState::failed;
            if (!waits && !starts_later()) return;
            if (waits)
                clock.advance(
                    std::max<std::int64_t>(*run.failure->retry_at_ms - clock.now().ms, 0) +
                    second_ms);
        }
    }
    // What was sent and not answered is looked for by a run of its own.
    bool starts_later() {
        const auto at = store::Outbox(*sqlite, connection).next_try().value();
        if (!at) return false;
        clock.set(std::max(clock.now() + 3 * second_ms, *at + second_ms));
        CHECK(mirror->next_run(connection).value() <= clock.now());
        return mirror->sync(connection, "", store::Scope::changes).ok();
    }
    std::int64_t projects_there() { return static_cast<std::int64_t>(books().projects.size()); }

    simulator::Dice dice;
    BadNetwork bad;
};

inline std::int64_t changes_in(const api::Run& run) {
    std::int64_t count = 0;
    for (const auto& entity : run.entities)
        count += entity.created + entity.changed + entity.failed;
    return count;
}

}  // namespace busy24
