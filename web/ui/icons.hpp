// Icons: a small set of vector shapes on a 24-unit grid, stroked in the colour of the text they
// stand by.
#pragma once

#include <array>
#include <cstdint>

#include "shared/describe.hpp"

namespace busy24::ui {

enum class Icon : std::uint8_t {
    none,
    check,
    cross,
    dash,
    dots,
    info,
    warning,
    success,
    error,
    lock,
    eye,
    eye_off,
    search,
    menu,
    chevron_up,
    chevron_down,
    chevron_right,
    arrow_left,
    arrow_right,
    external,
    settings,
    project,
    customer,
    work_type,
    person,
    people,
    clock,
    key,
    building,
    sync,
    home,
    help,
    log_out,
    copy,
    globe,
    theme,
    inbox,
    plug,
};
constexpr auto words(Icon) {
    return std::array{word(Icon::none, ""),
                      word(Icon::check, "check"),
                      word(Icon::cross, "cross"),
                      word(Icon::dash, "dash"),
                      word(Icon::dots, "dots"),
                      word(Icon::info, "info"),
                      word(Icon::warning, "warning"),
                      word(Icon::success, "success"),
                      word(Icon::error, "error"),
                      word(Icon::lock, "lock"),
                      word(Icon::eye, "eye"),
                      word(Icon::eye_off, "eye-off"),
                      word(Icon::search, "search"),
                      word(Icon::menu, "menu"),
                      word(Icon::chevron_up, "chevron-up"),
                      word(Icon::chevron_down, "chevron-down"),
                      word(Icon::chevron_right, "chevron-right"),
                      word(Icon::arrow_left, "arrow-left"),
                      word(Icon::arrow_right, "arrow-right"),
                      word(Icon::external, "external"),
                      word(Icon::settings, "settings"),
                      word(Icon::project, "project"),
                      word(Icon::customer, "customer"),
                      word(Icon::work_type, "work-type"),
                      word(Icon::person, "person"),
                      word(Icon::people, "people"),
                      word(Icon::clock, "clock"),
                      word(Icon::key, "key"),
                      word(Icon::building, "building"),
                      word(Icon::sync, "sync"),
                      word(Icon::home, "home"),
                      word(Icon::help, "help"),
                      word(Icon::log_out, "log-out"),
                      word(Icon::copy, "copy"),
                      word(Icon::globe, "globe"),
                      word(Icon::theme, "theme"),
                      word(Icon::inbox, "inbox"),
                      word(Icon::plug, "plug")};
}

}  // namespace busy24::ui
