// The pages about one's own account, and what is told of letters, through the whole program on a
// fake server.
#include <doctest/doctest.h>

#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"

using namespace busy24;
using test::Browser;
using ui::Role;

namespace {

struct SignedIn {
    Browser browser;

    SignedIn() {
        browser.api.session = {.state = api::SessionState::signed_in,
                               .user_name = "Kari Nordmann",
                               .role = api::Role::administrator,
                               .workspace_name = "Fjellheim Bygg AS"};
        browser.api.profile = {.name = "Kari Nordmann",
                               .email = "kari@fjellheim.example",
                               .has_password = true,
                               .sessions = {{.id = "s1",
                                             .began_at_ms = test::june_5_ms - hour_ms,
                                             .seen_at_ms = test::june_5_ms,
                                             .is_this = true},
                                            {.id = "s2",
                                             .began_at_ms = test::june_5_ms - 3 * hour_ms,
                                             .seen_at_ms = test::june_5_ms - 20 * minute_ms}}};
        browser.api.users = {{{.id = "u2", .name = "Ola Vik", .email = "ola@fjellheim.example"},
                              {.id = "i1",
                               .state = api::UserState::invited,
                               .name = "Tone Bakke",
                               .email = "tone@fjellheim.example",
                               .invited_by = "Kari Nordmann"}},
                             true};
    }
    void mail(api::MailState state, const std::string& reason = {},
              const std::string& detail = {}) {
        browser.api.users.users[1].mail = {state, test::june_5_ms - 3 * minute_ms, reason, detail};
    }
    template <class C>
    std::string asked() {
        const auto* request = browser.api.last<C>();
        return request ? request->body : std::string();
    }
};

}  // namespace

TEST_CASE("a forgotten password leads to a link, and whether the address is known is not told") {
    Browser browser;
    browser.open("/logg-inn");
    CHECK_FALSE(browser.shows(Role::link, "Glemt passordet?"));
    browser.check("Busy-passord");
    browser.follow("Glemt passordet?");
    CHECK(browser.heading() == "Glemt passord");
    CHECK(browser.title == "Glemt passord – Busy");
    browser.press("Send lenke");
    CHECK(browser.focus == "forgot.email");
    CHECK(browser.api.count<api::RequestPasswordReset>() == 0);
    browser.fill("E-postadresse", " tone@fjellheim.example ");
    browser.press("Send lenke");
    const auto* request = browser.api.last<api::RequestPasswordReset>();
    REQUIRE(request);
    CHECK(request->body == R"({"email":"tone@fjellheim.example","language":"nb"})");
    CHECK(browser.heading() == "Se etter en e-post");
    CHECK(browser.shows_text("Har tone@fjellheim.example et Busy-passord"));
    browser.press("Prøv en annen adresse");
    CHECK(browser.heading() == "Glemt passord");
    browser.fill("E-postadresse", "ola@fjellheim.example");
    browser.api.fail_next<api::RequestPasswordReset>(
        {.code = ErrorCode::conflict, .reason = "no_mail"});
    browser.press("Send lenke");
    CHECK(browser.shows_text("E-post er ikke satt opp her"));
    CHECK(browser.shows_text("Be en administrator"));
}

TEST_CASE("the link of a new password asks for one, and lets in") {
    Browser browser;
    browser.open("/nytt-passord#et-tegn");
    CHECK(browser.heading() == "Velg nytt passord");
    browser.press("Lagre og logg inn");
    CHECK(browser.focus == "new_password.password");
    browser.fill("Nytt passord", "en lang nok setning");
    browser.api.fail_next<api::SetNewPassword>(
        {.code = ErrorCode::invalid, .reason = "password_too_short"});
    browser.press("Lagre og logg inn");
    CHECK(browser.shows_text("Passordet må ha minst 15 tegn"));
    browser.api.session = {.state = api::SessionState::signed_in, .user_name = "Kari Nordmann"};
    browser.fill("Nytt passord", "en lang nok setning");
    browser.press("Lagre og logg inn");
    const auto* request = browser.api.last<api::SetNewPassword>();
    REQUIRE(request);
    CHECK(request->body == R"({"token":"et-tegn"})");
    CHECK(request->secrets.front().field_key == "new_password.password");
    CHECK(browser.path == "/prosjekter");
}

TEST_CASE("a new password for several workspaces leads to the choice among them") {
    Browser browser;
    browser.open("/nytt-passord#et-tegn");
    browser.fill("Nytt passord", "en lang nok setning");
    browser.api.session = {.state = api::SessionState::choosing_workspace,
                           .workspaces = {{"w1", "Fjellheim Bygg AS"}, {"w2", "Havbris AS"}}};
    browser.press("Lagre og logg inn");
    CHECK(browser.path == "/logg-inn");
    CHECK(browser.shows_text("Havbris AS"));
}

TEST_CASE("a link that is over says why, and leads on") {
    Browser browser;
    const std::pair<api::ResetState, const char*> cases[] = {
        {api::ResetState::expired, "Lenken er utløpt"}, {api::ResetState::used, "Lenken er brukt"}};
    for (const auto& [state, title] : cases) {
        browser.api.reset.state = state;
        browser.open("/nytt-passord#et-tegn");
        CHECK(browser.heading() == title);
    }
    browser.api.fail_next<api::ReadPasswordReset>(
        {.code = ErrorCode::not_found, .reason = "no_reset"});
    browser.open("/nytt-passord#feil");
    CHECK(browser.heading() == "Lenken virker ikke");
    browser.follow("Be om en ny lenke");
    CHECK(browser.path == "/glemt-passord");
}

TEST_CASE_FIXTURE(SignedIn, "the profile is in the side panel, and takes name and language") {
    browser.open("/brukere");
    browser.follow("Profil");
    CHECK(browser.path == "/profil");
    CHECK(browser.heading() == "Profil");
    browser.fill("Navn", " ");
    browser.press("Lagre");
    CHECK(browser.api.count<api::SaveProfile>() == 0);
    browser.fill("Navn", "Kari Nordmann Lie");
    browser.choose("Språk på sidene og i e-post", "Nynorsk");
    browser.press("Lagre");
    CHECK(asked<api::SaveProfile>() == R"({"language":"nn","name":"Kari Nordmann Lie"})");
    CHECK(browser.shows_text("Lagra"));
    CHECK(browser.shows_text("Noverande passord"));
    CHECK(browser.memory["language"] == "nn");
}

TEST_CASE_FIXTURE(SignedIn, "a new password needs the old one, which leaves the program at once") {
    browser.open("/profil");
    browser.press("Endre passord");
    CHECK(browser.focus == "profile.old_password");
    browser.fill("Nåværende passord", "det gamle passordet");
    browser.fill("Nytt passord", "en lang nok setning");
    browser.api.fail_next<api::ChangePassword>(
        {.code = ErrorCode::forbidden, .reason = "wrong_password"});
    browser.press("Endre passord");
    CHECK(browser.shows_text("Passordet stemmer ikke"));
    const auto* request = browser.api.last<api::ChangePassword>();
    REQUIRE(request);
    CHECK(request->body == "{}");
    REQUIRE(request->secrets.size() == 2);
    CHECK(request->secrets[0].member == "oldPassword");
    CHECK(request->secrets[1].field_key == "profile.new_password");
    browser.fill("Nåværende passord", "det gamle passordet");
    browser.fill("Nytt passord", "en lang nok setning");
    browser.press("Endre passord");
    CHECK(browser.shows_text("Passordet er endret"));
    CHECK_FALSE(browser.shows_text("stemmer ikke"));
}

TEST_CASE_FIXTURE(SignedIn, "who has no Busy password is told where the password is changed") {
    browser.api.profile.has_password = false;
    browser.open("/profil");
    CHECK_FALSE(browser.shows(Role::button, "Endre passord"));
    CHECK(browser.shows_text("passordet dens endrer du i 24SevenOffice"));
}

TEST_CASE_FIXTURE(SignedIn, "own sessions are shown and ended") {
    browser.open("/profil");
    CHECK(browser.shows_text("Denne nettleseren"));
    CHECK(browser.shows_text("sist brukt for 20 minutter siden"));
    browser.press("Logg ut alle andre");
    CHECK(asked<api::EndSessions>() == R"({"id":""})");
    CHECK(browser.shows_text("Du er bare logget inn her."));
    CHECK_FALSE(browser.shows(Role::button, "Logg ut alle andre"));
}

TEST_CASE_FIXTURE(SignedIn, "what became of a letter is told, with the mail server's words") {
    mail(api::MailState::sent);
    browser.open("/brukere/i1");
    CHECK(browser.shows_text("Sendt for 3 minutter siden"));
    CHECK(browser.shows(Role::button, "Send invitasjonen på nytt"));
    mail(api::MailState::failed, "refused", "550 5.1.1 No such user here");
    browser.open("/brukere/i1");
    CHECK(browser.shows_text("E-posten kom ikke fram"));
    CHECK(browser.shows_text("E-postserveren tok ikke imot: 550 5.1.1 No such user here"));
    browser.go("/brukere");
    CHECK(browser.shows_text("E-posten kom ikke fram"));
    mail(api::MailState::waiting, "unreachable");
    browser.open("/brukere/i1");
    CHECK(browser.shows_text("På vei"));
    CHECK(browser.shows_text("Får ikke kontakt med e-postserveren"));
    mail(api::MailState::failed);
    browser.open("/brukere/i1");
    CHECK(browser.shows_text("Lenken utløp før e-posten kunne sendes."));
    browser.press("Send invitasjonen på nytt");
    CHECK(asked<api::RenewInvitation>() == R"({"id":"i1","language":"nb"})");
}

TEST_CASE_FIXTURE(SignedIn, "without SMTP the pages say so, and offer links") {
    browser.api.users.sends_mail = false;
    browser.open("/brukere");
    CHECK(browser.shows_text("E-post er ikke satt opp her"));
    browser.go("/brukere/ny");
    CHECK(browser.shows_text("E-post er ikke satt opp her"));
    browser.go("/brukere/i1");
    CHECK(browser.shows_text("E-post er ikke satt opp her"));
    CHECK(browser.shows(Role::button, "Lag ny lenke"));
}

TEST_CASE_FIXTURE(SignedIn, "an administrator makes a link for who has forgotten the password") {
    browser.open("/brukere/u2");
    browser.press("Lag lenke for nytt passord");
    CHECK(asked<api::MakePasswordLink>() == R"({"id":"u2"})");
    CHECK(browser.shows_text("https://busy.example.no/nytt-passord#nokkel"));
    CHECK_FALSE(browser.shows_text("Lenken er også sendt"));
    browser.api.password_link.is_mailed = true;
    browser.press("Lag lenke for nytt passord");
    CHECK(browser.shows_text("Lenken er også sendt til ola@fjellheim.example."));
    browser.api.fail_next<api::MakePasswordLink>({.code = ErrorCode::throttled,
                                                  .reason = "too_many_letters",
                                                  .retry_at_ms = browser.now_ms + hour_ms});
    browser.press("Lag lenke for nytt passord");
    CHECK(browser.shows_text("Arbeidsområdet har sendt så mange e-poster som det kan på ett døgn"));
    CHECK(
        browser.shows_text("Ingen lenke ble laget, og en som ble laget før, virker som den gjorde. "
                           "Prøv igjen etter kl."));
}
