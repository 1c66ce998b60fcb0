// What an e-mail address may look like.
#include "proxy/domain/email.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace busy24;

TEST_CASE("an e-mail address has one @, a domain with a dot, and nothing that ends a line") {
    for (const auto* good : {"a@b.no", "tone.bakke+busy@firma.example", "\u00e5se@b\u00f8.no"})
        CHECK_MESSAGE(domain::is_email(good), good);
    for (const auto* bad : {"", "a", "@b.no", "a@", "a@b", "a@b.", "a@.no", "a@b..no", "a@b@c.no",
                            "a b@c.no", "a@b.no\r\nBcc: c@d.no", "a@b.no,c@d.no", "<a@b.no>"})
        CHECK_FALSE_MESSAGE(domain::is_email(bad), bad);
    CHECK_FALSE(domain::is_email(std::string(65, 'a') + "@b.no"));
    CHECK_FALSE(domain::is_email("a@" + std::string(250, 'b') + ".no"));
}
