// What the vendor declares of the service for projects: see facts.hpp for the notation.
#include "tests/simulator/facts.hpp"

namespace busy24::simulator {

// The table is data: its rows stand in the order of the declaration, which is the order on the
// wire.
std::string_view facts_project() {
    return R"facts(op GetProjectNameList
out ArrayOfProjectShort 0
op GetDeactivatedProjectNameList
out ArrayOfProjectShort 0
op GetProjectList
in Ps ProjectSearch 0
out ArrayOfProject 0
op GetProjectsDetailed
in Ps ProjectSearch 0
out ArrayOfProject 0
op GetSingleProject
in projectId int 1
out Project 0
op GetProjectTasks
in projectId int 1
out ArrayOfTask 0
op SaveProjectTask
in task Task 0
out int 1
op GetMyProjectTasks
out ArrayOfTask 0
op GetProjectRoles
out ArrayOfRole 0
op GetProjectTypes
out ArrayOfKeyValuePair 0
op GetProjectStatuses
out ArrayOfStatus 0
op GetPipeLines
out ArrayOfKeyValuePair 0
op GetCategories
out ArrayOfKeyValuePair 0
op SaveProject
in project Project 0
out int 1
op GetDeactivatedProjects
in ps ProjectSearch 0
out ArrayOfProject 0
op GetProjectParticipants
in ProjectIds ArrayOfInt 0
in ChangedAfter dateTime 1 nil
out ArrayOfProjectParticipants 0
list ArrayOfProjectShort ProjectShort ProjectShort nil
type ProjectShort
- Id int 1
- Name string 0
type ProjectSearch
- ProjectIds ArrayOfInt 0
- MyProjects boolean 0 =false
- AllOpenProjects boolean 0 =false
- CustomerId int 0 =-2147483648
- Search string 0 =
- ChangedAfter dateTime 0 =0001-01-01T00:00:00
- StartedAfter dateTime 0 =0001-01-01T00:00:00
- StartedBefore dateTime 0 =0001-01-01T00:00:00
list ArrayOfInt int int
list ArrayOfProject Project Project nil
type Project
- Id int 0 =-2147483648
- Enabled boolean 0 =false
- Name string 0 =
- RawName string 0 =
- NameDisplay ProjectNameType 1
- QuickListed boolean 0 =true
- DateChanged dateTime 0 =0001-01-01T00:00:00
- DateStart dateTime 0 =0001-01-01T00:00:00
- DateStop dateTime 0 =0001-01-01T00:00:00
- DateRegistered dateTime 0 =0001-01-01T00:00:00
- CustomerId int 0 =-2147483648
- CustomerName string 0 =
- InvoiceTemplateId string 0 =
- OrderReferenceNumber string 0 =
- DepartmentId int 0 nil
- CustomerReference string 0 =
- Owner int 0 =-2147483648
- Pipeline int 0 =-2147483648
- TypeId int 0 =-2147483648
- TypeName string 0 =
- StatusId int 0 =-2147483648
- StatusName string 0 =
- NeedApproval TriState 0 =none
- MultiCustomer boolean 0 =false
- Description string 0 =
- WorkTypeId int 0 =-2147483648
- WorkTypeName string 0 =
- TimeReg TimeRegType 1
- Version short 0 =-32768
- IsFoldersAdded TriState 0 =none
- OverrideWorkTypeTask TriState 0 =none
- Participants ArrayOfInt 0
- BudgetHourCost decimal 0 nil
- BudgetHour decimal 0 nil
- FixedPrice boolean 0 nil
- Budget int 0 nil
- UseProjectOwnerAsOurReference boolean 0 nil
list ArrayOfTask Task Task nil
type Task
- Id int 0 =-2147483648
- Name string 0 =
- Description string 0 =
- DateStart dateTime 0 =0001-01-01T00:00:00
- DateStop dateTime 0 =0001-01-01T00:00:00
- Overtime decimal 0 =-79228162514264337593543950335
- Parent int 0 =-2147483648
- Priority int 0 =-2147483648
- Project int 0 =-2147483648
- ProjectLink int 0 =-2147483648
- Status int 1 nil
- WorkTypeId int 0 =-2147483648
- Estimate int 0 =-2147483648
- Registered decimal 0 =-79228162514264337593543950335
- Participants ArrayOfInt 0
- ProjectName string 0 =
- CategoryId int 0 =-2147483648
- SubStatus string 0 =
list ArrayOfRole Role Role nil
type Role
- Id int 0 =-2147483648
- Name string 0 =
- Parent int 0 =-2147483648
list ArrayOfKeyValuePair KeyValuePair KeyValuePair
type KeyValuePair
- Key string 0
- Value string 0
list ArrayOfStatus Status Status nil
type Status
- Id int 0 =-2147483648
- Name string 0 =
- Active boolean 0 =true
list ArrayOfProjectParticipants ProjectParticipants ProjectParticipants nil
type ProjectParticipants
- ProjectId int 1
- Participants ArrayOfParticipant 0
list ArrayOfParticipant Participant Participant nil
type Participant
- ContactId int 1
- Name string 0
- Role Role 0
- State int 1
- StateName ProjectParticipantState 1
enum ProjectNameType Plain Company_Project Project_Company
enum TriState none True False
enum TimeRegType WorkType Task
enum ProjectParticipantState Unknown InvitationSent Participating ProjectInitiater Removed
+ RemovedBeforeAccept InvitationStoppedByReciever InvitationStoppedBySender InvitationExpired
+ InvitationIsResent RemovedWhenOpeningProject NotInvited
)facts";
}

}  // namespace busy24::simulator
