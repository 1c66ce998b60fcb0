// Finds the rows of a fetched language.
#include "web/text/fetched.hpp"

#include <utility>

namespace busy24::text {

bool FetchedRows::load(std::string file) {
    std::vector<std::uint32_t> starts;
    for (std::size_t at = 0; at < file.size(); at = file.find('\0', at) + 1) {
        // The last row ends, too, or the file was cut short.
        if (file.find('\0', at) == std::string::npos) return false;
        starts.push_back(static_cast<std::uint32_t>(at));
    }
    if (starts.size() != rows_before<void>()) return false;
    file_ = std::move(file);
    starts_ = std::move(starts);
    return true;
}

std::string_view FetchedRows::row(std::size_t index) const {
    return is_loaded() ? std::string_view(file_.data() + starts_[index]) : std::string_view();
}

}  // namespace busy24::text
