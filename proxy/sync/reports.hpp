// What a run and a plan look like to a person: views of the stored rows.
#pragma once

#include "proxy/sync/run_context.hpp"
#include "shared/api/connection.hpp"

namespace busy24::sync {

// At most so many questions are shown at a time; more come when these are answered.
inline constexpr int questions_max = 200;

Result<api::Run> run_report(store::Database& database, const store::Run& run);

// Of a run that was prepared and is not started.
Result<api::Preview> preview_report(const workspace::Place& place, const store::Run& run);

// What the record is called here; empty for one that is gone.
Result<std::string> label_of(const workspace::Place& place, Entity entity, const std::string& id);

// A member's text for people: a customer by its name, where the workspace knows it.
Result<std::string> readable(const workspace::Place& place, const std::string& member,
                             const std::string& text);

// Likewise, of a value that is JSON.
Result<std::string> readable_json(const workspace::Place& place, const std::string& member,
                                  const std::string& json);

// Two records that may be one, side by side; nullopt when one of them is no longer there.
Result<std::optional<api::MatchQuestion>> question_report(const workspace::Place& place,
                                                          const store::CandidateRow& row);

api::RunState state_of(const store::Run& run);
std::optional<api::Failure> failure_of(const store::Run& run);

}  // namespace busy24::sync
