// Glues kit, layout, painter and Dear ImGui together.
#include "web/ui/stage.hpp"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <utility>

#include "web/ui/layout.hpp"

namespace busy24::ui {

Stage::Stage() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // Long pages have more corners than 16-bit indices reach; our renderer moves their origin.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

Stage::~Stage() { ImGui::DestroyContext(context_); }

void Stage::set_fonts(std::string regular, std::string strong) {
    type_.set_fonts(std::move(regular), std::move(strong));
}

// Letters that the typeface lacks are shown by the browser, in whatever font has them.
void Stage::mark_foreign_texts() {
    for (Node& node : ui_.nodes()) {
        if (!type_.covers(node.name) && !is_container(node.role)) node.flags |= flag_own_text;
        type_.covers(node.value);
        for (const auto& option : node.options) type_.covers(option.label);
    }
}

float Stage::lay_out() {
    if (ui_.surroundings().is_plain) return 0;
    ImGui::SetCurrentContext(context_);
    mark_foreign_texts();
    const bool is_built = type_.prepare(ui_.surroundings().pixel_ratio, ui_.is_phone());
    has_new_texture_ = has_new_texture_ || is_built;
    Layout layout(ui_.nodes(), type_, ui_.surroundings());
    const float height = layout.run();
    const float ratio = ui_.surroundings().pixel_ratio;
    for (const Node& node : ui_.nodes()) {
        if (node.role != Role::table_body) continue;
        const Node& table = ui_.nodes()[static_cast<std::size_t>(node.parent)];
        const auto rows = static_cast<float>(std::max(1, table.row_count));
        ui_.set_table_place(node.id, node.box.y / ratio, node.box.height / ratio / rows);
    }
    return height;
}

bool Stage::take_texture_change() { return std::exchange(has_new_texture_, false); }

ImDrawData* Stage::paint(const Scene& scene, const Pointer& pointer) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {scene.canvas_width, scene.canvas_height};
    io.DeltaTime = static_cast<float>(std::clamp(scene.seconds - seconds_, 0.001, 0.1));
    seconds_ = scene.seconds;
    if (pointer.x < 0)
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    else
        io.AddMousePosEvent(pointer.x, pointer.y);
    io.AddMouseButtonEvent(0, pointer.is_down);

    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoScrollWithMouse);
    const Canvas canvas{.top = scene.canvas_top,
                        .pixel_ratio = ui_.surroundings().pixel_ratio,
                        .seconds = scene.seconds,
                        .is_dark = scene.is_dark,
                        .motion = scene.motion};
    Painter painter(ui_.nodes(), type_, canvas);
    painter.paint();
    is_moving_ = painter.is_moving();
    ImGui::End();
    ImGui::PopStyleVar(2);
    ImGui::Render();
    return ImGui::GetDrawData();
}

}  // namespace busy24::ui
