// What the vendor declares of the service for customers and suppliers: see facts.hpp for the
// notation.
#include "tests/simulator/facts.hpp"

namespace busy24::simulator {

// The table is data: its rows stand in the order of the declaration, which is the order on the
// wire.
std::string_view facts_company() {
    return R"facts(op DeleteRelations
in relations ArrayOfRelation 0
out ArrayOfRelation 0
op DeleteCompanies
in companies ArrayOfCompany 0
out ArrayOfCompany 0
op SaveRelations
in relations ArrayOfRelation 0
out ArrayOfRelation 0
op DeleteMaps
in maps ArrayOfCompanyMap 0
out ArrayOfCompanyMap 0
op SaveMaps
in maps ArrayOfCompanyMap 0
out ArrayOfCompanyMap 0
op GetCompanySyncList
in syncSearchParameters SyncSearchParameters 0
out PageOfSyncCompany 0
op GetCompanies
in searchParams CompanySearchParameters 0
in returnProperties ArrayOfString 0
out ArrayOfCompany 0
op GetCategories
out ArrayOfCategory 0
op SaveCategories
in categories ArrayOfCategory 0
out ArrayOfCategory 0
op GetCustomerCategories
in customerId int 1
out ArrayOfInt 0
op GetIndustries
out ArrayOfKeyValuePair 0
op SaveCustomerCategories
in customerCategories ArrayOfKeyValuePair 0
out ArrayOfAPIException 0
op DeleteCustomerCategories
in customerCategories ArrayOfKeyValuePair 0
out ArrayOfAPIException 0
op GetCustomerCategoryTree
out ArrayOfKeyValuePair 0
op SaveCompanies
in companies ArrayOfCompany 0
out ArrayOfCompany 0
op GetStatuses
out ArrayOfKeyValuePair 0
op GetCRMGroups
out ArrayOfGroup 0
list ArrayOfRelation Relation Relation nil
type Relation
- ContactId int 0 =-2147483648
- CompanyId int 0 =-2147483648
- FirstName string 0 =
- LastName string 0 =
- Role string 0 =
- RoleId int 0 =-2147483648
- PhoneNumbers PhoneNumbers 0
- EmailAddresses EmailAddresses 0
- Fax string 0 =
type PhoneNumbers
- Home PhoneNumber 0
- Fax PhoneNumber 0
- Mobile PhoneNumber 0
- Primary PhoneNumber 0
- Work PhoneNumber 0
type PhoneNumber
- Description string 0
- Value string 0
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
list ArrayOfCompany Company Company nil
type Company
- APIException APIException 0
- Id int 0 =-2147483648
- ExternalId string 0 =
- OrganizationNumber string 0 =
- Name string 0 =
- FirstName string 0 =
- NickName string 0 =
- Addresses Addresses 0
- PhoneNumbers PhoneNumbers 0
- EmailAddresses EmailAddresses 0
- Url string 0 =
- Country string 0 =
- Note string 0 =
- InvoiceLanguage string 0 =
- Type CompanyType 0 =None
- Username string 0 =
- Password string 0 =
- IncorporationDate dateTime 0 =0001-01-01T00:00:00
- DateCreated dateTime 0 =0001-01-01T00:00:00
- Status int 0 =-2147483648
- PriceList int 0 =-2147483648
- Owner int 0 =-2147483648
- BankAccountNo string 0 =
- BankAccountType string 0 =
- BankAccountCountry string 0 =
- BankAccountBic string 0 =
- TermsOfDeliveryId int 0 =-2147483648
- AccountDebit short 0 =0
- AccountCredit short 0 =0
- Discount decimal 0 =0.0
- TypeGroup int 0 =-2147483648
- ShareCapital decimal 0 =-79228162514264337593543950335
- NumberOfEmployees int 0 =-2147483648
- Turnover decimal 0 =-79228162514264337593543950335
- Profit decimal 0 =-79228162514264337593543950335
- IndustryId int 0 =-2147483648
- MemberNo int 0 =-2147483648
- DateChanged dateTime 0 =0001-01-01T00:00:00
- BlockInvoice boolean 0 =false
- Relations ArrayOfRelation 0
- Maps ArrayOfCompanyMap 0
- DistributionMethod DistributionMethod 0 =Unchanged
- CurrencyId CurrencyType 0 =LOCAL
- PaymentTime short 0 =-32768
- GlnNumber string 0 =
- Factoring boolean 0 nil
- LedgerCustomerAccount short 0 =-32768
- LedgerSupplierAccount short 0 =-32768
- VatNumber string 0 =
- Private boolean 0 nil
- ExplicitlySpecifyNewCompanyId boolean 0 nil
type APIException
- Type string 0
- Message string 0
- StackTrace string 0
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
list ArrayOfCompanyMap CompanyMap CompanyMap nil
type CompanyMap
- MapType int 1
- ExternalId string 0
- CompanyId int 1
type SyncSearchParameters
- Page int 0 =-2147483648
- Active boolean 1 nil
- ChangedAfter dateTime 0 =0001-01-01T00:00:00
- RegisteredAfter dateTime 0 =0001-01-01T00:00:00
type PageOfSyncCompany
- CurrentPage long 1
- TotalPages long 1
- TotalItems long 1
- ItemsPerPage long 1
- Items ArrayOfSyncCompany 0
- Context anyType 0
list ArrayOfSyncCompany SyncCompany SyncCompany nil
type SyncCompany
- CompanyId int 0 =-2147483648
- ExternalId string 0 =
- DateChanged dateTime 0 =0001-01-01T00:00:00
- DateRegistered dateTime 1
- Active boolean 1
type CompanySearchParameters
- ExternalId string 0
- CompanyId int 0 =-2147483648
- CompanyIds ArrayOfInt 0
- CompanyName string 0 =
- ChangedAfter dateTime 0 =0001-01-01T00:00:00
- CompanyEmail string 0 =
- CompanyPhone string 0 =
- OrganizationNumber string 0 =
list ArrayOfInt int int
list ArrayOfString string string nil
type Category
- Id int 0 =-2147483648
- Name string 0 =
- ShowContact boolean 0 =false
- ShowCompany boolean 0 =false
list ArrayOfCategory Category Category nil
type KeyValuePair
- Key string 0
- Value string 0
list ArrayOfKeyValuePair KeyValuePair KeyValuePair
list ArrayOfAPIException APIException APIException nil
type Group
- Id int 1
- Name string 0
- Type int 0 nil
- Members ArrayOfGroupMember 0
- Children ArrayOfGroup 0
list ArrayOfGroupMember GroupMember GroupMember nil
type GroupMember
- Id int 1
- RoleName string 0
- FirstName string 0
- LastName string 0
list ArrayOfGroup Group Group nil
enum CompanyType None Lead Consumer Business Supplier
enum DistributionMethod Unchanged Print EMail ElectronicInvoice Default
enum CurrencyType LOCAL AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD
+ BND BOB BOV BRL BSD BTN BWP BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP
+ CVE CZK DJF DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL
+ HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP
+ LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRO MTL MUR MVR MWK MXN MXV MYR MZN NAD
+ NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK
+ SGD SHP SKK SLL SOS SRD STD SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
+ VEF VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XDR XFU XOF XPD XPF XPT XTS XXX YER ZAR ZMK
+ ZWL ZWD
)facts";
}

}  // namespace busy24::simulator
