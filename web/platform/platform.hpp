// Platform: the door from the program to the browser.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/describe.hpp"
#include "web/ui/node.hpp"

namespace busy24::platform {

// Where the value of a secret field is put: a member of the JSON body, at its top level.
struct SecretMember {
    std::string member;
    ui::NodeId node = 0;  // the secret field
    static constexpr auto fields() {
        return std::tuple{field("member", &SecretMember::member),
                          field("node", &SecretMember::node)};
    }
};

struct Request {
    std::uint32_t number = 0;
    std::string method;
    std::string path;
    std::string body;  // JSON; empty for a GET
    std::vector<SecretMember> secrets;
    static constexpr auto fields() {
        return std::tuple{field("number", &Request::number), field("method", &Request::method),
                          field("path", &Request::path), field("body", &Request::body),
                          field("secrets", &Request::secrets)};
    }
};

// A place in the browser that outlives the page.
enum class Memory { tab, browser };

enum class Scheme { system, light, dark };
enum class Output { canvas, plain };

// Everything that the program does outside of itself. Nothing fails and nothing blocks: what can
// go wrong comes back as an event. To be called on the browser's one thread.
class Platform {
public:
    virtual ~Platform() = default;
    // Answered by web_replied with the same number, with status 0 when no answer came in time. The
    // secrets are read from their fields as the request leaves, and wiped there when it succeeds.
    virtual void send(const Request& request) = 0;
    virtual void push_path(const std::string& path) = 0;
    virtual void replace_path(const std::string& path) = 0;
    // As soon as an element of that node is there.
    virtual void focus(ui::NodeId node) = 0;
    // At once; CSS px from the top of the page.
    virtual void scroll_to(float top) = 0;
    // Calls web_timer with the two numbers once.
    virtual void after(std::int64_t ms, int kind, std::uint32_t number) = 0;
    // An empty value forgets the key.
    virtual void remember(Memory where, const std::string& key, const std::string& value) = 0;
    virtual void set_language(std::string_view tag) = 0;
    virtual void set_title(const std::string& title) = 0;
    virtual void set_appearance(Scheme scheme, Output output) = 0;
    // The browser asks before it closes or reloads the page.
    virtual void guard_leaving(bool is_on) = 0;
    virtual void wipe(const std::vector<ui::NodeId>& fields) = 0;
    // The elements, and the size of the canvas in device pixels, from Mirror::changes. An empty
    // text leaves the elements alone.
    virtual void show(const std::string& changes, float page_height, float canvas_height) = 0;
    virtual void save_file(const std::string& name, const std::string& type,
                           const std::string& content) = 0;
    // Another frame, at the next refresh of the screen.
    virtual void request_frame() = 0;
};

}  // namespace busy24::platform
