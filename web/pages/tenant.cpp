// Page 2: chooses a client, and meets the workspace that it may have already.
#include "web/pages/tenant.hpp"

#include <algorithm>

#include "shared/norwegian.hpp"

namespace busy24::pages::tenant {

namespace {

bool reaches(const app::Visitor& visitor, std::int64_t tenant_id) {
    const auto& tenants = visitor.onboarding.tenants;
    return std::any_of(tenants.begin(), tenants.end(),
                       [&](const api::Tenant& tenant) { return tenant.id == tenant_id; });
}

// The client that is chosen when the page opens: an earlier choice, the only one, or the default.
std::optional<std::int64_t> first_choice(const app::Visitor& visitor) {
    const auto& onboarding = visitor.onboarding;
    if (onboarding.tenant_id && reaches(visitor, *onboarding.tenant_id))
        return onboarding.tenant_id;
    if (onboarding.tenants.size() == 1) return onboarding.tenants.front().id;
    for (const auto& tenant : onboarding.tenants)
        if (tenant.is_default) return tenant.id;
    return std::nullopt;
}

app::Effects on(Model& model, app::Visitor&, Searched event) {
    model.search = std::move(event.text);
    return {};
}

app::Effects on(Model& model, app::Visitor&, Chosen event) {
    if (model.phase != Model::Phase::choosing) return {};
    model.chosen = event.tenant_id;
    model.shows_problem = false;
    model.existing.reset();
    model.failure.reset();
    return {};
}

app::Effects on(Model& model, app::Visitor&, Submitted) {
    if (model.phase != Model::Phase::choosing || model.existing) return {};
    model.shows_problem = !model.chosen;
    if (!model.chosen) return {};
    model.phase = Model::Phase::sending;
    model.failure.reset();
    return {app::send(api::ChooseTenant{.tenant_id = *model.chosen})};
}

app::Effects on(Model& model, app::Visitor&, EnterPressed) {
    if (model.phase != Model::Phase::choosing || !model.chosen) return {};
    model.phase = Model::Phase::entering;
    model.failure.reset();
    return {app::send(api::EnterWorkspace{.tenant_id = *model.chosen})};
}

app::Effects on(Model& model, app::Visitor& visitor, app::Answer<api::ChooseTenant> answer) {
    model.phase = Model::Phase::choosing;
    if (!answer.ok()) {
        model.failure = std::move(answer.failure);
        return {};
    }
    visitor.onboarding = std::move(answer.reply->onboarding);
    model.existing = std::move(answer.reply->existing);
    if (model.existing) return {app::Focus{"tenant.existing_title"}};
    return {app::Navigate{app::path_of(app::Page::api_user)}};
}

app::Effects on(Model& model, app::Visitor&, app::Answer<api::EnterWorkspace> answer) {
    model.phase = Model::Phase::choosing;
    // The session has become another one; the answer to this moves on to the settings.
    if (answer.ok()) return {app::send(api::GetSession{})};
    model.failure = std::move(answer.failure);
    return {};
}

}  // namespace

std::vector<api::Tenant> shown_tenants(const Model& model, const app::Visitor& visitor) {
    const auto& tenants = visitor.onboarding.tenants;
    const auto wanted = folded(model.search);
    std::vector<api::Tenant> shown;
    std::copy_if(tenants.begin(), tenants.end(), std::back_inserter(shown),
                 [&](const api::Tenant& tenant) {
                     return folded(tenant.name).find(wanted) != std::string::npos ||
                            std::to_string(tenant.id).find(wanted) != std::string::npos;
                 });
    return shown;
}

app::Effects enter(Model& model, app::Visitor& visitor, const app::Route&) {
    model.phase = Model::Phase::choosing;
    model.failure.reset();
    model.existing.reset();
    model.shows_problem = false;
    if (!model.chosen || !reaches(visitor, *model.chosen)) model.chosen = first_choice(visitor);
    return {};
}

app::Effects update(Model& model, app::Visitor& visitor, Event event) {
    return std::visit([&](auto&& e) { return on(model, visitor, std::forward<decltype(e)>(e)); },
                      std::move(event));
}

}  // namespace busy24::pages::tenant
