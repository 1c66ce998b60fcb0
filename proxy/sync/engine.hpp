// Takes one run through its phases, and decides what a failure means for it.
#pragma once

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// After this many failures in a row, about three hours, a person must say that it shall go on.
inline constexpr std::int64_t attempts_max = 40;

// A plan is made from a reading at most this old.
inline constexpr std::int64_t reading_age_ms_max = 15 * minute_ms;

// Works on the run until it is done, prepared, waits, or is put down. The lease is given back.
// Returns the error that stopped it, for the log.
Result<> work_on(RunContext& context);

// Whether trying the same again later may help.
bool is_passing(ErrorCode code);

// A guard has stopped it before anything was written, and a person is to say what shall be.
bool is_held(const store::Run& run);

// It goes on as if nothing had gone wrong.
void clear_failure(store::Run& run);

// Sends the run back to its beginning: what was read is too old, or was read for other switches.
void read_again(store::Run& run, const std::string& switches, std::string generation);

}  // namespace busy24::sync
