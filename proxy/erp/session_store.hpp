// Where session ids outlive the process: implemented by the store, which seals them.
#pragma once

#include <optional>
#include <string>

#include "shared/result.hpp"
#include "shared/secret.hpp"

namespace busy24::erp {

// The current identity is state of the session, so two identities never share one (quirk 12).
struct SessionKey {
    std::string application_id;
    std::string username;  // in lower case
    std::string identity_id;
    bool operator==(const SessionKey&) const = default;
};

// Thread-safe. A failure is survived: the session is then opened anew, or lives in memory only.
class SessionStore {
public:
    virtual ~SessionStore() = default;
    // nullopt when nothing is kept for the key.
    virtual Result<std::optional<Secret>> load(const SessionKey& key) = 0;
    virtual Result<> save(const SessionKey& key, const Secret& session_id) = 0;
    // With an empty identity_id: every session of that user. Nothing kept is not an error.
    virtual Result<> erase(const SessionKey& key) = 0;
};

}  // namespace busy24::erp
