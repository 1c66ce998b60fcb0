// Sessions of our pages: their tokens, their limits in time, and the draft that hangs on them.
#include "proxy/store/user_sessions.hpp"

#include "proxy/security/digest.hpp"
#include "proxy/store/onboarding_drafts.hpp"
#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

struct Sessions : FreshDatabase {
    UserSessions sessions{**this, random};
    OnboardingDrafts drafts{**this};

    NewSession create(api::SessionState state) {
        return sessions.create({.state = state, .user_id = {"u1"}}, clock.now()).value();
    }
    bool lives(const NewSession& session) {
        return sessions.find(session.token.reveal(), clock.now()).value().has_value();
    }
    std::string count() { return ask("SELECT COUNT(*) FROM user_session"); }
};

}  // namespace

TEST_CASE_FIXTURE(Sessions, "a token is 256 bits, and the database holds only its hash") {
    const auto made = create(api::SessionState::signed_in);
    CHECK(made.token.size() == 43);
    CHECK(ask("SELECT token_hash FROM user_session") == security::sha256(made.token.reveal()));
    CHECK(sessions.find(made.token.reveal(), clock.now()).value()->session == made.session);
    for (const auto& wrong : {std::string(), made.session.token_hash, std::string(43, 'A')})
        CHECK_FALSE(sessions.find(wrong, clock.now()).value());
}

TEST_CASE_FIXTURE(Sessions, "a user is logged out after 30 idle minutes, and after 12 hours") {
    const auto idle = create(api::SessionState::signed_in);
    clock.advance(session_idle_ms);
    CHECK(lives(idle));
    clock.advance(session_idle_ms + 1);
    CHECK_FALSE(lives(idle));

    const auto busy = create(api::SessionState::signed_in);
    for (int i = 0; i < 48; ++i) {
        clock.advance(15 * minute_ms);
        CHECK(lives(busy));
    }
    clock.advance(1);
    CHECK_FALSE(lives(busy));
}

TEST_CASE_FIXTURE(Sessions, "an onboarding ends with the 12 hours only") {
    const auto visitor = create(api::SessionState::onboarding);
    clock.advance(session_absolute_ms);
    CHECK(lives(visitor));
    clock.advance(1);
    CHECK_FALSE(lives(visitor));
}

TEST_CASE_FIXTURE(Sessions, "being seen is written once a minute at most") {
    const auto made = create(api::SessionState::signed_in);
    clock.advance(minute_ms - 1);
    CHECK(lives(made));
    CHECK(ask("SELECT seen_at - created_at FROM user_session") == "0");
    clock.advance(1);
    CHECK(lives(made));
    CHECK(ask("SELECT seen_at - created_at FROM user_session") == std::to_string(minute_ms));
}

TEST_CASE_FIXTURE(Sessions,
                  "new rights bring a new token, the old one is dead, the draft follows") {
    const auto old = create(api::SessionState::onboarding);
    REQUIRE(drafts.save(old.session.token_hash, "{}", clock.now()).ok());
    auto changed = old.session;
    changed.state = api::SessionState::signed_in;
    changed.workspace_id = {"w1"};
    const auto renewed = sessions.rotate(old.session, changed, clock.now()).value();
    CHECK_FALSE(lives(old));
    CHECK(lives(renewed));
    CHECK(sessions.find(renewed.token.reveal(), clock.now()).value()->session.workspace_id.text ==
          "w1");
    CHECK_FALSE(drafts.load(old.session.token_hash).value());
    CHECK(drafts.load(renewed.session.token_hash).value() == "{}");
    CHECK_FALSE(sessions.rotate(old.session, changed, clock.now()).ok());
}

TEST_CASE_FIXTURE(Sessions, "a user sees their living sessions, and can end one") {
    create(api::SessionState::signed_in);
    clock.advance(session_idle_ms + 1);
    const auto first = create(api::SessionState::signed_in);
    clock.advance(minute_ms);
    const auto second = create(api::SessionState::signed_in);
    const auto mine = sessions.of({"u1"}, clock.now()).value();
    REQUIRE(mine.size() == 2);
    CHECK(mine[0] == first.session);
    CHECK(sessions.of({"u2"}, clock.now()).value().empty());
    REQUIRE(sessions.remove(mine[0].token_hash).ok());
    CHECK_FALSE(lives(first));
    CHECK(lives(second));
}

TEST_CASE_FIXTURE(Sessions, "what has run out is swept, drafts with it, and nothing else") {
    const auto user = create(api::SessionState::signed_in);
    const auto visitor = create(api::SessionState::onboarding);
    REQUIRE(drafts.save(visitor.session.token_hash, "{\"a\":1}", clock.now()).ok());
    REQUIRE(sessions.remove_expired(clock.now() + session_idle_ms).ok());
    CHECK(count() == "2");
    REQUIRE(sessions.remove_expired(clock.now() + (session_idle_ms + 1)).ok());
    CHECK(count() == "1");
    CHECK(drafts.load(visitor.session.token_hash).value() == "{\"a\":1}");
    REQUIRE(sessions.remove_expired(clock.now() + (session_absolute_ms + 1)).ok());
    CHECK(count() == "0");
    CHECK(ask("SELECT COUNT(*) FROM onboarding") == "0");
}

TEST_CASE_FIXTURE(Sessions,
                  "a draft survives a restart, is replaced, removed, and needs a session") {
    const auto made = create(api::SessionState::onboarding);
    const auto& hash = made.session.token_hash;
    REQUIRE(drafts.save(hash, "{\"a\":1}", clock.now()).ok());
    REQUIRE(drafts.save(hash, "{\"a\":2}", clock.now()).ok());
    reopen();
    OnboardingDrafts after(**this);
    CHECK(after.load(hash).value() == "{\"a\":2}");
    REQUIRE(after.remove(hash).ok());
    CHECK_FALSE(after.load(hash).value());
    CHECK(after.save("no session", "{}", clock.now()).error().code == ErrorCode::conflict);
}

}  // namespace busy24::store
