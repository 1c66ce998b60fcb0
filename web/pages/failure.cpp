// The words for each reason and each code of a failure.
#include "web/pages/failure.hpp"

#include <array>

#include "shared/time.hpp"
#include "web/app/answer.hpp"

namespace busy24::pages {

namespace {

using text::Problem;

struct ReasonText {
    std::string_view reason;
    Problem what;
    Problem advice;  // count_ for none
};

constexpr std::array reason_texts{
    ReasonText{"wrong_login", Problem::wrong_login, Problem::count_},
    ReasonText{"wrong_login_here", Problem::wrong_login_here, Problem::count_},
    ReasonText{"login_throttle", Problem::login_throttle, Problem::login_throttle_advice},
    ReasonText{"quarantine", Problem::quarantine, Problem::quarantine_advice},
    ReasonText{"too_many_requests", Problem::too_many_requests, Problem::too_many_requests_advice},
    ReasonText{"too_many_attempts", Problem::too_many_attempts, Problem::too_many_attempts_advice},
    ReasonText{"too_many_letters", Problem::too_many_letters, Problem::too_many_letters_advice},
    ReasonText{"erp_down", Problem::erp_down, Problem::erp_down_advice},
    ReasonText{app::network_reason, Problem::network, Problem::network_advice},
    ReasonText{"no_tenants", Problem::no_tenants, Problem::no_tenants_advice},
    ReasonText{"tenant_not_reached", Problem::tenant_not_reached,
               Problem::tenant_not_reached_advice},
    ReasonText{"workspace_exists", Problem::workspace_exists, Problem::workspace_exists_advice},
    ReasonText{"undecided_matches", Problem::undecided_matches, Problem::undecided_matches_advice},
    ReasonText{"preview_not_ready", Problem::preview_not_ready, Problem::preview_not_ready_advice},
    ReasonText{"last_administrator", Problem::last_administrator,
               Problem::last_administrator_advice},
    ReasonText{"no_invitation", Problem::no_invitation, Problem::count_},
    ReasonText{"invitation_over", Problem::invitation_over, Problem::count_},
    ReasonText{"name_missing", Problem::name_missing, Problem::count_},
    ReasonText{"password_too_short", Problem::password_too_short, Problem::count_},
    ReasonText{"password_too_long", Problem::password_too_long, Problem::count_},
    ReasonText{"wrong_password", Problem::wrong_password, Problem::count_},
    ReasonText{"no_login", Problem::no_login, Problem::count_},
    // Of a run, and no affair of the viewer's own session; a call that answers so leads to page 1.
    ReasonText{"login_expired", Problem::no_mirror_login, Problem::no_mirror_login_advice},
    ReasonText{"wrong_confirmation", Problem::wrong_confirmation, Problem::count_},
    ReasonText{"disconnected", Problem::disconnected, Problem::count_},
    ReasonText{"no_mail", Problem::no_mail, Problem::no_mail_advice},
    ReasonText{"reset_over", Problem::no_invitation, Problem::count_},
    ReasonText{"list_shrank", Problem::list_shrank, Problem::list_shrank_advice},
    ReasonText{"plan_changed", Problem::plan_changed, Problem::plan_changed_advice},
    ReasonText{"setup_under_way", Problem::setup_under_way, Problem::setup_under_way_advice},
    ReasonText{"contact_taken", Problem::contact_taken, Problem::contact_taken_advice},
    ReasonText{"match_is_fixed", Problem::match_is_fixed, Problem::match_is_fixed_advice},
    ReasonText{"not_active", Problem::not_active, Problem::not_active_advice},
};

ReasonText text_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::internal:
            return {{}, Problem::internal, Problem::internal_advice};
        case ErrorCode::invalid:
            return {{}, Problem::invalid, Problem::invalid_advice};
        case ErrorCode::unauthenticated:
            return {{}, Problem::unauthenticated, Problem::unauthenticated_advice};
        case ErrorCode::forbidden:
            return {{}, Problem::forbidden, Problem::forbidden_advice};
        case ErrorCode::not_found:
            return {{}, Problem::not_found, Problem::not_found_advice};
        case ErrorCode::conflict:
            return {{}, Problem::conflict, Problem::conflict_advice};
        case ErrorCode::throttled:
            return {{}, Problem::too_many_requests, Problem::too_many_requests_advice};
        case ErrorCode::unavailable:
            return {{}, Problem::unavailable, Problem::unavailable_advice};
        case ErrorCode::ambiguous:
            return {{}, Problem::ambiguous, Problem::ambiguous_advice};
    }
    return {{}, Problem::internal, Problem::internal_advice};
}

ReasonText text_of(const api::Failure& failure) {
    for (const auto& row : reason_texts)
        if (row.reason == failure.reason) return row;
    return text_of(failure.code);
}

std::string when_text(const text::Texts& t, const api::Failure& failure, std::int64_t now_ms) {
    if (!failure.retry_at_ms) return t(Problem::try_again_later);
    if (*failure.retry_at_ms < now_ms + minute_ms) return t(Problem::try_again_soon);
    // Up to the whole minute, or the clock on the wall would say yes a little too early.
    return t(Problem::try_again_at, {t.time(*failure.retry_at_ms + minute_ms - 1)});
}

}  // namespace

FailureText explain(const text::Texts& t, const api::Failure& failure, std::int64_t now_ms) {
    const auto row = text_of(failure);
    FailureText out{t(row.what), {}};
    if (row.advice == Problem::count_) return out;
    out.advice = t(row.advice);
    const bool tells_when = failure.code == ErrorCode::throttled || failure.retry_at_ms ||
                            row.what == Problem::erp_down;
    if (tells_when)
        out.advice += ' ' + when_text(t, failure, now_ms) + ' ' + t(Problem::entered_is_kept);
    return out;
}

std::vector<KnownError> known_errors(const text::Texts& t) {
    std::vector<KnownError> out;
    const auto add = [&](std::string_view code, const ReasonText& row) {
        out.push_back(
            {std::string(code),
             {t(row.what), row.advice == Problem::count_ ? std::string() : t(row.advice)}});
    };
    for (const auto& row : reason_texts) add(row.reason, row);
    for (const auto& row : words(ErrorCode{})) add(row.text, text_of(row.value));
    return out;
}

}  // namespace busy24::pages
