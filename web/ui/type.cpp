// Builds the font atlas from the same bytes that the browser uses, with the letters in use only.
#include "web/ui/type.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace busy24::ui {

namespace {

// Dear ImGui's font size is ascent plus descent; that of Inter is 1.21 em.
constexpr float em_to_imgui = 1.20996f;
constexpr std::size_t code_points = 0x2200;
constexpr TextSize all_sizes[] = {TextSize::small,     TextSize::normal,    TextSize::large,
                                  TextSize::heading_3, TextSize::heading_2, TextSize::heading_1};
// What nearly every page needs, so that the atlas is rarely built twice.
constexpr std::string_view usual = "æøåÆØÅéèêóòôüäöÜÄÖ«»–—…·•’“”×\u00a0";

struct Range {
    std::uint16_t first;
    std::uint16_t last;
};
// What assets/fonts/subset.sh keeps of the typeface.
constexpr Range ranges_in_font[] = {
    {0x20, 0x7e},     {0xa0, 0xff},     {0x104, 0x107},   {0x10c, 0x10d},   {0x110, 0x111},
    {0x116, 0x119},   {0x12e, 0x12f},   {0x141, 0x144},   {0x14a, 0x14b},   {0x152, 0x153},
    {0x15a, 0x15b},   {0x160, 0x161},   {0x166, 0x167},   {0x16a, 0x16b},   {0x172, 0x173},
    {0x178, 0x17e},   {0x2010, 0x2015}, {0x2018, 0x201e}, {0x2022, 0x2022}, {0x2026, 0x2026},
    {0x20ac, 0x20ac}, {0x2192, 0x2192}, {0x2212, 0x2212}};

bool is_in_font(std::uint32_t c) {
    return std::any_of(std::begin(ranges_in_font), std::end(ranges_in_font),
                       [&](const Range& range) { return c >= range.first && c <= range.last; });
}

std::uint32_t next_code_point(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    constexpr unsigned masks[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    std::uint32_t c = lead & masks[length];
    for (std::size_t i = 1; i < length && i < text.size(); ++i)
        c = (c << 6) | (static_cast<unsigned char>(text[i]) & 0x3fu);
    text.remove_prefix(std::min(length, text.size()));
    return c;
}

std::size_t slot(TextSize size, bool strong) {
    return static_cast<std::size_t>(size) * 2 + (strong ? 1 : 0);
}

}  // namespace

Type::Type() : wanted_(code_points) {
    for (std::size_t c = 0x20; c < 0x7f; ++c) wanted_[c] = true;
    covers(usual);
}

TypeSize type_size(TextSize size, bool is_phone) {
    switch (size) {
        case TextSize::small:
            return {14, 20};
        case TextSize::normal:
            return {16, 24};
        case TextSize::large:
            return {18, 28};
        case TextSize::heading_3:
            return {17, 24};
        case TextSize::heading_2:
            return {21, 28};
        case TextSize::heading_1:
            return is_phone ? TypeSize{26, 34} : TypeSize{30, 38};
    }
    return {16, 24};
}

bool is_strong(const Node& node) {
    return node.has(flag_strong) || node.role == Role::button || node.style.look == Look::brand ||
           (node.role == Role::link && node.has(flag_current));
}

void Type::set_fonts(std::string regular, std::string strong) {
    regular_ = std::move(regular);
    strong_ = std::move(strong);
    is_stale_ = true;
}

bool Type::prepare(float pixel_ratio, bool is_phone) {
    if (!is_stale_ && pixel_ratio == pixel_ratio_ && is_phone == is_phone_) return false;
    pixel_ratio_ = pixel_ratio;
    is_phone_ = is_phone;
    build();
    is_stale_ = false;
    return true;
}

void Type::build() {
    ImVector<ImWchar> ranges;
    ImFontGlyphRangesBuilder builder;
    for (std::size_t c = 0; c < wanted_.size(); ++c)
        if (wanted_[c]) builder.AddChar(static_cast<ImWchar>(c));
    builder.BuildRanges(&ranges);

    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // At one device pixel a CSS pixel, letters stand at fractions of a pixel: two shapes each.
    config.OversampleH = pixel_ratio_ < 1.5f ? 2 : 1;
    config.OversampleV = 1;
    faces_.assign(std::size(all_sizes) * 2, {});
    for (const TextSize size : all_sizes) {
        for (const bool strong : {false, true}) {
            // Headings exist in one weight only.
            if (!strong && size >= TextSize::heading_3) continue;
            if (strong && size == TextSize::large) continue;
            const TypeSize css = type_size(size, is_phone_);
            Face& face = faces_[slot(size, strong)];
            face = {nullptr, css.size, css.line, strong, std::round(css.line * pixel_ratio_)};
            std::string& bytes = strong ? strong_ : regular_;
            const float pixels = css.size * pixel_ratio_ * em_to_imgui;
            config.SizePixels = pixels;
            face.font = bytes.empty() ? atlas.AddFontDefault(&config)
                                      : atlas.AddFontFromMemoryTTF(bytes.data(),
                                                                   static_cast<int>(bytes.size()),
                                                                   pixels, &config, ranges.Data);
        }
    }
    atlas.Build();
    // Any number but 0: the renderer knows one texture only.
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the type is ImGui's.
    atlas.SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(1)));
}

bool Type::covers(std::string_view text) {
    bool all = true;
    while (!text.empty()) {
        const std::uint32_t c = next_code_point(text);
        if (c == '\n') continue;
        if (!is_in_font(c)) {
            all = false;
        } else if (c < wanted_.size() && !wanted_[c]) {
            wanted_[c] = true;
            is_stale_ = true;
        }
    }
    return all;
}

const Face& Type::face(const Node& node) const { return face(node.style.size, is_strong(node)); }

const Face& Type::face(TextSize size, bool strong) const {
    const Face& wanted = faces_[slot(size, strong)];
    return wanted.font ? wanted : faces_[slot(size, !strong)];
}

float Type::width(const Face& face, std::string_view text) const {
    if (text.empty()) return 0;
    return face.font
        ->CalcTextSizeA(face.font->FontSize, 3e38f, 0, text.data(), text.data() + text.size())
        .x;
}

std::vector<TextLine> Type::break_lines(const Face& face, std::string_view text,
                                        float width_max) const {
    std::vector<TextLine> lines;
    const char* const begin = text.data();
    const char* const text_end = begin + text.size();
    const char* end = std::find(begin, text_end, '\n');
    for (const char* at = begin; at < text_end;) {
        // Half a pixel of grace: the widths of words are summed in another order than the line's.
        const char* stop = face.font->CalcWordWrapPositionA(1, at, end, width_max + 0.5f);
        // A column narrower than one letter: that letter still has to stand somewhere.
        if (stop == at && at < end) stop += std::max(1, (*at & 0x80) == 0 ? 1 : 2);
        stop = std::min(stop, end);
        // A word that is too long for the line is broken after a hyphen of its own, if it has one.
        if (stop < end && *stop != ' ' && stop[-1] != ' ')
            for (const char* c = stop; c > at + 1 && c[-1] != ' '; --c)
                if (c[-1] == '-') {
                    stop = c;
                    break;
                }
        const std::string_view line(at, static_cast<std::size_t>(stop - at));
        lines.push_back({static_cast<std::uint32_t>(at - begin),
                         static_cast<std::uint32_t>(stop - begin), this->width(face, line)});
        at = stop;
        while (at < end && *at == ' ') ++at;
        if (at < end || at == text_end) continue;
        // The text's own end of a line; two of them leave an empty one.
        end = std::find(++at, text_end, '\n');
    }
    return lines;
}

}  // namespace busy24::ui
