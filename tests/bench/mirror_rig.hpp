// A connected workspace with its own database, in front of a served simulator.
#pragma once

#include "proxy/store/connections.hpp"
#include "proxy/store/migrations.hpp"
#include "proxy/store/workspaces.hpp"
#include "proxy/sync/mirror.hpp"
#include "tests/bench/served_erp.hpp"
#include "tests/fakes/temporary_folder.hpp"

namespace busy24::bench {

class CountingTransport final : public HttpTransport {
public:
    std::int64_t calls = 0;
    std::int64_t bytes = 0;  // of the answers' bodies

    Result<HttpAnswer> send(const HttpRequest& request, const BodySink& sink) override {
        ++calls;
        return inner_.send(request, [&](std::string_view piece) {
            bytes += static_cast<std::int64_t>(piece.size());
            return sink(piece);
        });
    }

private:
    NetworkTransport inner_;
};

// Remembers the newest session, so that others than the mirror can call with it.
class OpenSession final : public erp::SessionStore {
public:
    std::string id;
    Result<std::optional<Secret>> load(const erp::SessionKey&) override {
        return std::optional<Secret>();
    }
    Result<> save(const erp::SessionKey&, const Secret& session_id) override {
        id = session_id.reveal();
        return {};
    }
    Result<> erase(const erp::SessionKey&) override { return {}; }
};

class MirrorRig {
public:
    explicit MirrorRig(const std::string& erp_url)
        : client_(transport, clock_, random_, session,
                  {.application_id = std::string(simulator::demo::application_id),
                   .api_url = erp_url,
                   .webservices_url = erp_url,
                   .rates = erp::rates_within(1'000'000'000)}) {
        is_ready_ =
            store::migrate(*database, store::all_migrations(), "").ok() &&
            store::Workspaces(*database).save({.id = workspace_, .tenant_id = tenant_}).ok() &&
            store::Connections(*database)
                .save({.id = connection_, .workspace_id = workspace_, .tenant_id = tenant_})
                .ok();
    }

    // What the preview does, and then «Koble til konto».
    bool prepare() {
        if (!is_ready_ || !mirror_.prepare(connection_).ok()) return false;
        mirror_.work_until_idle();
        return true;
    }
    // `when_done` is told when the run is over; the members are fetched after that.
    bool start(const std::function<void()>& when_done) {
        when_done_ = when_done;
        if (!mirror_.start_first_run(connection_, "").ok()) return false;
        mirror_.work_until_idle();
        when_done_ = [] {};
        return has_succeeded();
    }
    bool sync() {
        if (!mirror_.sync(connection_, "", store::Scope::changes).ok()) return false;
        mirror_.work_until_idle();
        return has_succeeded();
    }

    const TemporaryFolder folder;
    const std::string database_file = folder.file("busy24.db");
    std::unique_ptr<store::Database> database = store::open_sqlite(database_file).value();
    CountingTransport transport;
    OpenSession session;

private:
    bool has_succeeded() {
        const auto run = mirror_.run(workspace_, {});
        return run.ok() && run.value().state == api::RunState::succeeded;
    }

    const WorkspaceId workspace_{"workspace"};
    const ConnectionId connection_{"connection"};
    const std::int64_t tenant_ = simulator::demo::granlund;
    bool is_ready_ = false;
    SystemClock clock_;
    SystemRandom random_;
    erp::Client client_;
    std::function<void()> when_done_ = [] {};
    sync::Mirror mirror_{{.database = *database,
                          .clock = clock_,
                          .random = random_,
                          .erp =
                              [this](const auto&) {
                                  return client_.session(
                                      {.username = std::string(simulator::demo::api_user),
                                       .password = Secret(simulator::demo::api_user_password)},
                                      TenantId{tenant_});
                              },
                          .note =
                              [this](const sync::MirrorNote& note) {
                                  if (note.event == "run_done") when_done_();
                              }}};
};

}  // namespace busy24::bench
