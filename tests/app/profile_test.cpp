// One's own profile: name, language, password and sessions.
#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct Person : AppHarness {
    static constexpr const char* email = "tone.bakke@granlund-bygg.example";
    static constexpr const char* old_password = "en lang nok setning";
    static constexpr const char* new_password = "en helt ny og lang setning";
    Browser admin{*this};
    Browser person{*this, "192.0.2.7"};
    Browser phone{*this, "192.0.2.8"};

    Person() {
        admin.reach_page_5();
        work();
        const auto link = admin.call<api::InviteUsers>({{"invitees", {{{"email", email}}}}})
                              .reply.results.front()
                              .link;
        REQUIRE(person
                    .call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                                  {"name", "Tone Bakke"},
                                                  {"password", old_password}})
                    .ok());
        clock.advance(minute_ms);
        REQUIRE(log_in(phone, old_password).ok());
    }
    static tests::Outcome<api::LogIn> log_in(Browser& browser, const std::string& secret) {
        return browser.call<api::LogIn>(
            {{"username", email}, {"password", secret}, {"way", "busy"}});
    }
    static tests::Outcome<api::ChangePassword> change(Browser& browser, const std::string& from,
                                                      const std::string& to = new_password) {
        return browser.call<api::ChangePassword>({{"oldPassword", from}, {"newPassword", to}});
    }
    static bool is_in(Browser& browser) {
        return browser.call<api::GetSession>().reply.state == api::SessionState::signed_in;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Person, "people change their name and the language of their letters") {
    const auto profile = person.call<api::GetProfile>().reply;
    CHECK(profile.name == "Tone Bakke");
    CHECK(profile.email == email);
    CHECK(profile.language == Language::nb);
    CHECK(profile.has_password);
    const auto saved =
        person.call<api::SaveProfile>({{"name", "Tone Bakke Lie"}, {"language", "nn"}});
    REQUIRE(saved.ok());
    CHECK(saved.reply.language == Language::nn);
    CHECK(person.call<api::GetSession>().reply.user_name == "Tone Bakke Lie");
    CHECK(person.call<api::SaveProfile>({{"name", " "}}).failure.reason == "name_missing");
    const auto line = admin.call<api::ListAudit>().reply.lines.front();
    CHECK(line.action == api::AuditAction::profile_changed);
    CHECK(line.before_value == "name=Tone Bakke; language=nb");
    CHECK(line.after_value == "name=Tone Bakke Lie; language=nn");
}

TEST_CASE_FIXTURE(Person, "a new password needs the old one, and ends the other sessions") {
    CHECK(change(person, "feil passord her").failure.reason == "wrong_password");
    CHECK(change(person, old_password, "for kort").failure.reason == "password_too_short");
    CHECK(is_in(phone));
    REQUIRE(change(person, old_password).ok());
    CHECK(is_in(person));
    CHECK_FALSE(is_in(phone));
    CHECK(log_in(phone, old_password).status == 401);
    CHECK(log_in(phone, new_password).ok());
    CHECK(admin.call<api::ListAudit>().reply.lines.front().action ==
          api::AuditAction::password_changed);
}

TEST_CASE_FIXTURE(Person, "a stolen session does not get to guess the old password") {
    for (int i = 0; i < 5; ++i) CHECK(change(person, "feil passord her").status == 403);
    CHECK(change(person, old_password).failure.reason == "too_many_attempts");
    // Nor does it keep the person out elsewhere.
    CHECK(log_in(phone, old_password).ok());
}

TEST_CASE_FIXTURE(Person, "who has no Busy password has none to change") {
    CHECK_FALSE(admin.call<api::GetProfile>().reply.has_password);
    CHECK(change(admin, "hva som helst").failure.reason == "no_password");
}

TEST_CASE_FIXTURE(Person, "own sessions are listed and ended, one or all others") {
    Browser library{*this, "192.0.2.9"};
    clock.advance(minute_ms);
    REQUIRE(log_in(library, old_password).ok());
    auto sessions = person.call<api::GetProfile>().reply.sessions;
    REQUIRE(sessions.size() == 3);
    CHECK(sessions[0].is_this);
    CHECK_FALSE(sessions[1].is_this);
    CHECK(sessions[1].began_at_ms > sessions[2].began_at_ms);
    for (const auto& session : sessions) CHECK(session.id.size() == 32);
    sessions = person.call<api::EndSessions>({{"id", sessions[1].id}}).reply.sessions;
    CHECK(sessions.size() == 2);
    CHECK_FALSE(is_in(library));
    CHECK(is_in(phone));
    CHECK(person.call<api::EndSessions>({{"id", "another"}}).status == 404);
    REQUIRE(person.call<api::EndSessions>({{"id", ""}}).ok());
    CHECK_FALSE(is_in(phone));
    CHECK(is_in(person));
    // Somebody else's are not among them.
    const auto other = admin.call<api::GetProfile>().reply.sessions.front().id;
    CHECK(person.call<api::EndSessions>({{"id", other}}).status == 404);
    CHECK(is_in(admin));
}
