// Prints what the mirror costs at 1,000, 10,000 and 100,000 projects: the first one, a run without
// changes and one with ten, beside a program that fetches and inserts the same and nothing else.
#include <sys/resource.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "proxy/erp/project_service.hpp"
#include "proxy/erp/soap_codec.hpp"
#include "tests/bench/bare.hpp"
#include "tests/bench/child.hpp"
#include "tests/bench/goal.hpp"
#include "tests/bench/mirror_rig.hpp"

namespace {

using namespace busy24;
using namespace busy24::bench;

struct Cost {
    double seconds = 0;
    double processor_seconds = 0;
    std::int64_t calls = 0;
    std::int64_t bytes = 0;
};

struct Figures {
    Cost first;
    double preview_seconds = 0;  // the part of it before «Koble til konto»
    std::int64_t peak_mib = 0;
    Cost quiet;
    Cost ten_changes;
    double bare_seconds = 0;
};

// Aborts when the work does not succeed: its figures would be about something else.
Cost cost_of(MirrorRig& rig, const std::function<bool()>& work) {
    rig.transport.calls = rig.transport.bytes = 0;
    const auto begin = std::clock();
    Cost cost;
    cost.seconds = seconds_of([&] {
        if (!work()) std::abort();
    });
    cost.processor_seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    cost.calls = rig.transport.calls;
    cost.bytes = rig.transport.bytes;
    return cost;
}

// The best of many, since a millisecond is soon two.
Cost cost_of_quiet_run(MirrorRig& rig) {
    std::vector<Cost> costs;
    for (int i = 0; i < 50; ++i) costs.push_back(cost_of(rig, [&] { return rig.sync(); }));
    return *std::min_element(costs.begin(), costs.end(), [](const Cost& a, const Cost& b) {
        return a.processor_seconds < b.processor_seconds;
    });
}

bool rename_ten(MirrorRig& rig, const ServedErp& erp) {
    const auto rows =
        rig.database->query("SELECT number FROM project WHERE is_active = 1 LIMIT 10", {});
    if (!rows.ok() || rows.value().size() != 10) return false;
    return std::all_of(rows.value().begin(), rows.value().end(), [&](const auto& row) {
        return erp.control("/edit?kind=project&what=rename&name=Ny%20heis%20i%20trapp%20B&id=" +
                           row[0].value_or(""));
    });
}

template <class Call>
void fetch_barely(const MirrorRig& rig, const ServedErp& erp, const Call& call) {
    (void)bare_fetch({.url = erp.url() + "/Project/V001/ProjectService.asmx",
                      .operation = std::string(Call::wire.name),
                      .envelope = erp::encode(call),
                      .session_id = rig.session.id},
                     rig.folder.file("envelope.xml"));
}

// The same two lists, and the rows that the first mirror has left behind.
double bare_seconds(const MirrorRig& rig, const ServedErp& erp) {
    const auto file = rig.folder.file("bare.db");
    if (!store::migrate(*store::open_sqlite(file).value(), store::all_migrations(), "").ok())
        std::abort();
    return seconds_of([&] {
        fetch_barely(rig, erp, erp::project_service::GetProjectList{});
        fetch_barely(rig, erp, erp::project_service::GetDeactivatedProjects{});
        bare_insert(rig.database_file, file,
                    {"workspace", "connection", "run", "customer", "work_type", "person", "project",
                     "record", "link", "run_record"});
    });
}

Figures measure(const ServedErp& erp) {
    MirrorRig rig(erp.url());
    Figures figures;
    figures.first = cost_of(rig, [&] {
        bool is_read = false;
        figures.preview_seconds = seconds_of([&] { is_read = rig.prepare(); });
        return is_read && rig.start();
    });
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    figures.peak_mib = usage.ru_maxrss / 1024;
    figures.bare_seconds = bare_seconds(rig, erp);
    figures.quiet = cost_of_quiet_run(rig);
    if (!rename_ten(rig, erp)) std::abort();
    figures.ten_changes = cost_of(rig, [&] { return rig.sync(); });
    return figures;
}

void print_cost(const std::string& what, const Cost& cost) {
    print_figure(what + ": time", cost.seconds * 1'000, "ms");
    print_figure(what + ": processor", cost.processor_seconds * 1'000, "ms");
    print_figure(what + ": received", static_cast<double>(cost.bytes) / 1'000, "kB");
    print_figure(what + ": SOAP calls", static_cast<double>(cost.calls), "", {.most = 12});
}

void print(std::size_t projects, const Figures& figures) {
    std::printf("Mirror of %zu projects\n", projects);
    print_cost("first mirror", figures.first);
    print_figure("first mirror: the preview's part", figures.preview_seconds * 1'000, "ms");
    print_figure("first mirror: peak memory", static_cast<double>(figures.peak_mib), "MiB");
    print_figure("first mirror / bare fetch and insert",
                 figures.first.seconds / figures.bare_seconds, "x", {.most = 2});
    print_cost("run without changes", figures.quiet);
    print_cost("run with 10 changes there", figures.ten_changes);
}

}  // namespace

int main() {
    std::vector<Figures> all;
    for (const std::size_t projects : {1'000, 10'000, 100'000}) {
        const ServedErp erp(projects);
        const auto figures = in_child<Figures>([&] { return std::optional(measure(erp)); });
        if (!figures) return 1;
        print(projects, *figures);
        all.push_back(*figures);
    }
    const auto& few = all.front().quiet;
    const auto& many = all.back().quiet;
    std::printf("Run without changes, 100,000 projects against 1,000\n");
    // The simulator looks through all its projects for what has changed, and that takes its time.
    print_figure("processor", many.processor_seconds / few.processor_seconds, "x",
                 {.most = 1.2, .least = 0.8});
    print_figure("SOAP calls", static_cast<double>(many.calls) / static_cast<double>(few.calls),
                 "x", {.most = 1});
    print_figure("received", static_cast<double>(many.bytes) / static_cast<double>(few.bytes), "x",
                 {.most = 1});
}
