// Bad days of a simulated company: what goes wrong, what the processes do, and how it is put right
// in the end.
#pragma once

#include "tests/app/simulated_people.hpp"

namespace busy24::tests {

class SimulatedDays : public SimulatedPeople {
public:
    explicit SimulatedDays(std::uint64_t seed) : SimulatedPeople(seed) {
        // Most seeds live through a night in which the clocks are changed.
        constexpr Instant before_winter{1'792'756'800'000};  // 2026-10-23T12:00Z
        constexpr Instant before_summer{1'806'062'400'000};  // 2027-03-26T12:00Z
        if (seed % 3 != 0) clock.set(seed % 3 == 1 ? before_winter : before_summer);
        erp.before_call = [this] { let_fail(); };
        erp.after_call = [this] { let_others_work(); };
        look();
        const char* policies[] = {"erp", "busy", "ask", "erp"};
        REQUIRE(sign_in(first));
        REQUIRE(first.browser.call<api::SetPolicy>({{"projectPolicy", policies[seed % 4]}}).ok());
    }

    void live_through(int days) {
        for (int day = 0; day < days; ++day) {
            erp.refused_percent = erp.lost_percent = 20;
            erp.late_percent = 10;
            stress_ = 3;
            for (auto edits = dice.roll(5); edits > 0; --edits) edit_somewhere();
            work_a_while(dice.one_in(3) ? second : first);
            const auto again = dice.roll(3);
            for (std::uint64_t i = 0; i < again; ++i) work_a_while(first);
            pass_time(static_cast<std::int64_t>(dice.roll(30)) * hour_ms);
        }
    }

    // Everything works again, and people do what the product asks them to do.
    void put_right() {
        erp.refused_percent = erp.lost_percent = erp.late_percent = stress_ = 0;
        world.faults.clear("all");
        restart(first);
        restart(second);
        pass_time(day_ms);
        work(first);
        constexpr int rounds_max = 12;
        for (int i = 0; i < rounds_max; ++i) {
            answer_what_is_asked();
            const auto run = compare_all();
            answer_what_is_asked();
            if (changes_in(run) == 0 && !needs_somebody()) return;
        }
        FAIL_CHECK("it does not come to rest");
    }

    void check_end() {
        const auto here = projects_here();
        std::set<std::int64_t> numbers;
        for (const auto& project : here) {
            // Never sent, because it was archived before anybody could.
            if (!project.number) {
                CHECK_FALSE(project.is_active);
                continue;
            }
            CHECK_MESSAGE(numbers.insert(*project.number).second, *project.number);
            const auto* other = books().project(*project.number);
            REQUIRE(other);
            oracle.check_end(project.id, std::to_string(*project.number), members_of(project),
                             members_of(*other));
            CHECK(project.is_active == other->is_active);
            CHECK((project.time_registration == workspace::TimeRegistration::task) ==
                  other->is_by_task);
            CHECK(count("SELECT COUNT(*) FROM project_member WHERE project_id = '" + project.id +
                        "'") == std::int64_t(other->participants.size()));
        }
        CHECK(numbers.size() == books().projects.size());
        CHECK(here.size() == projects_founded_ + made_here + made_there);
        for (const auto& name : customers_made)
            CHECK_MESSAGE(count("SELECT COUNT(*) FROM customer WHERE name = '" + name + "'") == 1,
                          name);
    }

    void check_rest() {
        const auto saves = erp.saves;
        CHECK(changes_in(compare_all()) == 0);
        CHECK(erp.saves == saves);
        CHECK(count("SELECT COUNT(*) FROM outbox") == 0);
        // Nothing is due before the hour is over, whatever cannot leave.
        const auto next = first.app->mirror().start_due_runs();
        REQUIRE(next.ok());
        REQUIRE(next.value());
        CHECK(*next.value() - clock.now() > 50 * minute_ms);
    }

private:
    // After every step, so what stands still is passed over.
    void look() {
        auto version = watcher->query("PRAGMA data_version", {}).value();
        if (std::exchange(seen_here_, version) != version)
            for (const auto& project : projects_here())
                oracle.see(BookSide::busy, project.id, members_of(project));
        for (const auto& project : books().projects)
            if (seen_there_[project.id].shows_other(project))
                oracle.see(BookSide::erp, std::to_string(project.id), members_of(project));
    }

    std::int64_t count(const std::string& sql) {
        return std::stoll(watcher->query(sql, {}).value()[0][0].value_or("0"));
    }
    static std::int64_t changes_in(const api::Run& run) {
        std::int64_t changes = 0;
        for (const auto& entity : run.entities)
            changes += entity.created + entity.changed + entity.failed;
        return changes;
    }

    // What goes wrong.

    void let_fail() {
        pass_time(static_cast<std::int64_t>(dice.roll(400)));
        if (erp.hits(stress_)) world.sessions.clear();
        if (erp.hits(stress_) && dice.one_in(4)) break_with("quarantine,times=1");
        if (erp.hits(stress_) && dice.one_in(4)) break_with("truncated,times=1");
    }
    void break_with(std::string_view fault) {
        world.faults.set(simulator::parse_fault(fault).value());
    }

    // While one waits for an answer, people go on, and so does the other process; or the one has
    // been silent for so long that what it holds is given to the other.
    void let_others_work() {
        look();
        if (is_nested_ || stress_ == 0) return;
        is_nested_ = true;
        if (erp.hits(stress_ * 2)) edit_somewhere();
        if (erp.hits(stress_ * 4)) {
            if (dice.one_in(3)) pass_time(21 * minute_ms);
            work_once(working_ == &first ? second : first);
        }
        is_nested_ = false;
    }

    void pass_time(std::int64_t ms) { clock.sleep(ms); }

    // What the processes do.

    void work_once(Process& process) {
        auto* before = std::exchange(working_, &process);
        (void)process.app->mirror().start_due_runs().ok();
        process.work();
        working_ = before;
        look();
    }

    // As the worker's thread does, through its retries; perhaps it dies meanwhile.
    void work_a_while(Process& process) {
        const bool dies = dice.one_in(3);
        if (dice.one_in(3) && sign_in(process))
            (void)process.browser.call<api::SyncNow>({{"isFull", dice.one_in(2)}});
        if (dies) process.database->die_at(static_cast<std::int64_t>(1 + dice.roll(400)));
        for (auto rounds = 1 + dice.roll(3); rounds > 0; --rounds) {
            work_once(process);
            pass_time(static_cast<std::int64_t>(dice.roll(3)) * minute_ms);
        }
        if (dies || dice.one_in(4)) restart(process);
        (void)process.app->sweep().ok();
    }

    void work(Process& process) {
        constexpr int rounds_max = 60;
        for (int i = 0; i < rounds_max; ++i) {
            work_once(process);
            const auto run = newest_run();
            if (run.state == api::RunState::succeeded || run.state == api::RunState::failed) return;
            pass_time(minute_ms);
        }
    }

    api::Run newest_run() {
        REQUIRE(sign_in(first));
        const auto run = first.browser.call<api::GetMirror>().reply.run;
        REQUIRE(run);
        return *run;
    }

    api::Run compare_all() {
        // What an answer of somebody's has started.
        work(first);
        REQUIRE(sign_in(first));
        pass_time(second_ms);
        const auto started = first.browser.call<api::SyncNow>({{"isFull", true}});
        CHECK_MESSAGE(started.ok(), started.body);
        work(first);
        const auto run = newest_run();
        CHECK(run.state == api::RunState::succeeded);
        return run;
    }

    // What people do.

    void edit_somewhere() {
        // Nobody edits within the second in which a project was made.
        pass_time(second_ms + static_cast<std::int64_t>(dice.roll(60)) * second_ms);
        if (dice.one_in(2) && !erp.is_within_save)
            edit_there();
        else
            edit_here(dice.one_in(3) ? second : first);
        look();
    }

    struct SeenThere {
        std::string name, name_display, description;
        std::int64_t customer = 0, started_at = 0, stopped_at = 0;
        bool operator==(const SeenThere&) const = default;
        bool shows_other(const simulator::Project& now) {
            SeenThere seen{now.name,        now.name_display, now.description,
                           now.customer_id, now.started_at,   now.stopped_at};
            return std::exchange(*this, seen) != seen;
        }
    };

    store::Rows seen_here_;
    std::map<std::int64_t, SeenThere> seen_there_;
    int stress_ = 0;
    bool is_nested_ = false;
    Process* working_ = &first;
    const std::size_t projects_founded_ = projects_here().size();
};

}  // namespace busy24::tests
