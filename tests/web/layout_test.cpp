// What holds for every widget at every width: a node under each item, no overlap, targets that can
// be hit, nothing outside the page.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/web/item_hooks.hpp"
#include "tests/web/kit_page.hpp"
#include "tests/web/page_harness.hpp"

namespace busy24::ui {
namespace {

using test::KitHarness;

struct Case {
    const char* name;
    void (*draw)(Ui&);
};
const Case pages[] = {{"form page", test::draw_form_page}, {"state page", test::draw_state_page}};
const float widths[] = {320, 360, 640, 1280, 1920};

const Node& parent(const std::vector<Node>& nodes, const Node& node) {
    return nodes[static_cast<std::size_t>(std::max(0, node.parent))];
}

bool is_shown(const Node& node) {
    return !is_container(node.role) && !node.has(flag_hidden_visually) && node.box.width > 0 &&
           node.box.height > 0;
}

// A control that covers the words beside it, or a button inside a field, on purpose.
bool may_cover(const std::vector<Node>& nodes, const Node& a, const Node& b) {
    if (a.has(flag_pass_through) || b.has(flag_pass_through)) return true;
    const auto is_in_frame = [&](const Node& node) {
        return parent(nodes, node).style.look == Look::input_frame;
    };
    if (is_in_frame(a) && a.parent == b.parent) return true;
    // A row's link covers its row; a step's link covers its circle.
    return a.style.look == Look::row_link || b.style.look == Look::row_link ||
           a.style.look == Look::step || b.style.look == Look::step;
}

bool overlap(const Box& a, const Box& b) {
    constexpr float grace = 0.6f;
    return a.x + grace < b.right() && b.x + grace < a.right() && a.y + grace < b.bottom() &&
           b.y + grace < a.bottom();
}

TEST_CASE("nothing overlaps and nothing sticks out, from 320 px to 1920 px") {
    for (const Case& page : pages) {
        for (const float width : widths) {
            for (const float ratio : {1.f, 1.5f, 2.f}) {
                CAPTURE(page.name);
                CAPTURE(width);
                CAPTURE(ratio);
                KitHarness harness(page.draw, {.width = width, .pixel_ratio = ratio});
                const auto& nodes = harness.nodes();
                for (std::size_t i = 0; i < nodes.size(); ++i) {
                    if (!is_shown(nodes[i])) continue;
                    CAPTURE(nodes[i].key);
                    CHECK(nodes[i].box.x >= 0);
                    CHECK(nodes[i].box.right() <= width * ratio + 0.6f);
                    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
                        if (!is_shown(nodes[j]) || may_cover(nodes, nodes[i], nodes[j])) continue;
                        if (!overlap(nodes[i].box, nodes[j].box)) continue;
                        CAPTURE(nodes[j].key);
                        CHECK_FALSE(overlap(nodes[i].box, nodes[j].box));
                    }
                }
            }
        }
    }
}

TEST_CASE("boxes and baselines lie on whole device pixels") {
    for (const Case& page : pages) {
        KitHarness harness(page.draw, {.width = 1280, .pixel_ratio = 1.25f});
        for (const Node& node : harness.nodes()) {
            CAPTURE(node.key);
            CHECK(node.box.x == std::round(node.box.x));
            CHECK(node.box.y == std::round(node.box.y));
        }
    }
}

TEST_CASE("every target can be hit: 24 px with a mouse, 44 px with a finger") {
    for (const Case& page : pages) {
        for (const bool is_touch : {false, true}) {
            for (const float width : {320.f, 1280.f}) {
                KitHarness harness(page.draw, {.width = width, .is_touch = is_touch});
                for (const Node& node : harness.nodes()) {
                    if (!is_interactive(node.role) || !is_shown(node)) continue;
                    // WCAG excepts links within text.
                    const bool is_inline = node.style.look == Look::inline_link;
                    const float least = is_touch && !is_inline ? 44 : 24;
                    CAPTURE(node.key);
                    CAPTURE(width);
                    CHECK(node.box.height >=
                          (node.style.look == Look::icon_only && node.target != 0 ? 40 : least));
                    CHECK(node.box.width >= least);
                }
            }
        }
    }
}

TEST_CASE("every item of Dear ImGui has a node at its place") {
    for (const Case& page : pages) {
        for (const float width : widths) {
            KitHarness harness(page.draw, {.width = width});
            test::ItemWatch watch;
            harness.paint();
            std::size_t interactive = 0;
            for (const Node& node : harness.nodes())
                interactive += is_interactive(node.role) && is_shown(node) ? 1 : 0;
            CHECK(watch.items().size() == interactive);
            for (const auto& item : watch.items()) {
                const auto has_node = std::any_of(
                    harness.nodes().begin(), harness.nodes().end(), [&](const Node& node) {
                        return is_interactive(node.role) && node.box.x == item.x &&
                               node.box.y == item.y && node.box.width == item.width;
                    });
                CAPTURE(item.x);
                CAPTURE(item.y);
                CHECK(has_node);
            }
        }
    }
}

TEST_CASE("keys are unique, so that every node has an identity of its own") {
    for (const Case& page : pages) {
        for (const float width : {320.f, 1280.f}) {
            KitHarness harness(page.draw, {.width = width});
            std::set<NodeId> seen;
            for (const Node& node : harness.nodes()) {
                CAPTURE(node.key);
                CHECK(seen.insert(node.id).second);
            }
        }
    }
}

TEST_CASE("what is referred to is there") {
    for (const Case& page : pages) {
        KitHarness harness(page.draw);
        std::set<NodeId> ids;
        for (const Node& node : harness.nodes()) ids.insert(node.id);
        for (const Node& node : harness.nodes()) {
            CAPTURE(node.key);
            if (node.target != 0) CHECK(ids.count(node.target) == 1);
            if (node.labelled_by != 0) CHECK(ids.count(node.labelled_by) == 1);
            for (const NodeId id : node.described_by) CHECK(ids.count(id) == 1);
        }
    }
}

TEST_CASE("a text with lines of its own is as high as they are") {
    const auto height_of = [](const char* text) {
        KitHarness kit([&](Ui& ui) {
            auto facts = ui.facts("facts");
            ui.fact("fact", "Beskrivelse", text);
        });
        float height = 0;
        for (const auto& node : kit.nodes())
            if (node.name == text) height = node.box.height;
        return height;
    };
    const float line = height_of("Avtalt i møte");
    CHECK(line > 0);
    CHECK(height_of("Avtalt i møte\nKontakt: formann") == doctest::Approx(2 * line));
    CHECK(height_of("Avtalt i møte\n\nKontakt: formann") == doctest::Approx(3 * line));
    CHECK(height_of("Avtalt i møte\n") == doctest::Approx(line));
}

TEST_CASE("beside a side panel the words of heading and footer begin at the same edge") {
    const auto draw = [](Ui& ui) {
        auto shell = ui.shell("shell");
        { auto side = ui.side_panel("side", "Meny"); }
        auto content = ui.stack("content", 24);
        {
            auto main = ui.main("main", MainWidth::wide);
            ui.heading("title", Level::h1, "24SevenOffice");
        }
        auto footer = ui.footer("footer");
        ui.button("foot", "Enkel visning", {.look = ButtonLook::quiet});
    };
    for (const float width : {360.f, 1280.f, 1920.f}) {
        CAPTURE(width);
        KitHarness harness(draw, {.width = width});
        const float panel = width > 720 ? 264 : 0;
        const float pad = width > 720 ? 40 : 16;
        CHECK(harness.find_key("title")->box.x == doctest::Approx(panel + pad));
        CHECK(harness.find_key("foot")->box.x + 8 == doctest::Approx(panel + pad));
    }
}

TEST_CASE("a long table exists only where it is looked at") {
    constexpr int count = 4000;
    const auto draw = [](Ui& ui) {
        auto main = ui.main("main", MainWidth::wide);
        auto table = ui.table("long", "Tall", {.columns = {{"Navn"}}, .row_count = count});
        const RowRange range = ui.visible_rows("long", count);
        for (int i = range.begin; i < range.end; ++i) {
            auto row = ui.row("row" + std::to_string(i), {.index = i});
            ui.cell("Nummer " + std::to_string(i));
        }
    };
    KitHarness harness(draw);
    CHECK(harness.nodes().size() < 400);
    CHECK(harness.page_height() > 48 * count);
    CHECK(harness.shows_text("Nummer 0\n"));
    harness.set_surroundings({.scroll_top = 96000});
    CHECK(harness.nodes().size() < 400);
    CHECK(harness.shows_text("Nummer 1999\n"));
    CHECK_FALSE(harness.shows_text("Nummer 0\n"));
    harness.set_surroundings({.scroll_top = 96000, .is_plain = true});
    CHECK(harness.shows_text("Nummer 0\n"));
}

}  // namespace
}  // namespace busy24::ui
