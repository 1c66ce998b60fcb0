// The whole program on a fake server that behaves like the real one: what a test presses and
// writes goes through the real views, updates and JSON.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "shared/json.hpp"
#include "tests/web/page_harness.hpp"
#include "web/app/answer.hpp"
#include "web/app/update.hpp"
#include "web/app/view.hpp"

namespace busy24::test {

inline constexpr std::int64_t june_5_ms = 1'780'657'200'000;  // 2026-06-05T11:00:00Z, 13:00 in Oslo

// A workspace's server as far as the pages see it. Public members are what it knows; a test
// changes them between two steps.
class FakeApi {
public:
    api::Session session;
    api::Onboarding onboarding;
    std::vector<api::Tenant> reached{{101, "Fjellheim Bygg AS", true}};
    std::optional<api::ExistingWorkspace> existing;
    std::vector<api::RightCheck> checks;
    bool is_api_user_good = true;
    api::Preview preview;
    api::Run run;
    api::Connection connection;
    api::GetRunRecords::Reply records;
    // The list that every window is cut from, and the page of every record.
    std::vector<api::Record> list;
    api::RecordPage record_page;
    api::MirrorState mirror;  // but for what waits, which is counted
    std::int64_t mirror_hidden = 0;
    api::MirrorState standing() const;
    std::int64_t attention = 0;
    api::ListRuns::Reply runs;
    api::GetProjectDetails::Reply details;
    api::MemberList members{{}, true};
    std::vector<api::Colleague> colleagues;
    api::ReadyList ready;
    api::RemindPeople::Reply reminded;
    api::FirstSetup first_setup;
    api::PreviewSetup::Reply setup_preview;
    api::ExplainRecord::Reply explanation;
    api::UserList users;
    api::ListAudit::Reply audit;
    api::CheckAudit::Reply audit_check;
    bool takes_account = true;     // whether the checks let it be taken into use
    api::ConnectionHealth tested;  // what a trial of the connection shows
    api::GetConnectionNotice::Reply notice;
    api::Recipients recipients;
    api::GetDisconnection::Reply disconnection;
    api::ReadHelp::Reply help;
    api::ListHelpRatings::Reply help_ratings;
    std::vector<api::Candidate> candidates;
    api::PasswordLink password_link{"https://busy.example.no/nytt-passord#nokkel", false};
    api::ReadPasswordReset::Reply reset{.email = "kari@fjellheim.example"};
    api::Profile profile;
    std::vector<api::Invited> invited;  // the answer to every invitation
    api::ReadInvitation::Reply invitation;
    bool is_save_refused = false;  // as a conflict: the page above is what is stored
    std::vector<api::WorkspaceChoice> workspaces;
    bool is_offline = false;
    bool is_slow = false;  // answers wait for Browser::catch_up()
    // Answered once each instead of the ordinary answer.
    std::map<std::size_t, api::Failure> failures;
    // Everything that was asked for, in order.
    std::vector<app::Send> requests;

    template <class C>
    void fail_next(api::Failure failure) {
        failures[app::call_index<C>] = std::move(failure);
    }
    template <class C>
    std::size_t count() const {
        return static_cast<std::size_t>(std::count_if(
            requests.begin(), requests.end(),
            [](const app::Send& request) { return request.call == app::call_index<C>; }));
    }
    template <class C>
    const app::Send* last() const {
        for (auto it = requests.rbegin(); it != requests.rend(); ++it)
            if (it->call == app::call_index<C>) return &*it;
        return nullptr;
    }

    app::Replied answer(const app::Send& request, std::int64_t now_ms);

private:
    api::Nothing on(const api::LogOut&);
    api::Nothing on(const api::EnterWorkspace&);
    api::Session on(const api::GetSession&) { return session; }
    api::Session on(const api::LogIn&);
    api::Session on(const api::ChooseWorkspace&);
    api::Onboarding on(const api::GetOnboarding&) { return onboarding; }
    api::Onboarding on(const api::SignIn&);
    api::ChooseTenant::Reply on(const api::ChooseTenant&);
    api::Onboarding on(const api::SetApiUser&);
    api::Onboarding on(const api::SaveOptions&);
    api::Preview on(const api::StartPreview&) { return preview; }
    api::Preview on(const api::GetPreview&) { return preview; }
    api::Preview on(const api::Decide&);
    api::Connect::Reply on(const api::Connect&);
    api::Connection on(const api::GetConnection&) { return connection; }
    api::ChangeAccount::Reply on(const api::ChangeAccount& call);
    api::GetConnectionNotice::Reply on(const api::GetConnectionNotice&) { return notice; }
    api::ConnectionHealth on(const api::TestConnection&);
    api::Recipients on(const api::GetRecipients&) { return recipients; }
    api::Recipients on(const api::SaveRecipients& call);
    api::GetDisconnection::Reply on(const api::GetDisconnection&) { return disconnection; }
    api::SetSingleSignOn::Reply on(const api::SetSingleSignOn& call);
    api::Nothing on(const api::Disconnect&);
    api::Nothing on(const api::ExportWorkspace&) { return {}; }
    api::Nothing on(const api::DeleteWorkspace&);
    api::Run on(const api::GetRun&) { return run; }
    api::Run on(const api::CancelRun&);
    api::Run on(const api::ResumeRun&);
    api::GetRunRecords::Reply on(const api::GetRunRecords&) { return records; }
    api::ListRecords::Reply on(const api::ListRecords&);
    api::RecordPage on(const api::GetRecord&) { return record_page; }
    api::SaveProject::Reply on(const api::SaveProject&);
    api::RecordPage on(const api::SetProjectActive&);
    api::MirrorState on(const api::GetMirror&) { return standing(); }
    api::MirrorState on(const api::SyncNow&);
    api::MirrorState on(const api::PauseMirror& call);
    api::MirrorState on(const api::SetPolicy& call);
    api::MirrorState on(const api::DecideHeldRun&);
    api::MirrorState on(const api::DecideProblem& call);
    api::MirrorState on(const api::DecideConflict& call);
    api::MirrorState on(const api::DecideQuestion& call);
    api::GetAttention::Reply on(const api::GetAttention&) { return {attention}; }
    api::Preview on(const api::PreviewSwitches&) { return preview; }
    api::MirrorState on(const api::SetSwitches& call);
    api::ListRuns::Reply on(const api::ListRuns&) { return runs; }
    api::Csv on(const api::ExportRuns&) { return {}; }
    api::Csv on(const api::ExportProblems&) { return {}; }
    api::Csv on(const api::ExportAudit&) { return {}; }
    api::GetProjectDetails::Reply on(const api::GetProjectDetails&) { return details; }
    api::MemberList on(const api::ListMembers&) { return members; }
    api::FindColleagues::Reply on(const api::FindColleagues&) { return {colleagues}; }
    api::MemberList on(const api::SaveMember& call);
    api::ReadyList on(const api::GetReadiness&) { return ready; }
    api::ReadyList on(const api::MatchUser& call);
    api::RemindPeople::Reply on(const api::RemindPeople&) { return reminded; }
    api::FirstSetup on(const api::GetFirstSetup&) { return first_setup; }
    api::FirstSetup on(const api::SaveSetupRoles& call);
    api::PreviewSetup::Reply on(const api::PreviewSetup&) { return setup_preview; }
    api::FirstSetup on(const api::ApplySetup&);
    api::FirstSetup on(const api::UndoSetup&);
    api::ExplainRecord::Reply on(const api::ExplainRecord&) { return explanation; }
    api::ExplainRecord::Reply on(const api::ChangeLink& call);
    api::ListAudit::Reply on(const api::ListAudit&) { return audit; }
    api::CheckAudit::Reply on(const api::CheckAudit&) { return audit_check; }
    api::ReadHelp::Reply on(const api::ReadHelp&) { return help; }
    api::Nothing on(const api::RateHelp&) { return {}; }
    api::ListHelpRatings::Reply on(const api::ListHelpRatings&) { return help_ratings; }
    api::UserList on(const api::ListUsers&) { return users; }
    api::PasswordLink on(const api::MakePasswordLink&) { return password_link; }
    api::Nothing on(const api::RequestPasswordReset&) { return {}; }
    api::ReadPasswordReset::Reply on(const api::ReadPasswordReset&) { return reset; }
    api::Session on(const api::SetNewPassword&) { return session; }
    api::Profile on(const api::GetProfile&) { return profile; }
    api::Profile on(const api::SaveProfile& call);
    api::Profile on(const api::ChangePassword&) { return profile; }
    api::Profile on(const api::EndSessions& call);
    api::ListCandidates::Reply on(const api::ListCandidates&) { return {candidates}; }
    api::InviteUsers::Reply on(const api::InviteUsers&) { return {invited}; }
    api::Invited on(const api::RenewInvitation&);
    api::UserList on(const api::WithdrawInvitation& call);
    api::UserList on(const api::ChangeUser& call);
    api::ReadInvitation::Reply on(const api::ReadInvitation&) { return invitation; }
    api::Session on(const api::AcceptInvitation& call);
    api::Session on(const api::AcceptWithAccount& call);
};

}  // namespace busy24::test

// The variant of all events is the dearest thing to compile, so it is compiled once.
extern template class busy24::test::PageHarness<busy24::app::Model, busy24::app::Event,
                                                busy24::app::Effect>;

namespace busy24::test {

// A browser with one tab: performs the effects, and reports what comes of them.
class Browser : public PageHarness<app::Model, app::Event, app::Effect> {
public:
    using Base = PageHarness<app::Model, app::Event, app::Effect>;

    explicit Browser(ui::Surroundings surroundings = {});
    ~Browser() override;

    // Opens an address as a reload does: all that the program knew is gone but what it kept.
    void open(const std::string& path, const std::string& language = "nb");
    void go(const std::string& path);  // Back, Forward or a link
    void follow(std::string_view link) { go(address_of(link)); }
    void press(std::string_view name) { Base::press(name), settle(); }
    void fill(std::string_view label, std::string_view text) { Base::fill(label, text), settle(); }
    void check(std::string_view label, bool is_on = true) { Base::check(label, is_on), settle(); }
    void uncheck(std::string_view label) { check(label, false); }
    void choose(std::string_view label, std::string_view option) {
        Base::choose(label, option), settle();
    }
    // Scrolls, turns the phone or leaves the canvas.
    void look(const ui::Surroundings& surroundings) { set_surroundings(surroundings), settle(); }
    // Lets all timers that are set now come due.
    void pass_time();
    // Lets all answers come that a slow server owes, one after the other, and what follows of them.
    void catch_up();
    std::string heading();  // the <h1>

    FakeApi api;
    std::string path;
    std::string title;
    std::string language;
    std::string focus;
    std::map<std::string, std::string> memory;
    std::vector<std::string> wiped;
    std::vector<app::Timer> timers;
    std::int64_t now_ms = june_5_ms;

private:
    void settle();
    void perform(const app::Effect& effect);

    std::vector<app::Send> owed_;
};

// A server whose onboarding has come to this step, with an API user that works from page 4 on.
void reach(FakeApi& api, api::Step step);

}  // namespace busy24::test
