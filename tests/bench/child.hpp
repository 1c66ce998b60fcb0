// Work in a process of its own, so that its peak memory is that of this work alone.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>
#include <type_traits>

namespace busy24::bench {

inline double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// nullopt when the child has failed.
template <class Figures>
std::optional<Figures> in_child(const std::function<std::optional<Figures>()>& work) {
    static_assert(std::is_trivially_copyable_v<Figures>);
    // Or the child would inherit what is not printed yet, and print it again.
    std::fflush(stdout);
    int ends[2];
    if (::pipe(ends) != 0) return std::nullopt;
    const auto child = ::fork();
    if (child == 0) {
        const auto figures = work();
        const bool is_said = figures && ::write(ends[1], &*figures, sizeof *figures) > 0;
        ::_exit(is_said ? 0 : 1);
    }
    ::close(ends[1]);
    Figures figures{};
    const bool is_said = ::read(ends[0], &figures, sizeof figures) == sizeof figures;
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return is_said ? std::optional(figures) : std::nullopt;
}

}  // namespace busy24::bench
