// The last phase of a run: writes to 24SevenOffice what the outbox holds, nothing twice.
#pragma once

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// After so many tries of one record whose outcome stayed unknown, a person must look.
inline constexpr std::int64_t send_attempts_max = 8;

// A try is counted before the call, and what came of it is one transaction with the link, so that a
// cut at any moment leaves either a row that says "perhaps" or the whole result. A "perhaps" is
// looked up before it is tried again. One bad record does not stop the others.
// What is still unknown in the end is looked for by a later run. Errors: those of the ERP that
// concern all records; the database's; "put_down".
Result<> send_outbox(RunContext& context);

}  // namespace busy24::sync
