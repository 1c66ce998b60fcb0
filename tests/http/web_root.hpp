// A small built web app in a folder of its own, removed again at the end.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "proxy/doors/random.hpp"

namespace busy24::tests {

struct WebRoot {
    std::string folder;
    WebRoot() {
        SystemRandom random;
        folder =
            (std::filesystem::temp_directory_path() / ("busy24-web-" + random_token(random, 9)))
                .string();
        std::filesystem::create_directories(folder + "/fonts");
        write("index.html", "<!doctype html><title>Busy</title>");
        write("app.wasm", "wasm, plain");
        write("app.wasm.br", "wasm, brotli");
        write("app.wasm.gz", "wasm, gzip");
        write("host.js", "export {};");
        write("app.0123abcd.css", "main{}");
        write("fonts/ui.otf", "font");
        write("stale.js.br", "without its plain file");
    }
    ~WebRoot() { std::filesystem::remove_all(folder); }
    WebRoot(const WebRoot&) = delete;
    WebRoot& operator=(const WebRoot&) = delete;

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder + "/" + name, std::ios::binary) << text;
    }
};

}  // namespace busy24::tests
