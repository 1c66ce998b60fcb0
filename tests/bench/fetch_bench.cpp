// Prints how long 100,000 projects take to be fetched over HTTP and decoded, beside curl piped into
// a bare expat parse of the same answer. A server that does nothing but send it is the other side.
#include <httplib.h>

#include <algorithm>
#include <thread>

#include "proxy/doors/http_transport.hpp"
#include "tests/bench/bare.hpp"
#include "tests/bench/child.hpp"
#include "tests/bench/goal.hpp"
#include "tests/bench/project_answer.hpp"
#include "tests/bench/server_process.hpp"
#include "tests/fakes/temporary_folder.hpp"

namespace {

using namespace busy24;
using namespace busy24::bench;

constexpr int projects = 100'000;

// The way of Exchange, without a session and a turn.
int fetched(const std::string& url) {
    int items = 0;
    erp::ItemFeed<erp::project_service::Project> feed{
        [&](erp::project_service::Project&&) -> Result<> {
            ++items;
            return {};
        }};
    erp::SoapReader reader("GetProjectList", feed.target());
    NetworkTransport transport;
    const auto answer = transport.send({.url = url, .body = "<x/>"},
                                       [&](std::string_view piece) { return reader.feed(piece); });
    return answer.ok() && reader.finish().ok() ? items : 0;
}

void serve(const std::string& answer, const ServerProcess::UntilStopped& until_stopped) {
    httplib::Server server;
    server.Post("/", [&](const httplib::Request&, httplib::Response& response) {
        response.set_content_provider(
            answer.size(), "text/xml", [&](std::size_t at, std::size_t, httplib::DataSink& sink) {
                constexpr std::size_t block = 65'536;
                return sink.write(answer.data() + at, std::min(block, answer.size() - at));
            });
    });
    const int port = server.bind_to_any_port("127.0.0.1");
    std::thread listening([&] { server.listen_after_bind(); });
    until_stopped({port, 0});
    server.stop();
    listening.join();
}

}  // namespace

int main() {
    std::string answer;
    project_answer(projects, [&](std::string_view piece) { answer += piece; });
    const ServerProcess server([&](const auto& until_stopped) { serve(answer, until_stopped); });
    const auto url = "http://127.0.0.1:" + std::to_string(server.ports[0]) + "/";
    const TemporaryFolder folder;
    double ours = 1e9, bare = 1e9;
    int items = 0, elements = 0;
    // In turns, and the best of each, since other programs run on the machine too.
    for (int round = 0; round < 3; ++round) {
        ours = std::min(ours, seconds_of([&] { items = fetched(url); }));
        bare = std::min(bare, seconds_of([&] {
                            elements = bare_fetch({.url = url}, folder.file("envelope.xml"));
                        }));
    }
    std::printf("Fetch of 100,000 projects over HTTP\n");
    print_figure("received", static_cast<double>(answer.size()) / 1e6, "MB");
    print_figure("fetched and decoded", ours, "s");
    print_figure("curl and a bare expat parse", bare, "s");
    // Without curl there is nothing to compare with.
    if (elements > 0) print_figure("ours / bare", ours / bare, "x", {.most = 1.5});
    return items == projects ? 0 : 1;
}
