// Each safety rule of the mirror is taken away, and the harm that it prevents must then be there.
#include "tests/sync/two_way_harness.hpp"

namespace busy24 {

namespace {

using sync::SafetyRules;

struct World : TwoWayHarness {
    struct Weather {
        int refused_percent = 0;
        int lost_percent = 0;
    };
    explicit World(const SafetyRules& chosen) {
        rules = chosen;
        reopen();
    }
    std::int64_t there_named(const std::string& name) {
        const auto& projects = books().projects;
        return std::count_if(projects.begin(), projects.end(),
                             [&](const auto& project) { return project.name == name; });
    }
    std::int64_t archived_here() {
        return count("SELECT COUNT(*) FROM project WHERE is_active = 0");
    }
    // Without the retries that follow.
    void run_once() {
        REQUIRE(mirror->sync(connection, "", store::Scope::changes).ok());
        mirror->work_until_idle();
    }
    // As after a crash: another process, when the lease of the dead one has run out.
    void come_back() {
        database->watch = [](std::string_view) {};
        set_weather({});
        reopen();
        clock.advance(hour_ms);
        work();
        sync();
        sync();
    }
    void set_weather(Weather weather) {
        bad.refused_percent = weather.refused_percent;
        bad.lost_percent = weather.lost_percent;
    }
};

// Each tells whether the harm was done.

bool archives_what_it_may_not_see(const SafetyRules& rules) {
    World world(rules);
    const auto before = world.archived_here();
    world.books().projects.resize(2);
    world.sync(store::Scope::full);
    return world.archived_here() > before;
}

bool writes_by_the_hundred(const SafetyRules& rules) {
    World world(rules);
    for (int i = 0; i < 501; ++i) world.add_here("Masseimport " + std::to_string(i));
    // The first that gets through is proof enough.
    world.bad.before_call = [&] {
        if (world.bad.saves > 0) world.set_weather({.refused_percent = 100});
    };
    world.sync();
    return world.bad.saves > 0;
}

bool doubles_after_a_crash(const SafetyRules& rules) {
    World world(rules);
    world.add_here("Carport i Skogveien");
    // The process dies when the call is done and nothing of it is stored.
    world.database->watch = [&](std::string_view) {
        if (world.bad.saves > 0) world.database->die_at(1);
    };
    world.run_once();
    world.come_back();
    return world.there_named("Carport i Skogveien") != 1;
}

bool doubles_after_a_lost_answer(const SafetyRules& rules) {
    World world(rules);
    world.add_here("Garasje på Nes");
    world.add_here("Garasje på Tjøme");
    world.set_weather({.lost_percent = 100});
    // The second cannot even be tried, so that the run has to send once more.
    world.bad.before_call = [&] {
        if (world.bad.saves > 0) world.set_weather({.refused_percent = 100});
    };
    world.run_once();
    world.bad.before_call = [] {};
    world.set_weather({});
    world.work();
    world.sync();
    return world.there_named("Garasje på Nes") + world.there_named("Garasje på Tjøme") != 2;
}

bool doubles_after_an_edit(const SafetyRules& rules) {
    World world(rules);
    const auto id = world.add_here("Brygge");
    world.set_weather({.lost_percent = 100});
    // From then on nobody can look whether it is there.
    world.bad.before_call = [&] {
        if (world.bad.saves > 0) world.set_weather({.refused_percent = 100});
    };
    world.run_once();
    world.bad.before_call = [] {};
    world.set_weather({});
    auto changed = world.here(id);
    changed.name = "Brygge med båtplass";
    world.save(changed);
    world.sync();
    world.sync();
    return world.there_named("Brygge") + world.there_named("Brygge med båtplass") != 1;
}

bool goes_on_without_the_lease(const SafetyRules& rules) {
    World world(rules);
    world.rename_there(world.any_open_project(), "Nytt navn");
    int batches = 0;
    world.database->watch = [&](std::string_view sql) {
        if (sql == "BEGIN" && ++batches == 4)
            REQUIRE(world.sqlite->query("UPDATE run SET lease_owner = 'en annen'", {}).ok());
    };
    world.sync();
    return world.newest_run().state == api::RunState::succeeded;
}

bool doubles_after_a_long_wait(const SafetyRules& rules) {
    World world(rules);
    world.add_here("Naust på Sotra");
    auto database = store::open_sqlite(world.folder.file("busy24.db")).value();
    auto client = world.make_client();
    auto other = world.make_mirror(*database, *client);
    // The call finds its session lost, and the new login takes so long that another process takes
    // the run over.
    REQUIRE(world.erp.set_fault("expire-sessions,times=1,operation=SaveProject").ok());
    world.erp.reset_calls();
    bool is_held_up = false;
    world.bad.after_call = [&] {
        if (is_held_up || world.erp.calls("SaveProject") == 0 || world.erp.calls("Login") == 0)
            return;
        is_held_up = true;
        world.clock.advance(hour_ms);
        other->work_until_idle();
    };
    REQUIRE(world.mirror->sync(world.connection, "", store::Scope::changes).ok());
    world.mirror->work_until_idle();
    world.sync();
    return world.there_named("Naust på Sotra") != 1;
}

bool misses_what_a_slow_clock_dates_back(const SafetyRules& rules) {
    World world(rules);
    world.sync();
    // Their clock is a minute behind: what is changed after we have read bears a time before it.
    const auto number = world.any_open_project();
    world.rename_there(number, "Nytt tak på låven");
    world.there(number).changed_at -= minute_ms;
    world.clock.advance(hour_ms);
    world.sync();
    return world.here_with(number).name != "Nytt tak på låven";
}

// Breaks every list of active projects off before its last record.
class Shortener final : public HttpTransport {
public:
    explicit Shortener(HttpTransport& inner) : inner_(inner) {}

    Result<HttpAnswer> send(const HttpRequest& request, const BodySink& sink) override {
        if (request.body.find("<GetProjectList") == std::string::npos)
            return inner_.send(request, sink);
        std::string body;
        (void)inner_.send(request, [&](std::string_view piece) { return body += piece, true; })
            .ok();
        // It is parsed in large blocks, and only what is parsed can be taken for the list.
        constexpr std::size_t block = 1 << 17;
        sink(body.substr(0, body.rfind("<Project>")) + std::string(block, ' '));
        return Error{ErrorCode::unavailable, "the connection broke off"};
    }

private:
    HttpTransport& inner_;
};

bool archives_what_a_broken_list_did_not_show(const SafetyRules& rules) {
    World world(rules);
    const auto before = world.archived_here();
    Shortener shortener(world.bad);
    world.network = &shortener;
    world.reopen();
    REQUIRE(world.mirror->sync(world.connection, "", store::Scope::full).ok());
    world.mirror->work_until_idle();
    const bool is_harmed = world.archived_here() > before;
    world.network = &world.bad;
    world.reopen();
    return is_harmed;
}

bool carries_out_what_is_no_longer_so(const SafetyRules& rules) {
    World world(rules);
    const auto before = world.archived_here();
    const auto whole = world.books().projects;
    world.books().projects.resize(2);
    world.sync(store::Scope::full);
    // The rights are back before somebody says that it is right.
    world.books().projects = whole;
    world.clock.advance(hour_ms);
    REQUIRE(world.mirror->approve(world.workspace, {}).ok());
    world.mirror->work_until_idle();
    return world.archived_here() > before;
}

struct RuleCase {
    std::string_view name;
    bool SafetyRules::*rule;
    bool (*does_harm)(const SafetyRules&);
};
constexpr RuleCase cases[] = {
    {"holds_shrunk_lists", &SafetyRules::holds_shrunk_lists, archives_what_it_may_not_see},
    {"holds_many_writes", &SafetyRules::holds_many_writes, writes_by_the_hundred},
    {"marks_before_call", &SafetyRules::marks_before_call, doubles_after_a_crash},
    {"looks_before_repeating", &SafetyRules::looks_before_repeating, doubles_after_a_lost_answer},
    {"waits_for_unknown", &SafetyRules::waits_for_unknown, doubles_after_an_edit},
    {"renews_lease", &SafetyRules::renews_lease, goes_on_without_the_lease},
    {"asks_before_call", &SafetyRules::asks_before_call, doubles_after_a_long_wait},
    {"reads_overlap", &SafetyRules::reads_overlap, misses_what_a_slow_clock_dates_back},
    {"needs_whole_lists", &SafetyRules::needs_whole_lists,
     archives_what_a_broken_list_did_not_show},
    {"renews_old_plans", &SafetyRules::renews_old_plans, carries_out_what_is_no_longer_so},
};
static_assert(std::size(cases) == sizeof(SafetyRules));

}  // namespace

TEST_CASE("no safety rule can be taken away without harm") {
    for (const auto& taken : cases) {
        CAPTURE(taken.name);
        SafetyRules rules;
        CHECK_FALSE(taken.does_harm(rules));
        rules.*(taken.rule) = false;
        CHECK(taken.does_harm(rules));
    }
}

// Two rules of the calls themselves have no switch: how a session is opened (stands_on() in
// erp/session_opener.cpp), and what a new project is written as (create_project() in
// sync/entities/project.cpp). Without them, these fail.

TEST_CASE("nothing is written to another client than the workspace's") {
    World world({});
    world.add_here("Tilbygg på Nesodden");
    world.erp.edit([](simulator::World& erp) {
        erp.sessions.clear();
        for (auto& login : erp.data.logins)
            if (login.username == simulator::demo::api_user) login.identities.front().tenant = 1;
    });
    const auto count_everywhere = [&] {
        std::size_t count = 0;
        for (const auto& tenant : world.erp.world().data.tenants) count += tenant.projects.size();
        return count;
    };
    const auto before = count_everywhere();
    world.sync();
    CHECK(count_everywhere() == before);
    CHECK(world.bad.saves == 0);
    CHECK(world.newest_run().failure->reason == "tenant_not_reached");
}

TEST_CASE("a new project is sent without an id, which would write over another one") {
    World world({});
    const auto before = world.projects_there();
    world.add_here("Svømmehall i Fauske");
    world.sync();
    CHECK(world.projects_there() == before + 1);
    CHECK(world.bad.last_save.find("Svømmehall i Fauske") != std::string::npos);
    CHECK(world.bad.last_save.find("<Id") == std::string::npos);
}

}  // namespace busy24
