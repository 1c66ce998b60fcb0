// Small stand-ins for what Dear ImGui would bring into every first load and the kit never uses.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdarg>
#include <cstring>

// Dear ImGui formats the names of child windows and popups, of which the kit has none, so the
// format itself serves. (The real one brings printf with floating point.)
int ImFormatString(char* buffer, std::size_t size, const char* format, ...) {
    if (buffer == nullptr || size == 0) return 0;
    const std::size_t length = std::min(std::strlen(format), size - 1);
    std::memcpy(buffer, format, length);
    buffer[length] = '\0';
    return static_cast<int>(length);
}

int ImFormatStringV(char* buffer, std::size_t size, const char* format, va_list) {
    return ImFormatString(buffer, size, "%s", format);
}
