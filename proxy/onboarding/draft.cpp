// Pure functions over the draft.
#include "proxy/onboarding/draft.hpp"

#include <algorithm>

namespace busy24::onboarding {

namespace {

std::vector<api::Tenant> tenants_of(const std::vector<Reach>& reaches) {
    std::vector<api::Tenant> tenants;
    tenants.reserve(reaches.size());
    for (const auto& reach : reaches)
        tenants.push_back({reach.tenant_id, reach.tenant_name, reach.is_default});
    return tenants;
}

api::Step step_of(const Draft& draft) {
    if (draft.is_connected) return api::Step::finished;
    if (draft.username.empty()) return api::Step::sign_in;
    if (!draft.tenant_id) return api::Step::tenant;
    return draft.api_user.is_working ? api::Step::options : api::Step::api_user;
}

}  // namespace

std::vector<Reach> reaches_of(const std::vector<erp::Identity>& identities) {
    std::vector<Reach> reaches;
    for (const auto& identity : identities) {
        if (!identity.client || identity.is_disabled) continue;
        Reach reach{.tenant_id = identity.client->id,
                    .tenant_name = identity.client->name,
                    .identity_id = identity.id.text,
                    .contact_id = std::nullopt,
                    .user_name = {},
                    .is_default = identity.is_default};
        if (identity.user) {
            reach.user_name = identity.user->name;
            if (identity.user->contact_id) reach.contact_id = *identity.user->contact_id;
        }
        // A person may have two identities in one client; the default one, or else the first,
        // stands for it.
        const auto same = std::find_if(reaches.begin(), reaches.end(), [&](const Reach& known) {
            return known.tenant_id == reach.tenant_id;
        });
        if (same == reaches.end())
            reaches.push_back(std::move(reach));
        else if (reach.is_default)
            *same = std::move(reach);
    }
    return reaches;
}

const Reach* reach_of(const std::vector<Reach>& reaches, std::int64_t tenant_id) {
    const auto found = std::find_if(reaches.begin(), reaches.end(), [&](const Reach& reach) {
        return reach.tenant_id == tenant_id;
    });
    return found == reaches.end() ? nullptr : &*found;
}

api::Onboarding to_api(const Draft& draft, bool has_login) {
    api::Onboarding out;
    out.step = step_of(draft);
    out.has_login = has_login;
    out.username = draft.username;
    out.tenants = tenants_of(draft.reaches);
    out.tenant_id = draft.tenant_id;
    out.api_user = draft.api_user;
    out.api_user_tenants = tenants_of(draft.api_user_reaches);
    out.options = draft.options;
    return out;
}

void forget_api_user(Draft& draft) {
    draft.api_user = {};
    draft.api_user_reaches.clear();
    draft.connection_id.clear();
}

}  // namespace busy24::onboarding
