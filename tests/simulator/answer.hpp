// An answer on its way out: whole when it is small, item by item when it is long, broken when a
// switch says so.
#pragma once

#include <httplib.h>

#include "tests/simulator/soap.hpp"
#include "tests/simulator/world.hpp"

namespace busy24::simulator {

// Null when no switch of that name hits this request.
const Fault* find(const std::vector<Fault>& faults, std::string_view name);

void answer_fault(httplib::Response& response, SoapVersion version, const Error& error);
void answer_too_many(httplib::Response& response, std::int64_t retry_after_s);

// Takes the world's lock while it makes items; the caller must not hold it.
void answer_value(World& world, httplib::Response& response, SoapVersion version,
                  AnswerWriter writer, const std::vector<Fault>& faults);

}  // namespace busy24::simulator
