// Reads the facts, line by line.
#include "tests/erp/wsdl_facts.hpp"

#include <fstream>
#include <sstream>

namespace busy24::erp {

namespace {

FactMember read_member(std::istringstream& line, std::string name) {
    FactMember member{.name = std::move(name)};
    std::string occurs;
    line >> member.type >> occurs;
    member.is_required = occurs.starts_with('1');
    for (std::string word; line >> word;) {
        if (word == "nillable") member.is_nillable = true;
        if (word == "uncertain") member.is_uncertain = true;
        if (word == "default") line >> member.fallback;
    }
    if (member.fallback == "0.0") member.fallback = "0";
    return member;
}

}  // namespace

Facts read_facts(const std::string& service) {
    Facts facts;
    std::ifstream file(std::string(BUSY24_SOURCE_DIR) + "/tests/fixtures/wsdl_facts.txt");
    std::vector<FactMember>* members = nullptr;
    bool is_wanted = false;
    for (std::string text; std::getline(file, text);) {
        std::istringstream line(text);
        std::string word;
        std::string name;
        if (!(line >> word) || word == "#") continue;
        if (text.starts_with(' ')) {
            if (is_wanted && members) members->push_back(read_member(line, word));
            continue;
        }
        line >> name;
        if (word == "service") is_wanted = name == service;
        if (!is_wanted) continue;
        if (word == "type") members = &facts.types[name];
        if (word == "operation") {
            members = &facts.operations[name];
            line >> word >> facts.results[name];
        }
        if (word == "list") {
            auto& [item, type] = facts.lists[name];
            line >> word >> item >> type;
        }
        if (word == "enum")
            while (line >> word) facts.words[name].push_back(word);
    }
    return facts;
}

}  // namespace busy24::erp
