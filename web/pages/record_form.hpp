// The form of a project, and the choice between two versions of it.
#pragma once

#include <vector>

#include "web/pages/record.hpp"

namespace busy24::pages::record {

void draw_form(ui::Ui& ui, const text::Texts& t, const Model& model, const Edit& edit,
               const app::Visitor& visitor, std::vector<Event>& events);

// «Prosjekt», «Kunde», «Arbeidstype».
text::Lists kind_name(Entity entity);

}  // namespace busy24::pages::record
