// «Send påminnelse» does what it can for each person, and says what it did.
#include <algorithm>

#include "tests/app/people_harness.hpp"

using namespace busy24;
using namespace busy24::tests;

namespace {

struct Reminding : PeopleHarness {
    // The first three who can be reminded.
    std::vector<std::string> three() {
        std::vector<std::string> ids;
        for (const auto& row : admin.call<api::GetReadiness>().reply.people)
            if (!row.is_user && !row.email.empty() && ids.size() < 3) ids.push_back(row.id);
        REQUIRE(ids.size() == 3);
        return ids;
    }
    std::vector<api::Invited> remind(const std::vector<std::string>& ids) {
        const auto reminded = admin.call<api::RemindPeople>({{"ids", ids}});
        REQUIRE(reminded.ok());
        return reminded.reply.results;
    }
    void execute(const std::string& sql) {
        auto database = store::open_sqlite(folder.file("busy24.db"));
        REQUIRE(database.ok());
        REQUIRE(database.value()->query(sql).ok());
    }
    api::InvitationState state_behind(const std::string& link) {
        return admin.call<api::ReadInvitation>({{"token", link.substr(link.find('#') + 1)}})
            .reply.state;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Reminding, "one who cannot be reminded keeps nobody else's new link away") {
    const auto ids = three();
    const auto first = remind(ids);
    execute("CREATE TRIGGER refuses BEFORE UPDATE ON invitation WHEN old.email = '" +
            first[1].email + "' BEGIN SELECT RAISE(ABORT, 'no'); END");
    const auto second = remind(ids);
    REQUIRE(second.size() == 3);
    CHECK(std::count_if(second.begin(), second.end(), [](const api::Invited& result) {
              return result.outcome == api::InviteOutcome::invited;
          }) == 2);
    for (const auto& result : second) {
        if (result.email == first[1].email) {
            CHECK(result.outcome == api::InviteOutcome::failed);
            CHECK(result.link.empty());
        } else {
            CHECK(state_behind(result.link) == api::InvitationState::open);
        }
    }
    // Whose link is as it was.
    CHECK(state_behind(first[1].link) == api::InvitationState::open);
    CHECK(log_text.find("reminder_failed") != std::string::npos);
}

TEST_CASE_FIXTURE(Reminding, "the audit log tells of an invitation, and of a reminder") {
    const auto newest = [&] {
        return admin.call<api::ListAudit>({{"limit", 1}}).reply.lines.front();
    };
    const auto invited = remind({three().front()}).front();
    CHECK(newest().action == api::AuditAction::user_invited);
    remind({three().front()});
    CHECK(newest().action == api::AuditAction::reminder_sent);
    CHECK(newest().subject == invited.email);
}

TEST_CASE_FIXTURE(Reminding, "when the day's letters are used up, there are links to copy") {
    has_mail = true;
    restart();
    const auto ids = three();
    for (const auto& result : remind({ids[0]})) CHECK(result.is_mailed);
    execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
        "INSERT INTO letter SELECT id || '-' || i, workspace_id, subject_id || '-' || i, kind, "
        "language, receiver, '', 'sent', attempts, next_attempt_at, reason, detail, "
        "created_at, expires_at, created_at FROM letter, n");
    const auto results = remind(ids);
    REQUIRE(results.size() == 3);
    for (const auto& result : results) {
        CHECK(result.outcome == api::InviteOutcome::invited);
        CHECK_FALSE(result.is_mailed);
        CHECK(result.is_left_unmailed);
        CHECK(state_behind(result.link) == api::InvitationState::open);
    }
}
