// The two sides of an audit entry as text, made from described structs: "role=employee;
// is_active=yes". Only what differs is told, and members stand in the order of their description,
// so that equal changes have equal texts.
#pragma once

#include "proxy/store/audit.hpp"
#include "shared/describe.hpp"

namespace busy24::store {

namespace audit_detail {

template <class T>
std::string text_of(const T& value) {
    if constexpr (std::is_same_v<T, bool>)
        return value ? "yes" : "no";
    else
        return to_value(value).value_or("");
}

// A semicolon separates the members, so that one in a value becomes a comma.
inline void add_value(std::string& text, std::string_view name, std::string value) {
    for (auto& c : value) c = c == ';' ? ',' : c;
    if (!text.empty()) text += "; ";
    ((text += name) += '=') += value;
}

}  // namespace audit_detail

// All members that are not empty.
template <Described T>
std::string audit_text(const T& values) {
    std::string text;
    for_each_field<T>([&](const auto& f) {
        auto value = audit_detail::text_of(values.*f.member);
        if (!value.empty()) audit_detail::add_value(text, f.name, std::move(value));
    });
    return text;
}

// Writes the members that differ into both sides. False when none does: then nothing was done that
// the log should tell.
template <Described T>
bool tell_change(AuditEntry& entry, const T& before, const T& after) {
    bool has_any = false;
    for_each_field<T>([&](const auto& f) {
        auto old_value = audit_detail::text_of(before.*f.member);
        auto new_value = audit_detail::text_of(after.*f.member);
        if (old_value == new_value) return;
        has_any = true;
        audit_detail::add_value(entry.before_value, f.name, std::move(old_value));
        audit_detail::add_value(entry.after_value, f.name, std::move(new_value));
    });
    return has_any;
}

}  // namespace busy24::store
