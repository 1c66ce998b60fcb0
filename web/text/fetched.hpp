// A language that is not part of the program: a visitor who wants it fetches its rows as a file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "web/text/text.hpp"

namespace busy24::text {

// Every subject; a file has their rows in this order, each ended by NUL.
using Subjects = std::tuple<Shell, Problem, Entry, Plan, Mirror, Settings, Lists, Steering, People,
                            Audit, Connection, Account, Setup, Help>;

// The rows of the subjects before Id's, or of all for void.
template <class Id>
constexpr std::size_t rows_before() {
    std::size_t sum = 0;
    bool is_before = true;
    const auto add = [&]<class Subject>(const Subject*) {
        is_before = is_before && !std::is_same_v<Subject, Id>;
        if (is_before) sum += static_cast<std::size_t>(Subject::count_);
    };
    [&]<class... Each>(const std::tuple<Each...>*) {
        (add(static_cast<const Each*>(nullptr)), ...);
    }(static_cast<const Subjects*>(nullptr));
    return sum;
}

class FetchedRows {
public:
    // False, and nothing is changed, when these are not as many rows as the program has texts: the
    // file is then of another version.
    bool load(std::string file);
    bool is_loaded() const { return !starts_.empty(); }

    // Empty when nothing is loaded.
    template <class Id>
    std::string_view operator()(Id id) const {
        return row(rows_before<Id>() + static_cast<std::size_t>(id));
    }

private:
    std::string_view row(std::size_t index) const;

    std::string file_;
    std::vector<std::uint32_t> starts_;
};

// The file of a language, for FetchedRows::load(); `raw` gives the text of an id.
template <class Raw>
std::string file_of(const Raw& raw) {
    std::string file;
    const auto add = [&]<class Subject>(const Subject*) {
        for (int i = 0; i < static_cast<int>(Subject::count_); ++i) {
            file += raw(static_cast<Subject>(i));
            file += '\0';
        }
    };
    [&]<class... Each>(const std::tuple<Each...>*) {
        (add(static_cast<const Each*>(nullptr)), ...);
    }(static_cast<const Subjects*>(nullptr));
    return file;
}

}  // namespace busy24::text
