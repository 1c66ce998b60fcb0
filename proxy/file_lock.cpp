// Locks by flock(), which belongs to the open file and so ends with its process.
#include "proxy/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace busy24 {

Result<FileLock> FileLock::take(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return Error{ErrorCode::unavailable,
                     "cannot open " + path + ": " + std::string(std::strerror(errno)) + "."};
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) return FileLock(file);
    ::close(file);
    return Error{ErrorCode::unavailable,
                 path + " is held by another busy24-proxy; stop that one first."};
}

FileLock::~FileLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace busy24
