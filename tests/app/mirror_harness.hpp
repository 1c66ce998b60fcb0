// A workspace that has been mirrored once, and what its administrator does then.
#pragma once

#include "tests/app/app_harness.hpp"

namespace busy24::tests {

struct MirrorHarness : AppHarness {
    Browser browser{*this};
    MirrorHarness() {
        browser.reach_page_5();
        work();
        clock.advance(10 * minute_ms);
    }
    api::RecordPage some_project() {
        const auto list = browser.call<api::ListRecords>({{"limit", 1}});
        REQUIRE(list.ok());
        const auto page = browser.call<api::GetRecord>(
            {{"entity", "project"}, {"id", list.reply.records.front().id}});
        REQUIRE(page.ok());
        return page.reply;
    }
    std::string rename(const api::RecordPage& page, const std::string& name) {
        const auto saved = browser.call<api::SaveProject>({{"id", page.record.id},
                                                           {"version", page.version},
                                                           {"name", name},
                                                           {"customerId", page.record.customer_id},
                                                           {"startsOn", page.record.starts_on},
                                                           {"endsOn", page.record.ends_on},
                                                           {"description", page.description}});
        REQUIRE(saved.ok());
        return page.record.id;
    }
    api::ExplainRecord::Reply explain(const std::string& id) {
        const auto reply = browser.call<api::ExplainRecord>({{"entity", "project"}, {"id", id}});
        REQUIRE(reply.ok());
        return reply.reply;
    }
    // By its place in the simulator's data; 0 is the connected one.
    void move_api_user_to(std::size_t tenant) {
        erp.edit([&](simulator::World& world) {
            world.sessions.clear();
            world.login(std::string(demo::api_user))->identities.front().tenant = tenant;
        });
    }
    // What the mirror's thread does by the clock.
    void let_it_run() {
        clock.advance(5 * second_ms);
        REQUIRE(app->mirror().start_due_runs().ok());
        work();
    }
};

}  // namespace busy24::tests
