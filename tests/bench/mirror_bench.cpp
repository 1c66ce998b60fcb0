// Prints what the mirror costs at 1,000, 10,000 and 100,000 projects: the first one, a run without
// changes and one with ten, beside a program that fetches and inserts the same and nothing else.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
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

constexpr std::size_t rounds_count = 3;

struct Cost {
    double seconds = 0;
    double processor_seconds = 0;
    std::int64_t calls = 0;
    std::int64_t bytes = 0;
};

struct Figures {
    Cost first;
    Cost members;                // fetched after it
    double preview_seconds = 0;  // the part of it before «Koble til konto»
    std::int64_t peak_mib = 0;
    Cost quiet;
    Cost ten_changes;
    Cost bare;
    double ratio() const { return first.seconds / bare.seconds; }
};

Cost operator-(const Cost& a, const Cost& b) {
    return {a.seconds - b.seconds, a.processor_seconds - b.processor_seconds, a.calls - b.calls,
            a.bytes - b.bytes};
}

// What has been used up since it was made.
class Meter {
public:
    explicit Meter(MirrorRig& rig) : rig_(rig) { rig.transport.calls = rig.transport.bytes = 0; }
    Cost read() const {
        return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(),
                static_cast<double>(std::clock() - processor_begin_) / CLOCKS_PER_SEC,
                rig_.transport.calls, rig_.transport.bytes};
    }

private:
    MirrorRig& rig_;
    const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    const std::clock_t processor_begin_ = std::clock();
};

// Aborts when the work does not succeed: its figures would be about something else.
Cost cost_of(MirrorRig& rig, const std::function<bool()>& work) {
    const Meter meter(rig);
    if (!work()) std::abort();
    return meter.read();
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

// Of this process and of those that it has waited for: curl is part of the bare program.
double processor_seconds() {
    double seconds = 0;
    for (const int whose : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        ::getrusage(whose, &usage);
        for (const auto& part : {usage.ru_utime, usage.ru_stime})
            seconds += static_cast<double>(part.tv_sec) + static_cast<double>(part.tv_usec) / 1e6;
    }
    return seconds;
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
Cost bare_cost(const MirrorRig& rig, const ServedErp& erp) {
    const auto file = rig.folder.file("bare.db");
    if (!store::migrate(*store::open_sqlite(file).value(), store::all_migrations(), "").ok())
        std::abort();
    const auto before = processor_seconds();
    Cost cost;
    cost.seconds = seconds_of([&] {
        fetch_barely(rig, erp, erp::project_service::GetProjectList{});
        fetch_barely(rig, erp, erp::project_service::GetDeactivatedProjects{});
        bare_insert(rig.database_file, file,
                    {"workspace", "connection", "run", "customer", "work_type", "person", "project",
                     "record", "link", "run_record", "project_detail"});
    });
    cost.processor_seconds = processor_seconds() - before;
    return cost;
}

Figures measure(const ServedErp& erp) {
    MirrorRig rig(erp.url());
    Figures figures;
    Meter meter(rig);
    figures.preview_seconds = seconds_of([&] {
        if (!rig.prepare()) std::abort();
    });
    if (!rig.start([&] { figures.first = meter.read(); })) std::abort();
    figures.members = meter.read() - figures.first;
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    figures.peak_mib = usage.ru_maxrss / 1024;
    figures.bare = bare_cost(rig, erp);
    figures.quiet = cost_of_quiet_run(rig);
    if (!rename_ten(rig, erp)) std::abort();
    figures.ten_changes = cost_of(rig, [&] { return rig.sync(); });
    return figures;
}

void print_cost(const std::string& what, const Cost& cost, const Goal& calls) {
    print_figure(what + ": time", cost.seconds * 1'000, "ms");
    print_figure(what + ": processor", cost.processor_seconds * 1'000, "ms");
    print_figure(what + ": received", static_cast<double>(cost.bytes) / 1'000, "kB");
    print_figure(what + ": SOAP calls", static_cast<double>(cost.calls), "", calls);
}

void print(std::size_t projects, const Figures& figures) {
    std::printf("Mirror of %zu projects\n", projects);
    print_cost("first mirror", figures.first, {.most = 12});
    // A thousand projects a call, so 60 is the goal up to 10,000.
    print_cost("members, after it", figures.members,
               {.most = projects > 10'000 ? static_cast<double>(projects) / 1'000 : 60.0 - 12});
    print_figure("first mirror: the preview's part", figures.preview_seconds * 1'000, "ms");
    print_figure("first mirror: peak memory", static_cast<double>(figures.peak_mib), "MiB",
                 {.most = 64});
    print_figure("bare fetch and insert: time", figures.bare.seconds * 1'000, "ms");
    print_figure("bare fetch and insert: processor", figures.bare.processor_seconds * 1'000, "ms");
    print_figure("first mirror / bare fetch and insert", figures.ratio(), "x", {.most = 2});
    // Other programs on the machine change it less.
    print_figure("the same, in processor time",
                 figures.first.processor_seconds / figures.bare.processor_seconds, "x");
    print_cost("run without changes", figures.quiet, {.most = 12});
    print_cost("run with 10 changes there", figures.ten_changes, {.most = 12});
}

struct Calls {
    std::int64_t first = 0;
    std::int64_t members = 0;
};

// Ten thousand projects, customers, persons and work types. Which work types a project allows costs
// a call each, and is not fetched before somebody looks.
bool print_everything() {
    constexpr std::size_t many = 10'000;
    const ServedErp erp({.projects = many, .companies = many, .persons = many, .work_types = many});
    const auto calls = in_child<Calls>([&] {
        MirrorRig rig(erp.url());
        const Meter meter(rig);
        Calls counted;
        if (!rig.prepare() || !rig.start([&] { counted.first = meter.read().calls; })) std::abort();
        counted.members = meter.read().calls - counted.first;
        return std::optional(counted);
    });
    if (!calls) return false;
    std::printf("Mirror of 10,000 of everything\n");
    print_figure("first mirror: SOAP calls", static_cast<double>(calls->first), "", {.most = 12});
    print_figure("first mirror and members: SOAP calls",
                 static_cast<double>(calls->first + calls->members), "", {.most = 60});
    return true;
}

}  // namespace

// The sizes can be given instead of those of the goals.
int main(int count, char** values) {
    std::vector<std::size_t> sizes;
    for (int i = 1; i < count; ++i) sizes.push_back(std::strtoull(values[i], nullptr, 10));
    if (sizes.empty()) sizes = {1'000, 10'000, 100'000};
    std::vector<Figures> all;
    for (const auto projects : sizes) {
        const ServedErp erp({.projects = projects});
        std::vector<Figures> rounds;
        while (rounds.size() < rounds_count) {
            const auto figures = in_child<Figures>([&] { return std::optional(measure(erp)); });
            if (!figures) return 1;
            rounds.push_back(*figures);
        }
        // In the later ones, the changes of the one before are still read again: their overlap.
        const auto quiet = rounds.front().quiet;
        // The one in the middle, since other programs run on the machine too.
        std::sort(rounds.begin(), rounds.end(),
                  [](const Figures& a, const Figures& b) { return a.ratio() < b.ratio(); });
        all.push_back(rounds[rounds_count / 2]);
        all.back().quiet = quiet;
        print(projects, all.back());
    }
    if (!print_everything()) return 1;
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
