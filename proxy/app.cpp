// Builds the parts in the order in which they need each other, and binds calls to handlers.
#include "proxy/app.hpp"

#include <condition_variable>

#include "proxy/connection/alarm.hpp"
#include "proxy/connection/connection_control.hpp"
#include "proxy/control/audit_log.hpp"
#include "proxy/control/mirror_control.hpp"
#include "proxy/file_lock.hpp"
#include "proxy/help/help.hpp"
#include "proxy/http/openapi.hpp"
#include "proxy/http/sessions.hpp"
#include "proxy/jobs/worker.hpp"
#include "proxy/onboarding/accounts.hpp"
#include "proxy/onboarding/erp_access.hpp"
#include "proxy/onboarding/onboarding.hpp"
#include "proxy/onboarding/recovery.hpp"
#include "proxy/onboarding/settings.hpp"
#include "proxy/people/own_profile.hpp"
#include "proxy/people/people.hpp"
#include "proxy/records/members.hpp"
#include "proxy/records/records.hpp"
#include "proxy/routes.hpp"
#include "proxy/store/audit.hpp"
#include "proxy/store/erp_sessions.hpp"
#include "proxy/store/migrations.hpp"

namespace busy24 {

namespace {

constexpr std::int64_t sweep_every_ms = minute_ms;
// A draft lives on with its session, which a new log-in on page 1 makes young again; a week without
// «Koble til konto» is the end of it.
constexpr std::int64_t draft_lifetime_ms = 7 * day_ms;
// For so long a link for a new password still says why it no longer works.
constexpr std::int64_t reset_kept_ms = 30 * day_ms;

}  // namespace

// Declared in the order of need, so that destruction goes the other way.
struct App::Parts {
    Doors doors;
    Config config;
    FileLock lock;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<security::Vault> vault;
    http::StaticFiles files;

    std::unique_ptr<SmtpTransport> smtp =
        config.smtp ? std::make_unique<SmtpTransport>(config.smtp) : nullptr;
    mail::PostOffice post_office{{.database = *database,
                                  .vault = *vault,
                                  .transport = doors.mail ? doors.mail : smtp.get(),
                                  .clock = doors.clock,
                                  .random = doors.random,
                                  .log = doors.log}};

    store::Workspaces workspaces{*database};
    store::Connections connections{*database};
    store::Credentials credentials{*database, *vault};
    store::Users users{*database};
    store::Passwords passwords{*database, doors.random};
    store::Invitations invitations{*database};
    store::PasswordResets password_resets{*database};
    store::Devices devices{*database, doors.random};
    store::Audit audit{*database, *vault};
    store::MirrorStates mirror_states{*database};
    store::HelpRatings help_ratings{*database};
    store::UserSessions user_sessions{*database, doors.random};
    store::OnboardingDrafts drafts{*database};
    store::LoginAttempts attempts{*database, doors.random};
    store::ErpSessions erp_sessions{*database, *vault, doors.clock};
    erp::Client erp{doors.transport,
                    doors.clock,
                    doors.random,
                    erp_sessions,
                    {.application_id = config.application_id,
                     .api_url = config.erp_api_url,
                     .webservices_url = config.erp_webservices_url,
                     .rates = erp::rates_within(config.erp_requests_per_hour)}};
    onboarding::Logins logins{doors.clock};
    onboarding::Places places{*database,   workspaces, connections, users,
                              invitations, audit,      doors.random};
    onboarding::AnswerSeats answer_seats{onboarding::AnswerSeats::of_strangers,
                                         onboarding::AnswerSeats::of_known};
    onboarding::ErpLogins erp_logins{attempts, erp, doors.clock};
    onboarding::ErpAccess erp_access{connections, credentials, logins, erp, doors.clock};
    connection::Alarm alarm{
        {.database = *database,
         .workspaces = workspaces,
         .users = users,
         .post_office = post_office,
         .settings_url = config.public_url.origin + "/innstillinger/24sevenoffice/tilgang"}};
    connection::Health health{{.database = *database,
                               .connections = connections,
                               .erp_access = erp_access,
                               .erp = erp,
                               .clock = doors.clock,
                               .warn = [this](const Error& error) { warn("health_failed", error); },
                               .tell = [this](const auto& change) { return alarm.tell(change); }}};
    jobs::Worker health_worker{doors.clock, [this] { return test_connections(); }};
    sync::Mirror mirror{{.database = *database,
                         .clock = doors.clock,
                         .random = doors.random,
                         .erp = [this](const ConnectionId& id) { return erp_access.open(id); },
                         .note = [this](const sync::MirrorNote& note) { take_note(note); },
                         .save_lasts_ms = config.erp_save_seconds * second_ms}};

    http::Sessions sessions{user_sessions, doors.clock};
    onboarding::Parts onboarding_parts{.database = *database,
                                       .workspaces = workspaces,
                                       .connections = connections,
                                       .credentials = credentials,
                                       .users = users,
                                       .passwords = passwords,
                                       .drafts = drafts,
                                       .attempts = attempts,
                                       .devices = devices,
                                       .places = places,
                                       .erp_logins = erp_logins,
                                       .answer_seats = answer_seats,
                                       .sessions = sessions,
                                       .logins = logins,
                                       .erp = erp,
                                       .mirror = mirror,
                                       .audit = audit,
                                       .clock = doors.clock,
                                       .random = doors.random};
    onboarding::Onboarding onboarding{onboarding_parts};
    onboarding::Accounts accounts{onboarding_parts};
    onboarding::Settings settings{onboarding_parts};
    people::People people{{.database = *database,
                           .workspaces = workspaces,
                           .connections = connections,
                           .users = users,
                           .user_sessions = user_sessions,
                           .invitations = invitations,
                           .passwords = passwords,
                           .devices = devices,
                           .sessions = sessions,
                           .post_office = post_office,
                           .public_url = config.public_url.origin,
                           .audit = audit,
                           .clock = doors.clock,
                           .random = doors.random}};
    people::OwnProfile own_profile{{.database = *database,
                                    .users = users,
                                    .user_sessions = user_sessions,
                                    .passwords = passwords,
                                    .attempts = attempts,
                                    .devices = devices,
                                    .audit = audit,
                                    .clock = doors.clock}};
    onboarding::Recovery recovery{{.database = *database,
                                   .users = users,
                                   .passwords = passwords,
                                   .user_sessions = user_sessions,
                                   .resets = password_resets,
                                   .attempts = attempts,
                                   .devices = devices,
                                   .post_office = post_office,
                                   .answer_seats = answer_seats,
                                   .accounts = accounts,
                                   .public_url = config.public_url.origin,
                                   .audit = audit,
                                   .clock = doors.clock,
                                   .random = doors.random}};
    records::Records records{{.database = *database,
                              .connections = connections,
                              .audit = audit,
                              .clock = doors.clock,
                              .random = doors.random,
                              .changed = [this](const WorkspaceId&) { mirror.busy_changed(); }}};
    control::MirrorControl mirror_control{{.database = *database,
                                           .connections = connections,
                                           .mirror = mirror,
                                           .audit = audit,
                                           .clock = doors.clock,
                                           .random = doors.random}};
    control::AuditLog audit_log{audit};
    connection::ConnectionControl connection_control{{.database = *database,
                                                      .workspaces = workspaces,
                                                      .connections = connections,
                                                      .credentials = credentials,
                                                      .users = users,
                                                      .passwords = passwords,
                                                      .attempts = attempts,
                                                      .erp_sessions = erp_sessions,
                                                      .audit = audit,
                                                      .logins = logins,
                                                      .erp = erp,
                                                      .application_id = config.application_id,
                                                      .mirror = mirror,
                                                      .health = health,
                                                      .recovery = recovery,
                                                      .can_send_mail = post_office.can_send(),
                                                      .clock = doors.clock,
                                                      .random = doors.random}};
    records::Members members{*database, audit, doors.clock, doors.random};
    setup::CarryingOut carrying_out{*database, doors.clock, doors.random,
                                    [this](const Error& error) { warn("setup_failed", error); }};
    setup::FirstSetup first_setup{*database, audit, carrying_out, doors.clock, doors.random};
    setup::Readiness readiness{
        *database,   audit,        people,
        doors.clock, doors.random, [this](const Error& error) { warn("reminder_failed", error); }};
    http::Router router{[this](const http::Session& session, const std::string& project) {
        return members.standing_in(session, project);
    }};
    help::Help help{{.connections = connections,
                     .mirror_states = mirror_states,
                     .ratings = help_ratings,
                     .clock = doors.clock}};
    http::Site site{
        {.public_url = config.public_url,
         .router = router,
         .files = files,
         .find_session = [this](std::string_view token) { return sessions.find(token); },
         .openapi = http::openapi_document(),
         .clock = doors.clock,
         .random = doors.random,
         .log = doors.log}};

    std::mutex mutex;
    std::condition_variable stopped;
    bool is_stopping = false;
    std::thread sweeper;

    // What the database refuses is tried again with the next note or the next minute.
    void take_note(const sync::MirrorNote& note) {
        if (const auto taken = health.take(note); !taken.ok()) warn("health_failed", taken.error());
        health_worker.wake();
    }
    std::optional<Instant> test_connections() {
        const auto next = health.test_due();
        if (next.ok()) return next.value();
        warn("health_failed", next.error());
        return std::nullopt;
    }
    void warn(const std::string& event, const Error& error) {
        doors.log.write({.level = LogLevel::warning,
                         .event = event,
                         .code = std::string(word_of(error.code)),
                         .detail = error.detail});
    }
};

Result<std::unique_ptr<App>> App::open(const Config& config, Doors doors) {
    auto files = TRY(http::StaticFiles::load(config.web_root));
    auto lock = TRY(FileLock::take(config.database + ".lock").context("BUSY24_DATABASE"));
    auto database = TRY(doors.open_database(config.database).context("BUSY24_DATABASE"));
    const auto version = TRY(store::version_of(*database));
    TRY(store::migrate(*database, store::all_migrations(), config.database + ".before-migration")
            .context("BUSY24_DATABASE"));
    auto vault =
        TRY(security::Vault::open(config.key_file, doors.random, store::data_keys_in(*database))
                .context("BUSY24_KEY_FILE"));
    auto parts = std::unique_ptr<Parts>(new Parts{.doors = doors,
                                                  .config = config,
                                                  .lock = std::move(lock),
                                                  .database = std::move(database),
                                                  .vault = std::move(vault),
                                                  .files = std::move(files)});
    // At this start alone: later ones would seal what somebody else has made of the log.
    if (version < store::audit_seal_migration) TRY(parts->audit.seal_all());
    bind_routes(parts->router, parts->accounts, parts->onboarding, parts->settings, parts->people,
                parts->records, parts->mirror_control, parts->audit_log, parts->connection_control,
                parts->recovery, parts->own_profile, parts->members, parts->readiness,
                parts->first_setup, parts->help);
    return std::unique_ptr<App>(new App(std::move(parts)));
}

App::App(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

App::~App() { stop(); }

http::Site& App::site() { return parts_->site; }

sync::Mirror& App::mirror() { return parts_->mirror; }

mail::PostOffice& App::post_office() { return parts_->post_office; }
setup::CarryingOut& App::setups() { return parts_->carrying_out; }

void App::test_due_connections() { (void)parts_->test_connections(); }

// The program may have ended between founding a workspace and starting its first run.
Result<> App::start_missing_runs() {
    const auto connected = TRY(store::select_all<store::Connection>(
        *parts_->database, {store::equals("state", store::ConnectionState::connected)}));
    for (const auto& connection : connected) {
        const auto newest = parts_->mirror.run(connection.workspace_id, {});
        if (newest.ok() || newest.error().code != ErrorCode::not_found) continue;
        TRY(parts_->mirror.start_first_run(connection.id, ""));
    }
    return {};
}

Result<> App::start() {
    TRY(sweep());
    TRY(start_missing_runs());
    parts_->mirror.start();
    parts_->post_office.start();
    parts_->health_worker.start();
    parts_->carrying_out.start();
    parts_->sweeper = std::thread([this] { sweep_until_stopped(); });
    return {};
}

void App::stop() {
    if (!parts_->sweeper.joinable()) return;
    {
        const std::scoped_lock lock(parts_->mutex);
        parts_->is_stopping = true;
    }
    parts_->stopped.notify_all();
    parts_->sweeper.join();
    // Lets go of a run that waits for its turn at the ERP.
    parts_->erp.stop();
    parts_->mirror.stop();
    parts_->post_office.stop();
    parts_->health_worker.stop();
    parts_->carrying_out.stop();
}

void App::sweep_until_stopped() {
    std::unique_lock lock(parts_->mutex);
    const auto is_stopping = [this] { return parts_->is_stopping; };
    while (!parts_->doors.clock.wait(lock, parts_->stopped, sweep_every_ms, is_stopping)) {
        lock.unlock();
        if (const auto swept = sweep(); !swept.ok()) parts_->warn("sweep_failed", swept.error());
        lock.lock();
    }
}

Result<> App::sweep() {
    const auto now = parts_->doors.clock.now();
    TRY(parts_->user_sessions.remove_expired(now));
    TRY(parts_->attempts.remove_old(now));
    TRY(parts_->erp_sessions.remove_old(now));
    TRY(parts_->post_office.remove_old(now));
    TRY(parts_->password_resets.remove_old(now + -reset_kept_ms));
    TRY(parts_->devices.remove_old(now));
    TRY(parts_->workspaces.remove_drafts(now + -draft_lifetime_ms));
    parts_->logins.sweep([this](const std::string& hash) {
        const auto rows = store::select_all<store::UserSession>(
            *parts_->database, {store::equals("token_hash", hash)});
        // When the database cannot say, the login stays until it can.
        return !rows.ok() || !rows.value().empty();
    });
    return {};
}

}  // namespace busy24
