// The Cookie header: only what we have given out is a token.
#include "proxy/http/cookie.hpp"

#include <doctest/doctest.h>

using namespace busy24::http;

namespace {
const std::string token(43, 'a');
const std::string ours = "__Host-busy24=" + token;
}  // namespace

TEST_CASE("the token is found among other cookies, whatever stands around it") {
    for (const auto& header : {ours, "a=b; " + ours, ours + "; c=d", " " + ours + " ;x",
                               "a;;b=;" + ours, "__Host-busy24x=1; " + ours}) {
        CAPTURE(header);
        CHECK(session_token(header) == token);
    }
}

TEST_CASE("anything that we have not given out is no token") {
    const auto wrong = {
        std::string(),
        std::string("__Host-busy24="),
        "__Host-busy24=" + std::string(42, 'a'),
        "__Host-busy24=" + std::string(44, 'a'),
        "__Host-busy24=" + std::string(42, 'a') + "=",
        "__Host-busy24=\"" + std::string(41, 'a') + "\"",
        "busy24=" + token,
        "__HOST-busy24=" + token,
        "x__Host-busy24=" + token,
        "__Host-busy24 =" + token,
        "__Host-busy24=" + std::string(42, 'a') + '\0',
    };
    for (const auto& header : wrong) {
        CAPTURE(header);
        CHECK_FALSE(session_token(header).has_value());
    }
}

TEST_CASE("two session cookies are none, since one of them was planted") {
    CHECK_FALSE(session_token(ours + "; " + ours).has_value());
    CHECK_FALSE(session_token(ours + "; __Host-busy24=x").has_value());
}

TEST_CASE("the cookies of session and device are told apart, and each has its own life") {
    const auto both = ours + "; __Host-busy24-device=" + std::string(43, 'd');
    CHECK(session_token(both) == token);
    CHECK(token_in(both, device_cookie) == std::string(43, 'd'));
    CHECK_FALSE(token_in(ours, device_cookie).has_value());
    const auto header = set_device_cookie(token);
    for (const auto* attribute : {"Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age="})
        CHECK(header.find(attribute) != std::string::npos);
    CHECK(set_session_cookie(token).find("Max-Age") == std::string::npos);
}

TEST_CASE("an endless Cookie header is not searched") {
    CHECK_FALSE(session_token(std::string(5000, ';') + ours).has_value());
}

TEST_CASE("the cookie is out of reach for scripts, other sites and plain connections") {
    const auto header = set_session_cookie(token);
    for (const auto* attribute : {"Path=/", "Secure", "HttpOnly", "SameSite=Strict"})
        CHECK(header.find(attribute) != std::string::npos);
    CHECK(header.find("Domain") == std::string::npos);
    CHECK(session_token(header.substr(0, header.find(';'))) == token);
    CHECK(end_session_cookie().find("Max-Age=0") != std::string::npos);
}
