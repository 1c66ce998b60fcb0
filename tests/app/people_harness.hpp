// A workspace with users of its own choosing, and a second one beside it.
#pragma once

#include "tests/app/app_harness.hpp"

namespace busy24::tests {

struct PeopleHarness : AppHarness {
    Browser admin{*this};

    PeopleHarness() {
        admin.reach_page_5();
        work();
    }

    // A request as the browser's page would send it.
    template <class C>
    static http::Request request_of(const Browser& who, const nlohmann::json& members) {
        return who.request<C>(members);
    }

    // Invited with an address that no person has, and in.
    void join(Browser& who, const std::string& name, const std::string& role = "employee") {
        const auto email = "bruker" + std::to_string(++joined_) + "@firma.example";
        const auto invited = admin.call<api::InviteUsers>(
            {{"invitees", {{{"email", email}, {"name", name}, {"role", role}}}}});
        REQUIRE(invited.ok());
        const auto& link = invited.reply.results.front().link;
        REQUIRE(who.call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                                 {"name", name},
                                                 {"password", "en lang nok setning"}})
                    .ok());
    }

    // The id of the colleague with that name who is not in the project yet.
    std::string colleague(const std::string& project, const std::string& name) {
        const auto found =
            admin.call<api::FindColleagues>({{"projectId", project}, {"search", name}});
        REQUIRE(found.ok());
        REQUIRE(found.reply.colleagues.size() == 1);
        return found.reply.colleagues.front().id;
    }
    std::string put_into(const std::string& project, const std::string& name,
                         const std::string& role) {
        const auto id = colleague(project, name);
        REQUIRE(admin
                    .call<api::SaveMember>(
                        {{"projectId", project}, {"colleagueId", id}, {"role", role}})
                    .ok());
        return id;
    }

    // Havbris, whose accountant is its administrator.
    void open_second_workspace(Browser& who) {
        REQUIRE(who.sign_in(demo::accountant, demo::accountant_password).ok());
        REQUIRE(who.choose(demo::havbris).ok());
        REQUIRE(who.api_user(api::ApiUserMode::same_login).ok());
        who.preview();
        REQUIRE(who.call<api::Connect>().ok());
        work();
    }

private:
    int joined_ = 0;
};

}  // namespace busy24::tests
