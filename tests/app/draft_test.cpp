// The draft of the onboarding: which clients a login reaches, and how far a person has come.
#include "proxy/onboarding/draft.hpp"

#include <doctest/doctest.h>

#include <random>

#include "proxy/onboarding/answer_grid.hpp"
#include "proxy/onboarding/onboarding.hpp"
#include "shared/json.hpp"

using namespace busy24;
using namespace busy24::onboarding;

namespace {

erp::Identity identity(std::int64_t client, std::string name) {
    erp::Identity out;
    out.id.text = "identity-" + name;
    out.client = {client, std::move(name)};
    out.user.emplace();
    out.user->name = "Kari Nordmann";
    return out;
}

}  // namespace

TEST_CASE("disabled identities, and those without a client, are not shown") {
    auto disabled = identity(1, "Disabled");
    disabled.is_disabled = true;
    auto lost = identity(2, "Lost");
    lost.client.reset();
    const auto reaches = reaches_of({disabled, lost, identity(3, "Shown")});
    REQUIRE(reaches.size() == 1);
    CHECK(reaches[0].tenant_name == "Shown");
}

TEST_CASE("two identities in one client are one choice, and the default one stands for it") {
    auto second = identity(1, "B");
    second.is_default = true;
    const auto reaches = reaches_of({identity(1, "A"), second, identity(1, "C")});
    REQUIRE(reaches.size() == 1);
    CHECK(reaches[0].identity_id == "identity-B");
}

TEST_CASE("clients of the same name are two, since only the id counts") {
    CHECK(reaches_of({identity(1, "Same"), identity(2, "Same")}).size() == 2);
}

TEST_CASE("the step is the furthest page that may be opened") {
    Draft draft;
    CHECK(to_api(draft, false).step == api::Step::sign_in);
    draft.username = "kari@firma.example";
    CHECK(to_api(draft, true).step == api::Step::tenant);
    draft.tenant_id = 7;
    CHECK(to_api(draft, true).step == api::Step::api_user);
    draft.api_user.is_working = true;
    CHECK(to_api(draft, true).step == api::Step::options);
    draft.is_connected = true;
    CHECK(to_api(draft, false).step == api::Step::finished);
}

TEST_CASE("a draft survives being stored") {
    Draft draft;
    draft.username = "kari@firma.example";
    draft.reaches = reaches_of({identity(123456789012345, "Fjord & Fjell AS")});
    draft.tenant_id = 123456789012345;
    draft.api_user = {.mode = api::ApiUserMode::own,
                      .username = "api@firma.example",
                      .checks = {{api::Right::log_in, api::RightState::granted}},
                      .is_working = true};
    draft.connection_id = "c";
    CHECK(parse_json<Draft>(to_json_text(draft)).value() == draft);
}

TEST_CASE("a user is known by contact id, and once by e-mail address while there is none") {
    const store::User kari{.id = {"1"}, .email = "kari@firma.example", .contact_id = 17};
    const store::User ola{.id = {"2"}, .email = "ola@firma.example"};
    const store::User eva{
        .id = {"3"}, .email = "eva@firma.example", .erp_username = "eva@regnskap.example"};
    const store::User per{.id = {"4"},
                          .email = "per@firma.example",
                          .contact_id = 40,
                          .erp_username = "per@firma.example"};
    const std::vector users{kari, ola, eva, per};
    const auto id_of = [&](std::optional<std::int64_t> contact, const std::string& username) {
        const auto user = user_who_is(users, {.contact_id = contact}, username);
        return user ? user->id.text : "";
    };
    CHECK(id_of(17, "new@firma.example") == "1");    // the address changed
    CHECK(id_of(17, "ola@firma.example") == "1");    // the contact goes before the address
    CHECK(id_of(99, "kari@firma.example").empty());  // the address went to somebody else
    CHECK(id_of(std::nullopt, "kari@firma.example").empty());
    CHECK(id_of(std::nullopt, "per@firma.example") == "4");  // the same account as before
    CHECK(id_of(99, "per@firma.example").empty());
    CHECK(id_of(99, "ola@firma.example") == "2");
    CHECK(id_of(std::nullopt, "ola@firma.example") == "2");
    CHECK(id_of(std::nullopt, "eva@firma.example").empty());  // came in with another account
    CHECK(id_of(std::nullopt, "eva@regnskap.example") == "3");

    // What is remembered for the next time.
    const auto bound = user_who_is(users, {.contact_id = 99}, "ola@firma.example");
    REQUIRE(bound.has_value());
    CHECK(bound->contact_id == 99);
    CHECK(bound->erp_username == "ola@firma.example");
    CHECK(bound->matched_by == api::MatchedBy::login);
    // An account that tells no contact tells nothing of the match.
    const auto unbound = user_who_is(users, {.contact_id = std::nullopt}, "per@firma.example");
    REQUIRE(unbound.has_value());
    CHECK(unbound->matched_by == api::MatchedBy::nothing);
}

TEST_CASE("a user who is deactivated never comes in, nor does another one in their place") {
    const store::User gone{
        .id = {"1"}, .email = "kari@firma.example", .contact_id = 17, .is_active = false};
    const store::User ola{.id = {"2"}, .email = "ola@firma.example"};
    CHECK_FALSE(user_who_is({gone, ola}, {.contact_id = 17}, "kari@firma.example").has_value());
    CHECK_FALSE(user_who_is({gone, ola}, {.contact_id = 17}, "ola@firma.example").has_value());
    CHECK_FALSE(user_who_is({gone, ola}, {}, "kari@firma.example").has_value());
}

TEST_CASE("a login without e-mail or password, or too long for one, is no login") {
    CHECK(credential_from(" Kari@Firma.Example ", Secret("x")).value().username ==
          "kari@firma.example");
    CHECK_FALSE(credential_from("", Secret("x")).ok());
    CHECK_FALSE(credential_from("   ", Secret("x")).ok());
    CHECK_FALSE(credential_from("kari@firma.example", Secret()).ok());
    CHECK_FALSE(credential_from(std::string(300, 'k'), Secret("x")).ok());
    CHECK_FALSE(credential_from("k", Secret(std::string(2000, 'x'))).ok());
}

TEST_CASE("answers of a log-in leave on a grid of 250 ms, after at least a second") {
    for (std::int64_t taken = -500; taken < 5000; taken += 7) {
        const auto leaves = std::max<std::int64_t>(taken, 0) + AnswerGrid::wait_ms(taken);
        CAPTURE(taken);
        CHECK(leaves >= 1000);
        CHECK(leaves % 250 == 0);
        CHECK(AnswerGrid::wait_ms(taken) <= 1000);
    }
}

TEST_CASE("answers that ask nobody take as long as the slowest of the last that did") {
    AnswerPace pace;
    CHECK(AnswerGrid::wait_ms(3, pace.least_ms()) == 997);
    pace.took(1900);
    CHECK(AnswerGrid::wait_ms(3, pace.least_ms()) == 2497);
    CHECK(AnswerGrid::wait_ms(1900, pace.least_ms()) == 600);
    for (std::size_t i = 1; i < AnswerPace::remembered; ++i) pace.took(200);
    CHECK(AnswerGrid::wait_ms(3, pace.least_ms()) == 2497);
    pace.took(200);
    CHECK(AnswerGrid::wait_ms(3, pace.least_ms()) == 997);
    pace.took(60'000);
    CHECK(pace.least_ms() == AnswerPace::most_ms);
}

TEST_CASE("answers that wait never take all of the server's threads") {
    using Guest = AnswerSeats::Guest;
    AnswerSeats seats(2, 1);
    const auto first = seats.take(Guest::stranger, {});
    auto second = seats.take(Guest::stranger, {});
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    const auto third = seats.take(Guest::stranger, {});
    REQUIRE_FALSE(third.ok());
    CHECK(third.error().code == ErrorCode::throttled);
    // Nor does a crowd of strangers take the place of somebody who was here before.
    const auto known = seats.take(Guest::known, {});
    CHECK(known.ok());
    CHECK_FALSE(seats.take(Guest::known, {}).ok());
    second.value().reset();
    CHECK(seats.take(Guest::stranger, {}).ok());
}

TEST_CASE("a slow hour at 24SevenOffice tells nothing once it is known") {
    std::mt19937 seeded(24);
    std::uniform_int_distribution<std::int64_t> duration(800, 1400);
    AnswerPace pace;
    for (std::size_t i = 0; i < AnswerPace::remembered; ++i) pace.took(duration(seeded));
    for (int i = 0; i < 1000; ++i) {
        const auto asked = duration(seeded);
        CAPTURE(i);
        CHECK(asked + AnswerGrid::wait_ms(asked, pace.least_ms()) ==
              AnswerGrid::wait_ms(0, pace.least_ms()));
        pace.took(asked);
    }
}
