// Three versions of one record become what each side shall hold. Pure: member by member, against
// the version that both agreed on last (product.md 4, rule 3).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "proxy/store/mirror_states.hpp"
#include "shared/json.hpp"

namespace busy24::sync {

// Who may change a member.
enum class MemberRule {
    erp_only,   // 24SevenOffice is the master: whatever the workspace says is put right
    both_ways,  // whoever changed it; when both did, the policy
    by_hand,    // 24SevenOffice tells it, but only a person can change it there
};

// What was decided about a member, for the record's history.
struct MergeEvent {
    std::string rule;    // "erp_changed", "busy_changed", "erp_is_master", "erp_won", "busy_won"
    std::string member;  // its name in the content
    std::string before;  // as JSON; of the side that is written, so nothing that lost is forgotten
    std::string after;
    bool operator==(const MergeEvent&) const = default;
};

struct OpenConflict {
    std::string member;
    std::string erp_value;  // as JSON
    std::string busy_value;
    bool operator==(const OpenConflict&) const = default;
};

// A person's choice about a member: the side whose value stands.
using Choices = std::map<std::string, store::Policy, std::less<>>;

template <class C>
struct Merge {
    C for_busy;
    C for_erp;
    C base;  // what both sides agree on as soon as the workspace is written
    std::vector<MergeEvent> events;
    std::vector<OpenConflict> conflicts;
};

// `rule_of(member name)` says who may change it.
template <class C, class RuleOf>
Merge<C> merge(const C& base, const C& erp, const C& busy, store::Policy policy,
               const Choices& choices, RuleOf&& rule_of) {
    using store::Policy;
    Merge<C> out{.for_busy = busy, .for_erp = erp, .base = base, .events = {}, .conflicts = {}};
    for_each_field<C>([&](const auto& f) {
        const auto& was = base.*f.member;
        const auto& there = erp.*f.member;
        const auto& here = busy.*f.member;
        const std::string name(f.name);
        const auto take_erp = [&](std::string_view rule) {
            out.for_busy.*f.member = there;
            out.base.*f.member = there;
            out.events.push_back(
                {std::string(rule), name, to_json_text(here), to_json_text(there)});
        };
        const auto take_busy = [&](std::string_view rule) {
            out.for_erp.*f.member = here;
            out.events.push_back(
                {std::string(rule), name, to_json_text(there), to_json_text(here)});
        };
        if (there == here) {
            out.base.*f.member = there;
            return;
        }
        // The sides differ, so at least one has left the base.
        const bool is_erp_changed = !(there == was);
        const bool is_busy_changed = !(here == was);
        const MemberRule rule = rule_of(f.name);
        if (!is_busy_changed) return take_erp("erp_changed");
        if (rule == MemberRule::erp_only) return take_erp("erp_is_master");
        if (rule == MemberRule::by_hand) {
            if (is_erp_changed) take_erp("erp_changed");
            return;
        }
        if (!is_erp_changed) return take_busy("busy_changed");
        const auto chosen = choices.find(name);
        const Policy winner = chosen == choices.end() ? policy : chosen->second;
        if (winner == Policy::erp) return take_erp("erp_won");
        if (winner == Policy::busy) return take_busy("busy_won");
        out.conflicts.push_back({name, to_json_text(there), to_json_text(here)});
    });
    return out;
}

// The agreed version after `sent` was to be written to 24SevenOffice, which held `erp_before` and
// holds `erp_now`. What was not sent is agreed on only where the workspace, as it is now, says the
// same. `Earlier::perhaps`: an earlier try may have been carried out, so what is neither was
// perhaps changed there since, and the newer version is not to be written over by the older one.
enum class Earlier { no, perhaps };
template <class C>
C settled(const C& base, const C& erp_before, const C& sent, const C& erp_now, const C& busy_now,
          Earlier earlier = Earlier::no) {
    C out = base;
    for_each_field<C>([&](const auto& f) {
        const bool was_sent = !(sent.*f.member == erp_before.*f.member);
        const bool is_other = !(erp_now.*f.member == erp_before.*f.member);
        if (!(erp_now.*f.member == sent.*f.member)) {
            if (earlier == Earlier::perhaps && was_sent && is_other) out.*f.member = sent.*f.member;
            return;
        }
        if (was_sent || sent.*f.member == busy_now.*f.member) out.*f.member = sent.*f.member;
    });
    return out;
}

// `onto` with the members in which `after` differs from `before`; but for those that somebody else
// has changed since `before`, about which the next merge decides.
template <class C>
C with_changes(C onto, const C& before, const C& after) {
    for_each_field<C>([&](const auto& f) {
        const bool is_ours = onto.*f.member == before.*f.member;
        if (is_ours && !(after.*f.member == before.*f.member)) onto.*f.member = after.*f.member;
    });
    return onto;
}

}  // namespace busy24::sync
