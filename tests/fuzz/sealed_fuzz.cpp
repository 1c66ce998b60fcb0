// Whatever a writer of the database puts in place of a sealed value: it does not open.
#include <cstdlib>
#include <filesystem>

#include "proxy/security/base64.hpp"
#include "proxy/security/vault.hpp"

namespace {

using namespace busy24;
using namespace busy24::security;

constexpr Place place{
    .table = "credential", .column = "sealed_password", .workspace = "w", .row = "c"};

// A vault on a key of its own, whose data keys are in memory.
Vault& vault() {
    static SystemRandom random;
    static const auto opened = [] {
        std::string folder = (std::filesystem::temp_directory_path() / "busy24-XXXXXX").string();
        if (!::mkdtemp(folder.data())) std::abort();
        auto made = Vault::open(
            folder + "/key", random,
            {.load = [](std::string_view) -> Result<std::optional<std::string>> {
                 return std::optional<std::string>();
             },
             .save = [](std::string_view, const std::string& wrapped) -> Result<std::string> {
                 return wrapped;
             }});
        std::filesystem::remove_all(folder);
        if (!made.ok()) std::abort();
        return std::move(made).value();
    }();
    return *opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::span input(data, size);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (vault().unseal(text, place).ok()) std::abort();
    if (vault().unseal(to_base64(input), place).ok()) std::abort();
    // One text for the same bytes, and no other.
    const auto bytes = from_base64(text);
    if (bytes && to_base64(*bytes) != text) std::abort();
    if (from_base64(to_base64(input)) != std::vector(input.begin(), input.end())) std::abort();
    return 0;
}
