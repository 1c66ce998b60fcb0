// The widgets of the kit, each driven as a browser would.
#include <doctest/doctest.h>

#include "tests/web/page_harness.hpp"

namespace busy24::ui {
namespace {

using test::KitHarness;

TEST_CASE("a button tells its press once") {
    int presses = 0;
    KitHarness page([&](Ui& ui) { presses += ui.button("go", "Fortsett") ? 1 : 0; });
    page.press("Fortsett");
    page.frame();
    CHECK(presses == 1);
}

}  // namespace
}  // namespace busy24::ui
