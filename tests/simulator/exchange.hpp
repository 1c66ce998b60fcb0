// One request and its answer, over HTTP.
#pragma once

#include <httplib.h>

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

// The service at a path; null when there is none.
const Service* service_at(const std::string& path);

// Answers a POST to a service's address. Takes the world's lock for as long as it looks or changes.
void exchange(World& world, const httplib::Request& request, httplib::Response& response);

}  // namespace busy24::simulator
