// A tree of nodes as indented text: what a screen reader would meet, for tests and reviews.
#pragma once

#include <string>
#include <vector>

#include "web/ui/node.hpp"

namespace busy24::ui {

// One line a node: role, name in quotes, and the states that are set. Layout-only nodes are left
// out, and what they hold moves up.
std::string snapshot(const std::vector<Node>& nodes);

// Everything that can be read on the page, one text a line.
std::string readable_text(const std::vector<Node>& nodes);

}  // namespace busy24::ui
