// The fake server's calls about the connection to 24SevenOffice.
#include "tests/web/app_harness.hpp"

namespace busy24::test {

api::ChangeAccount::Reply FakeApi::on(const api::ChangeAccount& call) {
    if (takes_account) {
        connection.is_connected = true;
        connection.api_user_mode = api::ApiUserMode::own;
        connection.api_user_name = call.username;
        notice = {};
    }
    return {checks, takes_account};
}

api::ConnectionHealth FakeApi::on(const api::TestConnection&) {
    connection.health = tested;
    notice.trouble = tested.trouble;
    notice.broken_since_ms = tested.broken_since_ms;
    return tested;
}

api::Recipients FakeApi::on(const api::SaveRecipients& call) {
    recipients.is_all_administrators = call.is_all_administrators;
    recipients.emails = call.emails;
    return recipients;
}

api::Nothing FakeApi::on(const api::Disconnect&) {
    connection.is_connected = false;
    connection.disconnected_at_ms = june_5_ms;
    return {};
}

api::Nothing FakeApi::on(const api::DeleteWorkspace&) {
    session = {};
    onboarding = {};
    return {};
}

}  // namespace busy24::test
