// A project as it is being edited: what stands in the fields, and what it began with.
#pragma once

#include <optional>
#include <string>

#include "shared/api/records.hpp"
#include "web/text/text.hpp"

namespace busy24::pages::record {

enum class Field { name, customer, starts_on, ends_on, description };

// The texts of the fields, days as they are typed.
struct Draft {
    std::string name;
    std::string customer;
    std::string customer_id;  // of the customer that was chosen
    std::string starts_on;
    std::string ends_on;
    std::string description;
    static constexpr auto fields() {
        return std::tuple{field("name", &Draft::name),
                          field("customer", &Draft::customer),
                          field("customerId", &Draft::customer_id),
                          field("startsOn", &Draft::starts_on),
                          field("endsOn", &Draft::ends_on),
                          field("description", &Draft::description)};
    }
    bool operator==(const Draft&) const = default;

    std::string& text_of(Field field);
    const std::string& text_of(Field field) const;
};

// Kept in the browser's tab until it is saved, so that neither a reload nor another page loses it.
struct Edit {
    std::string id;  // empty for a project that is new
    std::int64_t version = 0;
    Draft before;
    Draft now;
    static constexpr auto fields() {
        return std::tuple{field("id", &Edit::id), field("version", &Edit::version),
                          field("before", &Edit::before), field("now", &Edit::now)};
    }
    bool has_changes() const { return !(before == now); }
};

Draft draft_of(const api::RecordPage& page);

// Why a field cannot be saved like that; count_ when it can. Also when both days are right and in
// the wrong order.
text::Lists problem_of(const Edit& edit, Field field);

// Nullopt when a field has a problem.
std::optional<api::SaveProject> call_of(const Edit& edit);

// Somebody else has saved in between. What only one side has changed is that side's; false when
// both have changed the same value differently, and a person has to choose.
bool merge(Edit& edit, const api::RecordPage& theirs);

inline constexpr Field all_fields[] = {Field::name, Field::customer, Field::starts_on,
                                       Field::ends_on, Field::description};

}  // namespace busy24::pages::record
