// The real platform: a browser, reached through the functions of host.js.
#pragma once

#include "web/platform/platform.hpp"

namespace busy24::platform {

class Browser final : public Platform {
public:
    void send(const Request& request) override;
    void push_path(const std::string& path) override;
    void replace_path(const std::string& path) override;
    void focus(ui::NodeId node) override;
    void scroll_to(float top) override;
    void after(std::int64_t ms, int kind, std::uint32_t number) override;
    void remember(Memory where, const std::string& key, const std::string& value) override;
    void set_language(std::string_view tag) override;
    void set_title(const std::string& title) override;
    void set_appearance(Scheme scheme, Output output) override;
    void guard_leaving(bool is_on) override;
    void wipe(const std::vector<ui::NodeId>& fields) override;
    void show(const std::string& changes, float page_height, float canvas_height) override;
    void save_file(const std::string& name, const std::string& type,
                   const std::string& content) override;
    void request_frame() override;
};

}  // namespace busy24::platform
