// Projects and their tasks, with the shapes that a client of the real service meets.
#include <algorithm>
#include <array>

#include "tests/simulator/company_parts.hpp"
#include "tests/simulator/dice.hpp"
#include "tests/simulator/names.hpp"

namespace busy24::simulator {

namespace {

constexpr std::uint64_t project_subject = 4;
constexpr std::uint64_t task_subject = 5;

// The moment of a Norwegian midnight: what a date in the user interface becomes (contract 1.2).
std::int64_t oslo_midnight(std::int64_t ms) {
    const auto day = ms / day_ms;
    // 2 hours before UTC from the last Sunday of March to the last of October, by the day of year:
    // the books cover 2023 to 2027, and those Sundays fall on days 84 to 90 and 298 to 304.
    const auto day_of_year = (day * 4 + 2) % 1'461 / 4;
    const bool is_summer = day_of_year > 88 && day_of_year < 300;
    return day * day_ms - (is_summer ? 2 : 1) * 3'600'000;
}

// Names at fixed places, so that tests can rely on them. Equal ones belong to different customers.
constexpr std::array<std::string_view, 16> odd_names{
    "Drift & vedlikehold",
    "Æra Øst / Ås, trinn 1",
    "\"Blåbær\" <fase 2> & 'tilvalg'",
    "Drift & vedlikehold",
    "",  // the one of 250 characters
    "kontorplass sentrum",
    "Kontorplass Sentrum",
    "Drift & vedlikehold",
    "A\xCC\x8Asga\xCC\x8Ard brygge",  // å as a and a ring, as a Mac may write it
    "Rehabilitering av Å.S. & Sønner's lager",
    " Internt: møter og kurs ",
    "Rammeavtale 2026",
    "Rammeavtale 2026",
    "Tak; skur, \\port\\ og 100 % fri sikt",
    "Sluttført – «Nordre bruk» – 3 × 12 m²",
    "Drift & vedlikehold",
};
constexpr std::size_t long_name = 4;

// 250 characters, which are more bytes: æ, ø and å take two each.
std::string name_of_250() {
    constexpr std::array<std::string_view, 10> letters{"G", "å", "r", "d", "s",
                                                       "v", "æ", "r", "ø", " "};
    std::string name;
    for (std::size_t i = 0; i < 249; ++i) name += letters[i % letters.size()];
    return name + "!";
}

std::string project_name(Dice& dice, std::size_t index) {
    auto name = dice.pick(names::project_what) + " " + dice.pick(names::project_where);
    if (index < odd_names.size())
        return index == long_name ? name_of_250() : std::string(odd_names[index]);
    if (index >= 300) name += ", nr. " + std::to_string(index);
    return name;
}

void date(Project& project, std::size_t index) {
    if (index % 2)
        project.started_at = index % 4 == 1 ? oslo_midnight(project.registered_at)
                                            : project.registered_at / day_ms * day_ms;
    if (index % 6 == 1) project.stopped_at = oslo_midnight(project.changed_at + 200 * day_ms);
}

void describe(Project& project, Dice& dice, std::size_t index, const Tenant& tenant) {
    project.is_quick_listed = index % 6 != 4;
    project.is_by_task = index % 10 == 6;
    project.need_approval = index % 3 == 0 ? "True" : index % 3 == 1 ? "False" : "none";
    if (project.customer_id && index % 23 == 12) project.name_display = "Company_Project";
    if (project.customer_id && index % 23 == 19) project.name_display = "Project_Company";
    if (index % 11 == 0)
        project.description = "Avtalt i møte; se tilbud & tegninger.\nKontakt: <formann>";
    project.owner =
        tenant.persons.empty() ? 0 : static_cast<std::int32_t>(tenant.persons.front().id);
    if (index % 4) project.type_id = static_cast<std::int32_t>(1 + dice.roll(3));
    if (index % 5) project.status_id = static_cast<std::int32_t>(1 + dice.roll(3));
    if (index % 12 == 7) project.pipeline = 1;
    if (index % 9 == 1) project.version = 2;
    if (index % 3 == 2) project.department_id = static_cast<std::int32_t>(1 + dice.roll(3));
    if (index % 7 == 3) project.budget = static_cast<std::int32_t>(10 + dice.roll(90)) * 10'000;
    if (index % 8 == 5) project.customer_reference = "Ref. Åse " + std::to_string(index);
    if (index % 13 == 4) project.order_reference = "PO-" + std::to_string(40'000 + index);
}

void add_people(Project& project, Dice& dice, std::size_t index, const Tenant& tenant) {
    const auto count = std::min<std::size_t>(index % 5, tenant.persons.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto& person = tenant.persons[(dice.roll(tenant.persons.size() / 4 + 1) + i * 7) %
                                            tenant.persons.size()];
        const bool is_there =
            std::any_of(project.participants.begin(), project.participants.end(),
                        [&](const Participant& other) { return other.contact_id == person.id; });
        // One leads; the others take part, are asked, have left, or never were.
        const int state = i == 0 ? 3 : i == 1 ? 2 : i == 2 ? 1 : static_cast<int>(4 + dice.roll(8));
        if (!is_there)
            project.participants.push_back(
                {person.id, i == 0 ? 1 : static_cast<int>(2 + i % 3), state});
    }
}

Project make_project(Dice& dice, std::size_t index, const Tenant& tenant) {
    Project project{.id = 1'001 + static_cast<std::int64_t>(index)};
    project.name = project_name(dice, index);
    // Neighbours get different customers; the deleted ones keep the projects that they had.
    if (!tenant.companies.empty() && index % 8 != 2)
        project.customer_id =
            tenant.companies[(index * 5 + dice.roll(3)) % tenant.companies.size()].id;
    project.is_active = index % 7 != 5;
    project.changed_at = dice.past();
    project.registered_at =
        project.changed_at - static_cast<std::int64_t>(60 + dice.roll(300)) * day_ms;
    date(project, index);
    describe(project, dice, index, tenant);
    add_people(project, dice, index, tenant);
    for (std::size_t i = 0; index % 4 == 1 && i < 3 && i < tenant.work_types.size(); ++i) {
        const auto id = tenant.work_types[dice.roll(tenant.work_types.size())].id;
        if (std::find(project.work_types.begin(), project.work_types.end(), id) ==
            project.work_types.end())
            project.work_types.push_back(id);
    }
    if (!project.work_types.empty() && index % 8 == 1)
        project.work_type_id = static_cast<std::int32_t>(project.work_types.front());
    return project;
}

}  // namespace

std::vector<Project> make_projects(const Recipe& recipe, std::size_t count, const Tenant& tenant) {
    Dice dice(recipe.seed, recipe.tenant, project_subject);
    std::vector<Project> projects;
    projects.reserve(count);
    for (std::size_t i = 0; i < count; ++i) projects.push_back(make_project(dice, i, tenant));
    return projects;
}

std::vector<Task> make_tasks(const Recipe& recipe, const Tenant& tenant) {
    constexpr std::array<std::string_view, 5> stages{"Rigging", "Grunnarbeid", "Råbygg",
                                                     "Innredning & maling", "Overlevering"};
    Dice dice(recipe.seed, recipe.tenant, task_subject);
    std::vector<Task> tasks;
    // Enough to show what they are, however many projects there are.
    constexpr std::size_t tasks_max = 5'000;
    for (const auto& project : tenant.projects) {
        if (!project.is_by_task || tasks.size() >= tasks_max) continue;
        const auto count = 2 + dice.roll(4);
        for (std::size_t i = 0; i < count; ++i) {
            Task task{.id = 30'001 + static_cast<std::int64_t>(tasks.size()),
                      .project_id = project.id};
            if (i == count - 1 && i > 1) task.parent_id = task.id - 1;
            task.name = stages[i % stages.size()];
            task.started_at = project.registered_at + static_cast<std::int64_t>(i) * 14 * day_ms;
            task.stopped_at = task.started_at + 13 * day_ms;
            task.priority = static_cast<int>(dice.roll(3));
            task.estimate = static_cast<int>(8 * (1 + dice.roll(20)));
            if (i % 2) task.status = 1;
            if (!tenant.work_types.empty())
                task.work_type_id = tenant.work_types[dice.roll(tenant.work_types.size())].id;
            for (const auto& participant : project.participants)
                if (participant.state == 2 || participant.state == 3)
                    task.participants.push_back(participant.contact_id);
            tasks.push_back(std::move(task));
        }
    }
    return tasks;
}

}  // namespace busy24::simulator
