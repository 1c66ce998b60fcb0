// The calls behind the five pages of the onboarding (product.md 3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/endpoint.hpp"
#include "shared/api/entity.hpp"
#include "shared/language.hpp"
#include "shared/secret.hpp"

namespace busy24::api {

// A company in 24SevenOffice that the login reaches. `id` is Client.Id, never compared by name.
struct Tenant {
    std::int64_t id = 0;
    std::string name;
    bool is_default = false;
    static constexpr auto fields() {
        return std::tuple{field("id", &Tenant::id), field("name", &Tenant::name),
                          field("isDefault", &Tenant::is_default)};
    }
    bool operator==(const Tenant&) const = default;
};

enum class ApiUserMode { undecided, own, same_login, later };
constexpr auto words(ApiUserMode) {
    return std::array{word(ApiUserMode::undecided, "undecided"), word(ApiUserMode::own, "own"),
                      word(ApiUserMode::same_login, "same_login"),
                      word(ApiUserMode::later, "later")};
}

// One thing that the API user must be able to do, tried for real.
enum class Right {
    log_in,
    reach_tenant,
    read_projects,
    read_work_types,
    read_customers,
    read_persons
};
constexpr auto words(Right) {
    return std::array{
        word(Right::log_in, "log_in"),
        word(Right::reach_tenant, "reach_tenant"),
        word(Right::read_projects, "read_projects"),
        word(Right::read_work_types, "read_work_types"),
        word(Right::read_customers, "read_customers"),
        word(Right::read_persons, "read_persons"),
    };
}

enum class RightState {
    untested,  // an earlier one failed, so this one could not be tried
    granted,
    empty,  // allowed, but nothing came back: a missing right can look just like that
    denied,
    unavailable,  // 24SevenOffice did not answer; says nothing about the right
};
constexpr auto words(RightState) {
    return std::array{word(RightState::untested, "untested"), word(RightState::granted, "granted"),
                      word(RightState::empty, "empty"), word(RightState::denied, "denied"),
                      word(RightState::unavailable, "unavailable")};
}

struct RightCheck {
    Right right = Right::log_in;
    RightState state = RightState::untested;
    static constexpr auto fields() {
        return std::tuple{field("right", &RightCheck::right), field("state", &RightCheck::state)};
    }
    bool operator==(const RightCheck&) const = default;
};

struct ApiUser {
    ApiUserMode mode = ApiUserMode::undecided;
    std::string username;
    std::vector<RightCheck> checks;  // of the last attempt; empty before the first
    bool is_working = false;         // stored, and good enough to go on with
    static constexpr auto fields() {
        return std::tuple{field("mode", &ApiUser::mode), field("username", &ApiUser::username),
                          field("checks", &ApiUser::checks),
                          field("isWorking", &ApiUser::is_working)};
    }
    bool operator==(const ApiUser&) const = default;
};

// The choices of page 4. What is switched off is not fetched.
struct Options {
    std::int64_t tenant_id = 0;
    bool projects = true;
    bool work_types = true;
    bool customers = true;
    bool sso = false;
    static constexpr auto fields() {
        return std::tuple{field("tenantId", &Options::tenant_id),
                          field("projects", &Options::projects),
                          field("workTypes", &Options::work_types),
                          field("customers", &Options::customers), field("sso", &Options::sso)};
    }
    bool operator==(const Options&) const = default;
};

enum class Step { sign_in, tenant, api_user, options, finished };
constexpr auto words(Step) {
    return std::array{word(Step::sign_in, "sign_in"), word(Step::tenant, "tenant"),
                      word(Step::api_user, "api_user"), word(Step::options, "options"),
                      word(Step::finished, "finished")};
}

// Everything that the five pages need to be drawn again after a reload.
struct Onboarding {
    Step step = Step::sign_in;  // the furthest page that may be opened
    // The page-1 login is held in memory only. After 30 minutes or a restart this is false and page
    // 1 asks again; all else is still here.
    bool has_login = false;
    std::string username;
    std::vector<Tenant> tenants;  // reached by the page-1 login; disabled identities left out
    std::optional<std::int64_t> tenant_id;
    ApiUser api_user;
    std::vector<Tenant> api_user_tenants;  // reached by the API user: the choice on page 4
    Options options;
    static constexpr auto fields() {
        return std::tuple{field("step", &Onboarding::step),
                          field("hasLogin", &Onboarding::has_login),
                          field("username", &Onboarding::username),
                          field("tenants", &Onboarding::tenants),
                          field("tenantId", &Onboarding::tenant_id),
                          field("apiUser", &Onboarding::api_user),
                          field("apiUserTenants", &Onboarding::api_user_tenants),
                          field("options", &Onboarding::options)};
    }
    bool operator==(const Onboarding&) const = default;
};

struct GetOnboarding {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/onboarding", Access::anyone};
    using Reply = Onboarding;
    static constexpr auto fields() { return std::tuple{}; }
};

// Page 1. Failures: unauthenticated "wrong_login"; throttled, with retryAtMs (reasons
// "login_throttle", "quarantine", "too_many_requests", "too_many_attempts"); unavailable
// "erp_down"; forbidden "no_tenants" when the login reaches no usable client.
struct SignIn {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/onboarding/sign-in", Access::anyone};
    using Reply = Onboarding;
    std::string username;
    Secret password;
    static constexpr auto fields() {
        return std::tuple{field("username", &SignIn::username),
                          field("password", &SignIn::password)};
    }
};

// A workspace that stands in the way on page 2.
struct ExistingWorkspace {
    std::string name;
    bool may_enter = false;          // the person is a user there
    std::string administrator_name;  // whom to ask when not
    static constexpr auto fields() {
        return std::tuple{field("name", &ExistingWorkspace::name),
                          field("mayEnter", &ExistingWorkspace::may_enter),
                          field("administratorName", &ExistingWorkspace::administrator_name)};
    }
    bool operator==(const ExistingWorkspace&) const = default;
};

// Page 2. Failures: unauthenticated "login_expired" (page 1 again), not_found when the login does
// not reach that client.
struct ChooseTenant {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/onboarding/tenant", Access::visitor};
    struct Reply {
        Onboarding onboarding;
        std::optional<ExistingWorkspace> existing;
        static constexpr auto fields() {
            return std::tuple{field("onboarding", &Reply::onboarding),
                              field("existing", &Reply::existing)};
        }
        bool operator==(const Reply&) const = default;
    };
    std::int64_t tenant_id = 0;
    static constexpr auto fields() {
        return std::tuple{field("tenantId", &ChooseTenant::tenant_id)};
    }
};

// Page 2, when the workspace exists and the person is a user of it: become signed in there.
struct EnterWorkspace {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/onboarding/enter", Access::visitor};
    using Reply = Nothing;
    std::int64_t tenant_id = 0;
    static constexpr auto fields() {
        return std::tuple{field("tenantId", &EnterWorkspace::tenant_id)};
    }
};

// Page 3. The rights are tried at once; the answer's apiUser.checks says how each went. It is
// stored (encrypted) only when it works. Username and password are for mode own only. Failures:
// unauthenticated "login_expired" for the other two modes; throttled and unavailable as SignIn.
struct SetApiUser {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/onboarding/api-user",
                                       Access::visitor};
    using Reply = Onboarding;
    ApiUserMode mode = ApiUserMode::own;
    std::string username;
    Secret password;
    static constexpr auto fields() {
        return std::tuple{field("mode", &SetApiUser::mode),
                          field("username", &SetApiUser::username),
                          field("password", &SetApiUser::password)};
    }
};

// Page 4. Keeps the choices; another tenant than before runs the rights probe again.
struct SaveOptions {
    static constexpr Endpoint endpoint{Method::put, "/api/v1/onboarding/options", Access::visitor};
    using Reply = Onboarding;
    Options options;
    static constexpr auto fields() { return std::tuple{field("options", &SaveOptions::options)}; }
};

enum class PreviewState { none, reading, ready, failed };
constexpr auto words(PreviewState) {
    return std::array{word(PreviewState::none, "none"), word(PreviewState::reading, "reading"),
                      word(PreviewState::ready, "ready"), word(PreviewState::failed, "failed")};
}

// What the plan would do to one kind of record.
struct EntityPlan {
    Entity entity = Entity::customer;
    std::int64_t fetched = 0;         // records read from 24SevenOffice
    std::int64_t create_in_busy = 0;  // of them: new here
    std::int64_t create_in_erp = 0;
    std::int64_t change_in_erp = 0;
    std::int64_t change = 0;
    std::int64_t link = 0;  // sure matches with a record that is here already
    std::int64_t unchanged = 0;
    std::int64_t ask = 0;  // unsure matches: a person must look
    static constexpr auto fields() {
        return std::tuple{field("entity", &EntityPlan::entity),
                          field("fetched", &EntityPlan::fetched),
                          field("createInBusy", &EntityPlan::create_in_busy),
                          field("createInErp", &EntityPlan::create_in_erp),
                          field("changeInErp", &EntityPlan::change_in_erp),
                          field("change", &EntityPlan::change),
                          field("link", &EntityPlan::link),
                          field("unchanged", &EntityPlan::unchanged),
                          field("ask", &EntityPlan::ask)};
    }
    bool operator==(const EntityPlan&) const = default;
};

enum class Decision { undecided, same, different, skip };
constexpr auto words(Decision) {
    return std::array{word(Decision::undecided, "undecided"), word(Decision::same, "same"),
                      word(Decision::different, "different"), word(Decision::skip, "skip")};
}

enum class MatchReason {
    same_number,
    same_organisation_number,
    same_name_and_customer,
    same_name,
    same_email
};
constexpr auto words(MatchReason) {
    return std::array{word(MatchReason::same_number, "same_number"),
                      word(MatchReason::same_organisation_number, "same_organisation_number"),
                      word(MatchReason::same_name_and_customer, "same_name_and_customer"),
                      word(MatchReason::same_name, "same_name"),
                      word(MatchReason::same_email, "same_email")};
}

// One member of a record, for showing two records side by side. `name` is a stable word.
struct RecordValue {
    std::string name;
    std::string text;
    static constexpr auto fields() {
        return std::tuple{field("name", &RecordValue::name), field("text", &RecordValue::text)};
    }
    bool operator==(const RecordValue&) const = default;
};

// Two records that might be the same.
struct MatchQuestion {
    std::string id;
    Entity entity = Entity::person;
    std::vector<RecordValue> erp;
    std::vector<RecordValue> busy;
    std::vector<MatchReason> reasons;
    Decision decision = Decision::undecided;
    static constexpr auto fields() {
        return std::tuple{
            field("id", &MatchQuestion::id),           field("entity", &MatchQuestion::entity),
            field("erp", &MatchQuestion::erp),         field("busy", &MatchQuestion::busy),
            field("reasons", &MatchQuestion::reasons), field("decision", &MatchQuestion::decision)};
    }
    bool operator==(const MatchQuestion&) const = default;
};

// The plan of the mirror engine for the saved options.
struct Preview {
    PreviewState state = PreviewState::none;
    std::optional<Failure> failure;  // in state failed
    std::int64_t records_read = 0;   // while reading
    std::vector<EntityPlan> plans;   // in state ready
    std::vector<MatchQuestion> questions;
    static constexpr auto fields() {
        return std::tuple{field("state", &Preview::state), field("failure", &Preview::failure),
                          field("recordsRead", &Preview::records_read),
                          field("plans", &Preview::plans), field("questions", &Preview::questions)};
    }
    bool operator==(const Preview&) const = default;
};

// Starts reading 24SevenOffice in the background, for the saved options. Asking again while a plan
// for the same options is being made, or is fresh, changes nothing.
struct StartPreview {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/onboarding/preview", Access::visitor};
    using Reply = Preview;
    static constexpr auto fields() { return std::tuple{}; }
};

struct GetPreview {
    static constexpr Endpoint endpoint{Method::get, "/api/v1/onboarding/preview", Access::visitor};
    using Reply = Preview;
    static constexpr auto fields() { return std::tuple{}; }
};

struct Decide {
    static constexpr Endpoint endpoint{Method::put, "/api/v1/onboarding/decision", Access::visitor};
    using Reply = Preview;
    std::string question_id;
    Decision decision = Decision::undecided;
    static constexpr auto fields() {
        return std::tuple{field("questionId", &Decide::question_id),
                          field("decision", &Decide::decision)};
    }
};

// «Koble til konto»: makes the workspace, its administrator and the connection, and starts the
// first mirror. The session becomes signed in. Failures: conflict "workspace_exists", invalid
// "undecided_matches", unauthenticated "login_expired".
struct Connect {
    static constexpr Endpoint endpoint{Method::post, "/api/v1/onboarding/connect", Access::visitor};
    struct Reply {
        std::string run_id;
        static constexpr auto fields() { return std::tuple{field("runId", &Reply::run_id)}; }
        bool operator==(const Reply&) const = default;
    };
    Language language = Language::nb;  // of the letters to the administrator
    static constexpr auto fields() { return std::tuple{field("language", &Connect::language)}; }
};

}  // namespace busy24::api
