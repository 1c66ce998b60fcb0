// Whether a plan is safe to be carried out by itself. Pure.
#pragma once

#include <cstdint>

namespace busy24::sync {

// What the complete list of one kind no longer shows, of what is linked.
struct Removals {
    std::int64_t linked = 0;
    std::int64_t missing = 0;
};

// False when so much is gone that lost rights are likelier than lost records: more than a fifth of
// the list, however short it is (product.md 4, rule 4). Of four customers one is more than that: a
// person says that it is gone, and then it is.
bool is_safe(const Removals& removals);

}  // namespace busy24::sync
