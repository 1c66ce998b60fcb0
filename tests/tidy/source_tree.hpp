// The files of the repository as lines of text, for the tests of style.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace busy24::tidy {

struct SourceFile {
    std::string path;  // from the root of the repository, with '/'
    std::vector<std::string> lines;

    bool is_under(std::string_view folder) const {
        return std::string_view(path).substr(0, folder.size()) == folder;
    }
    bool ends_with(std::string_view ending) const {
        return path.size() >= ending.size() &&
               path.compare(path.size() - ending.size(), ending.size(), ending) == 0;
    }
    bool is_cpp() const { return ends_with(".cpp") || ends_with(".hpp"); }
};

// Every text file that people write. Left out: what is built or fetched, the fuzz corpora (which
// hold rubbish on purpose), pictures and fonts.
const std::vector<SourceFile>& source_tree();

// Fails the test that is running, at this line of the file.
void report(const SourceFile& file, std::size_t line, std::string_view what);

// The line without its comment and without what stands in its string literals, so that a word in a
// text is not taken for a keyword.
std::string code_of(std::string_view line);

// Whether `word` stands in `code` with no letter, digit or underscore on either side.
bool has_word(std::string_view code, std::string_view word);

}  // namespace busy24::tidy
