// What the widgets of the kit can be told beside their key and text; all of it is optional.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/node.hpp"

namespace busy24::ui {

// The few words that the kit itself says, in the language of the page. Set before the view.
struct Words {
    std::string show_password = "Vis passord";
    std::string hide_password = "Skjul passord";
    std::string optional = "valgfritt";
    std::string of = "av";  // "3 av 10"
    std::string menu = "Meny";
    std::string close_menu = "Lukk meny";
    std::string done = "ferdig";  // a step that is behind
    std::string busy = "vent litt";
    // How numbers are grouped: a no-break space in Norwegian, a comma in English.
    std::string group_separator = "\u00a0";
};

enum class Level { h1 = 1, h2, h3 };
enum class Availability { enabled, disabled };
enum class Activity { idle, busy };
enum class Requirement { required, optional };
enum class Announcement {
    none,       // it was there from the beginning
    polite,     // read when the reader pauses
    assertive,  // read at once: something went wrong
};

struct TextOptions {
    TextSize size = TextSize::normal;
    Tone tone = Tone::neutral;
    bool is_strong = false;
};

enum class ButtonLook { primary, secondary, quiet, danger };
struct ButtonOptions {
    ButtonLook look = ButtonLook::secondary;
    Icon icon = Icon::none;
    Availability availability = Availability::enabled;
    // Busy: keeps its place and its focus, shows a spinner, and cannot be pressed.
    Activity activity = Activity::idle;
    // Presses itself when Enter is struck in a field of the same form. One per form, and in a form.
    bool is_submit = false;
    // As wide as the column it stands in, also on a wide screen.
    bool is_full_width = false;
    // The browser copies this text to the clipboard within the press, where that is allowed.
    std::string copies = {};
    // Read by a screen reader instead of the text, when the text alone says too little.
    std::string description = {};
};

struct LinkOptions {
    enum class Place { inline_text, block };
    Place place = Place::inline_text;
    Icon icon = Icon::none;
    bool opens_new_window = false;
};

struct FieldOptions {
    std::string help = {};
    std::string error = {};  // shown below in place of the help, and the field is marked invalid
    std::string placeholder = {};
    std::string autocomplete = "off";  // the tokens of HTML
    std::string name = {};             // of the input in its form; the key when empty
    std::string input_mode = {};       // "email", "numeric" …: which keys a phone shows
    Requirement requirement = Requirement::required;
    Availability availability = Availability::enabled;
};

struct ChoiceOption {
    std::string value;
    std::string label;
    std::string detail = {};  // a second, quiet line
    std::string badge = {};   // a short word at the end, such as "Standard"
    bool is_disabled = false;
};

struct SelectOptions {
    std::string help = {};
    enum class Look { field, compact };
    Look look = Look::field;  // compact: one line, its label is only heard
    Icon icon = Icon::none;   // in front of a compact one
    Availability availability = Availability::enabled;
};

struct SwitchOptions {
    std::string help = {};
    // What it will do, in numbers; follows the help.
    std::string consequence = {};
    Tone consequence_tone = Tone::muted;
    Activity activity = Activity::idle;  // busy: the consequence is being worked out
    Availability availability = Availability::enabled;
};

struct BannerOptions {
    Tone tone = Tone::info;
    std::string title = {};
    std::string action = {};       // label of a button in it
    std::string action_href = {};  // then the action is a link
    Announcement announcement = Announcement::none;
};

enum class StepState { done, current, ahead };
struct StepItem {
    std::string key;
    std::string label;
    std::string href = {};  // empty: it cannot be gone to
    StepState state = StepState::ahead;
};

enum class CheckState { untested, passed, doubtful, failed, running };
struct CheckWords {
    std::string state;        // what a screen reader hears for the mark: "ja", "nei", "ikke prøvd"
    std::string advice = {};  // what to do about it
};

struct ProgressOptions {
    double done = 0;
    double total = 0;         // 0: not known yet; the bar then shows that work goes on
    std::string detail = {};  // in place of "3 av 10"
    Tone tone = Tone::accent;
};

enum class Sorted { none, ascending, descending };
struct Column {
    std::string label;
    float weight = 1;
    bool is_end_aligned = false;  // numbers
    // Set: its title is a button that sorts by it.
    std::optional<Sorted> sorted = {};
};
struct TableOptions {
    std::vector<Column> columns;
    int row_count = 0;
};
struct RowOptions {
    int index = 0;          // in the whole table, from 0
    std::string href = {};  // the first cell becomes a link
};
struct CellOptions {
    Icon icon = Icon::none;
    Tone tone = Tone::neutral;
};
struct RowRange {
    int begin = 0;
    int end = 0;
    int first = 0;  // the first in sight
};

struct ComparedValue {
    std::string label;
    std::string left;
    std::string right;
};

struct ColumnsOptions {
    float gap = 24;
    float width_min = 240;  // of one column in CSS px; with less room they stand below each other
    // The shares of the width; as many as there are columns. Empty: equal shares.
    std::vector<float> weights = {};
};

enum class CardKind { plain, inset };
enum class MainWidth {
    narrow,  // the onboarding: one readable column
    wide,    // beside the side panel
};

}  // namespace busy24::ui
