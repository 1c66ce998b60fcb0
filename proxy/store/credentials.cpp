// Rows of the tables `credential` and `data_key`.
#include "proxy/store/credentials.hpp"

namespace busy24::store {

namespace {

security::Place place_of(const std::string& owner, const std::string& workspace) {
    return {.table = SealedCredential::table,
            .column = "sealed_password",
            .workspace = workspace,
            .row = owner};
}

Result<std::optional<std::string>> load_key(Database& database, std::string_view workspace) {
    const std::array values{to_value(workspace)};
    const auto rows =
        TRY(database.query("SELECT wrapped_key FROM data_key WHERE workspace_id = $1", values));
    std::optional<std::string> key;
    if (!rows.empty()) TRY(from_value(rows.front().front(), key));
    return key;
}

}  // namespace

Result<SealedCredential> Credentials::seal(const std::string& owner, const std::string& workspace,
                                           const StoredCredential& credential, Instant now) {
    auto sealed = TRY(vault_.seal(credential.password, place_of(owner, workspace)));
    return SealedCredential{owner, credential.username, credential.identity_id, std::move(sealed),
                            now};
}

Result<> Credentials::save(const SealedCredential& credential) {
    return upsert(database_, credential, {"owner"});
}

Result<> Credentials::save(const std::string& owner, const std::string& workspace,
                           const StoredCredential& credential, Instant now) {
    return save(TRY(seal(owner, workspace, credential, now)));
}

Result<std::optional<StoredCredential>> Credentials::load(const std::string& owner,
                                                          const std::string& workspace) {
    const auto rows = TRY(select_all<SealedCredential>(database_, {equals("owner", owner)}));
    if (rows.empty()) return std::optional<StoredCredential>();
    const auto& row = rows.front();
    auto password = TRY(vault_.unseal(row.sealed_password, place_of(owner, workspace)));
    return std::optional(StoredCredential{row.username, std::move(password), row.identity_id});
}

Result<> Credentials::remove(const std::string& owner) {
    return store::remove<SealedCredential>(database_, {equals("owner", owner)});
}

security::DataKeys data_keys_in(Database& database) {
    return {
        .load = [&database](std::string_view workspace) { return load_key(database, workspace); },
        .save = [&database](std::string_view workspace,
                            const std::string& wrapped) -> Result<std::string> {
            // Undone with the transaction, the key would take all that it has sealed with it.
            if (database.is_in_transaction())
                return Error{ErrorCode::internal, "a data key was to be made in a transaction"};
            const std::array values{to_value(workspace), to_value(wrapped)};
            TRY(
                database.query("INSERT INTO data_key (workspace_id, wrapped_key) "
                               "VALUES ($1, $2) ON CONFLICT (workspace_id) DO NOTHING",
                               values));
            return TRY(load_key(database, workspace)).value_or(wrapped);
        }};
}

}  // namespace busy24::store
