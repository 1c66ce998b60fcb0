// What the vendor declares of the service for work types and hours: see facts.hpp for the notation.
#include "tests/simulator/facts.hpp"

namespace busy24::simulator {

// The table is data: its rows stand in the order of the declaration, which is the order on the
// wire.
std::string_view facts_time() {
    return R"facts(op GetTimeSettings
out ArrayOfKeyValuePair 0
op GetWorkTypeList
in Wts WorkTypeSearch 0
out ArrayOfWorkType 0
op GetProjectList
in Ps ProjectSearch 0
out ArrayOfProject 0
op GetProjectData
in Pds ProjectDataSearch 0
out ProjectData 0
op SaveHour
in Hour Hour 0
out long 1
op DeleteHour
in Hour Hour 0
out boolean 1
op AddCost
in cost Cost 0
op GetCosts
in costSearchParameters CostSearchParameters 0
out ArrayOfCost 0
op GetHours
in hs HourSearch 0
out ArrayOfHour 0
op GetSalaryTypes
out ArrayOfSalaryType 0
op GetHoursForApproval
in approvalSearchParameters ApprovalSearchParameters 0
out ArrayOfHour 0
list ArrayOfKeyValuePair KeyValuePair KeyValuePair nil
type KeyValuePair
- Key string 0
- Value string 0
type WorkTypeSearch
- Active TriState 0 =none
- ProjectId int 0 =-2147483648
list ArrayOfWorkType WorkType WorkType nil
type WorkType
- Id int 1
- Name string 0
- Description string 0
- Invoiceable boolean 1
- Price decimal 0 =-79228162514264337593543950335
- ProductId int 0 =-2147483648
type ProjectSearch
- MyProjects boolean 0 =false
- AllOpenProjects boolean 0 =false
- CustomerId int 0 =-2147483648
- Search string 0 =
- ChangedAfter dateTime 0 =0001-01-01T00:00:00
- StartedAfter dateTime 0 =0001-01-01T00:00:00
- StartedBefore dateTime 0 =0001-01-01T00:00:00
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
- CustomerId int 0 =-2147483648
- CustomerName string 0 =
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
- Participants ArrayOfInt 0
list ArrayOfInt int int
list ArrayOfLong long long
type ProjectDataSearch
- ProjectId int 1
- ContactId int 0 =-2147483648
- ProjectOnly boolean 0 =false
type ProjectData
- Project Project 0
- WorkTypes ArrayOfWorkType 0
- Tasks ArrayOfTask 0
list ArrayOfTask Task Task nil
type Task
- Id int 0 =-2147483648
- Name string 0 =
- Description string 0 =
- DateStart dateTime 0 =0001-01-01T00:00:00
- DateStop dateTime 0 =0001-01-01T00:00:00
- Overtime decimal 1
- Parent int 0 =-2147483648
- Priority int 0 =-2147483648
- Project int 0 =-2147483648
- ProjectLink int 0 =-2147483648
- Status int 1 nil
- WorkTypeId int 0 =-2147483648
- Estimate int 0 =-2147483648
- Registered decimal 1
- Participants ArrayOfInt 0
type Hour
- Id long 0 =-9223372036854775808
- TypeOfWorkId int 0 =-2147483648
- StartTime dateTime 0 =0001-01-01T00:00:00
- StopTime dateTime 0 =0001-01-01T00:00:00
- TotalHours double 0 =0
- TotalHoursInvoice double 0 =0
- ContactId int 0 =-2147483648
- ProjectId int 0 =-2147483648
- Description string 0 =
- Locked TriState 0 =none
- Approved TriState 0 =none
- ApprovedBy int 0 =-2147483648
- ProjectTaskId int 0 =-2147483648
- Costs ArrayOfCost 0
- NeedApproval boolean 0 =false
- SalaryTypeId int 0 =-2147483648
- CustomerId int 0 =-2147483648
- OrderId int 0 =-2147483648
- Price decimal 0 =-79228162514264337593543950335
- InternalNote string 0
list ArrayOfCost Cost Cost nil
type Cost
- Id int 0 =-2147483648
- DateRegistered dateTime 1 nil
- ProductId int 1 nil
- SupplierCompanyId int 1 nil
- Quantity double 1 nil
- InPrice decimal 1 nil
- Description string 0
- ProjectId int 1 nil
- Price decimal 0 =-79228162514264337593543950335
- CustomerId int 0 =-2147483648
- ContactId int 0 =-2147483648
type CostSearchParameters
- ProjectId int 0 =-2147483648
- ContactId int 0 =-2147483648
type HourSearch
- Status HourStatus 0 =none
- ContactId int 1
- ProjectId int 1
- IncludeSalaryType boolean 0 =false
- StartTime dateTime 0 =0001-01-01T00:00:00
- StopTime dateTime 0 =0001-01-01T00:00:00
- TypeOfWorkId int 0 =-2147483648
- ChangedAfter dateTime 0 =0001-01-01T00:00:00
- RegisteredAfter dateTime 0 =0001-01-01T00:00:00
- HourIds ArrayOfLong 0
list ArrayOfHour Hour Hour nil
list ArrayOfSalaryType SalaryType SalaryType nil
type SalaryType
- Id int 1
- Name string 0
- Active boolean 0 =true
type ApprovalSearchParameters
- ContactId int 0 =-2147483648
- ProjectId int 0 =-2147483648
enum TriState unknown none True False
enum ProjectNameType unknown Plain Company_Project Project_Company
enum TimeRegType unknown WorkType Task
enum HourStatus none Registered Locked Approved Rejected
)facts";
}

}  // namespace busy24::simulator
