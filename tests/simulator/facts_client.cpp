// What the vendor declares of the service for the company itself: see facts.hpp for the notation.
#include "tests/simulator/facts.hpp"

namespace busy24::simulator {

// The table is data: its rows stand in the order of the declaration, which is the order on the
// wire.
std::string_view facts_client() {
    return R"facts(op GetUsers
out ArrayOfUser 0
op GetClientInformation
out Client 0
op GetDepartmentList
out ArrayOfDepartment 0
op GetCurrencyList
out ArrayOfCurrency 0
op GetTypeGroupList
in module TypeGroupModule 1
out ArrayOfAccountingGroup 0
op GetVatTypeList
out ArrayOfVatType 0
list ArrayOfUser User User nil
type User
- ContactId int 0 =-2147483648
- Id guid 0 =00000000-0000-0000-0000-000000000000
- Name string 0 =
- EmployeeId int 0 =-2147483648
type Client
- AddressList Addresses 0
- Country string 0
- EmailAddressList EmailAddresses 0
- FactoringClientNo string 0
- FactoringText string 0
- FaxNumberList ArrayOfFaxNumber 0
- IsUsingFactoring boolean 1
- Name string 0
- PhoneNumberList PhoneNumbers 0
- ReminderDays int 1
- ReminderDays2 int 1
- ReminderDays3 int 1
- UserId long 1
- BankAccount string 0
- IBAN string 0
- OrganizationNumber string 0
- Swift string 0
- ResellerId long 0 =-9223372036854775808
- ResellerName string 0 =
- DefaultCurrency string 0 =
type Addresses
- Post Address 0
- Delivery Address 0
- Visit Address 0
- Invoice Address 0
type Address
- Street string 0
- State string 0
- PostalCode string 0
- PostalArea string 0
- Name string 0
- City string 0
- Country string 0
type EmailAddresses
- Home EmailAddress 0
- Invoice EmailAddress 0
- Primary EmailAddress 0
- Work EmailAddress 0
- Alternative EmailAddress 0
type EmailAddress
- Description string 0
- Name string 0
- Value string 0
list ArrayOfFaxNumber FaxNumber FaxNumber nil
type FaxNumber
- Type FaxNumberType 1
- Value string 0
type PhoneNumbers
- Home PhoneNumber 0
- Fax PhoneNumber 0
- Mobile PhoneNumber 0
- Primary PhoneNumber 0
- Work PhoneNumber 0
type PhoneNumber
- Description string 0
- Value string 0
list ArrayOfDepartment Department Department nil
type Department
- Id int 1
- Name string 0
- Addresses Addresses 0
- Phone string 0
- Fax string 0
- Email string 0
list ArrayOfCurrency Currency Currency nil
type Currency
- Symbol string 0
- Id int 1
- Rate decimal 1
- Unit int 1
list ArrayOfAccountingGroup AccountingGroup AccountingGroup nil
type AccountingGroup
- AccountId int 1
- Id int 1
- Name string 0
list ArrayOfVatType VatType VatType nil
type VatType
- No int 1
- Name string 0
- Rate decimal 1
enum FaxNumberType Unknown Work
enum TypeGroupModule All Sale Purchase
)facts";
}

}  // namespace busy24::simulator
