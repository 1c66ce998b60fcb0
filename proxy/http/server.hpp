// The web server: turns connections into requests for the Site and its answers into bytes.
#pragma once

#include <memory>

#include "proxy/config.hpp"
#include "proxy/http/site.hpp"

namespace busy24::http {

class Server {
public:
    // `site` is lent for the server's whole life.
    explicit Server(Site& site);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Takes the address; from then on connections wait in the queue. Port 0 picks a free one.
    // Returns the port, 0 for a unix socket. Errors: unavailable, with a sentence for the operator.
    Result<int> bind(const ListenAddress& address);

    // Serves until stop(), which may come from any thread; then lets running requests end.
    void serve();
    void stop();

private:
    struct Library;
    std::unique_ptr<Library> library_;
};

}  // namespace busy24::http
