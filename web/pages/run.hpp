// What the pages that show a run ask of it.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/api/runs.hpp"
#include "web/app/visitor.hpp"
#include "web/text/text.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages {

bool is_running(const api::Run& run);
// Cancelled and failed runs can go on from where they stopped.
bool can_resume(const api::Run& run);
std::int64_t count_of(const api::EntityProgress& progress, Outcome outcome);

text::Mirror name_of(Entity entity);   // «Prosjekter»
text::Mirror count_of(Entity entity);  // «3 prosjekter»
text::Mirror name_of(Outcome outcome);
text::Mirror count_of(Outcome outcome);
text::Mirror state_text(api::RunState state);

// One bar for each kind of record, with real numbers.
void draw_progress(ui::Ui& ui, const text::Texts& t, const api::Run& run);

// When it was, who started it, and its progress or its counts.
void draw_run(ui::Ui& ui, const text::Texts& t, const api::Run& run);

// The counts of a run, each a link to its records.
void draw_counts(ui::Ui& ui, const text::Texts& t, const api::Run& run);

}  // namespace busy24::pages
