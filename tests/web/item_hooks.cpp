// Dear ImGui's test hooks: counts every item it is given, so that a test can ask for its node.
#include "tests/web/item_hooks.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstring>

namespace busy24::test {

namespace {
std::vector<ItemBox>* seen_items = nullptr;
}

ItemWatch::ItemWatch() {
    seen_items = &items_;
    ImGui::GetCurrentContext()->TestEngineHookItems = true;
}

ItemWatch::~ItemWatch() {
    seen_items = nullptr;
    ImGui::GetCurrentContext()->TestEngineHookItems = false;
}

}  // namespace busy24::test

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
    using namespace busy24::test;
    // Without an id it is only space in the layout; Dear ImGui's own windows are never shown.
    const bool is_ours = std::strcmp(context->CurrentWindow->Name, "page") == 0;
    if (seen_items && is_ours && id != 0 && id != context->CurrentWindow->ID)
        seen_items->push_back({box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()});
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
