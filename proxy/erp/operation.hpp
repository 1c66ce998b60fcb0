// What an operation of the ERP is: its name on the wire, its service, and what a repetition would
// do.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/describe.hpp"

namespace busy24::erp {

// One per .asmx address; which of the two hosts it lives on is known to the client (contract 1).
enum class Service { authenticate, client, company, person, project, time };

// Decides what happens when the answer is lost.
enum class Effect {
    read,              // changes nothing: tried again with back-off
    idempotent_write,  // twice is the same as once, because the id is given: tried again as well
    write,             // may have happened: ErrorCode::ambiguous, and only reading back can tell
    overwrite,         // likewise, and grows old: what was read before it may have changed since
};

// How long the ERP may take before the call counts as lost.
enum class Duration {
    brief,  // 60 s
    list,   // 180 s: whole lists are unpaged, and 55,000 rows took 12 s (quirk 24, quirk 25)
};

// The fixed facts of an operation. Request element, SOAPAction, response and result element all
// follow from the name.
struct Wire {
    std::string_view name;
    Service service;
    Effect effect;
    Duration duration = Duration::brief;
};

// A request struct: its fields() are the parameters in WSDL order, Reply is what <NameResult>
// holds.
template <class T>
concept Operation = Described<T> && requires {
    { T::wire } -> std::convertible_to<Wire>;
    typename T::Reply;
};

// An operation that answers with a list, so that its items can be handed over one at a time.
template <class T>
concept ListOperation = Operation<T> && is_list<typename T::Reply>;

// An operation may know better than its table row: SaveProject with an id overwrites, without it
// creates.
template <Operation T>
Effect effect_of(const T& operation) {
    if constexpr (requires { operation.effect(); })
        return operation.effect();
    else
        return T::wire.effect;
}

// The reply of an operation whose response element is empty.
struct Empty {
    static constexpr std::string_view type = "Empty";
    static constexpr auto fields() { return std::tuple{}; }
    bool operator==(const Empty&) const = default;
};

}  // namespace busy24::erp
