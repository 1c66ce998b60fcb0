// Prints how long 1,000 and 100,000 projects take to decode and how much memory that needs, beside
// a bare expat parse of the same bytes.
#include <expat.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <string>

#include "tests/bench/project_answer.hpp"

namespace {

using namespace busy24;
using namespace busy24::bench;
using namespace busy24::erp;

struct Cost {
    double seconds;
    std::size_t bytes;
    long peak_kib;
    int items;
};

Cost measure(
    int projects,
    const std::function<
        int(const std::function<void(const std::function<void(std::string_view)>&)>&)>& decode) {
    std::size_t bytes = 0;
    // What making the answer costs, to be taken off.
    const auto made_from = std::chrono::steady_clock::now();
    project_answer(projects, [&](std::string_view piece) { bytes += piece.size(); });
    const auto begin = std::chrono::steady_clock::now();
    const int items = decode([&](const auto& sink) { project_answer(projects, sink); });
    const auto end = std::chrono::steady_clock::now();
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const std::chrono::duration<double> seconds = (end - begin) - (begin - made_from);
    return {seconds.count(), bytes, usage.ru_maxrss, items};
}

Cost by_codec(int projects) {
    return measure(projects, [](const auto& produce) {
        int items = 0;
        ItemFeed<project_service::Project> feed{[&](project_service::Project&&) -> Result<> {
            ++items;
            return {};
        }};
        SoapReader reader("GetProjectList", feed.target());
        produce([&](std::string_view piece) { reader.feed(piece); });
        return reader.finish().ok() ? items : -1;
    });
}

Cost by_bare_expat(int projects) {
    return measure(projects, [](const auto& produce) {
        int elements = 0;
        const auto parser = XML_ParserCreate(nullptr);
        XML_SetUserData(parser, &elements);
        XML_SetElementHandler(
            parser,
            [](void* count, const XML_Char*, const XML_Char**) { ++*static_cast<int*>(count); },
            [](void*, const XML_Char*) {});
        XML_SetCharacterDataHandler(parser, [](void*, const XML_Char*, int) {});
        std::string block;
        produce([&](std::string_view piece) {
            block += piece;
            if (block.size() < 65'536) return;
            XML_Parse(parser, block.data(), static_cast<int>(block.size()), 0);
            block.clear();
        });
        XML_Parse(parser, block.data(), static_cast<int>(block.size()), 1);
        XML_ParserFree(parser);
        return elements;
    });
}

// A process each, for the peak is the process's.
void print_in_child(const char* name, int projects, Cost (*run)(int)) {
    std::fflush(stdout);
    if (const auto child = ::fork(); child != 0) {
        ::waitpid(child, nullptr, 0);
        return;
    }
    const auto cost = run(projects);
    std::printf("%-12s %7d projects %8.1f MB %8.3f s %7.1f MB/s   peak %6ld KiB  (%d read)\n", name,
                projects, static_cast<double>(cost.bytes) / 1e6, cost.seconds,
                static_cast<double>(cost.bytes) / 1e6 / cost.seconds, cost.peak_kib, cost.items);
    std::fflush(stdout);
    ::_exit(0);
}

}  // namespace

int main() {
    for (const int projects : {1'000, 100'000}) {
        print_in_child("bare expat", projects, by_bare_expat);
        print_in_child("codec", projects, by_codec);
    }
}
