// The first phase of a run: reads the lists of 24SevenOffice into the record table.
#pragma once

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// Goes on with the first list that has not come to its end. A list that breaks off marks nothing:
// it is read again from its beginning. Memory does not depend on the lists' lengths.
// Errors: those of the ERP's session and calls, of the database, and "put_down".
Result<> read_lists(RunContext& context);

}  // namespace busy24::sync
