// The queue of letters: each is sent once, failures wait or are told, and nothing secret is left.
#include <algorithm>

#include "proxy/mail/letter.hpp"
#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using mail::LetterKind;

namespace {

struct Office : AppHarness {
    static constexpr const char* receiver = "tone.bakke@granlund-bygg.example";
    static constexpr const char* link = "https://busy.example.no/invitasjon#hemmelig-nøkkel";
    WorkspaceId workspace;

    Office() {
        has_mail = true;
        restart();
        Browser admin{*this};
        admin.reach_page_5();
        workspace = {database_text("SELECT id FROM workspace")};
    }
    std::string database_text(const std::string& query) {
        auto database = store::open_sqlite(folder.file("busy24.db"));
        REQUIRE(database.ok());
        const auto rows = database.value()->query(query);
        REQUIRE(rows.ok());
        return rows.value().empty() ? "none" : rows.value().front().front().value_or("");
    }
    mail::PostOffice& office() { return app->post_office(); }
    Result<> queue(const std::string& subject = "invitation 1", const std::string& to = receiver,
                   LetterKind kind = LetterKind::invitation) {
        return office().queue({.workspace = workspace,
                               .kind = kind,
                               .receiver = to,
                               .subject_id = subject,
                               .values = {"Ingrid Solheim", "Granlund Bygg og Anlegg AS", "48"},
                               .link = link});
    }
    mail::LetterFate fate(const std::string& subject = "invitation 1") {
        const auto fates = office().fates(workspace);
        REQUIRE(fates.ok());
        REQUIRE(fates.value().contains(subject));
        return fates.value().at(subject);
    }
    // Everything that the worker would do until nothing waits any more.
    int rounds_until_idle() {
        int rounds = 0;
        for (; rounds < 1000; ++rounds) {
            const auto due = office().deliver_due();
            if (!due) break;
            clock.set({std::max(due->ms, clock.now().ms + 1)});
        }
        return rounds;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Office, "a letter is sealed while it waits, and gone when it is sent") {
    REQUIRE(queue().ok());
    CHECK(fate().state == store::LetterState::waiting);
    const auto sealed = database_text("SELECT sealed_content FROM letter");
    CHECK(sealed.size() > 50);
    CHECK(sealed.find("hemmelig") == std::string::npos);
    CHECK_FALSE(office().deliver_due());
    REQUIRE(mail.sent().size() == 1);
    const auto message = mail.sent().front();
    CHECK(message.receiver == receiver);
    CHECK(message.subject == "Ingrid Solheim inviterer deg til Granlund Bygg og Anlegg AS i Busy");
    CHECK(message.text.find(link) != std::string::npos);
    CHECK(message.html.find(std::string("<a href=\"") + link) != std::string::npos);
    CHECK(fate().state == store::LetterState::sent);
    CHECK(database_text("SELECT sealed_content FROM letter").empty());
    CHECK(log_text.find("hemmelig") == std::string::npos);
    // Once.
    CHECK_FALSE(office().deliver_due());
    CHECK(mail.attempts() == 1);
}

TEST_CASE_FIXTURE(Office, "a letter that is refused for good is told with the server's words") {
    mail.fail(mail_refused());
    REQUIRE(queue().ok());
    CHECK_FALSE(office().deliver_due());
    CHECK(fate().state == store::LetterState::refused);
    CHECK(fate().detail == "550 5.1.1 No such user here");
    CHECK(database_text("SELECT sealed_content FROM letter").empty());
    CHECK(log_text.find("550") == std::string::npos);
}

TEST_CASE_FIXTURE(Office, "one letter that must wait does not hold up the next") {
    mail.fail(mail_postponed());
    REQUIRE(queue("a").ok());
    clock.advance(1);
    REQUIRE(queue("b").ok());
    const auto due = office().deliver_due();
    REQUIRE(due);
    CHECK(*due - clock.now() == 30 * second_ms);
    CHECK(fate("a").state == store::LetterState::waiting);
    CHECK(fate("b").state == store::LetterState::sent);
    clock.set(*due);
    CHECK_FALSE(office().deliver_due());
    CHECK(fate("a").state == store::LetterState::sent);
    // The same letter, and not another one.
    CHECK(mail.sent()[0].id != mail.sent()[1].id);
}

TEST_CASE_FIXTURE(Office, "while the mail server is out of reach one letter asks for all") {
    mail.fail(mail_unreachable(), 3);
    for (int i = 0; i < 20; ++i) REQUIRE(queue(std::to_string(i)).ok());
    REQUIRE(office().deliver_due());
    CHECK(mail.attempts() == 1);
    rounds_until_idle();
    CHECK(mail.sent().size() == 20);
    CHECK(mail.attempts() == 23);
}

TEST_CASE_FIXTURE(Office, "a letter expires with its link, and leaves nothing behind") {
    mail.fail(mail_unreachable(), 1000);
    REQUIRE(queue().ok());
    const auto began = clock.now();
    rounds_until_idle();
    CHECK(fate().state == store::LetterState::expired);
    CHECK(fate().reason == "unreachable");
    CHECK(clock.now() - began >= 48 * hour_ms);
    CHECK(mail.attempts() < 250);
    CHECK(database_text("SELECT sealed_content FROM letter").empty());
}

TEST_CASE_FIXTURE(Office, "a refused login is tried again a few times") {
    mail.fail(mail_login_refused(), 5);
    REQUIRE(queue("mended").ok());
    rounds_until_idle();
    CHECK(fate("mended").state == store::LetterState::sent);
    mail.fail(mail_login_refused(), 100);
    REQUIRE(queue("wrong").ok());
    rounds_until_idle();
    CHECK(fate("wrong").state == store::LetterState::refused);
    CHECK(fate("wrong").reason == "login_refused");
    CHECK(mail.attempts() == 6 + 6);
}

TEST_CASE_FIXTURE(Office, "a letter is taken back as long as it waits") {
    mail.fail(mail_unreachable());
    REQUIRE(queue().ok());
    office().deliver_due();
    REQUIRE(office().drop("invitation 1").ok());
    rounds_until_idle();
    CHECK(mail.sent().empty());
    CHECK(office().fates(workspace).value().empty());
}

TEST_CASE_FIXTURE(Office, "a letter whose sender was killed goes again, with the same id") {
    REQUIRE(queue().ok());
    // As if the program had ended after the claim.
    {
        auto database = store::open_sqlite(folder.file("busy24.db"));
        store::Letters letters(*database.value());
        const auto claimed = letters.claim(clock.now(), clock.now() + 2 * minute_ms);
        REQUIRE(claimed.value());
        CHECK_FALSE(letters.claim(clock.now(), clock.now() + 2 * minute_ms).value());
    }
    restart();
    const auto due = office().deliver_due();
    REQUIRE(due);
    CHECK(mail.sent().empty());
    clock.set(*due);
    CHECK_FALSE(office().deliver_due());
    REQUIRE(mail.sent().size() == 1);
    CHECK(mail.sent().front().id == database_text("SELECT id FROM letter"));
}

TEST_CASE_FIXTURE(Office, "nobody writes to strangers through us") {
    CHECK(queue("x", "a@b.no\r\nBcc: c@d.no").error().reason == "bad_email");
    CHECK(queue("x", "a@b.no, c@d.no").error().reason == "bad_email");
    for (int i = 0; i < 1000; ++i) REQUIRE(queue(std::to_string(i)).ok());
    CHECK(queue("one more").error().reason == "too_many_letters");
    for (const auto kind :
         {LetterKind::connection_login_refused, LetterKind::connection_tenant_not_reached,
          LetterKind::connection_right_lost, LetterKind::connection_mended})
        CHECK(queue("an alarm", "tone@firma.example", kind).ok());
    clock.advance(day_ms + 1);
    CHECK(queue("tomorrow").ok());
}

TEST_CASE_FIXTURE(Office, "without SMTP nothing is queued, and nothing else fails") {
    has_mail = false;
    restart();
    CHECK_FALSE(office().can_send());
    CHECK(queue().error().reason == "no_mail");
    CHECK_FALSE(office().deliver_due());
}

TEST_CASE("a name can neither begin a header nor markup, nor go on for pages") {
    const auto letter = mail::compose(LetterKind::invitation, Language::nb,
                                      {"Ola\r\nBcc: alle@example.no", "<b>&\"Firma\"</b>", "1"},
                                      "https://busy.example.no/invitasjon#a\"b");
    CHECK(letter.subject == "Ola  Bcc: alle@example.no inviterer deg til <b>&\"Firma\"</b> i Busy");
    CHECK(letter.html.find("&lt;b&gt;&amp;&quot;Firma") != std::string::npos);
    CHECK(letter.html.find("#a&quot;b") != std::string::npos);
    CHECK(letter.text.find("i 1 time.") != std::string::npos);
    const auto long_name = mail::compose(LetterKind::reminder, Language::nn,
                                         {std::string(119, 'x') + "ø", "Firma"}, "");
    CHECK(long_name.subject == "Påminning: Logg inn på Firma i Busy");
    CHECK(long_name.text.find(std::string(119, 'x') + " bed deg") != std::string::npos);
}

TEST_CASE("every letter is whole in every language") {
    const std::vector<std::string> values{"Ingrid Solheim", "Granlund Bygg", "48"};
    for (const auto language : {Language::nb, Language::nn, Language::en})
        for (int kind = 0; kind < static_cast<int>(LetterKind::count_); ++kind) {
            const auto letter = mail::compose(static_cast<LetterKind>(kind), language, values,
                                              "https://busy.example.no");
            CAPTURE(letter.text);
            for (const auto* part : {&letter.subject, &letter.text, &letter.html}) {
                CHECK_FALSE(part->empty());
                CHECK(part->find('{') == std::string::npos);
                CHECK(part->find("  ") == std::string::npos);
            }
            CHECK(letter.text.find("https://busy.example.no") != std::string::npos);
        }
}
