// A small WebGL 1 renderer for what Dear ImGui draws.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace busy24::platform {

// Knows the one canvas of the page. Every call does nothing while there is no context.
class Renderer {
public:
    // Makes the context, or uses the one that was restored. False when the browser has no WebGL.
    bool open();
    // The context is gone, and all that was in it.
    void forget();
    bool is_open() const { return is_open_; }
    // Sends the font texture of the current Dear ImGui context.
    void upload_font();
    // Draws, unless the picture is the one that stands there already. True when it drew.
    bool render(const ImDrawData& data, std::uint32_t background);
    // The canvas was emptied, so that the same picture has to be drawn again.
    void invalidate() { last_hash_ = 0; }

private:
    bool link_program();
    int context_ = 0;
    bool is_open_ = false;
    std::uint32_t program_ = 0;
    std::uint32_t vertices_ = 0;
    std::uint32_t indices_ = 0;
    std::uint32_t texture_ = 0;
    int scale_ = -1;
    int white_ = -1;
    std::uint64_t last_hash_ = 0;
};

}  // namespace busy24::platform
