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

// Thread-safe. The `owner` of a credential is a connection's id.
class Credentials {
public:
    Credentials(Database& database, security::Vault& vault) : database_(database), vault_(vault) {}
    // Replaces the one that the owner had. Not inside a transaction: see Vault::seal().
    Result<> save(const std::string& owner, const std::string& workspace,
                  const StoredCredential& credential, Instant now);
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
