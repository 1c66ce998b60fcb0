// The help through the whole program: its articles, what holds for the workspace, and what readers
// say.
#include <set>

#include "tests/app/mirror_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

const api::HelpArticle& article(const api::ReadHelp::Reply& reply, std::string_view name) {
    for (const auto& found : reply.articles)
        if (found.name == name) return found;
    FAIL("no such article: ", std::string(name));
    return reply.articles.front();
}

bool says(const api::HelpArticle& article, std::string_view text) {
    for (const auto& block : article.blocks)
        if (block.text.find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE_FIXTURE(AppHarness, "anybody reads the help, in each language") {
    Browser guest(*this, "192.0.2.9");
    std::set<std::string> titles;
    for (const auto* language : {"nb", "nn", "en"}) {
        const auto help = guest.call<api::ReadHelp>({{"language", language}});
        REQUIRE(help.ok());
        CHECK(help.reply.articles.size() == 8);
        for (const auto& found : help.reply.articles) {
            CHECK_FALSE(found.lead.empty());
            CHECK_FALSE(found.blocks.empty());
        }
        titles.insert(article(help.reply, "api-bruker").title);
    }
    CHECK(titles.size() == 3);
    CHECK(
        guest.call<api::RateHelp>({{"article", "sso"}, {"found", true}, {"comment", ""}}).status ==
        401);
}

TEST_CASE_FIXTURE(MirrorHarness, "what is mirrored is told by the settings in force") {
    const auto rules = [&] {
        return article(browser.call<api::ReadHelp>({{"language", "nb"}}).reply, "speiling");
    };
    CHECK(says(rules(), "vinner 24SevenOffice."));
    REQUIRE(browser.call<api::SetPolicy>({{"projectPolicy", "busy"}}).ok());
    CHECK(says(rules(), "vinner Busy."));
    CHECK_FALSE(says(rules(), "vinner 24SevenOffice."));
    CHECK_FALSE(says(rules(), "satt på pause"));
    REQUIRE(browser.call<api::PauseMirror>({{"untilMs", clock.now().ms + hour_ms}}).ok());
    CHECK(says(rules(), "satt på pause"));
    // Then nothing else is worth saying of it.
    const std::string disconnected = "koblet fra 24SevenOffice";
    CHECK_FALSE(says(rules(), disconnected));
    REQUIRE(
        browser
            .call<api::Disconnect>(
                {{"way", "erp"}, {"username", demo::manager}, {"password", demo::manager_password}})
            .ok());
    CHECK(says(rules(), disconnected));
    CHECK_FALSE(says(rules(), "satt på pause"));
}

TEST_CASE_FIXTURE(MirrorHarness,
                  "what a reader says is kept for the administrator, the last word of each") {
    const auto rate = [&](const std::string& name, bool is_found, const std::string& comment) {
        return browser.call<api::RateHelp>(
            {{"article", name}, {"found", is_found}, {"comment", comment}});
    };
    REQUIRE(rate("sso", false, "Hvor er knappen?").ok());
    clock.advance(second_ms);
    REQUIRE(rate("sso", true, "").ok());
    clock.advance(second_ms);
    REQUIRE(rate("timer", false, "Mangler et eksempel").ok());
    CHECK(rate("finnes-ikke", true, "").status == 404);
    CHECK(rate("sso", true, std::string(2'001, 'x')).status == 422);
    const auto ratings = browser.call<api::ListHelpRatings>().reply.ratings;
    REQUIRE(ratings.size() == 2);
    CHECK(ratings[0].article == "timer");
    CHECK(ratings[0].comment == "Mangler et eksempel");
    CHECK(ratings[1].article == "sso");
    CHECK(ratings[1].is_found);
}
