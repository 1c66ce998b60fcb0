// The invented companies: always the same for the same seed, and what they promise.
#include <map>
#include <set>

#include "tests/simulator/wsdl.hpp"
#include "tests/simulator_tests/soap_client.hpp"

using namespace busy24::simulator;

namespace {

// Everything that three lists say of the first company.
std::string books(std::uint64_t seed) {
    SimulatorOptions options;
    options.data.seed = seed;
    SignedInStage stage(options);
    auto& client = stage.client;
    const std::string everything = "<ChangedAfter>2000-01-01T00:00:00Z</ChangedAfter>";
    return client.call("project", "GetProjectsDetailed", "<Ps/>").body +
           client.call("company", "GetCompanies", "<searchParams>" + everything + "</searchParams>")
               .body +
           client.call("person", "GetPersonsDetailed").body + client.call("time", "GetHours").body;
}

bool is_organisation_number(const std::string& digits) {
    if (digits.size() != 9) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i) sum += (digits[i] - '0') * ("32765432"[i] - '0');
    return (11 - sum % 11) % 11 == digits[8] - '0';
}

}  // namespace

TEST_CASE("the same seed gives the same data byte for byte, another seed other data") {
    const auto first = books(24);
    CHECK(first == books(24));
    CHECK(first != books(25));
}

TEST_CASE("organisation numbers are valid, and of a series that no company has") {
    const auto data = make_company_data({});
    std::size_t numbers = 0;
    for (const auto& tenant : data.tenants) {
        CHECK(is_organisation_number(tenant.organisation_number));
        for (const auto& company : tenant.companies) {
            if (company.organisation_number.size() != 9) continue;
            ++numbers;
            CHECK(is_organisation_number(company.organisation_number));
            CHECK(company.organisation_number[0] < '8');
        }
    }
    CHECK(numbers > 60);
}

TEST_CASE("the first company has what a client must cope with") {
    const auto data = make_company_data({});
    const auto& tenant = data.tenants.front();
    std::set<int> states;
    std::map<std::string, int> company_names;
    std::set<std::string> statuses;
    for (const auto& project : tenant.projects)
        for (const auto& participant : project.participants) states.insert(participant.state);
    for (const auto& company : tenant.companies) ++company_names[company.name];
    for (const auto& hour : tenant.hours) statuses.insert(hour.locked + hour.approved);
    CHECK(states.size() >= 8);
    CHECK(std::any_of(company_names.begin(), company_names.end(),
                      [](const auto& entry) { return entry.second > 1; }));
    CHECK(statuses.size() >= 3);
    CHECK(tenant.relations.size() == 4);
    CHECK(tenant.tasks.size() > 20);
    CHECK(tenant.project(1'150)->id == 1'150);
    CHECK(tenant.project(1'151) == nullptr);
}

TEST_CASE("more projects do not change who the customers are") {
    DataOptions many;
    many.projects = 500;
    const auto few = make_company_data({});
    const auto more = make_company_data(many);
    CHECK(more.tenants[0].companies.back().name == few.tenants[0].companies.back().name);
    CHECK(more.tenants[0].projects[149].name == few.tenants[0].projects[149].name);
    CHECK(more.tenants[1].projects.size() == few.tenants[1].projects.size());
}

TEST_CASE("a company may be empty") {
    SimulatorOptions options;
    options.data = {.projects = 0, .companies = 0, .persons = 0, .work_types = 0};
    SignedInStage stage(options);
    CHECK(stage.client.call("project", "GetProjectList").status == 200);
    CHECK(stage.client.call("time", "GetHours").result.children.empty());
    CHECK(stage.client.call("authenticate", "GetIdentities").result.children.size() == 1);
}

TEST_CASE("every type that a service's facts name is there, and the WSDL is XML") {
    static const std::set<std::string> simple{"int",    "long",   "short",   "decimal",
                                              "double", "string", "boolean", "dateTime",
                                              "guid",   "anyType"};
    for (const auto& entry : all_services()) {
        const auto& id = entry.first;
        const auto& service = entry.second;
        CAPTURE(id);
        const auto check = [&](const std::string& type) {
            CAPTURE(type);
            CHECK((simple.contains(type) || service.types.contains(type) ||
                   service.lists.contains(type) || service.enums.contains(type)));
        };
        for (const auto& [name, members] : service.types)
            for (const auto& member : members) check(member.type);
        for (const auto& [name, list] : service.lists) check(list.type);
        for (const auto& [name, operation] : service.operations) {
            for (const auto& member : operation.in) check(member.type);
            if (operation.out) check(operation.out->type);
        }
        CHECK(parse_xml(write_wsdl(service, "http://127.0.0.1:1/x")).has_value());
    }
}

TEST_CASE("the WSDL is served beside each service, and addresses are the same in any case") {
    Stage stage;
    httplib::Client http("127.0.0.1", stage.simulator.port());
    for (const auto& [id, service] : all_services()) {
        const auto wsdl = http.Get(service.path + "?WSDL");
        REQUIRE(wsdl);
        CHECK(wsdl->body.find(stage.simulator.url() + service.path) != std::string::npos);
        CHECK(http.Get(service.path)->body.find("Service Description") != std::string::npos);
    }
    CHECK(http.Get("/PROJECT/v001/PROJECTSERVICE.ASMX?wsdl")->status == 200);
    CHECK(http.Get("/elsewhere")->status == 404);
}

TEST_CASE("every operation that a service declares is played, but for the maps") {
    Stage stage;
    for (const auto& [id, service] : all_services()) {
        SoapClient client(stage.simulator);
        client.log_in(demo::api_user, demo::api_user_password);
        for (const auto& name : service.order) {
            CAPTURE(name);
            const auto reply = client.call(id.c_str(), name);
            const bool is_played = !reply.says("does not play");
            CHECK(is_played ==
                  (name != "SaveMaps" && name != "DeleteMaps" && name != "SaveCategories"));
            stage.now_ms += 61'000;
        }
    }
}
