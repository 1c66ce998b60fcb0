// Who opens a session, who waits for it, and what is remembered of a failure.
#include "proxy/erp/session_keeper.hpp"

#include <algorithm>
#include <condition_variable>

#include "proxy/erp/faults.hpp"

namespace busy24::erp {

namespace {

// Beyond this, logins that nobody uses are dropped.
constexpr std::size_t slots_max = 1024;
// Opening is five calls at the most, each with its own time-out and tries.
constexpr std::int64_t opening_max_ms = 10 * minute_ms;
// The same password that was refused: 15 minutes, doubling up to 4 hours. A job that tries must not
// lock a person's account (quirk 1).
constexpr std::int64_t refused_first_ms = 15 * minute_ms;
constexpr int refused_doublings_max = 4;
// After a failure of the ERP: up to 1 s, doubling up to a minute, with full jitter.
constexpr std::int64_t failed_first_ms = 1'000;
constexpr int failed_doublings_max = 6;

// Whoever works with a login that has been taken from the program begins anew with the next one.
Error login_dropped() {
    return {.code = ErrorCode::unavailable,
            .detail = "the login was dropped meanwhile",
            .reason = "login_dropped"};
}

}  // namespace

// One login on one tenant. Shared by the callers that wait on it, and by the map.
struct SessionKeeper::Slot {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_opening = false;
    std::uint64_t openings = 0;  // ended so far, well or not

    std::uint64_t forgettings = 0;
    std::uint64_t generation = 0;
    Secret session_id;  // empty: none
    Identity identity;
    Fingerprint fingerprint{};  // of the password that opened it

    std::optional<Error> failure;  // of the last opening
    Fingerprint failed_fingerprint{};
    Instant failure_counts_until{};
    int failures_in_a_row = 0;
};

SessionKeeper::SessionKeeper(Exchange& exchange, Clock& clock, Random& random, SessionStore& store,
                             const std::string& application_id)
    : clock_(clock), random_(random), opener_(exchange, clock, random, store, application_id) {}

SessionKeeper::~SessionKeeper() = default;

Result<SignedIn> SessionKeeper::sign_in(const Credential& credential, Patience patience) {
    auto signed_in = opener_.sign_in(credential, patience);
    if (!signed_in.ok()) return signed_in;
    // The password is good after all, so what a job remembers of its refusal is out of date.
    for (const auto& slot : slots_of(canonical(credential.username))) {
        const std::lock_guard lock(slot->mutex);
        slot->failure.reset();
        slot->failures_in_a_row = 0;
    }
    return signed_in;
}

Result<SessionKeeper::Held> SessionKeeper::hold(const Credential& credential, TenantId tenant,
                                                Patience patience, std::uint64_t lost_generation,
                                                std::optional<std::uint64_t> forgettings) {
    const auto slot_pointer = slot_of(canonical(credential.username), tenant);
    Slot& slot = *slot_pointer;
    const auto fingerprint = opener_.fingerprint_of(credential.password);
    std::unique_lock lock(slot.mutex);
    while (true) {
        if (forgettings && *forgettings != slot.forgettings) return login_dropped();
        const bool is_same_login = slot.fingerprint == fingerprint;
        if (is_same_login && !slot.session_id.empty() && slot.generation > lost_generation)
            return Held{slot.session_id.clone(), slot.identity, slot.generation, slot.forgettings};
        if (!slot.is_opening) break;
        const auto openings = slot.openings;
        if (!clock_.wait(lock, slot.changed, opening_max_ms,
                         [&] { return slot.openings != openings; }))
            return Error{.code = ErrorCode::unavailable,
                         .detail = "somebody else's login takes too long",
                         .reason = "erp_down"};
        // A thousand callers that waited share one failure as they would share one session.
        if (slot.failure && slot.failed_fingerprint == fingerprint) return *slot.failure;
    }
    if (auto failure = remembered_failure(slot, fingerprint)) return *failure;

    const Opening opening{
        credential,
        fingerprint,
        tenant,
        patience,
        slot.identity.id,
        slot.generation == 0 ? Opening::Stored::may_be_used : Opening::Stored::is_lost};
    slot.is_opening = true;
    const auto forgettings_before = slot.forgettings;
    lock.unlock();
    auto opened = opener_.open(opening);
    lock.lock();
    slot.is_opening = false;
    ++slot.openings;
    slot.changed.notify_all();
    if (!opened.ok()) {
        Error error = std::move(opened).error();
        // Lost again before its first use: the ERP is not well, which says nothing of the password.
        if (is_session_lost(error)) error.code = ErrorCode::unavailable;
        remember(slot, error, fingerprint);
        return error;
    }
    if (slot.forgettings != forgettings_before) {
        opener_.forget(canonical(credential.username), opened.value().identity.id.text);
        return login_dropped();
    }
    slot.fingerprint = fingerprint;
    slot.failure.reset();
    slot.failures_in_a_row = 0;
    slot.session_id = std::move(opened.value().id);
    slot.identity = std::move(opened.value().identity);
    ++slot.generation;
    return Held{slot.session_id.clone(), slot.identity, slot.generation, slot.forgettings};
}

std::optional<Error> SessionKeeper::remembered_failure(const Slot& slot,
                                                       const Fingerprint& fingerprint) {
    if (!slot.failure || slot.failed_fingerprint != fingerprint) return std::nullopt;
    if (slot.failure_counts_until <= clock_.now()) return std::nullopt;
    Error failure = *slot.failure;
    if (!failure.retry_at_ms) failure.retry_at_ms = slot.failure_counts_until.ms;
    return failure;
}

void SessionKeeper::remember(Slot& slot, const Error& error, const Fingerprint& fingerprint) {
    slot.failure = error;
    slot.failed_fingerprint = fingerprint;
    // Somebody's wrong password must not end the session that a right one opened.
    if (slot.fingerprint == fingerprint) slot.session_id.wipe();
    const int failures = slot.failures_in_a_row++;
    if (error.code == ErrorCode::unauthenticated)
        slot.failure_counts_until =
            clock_.now() + (refused_first_ms << std::min(failures, refused_doublings_max));
    else if (error.code == ErrorCode::unavailable)
        slot.failure_counts_until =
            clock_.now() +
            static_cast<std::int64_t>(random_up_to(
                random_, static_cast<std::uint64_t>(failed_first_ms
                                                    << std::min(failures, failed_doublings_max))));
    else if (error.reason == "login_throttle" && error.retry_at_ms)
        slot.failure_counts_until = {*error.retry_at_ms};
    else  // The throttle knows its own end, and a right may be given at any moment.
        slot.failure_counts_until = {};
}

void SessionKeeper::forget(const std::string& username) {
    opener_.forget(username);
    for (const auto& slot : slots_of(canonical(username))) {
        const std::lock_guard lock(slot->mutex);
        slot->session_id.wipe();
        slot->failure.reset();
    }
}

void SessionKeeper::forget(const std::string& username, TenantId tenant) {
    const auto slot = slot_of(canonical(username), tenant);
    std::string identity_id;
    {
        const std::lock_guard lock(slot->mutex);
        ++slot->forgettings;
        slot->session_id.wipe();
        slot->failure.reset();
        identity_id = slot->identity.id.text;
    }
    if (!identity_id.empty()) opener_.forget(canonical(username), identity_id);
}

std::shared_ptr<SessionKeeper::Slot> SessionKeeper::slot_of(const std::string& username,
                                                            TenantId tenant) {
    const std::lock_guard lock(mutex_);
    if (slots_.size() >= slots_max)
        std::erase_if(slots_, [](const auto& entry) { return entry.second.use_count() == 1; });
    auto& slot = slots_[{username, tenant.value}];
    if (!slot) slot = std::make_shared<Slot>();
    return slot;
}

std::vector<std::shared_ptr<SessionKeeper::Slot>> SessionKeeper::slots_of(
    const std::string& username) {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<Slot>> found;
    for (auto at = slots_.lower_bound({username, INT64_MIN});
         at != slots_.end() && at->first.first == username; ++at)
        found.push_back(at->second);
    return found;
}

}  // namespace busy24::erp
