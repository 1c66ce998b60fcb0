// States and counts of a run, and the words for them.
#include "web/pages/run.hpp"

namespace busy24::pages {

bool is_running(const api::Run& run) {
    return run.state == api::RunState::queued || run.state == api::RunState::reading ||
           run.state == api::RunState::writing;
}

bool can_resume(const api::Run& run) {
    return run.state == api::RunState::cancelled || run.state == api::RunState::failed;
}

std::int64_t count_of(const api::EntityProgress& progress, Outcome outcome) {
    switch (outcome) {
        case Outcome::created:
            return progress.created;
        case Outcome::changed:
            return progress.changed;
        case Outcome::unchanged:
            return progress.unchanged;
        case Outcome::skipped:
            return progress.skipped;
        case Outcome::failed:
            return progress.failed;
    }
    return 0;
}

text::Mirror name_of(Entity entity) {
    switch (entity) {
        case Entity::customer:
            return text::Mirror::customers;
        case Entity::work_type:
            return text::Mirror::work_types;
        case Entity::person:
            return text::Mirror::persons;
        case Entity::project:
            return text::Mirror::projects;
    }
    return text::Mirror::projects;
}

text::Mirror count_of(Entity entity) {
    switch (entity) {
        case Entity::customer:
            return text::Mirror::customer_count;
        case Entity::work_type:
            return text::Mirror::work_type_count;
        case Entity::person:
            return text::Mirror::person_count;
        case Entity::project:
            return text::Mirror::project_count;
    }
    return text::Mirror::project_count;
}

text::Mirror name_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::created:
            return text::Mirror::created;
        case Outcome::changed:
            return text::Mirror::changed;
        case Outcome::unchanged:
            return text::Mirror::unchanged;
        case Outcome::skipped:
            return text::Mirror::skipped;
        case Outcome::failed:
            return text::Mirror::failed;
    }
    return text::Mirror::unchanged;
}

text::Mirror count_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::created:
            return text::Mirror::created_count;
        case Outcome::changed:
            return text::Mirror::changed_count;
        case Outcome::unchanged:
            return text::Mirror::unchanged_count;
        case Outcome::skipped:
            return text::Mirror::skipped_count;
        case Outcome::failed:
            return text::Mirror::failed_count;
    }
    return text::Mirror::unchanged_count;
}

text::Mirror state_text(api::RunState state) {
    switch (state) {
        case api::RunState::queued:
            return text::Mirror::state_queued;
        case api::RunState::reading:
            return text::Mirror::state_reading;
        case api::RunState::writing:
            return text::Mirror::state_writing;
        case api::RunState::succeeded:
            return text::Mirror::state_succeeded;
        case api::RunState::cancelled:
            return text::Mirror::state_cancelled;
        case api::RunState::failed:
            return text::Mirror::state_failed;
    }
    return text::Mirror::state_queued;
}

}  // namespace busy24::pages
