// The list of every call: what the router, the OpenAPI document and the tests walk.
#pragma once

#include "shared/api/account.hpp"
#include "shared/api/audit.hpp"
#include "shared/api/connection.hpp"
#include "shared/api/explanation.hpp"
#include "shared/api/first_setup.hpp"
#include "shared/api/help.hpp"
#include "shared/api/members.hpp"
#include "shared/api/mirror.hpp"
#include "shared/api/onboarding.hpp"
#include "shared/api/password.hpp"
#include "shared/api/people.hpp"
#include "shared/api/profile.hpp"
#include "shared/api/project_details.hpp"
#include "shared/api/readiness.hpp"
#include "shared/api/records.hpp"
#include "shared/api/runs.hpp"
#include "shared/api/session.hpp"

namespace busy24::api {

template <class... Calls>
struct CallList {
    static constexpr std::size_t size = sizeof...(Calls);
    // Runs visit.template operator()<C>() for every call C.
    template <class Visitor>
    static constexpr void for_each(Visitor&& visit) {
        (visit.template operator()<Calls>(), ...);
    }
};

using AllCalls = CallList<
    GetSession, LogIn, ChooseWorkspace, LogOut, GetOnboarding, SignIn, ChooseTenant, EnterWorkspace,
    SetApiUser, SaveOptions, StartPreview, GetPreview, Decide, Connect, GetConnection, GetRun,
    CancelRun, ResumeRun, GetRunRecords, ListRecords, GetRecord, SaveProject, SetProjectActive,
    GetMirror, SyncNow, PauseMirror, SetPolicy, DecideHeldRun, DecideProblem, DecideConflict,
    DecideQuestion, GetAttention, PreviewSwitches, SetSwitches, ListRuns, ExportRuns,
    ExportProblems, ExplainRecord, ChangeLink, GetProjectDetails, ListUsers, ListCandidates,
    InviteUsers, RenewInvitation, WithdrawInvitation, ChangeUser, ReadInvitation, AcceptInvitation,
    ListAudit, CheckAudit, ExportAudit, ChangeAccount, GetConnectionNotice, TestConnection,
    GetRecipients, SaveRecipients, GetDisconnection, SetSingleSignOn, Disconnect, ExportWorkspace,
    DeleteWorkspace, MakePasswordLink, RequestPasswordReset, ReadPasswordReset, SetNewPassword,
    GetProfile, SaveProfile, ChangePassword, EndSessions, ListMembers, FindColleagues, SaveMember,
    GetReadiness, MatchUser, RemindPeople, GetFirstSetup, SaveSetupRoles, PreviewSetup, ApplySetup,
    UndoSetup, AcceptWithAccount, ReadHelp, RateHelp, ListHelpRatings>;

}  // namespace busy24::api
