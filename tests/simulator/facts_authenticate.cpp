// What the vendor declares of the service for logins and identities: see facts.hpp for the
// notation.
#include "tests/simulator/facts.hpp"

namespace busy24::simulator {

// The table is data: its rows stand in the order of the declaration, which is the order on the
// wire.
std::string_view facts_authenticate() {
    return R"facts(op AuthenticateByToken
in token Token 0
out Passport 0
op Login
in credential Credential 0
out string 0
op HasSession
out boolean 1
op GetIdentity
out Identity 0
op GetIdentities
out ArrayOfIdentity 0
op SetIdentity
in identity Identity 0
out boolean 1
op SetIdentityById
in identityId guid 1
out boolean 1
op GetIdentitiesWithCredential
in credential Credential 0
out ArrayOfIdentity 0
op GetIdentitiesWithCredentialByService
in credential Credential 0
in serviceId int 1
out ArrayOfIdentity 0
type Token
- ApplicationId guid 1
- Id guid 1
type Passport
- Id guid 1
- Email string 0
- Identities ArrayOfIdentity 0
- SessionId string 0
list ArrayOfIdentity Identity Identity nil
type Identity
- Id guid 1
- User User 0
- Client Client 0
- IsCurrent boolean 1
- IsDefault boolean 1
- IsProtected boolean 1
- Servers ArrayOfServer 0
- IsDisabled boolean 0 =false
type User
- ContactId int 0 =-2147483648
- Id guid 0 =00000000-0000-0000-0000-000000000000
- Name string 0 =
- EmployeeId int 0 =-2147483648
type Client
- Id long 1
- Name string 0
list ArrayOfServer Server Server nil
type Server
- Id int 1
- Type int 1
type Credential
- ApplicationId guid 1
- IdentityId guid 0 =00000000-0000-0000-0000-000000000000
- Password string 0
- Username string 0
)facts";
}

}  // namespace busy24::simulator
