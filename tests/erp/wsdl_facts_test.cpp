// Every description is held against what the schema declares.
#include "tests/erp/wsdl_facts.hpp"

#include <doctest/doctest.h>

#include "proxy/erp/authenticate.hpp"
#include "proxy/erp/client_service.hpp"
#include "proxy/erp/company_service.hpp"
#include "proxy/erp/person_service.hpp"
#include "proxy/erp/project_service.hpp"
#include "proxy/erp/time_service.hpp"

using namespace busy24;
using namespace busy24::erp;

namespace {

template <Operation... Operations>
void check_operations(const std::string& service) {
    const auto facts = read_facts(service);
    REQUIRE_FALSE(facts.operations.empty());
    for (const auto& wrong : {differences<Operations>(facts)...}) CHECK(wrong == "");
}

// ProjectShort with its members in each order.
struct InOrder {
    static constexpr std::string_view type = "ProjectShort";
    std::int32_t id = 0;
    std::string name;
    static constexpr auto fields() {
        return std::tuple{field("Id", &InOrder::id), field("Name", &InOrder::name)};
    }
};
struct Swapped {
    static constexpr std::string_view type = "ProjectShort";
    std::int32_t id = 0;
    std::string name;
    static constexpr auto fields() {
        return std::tuple{field("Name", &Swapped::name), field("Id", &Swapped::id)};
    }
};
struct WrongCase {
    static constexpr Wire wire{"GetDeactivatedProjects", Service::project, Effect::read};
    using Reply = std::vector<project_service::Project>;
    project_service::ProjectSearch search;
    static constexpr auto fields() { return std::tuple{field("Ps", &WrongCase::search)}; }
};
struct WrongDefault {
    static constexpr std::string_view type = "Status";
    bool active = false;
    static constexpr auto fields() { return std::tuple{field("Active", &WrongDefault::active)}; }
};
struct NotNillable {
    static constexpr std::string_view type = "SyncSearchParameters";
    std::optional<bool> active;
    static constexpr auto fields() { return std::tuple{field("Active", &NotNillable::active)}; }
};

}  // namespace

TEST_CASE("every description has the names, the order, the types and the defaults of the schema") {
    using namespace authenticate;
    check_operations<Login, HasSession, GetIdentity, GetIdentities, GetIdentitiesWithCredential,
                     SetIdentityById>("authenticate");
    {
        using namespace project_service;
        check_operations<GetProjectList, GetProjectsDetailed, GetDeactivatedProjects,
                         GetProjectNameList, GetDeactivatedProjectNameList, GetSingleProject,
                         SaveProject, GetProjectRoles, GetProjectStatuses, GetProjectParticipants>(
            "project");
    }
    {
        using namespace time_service;
        check_operations<GetWorkTypeList, GetHours, SaveHour, DeleteHour, GetSalaryTypes>("time");
    }
    check_operations<company_service::GetCompanySyncList, company_service::GetCompanies>("company");
    check_operations<person_service::GetPersons, person_service::GetPersonsDetailed>("person");
    check_operations<client_service::GetUsers, client_service::GetClientInformation>("client");
}

TEST_CASE("the check finds two members that are swapped") {
    const auto facts = read_facts("project");
    const auto& members = facts.types.at("ProjectShort");
    CHECK(differences<InOrder>(facts, members) == "");
    CHECK(differences<Swapped>(facts, members) == "Id is not there, or not in this place");
}

TEST_CASE("the check finds a parameter in the wrong case, a wrong default and a missing nil") {
    const auto project = read_facts("project");
    CHECK(differences<WrongCase>(project) ==
          "GetDeactivatedProjects: Ps is not there, or not in this place");
    CHECK(differences<WrongDefault>(project, project.types.at("Status")) ==
          "Active has the default true");
    const auto company = read_facts("company");
    CHECK(differences<NotNillable>(company, company.types.at("SyncSearchParameters")) ==
          "Active must be written as nil");
}

TEST_CASE("every member of a project but Enabled is described, since saving writes all of it") {
    const auto facts = read_facts("project");
    const auto described = std::tuple_size_v<decltype(project_service::Project::fields())>;
    CHECK(facts.types.at("Project").size() == 37);
    CHECK(described == 36);
}
