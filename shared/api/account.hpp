// The account that a workspace uses at 24SevenOffice: another one in its place, and connecting
// again.
#pragma once

#include <string>
#include <vector>

#include "shared/api/connection.hpp"
#include "shared/api/people.hpp"
#include "shared/api/session.hpp"

namespace busy24::api {

// «Bytt konto»: tries a new API user, and takes it into use when it may do all that is needed.
// Until then the old one stays. In a workspace that has been disconnected, it connects again, to
// the same client. Failures: invalid "incomplete"; throttled, with retryAtMs (reasons
// "login_throttle", "quarantine", "too_many_requests", "too_many_attempts"); unavailable
// "erp_down".
struct ChangeAccount {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/connection/account",
                                       Access::administrator};
    struct Reply {
        std::vector<RightCheck> checks;  // all six
        bool is_in_use = false;
        static constexpr auto fields() {
            return std::tuple{field("checks", &Reply::checks), field("isInUse", &Reply::is_in_use)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::string username;
    Secret password;
    static constexpr auto fields() {
        return std::tuple{field("username", &ChangeAccount::username),
                          field("password", &ChangeAccount::password)};
    }
};

// «Test tilkoblingen»: tries the API user now. Failures: conflict "disconnected" or "no_login"
// when there is no login to try; else as ChangeAccount.
struct TestConnection {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/connection/test",
                                       Access::administrator};
    using Reply = ConnectionHealth;
    static constexpr auto fields() { return std::tuple{}; }
};

struct Administrator {
    std::string name;
    std::string email;
    static constexpr auto fields() {
        return std::tuple{field("name", &Administrator::name),
                          field("email", &Administrator::email)};
    }
    bool operator==(const Administrator&) const = default;
};

// Who gets an e-mail when the connection breaks, and when it is mended.
struct Recipients {
    bool is_all_administrators = true;
    std::vector<std::string> emails;  // when it is not all of them
    std::vector<Administrator> administrators;
    bool can_send = false;  // the server has been told how to send e-mail
    static constexpr auto fields() {
        return std::tuple{field("isAllAdministrators", &Recipients::is_all_administrators),
                          field("emails", &Recipients::emails),
                          field("administrators", &Recipients::administrators),
                          field("canSend", &Recipients::can_send)};
    }
    bool operator==(const Recipients&) const = default;
};

struct GetRecipients {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/connection/recipients",
                                       Access::administrator};
    using Reply = Recipients;
    static constexpr auto fields() { return std::tuple{}; }
};

// Failures: invalid "bad_email" when one of them is no address, "too_many" beyond 50.
struct SaveRecipients {
    static constexpr Endpoint endpoint{Method::put, "/api/v1/connection/recipients",
                                       Access::administrator};
    using Reply = Recipients;
    bool is_all_administrators = true;
    std::vector<std::string> emails;
    static constexpr auto fields() {
        return std::tuple{field("isAllAdministrators", &SaveRecipients::is_all_administrators),
                          field("emails", &SaveRecipients::emails)};
    }
};

// What «Koble fra» would do.
struct GetDisconnection {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/connection/disconnection",
                                       Access::administrator};
    struct Reply {
        bool is_connected = true;
        std::string tenant_name;
        std::string account;
        std::int64_t queued = 0;    // changes that wait to be sent
        bool is_under_way = false;  // a run is
        bool has_sso = false;
        std::vector<std::string> locked_out;  // the users who can log in no more
        bool has_busy_password = false;       // whether the asker has one, to prove who it is
        static constexpr auto fields() {
            return std::tuple{field("isConnected", &Reply::is_connected),
                              field("tenantName", &Reply::tenant_name),
                              field("account", &Reply::account),
                              field("queued", &Reply::queued),
                              field("isUnderWay", &Reply::is_under_way),
                              field("hasSso", &Reply::has_sso),
                              field("lockedOut", &Reply::locked_out),
                              field("hasBusyPassword", &Reply::has_busy_password)};
        }
        bool operator==(const Reply&) const = default;
    };
    static constexpr auto fields() { return std::tuple{}; }
};

// Whether the users may log in with their 24SevenOffice account. Whom turning it off would lock
// out, GetDisconnection tells; each of them may get a link for a Busy password, as MakePasswordLink
// makes. Failures: conflict "disconnected".
struct SetSingleSignOn {
    static constexpr Endpoint endpoint{Method::put, "/api/v1/connection/single-sign-on",
                                       Access::administrator};
    struct Reply {
        bool is_on = false;
        std::vector<Invited> links;
        static constexpr auto fields() {
            return std::tuple{field("isOn", &Reply::is_on), field("links", &Reply::links)};
        }
        bool operator==(const Reply&) const = default;
    };
    bool is_on = false;
    bool makes_links = false;
    static constexpr auto fields() {
        return std::tuple{field("isOn", &SetSingleSignOn::is_on),
                          field("makesLinks", &SetSingleSignOn::makes_links)};
    }
};

// «Koble fra», with the asker's password once more. Failures: invalid "wrong_login" or
// "wrong_password" when it is not the asker's, conflict "disconnected" when it is done already;
// throttled and unavailable as ChangeAccount.
struct Disconnect {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/connection/disconnect",
                                       Access::administrator};
    using Reply = Nothing;
    LoginWay way = LoginWay::erp;
    std::string username;  // of the 24SevenOffice account; not needed for a Busy password
    Secret password;
    static constexpr auto fields() {
        return std::tuple{field("way", &Disconnect::way), field("username", &Disconnect::username),
                          field("password", &Disconnect::password)};
    }
};

// All data of the workspace as one JSON file, without passwords, tokens and sessions. The reply is
// that file, made while it is sent.
struct ExportWorkspace {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/workspace.json",
                                       Access::administrator};
    using Reply = Nothing;
    static constexpr auto fields() { return std::tuple{}; }
};

// «Slett arbeidsområdet»: everything of it is gone here, and nothing changes in 24SevenOffice. With
// the workspace's name typed, and the asker's password once more. Failures: invalid
// "wrong_confirmation"; else as Disconnect.
struct DeleteWorkspace {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/workspace/delete",
                                       Access::administrator};
    using Reply = Nothing;
    std::string confirmation;  // the name of the workspace
    LoginWay way = LoginWay::erp;
    std::string username;
    Secret password;
    static constexpr auto fields() {
        return std::tuple{field("confirmation", &DeleteWorkspace::confirmation),
                          field("way", &DeleteWorkspace::way),
                          field("username", &DeleteWorkspace::username),
                          field("password", &DeleteWorkspace::password)};
    }
};

}  // namespace busy24::api
