// Orders to the browser, as one JSON object each; host.js has a function for every name.
#include "web/platform/browser.hpp"

#include "shared/json.hpp"

extern "C" {  // bridge.js
void host_tell(const char* json, std::uint32_t bytes);
void host_show(const char* json, std::uint32_t bytes, float page_height, float canvas_height);
void host_request_frame();
}

namespace busy24::platform {

namespace {

// `{"order":"…"`, with one member after the other, closed and sent at the end of its life.
class Order {
public:
    explicit Order(std::string_view name) { with("order", name); }
    Order(const Order&) = delete;
    Order& operator=(const Order&) = delete;
    ~Order() {
        text_ += '}';
        host_tell(text_.data(), static_cast<std::uint32_t>(text_.size()));
    }
    template <class T>
    Order& with(std::string_view name, const T& value) {
        json_detail::write_name(text_, separator_, name);
        write_json(text_, value);
        return *this;
    }

private:
    std::string text_;
    char separator_ = '{';
};

}  // namespace

void Browser::send(const Request& request) {
    Order("send")
        .with("number", request.number)
        .with("method", request.method)
        .with("path", request.path)
        .with("body", request.body)
        .with("secrets", request.secrets);
}
void Browser::push_path(const std::string& path) { Order("push").with("path", path); }
void Browser::replace_path(const std::string& path) { Order("replace").with("path", path); }
void Browser::focus(ui::NodeId node) { Order("focus").with("node", node); }
void Browser::scroll_to(float top) { Order("scroll").with("top", top); }

void Browser::after(std::int64_t ms, int kind, std::uint32_t number) {
    Order("after").with("ms", ms).with("kind", kind).with("number", number);
}

void Browser::remember(Memory where, const std::string& key, const std::string& value) {
    Order("remember").with("isForTab", where == Memory::tab).with("key", key).with("value", value);
}

void Browser::set_language(std::string_view tag) { Order("language").with("tag", tag); }
void Browser::set_title(const std::string& title) { Order("title").with("title", title); }

void Browser::set_appearance(Scheme scheme, Output output) {
    constexpr std::string_view schemes[] = {"system", "light", "dark"};
    Order("appearance")
        .with("scheme", schemes[static_cast<int>(scheme)])
        .with("isPlain", output == Output::plain);
}

void Browser::guard_leaving(bool is_on) { Order("guard").with("isOn", is_on); }

void Browser::wipe(const std::vector<ui::NodeId>& fields) { Order("wipe").with("nodes", fields); }

void Browser::show(const std::string& changes, float page_height, float canvas_height) {
    host_show(changes.data(), static_cast<std::uint32_t>(changes.size()), page_height,
              canvas_height);
}

void Browser::save_file(const std::string& name, const std::string& type,
                        const std::string& content) {
    Order("saveFile").with("name", name).with("type", type).with("content", content);
}

void Browser::request_frame() { host_request_frame(); }

}  // namespace busy24::platform
