// Strokes on Dear ImGui's draw list, snapped to the pixel grid.
#include "web/ui/brush.hpp"

#include <algorithm>
#include <cmath>

#include "web/ui/icon_path.hpp"

namespace busy24::ui {

namespace {

ImU32 packed(Color color, float strength = 1) {
    return IM_COL32((color >> 16) & 255u, (color >> 8) & 255u, color & 255u,
                    static_cast<ImU32>(std::lround(255 * strength)));
}

}  // namespace

float Brush::px(float css) const { return std::max(1.f, std::round(css * ratio_)); }

void Brush::fill(const Box& box, Color color, float radius, float strength) {
    list_.AddRectFilled(point(box.x, box.y), point(box.right(), box.bottom()),
                        packed(color, strength), radius * ratio_);
}

void Brush::border(const Box& box, Color color, float radius, float width) {
    const float stroke = px(width);
    // Within the box, so that a thicker border does not move what is inside.
    const float inset = stroke / 2 - 0.5f;
    list_.AddRect(point(box.x + inset, box.y + inset),
                  point(box.right() - inset, box.bottom() - inset), packed(color),
                  std::max(0.f, radius * ratio_ - inset), 0, stroke);
}

// Only what shows beside the box, which covers the rest: without a graphics card every pixel
// counts.
void Brush::shadow(const Box& box, Color color, float radius) {
    constexpr float strength = 0.033f;
    constexpr int steps = 6;  // along a quarter of a circle
    constexpr float quarter = 1.5707963f;
    const float drop = 4 * ratio_;
    const float reach = 13 * ratio_;
    const float bend = std::min({radius * ratio_, box.width / 2, box.height / 2});
    list_.AddRectFilled(point(box.x, box.bottom() - bend), point(box.right(), box.bottom() + drop),
                        packed(color, strength), bend, ImDrawFlags_RoundCornersBottom);

    constexpr int count = 4 * (steps + 1);
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    const auto first = list_._VtxCurrentIdx;
    list_.PrimReserve(6 * count, 2 * count);
    for (int i = 0; i < count; ++i) {
        const int corner = i / (steps + 1);  // from the lower right one, clockwise
        const float angle = quarter * static_cast<float>(corner) +
                            quarter * static_cast<float>(i % (steps + 1)) / steps;
        const bool is_left = corner == 1 || corner == 2;
        const ImVec2 middle = point(is_left ? box.x + bend : box.right() - bend,
                                    corner < 2 ? box.bottom() + drop - bend : box.y + drop + bend);
        const ImVec2 away(std::cos(angle), std::sin(angle));
        list_.PrimWriteVtx({middle.x + away.x * bend, middle.y + away.y * bend}, white,
                           packed(color, strength));
        list_.PrimWriteVtx({middle.x + away.x * (bend + reach), middle.y + away.y * (bend + reach)},
                           white, packed(color, 0));
    }
    for (int i = 0; i < count; ++i)
        for (const int corner : {0, 1, 3, 0, 3, 2})
            list_.PrimWriteIdx(static_cast<ImDrawIdx>(
                first + static_cast<unsigned>((2 * i + corner) % (2 * count))));
}

void Brush::line(float x, float y, float width, float height, Color color) {
    list_.AddRectFilled(point(x, y), point(x + width, y + height), packed(color));
}

void Brush::disc(float x, float y, float radius, Color color) {
    list_.AddCircleFilled(point(x, y), radius * ratio_, packed(color));
}

void Brush::ring(float x, float y, float radius, float width, Color color) {
    list_.AddCircle(point(x, y), (radius - width / 2) * ratio_, packed(color), 0, width * ratio_);
}

void Brush::arc(float x, float y, float radius, float width, float turn, Color color) {
    constexpr float full = 6.2831853f;
    list_.PathArcTo(point(x, y), radius * ratio_, turn * full, (turn + 0.7f) * full, 24);
    list_.PathStroke(packed(color), 0, width * ratio_);
}

void Brush::icon(Icon icon, float x, float y, float size, Color color, float stroke) {
    const float scale = size * ratio_ / 24;
    const float width = stroke * ratio_ * size / 20;
    const ImU32 ink = packed(color);
    const auto to = [&](float px_x, float px_y) {
        return point(x + px_x * scale, y + px_y * scale);
    };
    list_.PathClear();
    for (const auto& step : icon_path(icon)) {
        const auto& at = step.at;
        switch (step.command) {
            case 'M':
                list_.PathStroke(ink, 0, width);
                list_.PathLineTo(to(at[0], at[1]));
                break;
            case 'L':
                list_.PathLineTo(to(at[0], at[1]));
                break;
            case 'C':
                list_.PathBezierCubicCurveTo(to(at[0], at[1]), to(at[2], at[3]), to(at[4], at[5]));
                break;
            case 'Z':
                // A closing side of no length has no direction, and is drawn as a blot.
                if (!list_._Path.empty() &&
                    std::hypot(list_._Path.front().x - list_._Path.back().x,
                               list_._Path.front().y - list_._Path.back().y) < 0.01f)
                    list_._Path.pop_back();
                list_.PathStroke(ink, ImDrawFlags_Closed, width);
                break;
            default:
                list_.PathStroke(ink, 0, width);
                list_.AddCircle(to(at[0], at[1]), at[2] * scale, ink, 0, width);
        }
    }
    list_.PathStroke(ink, 0, width);
}

void Brush::text(const Face& face, std::string_view text, float x, float y, Color color) {
    if (text.empty() || !face.font) return;
    const float drop = std::floor((face.line_height - face.font->FontSize) / 2);
    const ImVec4 everywhere(-1e6f, -1e6f, 1e6f, 1e6f);
    face.font->RenderText(&list_, face.font->FontSize, point(std::round(x), std::round(y + drop)),
                          packed(color), everywhere, text.data(), text.data() + text.size());
}

void Brush::lines(const Node& node, const Face& face, float x, float y, float width, Color color) {
    // The browser shows letters that the typeface lacks.
    if (node.has(flag_own_text)) return;
    for (const auto& line : node.lines) {
        float left = x;
        if (node.style.align == Align::centre) left += (width - line.width) / 2;
        if (node.style.align == Align::end) left += width - line.width;
        text(face, std::string_view(node.name).substr(line.begin, line.end - line.begin), left, y,
             color);
        if (node.has(flag_cut)) text(face, "\u2026", left + line.width, y, color);
        y += face.line_height;
    }
}

void Brush::underline(const Node& node, const Face& face, float x, float y, Color color,
                      float strength) {
    for (const auto& line : node.lines) {
        const float top = std::round(y + face.line_height / 2 + face.css_size * ratio_ * 0.47f);
        fill({x, top, line.width, px(1)}, color, 0, strength);
        y += face.line_height;
    }
}

}  // namespace busy24::ui
