// Workspaces, users, connections, and the secrets that belong to them.
#include <fstream>

#include "proxy/store/connections.hpp"
#include "proxy/store/credentials.hpp"
#include "proxy/store/erp_sessions.hpp"
#include "proxy/store/users.hpp"
#include "tests/store/fresh_database.hpp"

namespace busy24::store {

namespace {

struct Accounts : FreshDatabase {
    Workspaces workspaces{**this};
    Connections connections{**this};
    Users users{**this};
    std::unique_ptr<security::Vault> vault = open_vault();
    Credentials credentials{**this, *vault};
    ErpSessions sessions{**this, *vault, clock};

    std::unique_ptr<security::Vault> open_vault() {
        return security::Vault::open(folder.file("key"), random, data_keys_in(**this)).value();
    }
    Connection add_connection(const WorkspaceId& workspace) {
        Connection connection;
        connection.id = {make_id(random, clock.now())};
        connection.workspace_id = workspace;
        connection.created_at = clock.now();
        REQUIRE(connections.save(connection).ok());
        return connection;
    }
    Result<> keep(const Connection& connection, const std::string& password) {
        return credentials.save(
            connection.id.text, connection.workspace_id.text,
            {.username = "api@granlund.example", .password = Secret(password), .identity_id = "i1"},
            clock.now());
    }
    User user_of(const WorkspaceId& workspace, const std::string& email) {
        return {.id = {make_id(random, clock.now())},
                .workspace_id = workspace,
                .email = email,
                .name = "Kari Nordlie",
                .contact_id = 12,
                .role = api::Role::administrator,
                .created_at = clock.now()};
    }
};

}  // namespace

TEST_CASE_FIXTURE(Accounts,
                  "a client of 24SevenOffice has one connected workspace, and many drafts") {
    const auto first = add_workspace(7);
    add_workspace(7, false);
    add_workspace(7, false);
    const auto second = workspaces.save({.id = {"w2"}, .tenant_id = 7, .is_connected = true});
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().code == ErrorCode::conflict);
    CHECK(workspaces.connected_to(7).value()->id == first);
    CHECK_FALSE(workspaces.connected_to(8).value());
}

TEST_CASE_FIXTURE(Accounts, "a removed workspace takes everything along, passwords and keys too") {
    const auto stays = add_connection(add_workspace(7));
    const auto goes = add_connection(add_workspace(8));
    for (const auto& connection : {stays, goes}) {
        REQUIRE(keep(connection, "hemmelig").ok());
        REQUIRE(users.save(user_of(connection.workspace_id, "kari@granlund.example")).ok());
    }
    CHECK(ask("SELECT COUNT(*) FROM data_key") == "3");
    REQUIRE(workspaces.remove(goes.workspace_id).ok());
    for (const auto* table : {"workspace", "connection", "credential", "app_user"})
        CHECK(ask("SELECT COUNT(*) FROM " + std::string(table)) == "1");
    CHECK(ask("SELECT COUNT(*) FROM data_key") == "2");
    CHECK(credentials.load(stays.id.text, stays.workspace_id.text).value()->password.reveal() ==
          "hemmelig");
}

TEST_CASE_FIXTURE(Accounts, "only drafts are swept, and only old ones") {
    add_workspace(7);
    const auto old = add_connection(add_workspace(7, false));
    REQUIRE(keep(old, "hemmelig").ok());
    clock.advance(day_ms);
    const auto young = add_workspace(7, false);
    REQUIRE(workspaces.remove_drafts(clock.now()).ok());
    CHECK(ask("SELECT COUNT(*) FROM workspace") == "2");
    CHECK(workspaces.get(young).ok());
    CHECK(ask("SELECT COUNT(*) FROM credential") == "0");
    CHECK(ask("SELECT COUNT(*) FROM data_key") == "1");
}

TEST_CASE_FIXTURE(Accounts, "a connection comes back as it was saved, and is touched alone") {
    auto connection = add_connection(add_workspace());
    connection.state = ConnectionState::connected;
    connection.api_user_mode = api::ApiUserMode::own;
    connection.has_customers = false;
    connection.connected_at = clock.now();
    REQUIRE(connections.save(connection).ok());
    CHECK(connections.get(connection.id).value() == connection);
    CHECK(connections.of(connection.workspace_id).value() == connection);
    REQUIRE(connections.touch(connection.id, clock.now()).ok());
    connection.last_contact_at = clock.now();
    CHECK(connections.get(connection.id).value() == connection);
    CHECK(connections.get({"none"}).error().code == ErrorCode::not_found);
}

TEST_CASE_FIXTURE(Accounts, "users are found by their address in connected workspaces only") {
    const auto first = add_workspace(7), second = add_workspace(8), draft = add_workspace(9, false);
    for (const auto& workspace : {first, second, draft})
        REQUIRE(users.save(user_of(workspace, "kari@granlund.example")).ok());
    auto former = user_of(first, "ola@granlund.example");
    former.is_active = false;
    REQUIRE(users.save(former).ok());
    CHECK(users.with_email(" Kari@Granlund.EXAMPLE\n").value().size() == 2);
    CHECK(users.with_email("ola@granlund.example").value().empty());
    CHECK(users.with_email("").value().empty());
    CHECK(users.get(former.id).value() == former);
    CHECK(users.count(first).value() == 2);
    CHECK(users.of(first).value().size() == 2);
    const auto twin = users.save(user_of(first, "kari@granlund.example"));
    REQUIRE_FALSE(twin.ok());
    CHECK(twin.error().code == ErrorCode::conflict);
}

TEST_CASE_FIXTURE(Accounts, "a password is nowhere in the files, and opens after a restart") {
    const std::string password = "Blåbær-syltetøy 1234567890";
    const auto connection = add_connection(add_workspace());
    REQUIRE(keep(connection, "en annen").ok());
    REQUIRE(keep(connection, password).ok());
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(path()).parent_path())) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        CHECK(bytes.find(password) == std::string::npos);
    }
    const auto restarted = open_vault();
    const auto loaded = Credentials(**this, *restarted)
                            .load(connection.id.text, connection.workspace_id.text)
                            .value();
    CHECK(loaded->password.reveal() == password);
    CHECK(loaded->username == "api@granlund.example");
    CHECK(loaded->identity_id == "i1");
    REQUIRE(credentials.remove(connection.id.text).ok());
    CHECK_FALSE(credentials.load(connection.id.text, connection.workspace_id.text).value());
}

TEST_CASE_FIXTURE(Accounts,
                  "a password that was copied to another connection does not open there") {
    const auto mine = add_connection(add_workspace(7));
    const auto theirs = add_connection(add_workspace(8));
    REQUIRE(keep(mine, "min").ok());
    REQUIRE(keep(theirs, "deres").ok());
    REQUIRE((**this)
                .query("UPDATE credential SET sealed_password = (SELECT sealed_password FROM "
                       "credential WHERE owner = $1) WHERE owner = $2",
                       std::array{to_value(theirs.id), to_value(mine.id)})
                .ok());
    CHECK_FALSE(credentials.load(mine.id.text, mine.workspace_id.text).ok());
    CHECK_FALSE(credentials.load(theirs.id.text, mine.workspace_id.text).ok());
    CHECK(credentials.load(theirs.id.text, theirs.workspace_id.text).ok());
}

TEST_CASE_FIXTURE(Accounts, "a data key is not made inside a transaction, which could undo it") {
    const auto connection = add_connection(add_workspace());
    {
        auto transaction = Transaction::begin(**this);
        CHECK_FALSE(keep(connection, "hemmelig").ok());
    }
    REQUIRE(keep(connection, "hemmelig").ok());
    auto transaction = Transaction::begin(**this);
    CHECK(keep(connection, "ny").ok());
}

TEST_CASE_FIXTURE(Accounts,
                  "sessions of 24SevenOffice are kept apart by program, user and identity") {
    const erp::SessionKey key{"app", "kari@granlund.example", "i1"};
    REQUIRE(sessions.save(key, Secret("s1")).ok());
    for (const auto& other : {erp::SessionKey{"app2", key.username, "i1"},
                              erp::SessionKey{"app", "ola@granlund.example", "i1"},
                              erp::SessionKey{"app", key.username, "i2"}})
        CHECK_FALSE(sessions.load(other).value());
    REQUIRE(sessions.save(key, Secret("s2")).ok());
    CHECK(sessions.load(key).value()->reveal() == "s2");
    CHECK(ask("SELECT COUNT(*) FROM erp_session") == "1");
    CHECK(ask("SELECT session_key || user_key || sealed_id FROM erp_session").find("kari") ==
          std::string::npos);
}

TEST_CASE_FIXTURE(Accounts,
                  "one session of 24SevenOffice is erased, or all of a user, or old ones") {
    const auto key_of = [](const std::string& user, const std::string& identity) {
        return erp::SessionKey{"app", user, identity};
    };
    const auto save = [&](const std::string& user, const std::string& identity) {
        REQUIRE(sessions.save(key_of(user, identity), Secret("s")).ok());
    };
    save("kari", "i1"), save("kari", "i2"), save("kari", "i3"), save("ola", "i1");
    REQUIRE(sessions.erase(key_of("kari", "i1")).ok());
    CHECK(ask("SELECT COUNT(*) FROM erp_session") == "3");
    REQUIRE(sessions.erase(key_of("kari", "")).ok());
    CHECK(sessions.load(key_of("ola", "i1")).value());
    CHECK(ask("SELECT COUNT(*) FROM erp_session") == "1");
    clock.advance(erp_session_kept_ms + 1);
    save("kari", "i1");
    REQUIRE(sessions.remove_old(clock.now()).ok());
    CHECK(sessions.load(key_of("kari", "i1")).value());
    CHECK_FALSE(sessions.load(key_of("ola", "i1")).value());
}

}  // namespace busy24::store
