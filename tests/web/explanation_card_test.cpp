// Why a record is as it is, and what becomes of it: the card on its page.
#include "shared/time.hpp"
#include "tests/web/app_harness.hpp"

using namespace busy24;
using test::Browser;

namespace {

struct Record {
    Browser browser;
    Record() {
        test::reach(browser.api, api::Step::finished);
        browser.api.record_page.record = {.id = "p1", .number = "1001", .name = "Brygga"};
    }
    template <class C>
    std::string asked() {
        const auto* request = browser.api.last<C>();
        return request ? request->body : "";
    }
};

}  // namespace

TEST_CASE_FIXTURE(Record, "a record tells why it is so, and its link is changed") {
    using Reply = api::ExplainRecord::Reply;
    browser.api.explanation =
        Reply{.is_linked = true,
              .linked_at_ms = test::june_5_ms - day_ms,
              .versions = {{"name", "Brygga", "Brygga", "Brygga på Ås"}},
              .events = {{test::june_5_ms - hour_ms, "erp_won", "name", "Brygge", "Brygga"},
                         {test::june_5_ms - hour_ms, "ignored", "no_right", "", "Slås sammen"},
                         {test::june_5_ms - hour_ms, "et_nytt_ord", "", "", ""},
                         {test::june_5_ms - day_ms, "create", "", "", ""}},
              .next = api::ExplainRecord::Next::next_run};
    browser.open("/prosjekter/p1");
    CHECK(browser.shows_text("Hvorfor ser det slik ut?"));
    CHECK(browser.shows_text("Endringen tas med i neste speiling"));
    browser.press("Vis versjoner, historie og kobling");
    CHECK(browser.shows_text("Brygga på Ås"));
    CHECK(browser.shows_text("Endret begge steder, 24SevenOffice vant"));
    CHECK(browser.shows_text("«Brygge» ble til «Brygga»"));
    CHECK(browser.shows_text("Noen lot feilen være: Slås sammen"));
    CHECK(browser.shows_text("et_nytt_ord"));
    CHECK(browser.shows_text("Laget her ut fra 24SevenOffice"));

    browser.press("La stå i fred");
    CHECK(browser.shows_text("Speilingen lar denne stå i fred"));
    browser.press("Speil igjen");
    browser.press("Bryt koblingen");
    CHECK(browser.shows_text("Ikke koblet til noe i 24SevenOffice"));
    CHECK(browser.focus == "why.number");
    browser.focus.clear();
    browser.fill("Nummeret i 24SevenOffice", "1002");
    browser.api.fail_next<api::ChangeLink>({.code = ErrorCode::invalid, .reason = "number_taken"});
    browser.press("Koble til nummeret");
    CHECK(browser.shows_text("Nummeret er koblet til en annen oppføring"));
    CHECK(browser.focus == "why.number");
    browser.press("Koble til nummeret");
    CHECK(asked<api::ChangeLink>().find(R"("number":"1002")") != std::string::npos);
    CHECK(browser.shows_text("Koblet siden"));
}

TEST_CASE_FIXTURE(Record, "what happens next with a record is told with when, or why it waits") {
    using Reply = api::ExplainRecord::Reply;
    using Next = api::ExplainRecord::Next;
    const auto shows = [&](const Reply& reply, const std::string& text) {
        browser.api.explanation = reply;
        browser.open("/prosjekter");
        browser.open("/prosjekter/p1");
        return browser.shows_text(text);
    };
    CHECK(shows({.next = Next::next_run, .next_at_ms = test::june_5_ms + hour_ms},
                "Endringen tas med i neste speiling (5.6.2026 kl. 14:00)"));
    CHECK(shows({.next = Next::needs_person, .cause = "no_right"},
                "Venter på at du bestemmer deg: API-brukeren mangler rettigheter"));
    CHECK(shows({.next = Next::needs_person, .cause = "both_changed"},
                "Begge sider har endret det samme feltet"));
    CHECK(shows({.is_linked = true, .is_gone = true, .next = Next::stays_here},
                "Finnes ikke lenger i 24SevenOffice"));
}

TEST_CASE_FIXTURE(Record, "an employee sees no such card, and no number beside the menu") {
    browser.api.attention = 3;
    browser.api.session.role = api::Role::employee;
    browser.open("/prosjekter/p1");
    CHECK_FALSE(browser.shows_text("Hvorfor ser det slik ut?"));
    CHECK(browser.api.count<api::ExplainRecord>() == 0);
    CHECK(browser.api.count<api::GetAttention>() == 0);
}
