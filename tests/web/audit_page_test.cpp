// The page of the audit log, through the whole program on a fake server.
#include <doctest/doctest.h>

#include <set>

#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"
#include "web/pages/audit_text.hpp"

using namespace busy24;
using test::Browser;
using ui::Role;

namespace {

struct Logged {
    Browser browser;

    Logged() {
        browser.api.session = {.state = api::SessionState::signed_in,
                               .user_name = "Kari Nordli",
                               .role = api::Role::administrator,
                               .workspace_name = "Fjellheim Bygg AS"};
        browser.api.audit = {{{.number = 3,
                               .noted_at_ms = test::june_5_ms,
                               .actor = "Kari Nordli",
                               .action = api::AuditAction::policy_changed,
                               .before_value = "projects=erp",
                               .after_value = "projects=busy"},
                              {.number = 2,
                               .noted_at_ms = test::june_5_ms - hour_ms,
                               .actor = "Kari Nordli",
                               .action = api::AuditAction::user_changed,
                               .subject = "Ola Vik",
                               .before_value = "role=employee; is_active=yes",
                               .after_value = "role=administrator; is_active=no"},
                              {.number = 1,
                               .noted_at_ms = test::june_5_ms - day_ms,
                               .action = api::AuditAction::problem_decided,
                               .after_value = "decision=ignored; note=Gammelt prosjekt"}},
                             120};
        browser.api.audit_check = {.count = 120, .first_broken = 0};
    }
    std::string asked() {
        const auto* request = browser.api.last<api::ListAudit>();
        return request ? request->path : std::string();
    }
};

}  // namespace

TEST_CASE("every action is a sentence of its own in each language") {
    for (const auto language : {Language::nb, Language::nn, Language::en}) {
        const text::Texts t(language);
        std::set<std::string> sentences;
        for (const auto& action : words(api::AuditAction{})) {
            CAPTURE(action.text);
            const auto sentence =
                pages::sentence_of(t, {.actor = "Kari Nordli", .action = action.value});
            CHECK(sentence.find("Kari Nordli ") == 0);
            CHECK(sentence.size() > std::string("Kari Nordli ").size());
            CHECK(sentences.insert(sentence).second);
        }
    }
    const text::Texts t(Language::nb);
    CHECK(pages::sentence_of(t, {.actor = "Kari Nordli",
                                 .action = api::AuditAction::project_changed,
                                 .subject = "Nytt bygg",
                                 .before_value = "starts_on=; is_active=yes",
                                 .after_value = "starts_on=2026-06-05; is_active=no"}) ==
          "Kari Nordli endret prosjektet Nytt bygg: fra «Start: Ikke satt, Aktiv: Ja» til «Start: "
          "5.6.2026, "
          "Aktiv: Nei»");
}

TEST_CASE_FIXTURE(Logged, "each entry is a sentence in the person's language") {
    browser.open("/innstillinger/endringslogg");
    CHECK(browser.heading() == "Endringslogg");
    for (const auto* text :
         {"Kari Nordli endret regelen for prosjekter: fra «24SevenOffice vinner» til «Busy vinner»",
          "Kari Nordli endret brukeren Ola Vik: fra «Rolle: Ansatt, Aktiv: Ja» til «Rolle: "
          "Administrator, Aktiv: Nei»",
          "Busy avgjorde et problem: «La den være, Gammelt prosjekt»",
          "Loggen er hel: 120 hendelser er som da de ble skrevet", "Viser 1–3 av 120"})
        CHECK_MESSAGE(browser.shows_text(text), text);
}

TEST_CASE_FIXTURE(Logged, "both sides of an entry are behind its details") {
    browser.open("/innstillinger/endringslogg");
    CHECK_FALSE(browser.shows_text("Før"));
    browser.press("Detaljer om hendelse 3");
    CHECK(browser.shows_text("Før"));
    CHECK(browser.shows_text("Busy vinner"));
}

TEST_CASE_FIXTURE(Logged, "an address names search, kind, period and place") {
    browser.open("/innstillinger/endringslogg?fra=50&sok=ola&vis=brukere&siste=uke");
    CHECK(asked() == "/api/v1/audit?kind=users&limit=50&offset=50&search=ola&sinceMs=" +
                         std::to_string(test::june_5_ms - 7 * day_ms));
}

TEST_CASE_FIXTURE(Logged, "the table has what the page shows") {
    browser.open("/innstillinger/endringslogg?sok=ola&vis=brukere&siste=uke");
    const auto address = browser.address_of("Last ned som tabell (CSV)");
    const auto since = test::june_5_ms / minute_ms * minute_ms - 7 * day_ms;
    for (const auto& part : {std::string("/api/v1/audit.csv?"), std::string("search=ola"),
                             std::string("kind=users"), "sinceMs=" + std::to_string(since)})
        CHECK_MESSAGE(address.find(part) != std::string::npos, address, " ", part);
}

TEST_CASE_FIXTURE(Logged, "a log that does not fit says where, and what to do") {
    browser.api.audit_check = {.count = 120, .first_broken = 17};
    browser.open("/innstillinger/endringslogg");
    CHECK(browser.shows_text("Loggen er brutt ved hendelse 17"));
    CHECK_FALSE(browser.shows_text("Loggen er hel: 120 hendelser er som da de ble skrevet"));
}

TEST_CASE_FIXTURE(Logged, "a search that finds nothing says so, and a failure can be tried again") {
    browser.api.audit = {};
    browser.open("/innstillinger/endringslogg?sok=ingen");
    CHECK(browser.shows_text("Ingen hendelser passer"));
    browser.api.fail_next<api::ListAudit>({.code = ErrorCode::internal, .tracking_id = "abc"});
    browser.open("/innstillinger/endringslogg");
    browser.press("Prøv igjen");
    CHECK(browser.api.count<api::ListAudit>() == 3);
}
