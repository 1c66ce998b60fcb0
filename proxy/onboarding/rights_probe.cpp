// The six checks, each with the call that shows it.
#include "proxy/onboarding/rights_probe.hpp"

#include <algorithm>

#include "proxy/erp/company_service.hpp"
#include "proxy/erp/person_service.hpp"
#include "proxy/erp/project_service.hpp"
#include "proxy/erp/time_service.hpp"
#include "proxy/onboarding/draft.hpp"

namespace busy24::onboarding {

namespace {

using api::Right;
using api::RightState;

bool is_passing(const Error& error) {
    return error.code == ErrorCode::unavailable || error.code == ErrorCode::throttled ||
           error.code == ErrorCode::ambiguous;
}

// A fault that we do not know is counted as a refusal: the ERP understood the call and said no, and
// its texts for a missing right are not documented.
RightState state_of(const Error& error) {
    return is_passing(error) ? RightState::unavailable : RightState::denied;
}

RightState state_of_count(std::int64_t count) {
    return count > 0 ? RightState::granted : RightState::empty;
}

template <class Operation>
RightState try_list(const erp::Session& session, const Operation& operation,
                    std::optional<Error>& failure) {
    std::int64_t count = 0;
    const auto result = session.stream(operation, [&](auto&&) -> Result<> {
        ++count;
        return {};
    });
    if (result.ok()) return state_of_count(count);
    if (is_passing(result.error()) && !failure) failure = result.error();
    return state_of(result.error());
}

RightState try_customers(const erp::Session& session, std::optional<Error>& failure) {
    erp::company_service::GetCompanySyncList operation;
    operation.search.page = 1;
    const auto page = session.call(operation);
    if (page.ok()) return state_of_count(static_cast<std::int64_t>(page.value().items.size()));
    if (is_passing(page.error()) && !failure) failure = page.error();
    return state_of(page.error());
}

RightState try_persons(const erp::Session& session, std::optional<Error>& failure) {
    erp::person_service::GetPersons operation;
    // Employees only: they are whom the mirror fetches, and contacts may be tens of thousands.
    operation.search.is_employee = erp::person_service::TriState::yes;
    return try_list(session, operation, failure);
}

class Probe {
public:
    Probe() {
        for (const auto& row : words(Right{})) out_.checks.push_back({row.value});
    }
    void set(Right right, RightState state) {
        out_.checks[static_cast<std::size_t>(right)].state = state;
    }
    RightsProbe take() { return std::move(out_); }

    void read_everything(const erp::Session& session) {
        set(Right::read_projects,
            try_list(session, erp::project_service::GetProjectNameList{}, out_.failure));
        set(Right::read_work_types,
            try_list(session, erp::time_service::GetWorkTypeList{}, out_.failure));
        set(Right::read_customers, try_customers(session, out_.failure));
        set(Right::read_persons, try_persons(session, out_.failure));
    }

    RightsProbe out_;
};

}  // namespace

bool RightsProbe::is_working() const {
    return !checks.empty() && std::all_of(checks.begin(), checks.end(), [](const auto& check) {
        return check.state == RightState::granted || check.state == RightState::empty;
    });
}

Result<RightsProbe> probe_rights(erp::Client& client, const erp::Credential& credential,
                                 std::int64_t tenant_id, LoginCheck login) {
    Probe probe;
    if (login == LoginCheck::anew) {
        auto signed_in = client.sign_in(credential);
        if (!signed_in.ok() && is_passing(signed_in.error())) return signed_in.error();
        if (!signed_in.ok()) {
            probe.set(Right::log_in, RightState::denied);
            return probe.take();
        }
        probe.out_.identities = std::move(signed_in).value().identities;
    }
    probe.set(Right::log_in, RightState::granted);
    // A session from before would only show that its lists are refused.
    const bool reaches = login == LoginCheck::known ||
                         reach_of(reaches_of(probe.out_.identities), tenant_id) != nullptr;
    if (!reaches) {
        probe.set(Right::reach_tenant, RightState::denied);
        return probe.take();
    }
    const auto session =
        client.session(credential, TenantId{tenant_id}, erp::Patience::interactive);
    if (session.ok()) {
        probe.set(Right::reach_tenant, RightState::granted);
        probe.read_everything(session.value());
    } else if (session.error().code == ErrorCode::unauthenticated) {
        probe.set(Right::log_in, RightState::denied);
    } else {
        probe.set(Right::reach_tenant, state_of(session.error()));
        if (is_passing(session.error())) probe.out_.failure = session.error();
    }
    return probe.take();
}

}  // namespace busy24::onboarding
