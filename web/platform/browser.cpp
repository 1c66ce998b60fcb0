// Orders to the browser, as one JSON object each; host.js has a function for every name.
#include "web/platform/browser.hpp"

#include <nlohmann/json.hpp>

#include "shared/json.hpp"

extern "C" {  // bridge.js
void host_tell(const char* json, std::uint32_t bytes);
void host_show(const char* json, std::uint32_t bytes, float page_height, float canvas_height);
void host_request_frame();
}

namespace busy24::platform {

namespace {

using Json = nlohmann::json;

void tell(std::string_view order, Json with) {
    with["order"] = order;
    const std::string text = with.dump(-1, ' ', false, Json::error_handler_t::replace);
    host_tell(text.data(), static_cast<std::uint32_t>(text.size()));
}

}  // namespace

void Browser::send(const Request& request) { tell("send", to_json(request)); }
void Browser::push_path(const std::string& path) { tell("push", {{"path", path}}); }
void Browser::replace_path(const std::string& path) { tell("replace", {{"path", path}}); }
void Browser::focus(ui::NodeId node) { tell("focus", {{"node", node}}); }

void Browser::scroll_to(float top) { tell("scroll", {{"top", top}}); }

void Browser::after(std::int64_t ms, int kind, std::uint32_t number) {
    tell("after", {{"ms", ms}, {"kind", kind}, {"number", number}});
}

void Browser::remember(Memory where, const std::string& key, const std::string& value) {
    tell("remember", {{"isForTab", where == Memory::tab}, {"key", key}, {"value", value}});
}

void Browser::set_language(std::string_view tag) { tell("language", {{"tag", tag}}); }
void Browser::set_title(const std::string& title) { tell("title", {{"title", title}}); }

void Browser::set_appearance(Scheme scheme, Output output) {
    constexpr std::string_view schemes[] = {"system", "light", "dark"};
    tell("appearance",
         {{"scheme", schemes[static_cast<int>(scheme)]}, {"isPlain", output == Output::plain}});
}

void Browser::wipe(const std::vector<ui::NodeId>& fields) { tell("wipe", {{"nodes", fields}}); }

void Browser::show(const std::string& changes, float page_height, float canvas_height) {
    host_show(changes.data(), static_cast<std::uint32_t>(changes.size()), page_height,
              canvas_height);
}

void Browser::save_file(const std::string& name, const std::string& type,
                        const std::string& content) {
    tell("saveFile", {{"name", name}, {"type", type}, {"content", content}});
}

void Browser::request_frame() { host_request_frame(); }

}  // namespace busy24::platform
