// The operations of TimeService that read and write hours.
#pragma once

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

Result<Value> get_hours(Call& call);
Result<Value> get_hours_for_approval(Call& call);
Result<Value> save_hour(Call& call);
Result<Value> delete_hour(Call& call);

}  // namespace busy24::simulator
