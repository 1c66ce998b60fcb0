// The mirror through bad days, by seeds: edits on both sides, refused calls, lost answers, lost
// sessions, quarantine, crashes, two workers, a clock that jumps and is changed in the night. In
// the end both sides are equal, nothing is there twice, nothing is lost, and nothing is left to do.
//
// BUSY24_SEED replays one seed; BUSY24_SEEDS says how many are run.
#include <cstdlib>
#include <set>

#include "proxy/workspace/project_members.hpp"
#include "tests/sync/two_way_harness.hpp"

namespace busy24 {

namespace {

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

// The number behind the last " v" of a text that somebody wrote; 0 for others.
std::int64_t version_in(const std::string& text) {
    const auto at = text.rfind(" v");
    return at == text.npos ? 0 : std::strtoll(text.c_str() + at + 2, nullptr, 10);
}

class Company : public TwoWayHarness {
public:
    explicit Company(std::uint64_t seed) : TwoWayHarness(seed), seed_(seed) {
        // Most seeds live through a night in which the clocks are changed.
        constexpr Instant before_winter{1'792'756'800'000};  // 2026-10-23T12:00Z
        constexpr Instant before_summer{1'806'062'400'000};  // 2027-03-26T12:00Z
        if (seed % 3 != 0) clock.set(seed % 3 == 1 ? before_winter : before_summer);
        bad.before_call = [this] {
            if (bad.hits(stress_)) erp.expire_sessions();
            if (bad.hits(stress_) && dice.one_in(4))
                REQUIRE(erp.set_fault("quarantine,times=1").ok());
        };
        bad.after_call = [this] { let_other_work(); };
    }

    void live_through(int days) {
        for (int day = 0; day < days; ++day) {
            bad.refused_percent = 20;
            bad.lost_percent = 20;
            stress_ = 3;
            const auto edits = dice.roll(4);
            for (std::uint64_t i = 0; i < edits; ++i) dice.one_in(2) ? edit_here() : edit_there();
            one_run();
            check_versions();
            clock.advance(static_cast<std::int64_t>(dice.roll(30)) * hour_ms);
        }
    }

    void heal() {
        bad.refused_percent = bad.lost_percent = stress_ = 0;
        erp.clear_faults();
        database->live();
        reopen();
        clock.advance(day_ms);
        finish_open_run();
        for (int i = 0; i < 2; ++i) REQUIRE(sync(store::Scope::full));
    }

    void check_end() {
        check_versions();
        std::set<std::string> names;
        std::size_t linked = 0;
        for (const auto& project : all_here()) {
            CHECK_MESSAGE(names.insert(project.id).second, project.name);
            if (!project.number) {
                // Never sent, because it was archived before anybody could.
                CHECK_FALSE(project.is_active);
                continue;
            }
            ++linked;
            const auto& other = there(*project.number);
            CHECK(other.name == project.name);
            CHECK(other.description == project.description);
            if (!toggled_here_.contains(project.id)) CHECK(other.is_active == project.is_active);
        }
        CHECK(linked == books().projects.size());
        // Whatever was refused or died on the way, the members are those of the other side.
        for (const auto& project : all_here())
            if (project.number)
                CHECK(workspace::members_of(place(), project.id).value().size() ==
                      there(*project.number).participants.size());
        for (const auto& name : made_) {  // some have been renamed since
            CHECK_MESSAGE(count_here(name) <= 1, name);
            CHECK_MESSAGE(count_there(name) <= 1, name);
        }
    }

    void check_rest() {
        const auto saves = bad.saves;
        const auto run = sync(store::Scope::full);
        REQUIRE(run);
        CHECK(changes_in(*run) == 0);
        CHECK(bad.saves == saves);
        CHECK(count("SELECT COUNT(*) FROM outbox") == 0);
    }

private:
    // A second process on the same database works while the first waits for an answer, or has been
    // silent for so long that what it holds is given to the other.
    void let_other_work() {
        if (is_other_working_ || !bad.hits(stress_ * 4)) return;
        is_other_working_ = true;
        if (dice.one_in(3)) clock.advance(21 * minute_ms);
        other_mirror_->work_until_idle();
        is_other_working_ = false;
    }

    void one_run() {
        const bool dies = dice.one_in(3);
        const auto scope = dice.one_in(4) ? store::Scope::full : store::Scope::changes;
        // Refused while an earlier one is under way, which then goes on.
        if (dice.one_in(4))
            (void)mirror->start_due_runs().ok();
        else
            (void)mirror->sync(connection, "", scope).ok();
        if (dies) database->die_at(static_cast<std::int64_t>(1 + dice.roll(150)));
        mirror->work_until_idle();
        if (dies || dice.one_in(3)) {
            reopen();
            // As at every start: what the last process held is given up.
            store::Runs(*sqlite).release_all().value();
        }
        work(static_cast<int>(dice.roll(3)));
    }

    void finish_open_run() {
        store::Runs(*sqlite).release_all().value();
        work();
        const auto run = newest_run();
        if (run.state == api::RunState::failed) (void)mirror->resume(workspace, RunId{run.id}).ok();
        work();
    }

    std::string next(const std::string& what) {
        return what + " " + std::to_string(seed_) + " v" + std::to_string(++version_);
    }

    void edit_here() {
        const auto projects = all_here();
        auto project = projects[dice.roll(projects.size())];
        switch (dice.roll(4)) {
            case 0: {
                const auto name = next("Laget i Busy");
                made_.insert(name);
                add_here(name);
                return;
            }
            case 1:
                project.is_active = !project.is_active;
                toggled_here_.insert(project.id);
                break;
            case 2:
                if (is_divided(project)) return;
                project.name = next("Døpt i Busy");
                break;
            default:
                project.description = next("Beskrevet");
        }
        save(project);
    }

    void edit_there() {
        auto& projects = books().projects;
        auto& project = projects[dice.roll(projects.size())];
        switch (dice.roll(3)) {
            case 0: {
                simulator::Project fresh = project;
                for (const auto& other : projects) fresh.id = std::max(fresh.id, other.id + 1);
                fresh.name = next("Laget der");
                fresh.name_display = "Plain";
                fresh.description.clear();
                fresh.is_active = true;
                fresh.changed_at = fresh.registered_at = clock.now().ms;
                made_.insert(fresh.name);
                projects.push_back(fresh);
                return;
            }
            case 1:
                project.is_active = !project.is_active;
                break;
            default:
                if (project.name_display != "Plain") return;
                project.name = next("Døpt der");
        }
        project.changed_at = clock.now().ms;
    }

    // Of these, each member is edited on one side only, so that no policy ever takes one back.
    static bool is_divided(const workspace::Project& project) {
        return project.number.value_or(1) % 2 == 0;
    }

    // No side ever goes back to an older version.
    void check_versions() {
        for (const auto& project : all_here()) {
            if (!project.number) continue;
            const auto* other = books().project(*project.number);
            if (!other) continue;
            if (is_divided(project)) advance(newest_name_, project.id, version_in(project.name));
            advance(newest_text_, project.id, version_in(other->description));
        }
    }
    static void advance(std::map<std::string, std::int64_t>& newest, const std::string& id,
                        std::int64_t version) {
        auto& known = newest[id];
        CHECK(version >= known);
        known = version;
    }

    int count_here(const std::string& name) {
        int found = 0;
        for (const auto& project : all_here()) found += project.name == name;
        return found;
    }
    int count_there(const std::string& name) {
        int found = 0;
        for (const auto& project : books().projects) found += project.name == name;
        return found;
    }

    std::unique_ptr<store::Database> other_database_ =
        store::open_sqlite(folder.file("busy24.db")).value();
    std::unique_ptr<erp::Client> other_client_ = make_client();
    std::unique_ptr<sync::Mirror> other_mirror_ = make_mirror(*other_database_, *other_client_);
    bool is_other_working_ = false;
    std::uint64_t seed_;
    std::int64_t version_ = 0;
    int stress_ = 0;
    std::set<std::string> made_, toggled_here_;
    std::map<std::string, std::int64_t> newest_name_, newest_text_;
};

void simulate(std::uint64_t seed) {
    CAPTURE(seed);
    Company company(seed);
    company.live_through(6);
    company.heal();
    company.check_end();
    company.check_rest();
}

// In two halves, so that both of a small machine's processors have one.
void simulate_every_second(std::uint64_t first) {
    if (const auto seed = number_from("BUSY24_SEED", 0)) {
        if (seed % 2 == first % 2) simulate(seed);
        return;
    }
    const auto seeds = number_from("BUSY24_SEEDS", 300);
    for (auto seed = first; seed <= seeds; seed += 2) simulate(seed);
}

}  // namespace

TEST_CASE("odd seeds: both sides are equal in the end, and nothing is there twice") {
    simulate_every_second(1);
}

TEST_CASE("even seeds: both sides are equal in the end, and nothing is there twice") {
    simulate_every_second(2);
}

}  // namespace busy24
