// The state of the connection, and its runs: what an administrator of the workspace sees.
#pragma once

#include "proxy/onboarding/onboarding.hpp"
#include "shared/api/audit.hpp"

namespace busy24::onboarding {

// Thread-safe. Every question is about the caller's own workspace; what belongs to another one is
// answered like what is not there.
class Settings {
public:
    explicit Settings(Parts parts) : parts_(parts) {}

    Result<api::Connection> connection(const http::Caller& caller);
    Result<api::Run> run(const http::Caller& caller, const api::GetRun& call);
    Result<api::Run> cancel(const http::Caller& caller, const api::CancelRun& call);
    Result<api::Run> resume(const http::Caller& caller, const api::ResumeRun& call);
    Result<api::GetRunRecords::Reply> records(const http::Caller& caller,
                                              const api::GetRunRecords& call);

private:
    Result<> note_run(const http::Caller& caller, api::AuditAction action, const api::Run& run);
    Parts parts_;
};

}  // namespace busy24::onboarding
