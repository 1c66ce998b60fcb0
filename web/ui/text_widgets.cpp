// Words on the page: headings, paragraphs, facts, lists, live regions, banners, progress, steps.
#include <cmath>

#include "web/ui/ui.hpp"

namespace busy24::ui {

namespace {

// "12 345" the way the page's language groups digits.
std::string grouped(double number, const std::string& separator) {
    std::string digits = std::to_string(static_cast<long long>(std::llround(number)));
    for (std::size_t end = digits.size(); end > 3 && digits[end - 4] != '-'; end -= 3)
        digits.insert(end - 3, separator);
    return digits;
}

Icon icon_of(Tone tone) {
    switch (tone) {
        case Tone::success:
            return Icon::success;
        case Tone::warning:
            return Icon::warning;
        case Tone::error:
            return Icon::error;
        default:
            return Icon::info;
    }
}

struct CheckMark {
    Icon icon;
    Tone tone;
};

CheckMark mark_of(CheckState state) {
    switch (state) {
        case CheckState::untested:
            return {Icon::dash, Tone::muted};
        case CheckState::passed:
            return {Icon::check, Tone::success};
        case CheckState::doubtful:
            return {Icon::warning, Tone::warning};
        case CheckState::failed:
            return {Icon::cross, Tone::error};
        case CheckState::running:
            return {Icon::dots, Tone::accent};
    }
    return {Icon::dash, Tone::muted};
}

}  // namespace

Node& Ui::add_text(Role role, std::string key, std::string_view text, const TextOptions& options) {
    Node& node = add(role, std::move(key), text);
    node.style.size = options.size;
    node.style.tone = options.tone;
    if (options.is_strong) node.flags |= flag_strong;
    return node;
}

void Ui::heading(std::string_view key, Level level, std::string_view text) {
    constexpr TextSize sizes[] = {TextSize::heading_1, TextSize::heading_2, TextSize::heading_3};
    const int number = static_cast<int>(level);
    Node& node = add_text(Role::heading, std::string(key), text,
                          {.size = sizes[number - 1], .is_strong = true});
    node.level = number;
}

void Ui::paragraph(std::string_view key, std::string_view text, const TextOptions& options) {
    add_text(Role::text, std::string(key), text, options);
}

Scope Ui::facts(std::string_view key, std::string_view label) {
    return open(Role::facts, std::string(key), Look::stack, label);
}

void Ui::fact(std::string_view key, std::string_view label, std::string_view value, Tone tone) {
    auto pair = open(Role::group, std::string(key), Look::fact);
    add_text(Role::term, std::string(key) + ".term", label, {.tone = Tone::muted});
    add_text(Role::value, std::string(key) + ".value", value, {.tone = tone});
}

Scope Ui::list(std::string_view key, std::string_view label) {
    auto list = open(Role::list, std::string(key), Look::stack, label);
    if (closed_depth_ == 0) nodes_.back().style.gap = 12;
    return list;
}

Scope Ui::list_item(std::string_view key) {
    return open(Role::list_item, std::string(key), Look::stack);
}

void Ui::photo(std::string_view key, std::string_view label, std::string_view href) {
    add(Role::photo, std::string(key), label).href = href;
}

void Ui::badge(std::string_view key, std::string_view text, Tone tone) {
    Node& node = add_text(Role::text, std::string(key), text,
                          {.size = TextSize::small, .tone = tone, .is_strong = true});
    node.style.look = Look::badge;
}

void Ui::status(std::string_view key, std::string_view text) {
    add_text(Role::status, std::string(key), text, {.tone = Tone::muted});
}

void Ui::alert(std::string_view key, std::string_view text) {
    Node& node = add_text(Role::alert, std::string(key), text, {.tone = Tone::error});
    node.style.look = Look::banner;
    node.style.icon = Icon::error;
}

bool Ui::banner(std::string_view key, std::string_view text, const BannerOptions& options) {
    const std::string name(key);
    constexpr Role roles[] = {Role::group, Role::polite_region, Role::assertive_region};
    auto box = open(roles[static_cast<int>(options.announcement)], name, Look::banner);
    if (closed_depth_ == 0) {
        nodes_.back().style.tone = options.tone;
        nodes_.back().style.icon = icon_of(options.tone);
    }
    if (!options.title.empty())
        add_text(Role::strong_text, name + ".title", options.title, {.is_strong = true});
    if (!text.empty()) add_text(Role::text, name + ".text", text, {});
    if (options.action.empty()) return false;
    if (options.action_href.empty())
        return button(name + ".action", options.action, {.look = ButtonLook::secondary});
    link(name + ".action", options.action, options.action_href);
    return false;
}

void Ui::empty_state(std::string_view key, Icon icon, std::string_view title,
                     std::string_view text) {
    const std::string name(key);
    auto box = open(Role::group, name, Look::empty);
    if (closed_depth_ == 0) nodes_.back().style.icon = icon;
    add_text(Role::strong_text, name + ".title", title, {.is_strong = true}).style.align =
        Align::centre;
    if (!text.empty())
        add_text(Role::text, name + ".text", text, {.tone = Tone::muted}).style.align =
            Align::centre;
}

void Ui::spinner(std::string_view key, std::string_view label) {
    Node& node = add_text(Role::status, std::string(key), label, {.tone = Tone::muted});
    node.style.look = Look::spinner;
    node.flags |= flag_busy;
}

void Ui::progress(std::string_view key, std::string_view label, const ProgressOptions& options) {
    const std::string name(key);
    std::string detail = options.detail;
    if (detail.empty() && options.total > 0)
        detail = grouped(options.done, words.group_separator) + " " + words.of + " " +
                 grouped(options.total, words.group_separator);
    auto box = open(Role::group, name + ".box", Look::stack);
    if (closed_depth_ == 0) nodes_.back().style.gap = 8;
    {
        auto head = open(Role::group, name + ".head", Look::progress_head);
        add_text(Role::text, name + ".label", label, {});
        if (!detail.empty())
            add_text(Role::text, name + ".detail", detail, {.tone = Tone::muted}).style.align =
                Align::end;
    }
    Node& bar = add(Role::progress, name, label);
    bar.value = detail;
    bar.progress_now = options.done;
    bar.progress_max = options.total;
    bar.style.tone = options.tone;
    if (options.total <= 0) bar.flags |= flag_busy;
}

void Ui::steps(std::string_view key, std::string_view label, const std::vector<StepItem>& items) {
    auto navigation = open(Role::navigation, std::string(key), Look::steps, label);
    auto list = open(Role::list, std::string(key) + ".list", Look::steps);
    int number = 0;
    for (const auto& item : items) step(item, ++number);
}

void Ui::step(const StepItem& item, int number) {
    auto box = open(Role::list_item, item.key + ".step", Look::step);
    const bool is_current = item.state == StepState::current;
    if (closed_depth_ == 0) {
        Node& node = nodes_.back();
        node.value = std::to_string(number);
        node.style.tone = item.state == StepState::ahead ? Tone::muted : Tone::accent;
        if (item.state == StepState::done) node.style.icon = Icon::check;
        if (is_current) node.flags |= flag_current;
    }
    Node& node = add_text(item.href.empty() ? Role::text : Role::link, item.key, item.label,
                          {.size = TextSize::small,
                           .tone = is_current ? Tone::neutral : Tone::muted,
                           .is_strong = is_current});
    node.href = item.href;
    node.style.look = Look::step;
    node.style.align = Align::centre;
    if (is_current) node.flags |= flag_current;
    if (item.state == StepState::done)
        add(Role::text, item.key + ".done", words.done).flags |= flag_hidden_visually;
}

void Ui::check_row(std::string_view key, CheckState state, std::string_view label,
                   const CheckWords& check_words) {
    const std::string name(key);
    const CheckMark mark = mark_of(state);
    auto item = open(Role::list_item, name, Look::check);
    Node& picture = add(Role::picture, name + ".state", check_words.state);
    picture.style.icon = mark.icon;
    picture.style.tone = mark.tone;
    add_text(Role::strong_text, name + ".label", label, {});
    if (!check_words.advice.empty())
        add_text(Role::text, name + ".advice", check_words.advice, {.tone = Tone::muted});
}

Scope Ui::disclosure(std::string_view key, std::string_view label) {
    const bool is_open = is_opened(node_id(key));
    Node& button = add(Role::button, std::string(key), label);
    button.style.look = Look::quiet;
    button.style.icon = is_open ? Icon::chevron_down : Icon::chevron_right;
    button.flags = flag_expandable | (is_open ? flag_expanded : 0u);
    if (!is_open) return closed();
    return stack(std::string(key) + ".content");
}

}  // namespace busy24::ui
