// Sees every item that Dear ImGui is given while it lives.
#pragma once

#include <vector>

namespace busy24::test {

struct ItemBox {
    float x;
    float y;
    float width;
    float height;
};

// For the current Dear ImGui context; one at a time.
class ItemWatch {
public:
    ItemWatch();
    ~ItemWatch();
    ItemWatch(const ItemWatch&) = delete;
    ItemWatch& operator=(const ItemWatch&) = delete;
    const std::vector<ItemBox>& items() const { return items_; }

private:
    std::vector<ItemBox> items_;
};

}  // namespace busy24::test
