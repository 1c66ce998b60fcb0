// How a described C++ type takes up XML: a table per type, made from fields(), that the parser
// drives without knowing the type.
#pragma once

#include <functional>
#include <string_view>

#include "proxy/erp/wire_values.hpp"
#include "shared/result.hpp"

namespace busy24::erp {

struct Shape;

// An object and the table that knows its type. No shape: the element is ignored (quirk 33).
struct Target {
    const Shape* shape = nullptr;
    void* object = nullptr;
};

struct Shape {
    // The element begins, and is not nil. Null when nothing is to be done.
    void (*begun)(void* object) = nullptr;
    // A child element begins. Null for simple values.
    Target (*child)(void* object, std::string_view name) = nullptr;
    // The text of a simple value is whole. False when it is not such a value. Null for structures.
    bool (*leaf)(void* object, std::string_view text) = nullptr;
    // The element said xsi:nil.
    void (*nil)(void* object) = nullptr;
    // A child that was given away has ended. False stops the parse. Null when nothing is to be
    // done.
    bool (*child_ended)(void* object, bool was_nil) = nullptr;
};

template <class T>
Target target_of(T& object);

namespace shape_detail {

template <class T>
inline constexpr bool is_nillable = false;
template <class T>
inline constexpr bool is_nillable<Nillable<T>> = true;

template <class T>
inline constexpr bool is_structure = Described<T> || is_list<T>;

template <Described T>
Target child_of_struct(T& object, std::string_view name) {
    Target found;
    for_each_field<T>([&](const auto& f) {
        if (!found.shape && f.name == name) found = target_of(object.*f.member);
    });
    return found;
}

template <class T>
Target child_of_list(std::vector<T>& list, std::string_view name) {
    if (name != item_name<T>()) return {};
    return target_of(list.emplace_back());
}

template <class T>
Target child_of(T& object, std::string_view name) {
    if constexpr (Described<T>)
        return child_of_struct(object, name);
    else
        return child_of_list(object, name);
}

// Absent, nil and sentinel are one thing, whichever the ERP chose (quirk 29).
template <class Value, class Optional>
bool read_optional(std::string_view text, Optional& out) {
    Value value{};
    out.reset();
    if (is_unset(text, value)) return true;
    if (!read_wire(text, value)) return false;
    out = std::move(value);
    return true;
}

template <class T>
constexpr Shape structure_shape() {
    Shape shape;
    shape.child = [](void* object, std::string_view name) {
        return child_of(*static_cast<T*>(object), name);
    };
    shape.nil = [](void* object) { *static_cast<T*>(object) = T{}; };
    if constexpr (is_list<T>)
        shape.child_ended = [](void* object, bool was_nil) {
            if (was_nil) static_cast<T*>(object)->pop_back();
            return true;
        };
    return shape;
}

template <class T>
constexpr Shape optional_shape() {
    using Value = typename T::value_type;
    Shape shape;
    shape.nil = [](void* object) { static_cast<T*>(object)->reset(); };
    if constexpr (is_structure<Value>) {
        shape.begun = [](void* object) { static_cast<T*>(object)->emplace(); };
        shape.child = [](void* object, std::string_view name) {
            return child_of(**static_cast<T*>(object), name);
        };
        if constexpr (is_list<Value>)
            shape.child_ended = [](void* object, bool was_nil) {
                if (was_nil) (*static_cast<T*>(object))->pop_back();
                return true;
            };
    } else {
        shape.leaf = [](void* object, std::string_view text) {
            return read_optional<Value>(text, *static_cast<T*>(object));
        };
    }
    return shape;
}

template <class T>
constexpr Shape leaf_shape() {
    Shape shape;
    shape.leaf = [](void* object, std::string_view text) {
        auto& out = *static_cast<T*>(object);
        // An empty element says no more than an absent one: the schema default stays.
        return text.empty() || read_wire(text, out);
    };
    shape.nil = [](void*) {};
    return shape;
}

template <class T>
constexpr Shape make_shape() {
    if constexpr (is_structure<T>)
        return structure_shape<T>();
    else if constexpr (is_optional<T> || is_nillable<T>)
        return optional_shape<T>();
    else
        return leaf_shape<T>();
}

template <class T>
inline constexpr Shape shape = make_shape<T>();

}  // namespace shape_detail

// The object must outlive the parse and stay where it is.
template <class T>
Target target_of(T& object) {
    return {&shape_detail::shape<T>, &object};
}

// Takes up the items of a list one at a time, so that the list never stands in memory.
template <class T>
struct ItemFeed {
    // An error ends the transfer and becomes the result of the call.
    std::function<Result<>(T&&)> sink;
    T item{};
    Result<> outcome = {};
    std::uint64_t handed_over = 0;

    Target target() { return {&shape, this}; }

    static constexpr Shape make_shape() {
        Shape made;
        made.child = [](void* object, std::string_view name) -> Target {
            if (name != item_name<T>()) return {};
            auto& feed = *static_cast<ItemFeed*>(object);
            feed.item = T{};
            return target_of(feed.item);
        };
        made.nil = [](void*) {};
        made.child_ended = [](void* object, bool was_nil) {
            auto& feed = *static_cast<ItemFeed*>(object);
            if (was_nil) return true;
            ++feed.handed_over;
            feed.outcome = feed.sink(std::move(feed.item));
            return feed.outcome.ok();
        };
        return made;
    }
    static constexpr Shape shape = make_shape();
};

}  // namespace busy24::erp
