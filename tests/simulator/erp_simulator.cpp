// One handler for every address: what the request is, whether it may, what goes wrong, the answer.
#include "tests/simulator/erp_simulator.hpp"

#include <httplib.h>

#include <chrono>
#include <thread>

#include "tests/simulator/exchange.hpp"
#include "tests/simulator/listening_port.hpp"
#include "tests/simulator/wsdl.hpp"

namespace busy24::simulator {

struct ErpSimulator::Parts {
    SimulatorOptions options;
    World world;
    std::unique_ptr<httplib::Server> server;
    std::thread listening;
    int port = 0;
    std::unique_ptr<ReservedPort> reserved;  // while it is down
};

namespace {

std::int64_t machine_now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// What a browser sees at a service's address, as .asmx pages have it.
std::string operations_page(const Service& service) {
    std::string page = "<!DOCTYPE html><html><head><title>" + service.name +
                       "</title></head><body><h1>" + service.name +
                       "</h1><p><a href=\"?WSDL\">Service Description</a></p><ul>";
    for (const auto& name : service.order) page += "<li>" + name + "</li>";
    return page + "</ul></body></html>";
}

void answer_get(const httplib::Request& request, httplib::Response& response, int port) {
    const auto* service = service_at(request.path);
    if (!service) {
        response.status = 404;
        return;
    }
    const bool wants_wsdl = request.has_param("wsdl") || request.has_param("WSDL");
    if (!wants_wsdl) return response.set_content(operations_page(*service), "text/html");
    const auto address = "http://127.0.0.1:" + std::to_string(port) + service->path;
    response.set_content(write_wsdl(*service, address), "text/xml; charset=utf-8");
}

std::unique_ptr<httplib::Server> make_server(World& world, const int& port) {
    constexpr std::size_t threads = 48;  // every connection that is kept open holds one
    constexpr std::size_t request_bytes_max = 16 << 20;
    auto server = std::make_unique<httplib::Server>();
    server->new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server->set_payload_max_length(request_bytes_max);
    server->set_socket_options([](int descriptor) { set_exclusive(descriptor); });
    server->Get(".*", [&port](const httplib::Request& request, httplib::Response& response) {
        answer_get(request, response, port);
    });
    server->Post(".*", [&world](const httplib::Request& request, httplib::Response& response) {
        exchange(world, request, response);
    });
    return server;
}

}  // namespace

ErpSimulator::ErpSimulator(SimulatorOptions options) : parts_(std::make_unique<Parts>()) {
    parts_->options = std::move(options);
    parts_->world.data = make_company_data(parts_->options.data);
    parts_->world.limits = parts_->options.limits;
    parts_->world.now_ms =
        parts_->options.now_ms ? parts_->options.now_ms : std::function(machine_now_ms);
    parts_->world.dice = parts_->options.data.seed;
    parts_->world.session_dice =
        parts_->options.data.seed ^ static_cast<std::uint64_t>(parts_->world.now_ms()) * 7'919;
    parts_->port = parts_->options.port;
}

ErpSimulator::~ErpSimulator() { stop(); }

bool ErpSimulator::start() {
    if (parts_->server) return true;
    parts_->server = make_server(parts_->world, parts_->port);
    auto& server = *parts_->server;
    if (parts_->port == 0)
        parts_->port = server.bind_to_any_port("127.0.0.1");
    else if (!server.bind_to_port("127.0.0.1", parts_->port))
        parts_->server.reset();
    if (!parts_->server || parts_->port <= 0) return false;
    parts_->reserved.reset();
    parts_->world.is_stopping = false;
    parts_->listening = std::thread([&server] { server.listen_after_bind(); });
    server.wait_until_ready();
    return true;
}

void ErpSimulator::stop() {
    if (!parts_->server) return;
    parts_->world.is_stopping = true;
    parts_->server->stop();
    parts_->listening.join();
    parts_->server.reset();
    parts_->reserved = std::make_unique<ReservedPort>(parts_->port);
}

int ErpSimulator::port() const { return parts_->port; }
World& ErpSimulator::world() { return parts_->world; }

Result<> ErpSimulator::set_fault(std::string_view text) {
    auto parsed = TRY(parse_fault(text));
    if (parsed.name == "down") {
        stop();
        return {};
    }
    const std::lock_guard lock(parts_->world.mutex);
    parts_->world.faults.set(std::move(parsed));
    return {};
}

void ErpSimulator::clear_faults() {
    const std::lock_guard lock(parts_->world.mutex);
    parts_->world.faults.clear("all");
}

void ErpSimulator::expire_sessions() {
    const std::lock_guard lock(parts_->world.mutex);
    parts_->world.sessions.clear();
}

std::int64_t ErpSimulator::calls(std::string_view operation) {
    const std::lock_guard lock(parts_->world.mutex);
    std::int64_t count = 0;
    for (const auto& [name, times] : parts_->world.calls)
        if (operation.empty() || name == operation) count += times;
    return count;
}

void ErpSimulator::reset_calls() {
    const std::lock_guard lock(parts_->world.mutex);
    parts_->world.calls.clear();
}

Result<std::int64_t> ErpSimulator::apply(const Edit& change) {
    const std::lock_guard lock(parts_->world.mutex);
    return apply_edit(parts_->world, change);
}

void ErpSimulator::edit(const std::function<void(World&)>& change) {
    const std::lock_guard lock(parts_->world.mutex);
    change(parts_->world);
}

}  // namespace busy24::simulator
