// The described calls as a whole.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/api/all.hpp"

using namespace busy24;

TEST_CASE("every path has one of the two shapes that the server listens to") {
    api::AllCalls::for_each([]<class C>() {
        const std::string_view path = C::endpoint.path;
        CAPTURE(path);
        CHECK(path.rfind("/api/v1/", 0) == 0);
        const auto depth = std::count(path.begin(), path.end(), '/');
        CHECK((depth == 3 || depth == 4));
    });
}
