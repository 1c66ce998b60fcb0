// Changes the link table, and what hangs on it, in one transaction.
#include "proxy/sync/links.hpp"

#include "proxy/security/digest.hpp"
#include "proxy/store/candidates.hpp"
#include "proxy/store/journal.hpp"
#include "proxy/store/left_alone.hpp"
#include "proxy/store/outbox.hpp"
#include "proxy/store/records.hpp"
#include "proxy/sync/entity_type.hpp"
#include "proxy/workspace/changes.hpp"

namespace busy24::sync {

namespace {

Error refused(std::string_view reason) {
    return {ErrorCode::invalid, "the link stays as it is", {}, std::string(reason)};
}

class LinkChanger {
public:
    LinkChanger(const workspace::Place& place, const ConnectionId& connection, Entity entity,
                std::string busy_id)
        : place_(place), connection_(connection), entity_(entity), busy_id_(std::move(busy_id)) {}

    Result<> leave_alone() {
        const auto link = TRY(records_.link_to(connection_, entity_, busy_id_));
        TRY(drop_what_waits(Doubt::stays));
        TRY(left_alone_.save({.connection_id = connection_,
                              .entity = entity_,
                              .busy_id = busy_id_,
                              .erp_id = link ? link->erp_id : std::string(),
                              .since = place_.now}));
        return note("left_alone", "", "");
    }

    Result<> take_up() {
        TRY(left_alone_.remove(entity_, busy_id_));
        TRY(workspace::note_change(place_, entity_, busy_id_));
        return note("taken_up", "", "");
    }

    // Neither of the two is made anew on the other side: that is what nobody expects of a link that
    // they have just broken.
    Result<> unlink() {
        const auto link = TRY(records_.link_to(connection_, entity_, busy_id_));
        if (!link) return refused("not_linked");
        TRY(leave_alone());
        TRY(records_.remove_link(connection_, entity_, busy_id_));
        return note("unlinked", link->erp_id, "");
    }

    // 24SevenOffice's content wins, as it does at a first match; ours is kept in the history.
    Result<> link(const std::string& number) {
        const auto& type = entity_type(entity_);
        const auto waiting = TRY(store::Outbox(place_.database, connection_).of(entity_, busy_id_));
        if (waiting && waiting->may_still_come(place_.now)) return refused("being_sent");
        const auto erp = TRY(records_.find(connection_, entity_, store::Side::erp, number));
        if (!erp) return refused("no_such_number");
        const auto taken = TRY(records_.link_from(connection_, entity_, number));
        if (taken && taken->busy_id != busy_id_) return refused("number_taken");
        const auto busy = TRY(type.read_busy(place_, busy_id_));
        std::int64_t erp_number = 0;
        TRY(store::from_value(store::Value(erp->id), erp_number));
        const auto written = type.write_busy(place_, {busy_id_, erp_number, erp->body});
        if (!written.ok() && written.error().code == ErrorCode::conflict)
            return refused("number_taken");
        TRY(written);
        TRY(drop_what_waits(Doubt::is_settled));
        TRY(left_alone_.remove(entity_, busy_id_));
        TRY(left_alone_.remove_erp(entity_, number));
        TRY(records_.remove_link(connection_, entity_, busy_id_));
        TRY(records_.save(store::Link{.connection_id = connection_,
                                      .entity = entity_,
                                      .erp_id = erp->id,
                                      .busy_id = busy_id_,
                                      .base_hash = erp->hash,
                                      .base_body = erp->body,
                                      .linked_at = place_.now}));
        return note("linked_by_hand", busy ? busy->body : std::string(), erp->body);
    }

private:
    enum class Doubt { stays, is_settled };
    // What was on its way is about a link that is no more. But a new record that may have been made
    // there is looked for all the same, or it would come back as a stranger.
    Result<> drop_what_waits(Doubt doubt) {
        store::Outbox outbox(place_.database, connection_);
        const auto waiting = TRY(outbox.of(entity_, busy_id_));
        const bool is_kept = waiting && doubt == Doubt::stays && waiting->may_be_there();
        if (waiting && !is_kept) TRY(outbox.remove(waiting->id));
        TRY(store::BusyChanges(place_.database).forget(place_.workspace, entity_, busy_id_));
        return journal_.close(entity_, busy_id_);
    }

    Result<> note(std::string rule, std::string before, std::string after) {
        return journal_.note({.id = make_id(place_.random, place_.now),
                              .connection_id = connection_,
                              .entity = entity_,
                              .busy_id = busy_id_,
                              .erp_id = {},
                              .run_id = {},
                              .noted_at = place_.now,
                              .rule = std::move(rule),
                              .member = {},
                              .before_value = std::move(before),
                              .after_value = std::move(after)});
    }

    const workspace::Place& place_;
    const ConnectionId& connection_;
    Entity entity_;
    std::string busy_id_;
    store::Records records_{place_.database};
    store::LeftAlones left_alone_{place_.database, connection_};
    store::Journal journal_{place_.database, connection_};
};

}  // namespace

Result<> change_link(const workspace::Place& place, const store::Connection& connection,
                     const api::ChangeLink& call) {
    auto transaction = TRY(store::Transaction::begin(place.database));
    if (!TRY(entity_type(call.entity).read_busy(place, call.id)))
        return Error{ErrorCode::not_found, "no such record"};
    LinkChanger changer(place, connection.id, call.entity, call.id);
    switch (call.change) {
        case api::LinkChange::leave_alone:
            TRY(changer.leave_alone());
            break;
        case api::LinkChange::take_up:
            TRY(changer.take_up());
            break;
        case api::LinkChange::unlink:
            TRY(changer.unlink());
            break;
        case api::LinkChange::link:
            TRY(changer.link(call.number));
            break;
    }
    return transaction.commit();
}

}  // namespace busy24::sync
