// Walks the repository's folders.
#include "tests/tidy/source_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace busy24::tidy {

namespace {

namespace fs = std::filesystem;

// By their path from the root, or by their name anywhere: assets/build is not build.
constexpr std::array skipped_folders{".git", "build"};
constexpr std::array skipped_names{"node_modules", "corpus", "fixtures", "__pycache__"};
constexpr std::array binary_endings{".png", ".otf", ".ttf", ".woff2", ".ico", ".sqlite", ".pyc"};

template <std::size_t size>
bool contains(const std::array<const char*, size>& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

SourceFile read(const fs::path& file, const fs::path& root) {
    SourceFile out{.path = fs::relative(file, root).generic_string(), .lines = {}};
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) out.lines.push_back(std::move(line));
    return out;
}

std::vector<SourceFile> read_tree() {
    const fs::path root(BUSY24_SOURCE_DIR);
    std::vector<SourceFile> files;
    for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator();
         ++at) {
        if (at->is_directory() &&
            (contains(skipped_folders, fs::relative(at->path(), root).generic_string()) ||
             contains(skipped_names, at->path().filename().string())))
            at.disable_recursion_pending();
        else if (at->is_regular_file() &&
                 !contains(binary_endings, at->path().extension().string()))
            files.push_back(read(at->path(), root));
    }
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

const std::vector<SourceFile>& source_tree() {
    static const std::vector<SourceFile> tree = read_tree();
    return tree;
}

std::string code_of(std::string_view line) {
    std::string code;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line.substr(i, 2) == "//") break;
        code += line[i];
        if (line[i] != '"') continue;
        while (++i < line.size() && line[i] != '"')
            if (line[i] == '\\') ++i;
        code += '"';
    }
    return code;
}

void report(const SourceFile& file, std::size_t line, std::string_view what) {
    FAIL_CHECK(file.path << ":" << line + 1 << ": " << what);
}

bool has_word(std::string_view code, std::string_view word) {
    for (auto at = code.find(word); at != std::string_view::npos; at = code.find(word, at + 1)) {
        const bool begins = at == 0 || !is_word_character(code[at - 1]);
        const auto end = at + word.size();
        if (begins && (end == code.size() || !is_word_character(code[end]))) return true;
    }
    return false;
}

}  // namespace busy24::tidy
