// What the vendor declares of the service for persons: see facts.hpp for the notation.
#include "tests/simulator/facts.hpp"

namespace busy24::simulator {

// The table is data: its rows stand in the order of the declaration, which is the order on the
// wire.
std::string_view facts_person() {
    return R"facts(op GetPersonId
in consumerPersonNo string 0
out long 1
op SavePerson
in personItem PersonItem 0
out long 1
op GetPersonIdsByUserName
in username string 0
out ArrayOfLong 0
op GetPersonIdByCompanyId
in companyId int 1
out long 1
op GetPersons
in personSearch PersonSearchParameters 0
out ArrayOfPersonItem 0
op GetPersonsDetailed
in personSearch PersonSearchParameters 0
out ArrayOfPersonItem 0
op MakeRelation
in relation RelationData 0
out boolean 1
op GetRelations
in personId long 1
out ArrayOfRelationData 0
op GetRelationsChangedAfter
in changedAfter dateTime 1
out ArrayOfRelationData 0
op DeleteRelation
in personId long 1
in companyId long 1
op GetNotes
in personId long 1
out ArrayOfNoteData 0
op GetAllNotes
out ArrayOfNoteData 0
op AddNote
in note NoteData 0
out int 1
op DeleteNote
in note NoteData 0
op DeleteNoteById
in noteId int 1
op GetCategoryList
out ArrayOfCategory 0
op GetPersonCategoryList
in personId long 1
out ArrayOfInt 0
op GetPersonArrayCategoryList
in personIds ArrayOfInt 0
out ArrayOfPersonCategories 0
op AddCategoryToPerson
in personId long 1
in categoryId int 1
op RemoveCategoryFromPerson
in personId long 1
in categoryId int 1
type Authentication
- Username string 0
- Password string 0
- UserId string 0
- EmployeeId string 0
- ConsumerId long 1
type PersonItem
- Comment string 0
- ConsumerPersonNo string 0
- Country string 0
- CustomerId int 0 =-2147483648
- DateRegistered dateTime 0 =0001-01-01T00:00:00
- DateChanged dateTime 0 =0001-01-01T00:00:00
- DateOfBirth dateTime 0 =0001-01-01T00:00:00
- Department string 0
- EmailAddresses ArrayOfEmailAddress 0
- EmployeeNumber int 0 =-2147483648
- FaxNumber FaxNumber 0
- FirstName string 0
- Gender Gender 0 =NoChange
- Id long 0 =0
- LastName string 0
- Nickname string 0
- PersonalStatus string 0
- PhoneNumbers ArrayOfPhoneNumber 0
- PostAddress Address 0
- RelationData ArrayOfRelationData 0
- Url string 0
- WebPassword string 0
- WebUserName string 0
- Workplace string 0
- WorkPosition string 0
- IsPrivate boolean 0 nil
- HourCost decimal 0 nil
- EmployeeId int 0 nil
list ArrayOfEmailAddress EmailAddress EmailAddress nil
type EmailAddress
- Description string 0
- Type EmailAddressType 1
- Value string 0
type FaxNumber
- Description string 0
- Type FaxNumberType 1
- Value string 0
list ArrayOfPhoneNumber PhoneNumber PhoneNumber nil
type PhoneNumber
- Description string 0
- Type PhoneNumberType 1
- Value string 0
type Address
- City string 0
- Country string 0
- County string 0
- Description string 0
- PostalArea string 0
- PostalCode string 0
- State string 0
- Street string 0
- Type AddressType 1
list ArrayOfRelationData RelationData RelationData nil
type RelationData
- ContactId long 1
- CustomerId long 1
- Email string 0
- Mobile string 0
- Phone string 0
- Title string 0
list ArrayOfLong long long
type PersonSearchParameters
- ChangedAfter dateTime 0 =0001-01-01T00:00:00
- ConsumerPersonNo string 0
- CustomerId long 0 =0
- Email string 0
- EmployeeId int 0 =0
- GetRelationData boolean 0 =false
- Id long 0 =0
- IsEmployee TriState 0 =none
- Name string 0
- Role string 0
- Phone string 0
list ArrayOfPersonItem PersonItem PersonItem nil
list ArrayOfNoteData NoteData NoteData nil
type NoteData
- Id int 0 =0
- Subject string 0
- Description string 0 =
- EmployeeId int 0 =-1
- DateAdded dateTime 0 =0001-01-01T00:00:00
- Date dateTime 0 =0001-01-01T00:00:00
- PersonId long 1
list ArrayOfCategory Category Category nil
type Category
- Id int 1
- Name string 0
- Note string 0
list ArrayOfInt int int
list ArrayOfPersonCategories PersonCategories PersonCategories nil
type PersonCategories
- personId int 1
- categories ArrayOfInt 0
enum EmailAddressType Home Primary Alternative
enum FaxNumberType Primary
enum Gender NoChange Unknown Female Male
enum PhoneNumberType Primary Mobile
enum AddressType Post
enum TriState none True False
)facts";
}

}  // namespace busy24::simulator
