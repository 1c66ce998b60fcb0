// Reads the notation of the facts.
#include "tests/simulator/facts.hpp"

#include <sstream>

namespace busy24::simulator {

namespace {

Member member_of(std::istringstream& words) {
    Member member;
    std::string least;
    words >> member.name >> member.type >> least;
    member.is_required = least == "1";
    for (std::string word; words >> word;) {
        if (word == "nil") member.is_nillable = true;
        if (word[0] == '=') member.default_text = word.substr(1);
    }
    return member;
}

// What the lines that follow belong to.
struct Cursor {
    Operation* operation = nullptr;
    std::vector<Member>* type = nullptr;
    std::vector<std::string>* words = nullptr;
};

void add_words(std::istringstream& line, std::vector<std::string>& words) {
    for (std::string word; line >> word;) words.push_back(word);
}

Member result_of(const Operation& operation, std::istringstream& line) {
    Member out{.name = operation.name + "Result"};
    std::string least;
    line >> out.type >> least;
    out.is_required = least == "1";
    return out;
}

List list_of(std::istringstream& line) {
    List list;
    std::string nil;
    line >> list.item >> list.type >> nil;
    list.is_nillable = nil == "nil";
    return list;
}

void begin(Service& service, Cursor& at, const std::string& kind, std::istringstream& line) {
    std::string name;
    line >> name;
    if (kind == "op") {
        service.order.push_back(name);
        at.operation = &service.operations[name];
        at.operation->name = name;
    } else if (kind == "type") {
        at.type = &service.types[name];
    } else if (kind == "list") {
        service.lists[name] = list_of(line);
    } else if (kind == "enum") {
        at.words = &service.enums[name];
        add_words(line, *at.words);
    }
}

void read_line(Service& service, Cursor& at, const std::string& text) {
    std::istringstream line(text);
    std::string kind;
    line >> kind;
    if (kind == "-")
        at.type->push_back(member_of(line));
    else if (kind == "in")
        at.operation->in.push_back(member_of(line));
    else if (kind == "out")
        at.operation->out = result_of(*at.operation, line);
    else if (kind == "+")
        add_words(line, *at.words);
    else
        begin(service, at, kind, line);
}

Service read(std::string id, std::string name, std::string path, bool is_on_webservices,
             std::string_view facts) {
    Service service{.name = std::move(name),
                    .path = std::move(path),
                    .facts_id = std::move(id),
                    .is_on_webservices = is_on_webservices};
    Cursor at;
    std::istringstream lines{std::string(facts)};
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) read_line(service, at, line);
    return service;
}

std::map<std::string, Service> read_all() {
    std::map<std::string, Service> all;
    const auto add = [&](Service service) { all.emplace(service.facts_id, std::move(service)); };
    add(read("authenticate", "Authenticate", "/authenticate/v001/authenticate.asmx", false,
             facts_authenticate()));
    add(read("client", "ClientService", "/Client/V001/ClientService.asmx", false, facts_client()));
    add(read("company", "CompanyService", "/CRM/Company/V001/CompanyService.asmx", false,
             facts_company()));
    add(read("person", "PersonService", "/CRM/Contact/PersonService.asmx", true, facts_person()));
    add(read("project", "ProjectService", "/Project/V001/ProjectService.asmx", true,
             facts_project()));
    add(read("time", "TimeService", "/timesheet/v001/timeservice.asmx", true, facts_time()));
    return all;
}

}  // namespace

const std::map<std::string, Service>& all_services() {
    static const auto services = read_all();
    return services;
}

}  // namespace busy24::simulator
