// Every command is a POST with its parameters in the query, and answers JSON.
#include "tests/simulator/control.hpp"

#include <httplib.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/simulator/edits.hpp"
#include "tests/simulator/listening_port.hpp"

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

void say_done(httplib::Response& response, const Result<>& result) {
    if (!result) return refuse(response, result.error().detail);
    say(response, {{"ok", true}});
}

Edit edit_of(const Query& query) {
    return {.kind = parameter(query, "kind"),
            .what = parameter(query, "what"),
            .id = std::atoll(parameter(query, "id").c_str()),
            .name = parameter(query, "name"),
            .tenant = std::atoll(parameter(query, "tenant").c_str())};
}

// What changes how the simulator behaves.
void fault_routes(httplib::Server& server, ErpSimulator& simulator) {
    server.Post("/fault", [&](const Query& query, httplib::Response& response) {
        say_done(response, simulator.set_fault(parameter(query, "set")));
    });
    server.Post("/clear", [&](const Query& query, httplib::Response& response) {
        const auto name = parameter(query, "fault");
        simulator.edit([&](World& world) { world.faults.clear(name.empty() ? "all" : name); });
        say_done(response, {});
    });
    server.Post("/expire-sessions", [&](const Query&, httplib::Response& response) {
        simulator.expire_sessions();
        say_done(response, {});
    });
    server.Post("/down", [&](const Query&, httplib::Response& response) {
        simulator.stop();
        say_done(response, {});
    });
    server.Post("/up", [&](const Query&, httplib::Response& response) {
        if (!simulator.start()) return refuse(response, "the port is taken");
        say_done(response, {});
    });
}

// What changes or tells what it holds.
void data_routes(httplib::Server& server, ErpSimulator& simulator) {
    server.Post("/login", [&](const Query& query, httplib::Response& response) {
        Result<> result;
        simulator.edit([&](World& world) {
            result = change_login(world, parameter(query, "username"), parameter(query, "what"),
                                  std::atoll(parameter(query, "tenant").c_str()));
        });
        say_done(response, result);
    });
    server.Post("/edit", [&](const Query& query, httplib::Response& response) {
        const auto id = simulator.apply(edit_of(query));
        if (!id) return refuse(response, id.error().detail);
        say(response, {{"ok", true}, {"id", id.value()}});
    });
    server.Get("/requests", [&](const Query&, httplib::Response& response) {
        nlohmann::json counts = nlohmann::json::object();
        simulator.edit([&](World& world) {
            for (const auto& [name, count] : world.calls) counts[name] = count;
        });
        say(response, counts);
    });
    server.Get("/faults", [&](const Query&, httplib::Response& response) {
        nlohmann::json counts = nlohmann::json::object();
        simulator.edit([&](World& world) { counts = world.faults.struck(); });
        say(response, counts);
    });
    server.Post("/reset-requests", [&](const Query&, httplib::Response& response) {
        simulator.reset_calls();
        say_done(response, {});
    });
}

}  // namespace

struct ControlPort::Parts {
    explicit Parts(ErpSimulator& erp) : simulator(erp) {}
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
    fault_routes(server, parts_->simulator);
    data_routes(server, parts_->simulator);
    server.set_socket_options([](int descriptor) { set_exclusive(descriptor); });
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
           "  /fault?set=NAME[=VALUE][,times=N][,after=N][,probability=P][,operation=OP]\n"
           "  /clear[?fault=NAME]            switches off one or every fault\n"
           "  /expire-sessions               forgets every session\n"
           "  /login?username=E&what=block-identity|unblock-identity|revoke-access|restore-access\n"
           "       [&tenant=N]\n"
           "  /edit?kind=project|customer|work-type|person\n"
           "       "
           "&what=add|rename|deactivate|activate|touch|remove[&id=N][&name=TEXT][&tenant=N]\n"
           "  /edit?kind=hour&what=approve|lock|reject|touch&id=N[&tenant=N]\n"
           "  /down, /up                     refuses connections, and takes them again\n"
           "  /reset-requests                counts from 0\n"
           "  GET /requests                  how many calls of each operation there were\n"
           "  GET /faults                    how many calls each fault has hit\n";
}

}  // namespace busy24::simulator
