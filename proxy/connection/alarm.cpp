// Chooses the letter and its receivers.
#include "proxy/connection/alarm.hpp"

#include <algorithm>
#include <functional>

#include "shared/json.hpp"

namespace busy24::connection {

namespace {

using mail::LetterKind;

// It is of no use to hear a week later that something was broken.
constexpr std::int64_t worth_sending_ms = 3 * day_ms;

LetterKind kind_of(const HealthChange& change) {
    if (change.is_mended) return LetterKind::connection_mended;
    switch (change.trouble) {
        case api::Trouble::tenant_not_reached:
            return LetterKind::connection_tenant_not_reached;
        case api::Trouble::right_lost:
            return LetterKind::connection_right_lost;
        case api::Trouble::login_refused:
        case api::Trouble::none:
            break;
    }
    return LetterKind::connection_login_refused;
}

}  // namespace

// As users, since a letter is in its receiver's language; to one whose language nobody knows it is
// in that of an administrator.
Result<std::vector<store::User>> Alarm::receivers(const WorkspaceId& workspace) {
    auto users = TRY(parts_.users.of(workspace));
    const auto chosen = TRY(store::ConnectionHealths(parts_.database).recipients(workspace));
    if (chosen.is_all_administrators) {
        std::erase_if(users, std::not_fn(store::is_active_administrator));
        return users;
    }
    const auto administrator =
        std::find_if(users.begin(), users.end(), store::is_active_administrator);
    std::vector<store::User> receivers;
    for (auto& email : TRY(parse_json<std::vector<std::string>>(chosen.emails))) {
        const auto known = std::find_if(users.begin(), users.end(), [&](const store::User& user) {
            return user.email == email;
        });
        store::User receiver;
        const auto& speaker = known != users.end() ? known : administrator;
        if (speaker != users.end()) receiver.language = speaker->language;
        receiver.email = std::move(email);
        receivers.push_back(std::move(receiver));
    }
    return receivers;
}

Result<> Alarm::tell(const HealthChange& change) {
    const auto& id = change.connection.id.text;
    // What has not left yet is not true any more.
    TRY(parts_.post_office.drop(id));
    if (!parts_.post_office.can_send()) return {};
    const auto& workspace_id = change.connection.workspace_id;
    const auto workspace = TRY(parts_.workspaces.get(workspace_id));
    for (const auto& receiver : TRY(receivers(workspace_id))) {
        const auto queued = parts_.post_office.queue({.workspace = workspace_id,
                                                      .kind = kind_of(change),
                                                      .language = receiver.language,
                                                      .receiver = receiver.email,
                                                      .subject_id = id,
                                                      .values = {workspace.name},
                                                      .link = parts_.settings_url,
                                                      .lifetime_ms = worth_sending_ms});
        const bool is_refused = !queued.ok() && (queued.error().code == ErrorCode::invalid ||
                                                 queued.error().code == ErrorCode::throttled);
        if (!queued.ok() && !is_refused) return queued.error();
    }
    return {};
}

}  // namespace busy24::connection
