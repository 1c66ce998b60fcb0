// Writes the texts of a language (nn or en) to the standard output, as web/text/fetched.hpp reads
// them. Runs while the site is built.
#include <iostream>
#include <string_view>

#include "web/text/fetched.hpp"

int main(int argc, char** argv) {
    const auto language = busy24::value_of<busy24::text::Language>(argc == 2 ? argv[1] : "");
    if (!language) return 2;
    std::cout << busy24::text::file_of([&](auto id) { return busy24::text::raw(*language, id); });
    return std::cout.flush() ? 0 : 1;
}
