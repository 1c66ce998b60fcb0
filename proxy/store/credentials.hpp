// Credentials: the logins to 24SevenOffice that are kept, sealed.
#pragma once

#include <optional>

#include "proxy/security/vault.hpp"
#include "proxy/store/table.hpp"

namespace busy24::store {

struct StoredCredential {
    std::string username;
    Secret password;
    std::string identity_id;
};

// A row as it is stored: nothing in it can be read without the key file.
struct SealedCredential {
    static constexpr std::string_view table = "credential";
    std::string owner;
    std::string username;
    std::string identity_id;
    std::string sealed_password;
    Instant changed_at;
    static constexpr auto fields() {
        return std::tuple{field("owner", &SealedCredential::owner),
                          field("username", &SealedCredential::username),
                          field("identity_id", &SealedCredential::identity_id),
                          field("sealed_password", &SealedCredential::sealed_password),
                          field("changed_at", &SealedCredential::changed_at)};
    }
};

// Thread-safe. The `owner` of a credential is a connection's id.
class Credentials {
public:
    Credentials(Database& database, security::Vault& vault) : database_(database), vault_(vault) {}
    // Replaces the one that the owner had. Not inside a transaction: see Vault::seal().
    Result<> save(const std::string& owner, const std::string& workspace,
                  const StoredCredential& credential, Instant now);
    // The same in two steps, the second of which may stand in a transaction.
    Result<SealedCredential> seal(const std::string& owner, const std::string& workspace,
                                  const StoredCredential& credential, Instant now);
    Result<> save(const SealedCredential& credential);
    // nullopt when the owner has none.
    Result<std::optional<StoredCredential>> load(const std::string& owner,
                                                 const std::string& workspace);
    Result<> remove(const std::string& owner);

private:
    Database& database_;
    security::Vault& vault_;
};

// The wrapped data keys of a vault, kept in the database.
security::DataKeys data_keys_in(Database& database);

}  // namespace busy24::store
