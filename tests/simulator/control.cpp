// Every command is a POST with its parameters in the query, and answers JSON.
#include "tests/simulator/control.hpp"

#include <httplib.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <thread>

namespace busy24::simulator {

namespace {

using Query = httplib::Request;

void say(httplib::Response& response, const nlohmann::json& json) {
    response.set_content(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                         "application/json");
}

void refuse(httplib::Response& response, const std::string& why) {
    response.status = 400;
    say(response, {{"error", why}});
}

std::string parameter(const Query& query, const char* name) {
    return query.has_param(name) ? query.get_param_value(name) : std::string();
}

template <class Record>
Record* by_id(std::vector<Record>& records, std::int64_t id) {
    for (auto& record : records)
        if (record.id == id) return &record;
    return nullptr;
}

// Changes one record of any kind. False when there is none with the id.
template <class Record, class Change>
bool change(std::vector<Record>& records, std::int64_t id, const Change& how) {
    auto* record = by_id(records, id);
    if (record) how(*record);
    return record != nullptr;
}

bool edit_project(World& world, Tenant& tenant, const Query& query) {
    const auto id = std::atoll(parameter(query, "id").c_str());
    const auto what = parameter(query, "what");
    const auto now = world.now_ms();
    if (what == "add") {
        Project project{.id = 1'001, .name = parameter(query, "name")};
        for (const auto& other : tenant.projects) project.id = std::max(project.id, other.id + 1);
        project.changed_at = project.registered_at = now;
        tenant.projects.push_back(project);
        return true;
    }
    return change(tenant.projects, id, [&](Project& project) {
        if (what == "rename") project.name = parameter(query, "name");
        if (what == "deactivate") project.is_active = false;
        if (what == "activate") project.is_active = true;
        project.changed_at = now;
    });
}

bool edit_customer(World& world, Tenant& tenant, const Query& query) {
    const auto what = parameter(query, "what");
    const auto now = world.now_ms();
    if (what == "add") {
        Company company{.id = 10'000, .name = parameter(query, "name")};
        for (const auto& other : tenant.companies) company.id = std::max(company.id, other.id + 1);
        company.changed_at = company.registered_at = now;
        tenant.companies.push_back(company);
        return true;
    }
    return change(tenant.companies, std::atoll(parameter(query, "id").c_str()), [&](Company& c) {
        if (what == "rename") c.name = parameter(query, "name");
        if (what == "deactivate") c.is_deleted = true;
        if (what == "activate") c.is_deleted = false;
        c.changed_at = now;
    });
}

bool edit_work_type(Tenant& tenant, const Query& query) {
    const auto what = parameter(query, "what");
    if (what == "add") {
        WorkType type{.id = 300, .name = parameter(query, "name")};
        for (const auto& other : tenant.work_types) type.id = std::max(type.id, other.id + 1);
        tenant.work_types.push_back(type);
        return true;
    }
    return change(tenant.work_types, std::atoll(parameter(query, "id").c_str()),
                  [&](WorkType& type) {
                      if (what == "rename") type.name = parameter(query, "name");
                      if (what == "deactivate") type.is_active = false;
                      if (what == "activate") type.is_active = true;
                  });
}

bool edit_person(World& world, Tenant& tenant, const Query& query) {
    const auto what = parameter(query, "what");
    return change(tenant.persons, std::atoll(parameter(query, "id").c_str()), [&](Person& person) {
        if (what == "rename") person.last_name = parameter(query, "name");
        if (what == "deactivate") person.is_employee = false;
        if (what == "activate") person.is_employee = true;
        person.changed_at = world.now_ms();
    });
}

bool edit(World& world, const Query& query) {
    const auto kind = parameter(query, "kind");
    auto* tenant = query.has_param("tenant")
                       ? world.tenant(std::atoll(parameter(query, "tenant").c_str()))
                       : &world.data.tenants.front();
    if (!tenant) return false;
    if (kind == "project") return edit_project(world, *tenant, query);
    if (kind == "customer") return edit_customer(world, *tenant, query);
    if (kind == "work-type") return edit_work_type(*tenant, query);
    if (kind == "person") return edit_person(world, *tenant, query);
    return false;
}

// Changes every identity of a login. False when there is no such login.
bool change_login(World& world, const std::string& username, const std::string& what) {
    auto* login = world.login(username);
    if (!login) return false;
    for (auto& identity : login->identities) {
        if (what == "block-identity") identity.is_blocked = true;
        if (what == "unblock-identity") identity.is_blocked = false;
        if (what == "revoke-access")
            identity.refused_services = {"client", "company", "person", "project", "time"};
        if (what == "restore-access") identity.refused_services.clear();
    }
    return true;
}

void routes(httplib::Server& server, ErpSimulator& simulator) {
    server.Post("/fault", [&](const Query& query, httplib::Response& response) {
        if (const auto set = simulator.set_fault(parameter(query, "set")); !set)
            return refuse(response, set.error().detail);
        say(response, {{"ok", true}});
    });
    server.Post("/clear", [&](const Query& query, httplib::Response& response) {
        const auto name = parameter(query, "fault");
        simulator.edit([&](World& world) { world.faults.clear(name.empty() ? "all" : name); });
        say(response, {{"ok", true}});
    });
    server.Post("/expire-sessions", [&](const Query&, httplib::Response& response) {
        simulator.expire_sessions();
        say(response, {{"ok", true}});
    });
    server.Post("/login", [&](const Query& query, httplib::Response& response) {
        bool found = false;
        simulator.edit([&](World& world) {
            found = change_login(world, parameter(query, "username"), parameter(query, "what"));
        });
        if (!found) return refuse(response, "there is no such login");
        say(response, {{"ok", true}});
    });
    server.Post("/edit", [&](const Query& query, httplib::Response& response) {
        bool found = false;
        simulator.edit([&](World& world) { found = edit(world, query); });
        if (!found) return refuse(response, "there is no such record");
        say(response, {{"ok", true}});
    });
    server.Post("/down", [&](const Query&, httplib::Response& response) {
        simulator.stop();
        say(response, {{"ok", true}});
    });
    server.Post("/up", [&](const Query&, httplib::Response& response) {
        if (!simulator.start()) return refuse(response, "the port is taken");
        say(response, {{"ok", true}});
    });
    server.Get("/requests", [&](const Query&, httplib::Response& response) {
        nlohmann::json counts = nlohmann::json::object();
        simulator.edit([&](World& world) {
            for (const auto& [name, count] : world.calls) counts[name] = count;
        });
        say(response, counts);
    });
    server.Post("/reset-requests", [&](const Query&, httplib::Response& response) {
        simulator.reset_calls();
        say(response, {{"ok", true}});
    });
}

}  // namespace

struct ControlPort::Parts {
    ErpSimulator& simulator;
    httplib::Server server;
    std::thread listening;
    int port = 0;
};

ControlPort::ControlPort(ErpSimulator& simulator) : parts_(std::make_unique<Parts>(simulator)) {}

ControlPort::~ControlPort() {
    parts_->server.stop();
    if (parts_->listening.joinable()) parts_->listening.join();
}

bool ControlPort::start(int port) {
    auto& server = parts_->server;
    // One at a time, so that /down and /up never meet.
    server.new_task_queue = [] { return new httplib::ThreadPool(1); };
    server.set_keep_alive_max_count(1);
    routes(server, parts_->simulator);
    parts_->port = port;
    if (port == 0)
        parts_->port = server.bind_to_any_port("127.0.0.1");
    else if (!server.bind_to_port("127.0.0.1", port))
        return false;
    if (parts_->port <= 0) return false;
    parts_->listening = std::thread([&server] { server.listen_after_bind(); });
    server.wait_until_ready();
    return true;
}

int ControlPort::port() const { return parts_->port; }

std::string_view control_help() {
    return "Control port (POST, parameters in the query, answers JSON):\n"
           "  /fault?set=NAME[=VALUE][,times=N][,probability=P][,operation=OP]\n"
           "  /clear[?fault=NAME]            switches off one or every fault\n"
           "  /expire-sessions               forgets every session\n"
           "  /login?username=E&what=block-identity|unblock-identity|revoke-access|restore-access\n"
           "  /edit?kind=project|customer|work-type|person&what=rename|deactivate|activate|add|"
           "touch\n"
           "       [&id=N][&name=TEXT][&tenant=N]\n"
           "  /down, /up                     refuses connections, and takes them again\n"
           "  /reset-requests                counts from 0\n"
           "  GET /requests                  how many calls of each operation there were\n";
}

}  // namespace busy24::simulator
