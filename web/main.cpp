// Wires the pages, the widget kit and the browser together; the only file with exported functions.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/json.hpp"
#include "web/app/update.hpp"
#include "web/app/view.hpp"
#include "web/platform/browser.hpp"
#include "web/platform/fetched_texts.hpp"
#include "web/platform/gl.hpp"
#include "web/ui/mirror.hpp"
#include "web/ui/stage.hpp"

namespace busy24 {

namespace {

// Browsers limit a canvas; a taller page gets one as high as the window, painted anew on scroll.
constexpr float canvas_height_max = 8192;

struct Remembered {
    std::string key;
    std::string value;
    static constexpr auto fields() {
        return std::tuple{field("key", &Remembered::key), field("value", &Remembered::value)};
    }
};

struct Start {
    std::string path;
    std::int64_t now_ms = 0;
    std::vector<std::string> languages;
    std::vector<Remembered> remembered;
    static constexpr auto fields() {
        return std::tuple{field("path", &Start::path), field("nowMs", &Start::now_ms),
                          field("languages", &Start::languages),
                          field("remembered", &Start::remembered)};
    }
};

// Counts for the benchmarks: what an idle page costs is nothing.
struct Counters {
    std::uint32_t frames = 0;
    std::uint32_t draws = 0;
    std::uint32_t commits = 0;
};

class Program {
public:
    void start(std::string_view json);
    void dispatch(app::Event event);
    // Returns true when another frame is wanted.
    bool frame(double seconds);

    void input(ui::Input input);
    void pointer(const ui::Pointer& pointer);
    void set_surroundings(const ui::Surroundings& surroundings);
    void set_preferences(bool is_dark, ui::Motion motion);
    void set_plain(bool is_plain);
    void context_changed(bool is_there);
    void texts_came(std::string_view language, std::string file);

    ui::Stage stage;
    platform::Renderer renderer;
    Counters counters;

private:
    void run_view();
    void lay_out();
    void perform(const app::Effect& effect);
    void wake(int frames);

    app::Model model_;
    platform::Browser browser_;
    ui::Mirror mirror_;
    ui::Surroundings surroundings_;
    ui::Scene scene_;
    ui::Pointer pointer_;
    std::vector<ui::Input> inputs_;
    std::optional<app::ScrollToRow> scroll_;  // to be done when the page has its height
    bool is_started_ = false;
    bool lacks_texts_ = false;  // the page stays as it is until they are there
    bool is_stale_ = true;      // the view has to run again
    bool is_unplaced_ = true;   // the layout has to run again
    int wanted_frames_ = 0;
};

void Program::wake(int frames) {
    wanted_frames_ = std::max(wanted_frames_, frames);
    browser_.request_frame();
}

void Program::start(std::string_view json) {
    const auto start = parse_json<Start>(json);
    app::Started started;
    if (start.ok()) {
        started.path = start.value().path;
        started.now_ms = start.value().now_ms;
        started.languages = start.value().languages;
        for (const auto& item : start.value().remembered)
            started.remembered.emplace_back(item.key, item.value);
    }
    is_started_ = true;
    dispatch(std::move(started));
}

void Program::dispatch(app::Event event) {
    for (const auto& effect : app::update(model_, std::move(event))) perform(effect);
    is_stale_ = true;
    wake(1);
}

void Program::input(ui::Input input) {
    // Of what is typed into one field between two frames only the last matters.
    std::erase_if(inputs_, [&](const ui::Input& earlier) {
        return earlier.id == input.id && earlier.kind == input.kind &&
               input.kind != ui::Input::Kind::press;
    });
    inputs_.push_back(std::move(input));
    is_stale_ = true;
    wake(1);
}

void Program::pointer(const ui::Pointer& pointer) {
    pointer_ = pointer;
    wake(1);
}

void Program::set_surroundings(const ui::Surroundings& surroundings) {
    const bool is_plain = surroundings_.is_plain;
    ui::Surroundings next = surroundings;
    next.is_plain = is_plain;
    if (next == surroundings_) return;
    const bool only_scrolled = [&] {
        ui::Surroundings scrolled = surroundings_;
        scrolled.scroll_top = next.scroll_top;
        return scrolled == next;
    }();
    surroundings_ = next;
    // Scrolling changes which rows exist, or where a canvas of the window's height stands.
    is_stale_ = true;
    if (!only_scrolled) renderer.invalidate();
    wake(1);
}

void Program::set_preferences(bool is_dark, ui::Motion motion) {
    scene_.is_dark = is_dark;
    scene_.motion = motion;
    wake(1);
}

void Program::set_plain(bool is_plain) {
    surroundings_.is_plain = is_plain;
    mirror_.forget();
    renderer.invalidate();
    is_stale_ = true;
    wake(1);
}

void Program::context_changed(bool is_there) {
    if (is_there)
        renderer.open();
    else
        renderer.forget();
    if (is_there) renderer.upload_font();
    wake(1);
}

void Program::texts_came(std::string_view language, std::string file) {
    if (const auto known = value_of<text::Language>(language))
        platform::load_texts(*known, std::move(file));
    lacks_texts_ = false;
    dispatch(app::TextsCame{});
}

// Runs the view until what it brought is applied, so that no half of a change is ever shown.
void Program::run_view() {
    constexpr int rounds_max = 8;
    for (int round = 0; round < rounds_max && is_stale_ && !lacks_texts_; ++round) {
        is_stale_ = false;
        stage.ui().begin(surroundings_, std::exchange(inputs_, {}));
        auto events = app::view(stage.ui(), model_);
        stage.ui().end();
        for (auto& event : events) dispatch(std::move(event));
        if (stage.ui().wants_another_frame()) is_stale_ = true;
        is_unplaced_ = true;
    }
}

void Program::lay_out() {
    const float page = stage.lay_out();
    const float window = std::round(surroundings_.height * surroundings_.pixel_ratio);
    const bool is_whole = page <= canvas_height_max;
    scene_.canvas_width = std::round(surroundings_.width * surroundings_.pixel_ratio);
    scene_.canvas_height = is_whole ? page : window;
    scene_.canvas_top =
        is_whole ? 0 : std::round(surroundings_.scroll_top * surroundings_.pixel_ratio);
    const std::string changes = mirror_.changes(stage.ui().nodes(), surroundings_);
    if (!changes.empty()) ++counters.commits;
    browser_.show(changes, page / surroundings_.pixel_ratio, scene_.canvas_height);
    if (const auto to = std::exchange(scroll_, {}); to && !surroundings_.is_plain)
        browser_.scroll_to(stage.ui().row_top(to->table_key, static_cast<int>(to->row)));
    if (stage.take_texture_change()) renderer.upload_font();
    is_unplaced_ = false;
}

bool Program::frame(double seconds) {
    if (!is_started_ || lacks_texts_ || surroundings_.width <= 0) return false;
    wanted_frames_ = std::max(0, wanted_frames_ - 1);
    ++counters.frames;
    scene_.seconds = seconds;
    if (is_stale_) run_view();
    if (is_unplaced_) lay_out();
    if (surroundings_.is_plain || !renderer.is_open()) return wanted_frames_ > 0 || is_stale_;
    const ImDrawData* data = stage.paint(scene_, pointer_);
    const ui::Theme& theme = scene_.is_dark ? ui::dark_theme : ui::light_theme;
    if (renderer.render(*data, theme.background)) ++counters.draws;
    return wanted_frames_ > 0 || is_stale_ || stage.is_moving();
}

void Program::perform(const app::Effect& effect) {
    struct Performer {
        platform::Browser& browser;
        std::optional<app::ScrollToRow>& scroll;
        void operator()(const app::Send& send) const {
            platform::Request request{
                send.number, std::string(word_of(send.method)), send.path, send.body, {}};
            for (const auto& secret : send.secrets)
                request.secrets.push_back({secret.member, ui::node_id(secret.field_key)});
            browser.send(request);
        }
        void operator()(const app::Navigate& to) const {
            if (to.how == app::Navigate::How::push)
                browser.push_path(to.path);
            else
                browser.replace_path(to.path);
        }
        void operator()(const app::Focus& focus) const { browser.focus(ui::node_id(focus.key)); }
        void operator()(const app::ScrollToRow& to) const { scroll = to; }
        void operator()(const app::After& after) const {
            browser.after(after.ms, static_cast<int>(after.timer.kind), after.timer.number);
        }
        void operator()(const app::Remember& item) const {
            browser.remember(item.where == app::Remember::Where::tab ? platform::Memory::tab
                                                                     : platform::Memory::browser,
                             item.key, item.value);
        }
        void operator()(const app::SetLanguage& set) const {
            browser.set_language(word_of(set.language));
        }
        void operator()(const app::SetTitle& set) const { browser.set_title(set.title); }
        void operator()(const app::SetAppearance& set) const {
            constexpr platform::Scheme schemes[] = {
                platform::Scheme::system, platform::Scheme::light, platform::Scheme::dark};
            browser.set_appearance(schemes[static_cast<int>(set.appearance)],
                                   set.rendering == app::Rendering::plain
                                       ? platform::Output::plain
                                       : platform::Output::canvas);
        }
        void operator()(const app::GuardLeaving& guard) const {
            browser.guard_leaving(guard.is_on);
        }
        void operator()(const app::ClearSecrets& clear) const {
            std::vector<ui::NodeId> fields;
            for (const auto& key : clear.field_keys) fields.push_back(ui::node_id(key));
            browser.wipe(fields);
        }
    };
    if (const auto* set = std::get_if<app::SetLanguage>(&effect))
        lacks_texts_ = !platform::has_texts(set->language);
    std::visit(Performer{browser_, scroll_}, effect);
}

// Lives as long as the page; made on the first call, so that nothing runs before the host is ready.
Program& program() {
    static Program* const instance = new Program;
    return *instance;
}

}  // namespace

}  // namespace busy24

using busy24::program;

extern "C" {

EMSCRIPTEN_KEEPALIVE void* web_allocate(std::uint32_t bytes) { return std::malloc(bytes); }
EMSCRIPTEN_KEEPALIVE void web_free(void* memory) { std::free(memory); }

// The two font files. Returns whether there is WebGL; not asked for when `wants_canvas` is 0.
EMSCRIPTEN_KEEPALIVE int web_open(const char* regular, std::uint32_t regular_bytes,
                                  const char* strong, std::uint32_t strong_bytes,
                                  int wants_canvas) {
    program().stage.set_fonts({regular, regular_bytes}, {strong, strong_bytes});
    return wants_canvas != 0 && program().renderer.open() ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void web_start(const char* json, std::uint32_t bytes) {
    program().start({json, bytes});
}
EMSCRIPTEN_KEEPALIVE int web_frame(double seconds) { return program().frame(seconds) ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void web_surroundings(float width, float height, float pixel_ratio,
                                           float scroll_top, int is_touch) {
    program().set_surroundings({.width = width,
                                .height = height,
                                .pixel_ratio = pixel_ratio,
                                .scroll_top = scroll_top,
                                .is_touch = is_touch != 0});
}
EMSCRIPTEN_KEEPALIVE void web_preferences(int is_dark, int is_motion_reduced) {
    using busy24::ui::Motion;
    program().set_preferences(is_dark != 0,
                              is_motion_reduced != 0 ? Motion::reduced : Motion::full);
}
EMSCRIPTEN_KEEPALIVE void web_plain(int is_plain) { program().set_plain(is_plain != 0); }
EMSCRIPTEN_KEEPALIVE void web_context(int is_there) { program().context_changed(is_there != 0); }
EMSCRIPTEN_KEEPALIVE int web_has_canvas() { return program().renderer.is_open() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE void web_pointer(float x, float y, int is_down) {
    program().pointer({x, y, is_down != 0});
}
// `kind` is the index of ui::Input::Kind.
EMSCRIPTEN_KEEPALIVE void web_input(int kind, std::uint32_t id, const char* text,
                                    std::uint32_t bytes) {
    using busy24::ui::Input;
    program().input({static_cast<Input::Kind>(kind), id, std::string(text, bytes)});
}
// Without a text when it could not be fetched.
EMSCRIPTEN_KEEPALIVE void web_texts(const char* language, std::uint32_t language_bytes,
                                    const char* file, std::uint32_t bytes) {
    program().texts_came({language, language_bytes}, std::string(file, bytes));
}
EMSCRIPTEN_KEEPALIVE void web_routed(const char* path, std::uint32_t bytes) {
    program().dispatch(busy24::app::Routed{std::string(path, bytes)});
}
EMSCRIPTEN_KEEPALIVE void web_replied(std::uint32_t number, int status, const char* body,
                                      std::uint32_t bytes, double now_ms) {
    program().dispatch(busy24::app::Replied{number, status, std::string(body, bytes),
                                            static_cast<std::int64_t>(now_ms)});
}
EMSCRIPTEN_KEEPALIVE void web_timer(int kind, std::uint32_t number, double now_ms) {
    using busy24::app::TimerKind;
    program().dispatch(busy24::app::TimeUp{{static_cast<TimerKind>(kind), number},
                                           static_cast<std::int64_t>(now_ms)});
}
// 0 frames, 1 draws, 2 commits.
EMSCRIPTEN_KEEPALIVE std::uint32_t web_counter(int which) {
    const auto& counters = program().counters;
    return which == 0 ? counters.frames : which == 1 ? counters.draws : counters.commits;
}

}  // extern "C"
