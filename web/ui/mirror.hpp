// Mirror: tells the browser how its elements have to change to be the same tree as the nodes.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "web/ui/node.hpp"
#include "web/ui/surroundings.hpp"

namespace busy24::ui {

// Remembers what the browser was last told. Never carries the text of a secret, which no node has.
class Mirror {
public:
    // A JSON object: "tree" lists every node in reading order as id, index of its parent, and x, y,
    // width, height in CSS px; "nodes" describes by id those that are new or changed. Empty when
    // the browser shows exactly this already.
    std::string changes(const std::vector<Node>& nodes, const Surroundings& surroundings);
    // The browser was emptied: everything is told anew.
    void forget();

private:
    std::unordered_map<NodeId, std::uint64_t> told_;
    std::uint64_t tree_ = 0;
};

}  // namespace busy24::ui
