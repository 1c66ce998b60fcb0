// The composition root: every part of the program, built from a configuration and the doors.
#pragma once

#include <memory>
#include <thread>

#include "proxy/config.hpp"
#include "proxy/doors/http_transport.hpp"
#include "proxy/doors/mail_transport.hpp"
#include "proxy/http/site.hpp"
#include "proxy/log.hpp"
#include "proxy/mail/post_office.hpp"
#include "proxy/setup/carrying_out.hpp"
#include "proxy/sync/mirror.hpp"

namespace busy24 {

// Lent for the App's life. Tests hand in simulated ones.
struct Doors {
    Clock& clock;
    Random& random;
    HttpTransport& transport;
    Log& log;
    // Null: by SMTP, where it is configured.
    MailTransport* mail = nullptr;
    // Opens the file of a path.
    std::function<Result<std::unique_ptr<store::Database>>(const std::string&)> open_database =
        store::open_sqlite;
};

class App {
public:
    // Opens the database (migrating it when it is older), the key file and the web app. Errors:
    // with one sentence for the operator.
    static Result<std::unique_ptr<App>> open(const Config& config, Doors doors);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    // Thread-safe.
    http::Site& site();
    sync::Mirror& mirror();
    mail::PostOffice& post_office();
    setup::CarryingOut& setups();

    // Starts the threads: the mirror's worker, which takes up what was left unfinished, the post
    // office and the sweeper. Errors: those of the database.
    Result<> start();
    // Ends the threads.
    void stop();

    // Tries the logins of those connections whose time has come, as a thread of start() does.
    void test_due_connections();

    // Removes what has run out: sessions, logins in memory, counters, drafts. Called every minute.
    Result<> sweep();

private:
    struct Parts;
    explicit App(std::unique_ptr<Parts> parts);
    Result<> start_missing_runs();
    void sweep_until_stopped();
    std::unique_ptr<Parts> parts_;
};

}  // namespace busy24
