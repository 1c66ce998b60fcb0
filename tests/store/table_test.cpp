// The table codec: what a described struct becomes in a row, and back.
#include <bit>

#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

enum class Colour { unknown, red, blue };
constexpr auto words(Colour) {
    return std::array{word(Colour::unknown, "unknown"), word(Colour::red, "red"),
                      word(Colour::blue, "blue")};
}

struct Thing {
    static constexpr std::string_view table = "thing";
    WorkspaceId id;
    std::string part;
    std::int64_t count = 0;
    int small = 0;
    double weight = 0;
    bool is_new = false;
    Colour colour = Colour::unknown;
    Instant made_at;
    std::optional<Instant> sold_at;
    std::optional<std::int64_t> price;
    std::optional<std::string> note;
    static constexpr auto fields() {
        return std::tuple{field("id", &Thing::id),           field("part", &Thing::part),
                          field("count", &Thing::count),     field("small", &Thing::small),
                          field("weight", &Thing::weight),   field("is_new", &Thing::is_new),
                          field("colour", &Thing::colour),   field("made_at", &Thing::made_at),
                          field("sold_at", &Thing::sold_at), field("price", &Thing::price),
                          field("note", &Thing::note)};
    }
    bool operator==(const Thing&) const = default;
};

struct Things : FreshDatabase {
    Things() {
        REQUIRE((**this)
                    .execute("CREATE TABLE thing (id TEXT, part TEXT, count BIGINT NOT NULL, "
                             "small BIGINT NOT NULL, weight DOUBLE PRECISION NOT NULL, "
                             "is_new BIGINT NOT NULL, colour TEXT NOT NULL, made_at BIGINT NOT "
                             "NULL, sold_at BIGINT, price BIGINT, note TEXT, "
                             "PRIMARY KEY (id, part))")
                    .ok());
    }
    Thing only() { return select_one<Thing>(**this, {}).value(); }
};

Thing full() {
    return {.id = {"t1"},
            .part = "lokk",
            .count = INT64_MIN,
            .small = -7,
            .weight = 0.1,
            .is_new = true,
            .colour = Colour::blue,
            .made_at = {1'780'657'200'123},
            .sold_at = Instant{-1},
            .price = INT64_MAX,
            .note = "blå æøå"};
}

}  // namespace

TEST_CASE_FIXTURE(Things, "every kind of member survives") {
    REQUIRE(insert(**this, full()).ok());
    CHECK(only() == full());
    CHECK(ask("SELECT colour FROM thing") == "blue");
    CHECK(ask("SELECT typeof(made_at) FROM thing") == "integer");
    CHECK(ask("SELECT typeof(weight) FROM thing") == "real");
}

TEST_CASE_FIXTURE(Things, "empty optionals are null, an empty text is not") {
    Thing thing{.id = {"t1"}, .part = "", .note = ""};
    REQUIRE(insert(**this, thing).ok());
    CHECK(only() == thing);
    CHECK(ask("SELECT COUNT(*) FROM thing WHERE price IS NULL AND note IS NOT NULL") == "1");
}

TEST_CASE_FIXTURE(Things, "doubles come back exactly") {
    SeededRandom numbers;
    for (int i = 0; i < 200; ++i) {
        Thing thing{.id = {"t1"}, .part = std::to_string(i)};
        std::uint64_t bits = random_up_to(numbers, UINT64_MAX) & ~(0x7ffull << 52);
        bits |= random_up_to(numbers, 2045) << 52;
        thing.weight = std::bit_cast<double>(bits);
        REQUIRE(insert(**this, thing).ok());
        CHECK(select_one<Thing>(**this, {equals("part", thing.part)}).value() == thing);
    }
}

TEST_CASE_FIXTURE(Things, "upsert replaces all but the key, and leaves other rows alone") {
    auto thing = full();
    REQUIRE(upsert(**this, thing, {"id", "part"}).ok());
    auto other = full();
    other.part = "bunn";
    REQUIRE(upsert(**this, other, {"id", "part"}).ok());
    thing.price.reset();
    thing.colour = Colour::red;
    REQUIRE(upsert(**this, thing, {"id", "part"}).ok());
    CHECK(select_one<Thing>(**this, {equals("part", thing.part)}).value() == thing);
    CHECK(select_one<Thing>(**this, {equals("part", other.part)}).value() == other);
}

TEST_CASE_FIXTURE(Things, "update, remove and select follow their conditions, null among them") {
    auto thing = full();
    REQUIRE(insert(**this, thing).ok());
    auto unpriced = full();
    unpriced.part = "bunn";
    unpriced.price.reset();
    REQUIRE(insert(**this, unpriced).ok());
    const std::optional<std::int64_t> none;
    CHECK(select_all<Thing>(**this, {equals("price", none)}).value() == std::vector{unpriced});
    CHECK(select_all<Thing>(**this, {}, "ORDER BY part").value() == std::vector{unpriced, thing});

    unpriced.count = 5;
    REQUIRE(update(**this, unpriced, {equals("id", thing.id), equals("price", none)}).ok());
    CHECK(select_one<Thing>(**this, {equals("count", 5)}).value() == unpriced);
    CHECK(select_one<Thing>(**this, {equals("part", thing.part)}).value() == thing);
    CHECK(update(**this, thing, {equals("part", "ingen")}).error().code == ErrorCode::not_found);

    REQUIRE(remove<Thing>(**this, {equals("price", none)}).ok());
    CHECK(only() == thing);
    CHECK(select_one<Thing>(**this, {equals("part", "bunn")}).error().code == ErrorCode::not_found);
}

TEST_CASE_FIXTURE(Things,
                  "a column that others filled with something else is an error, not a guess") {
    for (const auto* change : {"colour = 'green'", "is_new = 2", "is_new = 'yes'", "small = 'x'",
                               "small = 99999999999", "made_at = '2026-06-05'", "part = NULL"}) {
        REQUIRE(upsert(**this, full(), {"id", "part"}).ok());
        REQUIRE((**this).query("UPDATE thing SET " + std::string(change)).ok());
        const auto read = select_one<Thing>(**this, {});
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == ErrorCode::internal);
        REQUIRE((**this).query("DELETE FROM thing").ok());
    }
}

}  // namespace busy24::store
