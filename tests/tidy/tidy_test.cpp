// Holds every file of the repository to the rules of style, and names the line that breaks one.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "shared/api/audit.hpp"
#include "tests/tidy/source_tree.hpp"

namespace busy24::tidy {

namespace {

constexpr std::size_t file_lines_max = 400;
constexpr std::size_t block_lines_max = 70;
constexpr std::size_t line_characters_max = 100;

// Files whose functions may be longer: one case after the other, and nothing else.
constexpr std::array long_tables{
    "web/ui/layout.cpp",              // where the parts of each kind of container go
    "web/ui/icons.cpp",               // the drawn path of every icon
    "tests/web/gallery/gallery.cpp",  // one of each widget
};

template <std::size_t size>
bool is_one_of(const std::array<const char*, size>& places, const SourceFile& file) {
    return std::any_of(places.begin(), places.end(),
                       [&](const char* place) { return file.is_under(place); });
}

template <class Check>
void for_each_line(const SourceFile& file, const Check& check) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) check(i, std::string_view(file.lines[i]));
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

// A letter is one character however many bytes UTF-8 takes for it.
std::size_t characters(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::size_t indentation(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

// Where the block that a lone `}` at `end` closes begins: the nearest line above that is indented
// no deeper. clang-format guarantees the indentation.
std::size_t block_begin(const SourceFile& file, std::size_t end) {
    const auto depth = indentation(file.lines[end]);
    for (std::size_t i = end; i-- > 0;) {
        const auto& line = file.lines[i];
        const bool is_code = !line.empty() && line[0] != '#';
        if (is_code && indentation(line) <= depth) return i;
    }
    return 0;
}

bool has_first_comment(const SourceFile& file) {
    if (file.lines.empty()) return false;
    const std::string_view first = file.lines.front();
    const auto& line = begins_with(first, "#!") && file.lines.size() > 1 ? file.lines[1] : first;
    return begins_with(line, "// ") || begins_with(line, "# ") || begins_with(line, "/* ");
}

bool is_commentable(const SourceFile& file) {
    constexpr std::array endings{".cpp", ".hpp", ".js", ".mjs", ".css", ".sh", ".py", ".cmake"};
    return std::any_of(endings.begin(), endings.end(),
                       [&](const char* ending) { return file.ends_with(ending); });
}

bool is_product(const SourceFile& file) {
    return file.is_under("shared/") || file.is_under("proxy/") || file.is_under("web/");
}

}  // namespace

TEST_CASE("the first line of every file says what the file is for") {
    REQUIRE(source_tree().size() > 100);
    for (const auto& file : source_tree())
        if (is_commentable(file) && !has_first_comment(file))
            report(file, 0, "begins without a comment that says what it is for");
}

TEST_CASE("files stay below 400 lines, and functions below 70") {
    for (const auto& file : source_tree()) {
        if (!is_commentable(file)) continue;
        if (file.lines.size() > file_lines_max)
            report(file, file.lines.size() - 1, "the file has more than 400 lines");
        if (!file.is_cpp() || is_one_of(long_tables, file)) continue;
        for_each_line(file, [&](std::size_t i, std::string_view line) {
            if (line.substr(indentation(line)) != "}") return;
            const auto begin = block_begin(file, i);
            if (i - begin + 1 > block_lines_max) report(file, begin, "more than 70 lines to its }");
        });
    }
}

TEST_CASE("lines are at most 100 characters wide, without blanks at the end") {
    for (const auto& file : source_tree()) {
        // A rule of a style sheet is one line, which reads as a table; scripts hold sentences and
        // commands that do not get better by being broken.
        if (!is_commentable(file) || file.ends_with(".css") || file.ends_with(".sh") ||
            file.ends_with(".cmake"))
            continue;
        for_each_line(file, [&](std::size_t i, std::string_view line) {
            if (characters(line) > line_characters_max) report(file, i, "wider than 100");
            if (!line.empty() && (line.back() == ' ' || line.back() == '\t'))
                report(file, i, "ends with a blank");
        });
    }
}

TEST_CASE("nothing is left for later") {
    // In two pieces, so that this file keeps its own rule.
    const std::array marks{std::string("TO") + "DO", std::string("FIX") + "ME"};
    for (const auto& file : source_tree())
        for_each_line(file, [&](std::size_t i, std::string_view line) {
            for (const auto& mark : marks)
                if (has_word(line, mark)) report(file, i, "has " + mark);
        });
}

TEST_CASE("clocks, chance, the environment and exceptions stay behind their doors") {
    struct Rule {
        std::string_view word;
        std::string_view allowed;  // the folder or file that may use it
    };
    constexpr std::array rules{
        Rule{"system_clock::now", "proxy/doors/"},
        Rule{"steady_clock::now", "proxy/doors/"},
        Rule{"rand", "proxy/doors/"},
        Rule{"random_device", "proxy/doors/"},
        Rule{"getenv", "proxy/config.cpp"},
        Rule{"throw", "proxy/http/server.cpp"},
        Rule{"try", "proxy/http/server.cpp"},
    };
    for (const auto& file : source_tree()) {
        if (!is_product(file) || !file.is_cpp()) continue;
        for_each_line(file, [&](std::size_t i, std::string_view line) {
            const auto code = code_of(line);
            for (const auto& rule : rules)
                if (has_word(code, rule.word) && !file.is_under(rule.allowed))
                    report(file, i, std::string(rule.word) + " is not allowed here");
        });
    }
}

TEST_CASE("everything that the audit log can tell is told somewhere") {
    for (const auto& action : words(api::AuditAction{})) {
        const auto name = "AuditAction::" + std::string(action.text);
        const auto is_told = [&](const std::string& line) { return has_word(code_of(line), name); };
        const auto tells = [&](const SourceFile& file) {
            return file.is_under("proxy/") && file.path != "proxy/store/audit.hpp" &&
                   std::any_of(file.lines.begin(), file.lines.end(), is_told);
        };
        CHECK_MESSAGE(std::any_of(source_tree().begin(), source_tree().end(), tells), name);
    }
}

TEST_CASE("Norwegian letters stand in the texts, and nowhere else in the program") {
    constexpr std::array letters{"æ", "ø", "å", "Æ", "Ø", "Å"};
    // Comments may name a label. Beside the texts, these handle the letters themselves.
    constexpr std::array allowed{
        "web/text/",
        "proxy/mail/text/",
        "proxy/help/text/",
        "shared/norwegian",        // what Norwegian formats look like
        "proxy/domain/names.cpp",  // folds names to compare them
        "web/ui/type.cpp",         // loads the letters of the font
    };
    for (const auto& file : source_tree()) {
        if (!is_product(file) || !file.is_cpp() || is_one_of(allowed, file)) continue;
        for_each_line(file, [&](std::size_t i, std::string_view line) {
            // The comment is what code_of drops; the strings are what matters here.
            const auto code = line.substr(0, line.find("//"));
            for (const std::string_view letter : letters)
                if (code.find(letter) != std::string_view::npos)
                    report(file, i, "a Norwegian text outside web/text");
        });
    }
}

}  // namespace busy24::tidy
