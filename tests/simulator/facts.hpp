// The simulator's own statement of the vendor's services: operations, types, element order,
// defaults.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace busy24::simulator {

// Notation, one fact per line:
//   op NAME                        begins an operation
//   in NAME TYPE MIN [nil]         one of its parameters
//   out TYPE MIN                   its result; none for an empty answer
//   type NAME                      begins a structure
//   - NAME TYPE MIN [nil] [=TEXT]  one of its elements, with its default
//   list NAME ITEM TYPE [nil]      a wrapper with repeated items
//   enum NAME WORD...              ("+" continues the line before)
struct Member {
    std::string name;
    std::string type;
    bool is_required = false;
    bool is_nillable = false;
    std::optional<std::string> default_text;
};

struct Operation {
    std::string name;
    std::vector<Member> in;
    std::optional<Member> out;
};

struct List {
    std::string item;
    std::string type;
    bool is_nillable = false;
};

struct Service {
    std::string name;                // as in the WSDL
    std::string path;                // below the host
    std::string facts_id;            // "project"
    bool is_on_webservices = false;  // which of the two hosts
    std::map<std::string, Operation> operations;
    std::map<std::string, std::vector<Member>> types;
    std::map<std::string, List> lists;
    std::map<std::string, std::vector<std::string>> enums;
    std::vector<std::string> order;  // of the operations, as declared
};

std::string_view facts_authenticate();
std::string_view facts_client();
std::string_view facts_project();
std::string_view facts_time();
std::string_view facts_company();
std::string_view facts_person();

// Every service, by its facts_id. Read once.
const std::map<std::string, Service>& all_services();

inline constexpr std::string_view soap_namespace = "http://24sevenOffice.com/webservices";

}  // namespace busy24::simulator
