// Base64, SHA-256 and the comparison, against known answers.
#include <doctest/doctest.h>

#include "proxy/security/base64.hpp"
#include "proxy/security/digest.hpp"
#include "tests/fakes/seeded_random.hpp"

namespace busy24::security {

TEST_CASE("base64 gives the answers of RFC 4648") {
    const std::array<std::array<std::string_view, 2>, 7> table{{{"", ""},
                                                                {"f", "Zg=="},
                                                                {"fo", "Zm8="},
                                                                {"foo", "Zm9v"},
                                                                {"foob", "Zm9vYg=="},
                                                                {"fooba", "Zm9vYmE="},
                                                                {"foobar", "Zm9vYmFy"}}};
    for (const auto& [plain, encoded] : table) {
        const std::vector<unsigned char> bytes(plain.begin(), plain.end());
        CHECK(to_base64(bytes) == encoded);
        CHECK(from_base64(encoded) == bytes);
    }
}

TEST_CASE("base64 that is not as we write it is refused") {
    for (const auto* text : {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v\n", " Zm9v", "Zm9v ",
                             "Zm=v", "====", "Zm9*", "Zm9-", "Zg==Zg==", "Zm9v\xc3\xa5\xc3\xa5"})
        CHECK_FALSE(from_base64(text));
}

TEST_CASE("any bytes survive base64") {
    SeededRandom random;
    for (std::size_t length = 0; length < 200; ++length) {
        std::vector<unsigned char> bytes(length);
        random.fill(bytes);
        CHECK(from_base64(to_base64(bytes)) == bytes);
    }
}

TEST_CASE("SHA-256 gives the answers of FIPS 180") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("texts are equal in constant time only when they are equal") {
    CHECK(is_equal_in_constant_time("", ""));
    CHECK(is_equal_in_constant_time("hemmelig", "hemmelig"));
    CHECK_FALSE(is_equal_in_constant_time("hemmelig", "hemmeliG"));
    CHECK_FALSE(is_equal_in_constant_time("hemmelig", "hemmelig "));
    CHECK_FALSE(is_equal_in_constant_time("", "h"));
}

}  // namespace busy24::security
