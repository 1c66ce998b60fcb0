// The people of a simulated company: they edit projects here and there, and do what the product
// asks them to do.
#pragma once

#include "tests/app/simulated_company.hpp"
#include "tests/simulator/edits.hpp"

namespace busy24::tests {

class SimulatedPeople : public SimulatedCompany {
public:
    using SimulatedCompany::SimulatedCompany;

    void edit_here(Process& process) {
        if (!sign_in(process)) return;
        const auto projects = projects_here();
        const auto& project = projects[dice.roll(projects.size())];
        if (dice.one_in(5)) return make_here(process);
        if (dice.one_in(6)) {
            (void)process.browser.call<api::SetProjectActive>(
                {{"id", project.id}, {"isActive", !project.is_active}});
            return;
        }
        const auto page =
            process.browser.call<api::GetRecord>({{"entity", "project"}, {"id", project.id}});
        if (!page.ok()) return;
        nlohmann::json call{{"id", project.id},
                            {"version", page.reply.version},
                            {"name", page.reply.record.name},
                            {"customerId", page.reply.record.customer_id},
                            {"startsOn", page.reply.record.starts_on},
                            {"endsOn", page.reply.record.ends_on},
                            {"description", page.reply.description}};
        const std::string member = members_[dice.roll(members_.size())];
        const auto value = fresh_value(member, BookSide::busy, project.id,
                                       project.number ? std::to_string(*project.number) : "");
        if (value.empty() || !put(call, member, value)) return;
        const auto saved = process.browser.call<api::SaveProject>(call);
        if (saved.ok() && saved.reply.is_saved)
            oracle.edited(BookSide::busy, project.id, member, value);
    }

    void edit_there() {
        auto& projects = books().projects;
        if (dice.one_in(6)) return make_there();
        if (dice.one_in(12)) {
            const auto name = "Kunde " + std::to_string(++version_) + " AS";
            const simulator::Edit edit{.kind = "customer", .what = "add", .name = name};
            REQUIRE(simulator::apply_edit(world, edit).ok());
            customers_made.push_back(name);
            return;
        }
        auto& project = projects[dice.roll(projects.size())];
        if (dice.one_in(6))
            project.is_active = !project.is_active;
        else
            edit_member_there(project);
        project.changed_at = clock.now().ms;
    }

    // Whether anything waits for a person.
    bool needs_somebody() {
        REQUIRE(sign_in(first));
        return first.browser.call<api::GetAttention>().reply.count > 0;
    }

    void answer_what_is_asked() {
        REQUIRE(sign_in(first));
        const auto state = first.browser.call<api::GetMirror>().reply;
        CHECK_MESSAGE(!state.held, state.held->reason);
        for (const auto& problem : state.problems) solve(problem);
        for (const auto& conflict : state.conflicts)
            CHECK(first.browser
                      .call<api::DecideConflict>({{"entity", "project"},
                                                  {"recordId", conflict.record_id},
                                                  {"member", conflict.member},
                                                  {"winner", dice.one_in(2) ? "erp" : "busy"}})
                      .ok());
        for (const auto& question : state.questions)
            CHECK(first.browser
                      .call<api::DecideQuestion>({{"id", question.id}, {"decision", "different"}})
                      .ok());
        for (const auto& row : state.by_hand) {
            auto* project = books().project(std::stoll(row.number));
            REQUIRE(project);
            project->is_active = row.is_active;
            project->changed_at = clock.now().ms;
        }
    }

    std::size_t made_here = 0, made_there = 0;
    std::vector<std::string> customers_made;

private:
    static constexpr std::array members_{"name", "description", "starts_on", "ends_on", "customer"};

    // A value that the project has never had, on either side; empty when there is none.
    std::string fresh_value(const std::string& member, BookSide side, const std::string& id,
                            const std::string& other_id) {
        const auto version = std::to_string(++version_);
        if (member == "name" || member == "description")
            return (side == BookSide::busy ? "Skrevet i Busy v" : "Skrevet der v") + version;
        if (member == "customer") return fresh_customer(side, id, other_id);
        const Instant begin{member == "starts_on" ? 1'262'304'000'000 : 2'051'222'400'000};
        return to_iso8601(begin + version_ * day_ms).substr(0, 10);
    }
    std::string fresh_customer(BookSide side, const std::string& id, const std::string& other_id) {
        const auto& companies = books().companies;
        const auto other_side = side == BookSide::busy ? BookSide::erp : BookSide::busy;
        for (int tries = 0; tries < 20; ++tries) {
            const auto& company = companies[dice.roll(companies.size())];
            // A project that is shown with its customer's name would look as it did before.
            const bool has_namesake =
                std::count_if(companies.begin(), companies.end(),
                              [&](const auto& other) { return other.name == company.name; }) > 1;
            if (has_namesake) continue;
            const auto number = std::to_string(company.id);
            if (!oracle.has_held(side, id, "customer", number) &&
                !oracle.has_held(other_side, other_id, "customer", number))
                return number;
        }
        return {};
    }

    bool put(nlohmann::json& call, const std::string& member, const std::string& value) {
        if (member != "customer") {
            call[member == "starts_on" ? "startsOn"
                 : member == "ends_on" ? "endsOn"
                                       : member] = value;
            return true;
        }
        const auto rows = watcher->query("SELECT id FROM customer WHERE number = " + value, {});
        if (rows.value().empty()) return false;
        call["customerId"] = *rows.value()[0][0];
        return true;
    }

    void make_here(Process& process) {
        const auto name = "Laget i Busy v" + std::to_string(++version_);
        const auto saved = process.browser.call<api::SaveProject>({{"id", ""},
                                                                   {"version", 0},
                                                                   {"name", name},
                                                                   {"customerId", ""},
                                                                   {"startsOn", ""},
                                                                   {"endsOn", ""},
                                                                   {"description", ""}});
        if (!saved.ok()) return;
        ++made_here;
        oracle.edited(BookSide::busy, saved.reply.page.record.id, "name", name);
    }

    void edit_member_there(simulator::Project& project) {
        const std::string member = members_[dice.roll(members_.size())];
        const auto id = std::to_string(project.id);
        const auto value = fresh_value(member, BookSide::erp, id, busy_id_of(project.id));
        if (value.empty()) return;
        // Sometimes as Norwegian midnight, sometimes as midnight in UTC (quirk 38).
        const auto day = [&] { return parse_iso8601(value)->ms - (dice.one_in(2) ? hour_ms : 0); };
        if (member == "name") {
            project.name = value;
            project.name_display = "Plain";
        } else if (member == "description") {
            project.description = value;
        } else if (member == "customer") {
            project.customer_id = std::stoll(value);
            // Where the name is shown with the customer's, it has changed as well.
            if (project.name_display != "Plain")
                oracle.edited(BookSide::erp, id, "name", members_of(project).at("name"));
        } else {
            (member == "starts_on" ? project.started_at : project.stopped_at) = day();
        }
        oracle.edited(BookSide::erp, id, member, value);
    }

    std::string busy_id_of(std::int64_t number) {
        const auto rows =
            watcher->query("SELECT id FROM project WHERE number = " + std::to_string(number), {});
        return rows.value().empty() ? std::string() : rows.value()[0][0].value_or("");
    }

    void make_there() {
        auto& projects = books().projects;
        simulator::Project fresh = projects[dice.roll(projects.size())];
        for (const auto& other : projects) fresh.id = std::max(fresh.id, other.id + 1);
        fresh.name = "Laget der v" + std::to_string(++version_);
        fresh.name_display = "Plain";
        fresh.is_active = true;
        fresh.changed_at = fresh.registered_at = clock.now().ms;
        projects.push_back(fresh);
        ++made_there;
    }

    void solve(const api::SendProblem& problem) {
        if (problem.reason == "perhaps_made")
            for (const auto& name : oracle.held(BookSide::busy, problem.record_id, "name")) {
                const auto there = erp.made.find(name);
                if (there == erp.made.end()) continue;
                // Found under its other name, or under none that is left to it.
                oracle.forget(BookSide::busy, problem.record_id);
                const auto linked = first.browser.call<api::ChangeLink>(
                    {{"entity", "project"},
                     {"id", problem.record_id},
                     {"change", "link"},
                     {"number", std::to_string(there->second)}});
                // What the mirror has not read yet cannot be linked before its next run.
                const bool is_unread = linked.failure.reason == "no_such_number";
                CHECK((linked.ok() || is_unread));
                return;
            }
        CHECK(first.browser
                  .call<api::DecideProblem>({{"id", problem.id},
                                             {"reason", problem.reason},
                                             {"isIgnored", false},
                                             {"note", ""}})
                  .ok());
    }

    std::int64_t version_ = 0;
};

}  // namespace busy24::tests
