// What the foreign keys do not take along is named here.
#include "proxy/store/workspace_removal.hpp"

#include <array>

#include "proxy/security/digest.hpp"
#include "proxy/store/login_attempts.hpp"
#include "proxy/store/workspaces.hpp"

namespace busy24::store {

namespace {

Result<std::vector<std::string>> emails_in(Database& database, const WorkspaceId& workspace) {
    const std::array<Value, 1> values{workspace.text};
    const auto rows =
        TRY(database.query("SELECT email FROM app_user WHERE workspace_id = $1 "
                           "UNION SELECT erp_username FROM app_user WHERE workspace_id = $1 "
                           "UNION SELECT email FROM invitation WHERE workspace_id = $1",
                           values));
    std::vector<std::string> emails;
    for (const auto& row : rows)
        if (row[0] && !row[0]->empty()) emails.push_back(*row[0]);
    return emails;
}

Result<bool> is_known(Database& database, const std::string& email) {
    const std::array<Value, 1> values{email};
    const auto rows = TRY(database.query(
        "SELECT 1 FROM app_user WHERE email = $1 OR erp_username = $1 LIMIT 1", values));
    return !rows.empty();
}

// Whoever is a user elsewhere keeps what was counted: or founding and deleting workspaces would buy
// more guesses at a password.
Result<> remove_person(Database& database, const std::string& email) {
    if (TRY(is_known(database, email))) return {};
    const std::array<Value, 1> values{email};
    TRY(database.query("DELETE FROM account_salt WHERE email = $1", values));
    TRY(database.query("DELETE FROM user_session WHERE username = $1", values));
    TRY(database.query("DELETE FROM letter WHERE receiver = $1 AND workspace_id IS NULL", values));
    TRY(database.query("DELETE FROM password_reset WHERE email = $1", values));
    const auto account_hash = security::sha256(counted_account(email));
    const std::array<Value, 1> subject{"account " + account_hash};
    TRY(database.query("DELETE FROM login_attempt WHERE subject = $1", subject));
    const std::array<Value, 1> account{account_hash};
    TRY(database.query("DELETE FROM known_device WHERE account_hash = $1", account));
    return {};
}

}  // namespace

Result<> remove_workspace(Database& database, const WorkspaceId& workspace) {
    auto transaction = TRY(Transaction::begin(database));
    const auto emails = TRY(emails_in(database, workspace));
    const std::array<Value, 1> values{workspace.text};
    TRY(database.query("DELETE FROM user_session WHERE workspace_id = $1", values));
    TRY(
        database.query("DELETE FROM password_reset WHERE user_id IN "
                       "(SELECT id FROM app_user WHERE workspace_id = $1)",
                       values));
    const std::array<Value, 1> subject{"workspace " + workspace.text};
    TRY(database.query("DELETE FROM login_attempt WHERE subject = $1", subject));
    TRY(Workspaces(database).remove(workspace));
    for (const auto& email : emails) TRY(remove_person(database, email));
    return transaction.commit();
}

}  // namespace busy24::store
