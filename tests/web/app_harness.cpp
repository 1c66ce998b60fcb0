// How the fake browser performs effects.
#include "tests/web/app_harness.hpp"

template class busy24::test::PageHarness<busy24::app::Model, busy24::app::Event,
                                         busy24::app::Effect>;

namespace busy24::test {

void Browser::open(const std::string& address, const std::string& language_tag) {
    model = {};
    timers.clear();
    take_effects();
    path = address;
    std::vector<std::pair<std::string, std::string>> remembered(memory.begin(), memory.end());
    send(app::Started{address, now_ms, {language_tag}, std::move(remembered)});
    settle();
}

void Browser::go(const std::string& address) {
    path = address;
    send(app::Routed{address});
    settle();
}

void Browser::pass_time() {
    for (const auto& timer : std::exchange(timers, {})) {
        now_ms += 1000;
        send(app::TimeUp{timer, now_ms});
        settle();
    }
}

void Browser::catch_up() {
    while (!owed_.empty()) {
        for (const auto& request : std::exchange(owed_, {})) {
            send(api.answer(request, now_ms));
            settle();
        }
    }
}

std::string Browser::heading() {
    for (const auto& node : nodes())
        if (node.role == ui::Role::heading && node.level == 1) return node.name;
    return {};
}

void Browser::settle() {
    constexpr int rounds_max = 50;
    for (int round = 0; round < rounds_max; ++round) {
        const auto effects_now = take_effects();
        if (effects_now.empty()) return;
        for (const auto& effect : effects_now) perform(effect);
    }
    FAIL("the program and the browser keep each other busy at ", path);
}

void Browser::perform(const app::Effect& effect) {
    if (const auto* request = std::get_if<app::Send>(&effect)) {
        if (api.is_slow)
            owed_.push_back(*request);
        else
            send(api.answer(*request, now_ms));
    }
    if (const auto* to = std::get_if<app::Navigate>(&effect)) {
        path = to->path;
        send(app::Routed{to->path});
    }
    if (const auto* to = std::get_if<app::Focus>(&effect)) focus = to->key;
    if (const auto* item = std::get_if<app::Remember>(&effect)) memory[item->key] = item->value;
    if (const auto* set = std::get_if<app::SetTitle>(&effect)) title = set->title;
    if (const auto* set = std::get_if<app::SetLanguage>(&effect)) language = word_of(set->language);
    if (const auto* after = std::get_if<app::After>(&effect)) timers.push_back(after->timer);
    if (const auto* clear = std::get_if<app::ClearSecrets>(&effect))
        wiped.insert(wiped.end(), clear->field_keys.begin(), clear->field_keys.end());
}

}  // namespace busy24::test
