// Rows of the table `onboarding`.
#include "proxy/store/onboarding_drafts.hpp"

namespace busy24::store {

namespace {

struct DraftRow {
    static constexpr std::string_view table = "onboarding";
    std::string session_hash;
    std::string draft;
    Instant changed_at;
    static constexpr auto fields() {
        return std::tuple{field("session_hash", &DraftRow::session_hash),
                          field("draft", &DraftRow::draft),
                          field("changed_at", &DraftRow::changed_at)};
    }
};

}  // namespace

Result<std::optional<std::string>> OnboardingDrafts::load(const std::string& session_hash) {
    auto rows = TRY(select_all<DraftRow>(database_, {equals("session_hash", session_hash)}));
    if (rows.empty()) return std::optional<std::string>();
    return std::optional(std::move(rows.front().draft));
}

Result<> OnboardingDrafts::save(const std::string& session_hash, const std::string& draft,
                                Instant now) {
    return upsert(database_, DraftRow{session_hash, draft, now}, {"session_hash"});
}

Result<> OnboardingDrafts::remove(const std::string& session_hash) {
    return store::remove<DraftRow>(database_, {equals("session_hash", session_hash)});
}

}  // namespace busy24::store
