// The query codec: the members of a GET call, and nothing else.
#include "proxy/http/query.hpp"

#include <doctest/doctest.h>

#include "shared/api/runs.hpp"

using namespace busy24;
using http::parse_query;

TEST_CASE("a query becomes the call it stands for") {
    const auto call = parse_query<api::GetRunRecords>(
        "runId=r1&entity=project&outcome=failed&search=Bj%C3%B8rk+%26+S%C3%B8nn&offset=50&limit="
        "20");
    REQUIRE(call.ok());
    CHECK(call.value().run_id == "r1");
    CHECK(call.value().entity == Entity::project);
    CHECK(call.value().outcome == Outcome::failed);
    CHECK(call.value().search == "Bjørk & Sønn");
    CHECK(call.value().offset == 50);
    CHECK(call.value().limit == 20);
}

TEST_CASE("members that are left out keep their defaults") {
    const auto call = parse_query<api::GetRunRecords>("");
    REQUIRE(call.ok());
    CHECK(call.value().limit == 50);
    CHECK(call.value().entity == Entity::customer);
}

TEST_CASE("a query that is not exactly a call is refused") {
    for (const auto* query : {"unknown=1", "id=a&id=b", "id", "=x", "id=%", "id=%4", "id=%zz",
                              "id=%00", "&", "a=1&&b=2"}) {
        CAPTURE(query);
        const auto call = parse_query<api::GetRun>(query);
        REQUIRE_FALSE(call.ok());
        CHECK(call.error().code == ErrorCode::invalid);
    }
    for (const auto* query : {"offset=", "offset=x", "offset=1x", "offset=99999999999999999999",
                              "offset= 1", "entity=", "entity=hour", "entity=Project"}) {
        CAPTURE(query);
        CHECK_FALSE(parse_query<api::GetRunRecords>(query).ok());
    }
}

TEST_CASE("a query with hundreds of members is refused before it is compared") {
    std::string query;
    for (int i = 0; i < 500; ++i) query += "m" + std::to_string(i) + "=1&";
    CHECK_FALSE(http::split_query(query).ok());
}
