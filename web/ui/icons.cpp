// The shapes of the icons, in a small part of SVG's path language: M, L, C, Z, and O for a circle.
#include "web/ui/icons.hpp"

#include <cmath>
#include <cstddef>
#include <string>

#include "web/ui/icon_path.hpp"

namespace busy24::ui {

namespace {

std::string_view path_of(Icon icon) {
    switch (icon) {
        case Icon::none:
            return "";
        case Icon::check:
            return "M5 12.5 L10 17.5 L19 7";
        case Icon::cross:
            return "M6.5 6.5 L17.5 17.5 M17.5 6.5 L6.5 17.5";
        case Icon::dash:
            return "M7 12 L17 12";
        case Icon::dots:
            return "O6.5 12 0.8 O12 12 0.8 O17.5 12 0.8";
        case Icon::info:
            return "O12 12 9 M12 11 L12 16.5 M12 7.6 L12 7.8";
        case Icon::warning:
            return "M12 4 L21 19.5 L3 19.5 Z M12 10 L12 14 M12 16.6 L12 16.8";
        case Icon::success:
            return "O12 12 9 M8 12.4 L11 15.3 L16.2 9.2";
        case Icon::error:
            return "O12 12 9 M12 7.5 L12 13 M12 16.2 L12 16.4";
        case Icon::lock:
            return "M6 11 L18 11 L18 20 L6 20 Z M8.5 11 L8.5 8 C8.5 3.4 15.5 3.4 15.5 8 L15.5 11";
        case Icon::eye:
            return "M2.5 12 C6.5 4.8 17.5 4.8 21.5 12 C17.5 19.2 6.5 19.2 2.5 12 Z O12 12 3";
        case Icon::eye_off:
            return "M2.5 12 C6.5 4.8 17.5 4.8 21.5 12 C17.5 19.2 6.5 19.2 2.5 12 Z O12 12 3 M4.5 "
                   "20 "
                   "L19.5 4";
        case Icon::search:
            return "O10.5 10.5 6.5 M15.5 15.5 L20.5 20.5";
        case Icon::menu:
            return "M4 7 L20 7 M4 12 L20 12 M4 17 L20 17";
        case Icon::chevron_up:
            return "M6.5 14.5 L12 9 L17.5 14.5";
        case Icon::chevron_down:
            return "M6.5 9.5 L12 15 L17.5 9.5";
        case Icon::chevron_right:
            return "M9.5 6.5 L15 12 L9.5 17.5";
        case Icon::arrow_left:
            return "M20 12 L4.5 12 M11 5.5 L4.5 12 L11 18.5";
        case Icon::arrow_right:
            return "M4 12 L19.5 12 M13 5.5 L19.5 12 L13 18.5";
        case Icon::external:
            return "M10 5 L5 5 L5 19 L19 19 L19 14 M14 4.5 L19.5 4.5 L19.5 10 M19.5 4.5 L11.5 12.5";
        case Icon::settings:
            return "M4 7 L9 7 M15 7 L20 7 O12 7 2.6 M4 17 L6 17 M12 17 L20 17 O9 17 2.6";
        case Icon::project:
            return "M3.5 6 L9.5 6 L11.5 8.5 L20.5 8.5 L20.5 19 L3.5 19 Z M3.5 12 L20.5 12";
        case Icon::customer:
            return "M5 20 L5 4.5 L14 4.5 L14 20 M14 10 L19 10 L19 20 M3 20 L21 20 M8 8.5 L11 8.5 "
                   "M8 "
                   "12 L11 12 M8 15.5 L11 15.5";
        case Icon::work_type:
            return "M11.5 4 L20 4 L20 12.5 L12 20.5 L3.5 12 Z O16 8 1.2";
        case Icon::person:
            return "O12 8 4 M4.5 20.5 C5 12.8 19 12.8 19.5 20.5";
        case Icon::people:
            return "O9 8.5 3.5 M2.5 19.5 C3 12.8 15 12.8 15.5 19.5 M15 5.3 C19.2 4.8 19.2 11.9 "
                   "15.3 "
                   "11.7 M17.5 14.5 C19.8 15.2 21.2 16.8 21.5 19.5";
        case Icon::clock:
            return "O12 12 8.7 M12 7 L12 12 L15.5 14";
        case Icon::key:
            return "O8 15.5 4 M11 12.5 L19.5 4 M15.5 8 L18.5 11";
        case Icon::building:
            return "M4 20 L4 9.5 L12 4 L20 9.5 L20 20 Z M9.5 20 L9.5 14 L14.5 14 L14.5 20";
        case Icon::sync:
            return "M4.5 11 C5.5 4.2 14.5 2.4 18.5 8 M19 3.8 L18.7 8.4 L14.2 8.1 M19.5 13 C18.5 "
                   "19.8 "
                   "9.5 21.6 5.5 16 M5 20.2 L5.3 15.6 L9.8 15.9";
        case Icon::home:
            return "M4 11 L12 4.5 L20 11 M6 9.6 L6 19.5 L18 19.5 L18 9.6";
        case Icon::help:
            return "O12 12 9 M9.3 9.6 C9.5 6.3 14.7 6.5 14.6 9.7 C14.5 11.8 12 11.8 12 14 M12 16.7 "
                   "L12 "
                   "16.9";
        case Icon::log_out:
            return "M10 4.5 L5 4.5 L5 19.5 L10 19.5 M10 12 L20 12 M16 8 L20 12 L16 16";
        case Icon::copy:
            return "M9 9 L19.5 9 L19.5 19.5 L9 19.5 Z M15 5 L15 4.5 L4.5 4.5 L4.5 15 L5 15";
        case Icon::globe:
            return "O12 12 8.7 M3.3 12 L20.7 12 M12 3.3 C7.5 8 7.5 16 12 20.7 C16.5 16 16.5 8 12 "
                   "3.3 Z";
        case Icon::theme:
            return "O12 12 4 M12 3 L12 4.8 M12 19.2 L12 21 M3 12 L4.8 12 M19.2 12 L21 12 M5.6 5.6 "
                   "L6.9 6.9 M17.1 17.1 L18.4 18.4 M18.4 5.6 L17.1 6.9 M6.9 17.1 L5.6 18.4";
        case Icon::inbox:
            return "M4 13 L6.5 5 L17.5 5 L20 13 L20 19 L4 19 Z M4 13 L9 13 L10 15.5 L14 15.5 L15 "
                   "13 "
                   "L20 13";
        case Icon::plug:
            return "M9 3.5 L9 8 M15 3.5 L15 8 M6 8 L18 8 L18 11 C18 18.2 6 18.2 6 11 Z M12 16.4 "
                   "L12 "
                   "20.5";
    }
    return "";
}

// Reads the numbers after a command letter.
class Reader {
public:
    explicit Reader(std::string_view path) : rest_(path) {}
    bool at_end() {
        skip();
        return rest_.empty();
    }
    char command() {
        skip();
        const char letter = rest_.front();
        rest_.remove_prefix(1);
        return letter;
    }
    // Not std::from_chars: our libc++ has none for floating point.
    float number() {
        skip();
        float value = 0;
        float scale = 0;
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (c == '.') {
                scale = 1;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + static_cast<float>(c - '0');
                scale *= 10;
            } else {
                break;
            }
            rest_.remove_prefix(1);
        }
        return scale > 0 ? value / scale : value;
    }

private:
    void skip() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    }
    std::string_view rest_;
};

// Hundredths are enough on a grid of 24, and no number is negative but the one written as such.
std::string written(float number) {
    const auto hundredths = static_cast<int>(std::lround(number * 100));
    std::string text = std::to_string(hundredths / 100);
    const int rest = hundredths % 100;
    if (rest == 0) return text;
    return text + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

std::string circle(const PathStep& step) {
    const std::string radius = written(step.at[2]);
    const std::string width = written(2 * step.at[2]);
    return "M" + written(step.at[0] - step.at[2]) + " " + written(step.at[1]) + "a" + radius + " " +
           radius + " 0 1 0 " + width + " 0a" + radius + " " + radius + " 0 1 0 -" + width + " 0";
}

}  // namespace

std::vector<PathStep> icon_path(Icon icon) {
    std::vector<PathStep> steps;
    Reader reader(path_of(icon));
    while (!reader.at_end()) {
        PathStep step;
        step.command = reader.command();
        const int numbers = step.command == 'C'   ? 6
                            : step.command == 'O' ? 3
                            : step.command == 'Z' ? 0
                                                  : 2;
        for (int i = 0; i < numbers; ++i) step.at[static_cast<std::size_t>(i)] = reader.number();
        steps.push_back(step);
    }
    return steps;
}

std::string svg_path(Icon icon) {
    std::string path;
    const std::string_view source = path_of(icon);
    if (source.find('O') == std::string_view::npos) return std::string(source);
    for (const auto& step : icon_path(icon)) {
        if (step.command == 'O') {
            path += circle(step);
            continue;
        }
        path += step.command;
        const std::size_t numbers = step.command == 'C' ? 6 : step.command == 'Z' ? 0 : 2;
        for (std::size_t i = 0; i < numbers; ++i) path += written(step.at[i]) + " ";
    }
    return path;
}

}  // namespace busy24::ui
