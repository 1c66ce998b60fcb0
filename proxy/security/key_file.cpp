// Made once, readable by its owner alone, and refused when it is not.
#include "proxy/security/key_file.hpp"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "proxy/security/base64.hpp"

namespace busy24::security {

namespace {

constexpr std::string_view header = "busy24 key 1\n";

// Closes itself.
struct File {
    int number;
    ~File() {
        if (number >= 0) ::close(number);
    }
};

Error cannot(const std::string& doing, const std::string& path) {
    return Error{ErrorCode::unavailable,
                 "cannot " + doing + " the key file " + path + ": " + std::strerror(errno)};
}

Result<> write_all(int file, std::string_view text, const std::string& path) {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written < 0) return cannot("write", path);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file) != 0) return cannot("write", path);
    return {};
}

// The name must be as durable as what the key will seal.
Result<> sync_folder_of(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path().string();
    const File file{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number < 0 || ::fsync(file.number) != 0) return cannot("make", path);
    return {};
}

Result<> make(const std::string& path, Random& random) {
    // Under a name of its own first: a crash must not leave half a key in the real place.
    const std::string draft = path + "." + random_token(random, 8);
    Key key;
    random.fill(key.bytes);
    {
        const File file{::open(draft.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0400)};
        if (file.number < 0) return cannot("make", path);
        const Secret text(std::string(header) + to_base64(key.bytes) + "\n");
        TRY(write_all(file.number, text.reveal(), path));
    }
    // link() instead of rename(): when two programs start at once, the first one's key stays.
    const bool is_made = ::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST;
    const auto failed = cannot("make", path);
    ::unlink(draft.c_str());
    if (!is_made) return failed;
    return sync_folder_of(path);
}

Result<Key> parse(std::string_view text, const std::string& path) {
    const Error wrong{ErrorCode::invalid,
                      "the key file " + path +
                          " is not one that this program made; restore it from "
                          "its copy, since stored passwords open with no other"};
    if (!text.starts_with(header) || !text.ends_with("\n")) return wrong;
    text.remove_prefix(header.size());
    text.remove_suffix(1);
    auto bytes = from_base64(text);
    Key key;
    if (!bytes || bytes->size() != key.bytes.size()) return wrong;
    std::copy(bytes->begin(), bytes->end(), key.bytes.begin());
    OPENSSL_cleanse(bytes->data(), bytes->size());
    return key;
}

}  // namespace

Result<Key> read_or_make_key_file(const std::string& path, Random& random) {
    if (::access(path.c_str(), F_OK) != 0) TRY(make(path, random));
    const File file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    if (file.number < 0) return cannot("read", path);
    struct stat status {};
    if (::fstat(file.number, &status) != 0) return cannot("read", path);
    if (!S_ISREG(status.st_mode) || (status.st_mode & 077) != 0)
        return Error{ErrorCode::invalid, "the key file " + path +
                                             " can be read or changed by others; make it yours "
                                             "alone with: chmod 0400 " +
                                             path};
    std::array<char, 256> buffer{};
    const auto length = ::read(file.number, buffer.data(), buffer.size());
    if (length < 0) return cannot("read", path);
    auto key = parse({buffer.data(), static_cast<std::size_t>(length)}, path);
    OPENSSL_cleanse(buffer.data(), buffer.size());
    return key;
}

}  // namespace busy24::security
