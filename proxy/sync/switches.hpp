// Which kinds of records a connection mirrors.
#pragma once

#include "shared/describe.hpp"

namespace busy24::sync {

// What the administrator chose to connect: a plan is made for these and no others.
struct Switches {
    std::int64_t tenant_id = 0;
    bool projects = true;
    bool work_types = true;
    bool customers = true;
    static constexpr auto fields() {
        return std::tuple{
            field("tenant_id", &Switches::tenant_id), field("projects", &Switches::projects),
            field("work_types", &Switches::work_types), field("customers", &Switches::customers)};
    }
    bool operator==(const Switches&) const = default;
};

}  // namespace busy24::sync
