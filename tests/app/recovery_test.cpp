// Forgotten passwords: a link by e-mail or from an administrator, once, and no oracle.
#include <algorithm>

#include "tests/app/app_harness.hpp"

using namespace busy24;
using namespace busy24::tests;
using nlohmann::json;

namespace {

struct Forgetful : AppHarness {
    static constexpr const char* email = "tone.bakke@granlund-bygg.example";
    static constexpr const char* old_password = "en lang nok setning";
    static constexpr const char* new_password = "en helt ny og lang setning";
    Browser admin{*this};
    Browser person{*this, "192.0.2.7"};
    Browser stranger{*this, "192.0.2.8"};

    Forgetful() {
        has_mail = true;
        restart();
        admin.reach_page_5();
        work();
        const auto invited = admin.call<api::InviteUsers>(
            {{"invitees", {{{"email", email}, {"name", "Tone Bakke"}}}}, {"language", "nn"}});
        REQUIRE(invited.reply.results.front().is_mailed);
        const auto link = invited.reply.results.front().link;
        REQUIRE(person
                    .call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                                  {"name", "Tone Bakke"},
                                                  {"password", old_password},
                                                  {"language", "nn"}})
                    .ok());
        app->post_office().deliver_due();
    }
    tests::Outcome<api::RequestPasswordReset> ask(Browser& browser, const std::string& who) {
        return browser.call<api::RequestPasswordReset>({{"email", who}, {"language", "en"}});
    }
    // Of the newest letter.
    std::string mailed_token() {
        app->post_office().deliver_due();
        const auto letters = mail.sent();
        const std::string begin = "https://busy.example.no/nytt-passord#";
        const auto& text = letters.back().text;
        const auto at = text.find(begin);
        REQUIRE(at != std::string::npos);
        return text.substr(at + begin.size(), 43);
    }
    tests::Outcome<api::SetNewPassword> set(Browser& browser, const std::string& token,
                                            const std::string& password = new_password) {
        return browser.call<api::SetNewPassword>({{"token", token}, {"password", password}});
    }
    tests::Outcome<api::LogIn> log_in(Browser& browser, const std::string& password) {
        return browser.call<api::LogIn>(
            {{"username", email}, {"password", password}, {"way", "busy"}});
    }
    std::string user_id(const std::string& address = email) {
        for (const auto& user : admin.call<api::ListUsers>().reply.users)
            if (user.email == address) return user.id;
        return {};
    }
    std::string did() {
        std::string words;
        for (const auto& line : admin.call<api::ListAudit>().reply.lines)
            words += std::string(word_of(line.action)) + ':' + line.subject + ' ';
        return words;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Forgetful, "an invitation goes out as a letter, and its fate is told") {
    REQUIRE(mail.sent().size() == 1);
    const auto letter = mail.sent().front();
    CHECK(letter.receiver == email);
    CHECK(letter.subject == "Ingrid Solheim inviterer deg til Granlund Bygg og Anlegg AS i Busy");
    CHECK(letter.text.find("Lenka verkar éin gong, i 48 timar") != std::string::npos);

    const auto fate_of = [&](const std::string& address) {
        const auto list = admin.call<api::ListUsers>().reply;
        CHECK(list.sends_mail);
        for (const auto& user : list.users)
            if (user.email == address) return user.mail;
        return api::MailFate{};
    };
    mail.fail(mail_refused());
    admin.call<api::InviteUsers>({{"invitees", {{{"email", "borte@firma.example"}}}}});
    CHECK(fate_of("borte@firma.example").state == api::MailState::waiting);
    app->post_office().deliver_due();
    CHECK(fate_of("borte@firma.example").state == api::MailState::failed);
    CHECK(fate_of("borte@firma.example").reason == "refused");
    CHECK(fate_of("borte@firma.example").detail == "550 5.1.1 No such user here");
    clock.advance(1);
    const auto renewed = admin.call<api::RenewInvitation>(
        {{"id", user_id("borte@firma.example")}, {"language", "en"}});
    CHECK(renewed.reply.is_mailed);
    app->post_office().deliver_due();
    CHECK(fate_of("borte@firma.example").state == api::MailState::sent);
    CHECK(mail.sent().back().subject.starts_with("Reminder: you are invited to"));
    CHECK(mail.sent().back().text.find(renewed.reply.link) != std::string::npos);
}

TEST_CASE_FIXTURE(Forgetful, "an invitation that is withdrawn takes its letter back") {
    mail.fail(mail_unreachable());
    admin.call<api::InviteUsers>({{"invitees", {{{"email", "ny@firma.example"}}}}});
    app->post_office().deliver_due();
    REQUIRE(admin.call<api::WithdrawInvitation>({{"id", user_id("ny@firma.example")}}).ok());
    clock.advance(hour_ms);
    app->post_office().deliver_due();
    CHECK(mail.sent().size() == 1);
}

TEST_CASE_FIXTURE(Forgetful,
                  "a forgotten password is set anew by e-mail, once, and ends all else") {
    REQUIRE(ask(stranger, " Tone.Bakke@granlund-bygg.EXAMPLE").ok());
    const auto token = mailed_token();
    CHECK(mail.sent().back().subject == "New password for Busy");
    CHECK(mail.sent().back().receiver == email);
    const auto read = stranger.call<api::ReadPasswordReset>({{"token", token}});
    CHECK(read.reply.state == api::ResetState::open);
    CHECK(read.reply.email == email);
    CHECK(set(stranger, token, "for kort").failure.reason == "password_too_short");
    CHECK(log_in(person, old_password).ok());

    const auto session = set(stranger, token);
    REQUIRE(session.ok());
    CHECK(session.reply.state == api::SessionState::signed_in);
    CHECK(session.reply.user_name == "Tone Bakke");
    CHECK(person.call<api::GetSession>().reply.state == api::SessionState::anonymous);
    CHECK(log_in(person, old_password).status == 401);
    CHECK(log_in(person, new_password).ok());
    CHECK(set(person, token).failure.reason == "reset_over");
    CHECK(stranger.call<api::ReadPasswordReset>({{"token", token}}).reply.state ==
          api::ResetState::used);
    CHECK(did().starts_with("password_changed:Tone Bakke password_reset_requested:Tone Bakke "));
    CHECK(log_text.find(token) == std::string::npos);
}

TEST_CASE_FIXTURE(Forgetful, "asking tells nobody whether an address is known") {
    for (const auto* address : {email, "ukjent@firma.example", "ikke en adresse"}) {
        Browser browser{*this, std::string("203.0.113.") + std::to_string(address[0] % 100)};
        const auto started = clock.now();
        const auto answer = ask(browser, address);
        CHECK(answer.ok());
        CHECK(answer.body == "{}");
        const auto taken = clock.now() - started;
        CHECK(taken >= 1000);
        CHECK(taken % 250 == 0);
        CHECK(browser.cookie.empty());
    }
    // The manager has no Busy password, and so none that could be forgotten.
    REQUIRE(ask(stranger, std::string(demo::manager)).ok());
    app->post_office().deliver_due();
    CHECK(mail.sent().size() == 2);
}

TEST_CASE_FIXTURE(Forgetful, "asking again and again is counted, and locks nobody out") {
    int taken = 0;
    for (int i = 0; i < 8; ++i) {
        Browser other{*this, "203.0.113." + std::to_string(i)};
        if (ask(other, email).ok()) ++taken;
    }
    CHECK(taken == 5);
    CHECK(ask(stranger, email).failure.reason == "too_many_attempts");
    Browser newcomer{*this, "203.0.113.99"};
    CHECK(log_in(newcomer, old_password).ok());
    // Only the newest link works.
    CHECK(set(stranger, mailed_token()).ok());
}

TEST_CASE_FIXTURE(Forgetful, "an old link says so") {
    REQUIRE(ask(stranger, email).ok());
    const auto token = mailed_token();
    clock.advance(2 * hour_ms);
    CHECK(stranger.call<api::ReadPasswordReset>({{"token", token}}).reply.state ==
          api::ResetState::expired);
    CHECK(set(stranger, token).failure.reason == "reset_over");
    CHECK(set(stranger, std::string(43, 'x')).failure.reason == "no_reset");
    REQUIRE(app->sweep().ok());
    CHECK(set(stranger, token).failure.reason == "reset_over");
}

TEST_CASE_FIXTURE(Forgetful, "an administrator's link is for a user of the own workspace") {
    const auto link = admin.call<api::MakePasswordLink>({{"id", user_id()}});
    REQUIRE(link.ok());
    CHECK(link.reply.is_mailed);
    CHECK(link.reply.link.find(mailed_token()) != std::string::npos);
    CHECK(mail.sent().back().subject == "Nytt passord til Granlund Bygg og Anlegg AS i Busy");
    CHECK(mail.sent().back().text.find("Ingrid Solheim har laga ei lenke") != std::string::npos);
    CHECK(set(stranger, mailed_token()).ok());
    CHECK(log_in(person, new_password).ok());
    CHECK(admin.call<api::MakePasswordLink>({{"id", "nobody"}}).status == 404);
    CHECK(person.call<api::MakePasswordLink>({{"id", user_id()}}).status == 403);
    Browser other{*this, "192.0.2.9"};
    REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
    REQUIRE(other.choose(demo::havbris).ok());
    REQUIRE(other.api_user(api::ApiUserMode::same_login).ok());
    other.preview();
    REQUIRE(other.call<api::Connect>().ok());
    CHECK(other.call<api::MakePasswordLink>({{"id", user_id()}}).status == 404);
}

TEST_CASE_FIXTURE(Forgetful,
                  "where no more letters may go out today no link is made, and older ones stay") {
    const auto link = admin.call<api::MakePasswordLink>({{"id", user_id()}}).reply.link;
    app->post_office().deliver_due();
    const auto rows = store::open_sqlite(folder.file("busy24.db"))
                          .value()
                          ->query("SELECT id FROM workspace")
                          .value();
    auto queued = Result<>();
    for (int i = 0; i <= 1000 && queued.ok(); ++i)
        queued = app->post_office().queue({.workspace = WorkspaceId{*rows[0][0]},
                                           .receiver = "liv.hagen@firma.example",
                                           .values = {"Liv", "Fjellvik", "48"}});
    REQUIRE(queued.error().reason == "too_many_letters");
    const auto refused = admin.call<api::MakePasswordLink>({{"id", user_id()}});
    CHECK(refused.status == 429);
    CHECK(refused.failure.reason == "too_many_letters");
    REQUIRE(refused.failure.retry_at_ms);
    CHECK(*refused.failure.retry_at_ms > clock.now().ms);
    CHECK(set(stranger, link.substr(link.find('#') + 1)).ok());
}

TEST_CASE_FIXTURE(Forgetful, "who is in several workspaces gets one password, and chooses") {
    Browser other{*this, "192.0.2.9"};
    REQUIRE(other.sign_in(demo::accountant, demo::accountant_password).ok());
    REQUIRE(other.choose(demo::havbris).ok());
    REQUIRE(other.api_user(api::ApiUserMode::same_login).ok());
    other.preview();
    REQUIRE(other.call<api::Connect>().ok());
    const auto link = other.call<api::InviteUsers>({{"invitees", {{{"email", email}}}}})
                          .reply.results.front()
                          .link;
    Browser second{*this, "192.0.2.10"};
    REQUIRE(second
                .call<api::AcceptInvitation>({{"token", link.substr(link.find('#') + 1)},
                                              {"name", "Tone B."},
                                              {"password", "et helt annet passord"}})
                .ok());
    // Two passwords: each opens its own workspace, and tells nothing of the other.
    CHECK(log_in(person, old_password).reply.workspace_name == "Granlund Bygg og Anlegg AS");

    clock.advance(second_ms);
    REQUIRE(ask(stranger, email).ok());
    const auto chosen = set(stranger, mailed_token());
    REQUIRE(chosen.ok());
    CHECK(chosen.reply.state == api::SessionState::choosing_workspace);
    REQUIRE(chosen.reply.workspaces.size() == 2);
    CHECK(second.call<api::GetSession>().reply.state == api::SessionState::anonymous);
    const auto& workspaces = chosen.reply.workspaces;
    CHECK(stranger.call<api::ChooseWorkspace>({{"workspaceId", "another"}}).status == 404);
    const auto in = stranger.call<api::ChooseWorkspace>({{"workspaceId", workspaces.back().id}});
    CHECK(in.reply.workspace_name == workspaces.back().name);
    CHECK(log_in(person, new_password).reply.workspaces.size() == 2);
}

TEST_CASE_FIXTURE(Forgetful, "without SMTP an administrator's link is the way") {
    has_mail = false;
    restart();
    CHECK(ask(stranger, email).failure.reason == "no_mail");
    CHECK(ask(stranger, "ukjent@firma.example").failure.reason == "no_mail");
    CHECK_FALSE(admin.call<api::ListUsers>().reply.sends_mail);
    CHECK_FALSE(admin.call<api::MakePasswordLink>({{"id", user_id()}}).reply.is_mailed);
}
