// Node: one thing on the page as a person or a screen reader meets it. The widget kit emits a tree
// of them; the browser mirrors the tree into the DOM, tests query it, the painter draws it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/describe.hpp"
#include "web/ui/icons.hpp"

namespace busy24::ui {

// A node's identity is the hash of its key, so it is the same in every frame and every language.
using NodeId = std::uint32_t;

// FNV-1a; never 0, which stands for "no node".
constexpr NodeId node_id(std::string_view key) {
    std::uint32_t hash = 2166136261u;
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash == 0 ? 1 : hash;
}

enum class Role : std::uint8_t {
    // Containers. The words are what a test snapshot shows; host.js has an element for each.
    page,
    header,
    footer,
    main,
    aside,
    navigation,
    form,
    group,  // layout only: says nothing to a screen reader
    section,
    list,
    list_item,
    radio_group,
    facts,  // a list of names and values
    table,
    table_head,
    table_body,
    row,
    link_cell,         // a cell that holds a link
    header_cell,       // a column's title that holds a button; `value` is its aria-sort
    polite_region,     // read when the reader pauses, with all that is in it
    assertive_region,  // read at once
    // Leaves.
    heading,
    text,
    strong_text,
    label,  // of the field whose id is `target`
    term,
    value,
    status,  // polite live region
    alert,   // assertive live region
    link,
    button,
    text_field,
    secret_field,
    search_field,
    text_area,
    checkbox,
    toggle,  // role switch
    radio,
    select,
    progress,
    column_header,
    row_header,
    cell,
    separator,
    picture,  // an icon that has a meaning of its own
    photo,    // an image file; `href` is its address
};
constexpr auto words(Role) {
    return std::array{word(Role::page, "page"),
                      word(Role::header, "header"),
                      word(Role::footer, "footer"),
                      word(Role::main, "main"),
                      word(Role::aside, "aside"),
                      word(Role::navigation, "navigation"),
                      word(Role::form, "form"),
                      word(Role::group, "group"),
                      word(Role::section, "section"),
                      word(Role::list, "list"),
                      word(Role::list_item, "list item"),
                      word(Role::radio_group, "radio group"),
                      word(Role::facts, "facts"),
                      word(Role::table, "table"),
                      word(Role::table_head, "table head"),
                      word(Role::table_body, "table body"),
                      word(Role::row, "row"),
                      word(Role::link_cell, "link cell"),
                      word(Role::header_cell, "header cell"),
                      word(Role::polite_region, "polite region"),
                      word(Role::assertive_region, "assertive region"),
                      word(Role::heading, "heading"),
                      word(Role::text, "text"),
                      word(Role::strong_text, "strong text"),
                      word(Role::label, "label"),
                      word(Role::term, "term"),
                      word(Role::value, "value"),
                      word(Role::status, "status"),
                      word(Role::alert, "alert"),
                      word(Role::link, "link"),
                      word(Role::button, "button"),
                      word(Role::text_field, "text field"),
                      word(Role::secret_field, "secret field"),
                      word(Role::search_field, "search field"),
                      word(Role::text_area, "text area"),
                      word(Role::checkbox, "checkbox"),
                      word(Role::toggle, "switch"),
                      word(Role::radio, "radio"),
                      word(Role::select, "select"),
                      word(Role::progress, "progress"),
                      word(Role::column_header, "column header"),
                      word(Role::row_header, "row header"),
                      word(Role::cell, "cell"),
                      word(Role::separator, "separator"),
                      word(Role::picture, "picture"),
                      word(Role::photo, "photo")};
}

constexpr bool is_container(Role role) { return role <= Role::assertive_region; }
// A person can focus it and act on it; it has a Dear ImGui item under it.
constexpr bool is_interactive(Role role) { return role >= Role::link && role <= Role::select; }
constexpr bool is_text_input(Role role) {
    return role >= Role::text_field && role <= Role::text_area;
}

// Bits, so that the browser host can compare all of them at once.
enum Flag : std::uint32_t {
    flag_checked = 1u << 0,
    flag_disabled = 1u << 1,  // cannot be acted on, but can be found and read
    flag_busy = 1u << 2,
    flag_invalid = 1u << 3,
    flag_required = 1u << 4,
    flag_submit = 1u << 5,  // Enter in a field of the same form presses it
    flag_expandable = 1u << 6,
    flag_expanded = 1u << 7,
    flag_current = 1u << 8,           // the page or step the person is at
    flag_revealed = 1u << 9,          // a secret field that shows its text
    flag_hidden_visually = 1u << 10,  // for screen readers only
    flag_download = 1u << 11,
    flag_own_text = 1u << 12,      // has letters that our font lacks: the DOM shows them itself
    flag_pass_through = 1u << 13,  // a click on it belongs to the control below it
    flag_copies = 1u << 14,        // a button whose press copies `value` to the clipboard
    flag_new_window = 1u << 15,
    flag_full_width = 1u << 16,
    flag_strong = 1u << 17,
    flag_fixed_rows = 1u << 18,  // a table of which only the rows in sight exist
    flag_cut = 1u << 19,         // the text goes on where its line ends
};

enum class Tone : std::uint8_t { neutral, muted, accent, info, success, warning, error };
enum class Align : std::uint8_t { start, centre, end };
enum class TextSize : std::uint8_t { small, normal, large, heading_3, heading_2, heading_1 };

// How a node looks; one class name in the plain HTML (the word), one branch in the painter.
enum class Look : std::uint8_t {
    none,
    // containers
    stack,
    flow,  // side by side, on to the next line when there is no room
    columns,
    card,
    inset,  // a quiet panel inside a card
    banner,
    shell,
    side_panel,
    top_bar,
    centred,  // the narrow reading column of the onboarding
    wide,     // the content column beside the side panel
    bottom,
    field,
    input_frame,
    switch_row,
    checkbox_row,
    choice_card,
    choices,
    segments,
    steps,
    step,
    nav_list,
    push,  // takes the free width of a flow
    space,
    progress_head,
    fact,
    title,  // the first line of a banner or an empty state
    note,   // the help or error below a field
    check,
    empty,
    comparison,
    drawer,
    // leaves
    primary,
    secondary,
    quiet,
    danger,
    segment,
    inline_link,
    block_link,
    nav_link,
    row_link,
    brand,
    column,   // the button in a column's title
    compact,  // a small select of the header and the footer
    icon_only,
    spinner,
    badge,
    skip,
};
constexpr auto words(Look) {
    return std::array{word(Look::none, ""),
                      word(Look::stack, "stack"),
                      word(Look::flow, "flow"),
                      word(Look::columns, "columns"),
                      word(Look::card, "card"),
                      word(Look::inset, "inset"),
                      word(Look::banner, "banner"),
                      word(Look::shell, "shell"),
                      word(Look::side_panel, "side-panel"),
                      word(Look::top_bar, "top-bar"),
                      word(Look::centred, "centred"),
                      word(Look::wide, "wide"),
                      word(Look::bottom, "bottom"),
                      word(Look::field, "field"),
                      word(Look::input_frame, "input-frame"),
                      word(Look::switch_row, "switch-row"),
                      word(Look::checkbox_row, "checkbox-row"),
                      word(Look::choice_card, "choice-card"),
                      word(Look::choices, "choices"),
                      word(Look::segments, "segments"),
                      word(Look::steps, "steps"),
                      word(Look::step, "step"),
                      word(Look::nav_list, "nav-list"),
                      word(Look::push, "push"),
                      word(Look::space, "space"),
                      word(Look::progress_head, "progress-head"),
                      word(Look::fact, "fact"),
                      word(Look::title, "title"),
                      word(Look::note, "note"),
                      word(Look::check, "check"),
                      word(Look::empty, "empty"),
                      word(Look::comparison, "comparison"),
                      word(Look::drawer, "drawer"),
                      word(Look::primary, "primary"),
                      word(Look::secondary, "secondary"),
                      word(Look::quiet, "quiet"),
                      word(Look::danger, "danger"),
                      word(Look::segment, "segment"),
                      word(Look::inline_link, "inline-link"),
                      word(Look::block_link, "block-link"),
                      word(Look::nav_link, "nav-link"),
                      word(Look::row_link, "row-link"),
                      word(Look::brand, "brand"),
                      word(Look::column, "column"),
                      word(Look::compact, "compact"),
                      word(Look::icon_only, "icon-only"),
                      word(Look::spinner, "spinner"),
                      word(Look::badge, "badge"),
                      word(Look::skip, "skip")};
}

// Device pixels, from the top left corner of the page.
struct Box {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool operator==(const Box&) const = default;
};

// One line of a text as it was broken, in bytes of the node's name.
struct TextLine {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    float width = 0;  // device pixels
    bool operator==(const TextLine&) const = default;
};

struct Option {
    std::string value;
    std::string label;
    bool operator==(const Option&) const = default;
};

// What only the layout and the painter need; no meaning in it.
struct Style {
    Look look = Look::none;
    Tone tone = Tone::neutral;
    TextSize size = TextSize::normal;
    Icon icon = Icon::none;
    float gap = 0;        // CSS px between children
    float width_min = 0;  // CSS px: below it columns stack
    float weight = 0;     // share of the free width in a flow or in columns; 0 = natural width
    float size_min = 0;   // CSS px: the height of a space
    Align align = Align::start;
    std::vector<float> shares;  // of the columns of a table or of columns
    bool operator==(const Style&) const = default;
};

struct Node {
    Role role = Role::text;
    NodeId id = 0;
    std::string key;
    int parent = -1;  // index in the list of nodes; parents stand before their children
    int depth = 0;
    int level = 0;  // of a heading, 1 to 3
    std::uint32_t flags = 0;
    // The text of a text, the label of a control, the accessible name of a container.
    std::string name;
    // The text in a field (never a secret's), the chosen option, the words of a progress bar.
    std::string value;
    std::string href;
    std::string autocomplete;
    std::string input_name;
    std::string input_mode;
    std::string placeholder;
    std::string description;  // heard instead of the name, when the name alone says too little
    NodeId target = 0;        // the field that a label is for
    NodeId labelled_by = 0;
    std::vector<NodeId> described_by;  // help and error texts of a control
    std::vector<Option> options;
    double progress_now = 0;
    double progress_max = 0;  // 0: how much there is to do is not known yet
    int row_index = -1;       // of a table row, in the whole table
    int row_count = -1;       // of a table
    // Grows when the program wants to write `value` over what stands in the browser's field.
    std::uint32_t value_revision = 0;
    Style style;
    // Filled in by the layout.
    Box box;
    std::vector<TextLine> lines;

    bool has(std::uint32_t flag) const { return (flags & flag) != 0; }
};

// What a person did, told by the browser's mirror elements or by a test.
struct Input {
    enum class Kind : std::uint8_t {
        press,   // a button; a submit button also by Enter
        type,    // `text` is the whole new text of a field
        fill,    // a secret field is now filled ("1") or empty (""); its text stays in the DOM
        check,   // a checkbox, switch or radio is now checked ("1") or not ("")
        choose,  // `text` is the value of the chosen option of a select
    };
    Kind kind = Kind::press;
    NodeId id = 0;
    std::string text;
};

}  // namespace busy24::ui
