// Secret: a text that cannot be copied, printed, compared by accident or serialised, and wipes
// itself.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace busy24 {

// Owns one password, key or session id. Movable only; the moved-from object is wiped and empty.
// Not thread-safe, like std::string. The JSON codec reads into it and never writes it.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view text) : text_(text) {}
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept { *this = std::move(other); }
    Secret& operator=(Secret&& other) noexcept {
        if (this == &other) return *this;
        wipe();
        text_.reserve(other.text_.size());
        text_.assign(other.text_);
        other.wipe();
        return *this;
    }
    ~Secret() { wipe(); }

    bool empty() const { return text_.empty(); }
    std::size_t size() const { return text_.size(); }
    // The one way to the plain text: easy to find in a review. Do not keep the view or copy it
    // onwards.
    std::string_view reveal() const { return text_; }
    // A deliberate second owner, for a call that must keep its own.
    Secret clone() const { return Secret(text_); }

    void wipe() noexcept {
        // Growing to the capacity allocates nothing and reaches bytes that a longer text left
        // behind.
        text_.resize(text_.capacity());
        volatile char* bytes = text_.data();
        for (std::size_t i = 0; i < text_.size(); ++i) bytes[i] = '\0';
        text_.clear();
    }

private:
    std::string text_;
};

}  // namespace busy24
