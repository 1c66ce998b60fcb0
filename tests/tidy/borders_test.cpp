// Holds the folders to what they may include, and the whole tree free of secrets and of machines.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "tests/tidy/source_tree.hpp"

namespace busy24::tidy {

namespace {

struct IncludeRule {
    std::string_view header;           // the beginning of what stands after #include
    std::vector<const char*> allowed;  // folders or files that may include it
};

const std::vector<IncludeRule>& include_rules() {
    static const std::vector<IncludeRule> rules{
        {"<imgui", {"web/ui/", "web/platform/", "tests/"}},
        {"<httplib", {"proxy/http/server.cpp", "proxy/doors/http_transport.cpp", "tests/"}},
        {"<sqlite3", {"proxy/store/sqlite.cpp", "tests/"}},
        {"<curl", {"proxy/doors/smtp_transport.cpp"}},
        {"<expat", {"proxy/erp/soap_codec.cpp", "tests/"}},
        {"<openssl",
         {"proxy/security/", "proxy/doors/",
          // It hashes what is no secret, and stands beside security rather than above it.
          "proxy/erp/session_opener.cpp", "tests/"}},
        {"<emscripten", {"web/platform/", "web/main.cpp"}},
        {"\"web/", {"web/", "assets/build/texts_file.cpp", "tests/"}},
        {"\"proxy/", {"proxy/", "tests/"}},
        {"\"tests/", {"tests/"}},
        // The bottom of the tree knows nothing above it.
        {"\"proxy/erp/",
         {"proxy/erp/", "proxy/sync/", "proxy/onboarding/", "proxy/connection/", "proxy/app.",
          "tests/",
          // It implements the door that erp keeps its sessions behind.
          "proxy/store/erp_sessions."}},
        {"\"proxy/http/",
         {"proxy/http/", "proxy/onboarding/", "proxy/records/", "proxy/people/", "proxy/control/",
          "proxy/connection/", "proxy/setup/", "proxy/routes.", "proxy/app.", "proxy/config.",
          "proxy/help/", "proxy/main.cpp", "tests/"}},
        {"\"proxy/app.hpp", {"proxy/app.cpp", "proxy/main.cpp", "tests/"}},
        {"\"web/pages/", {"web/pages/", "web/app/", "web/main.cpp", "tests/"}},
        {"\"web/platform/", {"web/platform/", "web/main.cpp", "web/app/", "tests/"}},
    };
    return rules;
}

bool is_base64_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '_' || c == '-';
}

// 40 or more characters of base64 with all three kinds mixed: a key rather than a name.
bool has_key_like_run(std::string_view line) {
    for (std::size_t i = 0; i < line.size();) {
        std::size_t digits = 0;
        std::size_t capitals = 0;
        std::size_t small = 0;
        const auto begin = i;
        for (; i < line.size() && is_base64_character(line[i]); ++i) {
            if (line[i] >= '0' && line[i] <= '9') ++digits;
            if (line[i] >= 'A' && line[i] <= 'Z') ++capitals;
            if (line[i] >= 'a' && line[i] <= 'z') ++small;
        }
        if (i - begin >= 40 && digits > 4 && capitals > 4 && small > 4) return true;
        if (i == begin) ++i;
    }
    return false;
}

// Files in which a long run is no key.
bool has_alphabets(const SourceFile& file) {
    return file.ends_with("package-lock.json") ||    // the hashes that downloads are checked with
           file.is_under("proxy/doors/random.cpp");  // the alphabets of its texts
}

}  // namespace

TEST_CASE("each folder includes only what lies below it") {
    for (const auto& file : source_tree()) {
        if (!file.is_cpp()) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            constexpr std::string_view include = "#include ";
            if (file.lines[i].rfind(include, 0) != 0) continue;
            const auto header = std::string_view(file.lines[i]).substr(include.size());
            for (const auto& rule : include_rules())
                if (header.substr(0, rule.header.size()) == rule.header &&
                    std::none_of(rule.allowed.begin(), rule.allowed.end(),
                                 [&](const char* place) { return file.is_under(place); }))
                    report(file, i, "may not include " + std::string(header));
        }
    }
}

TEST_CASE("no file holds a key, a machine's path or the address of a registry") {
    // In pieces, so that this file does not hold what it looks for.
    const std::array marks{
        std::string("-----BEGIN ") + "PRIVATE KEY",
        std::string("-----BEGIN RSA ") + "PRIVATE",
        std::string("AK") + "IA",
        std::string("gh") + "p_",
        std::string("/wo") + "rk/",
        std::string("/ro") + "ot/",
        std::string("/ho") + "me/",
        std::string("registry.") + "npmjs",
        std::string("deb.") + "debian.org",
        std::string("py") + "pi.org",
        std::string("pythonhosted") + ".org",
        std::string("\"resol") + "ved\"",
    };
    for (const auto& file : source_tree()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto& line = file.lines[i];
            for (const auto& mark : marks)
                if (line.find(mark) != std::string::npos) report(file, i, "holds " + mark);
            if (!has_alphabets(file) && has_key_like_run(line))
                report(file, i, "holds what looks like a key");
        }
    }
}

TEST_CASE("the npm lock files check every download and name no host") {
    for (const auto& file : source_tree()) {
        if (!file.ends_with("package-lock.json")) continue;
        std::size_t integrities = 0;
        for (const auto& line : file.lines)
            if (line.find("\"integrity\": \"sha512-") != std::string::npos) ++integrities;
        CHECK_MESSAGE(integrities > 0, file.path);
    }
}

}  // namespace busy24::tidy
