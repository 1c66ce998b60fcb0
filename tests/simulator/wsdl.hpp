// The WSDL of a service, made from the same facts that its answers are written by.
#pragma once

#include <string>

#include "tests/simulator/facts.hpp"

namespace busy24::simulator {

// `address` is where the service is called, such as http://127.0.0.1:8100/Client/V001/….asmx.
std::string write_wsdl(const Service& service, const std::string& address);

}  // namespace busy24::simulator
