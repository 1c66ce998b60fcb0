// What is recognised as the same record, and what a person is asked about.
#include "proxy/sync/planner.hpp"
#include "proxy/workspace/projects.hpp"
#include "tests/sync/mirror_harness.hpp"

using namespace busy24;
using api::Decision;
using api::MatchReason;
using domain::Verdict;
using store::Action;

TEST_CASE("the strongest reason decides who is a candidate") {
    using Hits = std::vector<domain::Hit>;
    struct Case {
        Hits hits;
        std::vector<std::string> ids;
    };
    const std::vector<Case> cases{
        {{}, {}},
        {{{"a", MatchReason::same_name}}, {"a"}},
        {{{"a", MatchReason::same_name}, {"b", MatchReason::same_name}}, {"a", "b"}},
        {{{"a", MatchReason::same_name}, {"b", MatchReason::same_email}}, {"b"}},
        {{{"a", MatchReason::same_email}, {"b", MatchReason::same_number}}, {"b"}},
        {{{"a", MatchReason::same_name_and_customer}, {"b", MatchReason::same_email}}, {"a"}},
        {{{"a", MatchReason::same_organisation_number}, {"b", MatchReason::same_name_and_customer}},
         {"a"}},
        {{{"c", MatchReason::same_name},
          {"a", MatchReason::same_name},
          {"b", MatchReason::same_name}},
         {"a", "b"}},  // no more than the limit
    };
    for (const auto& c : cases) {
        std::vector<std::string> ids;
        for (const auto& candidate : domain::best_candidates(c.hits, 2))
            ids.push_back(candidate.busy_id);
        CHECK(ids == c.ids);
    }
}

TEST_CASE("a candidate's reasons are told strongest first, each once") {
    const auto found = domain::best_candidates({{"a", MatchReason::same_name},
                                                {"a", MatchReason::same_email},
                                                {"a", MatchReason::same_name}},
                                               5);
    REQUIRE(found.size() == 1);
    CHECK(found[0].reasons == std::vector{MatchReason::same_email, MatchReason::same_name});
    CHECK(domain::split_reasons(domain::join_reasons(found[0].reasons)) == found[0].reasons);
}

TEST_CASE("answers to all questions about a record say what becomes of it") {
    const auto same = Decision::same, different = Decision::different, skip = Decision::skip,
               open = Decision::undecided;
    struct Case {
        std::vector<Decision> decisions;
        Verdict verdict;
    };
    for (const auto& c : std::vector<Case>{{{}, Verdict::create},
                                           {{open}, Verdict::ask},
                                           {{different}, Verdict::create},
                                           {{skip}, Verdict::leave},
                                           {{same}, Verdict::link},
                                           {{different, open}, Verdict::ask},
                                           {{different, skip}, Verdict::leave},
                                           {{different, different}, Verdict::create},
                                           {{open, same}, Verdict::link}})
        CHECK(domain::verdict_of(c.decisions) == c.verdict);
}

TEST_CASE("every situation of a record has one action") {
    for (int bits = 0; bits < 32; ++bits) {
        const sync::Situation s{.is_linked = (bits & 1) != 0,
                                .is_listed = (bits & 2) != 0,
                                .is_active = (bits & 4) != 0,
                                .has_problem = (bits & 8) != 0,
                                .has_new_content = (bits & 16) != 0};
        const auto action = sync::action_for(s);
        CAPTURE(bits);
        // What is gone is archived once, and never created or changed.
        if (!s.is_listed)
            CHECK(action ==
                  (s.is_linked && s.is_active ? std::optional(Action::archive) : std::nullopt));
        else if (s.has_problem)
            CHECK(action == Action::refuse);
        else if (!s.is_linked)
            CHECK(action == Action::create);
        else
            CHECK(action == (s.has_new_content ? Action::change : Action::keep));
    }
}

TEST_CASE("the administrator is the person with the contact id, whatever the e-mail") {
    MirrorHarness harness;
    const auto& boss = harness.books().persons.front();
    const auto user = harness.add_user("K. Nordlie", "kari@et-annet-sted.example", boss.id);
    const auto preview = harness.prepare();
    CHECK(plan_of(preview, Entity::person).link == 1);
    CHECK(preview.questions.empty());
    harness.first_run();
    CHECK(harness.count("SELECT COUNT(*) FROM person WHERE id = '" + user.text +
                        "' AND number = " + std::to_string(boss.id)) == 1);
}

TEST_CASE("a user with the same e-mail is the person, and learns the contact id") {
    MirrorHarness harness;
    harness.prepare();
    const auto* person = &harness.books().persons[2];
    REQUIRE(person->is_employee);
    // Made after the preview, as «Koble til konto» does with the administrator.
    const auto user = harness.add_user("Noen", store::canonical_email(person->email));
    const auto run = harness.first_run();
    CHECK(run.state == api::RunState::succeeded);
    const auto told = store::Users(*harness.sqlite).get(user).value();
    CHECK(told.contact_id == person->id);
    CHECK(told.matched_by == api::MatchedBy::email);
    CHECK(harness.count("SELECT COUNT(*) FROM person") == progress_of(run, Entity::person).total);
}

namespace {

// A workspace in which somebody has the name of an employee, and nothing else in common.
struct NamesakeHarness : MirrorHarness {
    simulator::Person namesake = [this] {
        for (const auto& person : books().persons)
            if (person.is_employee && !person.email.empty()) return person;
        return simulator::Person{};
    }();
    UserId user =
        add_user("  " + namesake.first_name + "  " + namesake.last_name, "en.annen@fjord.example");
};

}  // namespace

TEST_CASE("an equal name alone is asked about, with both shown side by side") {
    NamesakeHarness harness;
    const auto preview = harness.prepare();
    REQUIRE(preview.questions.size() == 1);
    const auto& question = preview.questions[0];
    CHECK(question.entity == Entity::person);
    CHECK(question.reasons == std::vector{MatchReason::same_name});
    CHECK(question.decision == Decision::undecided);
    REQUIRE(question.erp.size() > 1);
    CHECK(question.erp[0] == api::RecordValue{"number", std::to_string(harness.namesake.id)});
    CHECK(question.busy[0].name == "name");
    CHECK(plan_of(preview, Entity::person).ask == 1);
    CHECK(harness.mirror->start_first_run(harness.connection, "").error().reason ==
          "undecided_matches");
}

TEST_CASE("each decision about a question does what it says") {
    struct Case {
        Decision decision;
        std::int64_t link, persons_of_user, skipped;
    };
    for (const auto c : {Case{Decision::same, 1, 1, 0}, Case{Decision::different, 0, 0, 0},
                         Case{Decision::skip, 0, 0, 1}}) {
        NamesakeHarness harness;
        const auto question = harness.prepare().questions.at(0).id;
        REQUIRE(harness.mirror->decide(harness.connection, question, c.decision).ok());
        const auto preview = harness.mirror->preview(harness.connection).value();
        CHECK(preview.questions.at(0).decision == c.decision);
        CHECK(plan_of(preview, Entity::person).ask == 0);
        CHECK(plan_of(preview, Entity::person).link == c.link);
        const auto run = harness.first_run();
        CHECK(run.state == api::RunState::succeeded);
        CHECK(progress_of(run, Entity::person).skipped == c.skipped);
        CHECK(harness.count("SELECT COUNT(*) FROM person WHERE id = '" + harness.user.text + "'") ==
              c.persons_of_user);
        // Whoever has nothing but the name in common is the person because somebody said so.
        CHECK(store::Users(*harness.sqlite).get(harness.user).value().matched_by ==
              (c.decision == Decision::same ? api::MatchedBy::hand : api::MatchedBy::nothing));
    }
}

TEST_CASE("a project that is none of theirs is to be made there, and one that is theirs is not") {
    MirrorHarness harness;
    workspace::Project project;
    project.name = harness.books().projects.front().name;
    const workspace::Place place{*harness.sqlite, harness.random, harness.workspace,
                                 harness.clock.now()};
    REQUIRE(workspace::save(place, project).ok());
    const auto questions = harness.prepare().questions;
    REQUIRE_FALSE(questions.empty());
    const auto made_there = [&](Decision decision) {
        for (const auto& question : questions)
            REQUIRE(harness.mirror->decide(harness.connection, question.id, decision).ok());
        const auto preview = harness.mirror->preview(harness.connection).value();
        CHECK(plan_of(preview, Entity::project).fetched == 150);
        return plan_of(preview, Entity::project).create_in_erp;
    };
    CHECK(made_there(Decision::different) == 1);
    CHECK(made_there(Decision::same) == 0);
    CHECK(made_there(Decision::skip) == 0);
    CHECK(made_there(Decision::different) == 1);
    harness.first_run();
    CHECK(harness.books().projects.size() == 151);
}

TEST_CASE("a decision outlives a new reading") {
    NamesakeHarness harness;
    const auto question = harness.prepare().questions.at(0).id;
    REQUIRE(harness.mirror->decide(harness.connection, question, Decision::same).ok());
    harness.clock.advance(hour_ms);
    const auto preview = harness.prepare();
    CHECK(harness.erp.calls("GetPersons") == 2);
    CHECK(preview.questions.at(0).decision == Decision::same);
    CHECK(plan_of(preview, Entity::person).link == 1);
}

TEST_CASE("two sure matches with one record are both asked about, and only one can be it") {
    MirrorHarness harness;
    harness.erp.edit([](simulator::World& world) {
        auto& persons = world.data.tenants.front().persons;
        persons[2].email = persons[3].email = "felles@granlund-bygg.example";
        persons[2].private_email = persons[3].private_email = "";
    });
    harness.add_user("Felles Postkasse", "felles@granlund-bygg.example");
    const auto preview = harness.prepare();
    REQUIRE(preview.questions.size() == 2);
    for (const auto& question : preview.questions)
        REQUIRE(harness.mirror->decide(harness.connection, question.id, Decision::same).ok());
    const auto decided = harness.mirror->preview(harness.connection).value();
    CHECK(decided.questions[0].decision == Decision::different);
    CHECK(decided.questions[1].decision == Decision::same);
    CHECK(plan_of(decided, Entity::person).link == 1);
    const auto run = harness.first_run();
    CHECK(progress_of(run, Entity::person).failed == 0);
}

TEST_CASE("a question of another connection is not found") {
    MirrorHarness harness;
    harness.prepare();
    CHECK(harness.mirror->decide(harness.connection, "finnes ikke", Decision::same).error().code ==
          ErrorCode::not_found);
}
