// Who may do what, through the whole program: every call, for everybody there is to it, in both of
// two workspaces.
#include <algorithm>
#include <set>

#include "tests/app/people_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using http::Standing;
using nlohmann::json;

namespace {

// What the table of rights should say, by Standing: anonymous, onboarding, choosing a workspace,
// employee, participant, manager, administrator. A: all, o: what is about oneself, l: log in first,
// n: no.
struct Expected {
    api::Access access;
    std::string_view cells;
};
constexpr Expected expectations[] = {
    {api::Access::anyone, "AAAAAAA"},         {api::Access::visitor, "lAAnnnn"},
    {api::Access::signed_in, "lllAAAA"},      {api::Access::administrator, "lllnnnA"},
    {api::Access::project_reader, "lllooAA"}, {api::Access::project_manager, "lllnnAA"},
};

char expected(api::Access access, Standing standing) {
    for (const auto& row : expectations)
        if (row.access == access) return row.cells[static_cast<std::size_t>(standing)];
    return '?';
}

// Two workspaces; in the first, somebody of each kind.
struct Everybody : PeopleHarness {
    Browser employee{*this, "192.0.2.21"};
    Browser participant{*this, "192.0.2.22"};
    Browser manager{*this, "192.0.2.23"};
    Browser manager_elsewhere{*this, "192.0.2.24"};
    Browser stranger{*this, "192.0.2.25"};
    Browser visitor{*this, "192.0.2.26"};
    Browser chooser{*this, "192.0.2.28"};  // has a place in both workspaces
    Browser other{*this, "192.0.2.27"};    // the administrator of the second workspace
    std::string project;
    std::string project_elsewhere;  // in the same workspace
    std::string foreign_project;
    std::string member_id;

    Everybody() {
        join(employee, "Tone Bakke");
        join(participant, "Siri Lund");
        join(manager, "Per Moen");
        join(manager_elsewhere, "Ola Vik");
        REQUIRE(visitor.sign_in(demo::manager, demo::manager_password).ok());
        open_second_workspace(other);
        choose_between_both(chooser);
        const auto projects = admin.call<api::ListRecords>({{"limit", 2}}).reply.records;
        project = projects.at(0).id;
        project_elsewhere = projects.at(1).id;
        foreign_project = other.call<api::ListRecords>({{"limit", 1}}).reply.records.at(0).id;
        member_id = put_into(project, "Siri Lund", "participant");
        put_into(project, "Per Moen", "manager");
        put_into(project_elsewhere, "Ola Vik", "manager");
    }

    void choose_between_both(Browser& who) {
        const json login{{"username", "valg@firma.example"},
                         {"password", "en lang nok setning"},
                         {"way", "busy"}};
        for (auto* inviting : {&admin, &other}) {
            const auto link =
                inviting
                    ->call<api::InviteUsers>({{"invitees", {{{"email", login.at("username")}}}}})
                    .reply.results.front()
                    .link;
            REQUIRE(who.call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                                     {"name", "Liv Hagen"},
                                                     {"password", login.at("password")}})
                        .ok());
        }
        REQUIRE(who.call<api::LogIn>(login).reply.state == api::SessionState::choosing_workspace);
    }

    // A call that is as it should be but for its body or query.
    template <class C>
    http::Request broken(const Browser& who) {
        auto request = request_of<C>(who, json::object());
        request.query = request.method == "GET" ? "noSuchMember=1" : "";
        request.body = request.method == "GET" ? "" : "{{{";
        return request;
    }
    int status(const http::Request& request) { return app->site().answer(request).status; }

    template <class C>
    json sample(const std::string& project_id) {
        auto call = json::parse(to_json_text(C{}));
        for (const auto* name : {"projectId", "id"})
            if (call.contains(name)) call[name] = project_id;
        if (call.contains("colleagueId")) call["colleagueId"] = member_id;
        return call;
    }
};

void check_status(int status, char cell) {
    if (cell == 'l') CHECK(status == 401);
    if (cell == 'n') CHECK(status == 403);
    if (cell == 'A' || cell == 'o') CHECK((status != 401 && status != 403));
    CHECK(status != 500);
}

}  // namespace

TEST_CASE("the table of rights says what was agreed, in every cell") {
    for (const auto& access : words(api::Access{}))
        for (const auto& standing : words(Standing{})) {
            CAPTURE(access.text);
            CAPTURE(standing.text);
            const auto reach = http::reach_of(access.value, standing.value);
            const char cell = reach.ok() ? (reach.value() == http::Reach::all ? 'A' : 'o')
                              : reach.error().code == ErrorCode::unauthenticated ? 'l'
                                                                                 : 'n';
            CHECK(cell == expected(access.value, standing.value));
        }
}

TEST_CASE_FIXTURE(Everybody, "every call is open to exactly those whom the table names") {
    struct Who {
        Browser& browser;
        Standing standing;
    };
    const Who all[] = {{stranger, Standing::anonymous},         {visitor, Standing::onboarding},
                       {chooser, Standing::choosing_workspace}, {employee, Standing::employee},
                       {participant, Standing::participant},    {manager, Standing::manager},
                       {manager_elsewhere, Standing::employee}, {admin, Standing::administrator}};
    int cells = 0;
    for (const auto& who : all)
        api::AllCalls::for_each([&]<class C>() {
            ++cells;
            CAPTURE(word_of(who.standing));
            CAPTURE(C::endpoint.path);
            const auto cell = expected(C::endpoint.access, who.standing);
            if constexpr (api::NamesProject<C>) {
                const auto in = [&](const std::string& id) {
                    return status(request_of<C>(who.browser, sample<C>(id)));
                };
                check_status(in(project), cell);
                // Of another workspace, or of none: there is no such project.
                const bool is_signed_in = who.standing >= Standing::employee;
                CHECK(in(foreign_project) == (is_signed_in ? 404 : 401));
                CHECK(in("no-such-project") == (is_signed_in ? 404 : 401));
            } else {
                // Refused before it is read, or else refused for what it is.
                const auto answered = status(broken<C>(who.browser));
                check_status(answered, cell);
                if (cell == 'A') CHECK(answered == 422);
            }
        });
    MESSAGE("roles x calls x workspaces: ", cells, " cells, all as the table says");
}

TEST_CASE_FIXTURE(Everybody, "the manager of a project is nobody in another one") {
    const auto list = [&](Browser& who, const std::string& id) {
        return who.call<api::ListMembers>({{"projectId", id}});
    };
    CHECK(list(manager, project).reply.is_whole);
    CHECK_FALSE(list(manager, project_elsewhere).reply.is_whole);
    CHECK(list(manager, project_elsewhere).reply.members.empty());
    CHECK(list(manager_elsewhere, project_elsewhere).reply.is_whole);
    const auto own = list(participant, project).reply.members;
    REQUIRE(own.size() == 1);
    CHECK(own.front().who.name == "Siri Lund");
    CHECK(own.front().is_self);
    CHECK(list(employee, project).reply.members.empty());
    CHECK(participant.call<api::GetProjectDetails>({{"id", project}}).reply.members.size() <= 1);
}

TEST_CASE_FIXTURE(Everybody,
                  "what belongs to another workspace is answered like what is not there") {
    const auto foreign = [&] {
        std::set<std::string> ids;
        for (const auto* kind : {"project", "customer", "work_type"})
            for (const auto& record :
                 other.call<api::ListRecords>({{"entity", kind}, {"limit", 2}}).reply.records)
                ids.insert(record.id);
        for (const auto& user : other.call<api::ListUsers>().reply.users) ids.insert(user.id);
        for (const auto& run : other.call<api::ListRuns>().reply.runs) ids.insert(run.id);
        return ids;
    }();
    REQUIRE(foreign.size() > 6);
    const auto answer = [&](const http::Request& request) {
        const auto made = app->site().answer(request);
        auto body = json::parse(made.body ? *made.body : "", nullptr, false);
        if (body.is_object() && body.contains("error")) body["error"].erase("trackingId");
        return std::to_string(made.status) + body.dump();
    };
    int asked_about = 0;
    api::AllCalls::for_each([&]<class C>() {
        auto call = json::parse(to_json_text(C{}));
        for (const auto& [key, value] : call.items()) {
            const std::string name = key;
            const bool is_id = name == "id" || (name.size() > 2 && name.ends_with("Id"));
            if (!is_id || !value.is_string()) continue;
            auto asked = call;
            for (const auto* named : {"name", "search"})
                if (asked.contains(named)) asked[named] = "navn";
            for (const auto* in : {"projectId"})
                if (asked.contains(in) && name != in) asked[in] = project;
            asked[name] = "no-such-id";
            const auto missing = answer(request_of<C>(admin, asked));
            for (const auto& id : foreign) {
                asked[name] = id;
                CAPTURE(C::endpoint.path);
                CAPTURE(name);
                CHECK(answer(request_of<C>(admin, asked)) == missing);
                ++asked_about;
            }
        }
    });
    MESSAGE(asked_about, " questions about the other workspace, 0 answers that differ");
}
