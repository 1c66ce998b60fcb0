// English: the texts about lists and records.
#include "web/text/text.hpp"

namespace busy24::text {

namespace {

constexpr std::array list_rows{
    Row<Lists>{Lists::search, "Search by name or number"},
    Row<Lists>{Lists::search_projects, "Search by name, customer or number"},
    Row<Lists>{Lists::show, "Show"},
    Row<Lists>{Lists::filter_active, "Active"},
    Row<Lists>{Lists::filter_archived, "Archived"},
    Row<Lists>{Lists::filter_all, "All"},
    Row<Lists>{Lists::sort, "Sort by"},
    Row<Lists>{Lists::rising, "{0}, ascending"},
    Row<Lists>{Lists::falling, "{0}, descending"},
    Row<Lists>{Lists::none, "Nothing here yet"},
    Row<Lists>{Lists::none_text, "What there is in 24SevenOffice comes here once it is mirrored"},
    Row<Lists>{Lists::no_projects_text,
               "Projects come here once they are mirrored, or when you create one"},
    Row<Lists>{Lists::archive_empty, "The archive is empty"},
    Row<Lists>{Lists::none_archived,
               "What is archived here or deactivated in 24SevenOffice is found here"},
    Row<Lists>{Lists::created_there,
               "Created in 24SevenOffice. Busy fetches the changes from there and changes nothing "
               "itself."},
    Row<Lists>{Lists::create_project, "New project"},
    Row<Lists>{Lists::project, "Project"},
    Row<Lists>{Lists::customer, "Customer"},
    Row<Lists>{Lists::work_type, "Work type"},
    Row<Lists>{Lists::projects_of_customer, "The customer’s projects"},
    Row<Lists>{Lists::edit, "Edit"},
    Row<Lists>{Lists::edit_title, "Edit {0}"},
    Row<Lists>{Lists::save, "Save"},
    Row<Lists>{Lists::create, "Create the project"},
    Row<Lists>{Lists::saving, "Saving …"},
    Row<Lists>{Lists::saved, "The changes are saved"},
    Row<Lists>{Lists::discard, "Discard the changes"},
    Row<Lists>{Lists::stop_editing, "Cancel"},
    Row<Lists>{Lists::unsaved, "Your changes are not saved"},
    Row<Lists>{Lists::unsaved_elsewhere, "The changes to “{0}” are not saved"},
    Row<Lists>{Lists::go_on_editing, "Go on editing"},
    Row<Lists>{Lists::archive, "Archive"},
    Row<Lists>{Lists::reopen, "Reopen"},
    Row<Lists>{Lists::archiving, "Archiving …"},
    Row<Lists>{Lists::reopening, "Reopening …"},
    Row<Lists>{Lists::no_value, "Not set"},
    Row<Lists>{Lists::in_erp, "In 24SevenOffice"},
    Row<Lists>{Lists::open_help, "Open in 24SevenOffice: search for number {0} there"},
    Row<Lists>{Lists::copy_number, "Copy the number {0}"},
    Row<Lists>{Lists::link, "Link"},
    Row<Lists>{Lists::link_local, "Only in Busy"},
    Row<Lists>{Lists::link_linked, "Linked"},
    Row<Lists>{Lists::link_waiting, "Waiting to be created in 24SevenOffice"},
    Row<Lists>{Lists::link_must_deactivate, "Must be deactivated in 24SevenOffice"},
    Row<Lists>{
        Lists::must_deactivate_text,
        "The project is archived in Busy, but still active in 24SevenOffice. It can be deactivated "
        "only there. Find project {0} and deactivate it, and this message goes away by itself."},
    Row<Lists>{Lists::new_project_lead,
               "The project is created in 24SevenOffice as well and gets its number from there"},
    Row<Lists>{Lists::day_help, "For example 5.6.2026"},
    Row<Lists>{Lists::customer_help, "Type some letters of the name, and choose"},
    Row<Lists>{Lists::customer_hits, "Customers that match"},
    Row<Lists>{Lists::no_customer_hits, "No customers match “{0}”"},
    Row<Lists>{Lists::name_missing, "Enter a name"},
    Row<Lists>{Lists::name_too_long, "The name can have at most 255 characters"},
    Row<Lists>{Lists::description_too_long, "The description can have at most 4000 characters"},
    Row<Lists>{Lists::date_wrong, "Write the date as 5.6.2026"},
    Row<Lists>{Lists::dates_reversed, "The end cannot be before the start"},
    Row<Lists>{Lists::customer_unknown, "Choose a customer from the list, or empty the field"},
    Row<Lists>{Lists::conflict_title, "Somebody else has changed the project"},
    Row<Lists>{Lists::conflict_text, "Nothing is saved. Choose which values are to apply."},
    Row<Lists>{Lists::yours, "Your values"},
    Row<Lists>{Lists::theirs, "Saved now"},
    Row<Lists>{Lists::keep_yours, "Save my values"},
    Row<Lists>{Lists::take_theirs, "Keep what is saved"},
    Row<Lists>{Lists::gone, "Does not exist"},
    Row<Lists>{Lists::gone_text, "There is no such record in this workspace"},
};
static_assert(is_complete(list_rows));

}  // namespace

std::string_view en(Lists id) { return text_of<list_rows>(id); }

}  // namespace busy24::text
