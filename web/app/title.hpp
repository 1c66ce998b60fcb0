// The title of the browser's tab and the step of the onboarding, from the address.
#pragma once

#include <string>

#include "web/app/model.hpp"

namespace busy24::app {

// «Velg klient – Busy», in the person's language.
std::string title_of(const Model& model);

}  // namespace busy24::app
