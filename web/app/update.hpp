// The whole program as one pure function.
#pragma once

#include <vector>

#include "web/app/effect.hpp"
#include "web/app/event.hpp"
#include "web/app/model.hpp"

namespace busy24::app {

// Applies one event to the model and says what is to be done outside. Pure: time, answers and
// remembered choices come in as events.
Effects update(Model& model, Event event);

}  // namespace busy24::app
