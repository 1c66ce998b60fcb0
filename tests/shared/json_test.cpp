// The JSON codec: what goes in comes out, and hostile text is refused with a path that tells where.
#include "shared/json.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/api/all.hpp"

using namespace busy24;

namespace {

enum class Colour { red, blue };
constexpr auto words(Colour) {
    return std::array{word(Colour::red, "red"), word(Colour::blue, "blue")};
}

struct Part {
    std::string name;
    std::optional<std::int32_t> count;
    static constexpr auto fields() {
        return std::tuple{field("name", &Part::name), field("count", &Part::count)};
    }
    bool operator==(const Part&) const = default;
};

struct Thing {
    std::int64_t id = 0;
    bool is_active = true;
    double share = 0;
    Colour colour = Colour::red;
    std::vector<Part> parts;
    static constexpr auto fields() {
        return std::tuple{field("id", &Thing::id), field("isActive", &Thing::is_active),
                          field("share", &Thing::share), field("colour", &Thing::colour),
                          field("parts", &Thing::parts)};
    }
    bool operator==(const Thing&) const = default;
};

std::string refusal(std::string_view text) {
    const auto parsed = parse_json<Thing>(text);
    return parsed ? "accepted" : parsed.error().detail;
}

}  // namespace

TEST_CASE("a described value survives the way to JSON and back") {
    const Thing thing{.id = 999999999999999,
                      .is_active = false,
                      .share = 0.25,
                      .colour = Colour::blue,
                      .parts = {{"Fjord & \"fjell\" æøå", 3}, {"", std::nullopt}}};
    const auto back = parse_json<Thing>(to_json_text(thing));
    REQUIRE(back.ok());
    CHECK(back.value() == thing);
}

TEST_CASE("a missing member keeps its default") {
    CHECK(parse_json<Thing>("{}").value() == Thing{});
}

TEST_CASE("a wrong member is named by its path") {
    CHECK(refusal(R"({"id": "7"})") == "$.id: expected a number in range");
    CHECK(refusal(R"({"id": 9223372036854775808})") == "$.id: expected a number in range");
    CHECK(refusal(R"({"id": 1.5})") == "$.id: expected a number in range");
    CHECK(refusal(R"({"isActive": 1})") == "$.isActive: expected true or false");
    CHECK(refusal(R"({"colour": "green"})") == "$.colour: expected a known word");
    CHECK(refusal(R"({"parts": {}})") == "$.parts: expected a list");
    CHECK(refusal(R"({"parts": [{}, {"name": 3}]})") == "$.parts[1].name: expected text");
    CHECK(refusal(R"({"parts": [{"count": 3000000000}]})") ==
          "$.parts[0].count: expected a number in range");
    CHECK(refusal("[]") == "$: expected an object");
}

TEST_CASE("unknown members, double keys, depth and trailing text are refused") {
    CHECK(refusal(R"({"id": 1, "extra": 2})") == "$: expected no unknown members");
    CHECK(refusal(R"({"id": 1, "id": 2})") == "JSON with the same key twice");
    CHECK(refusal(R"({"parts": [{"name": "a", "name": "b"}]})") == "JSON with the same key twice");
    CHECK(refusal(R"({"id": 1} x)") == "not JSON");
    CHECK(refusal("") == "not JSON");
    CHECK(refusal(std::string(200'000, '[')) == "JSON nested too deep");
    CHECK(refusal("{\"parts\": \"" + std::string(100, '[') + "\"}") == "$.parts: expected a list");
}

TEST_CASE("a secret is read and never written") {
    const auto call = parse_json<api::SignIn>(R"({"username": "kari", "password": "hemmelig"})");
    REQUIRE(call.ok());
    CHECK(call.value().password.reveal() == "hemmelig");
    CHECK(to_json_text(call.value()) == R"({"username":"kari"})");
}

TEST_CASE("text that is not UTF-8 is written as something that is") {
    CHECK(to_json_text(Part{"a\xff", std::nullopt}).find("a\xef\xbf\xbd") != std::string::npos);
}

TEST_CASE("every call of the API has its own address") {
    std::vector<std::string> seen;
    api::AllCalls::for_each([&]<api::Call C>() {
        const auto address =
            std::string(word_of(C::endpoint.method)) + " " + std::string(C::endpoint.path);
        CHECK(std::find(seen.begin(), seen.end(), address) == seen.end());
        CHECK(C::endpoint.path.starts_with("/api/v1/"));
        seen.push_back(address);
    });
    CHECK(seen.size() == api::AllCalls::size);
}

TEST_CASE("every enum's words are different") {
    const auto check = [](auto value) {
        const auto table = words(value);
        for (const auto& a : table)
            for (const auto& b : table) CHECK((&a == &b) == (a.text == b.text));
    };
    check(ErrorCode{});
    check(api::Right{});
    check(api::RightState{});
    check(api::RunState{});
    check(api::Attention{});
    check(api::MatchReason{});
    check(Entity{});
    check(Outcome{});
}
