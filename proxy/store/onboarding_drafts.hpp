// What a person has entered on the pages of the onboarding so far, kept with their session.
#pragma once

#include <optional>

#include "proxy/store/table.hpp"

namespace busy24::store {

// The draft is JSON text: its shape belongs to the onboarding, and holds no secret. Thread-safe.
// A draft goes with its session: it follows to a new token, and is removed with the session.
class OnboardingDrafts {
public:
    explicit OnboardingDrafts(Database& database) : database_(database) {}
    Result<std::optional<std::string>> load(const std::string& session_hash);
    Result<> save(const std::string& session_hash, const std::string& draft, Instant now);
    Result<> remove(const std::string& session_hash);

private:
    Database& database_;
};

}  // namespace busy24::store
