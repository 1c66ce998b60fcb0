// The widget kit: what pages are made of. Views call these functions in reading order; each emits
// its semantics nodes, and returns what the person did to it since the last frame.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/ui/node.hpp"
#include "web/ui/options.hpp"
#include "web/ui/surroundings.hpp"

namespace busy24::ui {

class Ui;

// An open container: everything emitted while it lives stands inside. As a condition it tells
// whether its content is to be drawn at all (a closed disclosure's is not).
class [[nodiscard]] Scope {
public:
    Scope(Ui* ui, int levels, bool is_open) : ui_(ui), levels_(levels), is_open_(is_open) {}
    Scope(Scope&& other) noexcept
        : ui_(other.ui_), levels_(other.levels_), is_open_(other.is_open_) {
        other.release();
    }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    Scope& operator=(Scope&&) = delete;
    ~Scope();
    explicit operator bool() const { return is_open_; }
    // Closes it before its end of life.
    void close();
    // Somebody else closes its level.
    void release() { levels_ = 0, is_open_ = true; }

private:
    Ui* ui_;
    int levels_;
    bool is_open_;
};

// Keys: every widget takes one, unique on its page and the same in every frame and language. It
// makes the node's id, and is what Focus and secrets name. Inner nodes append a dot and a word
// ("password.error"). Texts are UTF-8, copied. All lengths are CSS px. Not thread-safe.
class Ui {
public:
    // ---- the frame ------------------------------------------------------------------------
    // `inputs` are delivered to the widgets of this frame; those that name no widget are dropped.
    void begin(const Surroundings& surroundings, std::vector<Input> inputs);
    void end();
    const std::vector<Node>& nodes() const { return nodes_; }
    // For the layout, which fills in the boxes.
    std::vector<Node>& nodes() { return nodes_; }
    const Surroundings& surroundings() const { return surroundings_; }
    // Where the tables of the last frame began and how high their rows were, for the rows in sight;
    // told by the layout.
    void set_table_place(NodeId body, float css_top, float css_row_height) {
        table_places_[body] = {css_top, css_row_height};
    }
    // Where a row of a table with fixed rows begins, in CSS px; as of the last layout.
    float row_top(std::string_view key, int row) const;
    // Narrower than two columns need: the side panel is a bar, tables are cards.
    bool is_phone() const { return surroundings_.width < 720; }
    // State of the kit's own (an opened disclosure) changed: the view is to be run once more.
    bool wants_another_frame() const { return wants_another_frame_; }
    Words words;

    // ---- places ---------------------------------------------------------------------------
    // The first thing on a page: seen only with the keyboard, leads past header and menu to the
    // main place, whose key has to be "main".
    void skip_link(std::string_view label);
    // Top line of the onboarding and of the log-in page: brand at the start, the rest at the end.
    Scope header(std::string_view key);
    void brand(std::string_view key, std::string_view label, std::string_view href);
    // Around side_panel and main.
    Scope shell(std::string_view key);
    // Left panel with navigation; on a phone a top bar whose menu button opens it.
    Scope side_panel(std::string_view key, std::string_view label);
    // Inside side_panel. Closes the phone's menu when the page changes.
    Scope navigation(std::string_view key, std::string_view label);
    void nav_link(std::string_view key, Icon icon, std::string_view label, std::string_view href,
                  bool is_current);
    Scope main(std::string_view key, MainWidth width = MainWidth::narrow);
    Scope footer(std::string_view key);

    // ---- layout ---------------------------------------------------------------------------
    Scope stack(std::string_view key, float gap = 16);
    // Side by side at their natural widths, wrapping; for buttons, badges, words and a link.
    Scope flow(std::string_view key, float gap = 12);
    Scope columns(std::string_view key, const ColumnsOptions& options = {});
    // A titled part of a page: pass the key of its heading as `labelled_by`.
    Scope card(std::string_view key, std::string_view labelled_by = {},
               CardKind kind = CardKind::plain);
    void space(float height);
    void separator(std::string_view key);
    // Takes the free width of a flow, so that what follows stands at its end.
    void push_to_end(std::string_view key);

    // ---- text -----------------------------------------------------------------------------
    void heading(std::string_view key, Level level, std::string_view text);
    void paragraph(std::string_view key, std::string_view text, const TextOptions& options = {});
    Scope facts(std::string_view key, std::string_view label = {});
    void fact(std::string_view key, std::string_view label, std::string_view value,
              Tone tone = Tone::neutral);
    Scope list(std::string_view key, std::string_view label = {});
    Scope list_item(std::string_view key);
    // An image of ours, 16 to 10, and what it shows. The browser draws it.
    void photo(std::string_view key, std::string_view label, std::string_view href);
    void badge(std::string_view key, std::string_view text, Tone tone = Tone::neutral);
    // Live regions: call them in every frame, with an empty text while there is nothing to say.
    void status(std::string_view key, std::string_view text);
    void alert(std::string_view key, std::string_view text);
    // True in the frame in which its action was pressed.
    bool banner(std::string_view key, std::string_view text, const BannerOptions& options = {});
    void empty_state(std::string_view key, Icon icon, std::string_view title,
                     std::string_view text);
    void spinner(std::string_view key, std::string_view label);
    void progress(std::string_view key, std::string_view label, const ProgressOptions& options);
    void steps(std::string_view key, std::string_view label, const std::vector<StepItem>& items);
    // Inside list(): a mark, what was checked, and what to do about it.
    void check_row(std::string_view key, CheckState state, std::string_view label,
                   const CheckWords& words);
    // A button that shows and hides its content. Use: if (auto more = ui.disclosure(…)) { … }
    Scope disclosure(std::string_view key, std::string_view label);

    // ---- links and buttons ----------------------------------------------------------------
    // A real <a href>; following one to a page of ours arrives as a change of the route.
    void link(std::string_view key, std::string_view label, std::string_view href,
              const LinkOptions& options = {});
    bool button(std::string_view key, std::string_view label, const ButtonOptions& options = {});

    // ---- fields ---------------------------------------------------------------------------
    // A real <form>. The press of its submit button is the only sign of being submitted.
    Scope form(std::string_view key, std::string_view label = {});
    // Each returns the new value in the frame in which the person changed it.
    std::optional<std::string> text_field(std::string_view key, std::string_view label,
                                          std::string_view value, const FieldOptions& options = {});
    std::optional<std::string> search_field(std::string_view key, std::string_view label,
                                            std::string_view value,
                                            const FieldOptions& options = {});
    // For a text of several lines.
    std::optional<std::string> text_area(std::string_view key, std::string_view label,
                                         std::string_view value, const FieldOptions& options = {});
    // The text stays in the browser: tells only whether it is now filled. With a button that shows
    // and hides it.
    std::optional<bool> secret_field(std::string_view key, std::string_view label,
                                     const FieldOptions& options = {});
    std::optional<bool> checkbox(std::string_view key, std::string_view label, bool is_checked,
                                 Availability availability = Availability::enabled);
    std::optional<bool> toggle(std::string_view key, std::string_view title, bool is_on,
                               const SwitchOptions& options = {});
    // One of few, each with room to explain itself. Returns the value chosen.
    std::optional<std::string> radio_cards(std::string_view key, std::string_view label,
                                           const std::vector<ChoiceOption>& options,
                                           std::string_view chosen);
    // One of few short words, side by side. Returns the value chosen.
    std::optional<std::string> segments(std::string_view key, std::string_view label,
                                        const std::vector<ChoiceOption>& options,
                                        std::string_view chosen);
    std::optional<std::string> select(std::string_view key, std::string_view label,
                                      const std::vector<Option>& options, std::string_view chosen,
                                      const SelectOptions& select_options = {});

    // ---- tables ---------------------------------------------------------------------------
    // A table on a wide screen, cards on a phone. Emit the rows of visible_rows() only.
    Scope table(std::string_view key, std::string_view label, const TableOptions& options);
    RowRange visible_rows(std::string_view key, int row_count) const;
    // The column whose title was pressed since the last frame, to be asked after table().
    std::optional<int> pressed_column() const { return table_.pressed; }
    Scope row(std::string_view key, const RowOptions& options = {});
    void cell(std::string_view text, const CellOptions& options = {});
    // Two records side by side, value by value; what differs stands out.
    void comparison(std::string_view key, std::string_view label, std::string_view left_title,
                    std::string_view right_title, std::span<const ComparedValue> values);

private:
    friend class Scope;
    // The node is valid until the next one is added.
    Node& add(Role role, std::string key, std::string_view name = {});
    Scope open(Role role, std::string key, Look look, std::string_view name = {});
    // Of a container that is closed: what is emitted in it is dropped.
    Scope closed();
    void close(int levels, bool was_open);
    Node& add_text(Role role, std::string key, std::string_view text, const TextOptions& options);
    std::optional<std::string> take(NodeId id, Input::Kind kind);
    // Flips the kit's own open or closed state on a press of the button `id`.
    bool is_opened(NodeId id);
    void field_notes(std::string_view key, const FieldOptions& options);
    std::optional<std::string> text_like(Role role, std::string_view key, std::string_view label,
                                         std::string_view value, const FieldOptions& options);
    void write_value(Node& node, std::string_view value);
    std::optional<std::string> choice(std::string_view key, std::string_view label,
                                      const std::vector<ChoiceOption>& options,
                                      std::string_view chosen, Look look);
    void step(const StepItem& item, int number);
    void column_title(const std::string& key, int number, const Column& column);

    Surroundings surroundings_;
    std::vector<Input> inputs_;
    std::vector<Node> nodes_;
    std::vector<int> open_;  // indices of the open containers
    Node dropped_;           // stands in for what a closed container is told to show
    int closed_depth_ = 0;   // closed containers that are open at the moment
    int spaces_ = 0;
    bool wants_another_frame_ = false;
    // What the DOM's field holds as far as we know: to tell the program's writing from typing.
    struct FieldState {
        std::string dom_value;
        std::uint32_t revision = 0;
        int last_frame = 0;
    };
    std::unordered_map<NodeId, FieldState> fields_;
    std::unordered_map<NodeId, bool> opened_;
    struct TablePlace {
        float top = 0;
        float row_height = 0;
    };
    std::unordered_map<NodeId, TablePlace> table_places_;
    TablePlace place_of_table(std::string_view key) const;
    std::string current_nav_key_;
    bool is_in_side_panel_ = false;
    bool is_menu_closed_ = false;  // the phone's, so that the rest of the side panel is hidden too
    int frame_ = 0;
    // Of the table that is open.
    struct TableState {
        std::vector<Column> columns;
        int cells = 0;
        std::string row_key;
        std::string row_href;
        std::optional<int> pressed;
    };
    TableState table_;
};

}  // namespace busy24::ui
