// Everybody of the workspace: the persons that 24SevenOffice knows, and the users, each once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "proxy/store/users.hpp"
#include "proxy/workspace/persons.hpp"

namespace busy24::workspace {

// A person, a user, or both: at least one of the two is there.
struct Colleague {
    std::optional<Person> person;
    std::optional<store::User> user;

    // The person's, or that of a user who is no person.
    const std::string& id() const { return person ? person->id : user->id.text; }
    // A person is called here as everywhere else in the workspace.
    const std::string& name() const { return person ? person->name : user->name; }
    const std::string& email() const {
        return person && !person->email.empty() ? person->email : user ? user->email : no_email;
    }
    // Whether the id is one of the two.
    bool is(const std::string& id) const {
        return (person && person->id == id) || (user && user->id.text == id);
    }
    // Neither gone from 24SevenOffice nor deactivated here.
    bool is_active() const { return (!person || person->is_active) && (!user || user->is_active); }

private:
    inline static const std::string no_email;
};

// By name. A user belongs to the person with the same id, else to the one whose contact id is known
// of the user.
Result<std::vector<Colleague>> colleagues_of(const Place& place);

// nullptr when it is nobody's id.
const Colleague* colleague_with(const std::vector<Colleague>& colleagues, const std::string& id);

}  // namespace busy24::workspace
