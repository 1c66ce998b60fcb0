// The operations of PersonService on notes and categories.
#pragma once

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

Handlers person_note_handlers();

}  // namespace busy24::simulator
