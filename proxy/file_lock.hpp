// A lock on a file for as long as the program runs: two programs on one database would lose writes.
#pragma once

#include <memory>
#include <string>

#include "shared/result.hpp"

namespace busy24 {

// Held until destroyed; the system lets go of it by itself when the program is killed.
class FileLock {
public:
    // Makes the file when it is missing. Errors: unavailable, with a sentence for the operator.
    static Result<FileLock> take(const std::string& path);
    FileLock(FileLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int file) : file_(file) {}
    int file_;
};

}  // namespace busy24
