// «Hvorfor ser det slik ut?»: what the mirror knows of one record, and what a person does to its
// link. A part of the record's page.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/app/answer.hpp"
#include "web/app/route.hpp"
#include "web/app/visitor.hpp"
#include "web/text/text.hpp"

namespace busy24::ui {
class Ui;
}

namespace busy24::pages::explanation {

struct Model {
    std::optional<api::ExplainRecord::Reply> reply;
    std::string number;  // to link to
    // Why the last change was refused: of the number, or of anything else.
    std::optional<text::Steering> number_problem;
    std::optional<api::Failure> failure;
    bool is_changing = false;
};

struct NumberTyped {
    std::string text;
};
struct LinkPressed {
    api::LinkChange change;
};
using Event = std::variant<NumberTyped, LinkPressed, app::Answer<api::ExplainRecord>,
                           app::Answer<api::ChangeLink>>;

// Only administrators see it.
app::Effects load(Model& model, const app::Visitor& visitor, const app::RecordAddress& record);
app::Effects update(Model& model, const app::RecordAddress& record, Event event);
std::vector<Event> view(ui::Ui& ui, const text::Texts& t, const Model& model,
                        const app::Visitor& visitor);

}  // namespace busy24::pages::explanation
