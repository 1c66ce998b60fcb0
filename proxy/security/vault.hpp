// The vault: seals secrets for the database with AES-256-GCM, each bound to the place it stands in.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "proxy/doors/random.hpp"
#include "shared/result.hpp"
#include "shared/secret.hpp"

namespace busy24::security {

// Where a ciphertext stands. It opens in that place only, so that a writer of the database file
// cannot move one secret over another (security rule: AAD).
struct Place {
    std::string_view table;
    std::string_view column;
    std::string_view workspace;  // picks the data key; "" for what belongs to no workspace
    std::string_view row;
};

// 32 key bytes that wipe themselves.
class Key {
public:
    Key() = default;
    Key(const Key&) = delete;
    Key& operator=(const Key&) = delete;
    Key(Key&& other) noexcept;
    Key& operator=(Key&& other) noexcept;
    ~Key();
    std::array<unsigned char, 32> bytes{};
};

// Where the wrapped data keys are kept: the store's table, or a test's map. `save` must keep the
// first key of a workspace and return whichever is there, since two threads may make one at once.
struct DataKeys {
    std::function<Result<std::optional<std::string>>(std::string_view workspace)> load;
    std::function<Result<std::string>(std::string_view workspace, const std::string&)> save;
};

// Thread-safe.
class Vault {
public:
    // Reads the key file, or makes it (mode 0400) when there is none. Errors: invalid, with one
    // sentence for the operator, when others can read it, it is not a key of ours, or the data keys
    // are wrapped by another; unavailable when it can be neither read nor made.
    static Result<std::unique_ptr<Vault>> open(const std::string& key_file, Random& random,
                                               DataKeys data_keys);

    // Base64 of version byte, key id, nonce, ciphertext and tag. Seal before opening a transaction:
    // a data key that is made here must not be undone with it.
    Result<std::string> seal(const Secret& secret, const Place& place);
    // Errors: internal when the text was not sealed by this key for this place; nothing of the
    // plain text is returned before the tag is checked.
    Result<Secret> unseal(std::string_view sealed, const Place& place);

private:
    Vault(Key master, Random& random, DataKeys data_keys);
    Result<const Key*> data_key(std::string_view workspace);
    Result<Key> load_or_make(std::string_view workspace);

    Key master_;
    Random& random_;
    DataKeys data_keys_;
    std::mutex mutex_;
    std::unordered_map<std::string, Key> opened_;
};

}  // namespace busy24::security
