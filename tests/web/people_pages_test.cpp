// The pages about users and invitations, through the whole program on a fake server.
#include <doctest/doctest.h>

#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"
#include "web/pages/add_user.hpp"

using namespace busy24;
using test::Browser;
using ui::Role;

namespace {

struct Workspace {
    Browser browser;

    Workspace() {
        browser.api.session = {.state = api::SessionState::signed_in,
                               .user_name = "Kari Nordmann",
                               .role = api::Role::administrator,
                               .workspace_name = "Fjellheim Bygg AS"};
        browser.api.users = {{{.id = "u1",
                               .name = "Kari Nordmann",
                               .email = "kari@fjellheim.example",
                               .role = api::Role::administrator,
                               .contact_name = "Kari N. Nordmann",
                               .matched_by = api::MatchedBy::email,
                               .last_login_at_ms = test::june_5_ms - 3 * minute_ms},
                              {.id = "u2", .name = "Ola Vik", .email = "ola@fjellheim.example"},
                              {.id = "i1",
                               .state = api::UserState::invited,
                               .name = "Tone Bakke",
                               .email = "tone@fjellheim.example",
                               .invited_by = "Kari Nordmann",
                               .invited_at_ms = test::june_5_ms - hour_ms,
                               .expires_at_ms = test::june_5_ms + 47 * hour_ms}}};
        browser.api.candidates = {{11, "Per Moen", "per@fjellheim.example"},
                                  {12, "Siri Lund", "siri@fjellheim.example"},
                                  {13, "Uten Adresse", ""}};
    }
    template <class C>
    std::string asked() {
        const auto* request = browser.api.last<C>();
        return request ? request->body : std::string();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Workspace, "the users are listed with role and state, and searched") {
    browser.open("/brukere");
    CHECK(browser.heading() == "Brukere");
    CHECK(browser.title == "Brukere – Busy");
    for (const auto* text : {"Administrator", "Invitert", "3 minutter siden", "Aldri",
                             "Person i 24SevenOffice", "Kari N. Nordmann", "Ikke koblet"})
        CHECK_MESSAGE(browser.shows_text(text), text);
    browser.fill("Søk etter navn eller e-post", "TONE");
    CHECK(browser.shows_text("tone@fjellheim.example"));
    CHECK_FALSE(browser.shows_text("ola@fjellheim.example"));
    browser.fill("Søk etter navn eller e-post", "finnes ikke");
    CHECK(browser.shows_text("Ingen brukere passer"));
}

TEST_CASE_FIXTURE(Workspace, "small letters find big ones, and the other way round") {
    browser.api.users.users[1].name = "Øyvind Bråten";
    browser.api.users.users[2].name = "Ægir ÅSHEIM";
    browser.open("/brukere");
    for (const auto* search : {"øyvind", "ØYVIND", "bråten", "BRÅTEN"}) {
        browser.fill("Søk etter navn eller e-post", search);
        CHECK_MESSAGE(browser.shows(Role::link, "Øyvind Bråten"), search);
        CHECK_FALSE(browser.shows(Role::link, "Ægir ÅSHEIM"));
    }
    for (const auto* search : {"ægir", "Ægir", "åsheim", "ÆGIR Å"}) {
        browser.fill("Søk etter navn eller e-post", search);
        CHECK_MESSAGE(browser.shows(Role::link, "Ægir ÅSHEIM"), search);
    }
}

TEST_CASE_FIXTURE(Workspace, "an employee sees neither users nor settings") {
    browser.api.session.role = api::Role::employee;
    browser.open("/");
    CHECK(browser.path == "/prosjekter");
    CHECK_FALSE(browser.shows(Role::link, "Brukere"));
    CHECK_FALSE(browser.shows(Role::link, "24SevenOffice"));
}

TEST_CASE_FIXTURE(Workspace, "persons are ticked, others are written, and links come of it") {
    browser.open("/brukere");
    browser.follow("Legg til bruker");
    browser.press("Inviter (0)");
    CHECK(browser.shows_text("Velg minst én person"));
    browser.check("Velg alle");
    CHECK(browser.shows(Role::button, "Inviter (2)"));
    browser.uncheck("Siri Lund · siri@fjellheim.example");
    browser.fill("E-postadresse", "ikke en adresse");
    browser.press("Legg til i listen");
    CHECK(browser.shows_text("Ikke en gyldig e-postadresse"));
    browser.fill("E-postadresse", "gjest@firma.example");
    browser.press("Legg til i listen");
    browser.choose("Rolle for dem som inviteres", "Administrator");
    browser.api.invited = {
        {.email = "gjest@firma.example", .link = "https://busy.example.no/invitasjon#en"},
        {.email = "per@fjellheim.example", .outcome = api::InviteOutcome::already_user}};
    browser.press("Inviter (2)");
    CHECK(asked<api::InviteUsers>().find(R"("contactId":11)") != std::string::npos);
    CHECK(asked<api::InviteUsers>().find(R"("role":"administrator")") != std::string::npos);
    CHECK(browser.shows_text("1 er invitert"));
    CHECK(browser.shows_text("https://busy.example.no/invitasjon#en"));
    CHECK(browser.shows_text("Er bruker allerede"));
    CHECK(browser.focus == "heading");
}

TEST_CASE_FIXTURE(Workspace, "more than a call takes are invited in several") {
    browser.api.candidates.clear();
    for (std::int64_t id = 1; id <= 450; ++id)
        browser.api.candidates.push_back(
            {id, "Person " + std::to_string(id), "person" + std::to_string(id) + "@firma.example"});
    browser.api.invited = {{.email = "person1@firma.example", .link = "https://busy.example.no/a"}};
    browser.open("/brukere/ny");
    browser.check("Velg alle");
    browser.press("Inviter (450)");
    CHECK(browser.api.count<api::InviteUsers>() == 3);
    CHECK(asked<api::InviteUsers>().find(R"("contactId":400,)") == std::string::npos);
    CHECK(asked<api::InviteUsers>().find(R"("contactId":401,)") != std::string::npos);
    CHECK(asked<api::InviteUsers>().find(R"("contactId":450,)") != std::string::npos);
    // The outcomes of all three.
    CHECK(browser.shows_text("3 er invitert"));
    CHECK(browser.shows(Role::button, "Inviter (0)"));
}

TEST_CASE("when one of several calls fails, the others' links stand and the rest is kept") {
    using namespace pages::add_user;
    Model model;
    app::Visitor visitor;
    model.candidates.emplace();
    for (std::int64_t id = 1; id <= 250; ++id) {
        model.candidates->push_back({id, "", "person" + std::to_string(id) + "@firma.example"});
        model.chosen.insert(id);
    }
    update(model, visitor, Submitted{});
    CHECK(model.is_sending);
    app::Answer<api::InviteUsers> first;
    first.reply = api::InviteUsers::Reply{{{.email = "person1@firma.example", .link = "a"}}};
    update(model, visitor, first);
    CHECK(model.is_sending);
    app::Answer<api::InviteUsers> second;
    second.failure.code = ErrorCode::unavailable;
    update(model, visitor, second);
    CHECK_FALSE(model.is_sending);
    CHECK(model.action_failure);
    CHECK(model.results.size() == 1);
    CHECK(model.chosen.size() == 50);
    CHECK(model.chosen.contains(250));
}

TEST_CASE_FIXTURE(Workspace, "what could not be sent is kept, and said") {
    browser.open("/brukere/ny");
    browser.check("Per Moen · per@fjellheim.example");
    browser.api.fail_next<api::InviteUsers>({.code = ErrorCode::internal});
    browser.press("Inviter (1)");
    CHECK(browser.shows_text("Noe gikk galt hos oss"));
    browser.press("Inviter (1)");
    CHECK(browser.api.count<api::InviteUsers>() == 2);
}

TEST_CASE_FIXTURE(Workspace, "a user gets another role, is deactivated and activated again") {
    browser.open("/brukere");
    browser.follow("Kari Nordmann");
    CHECK(browser.shows_text("Kari N. Nordmann · Samme e-post"));
    browser.go("/brukere");
    browser.follow("Ola Vik");
    CHECK(browser.heading() == "Ola Vik");
    browser.choose("Rolle", "Administrator");
    CHECK(asked<api::ChangeUser>() == R"({"id":"u2","isActive":true,"role":"administrator"})");
    browser.press("Deaktiver brukeren");
    CHECK(browser.shows_text("Deaktivert"));
    browser.press("Aktiver brukeren igjen");
    CHECK(browser.shows_text("Aktiv"));
    browser.api.fail_next<api::ChangeUser>(
        {.code = ErrorCode::conflict, .reason = "last_administrator"});
    browser.press("Deaktiver brukeren");
    CHECK(browser.shows_text("Det må være minst én administrator"));
}

TEST_CASE_FIXTURE(Workspace, "an invitation gets a new link, or is withdrawn") {
    browser.open("/brukere/i1");
    CHECK(browser.title == browser.heading() + " – Busy");
    CHECK(browser.shows_text("Invitert av"));
    browser.press("Lag ny lenke");
    CHECK(browser.shows_text("https://busy.example.no/invitasjon#ny"));
    browser.press("Trekk tilbake invitasjonen");
    CHECK(browser.path == "/brukere");
    CHECK_FALSE(browser.shows_text("tone@fjellheim.example"));
    browser.go("/brukere/i1");
    CHECK(browser.heading() == "Brukeren finnes ikke lenger");
    CHECK(browser.title == "Brukeren finnes ikke lenger – Busy");
}

TEST_CASE("an invited person chooses a password and is in") {
    Browser browser;
    browser.api.invitation = {.state = api::InvitationState::open,
                              .workspace_name = "Fjellheim Bygg AS",
                              .invited_by = "Kari Nordmann",
                              .name = "Tone Bakke",
                              .email = "tone@fjellheim.example"};
    browser.open("/invitasjon#et-tegn");
    CHECK(browser.heading() == "Velkommen til Fjellheim Bygg AS");
    browser.press("Kom i gang");
    CHECK(browser.focus == "invitation.password");
    browser.fill("Nytt passord", "en lang nok setning");
    browser.api.fail_next<api::AcceptInvitation>(
        {.code = ErrorCode::invalid, .reason = "password_too_short"});
    browser.press("Kom i gang");
    CHECK(browser.shows_text("Passordet må ha minst 15 tegn"));
    browser.press("Kom i gang");
    const auto* request = browser.api.last<api::AcceptInvitation>();
    REQUIRE(request);
    CHECK(request->body == R"({"language":"nb","name":"Tone Bakke","token":"et-tegn"})");
    CHECK(request->secrets.front().field_key == "invitation.password");
    CHECK(browser.path == "/prosjekter");
}

TEST_CASE("with Single Sign-On an invited person comes in with the 24SevenOffice account") {
    Browser browser;
    browser.api.invitation = {.state = api::InvitationState::open,
                              .workspace_name = "Fjellheim Bygg AS",
                              .invited_by = "Kari Nordmann",
                              .name = "Tone Bakke",
                              .email = "tone@fjellheim.example",
                              .has_sso = true};
    browser.open("/invitasjon#et-tegn");
    CHECK(browser.shows_text("Logg inn med 24SevenOffice-kontoen din, så er du i gang."));
    browser.press("Logg inn med 24SevenOffice");
    CHECK(browser.focus == "invitation.account_password");
    browser.fill("24SevenOffice passord", "hemmelig");
    browser.api.fail_next<api::AcceptWithAccount>({.code = ErrorCode::unauthenticated});
    browser.press("Logg inn med 24SevenOffice");
    CHECK(browser.focus == "invitation.account_password");
    CHECK(browser.path.starts_with("/invitasjon"));
    browser.fill("24SevenOffice passord", "den rette");
    browser.press("Logg inn med 24SevenOffice");
    const auto* request = browser.api.last<api::AcceptWithAccount>();
    REQUIRE(request);
    CHECK(request->body == R"({"language":"nb","token":"et-tegn",)"
                           R"("username":"tone@fjellheim.example"})");
    CHECK(request->secrets.front().field_key == "invitation.account_password");
    CHECK(browser.path == "/prosjekter");
}

TEST_CASE("who has no 24SevenOffice account chooses a password, and can change their mind") {
    Browser browser;
    browser.api.invitation = {.state = api::InvitationState::open,
                              .workspace_name = "Fjellheim Bygg AS",
                              .invited_by = "Kari Nordmann",
                              .email = "tone@fjellheim.example",
                              .has_sso = true};
    browser.open("/invitasjon#et-tegn");
    browser.press("Jeg har ingen 24SevenOffice-konto");
    CHECK(browser.focus == "invitation.name");
    browser.press("Bruk 24SevenOffice-kontoen i stedet");
    CHECK(browser.focus == "invitation.username");
    browser.press("Jeg har ingen 24SevenOffice-konto");
    browser.fill("Navnet ditt", "Tone Bakke");
    browser.fill("Nytt passord", "en lang nok setning");
    browser.press("Kom i gang");
    CHECK(browser.api.last<api::AcceptWithAccount>() == nullptr);
    CHECK(browser.path == "/prosjekter");
}

TEST_CASE("an invitation that is over says which way and whom to ask") {
    Browser browser;
    browser.api.invitation = {.workspace_name = "Fjellheim Bygg AS", .invited_by = "Kari Nordmann"};
    const std::pair<api::InvitationState, const char*> cases[] = {
        {api::InvitationState::expired, "Invitasjonen er utløpt"},
        {api::InvitationState::used, "Invitasjonen er brukt"},
        {api::InvitationState::withdrawn, "Invitasjonen er trukket tilbake"}};
    for (const auto& [state, title] : cases) {
        browser.api.invitation.state = state;
        browser.open("/invitasjon#et-tegn");
        CHECK(browser.heading() == title);
        CHECK(browser.title == std::string(title) + " – Busy");
        CHECK(browser.shows_text("Be Kari Nordmann i Fjellheim Bygg AS om en ny lenke."));
    }
    browser.api.invitation.state = api::InvitationState::replaced;
    browser.open("/invitasjon#et-tegn");
    CHECK(browser.heading() == "Invitasjonen har fått en nyere lenke");
    CHECK(browser.shows_text("eller be Kari Nordmann i Fjellheim Bygg AS om den."));
    browser.api.fail_next<api::ReadInvitation>(
        {.code = ErrorCode::not_found, .reason = "no_invitation"});
    browser.open("/invitasjon#feil");
    CHECK(browser.heading() == "Lenken virker ikke");
    CHECK(browser.title == "Lenken virker ikke – Busy");
}

TEST_CASE("a Busy password goes to Busy alone, and the way is remembered") {
    Browser browser;
    browser.open("/logg-inn");
    browser.check("Busy-passord");
    browser.fill("E-postadresse", "tone@fjellheim.example");
    browser.fill("Passord", "en lang nok setning");
    browser.press("Logg inn");
    const auto* request = browser.api.last<api::LogIn>();
    REQUIRE(request);
    CHECK(request->body.find(R"("way":"busy")") != std::string::npos);
    CHECK(browser.memory["log_in.way"] == "busy");
}
