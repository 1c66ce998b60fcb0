// What is pressed, filled in or chosen: links, buttons, fields, switches, choices.
#include <algorithm>

#include "web/ui/ui.hpp"

namespace busy24::ui {

namespace {

Look look_of(ButtonLook look) {
    switch (look) {
        case ButtonLook::primary:
            return Look::primary;
        case ButtonLook::secondary:
            return Look::secondary;
        case ButtonLook::quiet:
            return Look::quiet;
        case ButtonLook::danger:
            return Look::danger;
    }
    return Look::secondary;
}

std::uint32_t flag_if(bool condition, Flag flag) { return condition ? flag : 0u; }

}  // namespace

void Ui::link(std::string_view key, std::string_view label, std::string_view href,
              const LinkOptions& options) {
    Node& node = add(Role::link, std::string(key), label);
    node.href = href;
    node.style.icon = options.icon;
    node.style.look =
        options.place == LinkOptions::Place::block ? Look::block_link : Look::inline_link;
    node.style.tone = Tone::accent;
    node.flags = flag_if(options.opens_new_window, flag_new_window);
}

bool Ui::button(std::string_view key, std::string_view label, const ButtonOptions& options) {
    const bool is_busy = options.activity == Activity::busy;
    const bool is_off = is_busy || options.availability == Availability::disabled;
    const auto press = take(node_id(key), Input::Kind::press);
    Node& node = add(Role::button, std::string(key), label);
    node.style.look = look_of(options.look);
    node.style.icon = options.icon;
    node.value = options.copies;
    node.description = options.description;
    node.flags = flag_if(is_off, flag_disabled) | flag_if(is_busy, flag_busy) |
                 flag_if(options.is_submit, flag_submit) |
                 flag_if(options.is_full_width, flag_full_width) |
                 flag_if(!options.copies.empty(), flag_copies);
    return press.has_value() && !is_off;
}

Scope Ui::form(std::string_view key, std::string_view label) {
    auto form = open(Role::form, std::string(key), Look::stack, label);
    if (closed_depth_ == 0) nodes_.back().style.gap = 20;
    return form;
}

void Ui::field_notes(std::string_view key, const FieldOptions& options) {
    const std::string name(key);
    if (!options.error.empty()) {
        Node& error = add_text(Role::alert, name + ".error", options.error,
                               {.size = TextSize::small, .tone = Tone::error});
        error.style.look = Look::note;
        error.style.icon = Icon::error;
    } else if (!options.help.empty()) {
        Node& help = add_text(Role::text, name + ".help", options.help,
                              {.size = TextSize::small, .tone = Tone::muted});
        help.style.look = Look::note;
    }
}

void Ui::write_value(Node& node, std::string_view value) {
    FieldState& state = fields_[node.id];
    const bool is_new = state.last_frame == 0;
    if (is_new || state.dom_value != value) {
        state.dom_value = value;
        ++state.revision;
    }
    state.last_frame = frame_;
    node.value = value;
    node.value_revision = state.revision;
}

std::optional<std::string> Ui::text_like(Role role, std::string_view key, std::string_view label,
                                         std::string_view value, const FieldOptions& options) {
    const std::string name(key);
    const NodeId id = node_id(name);
    const bool is_secret = role == Role::secret_field;
    const bool is_off = options.availability == Availability::disabled;
    auto typed = take(id, is_secret ? Input::Kind::fill : Input::Kind::type);
    if (is_off) typed.reset();
    if (typed && !is_secret && closed_depth_ == 0) fields_[id].dom_value = *typed;

    auto box = open(Role::group, name + ".field", Look::field);
    Node& caption = add_text(Role::label, name + ".label", label, {.is_strong = true});
    caption.target = id;
    if (options.requirement == Requirement::optional) caption.value = words.optional;
    const std::string reveal_key = name + ".reveal";
    const bool is_revealed = is_secret && is_opened(node_id(reveal_key));
    auto frame = open(Role::group, name + ".frame", Look::input_frame);
    Node& node = add(role, name, label);
    node.autocomplete = options.autocomplete;
    node.input_name = options.name.empty() ? name : options.name;
    node.input_mode = options.input_mode;
    node.placeholder = options.placeholder;
    node.flags = flag_if(is_off, flag_disabled) | flag_if(!options.error.empty(), flag_invalid) |
                 flag_if(options.requirement == Requirement::required, flag_required) |
                 flag_if(is_revealed, flag_revealed);
    if (!options.error.empty())
        node.described_by = {node_id(name + ".error")};
    else if (!options.help.empty())
        node.described_by = {node_id(name + ".help")};
    if (role == Role::search_field) {
        node.flags &= ~flag_required;
        node.style.icon = Icon::search;
    }
    if (is_secret) {
        Node& reveal =
            add(Role::button, reveal_key, is_revealed ? words.hide_password : words.show_password);
        reveal.style.look = Look::icon_only;
        reveal.style.icon = is_revealed ? Icon::eye_off : Icon::eye;
        reveal.target = id;
    } else if (closed_depth_ == 0) {
        write_value(node, typed ? std::string_view(*typed) : value);
    }
    frame.close();
    field_notes(key, options);
    return typed;
}

std::optional<std::string> Ui::text_field(std::string_view key, std::string_view label,
                                          std::string_view value, const FieldOptions& options) {
    return text_like(Role::text_field, key, label, value, options);
}

std::optional<std::string> Ui::search_field(std::string_view key, std::string_view label,
                                            std::string_view value, const FieldOptions& options) {
    return text_like(Role::search_field, key, label, value, options);
}

std::optional<std::string> Ui::text_area(std::string_view key, std::string_view label,
                                         std::string_view value, const FieldOptions& options) {
    return text_like(Role::text_area, key, label, value, options);
}

std::optional<bool> Ui::secret_field(std::string_view key, std::string_view label,
                                     const FieldOptions& options) {
    const auto filled = text_like(Role::secret_field, key, label, {}, options);
    if (!filled) return std::nullopt;
    return !filled->empty();
}

std::optional<bool> Ui::checkbox(std::string_view key, std::string_view label, bool is_checked,
                                 Availability availability) {
    const std::string name(key);
    const bool is_off = availability == Availability::disabled;
    const auto checked = take(node_id(name), Input::Kind::check);
    auto row = open(Role::group, name + ".row", Look::checkbox_row);
    add(Role::checkbox, name, label).flags =
        flag_if(is_checked, flag_checked) | flag_if(is_off, flag_disabled);
    Node& caption = add_text(Role::label, name + ".label", label, {});
    caption.target = node_id(name);
    caption.flags |= flag_pass_through;
    if (!checked || is_off) return std::nullopt;
    return !checked->empty();
}

std::optional<bool> Ui::toggle(std::string_view key, std::string_view title, bool is_on,
                               const SwitchOptions& options) {
    const std::string name(key);
    const bool is_off = options.availability == Availability::disabled;
    const auto checked = take(node_id(name), Input::Kind::check);
    auto row = open(Role::group, name + ".row", Look::switch_row);
    Node& node = add(Role::toggle, name, title);
    node.flags = flag_if(is_on, flag_checked) | flag_if(is_off, flag_disabled);
    if (!options.help.empty()) node.described_by.push_back(node_id(name + ".help"));
    if (!options.consequence.empty()) node.described_by.push_back(node_id(name + ".consequence"));
    Node& caption = add_text(Role::label, name + ".label", title, {.is_strong = true});
    caption.target = node_id(name);
    caption.flags |= flag_pass_through;
    if (!options.help.empty())
        add_text(Role::text, name + ".help", options.help, {.tone = Tone::muted}).flags |=
            flag_pass_through;
    if (!options.consequence.empty()) {
        Node& line = add_text(Role::text, name + ".consequence", options.consequence,
                              {.size = TextSize::small, .tone = options.consequence_tone});
        line.flags |= flag_pass_through | flag_if(options.activity == Activity::busy, flag_busy);
        line.style.look = Look::note;
    }
    if (!checked || is_off) return std::nullopt;
    return !checked->empty();
}

std::optional<std::string> Ui::choice(std::string_view key, std::string_view label,
                                      const std::vector<ChoiceOption>& options,
                                      std::string_view chosen, Look look) {
    const std::string name(key);
    const bool is_cards = look == Look::choices;
    std::optional<std::string> answer;
    auto group = open(Role::radio_group, name, look, label);
    for (const auto& option : options) {
        const std::string option_key = name + "." + option.value;
        const NodeId id = node_id(option_key);
        const auto checked = take(id, Input::Kind::check);
        if (checked && !checked->empty() && !option.is_disabled) answer = option.value;
        const bool is_chosen = option.value == chosen;
        auto card =
            open(Role::group, option_key + ".card", is_cards ? Look::choice_card : Look::segment);
        Node& radio = add(Role::radio, option_key, option.label);
        radio.input_name = name;
        radio.value = option.value;
        radio.style.look = is_cards ? Look::choice_card : Look::segment;
        radio.flags = flag_if(is_chosen, flag_checked) | flag_if(option.is_disabled, flag_disabled);
        if (!option.detail.empty()) radio.described_by.push_back(node_id(option_key + ".detail"));
        Node& caption = add_text(Role::label, option_key + ".label", option.label,
                                 {.is_strong = is_cards || is_chosen});
        caption.target = id;
        caption.flags |= flag_pass_through;
        if (!is_cards) caption.style.align = Align::centre;
        if (!option.detail.empty())
            add_text(Role::text, option_key + ".detail", option.detail,
                     {.size = TextSize::small, .tone = Tone::muted})
                .flags |= flag_pass_through;
        if (!option.badge.empty()) {
            badge(option_key + ".badge", option.badge, Tone::accent);
            if (closed_depth_ == 0) nodes_.back().flags |= flag_pass_through;
        }
    }
    return answer;
}

std::optional<std::string> Ui::radio_cards(std::string_view key, std::string_view label,
                                           const std::vector<ChoiceOption>& options,
                                           std::string_view chosen) {
    return choice(key, label, options, chosen, Look::choices);
}

std::optional<std::string> Ui::segments(std::string_view key, std::string_view label,
                                        const std::vector<ChoiceOption>& options,
                                        std::string_view chosen) {
    return choice(key, label, options, chosen, Look::segments);
}

std::optional<std::string> Ui::select(std::string_view key, std::string_view label,
                                      const std::vector<Option>& options, std::string_view chosen,
                                      const SelectOptions& select_options) {
    const std::string name(key);
    const bool is_compact = select_options.look == SelectOptions::Look::compact;
    const bool is_off = select_options.availability == Availability::disabled;
    auto picked = take(node_id(name), Input::Kind::choose);
    auto box = open(Role::group, name + ".field", is_compact ? Look::compact : Look::field);
    Node& caption = add_text(Role::label, name + ".label", label, {.is_strong = true});
    caption.target = node_id(name);
    if (is_compact) caption.flags |= flag_hidden_visually;
    Node& node = add(Role::select, name, label);
    node.input_name = name;
    node.options = options;
    node.value = picked ? std::string_view(*picked) : chosen;
    node.style.icon = select_options.icon;
    node.style.look = is_compact ? Look::compact : Look::none;
    // On a phone the mark alone has to do; a press opens the same list.
    if (is_compact && is_phone() && select_options.icon != Icon::none)
        node.style.look = Look::icon_only;
    node.flags = flag_if(is_off, flag_disabled);
    if (!select_options.help.empty()) node.described_by = {node_id(name + ".help")};
    if (!is_compact) field_notes(key, {.help = select_options.help});
    const bool is_known =
        picked && std::any_of(options.begin(), options.end(),
                              [&](const Option& o) { return o.value == *picked; });
    if (is_off || !is_known) return std::nullopt;
    return picked;
}

}  // namespace busy24::ui
