// The three-way merge and what follows a write, in every state that a member can be in.
#include "proxy/sync/merge.hpp"

#include <doctest/doctest.h>

#include "tests/fakes/seeded_random.hpp"

namespace busy24::sync {

namespace {

using store::Policy;

struct Content {
    int a = 0;
    int b = 0;
    static constexpr auto fields() {
        return std::tuple{field("a", &Content::a), field("b", &Content::b)};
    }
    bool operator==(const Content&) const = default;
};

// One member in one of its states: four values are enough for all to differ, and one to spare.
struct State {
    int base = 0;
    int erp = 0;
    int busy = 0;
    Policy policy = Policy::erp;
    MemberRule rule = MemberRule::both_ways;
    std::optional<Policy> choice;
};
constexpr int values = 4;
constexpr Policy policies[] = {Policy::erp, Policy::busy, Policy::ask};
constexpr MemberRule rules[] = {MemberRule::erp_only, MemberRule::both_ways, MemberRule::by_hand};

template <class Visit>
void for_each_state(const Visit& visit) {
    for (int base = 0; base < values; ++base)
        for (int erp = 0; erp < values; ++erp)
            for (int busy = 0; busy < values; ++busy)
                for (const auto policy : policies)
                    for (const auto rule : rules) {
                        visit(State{base, erp, busy, policy, rule, {}});
                        for (const auto choice : policies)
                            visit(State{base, erp, busy, policy, rule, choice});
                    }
}

// The other member agrees on both sides.
Merge<Content> merged(const State& state) {
    Choices choices;
    if (state.choice) choices["a"] = *state.choice;
    return merge(Content{.a = state.base, .b = 7}, Content{.a = state.erp, .b = 7},
                 Content{.a = state.busy, .b = 7}, state.policy, choices,
                 [&](std::string_view) { return state.rule; });
}

void describe(const State& state) {
    MESSAGE("base ", state.base, ", erp ", state.erp, ", busy ", state.busy, ", policy ",
            word_of(state.policy), ", rule ", static_cast<int>(state.rule), ", choice ",
            state.choice ? word_of(*state.choice) : "none");
}

// So many states that only those that fail are worth a line.
template <class Holds>
void check_in_every_state(const Holds& holds) {
    int failed = 0;
    for_each_state([&](const State& state) {
        if (holds(state, merged(state))) return;
        if (++failed == 1) describe(state);
    });
    CHECK(failed == 0);
}

bool is_settled(const Merge<Content>& merge) {
    return merge.events.empty() && merge.conflicts.empty() && merge.for_busy == merge.for_erp;
}

}  // namespace

TEST_CASE("a merge says what each side shall hold, by what was changed and whose it is") {
    using enum MemberRule;
    struct Case {
        int base, erp, busy;
        Policy policy;
        MemberRule rule;
        int for_busy, for_erp, agreed;
        std::string rule_applied;
    };
    const std::vector<Case> cases{
        {1, 1, 1, Policy::erp, both_ways, 1, 1, 1, ""},
        {1, 2, 2, Policy::ask, both_ways, 2, 2, 2, ""},  // the same change on both sides
        {1, 2, 1, Policy::busy, both_ways, 2, 2, 2, "erp_changed"},
        {1, 1, 2, Policy::erp, both_ways, 2, 2, 1, "busy_changed"},
        {1, 2, 3, Policy::erp, both_ways, 2, 2, 2, "erp_won"},
        {1, 2, 3, Policy::busy, both_ways, 3, 3, 1, "busy_won"},
        {1, 2, 3, Policy::ask, both_ways, 3, 2, 1, ""},
        {1, 1, 2, Policy::busy, erp_only, 1, 1, 1, "erp_is_master"},
        {1, 2, 3, Policy::busy, erp_only, 2, 2, 2, "erp_is_master"},
        {1, 2, 1, Policy::busy, erp_only, 2, 2, 2, "erp_changed"},
        {1, 2, 1, Policy::busy, by_hand, 2, 2, 2, "erp_changed"},
        {1, 1, 2, Policy::busy, by_hand, 2, 1, 1, ""},  // waits for a person over there
        {1, 2, 3, Policy::busy, by_hand, 2, 2, 2, "erp_changed"},
    };
    for (const auto& c : cases) {
        CAPTURE(c.rule_applied);
        CAPTURE(c.base);
        CAPTURE(c.erp);
        CAPTURE(c.busy);
        const auto out = merged({c.base, c.erp, c.busy, c.policy, c.rule, {}});
        CHECK(out.for_busy.a == c.for_busy);
        CHECK(out.for_erp.a == c.for_erp);
        CHECK(out.base.a == c.agreed);
        CHECK(out.events.size() == (c.rule_applied.empty() ? 0 : 1));
        if (!out.events.empty()) CHECK(out.events[0].rule == c.rule_applied);
    }
}

TEST_CASE("sides that agree are let be, whatever was agreed on before") {
    check_in_every_state([](const State& s, const Merge<Content>& out) {
        return s.erp != s.busy ||
               (is_settled(out) && out.base.a == s.erp && out.for_erp.a == s.erp);
    });
}

TEST_CASE("what only one side may change is changed on no other") {
    check_in_every_state([](const State& s, const Merge<Content>& out) {
        return s.rule == MemberRule::both_ways || (out.for_erp.a == s.erp && out.conflicts.empty());
    });
}

TEST_CASE("a merge writes what one of the sides holds, and nothing else") {
    check_in_every_state([](const State& s, const Merge<Content>& out) {
        const auto is_held = [&](int value) { return value == s.erp || value == s.busy; };
        return is_held(out.for_busy.a) && is_held(out.for_erp.a) && out.for_busy.b == 7 &&
               out.for_erp.b == 7 && out.base.b == 7;
    });
}

TEST_CASE("a change that only one side has made is never lost") {
    check_in_every_state([](const State& s, const Merge<Content>& out) {
        if (s.busy == s.base && s.erp != s.base) return out.for_busy.a == s.erp;
        const bool is_only_here = s.erp == s.base && s.busy != s.base;
        if (!is_only_here || s.rule == MemberRule::erp_only) return true;
        return out.for_busy.a == s.busy;
    });
}

TEST_CASE(
    "of two changes the policy or the person's choice decides, or both stand until one does") {
    check_in_every_state([](const State& s, const Merge<Content>& out) {
        const bool is_both = s.erp != s.base && s.busy != s.base && s.erp != s.busy;
        if (!is_both || s.rule != MemberRule::both_ways) return out.conflicts.empty();
        const auto winner = s.choice.value_or(s.policy);
        if (winner != Policy::ask) {
            const int won = winner == Policy::erp ? s.erp : s.busy;
            return out.for_busy.a == won && out.for_erp.a == won && out.conflicts.empty();
        }
        const OpenConflict conflict{"a", std::to_string(s.erp), std::to_string(s.busy)};
        return out.for_busy.a == s.busy && out.for_erp.a == s.erp && out.base.a == s.base &&
               out.conflicts == std::vector{conflict} && out.events.empty();
    });
}

TEST_CASE("whatever a merge overwrites is kept in the history") {
    check_in_every_state([](const State& s, const Merge<Content>& out) {
        const auto is_noted = [&](int before, int after) {
            return std::any_of(out.events.begin(), out.events.end(), [&](const MergeEvent& event) {
                return event.member == "a" && event.before == std::to_string(before) &&
                       event.after == std::to_string(after);
            });
        };
        return (out.for_busy.a == s.busy || is_noted(s.busy, out.for_busy.a)) &&
               (out.for_erp.a == s.erp || is_noted(s.erp, out.for_erp.a));
    });
}

TEST_CASE("a second merge of what the first has left finds nothing to do") {
    check_in_every_state([](const State& s, const Merge<Content>& out) {
        if (!out.conflicts.empty()) return true;
        // The workspace is written at once, and 24SevenOffice when the outbox is sent.
        const auto agreed =
            settled(out.base, Content{.a = s.erp, .b = 7}, out.for_erp, out.for_erp, out.for_busy);
        const auto again =
            merged({agreed.a, out.for_erp.a, out.for_busy.a, s.policy, s.rule, s.choice});
        const bool waits_for_hand = s.rule == MemberRule::by_hand && s.busy != s.base &&
                                    s.erp == s.base && again.events.empty();
        return waits_for_hand || is_settled(again);
    });
}

TEST_CASE("before what was decided is sent, the same is decided once more") {
    check_in_every_state([](const State& s, const Merge<Content>& out) {
        const auto again = merged({out.base.a, s.erp, out.for_busy.a, s.policy, s.rule, s.choice});
        return again.for_busy == out.for_busy && again.for_erp == out.for_erp &&
               again.base == out.base;
    });
}

TEST_CASE("members are merged each by itself") {
    SeededRandom random(11);
    const auto any = [&] { return static_cast<int>(random_up_to(random, values - 1)); };
    for (int i = 0; i < 2'000; ++i) {
        const Content base{any(), any()}, erp{any(), any()}, busy{any(), any()};
        const auto policy = policies[random_up_to(random, 2)];
        const auto rule_of_a = rules[random_up_to(random, 2)];
        const auto rule_of_b = rules[random_up_to(random, 2)];
        const auto both = merge(base, erp, busy, policy, {}, [&](std::string_view name) {
            return name == "a" ? rule_of_a : rule_of_b;
        });
        const auto a = merged({base.a, erp.a, busy.a, policy, rule_of_a, {}});
        const auto b = merged({base.b, erp.b, busy.b, policy, rule_of_b, {}});
        REQUIRE(both.for_busy == Content{a.for_busy.a, b.for_busy.a});
        REQUIRE(both.for_erp == Content{a.for_erp.a, b.for_erp.a});
        REQUIRE(both.base == Content{a.base.a, b.base.a});
        REQUIRE(both.events.size() == a.events.size() + b.events.size());
        REQUIRE(both.conflicts.size() == a.conflicts.size() + b.conflicts.size());
    }
}

TEST_CASE(
    "what was sent and is there is agreed on, the rest only where the workspace says it too") {
    for (int i = 0; i < values * values * values * values * values; ++i) {
        int rest = i;
        const auto next = [&] { return std::exchange(rest, rest / values) % values; };
        const int base = next(), before = next(), sent = next(), there = next(), now = next();
        CAPTURE(i);
        const auto out = settled(Content{base, base}, Content{before, sent}, Content{sent, sent},
                                 Content{there, sent}, Content{now, now});
        // Somebody else has changed it there since: the next merge is to see that.
        if (there != sent)
            CHECK(out.a == base);
        else
            CHECK(out.a == (sent != before || sent == now ? sent : base));
        CHECK(out.b == (sent == now ? sent : base));  // not sent
        // A try whose answer was lost may have been carried out, and what is there be newer.
        const auto later = settled(Content{base, base}, Content{before, sent}, Content{sent, sent},
                                   Content{there, sent}, Content{now, now}, sync::Earlier::perhaps);
        const bool is_newer = there != sent && there != before && sent != before;
        CHECK(later.a == (is_newer ? sent : out.a));
        CHECK(later.b == out.b);
    }
}

TEST_CASE("an edit that is made while a change is on its way is sent after it") {
    for_each_state([](const State& s) {
        const auto out = merged(s);
        if (out.for_erp.a == s.erp) return;
        for (int edited = 0; edited < values; ++edited) {
            const auto agreed = settled(out.base, Content{.a = s.erp, .b = 7}, out.for_erp,
                                        out.for_erp, Content{.a = edited, .b = 7});
            const auto next = merged({agreed.a, out.for_erp.a, edited, s.policy, s.rule, {}});
            CHECK(next.for_busy.a == edited);
            CHECK(next.for_erp.a == edited);
        }
    });
}

TEST_CASE(
    "a change is put onto what the other side holds, unless somebody has changed that since") {
    for (int i = 0; i < values * values * values; ++i) {
        const int onto = i % values, before = i / values % values, after = i / (values * values);
        CAPTURE(i);
        const auto out =
            with_changes(Content{onto, onto}, Content{before, before}, Content{after, before});
        CHECK(out.a == (onto == before ? after : onto));
        CHECK(out.b == onto);
    }
}

}  // namespace busy24::sync
