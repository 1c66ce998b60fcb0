// Notes about persons, and the categories that they are in (contract 6).
#include "tests/simulator/service_person_notes.hpp"

#include <algorithm>

#include "tests/simulator/service_values.hpp"

namespace busy24::simulator {

namespace {

Value note_value(const Note& note) {
    return {{"Id", note.id},
            {"Subject", text_value(note.subject)},
            {"Description", note.description},
            {"EmployeeId", id_value(note.employee_id)},
            {"DateAdded", date_value(note.added_at)},
            {"Date", date_value(note.dated_at)},
            {"PersonId", note.person_id}};
}

Value notes_that(Call& call, const std::function<bool(const Note&)>& is_wanted) {
    std::vector<Value> list;
    for (const auto& note : call.tenant().notes)
        if (is_wanted(note)) list.push_back(note_value(note));
    return list_of(std::move(list));
}

Result<Value> get_notes(Call& call) {
    const auto person = number_of(&call.in, "personId");
    return notes_that(call, [=](const Note& note) { return note.person_id == person; });
}

Result<Value> get_all_notes(Call& call) {
    return notes_that(call, [](const Note&) { return true; });
}

Result<Value> add_note(Call& call) {
    const auto* from = call.in.child("note");
    auto& tenant = call.tenant();
    const auto person = number_of(from, "PersonId");
    if (!from || !tenant.person(person)) return unknown("Person", person);
    Note note{.id = 1, .person_id = person};
    for (const auto& other : tenant.notes) note.id = std::max(note.id, other.id + 1);
    note.subject = from->text_of("Subject");
    note.description = from->text_of("Description");
    note.employee_id = number_of(from, "EmployeeId");
    note.dated_at = date_of(from, "Date");
    note.added_at = call.world.now_ms();
    tenant.notes.push_back(std::move(note));
    return Value(tenant.notes.back().id);
}

void erase_note(Call& call, std::int64_t id) {
    std::erase_if(call.tenant().notes, [=](const Note& note) { return note.id == id; });
}

Result<Value> delete_note(Call& call) {
    erase_note(call, number_of(call.in.child("note"), "Id"));
    return Value();
}

Result<Value> delete_note_by_id(Call& call) {
    erase_note(call, number_of(&call.in, "noteId"));
    return Value();
}

Result<Value> get_category_list(Call&) {
    return list_of({Value{{"Id", 1}, {"Name", "Nyhetsbrev"}},
                    Value{{"Id", 2}, {"Name", "Byggherre"}, {"Note", "Får tilbud først"}},
                    Value{{"Id", 3}, {"Name", "Julegave & kort"}}});
}

Value categories_of(const Person* person) {
    std::vector<Value> list;
    if (person)
        for (const auto category : person->categories) list.emplace_back(category);
    return list_of(std::move(list));
}

Result<Value> get_person_category_list(Call& call) {
    return categories_of(call.tenant().person(number_of(&call.in, "personId")));
}

Result<Value> get_person_array_category_list(Call& call) {
    std::vector<Value> list;
    for (const auto id : numbers_of(&call.in, "personIds").value_or(std::vector<std::int64_t>{}))
        if (const auto* person = call.tenant().person(id))
            list.push_back({{"personId", id}, {"categories", categories_of(person)}});
    return list_of(std::move(list));
}

enum class Change { add, remove };

Result<Value> change_category(Call& call, Change change) {
    const auto id = number_of(&call.in, "personId");
    const auto category = static_cast<int>(number_of(&call.in, "categoryId"));
    for (auto& person : call.tenant().persons)
        if (person.id == id) {
            std::erase(person.categories, category);
            if (change == Change::add) person.categories.push_back(category);
            person.changed_at = call.world.now_ms();
            return Value();
        }
    return unknown("Person", id);
}

Result<Value> add_category_to_person(Call& call) { return change_category(call, Change::add); }

Result<Value> remove_category_from_person(Call& call) {
    return change_category(call, Change::remove);
}

}  // namespace

Handlers person_note_handlers() {
    return {{"GetNotes", get_notes},
            {"GetAllNotes", get_all_notes},
            {"AddNote", add_note},
            {"DeleteNote", delete_note},
            {"DeleteNoteById", delete_note_by_id},
            {"GetCategoryList", get_category_list},
            {"GetPersonCategoryList", get_person_category_list},
            {"GetPersonArrayCategoryList", get_person_array_category_list},
            {"AddCategoryToPerson", add_category_to_person},
            {"RemoveCategoryFromPerson", remove_category_from_person}};
}

}  // namespace busy24::simulator
