// How the fake server answers.
#include "tests/web/app_harness.hpp"

namespace busy24::test {

namespace {

std::vector<api::RightCheck> all_granted() {
    std::vector<api::RightCheck> checks;
    for (const auto& row : words(api::Right{}))
        checks.push_back({row.value, api::RightState::granted});
    return checks;
}

// Of a GET's members, which travel in the query, the fake server looks at this one only.
std::int64_t offset_of(const app::Send& request) {
    const auto at = request.path.find("offset=");
    return at == std::string::npos ? 0 : std::stoll(request.path.substr(at + 7));
}

template <class C>
C call_of(const app::Send& request) {
    C call{};
    if constexpr (requires { call.offset; }) call.offset = offset_of(request);
    if (request.body.empty()) return call;
    const auto json = parse_json_text(request.body);
    REQUIRE(json.ok());
    const auto read = from_json(json.value(), call);
    REQUIRE_MESSAGE(read.ok(), request.path, " ", request.body);
    return call;
}

std::string signed_in_name() { return "Kari Nordmann"; }

}  // namespace

app::Replied FakeApi::answer(const app::Send& request, std::int64_t now_ms) {
    requests.push_back(request);
    app::Replied replied{request.number, 0, {}, now_ms};
    if (is_offline) return replied;
    if (auto failure = failures.extract(request.call)) {
        replied.status = 400;
        replied.body = to_json_text(api::FailureAnswer{failure.mapped()});
        return replied;
    }
    api::AllCalls::for_each([&]<class C>() {
        if (request.call != app::call_index<C>) return;
        replied.status = 200;
        replied.body = to_json_text(on(call_of<C>(request)));
    });
    return replied;
}

api::Nothing FakeApi::on(const api::LogOut&) {
    session = {};
    onboarding = {};
    return {};
}

api::Nothing FakeApi::on(const api::EnterWorkspace&) {
    session = {.state = api::SessionState::signed_in,
               .user_name = signed_in_name(),
               .role = api::Role::administrator,
               .workspace_name = "Fjellheim Bygg AS"};
    return {};
}

api::Session FakeApi::on(const api::LogIn&) {
    if (workspaces.empty()) {
        on(api::EnterWorkspace{});
    } else {
        session.state = api::SessionState::choosing_workspace;
        session.workspaces = workspaces;
    }
    return session;
}

api::Session FakeApi::on(const api::ChooseWorkspace&) {
    on(api::EnterWorkspace{});
    return session;
}

api::SetSingleSignOn::Reply FakeApi::on(const api::SetSingleSignOn& call) {
    connection.options.sso = call.is_on;
    api::SetSingleSignOn::Reply reply{.is_on = call.is_on};
    for (const auto& name : disconnection.locked_out)
        if (call.makes_links)
            reply.links.push_back({.name = name, .link = "/nytt-passord#" + name});
    return reply;
}

api::Onboarding FakeApi::on(const api::SignIn& call) {
    session.state = api::SessionState::onboarding;
    onboarding.step = std::max(onboarding.step, api::Step::tenant);
    onboarding.has_login = true;
    onboarding.username = call.username;
    onboarding.tenants = reached;
    return onboarding;
}

api::Invited FakeApi::on(const api::RenewInvitation&) {
    return {.email = "ny@fjellheim.example", .link = "https://busy.example.no/invitasjon#ny"};
}

api::Profile FakeApi::on(const api::SaveProfile& call) {
    profile.name = call.name;
    profile.language = call.language;
    return profile;
}

api::Profile FakeApi::on(const api::EndSessions& call) {
    std::erase_if(profile.sessions, [&](const auto& one) {
        return call.id.empty() ? !one.is_this : one.id == call.id;
    });
    return profile;
}

api::UserList FakeApi::on(const api::WithdrawInvitation& call) {
    std::erase_if(users.users, [&](const auto& user) { return user.id == call.id; });
    return users;
}

api::UserList FakeApi::on(const api::ChangeUser& call) {
    for (auto& user : users.users)
        if (user.id == call.id) {
            user.role = call.role;
            user.state = call.is_active ? api::UserState::active : api::UserState::deactivated;
        }
    return users;
}

api::Session FakeApi::on(const api::AcceptInvitation& call) {
    on(api::EnterWorkspace{});
    session.user_name = call.name;
    session.role = api::Role::employee;
    return session;
}

api::Session FakeApi::on(const api::AcceptWithAccount&) {
    on(api::EnterWorkspace{});
    session.user_name = invitation.name;
    session.role = api::Role::employee;
    return session;
}

api::ChooseTenant::Reply FakeApi::on(const api::ChooseTenant& call) {
    if (existing) return {onboarding, existing};
    onboarding.tenant_id = call.tenant_id;
    onboarding.options.tenant_id = call.tenant_id;
    onboarding.step = api::Step::api_user;
    return {onboarding, std::nullopt};
}

api::Onboarding FakeApi::on(const api::SetApiUser& call) {
    onboarding.api_user = {call.mode, call.username, checks.empty() ? all_granted() : checks,
                           is_api_user_good};
    onboarding.api_user_tenants = reached;
    if (is_api_user_good) onboarding.step = api::Step::options;
    return onboarding;
}

api::Onboarding FakeApi::on(const api::SaveOptions& call) {
    onboarding.options = call.options;
    onboarding.api_user.is_working = is_api_user_good;
    if (!is_api_user_good) onboarding.step = api::Step::api_user;
    return onboarding;
}

api::Preview FakeApi::on(const api::Decide& call) {
    for (auto& question : preview.questions)
        if (question.id == call.question_id) question.decision = call.decision;
    return preview;
}

api::Connect::Reply FakeApi::on(const api::Connect&) {
    on(api::EnterWorkspace{});
    onboarding.step = api::Step::finished;
    return {run.id};
}

api::Run FakeApi::on(const api::CancelRun&) {
    run.state = api::RunState::cancelled;
    return run;
}

api::Run FakeApi::on(const api::ResumeRun&) {
    run.state = api::RunState::writing;
    return run;
}

api::ListRecords::Reply FakeApi::on(const api::ListRecords& call) {
    const auto size = static_cast<std::int64_t>(list.size());
    const auto begin = list.begin() + std::min(call.offset, size);
    return {size, {begin, list.begin() + std::min(call.offset + call.limit, size)}};
}

// Of each kind of which there is any, `mirror_hidden` more than are shown.
api::MirrorState FakeApi::standing() const {
    auto state = mirror;
    const auto count = [&](std::ptrdiff_t shown) { return shown > 0 ? shown + mirror_hidden : 0; };
    const auto unkept = std::count_if(state.problems.begin(), state.problems.end(),
                                      [](const auto& row) { return row.is_incoming; });
    const auto to_open = std::count_if(state.by_hand.begin(), state.by_hand.end(),
                                       [](const auto& row) { return row.is_active; });
    state.waiting = {.unsent = count(std::ssize(state.problems) - unkept),
                     .unkept = count(unkept),
                     .conflicts = count(std::ssize(state.conflicts)),
                     .questions = count(std::ssize(state.questions)),
                     .to_close = count(std::ssize(state.by_hand) - to_open),
                     .to_open = count(to_open)};
    return state;
}

api::MirrorState FakeApi::on(const api::SyncNow&) {
    mirror.run = api::Run{.id = "ny", .state = api::RunState::reading};
    return standing();
}

api::MirrorState FakeApi::on(const api::PauseMirror& call) {
    mirror.paused_until_ms.reset();
    if (call.until_ms) mirror.paused_until_ms = call.until_ms;
    mirror.pause_reason = call.reason;
    return standing();
}

api::MirrorState FakeApi::on(const api::SetPolicy& call) {
    mirror.project_policy = call.project_policy;
    return standing();
}

api::MirrorState FakeApi::on(const api::DecideHeldRun&) {
    mirror.held.reset();
    return standing();
}

api::MirrorState FakeApi::on(const api::DecideProblem& call) {
    std::erase_if(mirror.problems, [&](const api::SendProblem& problem) {
        return (call.id.empty() || problem.id == call.id) &&
               (call.reason.empty() || problem.reason == call.reason);
    });
    return standing();
}

api::MirrorState FakeApi::on(const api::DecideConflict& call) {
    std::erase_if(mirror.conflicts, [&](const api::OpenConflict& conflict) {
        return conflict.record_id == call.record_id && conflict.member == call.member;
    });
    return standing();
}

api::MirrorState FakeApi::on(const api::DecideQuestion& call) {
    std::erase_if(mirror.questions,
                  [&](const api::MatchQuestion& question) { return question.id == call.id; });
    return standing();
}

api::MirrorState FakeApi::on(const api::SetSwitches& call) {
    connection.options.projects = call.projects;
    connection.options.work_types = call.work_types;
    connection.options.customers = call.customers;
    return standing();
}

api::ExplainRecord::Reply FakeApi::on(const api::ChangeLink& call) {
    explanation.is_left_alone = call.change == api::LinkChange::leave_alone;
    if (call.change == api::LinkChange::unlink) explanation.is_linked = false;
    if (call.change == api::LinkChange::link) explanation.is_linked = true;
    return explanation;
}

api::MemberList FakeApi::on(const api::SaveMember& call) {
    auto& known = members.members;
    const auto found = std::find_if(known.begin(), known.end(), [&](const api::Member& member) {
        return member.who.id == call.colleague_id;
    });
    if (call.role == api::ProjectRole::none && found != known.end()) {
        known.erase(found);
    } else if (found != known.end()) {
        found->role = call.role;
    } else {
        for (const auto& colleague : colleagues)
            if (colleague.id == call.colleague_id) known.push_back({colleague, call.role});
    }
    return members;
}

api::ReadyList FakeApi::on(const api::MatchUser& call) {
    for (auto& row : ready.people)
        if (row.id == call.user_id)
            row.state = call.person_id.empty() ? api::Readiness::unmatched : api::Readiness::ready;
    std::erase_if(ready.people, [&](const auto& row) { return row.id == call.person_id; });
    return ready;
}

api::FirstSetup FakeApi::on(const api::SaveSetupRoles& call) {
    for (const auto& choice : call.roles)
        for (auto& row : first_setup.roles)
            if (row.key == choice.key) row.role = choice.role;
    first_setup.default_role = call.default_role;
    return first_setup;
}

api::FirstSetup FakeApi::on(const api::ApplySetup&) {
    first_setup.runs.insert(first_setup.runs.begin(), {.id = "s1",
                                                       .started_by = session.user_name,
                                                       .started_at_ms = june_5_ms,
                                                       .total = first_setup.plan.total()});
    return first_setup;
}

api::FirstSetup FakeApi::on(const api::UndoSetup&) {
    first_setup.runs.front().state = api::SetupState::undoing;
    return first_setup;
}

api::SaveProject::Reply FakeApi::on(const api::SaveProject& call) {
    if (std::exchange(is_save_refused, false)) return {false, record_page};
    if (call.id.empty()) record_page = {.record = {.id = "new1"}};
    auto& record = record_page.record;
    record.name = call.name;
    record.customer_id = call.customer_id;
    record.starts_on = call.starts_on;
    record.ends_on = call.ends_on;
    record_page.description = call.description;
    ++record_page.version;
    return {true, record_page};
}

api::RecordPage FakeApi::on(const api::SetProjectActive& call) {
    record_page.record.is_active = call.is_active;
    record_page.link = call.is_active ? api::LinkState::linked : api::LinkState::must_deactivate;
    return record_page;
}

Browser::Browser(ui::Surroundings surroundings) : Base(app::update, app::view, {}, surroundings) {}

Browser::~Browser() = default;

void reach(FakeApi& api, api::Step step) {
    const auto all = all_granted();
    api.session.state = api::SessionState::onboarding;
    api.onboarding.step = step;
    api.onboarding.has_login = true;
    api.onboarding.username = "kari@fjellheim.no";
    api.onboarding.tenants = api.reached;
    if (step >= api::Step::api_user) {
        api.onboarding.tenant_id = api.reached.front().id;
        api.onboarding.options.tenant_id = api.reached.front().id;
    }
    if (step >= api::Step::options) {
        api.onboarding.api_user = {api::ApiUserMode::own, "api@fjellheim.no", all, true};
        api.onboarding.api_user_tenants = api.reached;
    }
    api.run.id = "run1";
    if (step == api::Step::finished)
        api.session = {.state = api::SessionState::signed_in,
                       .user_name = signed_in_name(),
                       .role = api::Role::administrator,
                       .workspace_name = "Fjellheim Bygg AS"};
}

}  // namespace busy24::test
