// What the program promises about sessions when many ask at once. Run under ThreadSanitizer too.
#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "proxy/erp/project_service.hpp"
#include "tests/erp/sessioned_erp.hpp"

using namespace busy24;
using namespace busy24::erp;
using project_service::GetProjectRoles;

namespace {

// Real time, since a manual clock jumps while threads wait for each other.
struct ThreadedRig {
    SessionedErp erp;
    SystemClock clock;
    SeededRandom random;
    MemorySessionStore store;
    Client client{erp, clock, random, store, options()};
};

void in_threads(int count, const std::function<void(int)>& work) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) threads.emplace_back(work, i);
    for (auto& thread : threads) thread.join();
}

RecordingTransport::Answer slowly(RecordingTransport::Answer answer) {
    return [answer = std::move(answer)](const HttpRequest& request, const BodySink& sink) {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        return answer(request, sink);
    };
}

}  // namespace

TEST_CASE("a hundred callers that ask for the same session cause one login") {
    ThreadedRig rig;
    rig.erp.script.from_now_on("Login", slowly(rig.erp.natural("Login")));
    std::atomic<int> opened = 0;
    in_threads(100, [&](int) {
        if (rig.client.session(kari(), fjordbygg).ok()) ++opened;
    });
    CHECK(opened == 100);
    CHECK(rig.erp.script.count("Login") == 1);
}

TEST_CASE("one login per session loss, with a thousand calls that notice it") {
    ThreadedRig rig;
    const auto session = rig.client.session(kari(), fjordbygg).value();
    rig.erp.script.from_now_on("Login", slowly(rig.erp.natural("Login")));
    rig.erp.script.forget_calls();
    for (int loss = 1; loss <= 3; ++loss) {
        rig.erp.end_all_sessions();
        std::atomic<int> answered = 0;
        in_threads(50, [&](int) {
            for (int i = 0; i < 20; ++i)
                if (session.call(GetProjectRoles{}).ok()) ++answered;
        });
        CHECK(answered == 1000);
        CHECK(rig.erp.script.count("Login") == loss);
    }
}

TEST_CASE("callers that wait for a login that fails get its failure, and do not each try again") {
    ThreadedRig rig;
    rig.erp.accept_password("annet");
    rig.erp.script.from_now_on("Login", slowly(rig.erp.natural("Login")));
    std::atomic<int> refused = 0;
    in_threads(100, [&](int) {
        const auto session = rig.client.session(kari(), fjordbygg);
        if (!session.ok() && session.error().reason == "wrong_login") ++refused;
    });
    CHECK(refused == 100);
    CHECK(rig.erp.script.count("Login") == 1);
}

TEST_CASE("two clients' sessions are opened and used side by side") {
    ThreadedRig rig;
    std::atomic<int> right = 0;
    in_threads(40, [&](int thread) {
        const auto tenant = thread % 2 == 0 ? fjordbygg : nordlys;
        const auto session = rig.client.session(kari(), tenant);
        if (!session.ok() || session.value().identity().client->id != tenant.value) return;
        if (session.value().call(GetProjectRoles{}).ok()) ++right;
        if (thread == 7) rig.client.forget("kari@fjordbygg.example");
        if (thread % 10 == 0) (void)rig.client.sign_in(kari());
    });
    CHECK(right == 40);
}

TEST_CASE("stopping lets go of everybody who waits for a turn") {
    ThreadedRig rig;
    Client slow(rig.erp, rig.clock, rig.random, rig.store,
                options({.calls_per_second = 0.1, .burst = 2, .reserved_for_people = 0}));
    std::atomic<int> ended = 0;
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        slow.stop();
    });
    in_threads(10, [&](int) {
        const auto session = slow.session(kari(), fjordbygg);
        if (!session.ok() || !session.value().call(GetProjectRoles{}).ok()) ++ended;
    });
    stopper.join();
    CHECK(ended >= 9);
}
