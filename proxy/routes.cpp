// The list of handlers; each is one line, since the work is done elsewhere.
#include "proxy/routes.hpp"

#include "shared/api/all.hpp"

namespace busy24 {

namespace {

using http::Caller;

void bind_accounts(http::Router& router, onboarding::Accounts& accounts) {
    router.on<api::GetSession>(
        [&](Caller& caller, api::GetSession) { return accounts.get_session(caller); });
    router.on<api::LogIn>(
        [&](Caller& caller, api::LogIn call) { return accounts.log_in(caller, std::move(call)); });
    router.on<api::ChooseWorkspace>([&](Caller& caller, const api::ChooseWorkspace& call) {
        return accounts.choose_workspace(caller, call);
    });
    router.on<api::LogOut>([&](Caller& caller, api::LogOut) { return accounts.log_out(caller); });
}

void bind_onboarding(http::Router& router, onboarding::Onboarding& onboarding) {
    router.on<api::GetOnboarding>(
        [&](Caller& caller, api::GetOnboarding) { return onboarding.get(caller); });
    router.on<api::SignIn>([&](Caller& caller, api::SignIn call) {
        return onboarding.sign_in(caller, std::move(call));
    });
    router.on<api::ChooseTenant>([&](Caller& caller, api::ChooseTenant call) {
        return onboarding.choose_tenant(caller, call);
    });
    router.on<api::EnterWorkspace>([&](Caller& caller, api::EnterWorkspace call) {
        return onboarding.enter_workspace(caller, call);
    });
    router.on<api::SetApiUser>([&](Caller& caller, api::SetApiUser call) {
        return onboarding.set_api_user(caller, std::move(call));
    });
    router.on<api::SaveOptions>([&](Caller& caller, const api::SaveOptions& call) {
        return onboarding.save_options(caller, call);
    });
    router.on<api::StartPreview>(
        [&](Caller& caller, api::StartPreview) { return onboarding.start_preview(caller); });
    router.on<api::GetPreview>(
        [&](Caller& caller, api::GetPreview) { return onboarding.get_preview(caller); });
    router.on<api::Decide>(
        [&](Caller& caller, const api::Decide& call) { return onboarding.decide(caller, call); });
    router.on<api::Connect>(
        [&](Caller& caller, const api::Connect& call) { return onboarding.connect(caller, call); });
}

void bind_settings(http::Router& router, onboarding::Settings& settings) {
    router.on<api::GetConnection>(
        [&](Caller& caller, api::GetConnection) { return settings.connection(caller); });
    router.on<api::GetRun>(
        [&](Caller& caller, const api::GetRun& call) { return settings.run(caller, call); });
    router.on<api::CancelRun>(
        [&](Caller& caller, const api::CancelRun& call) { return settings.cancel(caller, call); });
    router.on<api::ResumeRun>(
        [&](Caller& caller, const api::ResumeRun& call) { return settings.resume(caller, call); });
    router.on<api::GetRunRecords>([&](Caller& caller, const api::GetRunRecords& call) {
        return settings.records(caller, call);
    });
}

void bind_people(http::Router& router, people::People& people, onboarding::Accounts& accounts) {
    router.on<api::ListUsers>([&](Caller& caller, api::ListUsers) { return people.list(caller); });
    router.on<api::ListCandidates>(
        [&](Caller& caller, api::ListCandidates) { return people.candidates(caller); });
    router.on<api::InviteUsers>(
        [&](Caller& caller, const api::InviteUsers& call) { return people.invite(caller, call); });
    router.on<api::RenewInvitation>([&](Caller& caller, const api::RenewInvitation& call) {
        return people.renew(caller, call);
    });
    router.on<api::WithdrawInvitation>([&](Caller& caller, const api::WithdrawInvitation& call) {
        return people.withdraw(caller, call);
    });
    router.on<api::ChangeUser>(
        [&](Caller& caller, const api::ChangeUser& call) { return people.change(caller, call); });
    router.on<api::ReadInvitation>(
        [&](Caller&, const api::ReadInvitation& call) { return people.read(call); });
    router.on<api::AcceptInvitation>(
        [&](Caller& caller, const api::AcceptInvitation& call) -> Result<api::Session> {
            TRY(people.accept(caller, call));
            return accounts.get_session(caller);
        });
    router.on<api::AcceptWithAccount>([&](Caller& caller, api::AcceptWithAccount call) {
        return accounts.accept_invitation(caller, std::move(call));
    });
}

void bind_recovery(http::Router& router, onboarding::Recovery& recovery) {
    router.on<api::RequestPasswordReset>(
        [&](Caller& caller, const api::RequestPasswordReset& call) {
            return recovery.request(caller, call);
        });
    router.on<api::MakePasswordLink>([&](Caller& caller, const api::MakePasswordLink& call) {
        return recovery.make_link(caller, call);
    });
    router.on<api::ReadPasswordReset>(
        [&](Caller&, const api::ReadPasswordReset& call) { return recovery.read(call); });
    router.on<api::SetNewPassword>([&](Caller& caller, const api::SetNewPassword& call) {
        return recovery.set(caller, call);
    });
}

void bind_profile(http::Router& router, people::OwnProfile& profile) {
    router.on<api::GetProfile>(
        [&](Caller& caller, api::GetProfile) { return profile.get(caller); });
    router.on<api::SaveProfile>(
        [&](Caller& caller, const api::SaveProfile& call) { return profile.save(caller, call); });
    router.on<api::ChangePassword>([&](Caller& caller, const api::ChangePassword& call) {
        return profile.change_password(caller, call);
    });
    router.on<api::EndSessions>([&](Caller& caller, const api::EndSessions& call) {
        return profile.end_sessions(caller, call);
    });
}

void bind_records(http::Router& router, records::Records& records) {
    router.on<api::ListRecords>(
        [&](Caller& caller, const api::ListRecords& call) { return records.list(caller, call); });
    router.on<api::GetRecord>(
        [&](Caller& caller, const api::GetRecord& call) { return records.get(caller, call); });
    router.on<api::SaveProject>(
        [&](Caller& caller, const api::SaveProject& call) { return records.save(caller, call); });
    router.on<api::SetProjectActive>([&](Caller& caller, const api::SetProjectActive& call) {
        return records.set_active(caller, call);
    });
    router.on<api::GetProjectDetails>([&](Caller& caller, const api::GetProjectDetails& call) {
        return records.details(caller, call);
    });
}

void bind_members(http::Router& router, records::Members& members) {
    router.on<api::ListMembers>(
        [&](Caller& caller, const api::ListMembers& call) { return members.list(caller, call); });
    router.on<api::FindColleagues>([&](Caller& caller, const api::FindColleagues& call) {
        return members.find(caller, call);
    });
    router.on<api::SaveMember>(
        [&](Caller& caller, const api::SaveMember& call) { return members.save(caller, call); });
}

void bind_setup(http::Router& router, setup::Readiness& readiness, setup::FirstSetup& first_setup) {
    router.on<api::GetReadiness>(
        [&](Caller& caller, api::GetReadiness) { return readiness.list(caller); });
    router.on<api::MatchUser>(
        [&](Caller& caller, const api::MatchUser& call) { return readiness.match(caller, call); });
    router.on<api::RemindPeople>([&](Caller& caller, const api::RemindPeople& call) {
        return readiness.remind(caller, call);
    });
    router.on<api::GetFirstSetup>(
        [&](Caller& caller, api::GetFirstSetup) { return first_setup.get(caller); });
    router.on<api::SaveSetupRoles>([&](Caller& caller, const api::SaveSetupRoles& call) {
        return first_setup.save_roles(caller, call);
    });
    router.on<api::PreviewSetup>([&](Caller& caller, const api::PreviewSetup& call) {
        return first_setup.preview(caller, call);
    });
    router.on<api::ApplySetup>([&](Caller& caller, const api::ApplySetup& call) {
        return first_setup.apply(caller, call);
    });
    router.on<api::UndoSetup>(
        [&](Caller& caller, const api::UndoSetup& call) { return first_setup.undo(caller, call); });
}

void bind_mirror(http::Router& router, control::MirrorControl& mirror) {
    router.on<api::GetMirror>([&](Caller& caller, api::GetMirror) { return mirror.get(caller); });
    router.on<api::SyncNow>(
        [&](Caller& caller, const api::SyncNow& call) { return mirror.sync(caller, call); });
    router.on<api::PauseMirror>(
        [&](Caller& caller, const api::PauseMirror& call) { return mirror.pause(caller, call); });
    router.on<api::SetPolicy>([&](Caller& caller, const api::SetPolicy& call) {
        return mirror.set_policy(caller, call);
    });
    router.on<api::DecideHeldRun>([&](Caller& caller, const api::DecideHeldRun& call) {
        return mirror.decide_held(caller, call);
    });
    router.on<api::DecideProblem>([&](Caller& caller, const api::DecideProblem& call) {
        return mirror.decide_problem(caller, call);
    });
    router.on<api::DecideConflict>([&](Caller& caller, const api::DecideConflict& call) {
        return mirror.decide_conflict(caller, call);
    });
    router.on<api::DecideQuestion>([&](Caller& caller, const api::DecideQuestion& call) {
        return mirror.decide_question(caller, call);
    });
    router.on<api::GetAttention>(
        [&](Caller& caller, api::GetAttention) { return mirror.attention(caller); });
    router.on<api::PreviewSwitches>([&](Caller& caller, const api::PreviewSwitches& call) {
        return mirror.preview_switches(caller, call);
    });
    router.on<api::SetSwitches>([&](Caller& caller, const api::SetSwitches& call) {
        return mirror.set_switches(caller, call);
    });
    router.on<api::ChangeLink>([&](Caller& caller, const api::ChangeLink& call) {
        return mirror.change_link(caller, call);
    });
    router.on<api::ExportRuns>(
        [&](Caller& caller, api::ExportRuns) { return mirror.export_runs(caller); });
    router.on<api::ExportProblems>(
        [&](Caller& caller, api::ExportProblems) { return mirror.export_problems(caller); });
    router.on<api::ListRuns>(
        [&](Caller& caller, const api::ListRuns& call) { return mirror.runs(caller, call); });
    router.on<api::ExplainRecord>([&](Caller& caller, const api::ExplainRecord& call) {
        return mirror.explain(caller, call);
    });
}

void bind_audit(http::Router& router, control::AuditLog& audit) {
    router.on<api::ListAudit>(
        [&](Caller& caller, const api::ListAudit& call) { return audit.list(caller, call); });
    router.on<api::CheckAudit>(
        [&](Caller& caller, api::CheckAudit) { return audit.check(caller); });
    router.on<api::ExportAudit>(
        [&](Caller& caller, const api::ExportAudit& call) { return audit.table(caller, call); });
}

void bind_connection(http::Router& router, connection::ConnectionControl& connection) {
    router.on<api::ChangeAccount>([&](Caller& caller, api::ChangeAccount call) {
        return connection.change_account(caller, std::move(call));
    });
    router.on<api::TestConnection>(
        [&](Caller& caller, api::TestConnection) { return connection.test(caller); });
    router.on<api::GetConnectionNotice>(
        [&](Caller& caller, api::GetConnectionNotice) { return connection.notice(caller); });
    router.on<api::GetRecipients>(
        [&](Caller& caller, api::GetRecipients) { return connection.recipients(caller); });
    router.on<api::SaveRecipients>([&](Caller& caller, const api::SaveRecipients& call) {
        return connection.save_recipients(caller, call);
    });
    router.on<api::GetDisconnection>(
        [&](Caller& caller, api::GetDisconnection) { return connection.disconnection(caller); });
    router.on<api::SetSingleSignOn>([&](Caller& caller, const api::SetSingleSignOn& call) {
        return connection.set_single_sign_on(caller, call);
    });
    router.on<api::Disconnect>([&](Caller& caller, api::Disconnect call) {
        return connection.disconnect(caller, std::move(call));
    });
    router.on<api::ExportWorkspace>(
        [&](Caller& caller, api::ExportWorkspace) { return connection.export_workspace(caller); });
    router.on<api::DeleteWorkspace>([&](Caller& caller, api::DeleteWorkspace call) {
        return connection.delete_workspace(caller, std::move(call));
    });
}

void bind_help(http::Router& router, help::Help& help) {
    router.on<api::ReadHelp>(
        [&](Caller& caller, const api::ReadHelp& call) { return help.read(caller, call); });
    router.on<api::RateHelp>(
        [&](Caller& caller, const api::RateHelp& call) { return help.rate(caller, call); });
    router.on<api::ListHelpRatings>(
        [&](Caller& caller, api::ListHelpRatings) { return help.ratings(caller); });
}

}  // namespace

void bind_routes(http::Router& router, onboarding::Accounts& accounts,
                 onboarding::Onboarding& onboarding, onboarding::Settings& settings,
                 people::People& people, records::Records& records, control::MirrorControl& mirror,
                 control::AuditLog& audit, connection::ConnectionControl& connection,
                 onboarding::Recovery& recovery, people::OwnProfile& own_profile,
                 records::Members& members, setup::Readiness& readiness,
                 setup::FirstSetup& first_setup, help::Help& help) {
    bind_accounts(router, accounts);
    bind_onboarding(router, onboarding);
    bind_settings(router, settings);
    bind_people(router, people, accounts);
    bind_recovery(router, recovery);
    bind_profile(router, own_profile);
    bind_records(router, records);
    bind_mirror(router, mirror);
    bind_audit(router, audit);
    bind_connection(router, connection);
    bind_members(router, members);
    bind_setup(router, readiness, first_setup);
    bind_help(router, help);
}

}  // namespace busy24
