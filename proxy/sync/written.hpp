// What is stored when 24SevenOffice holds what was to be sent, or never will.
#pragma once

#include "proxy/sync/run_context.hpp"

namespace busy24::sync {

// Both inside a batch.

// `record` is what the row came to: the link, the history and the counts say so, and the row goes.
// `earlier`: of a change, whether an earlier try may have been carried out.
Result<> note_written(RunContext& context, const EntityType& type, const store::Outgoing& outgoing,
                      const Record& record, Earlier earlier = Earlier::no);

// `number` is the record's in 24SevenOffice.
Result<> count_sent(RunContext& context, const store::Outgoing& outgoing, Outcome outcome,
                    const std::string& reason, const std::string& number);

}  // namespace busy24::sync
