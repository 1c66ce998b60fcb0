// Users, invitations and Busy passwords through the whole program.
#include "tests/app/app_harness.hpp"

#include <algorithm>

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

constexpr auto password = "en lang nok setning";
constexpr auto email = "tone.bakke@granlund-bygg.example";

struct Peopled : AppHarness {
    Browser admin{*this};
    Browser guest{*this, "192.0.2.7"};

    Peopled() {
        admin.reach_page_5();
        work();
    }
    api::InviteUsers::Reply invite(const json& invitees) {
        const auto reply = admin.call<api::InviteUsers>({{"invitees", invitees}});
        REQUIRE(reply.ok());
        return reply.reply;
    }
    static std::string token_of(const std::string& link) {
        const std::string begin = "https://busy.example.no/invitasjon#";
        REQUIRE(link.substr(0, begin.size()) == begin);
        return link.substr(begin.size());
    }
    std::string invite_one(const std::string& role = "employee") {
        const auto results =
            invite({{{"email", email}, {"name", "Tone Bakke"}, {"role", role}}}).results;
        REQUIRE(results.front().outcome == api::InviteOutcome::invited);
        return token_of(results.front().link);
    }
    static tests::Outcome<api::AcceptInvitation> accept(Browser& browser, const std::string& token,
                                                        const std::string& secret = password) {
        return browser.call<api::AcceptInvitation>(
            {{"token", token}, {"name", "Tone Bakke"}, {"password", secret}});
    }
    static tests::Outcome<api::LogIn> log_in(Browser& browser, const std::string& secret) {
        return browser.call<api::LogIn>(
            {{"username", email}, {"password", secret}, {"way", "busy"}});
    }
    api::WorkspaceUser user(const std::string& address = email) {
        for (const auto& found : admin.call<api::ListUsers>().reply.users)
            if (found.email == address) return found;
        FAIL("no user " << address);
        return {};
    }
    tests::Outcome<api::ChangeUser> change(const api::WorkspaceUser& who, const std::string& role,
                                           bool is_active) {
        return admin.call<api::ChangeUser>(
            {{"id", who.id}, {"role", role}, {"isActive", is_active}});
    }
};

}  // namespace

TEST_CASE_FIXTURE(Peopled, "those that can be invited are, and the others are named") {
    const auto candidates = admin.call<api::ListCandidates>().reply.candidates;
    REQUIRE(candidates.size() > 2);
    const auto& known = candidates.front();
    const auto results = invite({{{"email", "Ny.Person@firma.example "}},
                                 {{"email", "ny.person@FIRMA.example"}},
                                 {{"email", "ikke en adresse"}},
                                 {{"email", "a@b.no\r\nBcc: c@d.no"}},
                                 {{"email", std::string(demo::manager)}},
                                 {{"email", known.email}, {"contactId", known.contact_id}}})
                             .results;
    const auto outcomes = [&] {
        std::string words;
        for (const auto& result : results) words += std::string(word_of(result.outcome)) + ' ';
        return words;
    }();
    CHECK(outcomes == "invited repeated bad_email bad_email already_user invited ");
    CHECK(results[1].link.empty());
    CHECK(invite({{{"email", known.email}}}).results.front().outcome ==
          api::InviteOutcome::already_invited);
    CHECK(user(known.email).contact_name == known.name);
    CHECK(user("ny.person@firma.example").state == api::UserState::invited);
    CHECK(admin.call<api::ListCandidates>().reply.candidates.size() == candidates.size() - 1);
    CHECK(admin.call<api::InviteUsers>({{"invitees", json::array()}}).status == 422);
}

TEST_CASE_FIXTURE(Peopled, "an invitation becomes a user who can log in again") {
    const auto token = invite_one();
    const auto read = guest.call<api::ReadInvitation>({{"token", token}});
    REQUIRE(read.ok());
    CHECK(read.reply.state == api::InvitationState::open);
    CHECK(read.reply.workspace_name == "Granlund Bygg og Anlegg AS");
    CHECK(read.reply.invited_by == "Ingrid Solheim");
    CHECK(accept(guest, token, "for kort").failure.reason == "password_too_short");
    const auto session = accept(guest, token);
    REQUIRE(session.ok());
    CHECK(session.reply.state == api::SessionState::signed_in);
    CHECK(session.reply.role == api::Role::employee);
    CHECK(guest.call<api::ListUsers>().status == 403);
    CHECK(user().state == api::UserState::active);

    // Once, whoever tries.
    CHECK(accept(guest, token).status == 409);
    CHECK(guest.call<api::ReadInvitation>({{"token", token}}).reply.state ==
          api::InvitationState::used);
    REQUIRE(guest.call<api::LogOut>().ok());
    CHECK(log_in(guest, password).reply.user_name == "Tone Bakke");
}

TEST_CASE_FIXTURE(Peopled, "a wrong password and an unknown name get the same answer") {
    accept(guest, invite_one());
    Browser stranger{*this, "192.0.2.8"};
    const auto wrong = log_in(stranger, "en helt annen setning");
    const auto unknown = stranger.call<api::LogIn>(
        {{"username", "ingen@firma.example"}, {"password", password}, {"way", "busy"}});
    CHECK(wrong.status == 401);
    CHECK(unknown.status == 401);
    CHECK(wrong.failure.reason == unknown.failure.reason);
    // Nor does a password of one kind open the other door.
    CHECK(stranger
              .call<api::LogIn>({{"username", std::string(demo::manager)},
                                 {"password", std::string(demo::manager_password)},
                                 {"way", "busy"}})
              .status == 401);
    for (int i = 0; i < 4; ++i) CHECK(log_in(stranger, "feil passord igjen").status == 401);
    CHECK(log_in(stranger, password).failure.reason == "too_many_attempts");
}

TEST_CASE_FIXTURE(Peopled, "an invitation that is over says which way, and opens nothing") {
    const auto state_of = [&](const std::string& token) {
        return guest.call<api::ReadInvitation>({{"token", token}}).reply.state;
    };
    const auto first = invite_one();
    const auto renewed = admin.call<api::RenewInvitation>({{"id", user().id}});
    REQUIRE(renewed.ok());
    CHECK(state_of(first) == api::InvitationState::replaced);
    CHECK(accept(guest, first).failure.reason == "no_invitation");
    const auto second = token_of(renewed.reply.link);
    clock.advance(48 * hour_ms + 1);
    REQUIRE(admin.log_in(demo::manager, demo::manager_password).ok());
    CHECK(state_of(second) == api::InvitationState::expired);
    CHECK(accept(guest, second).failure.reason == "invitation_over");
    CHECK(user().state == api::UserState::expired);
    const auto third = token_of(admin.call<api::RenewInvitation>({{"id", user().id}}).reply.link);
    REQUIRE(admin.call<api::WithdrawInvitation>({{"id", user().id}}).ok());
    CHECK(state_of(third) == api::InvitationState::withdrawn);
    CHECK(state_of(first) == api::InvitationState::withdrawn);
    CHECK(guest.call<api::ReadInvitation>({{"token", first + "x"}}).failure.reason ==
          "no_invitation");
    CHECK(accept(guest, third).status == 409);
    // Then the address is free again.
    invite_one();
}

TEST_CASE_FIXTURE(Peopled,
                  "a user who is deactivated is out at once, and one administrator stays") {
    REQUIRE(accept(guest, invite_one()).ok());
    REQUIRE(change(user(), "employee", false).ok());
    CHECK(guest.call<api::GetSession>().reply.state == api::SessionState::anonymous);
    CHECK(log_in(guest, password).status == 401);
    CHECK(user().state == api::UserState::deactivated);
    REQUIRE(change(user(), "administrator", true).ok());
    CHECK(log_in(guest, password).reply.role == api::Role::administrator);
    const auto manager = user(std::string(demo::manager));
    REQUIRE(change(user(), "employee", true).ok());
    CHECK(change(manager, "employee", true).failure.reason == "last_administrator");
    CHECK(change(manager, "administrator", false).failure.reason == "last_administrator");
}

TEST_CASE_FIXTURE(Peopled, "a session ends with the role that it was begun in") {
    REQUIRE(accept(guest, invite_one()).ok());
    REQUIRE(change(user(), "employee", true).ok());
    CHECK(guest.call<api::GetSession>().reply.state == api::SessionState::signed_in);
    REQUIRE(change(user(), "administrator", true).ok());
    CHECK(guest.call<api::GetSession>().reply.state == api::SessionState::anonymous);
    // One's own goes on, under another token; the others end.
    clock.advance(second_ms);
    Browser elsewhere{*this, "192.0.2.3"};
    REQUIRE(elsewhere.log_in(demo::manager, demo::manager_password).ok());
    Browser stolen = admin;
    REQUIRE(change(user(std::string(demo::manager)), "employee", true).ok());
    CHECK(admin.cookie != stolen.cookie);
    CHECK(admin.call<api::GetSession>().reply.role == api::Role::employee);
    CHECK(stolen.call<api::GetSession>().reply.state == api::SessionState::anonymous);
    CHECK(elsewhere.call<api::GetSession>().reply.state == api::SessionState::anonymous);
}

TEST_CASE_FIXTURE(Peopled, "nobody sees or changes the people of another workspace") {
    const auto token = invite_one();
    const auto invited = user();
    const auto manager = user(std::string(demo::manager));
    Browser other{*this, "192.0.2.9"};
    REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
    REQUIRE(other.choose(demo::havbris).ok());
    REQUIRE(other.api_user(api::ApiUserMode::same_login).ok());
    other.preview();
    REQUIRE(other.call<api::Connect>().ok());
    for (const auto& found : other.call<api::ListUsers>().reply.users) CHECK(found.email != email);
    CHECK(other.call<api::RenewInvitation>({{"id", invited.id}}).status == 404);
    CHECK(other.call<api::WithdrawInvitation>({{"id", invited.id}}).status == 404);
    CHECK(
        other.call<api::ChangeUser>({{"id", manager.id}, {"role", "employee"}, {"isActive", true}})
            .status == 404);
    CHECK(guest.call<api::ReadInvitation>({{"token", token}}).reply.state ==
          api::InvitationState::open);
}
