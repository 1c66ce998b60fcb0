// Lists and records through the whole program: windows, search, editing, archiving, and who may.
#include <algorithm>
#include <set>

#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct RecordsStage : AppHarness {
    Browser browser{*this};
    RecordsStage() {
        browser.reach_page_5();
        work();
    }
    api::ListRecords::Reply list(json members) {
        const auto outcome = browser.call<api::ListRecords>(members);
        REQUIRE(outcome.ok());
        return outcome.reply;
    }
    api::RecordPage page(const std::string& id, std::string_view entity = "project") {
        const auto outcome = browser.call<api::GetRecord>({{"entity", entity}, {"id", id}});
        REQUIRE(outcome.ok());
        return outcome.reply;
    }
    api::Record some_project() { return list({{"limit", 1}}).records.front(); }
};

json save_of(const api::RecordPage& page) {
    return {{"id", page.record.id},
            {"version", page.version},
            {"name", page.record.name},
            {"customerId", page.record.customer_id},
            {"startsOn", page.record.starts_on},
            {"endsOn", page.record.ends_on},
            {"description", page.description}};
}

std::string refusal(const tests::Outcome<api::SaveProject>& outcome) {
    return outcome.ok() ? "saved" : outcome.failure.reason;
}

}  // namespace

TEST_CASE_FIXTURE(RecordsStage, "windows put side by side are the whole list, each record once") {
    for (const auto sort : {"name", "number", "starts_on"}) {
        for (const auto direction : {"ascending", "descending"}) {
            for (const auto filter : {"active", "archived", "all"}) {
                CAPTURE(sort);
                CAPTURE(direction);
                CAPTURE(filter);
                const json members{
                    {"sort", sort}, {"direction", direction}, {"filter", filter}, {"limit", 7}};
                std::vector<std::string> ids;
                std::int64_t total = 1;
                for (std::int64_t offset = 0; offset < total; offset += 7) {
                    auto window = members;
                    window["offset"] = offset;
                    const auto reply = list(window);
                    total = reply.total;
                    for (const auto& record : reply.records) {
                        ids.push_back(record.id);
                        if (std::string_view(filter) != "all")
                            CHECK(record.is_active == (std::string_view(filter) == "active"));
                    }
                }
                CHECK(static_cast<std::int64_t>(ids.size()) == total);
                CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
            }
        }
    }
}

TEST_CASE_FIXTURE(RecordsStage, "turning the order round turns the list round") {
    const json members{{"sort", "number"}, {"filter", "all"}, {"limit", 200}};
    auto backwards = members;
    backwards["direction"] = "descending";
    auto there = list(members).records;
    auto back = list(backwards).records;
    const auto total = list(members).total;
    REQUIRE(total <= 200);
    std::reverse(back.begin(), back.end());
    CHECK(there == back);
    const auto is_by_number = [](const api::Record& a, const api::Record& b) {
        if (a.is_active != b.is_active) return a.is_active;
        return std::stoll(a.number) < std::stoll(b.number);
    };
    CHECK(std::is_sorted(there.begin(), there.end(), is_by_number));
}

TEST_CASE_FIXTURE(RecordsStage,
                  "a search finds parts of names, customers' names and beginnings of numbers") {
    const auto customer = list({{"entity", "customer"}, {"limit", 1}}).records.front();
    for (const auto& hit : list({{"search", "BEFARING"}}).records)
        CHECK(hit.name.find("efaring") != std::string::npos);
    CHECK(list({{"search", "BEFARING"}}).total > 0);
    CHECK(list({{"search", "finnes_ikke"}}).total == 0);
    const auto project = some_project();
    const auto by_number = list({{"search", project.number}, {"filter", "all"}}).records;
    CHECK(std::any_of(by_number.begin(), by_number.end(),
                      [&](const api::Record& r) { return r.id == project.id; }));
    // By the customer's name as well.
    auto page_now = page(project.id);
    auto members = save_of(page_now);
    members["customerId"] = customer.id;
    REQUIRE(browser.call<api::SaveProject>(members).reply.is_saved);
    const auto word = customer.name.substr(0, customer.name.find(' '));
    const auto by_customer = list({{"search", word}, {"limit", 200}}).records;
    CHECK(std::any_of(by_customer.begin(), by_customer.end(),
                      [&](const api::Record& r) { return r.id == project.id; }));
}

TEST_CASE_FIXTURE(RecordsStage, "customers and work types have their own columns") {
    const auto customers = list({{"entity", "customer"}, {"limit", 200}}).records;
    CHECK(std::any_of(customers.begin(), customers.end(),
                      [](const api::Record& r) { return r.organisation_number.size() == 9; }));
    CHECK(page(customers.front().id, "customer").link == api::LinkState::linked);
    const auto work_types = list({{"entity", "work_type"}}).records;
    REQUIRE(!work_types.empty());
    CHECK(std::any_of(work_types.begin(), work_types.end(),
                      [](const api::Record& r) { return r.is_billable; }));
}

TEST_CASE_FIXTURE(RecordsStage, "a window out of range and a list that there is not are refused") {
    for (const json& members :
         {json{{"limit", 0}}, json{{"limit", 201}}, json{{"offset", -1}},
          json{{"entity", "person"}}, json{{"search", std::string(301, 'x')}}})
        CHECK(browser.call<api::ListRecords>(members).status == 422);
    CHECK(list({{"offset", 100000}}).records.empty());
}

TEST_CASE_FIXTURE(RecordsStage, "a project is created, changed, archived and opened again") {
    const auto created = browser.call<api::SaveProject>(
        {{"name", "Nytt bygg på Ås"}, {"startsOn", "2026-06-05"}, {"description", "To\nlinjer"}});
    REQUIRE(created.ok());
    CHECK(created.reply.is_saved);
    const auto id = created.reply.page.record.id;
    CHECK(created.reply.page.link == api::LinkState::waiting);
    CHECK(page(id).description == "To\nlinjer");

    auto members = save_of(page(id));
    members["endsOn"] = "2026-12-31";
    clock.advance(1000);
    const auto changed = browser.call<api::SaveProject>(members);
    REQUIRE(changed.reply.is_saved);
    CHECK(changed.reply.page.version > created.reply.page.version);

    const auto archived = browser.call<api::SetProjectActive>({{"id", id}, {"isActive", false}});
    REQUIRE(archived.ok());
    CHECK(!archived.reply.record.is_active);
    const auto again = browser.call<api::SetProjectActive>({{"id", id}, {"isActive", false}});
    CHECK(again.reply.version == archived.reply.version);
    CHECK(browser.call<api::SetProjectActive>({{"id", id}, {"isActive", true}})
              .reply.record.is_active);
}

TEST_CASE_FIXTURE(RecordsStage, "a project archived here says that it must be deactivated there") {
    const auto project = some_project();
    CHECK(page(project.id).link == api::LinkState::linked);
    browser.call<api::SetProjectActive>({{"id", project.id}, {"isActive", false}});
    CHECK(page(project.id).link == api::LinkState::must_deactivate);
}

TEST_CASE_FIXTURE(RecordsStage, "nobody writes over a change that they have not seen") {
    const auto before = page(some_project().id);
    auto mine = save_of(before);
    mine["name"] = "Mitt navn";
    auto theirs = save_of(before);
    theirs["name"] = "Deres navn";
    // In the same millisecond too.
    REQUIRE(browser.call<api::SaveProject>(theirs).reply.is_saved);
    const auto refused = browser.call<api::SaveProject>(mine);
    REQUIRE(refused.ok());
    CHECK(!refused.reply.is_saved);
    CHECK(refused.reply.page.record.name == "Deres navn");
    mine["version"] = refused.reply.page.version;
    CHECK(browser.call<api::SaveProject>(mine).reply.is_saved);
    CHECK(page(before.record.id).record.name == "Mitt navn");
}

TEST_CASE_FIXTURE(RecordsStage, "what cannot be saved is refused with its reason") {
    const auto refused = [&](json members) {
        return refusal(browser.call<api::SaveProject>(members));
    };
    CHECK(refused({{"name", " \t "}}) == "name_missing");
    CHECK(refused({{"name", std::string(256, 'x')}}) == "name_too_long");
    CHECK(refused({{"name", "A"}, {"description", std::string(4001, 'x')}}) ==
          "description_too_long");
    CHECK(refused({{"name", "A"}, {"startsOn", "5.6.2026"}}) == "date_wrong");
    CHECK(refused({{"name", "A"}, {"startsOn", "2026-02-30"}}) == "date_wrong");
    CHECK(refused({{"name", "A"}, {"startsOn", "2026-06-05"}, {"endsOn", "2026-06-04"}}) ==
          "dates_reversed");
    CHECK(refused({{"name", "A"}, {"customerId", "finnes ikke"}}) == "customer_unknown");
    CHECK(browser.call<api::SaveProject>({{"id", "finnes-ikke"}, {"name", "A"}}).status == 404);
}

TEST_CASE_FIXTURE(RecordsStage,
                  "strangers see nothing, and another workspace's records are not there") {
    const auto project = some_project();
    Browser stranger(*this, "198.51.100.7");
    CHECK(stranger.call<api::ListRecords>().status == 401);
    CHECK(stranger.call<api::SaveProject>({{"name", "A"}}).status == 401);
    Browser other(*this, "198.51.100.8");
    REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
    const auto tenants = other.call<api::GetOnboarding>().reply.tenants;
    const auto free = std::find_if(tenants.begin(), tenants.end(), [](const api::Tenant& tenant) {
        return tenant.id != demo::granlund;
    });
    REQUIRE(free != tenants.end());
    REQUIRE(other.choose(free->id).ok());
    REQUIRE(other.api_user(api::ApiUserMode::later).ok());
    REQUIRE(other.preview().state == api::PreviewState::ready);
    REQUIRE(other.call<api::Connect>().ok());
    CHECK(other.call<api::GetRecord>({{"entity", "project"}, {"id", project.id}}).status == 404);
    CHECK(other.call<api::SetProjectActive>({{"id", project.id}, {"isActive", false}}).status ==
          404);
    CHECK(other.call<api::SaveProject>({{"id", project.id}, {"name", "A"}}).status == 404);
}
