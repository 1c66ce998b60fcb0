// Draws a project's members and allowed work types, each with its age.
#include "web/pages/details.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::details {

namespace {

using api::MemberState;
using text::Lists;

Lists text_of(MemberState state) {
    switch (state) {
        case MemberState::unknown:
            break;
        case MemberState::not_invited:
            return Lists::member_not_invited;
        case MemberState::invited:
            return Lists::member_invited;
        case MemberState::declined:
            return Lists::member_declined;
        case MemberState::withdrawn:
            return Lists::member_withdrawn;
        case MemberState::expired:
            return Lists::member_expired;
        case MemberState::participating:
            return Lists::member_participating;
        case MemberState::initiator:
            return Lists::member_initiator;
        case MemberState::removed:
            return Lists::member_removed;
    }
    return Lists::member_unknown;
}

void draw_age(ui::Ui& ui, const text::Texts& t, const char* key, std::int64_t at_ms,
              const app::Visitor& visitor) {
    ui.paragraph(key, t(Lists::fetched_ago, {t.ago(at_ms, visitor.now_ms)}),
                 {.size = ui::TextSize::small, .tone = ui::Tone::muted});
}

void draw_members(ui::Ui& ui, const text::Texts& t, const api::GetProjectDetails::Reply& reply,
                  const app::Visitor& visitor) {
    auto card = ui.card("members", "members.title");
    auto stack = ui.stack("members.stack", 12);
    ui.heading("members.title", ui::Level::h2, t(Lists::members));
    if (reply.members_at_ms == 0)
        return ui.paragraph("members.not_yet", t(Lists::not_fetched), {.tone = ui::Tone::muted});
    if (reply.members.empty()) {
        ui.paragraph("members.none", t(Lists::no_members), {.tone = ui::Tone::muted});
    } else {
        const auto count = static_cast<int>(reply.members.size());
        auto table = ui.table("members.table", t(Lists::members),
                              {.columns = {{.label = t(Lists::member_name), .weight = 3},
                                           {.label = t(Lists::member_role), .weight = 2},
                                           {.label = t(text::Mirror::status), .weight = 2}},
                               .row_count = count});
        for (int i = 0; i < count; ++i) {
            const auto& member = reply.members[static_cast<std::size_t>(i)];
            const auto tone = member.takes_part ? ui::Tone::neutral : ui::Tone::muted;
            auto row = ui.row("members." + member.contact_id, {.index = i});
            ui.cell(member.name, {.tone = tone});
            ui.cell(member.role.empty() ? t(Lists::no_value) : member.role, {.tone = tone});
            ui.cell(t(text_of(member.state)), {.tone = tone});
        }
    }
    draw_age(ui, t, "members.age", reply.members_at_ms, visitor);
}

void draw_work_types(ui::Ui& ui, const text::Texts& t, const api::GetProjectDetails::Reply& reply,
                     const app::Visitor& visitor) {
    auto card = ui.card("allowed", "allowed.title");
    auto stack = ui.stack("allowed.stack", 12);
    ui.heading("allowed.title", ui::Level::h2, t(Lists::allowed_work_types));
    if (reply.fetched_at_ms == 0) {
        if (reply.is_refreshing) return ui.spinner("allowed.fetching", t(Lists::fetching));
        return ui.paragraph("allowed.not_yet", t(Lists::not_fetched), {.tone = ui::Tone::muted});
    }
    if (reply.work_types.empty()) {
        ui.paragraph("allowed.all", t(Lists::all_work_types));
    } else {
        auto list = ui.list("allowed.list", t(Lists::allowed_work_types));
        for (const auto& type : reply.work_types) {
            auto item = ui.list_item("allowed." + type.number);
            ui.paragraph("allowed.name." + type.number,
                         type.is_active ? type.name : t(Lists::inactive_type, {type.name}),
                         {.tone = type.is_active ? ui::Tone::neutral : ui::Tone::muted});
        }
    }
    draw_age(ui, t, "allowed.age", reply.fetched_at_ms, visitor);
}

}  // namespace

void view(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
          Sight sight) {
    if (!model.reply) return;
    // That there is nobody would be wrong to tell somebody who may not see the others.
    if (sight == Sight::all || !model.reply->members.empty())
        draw_members(ui, t, *model.reply, visitor);
    draw_work_types(ui, t, *model.reply, visitor);
}

}  // namespace busy24::pages::details
