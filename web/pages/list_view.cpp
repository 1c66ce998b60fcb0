// Draws a list: what is searched and chosen, and the rows in sight.
#include <algorithm>

#include "shared/norwegian.hpp"
#include "web/pages/day.hpp"
#include "web/pages/failure.hpp"
#include "web/pages/list.hpp"
#include "web/pages/run.hpp"
#include "web/ui/ui.hpp"

namespace busy24::pages::list {

namespace {

using api::Direction;
using api::RecordColumn;
using api::RecordFilter;
using text::Lists;
using text::Mirror;
using text::Plan;

// One column: its title, whether the server can sort by it, and what stands in it.
struct Part {
    std::string label;
    float weight;
    std::optional<RecordColumn> sort;
    std::string (*text)(const text::Texts&, const api::Record&);
};

std::string name(const text::Texts&, const api::Record& record) { return record.name; }
std::string number(const text::Texts&, const api::Record& record) { return record.number; }
std::string customer(const text::Texts&, const api::Record& record) { return record.customer_name; }
std::string start(const text::Texts& t, const api::Record& record) {
    return day_text(t, record.starts_on);
}
std::string organisation(const text::Texts&, const api::Record& record) {
    return organisation_number_text(record.organisation_number);
}
std::string billable(const text::Texts& t, const api::Record& record) {
    return t(record.is_billable ? Plan::yes : Plan::no);
}
std::string price(const text::Texts& t, const api::Record& record) {
    return price_text(t, record.price_ore);
}
std::string status(const text::Texts& t, const api::Record& record) {
    return t(record.is_active ? Mirror::active : Mirror::archived);
}

std::vector<Part> parts_of(const text::Texts& t, const app::ListAddress& address) {
    std::vector<Part> parts{{t(Mirror::name), 4, RecordColumn::name, name},
                            {t(Mirror::number), 1.1f, RecordColumn::number, number}};
    if (address.entity == Entity::project) {
        parts.push_back({t(Plan::value_customer), 3, {}, customer});
        parts.push_back({t(Plan::value_start), 1.2f, RecordColumn::starts_on, start});
    } else if (address.entity == Entity::customer) {
        parts.push_back({t(Plan::value_organisation_number), 2, {}, organisation});
    } else {
        parts.push_back({t(Plan::value_billable), 1.2f, {}, billable});
        parts.push_back({t(Plan::value_price), 1.2f, {}, price});
    }
    if (address.filter == RecordFilter::all) parts.push_back({t(Mirror::status), 1.1f, {}, status});
    return parts;
}

Direction turned(Direction direction) {
    return direction == Direction::ascending ? Direction::descending : Direction::ascending;
}

void draw_row(ui::Ui& ui, const text::Texts& t, const Model& model, const std::vector<Part>& parts,
              std::int64_t index) {
    const auto* record = model.record_at(index);
    const auto href =
        record ? app::path_of(app::RecordAddress{model.address.entity, record->id}) : std::string();
    auto row = ui.row("list.row." + std::to_string(index),
                      {.index = static_cast<int>(index), .href = href});
    for (const auto& part : parts) {
        if (!record) {
            ui.cell(part.sort == RecordColumn::name ? t(text::Shell::loading) : std::string(),
                    {.tone = ui::Tone::muted});
            continue;
        }
        const bool is_quiet = !record->is_active;
        ui.cell(part.text(t, *record), {.tone = is_quiet ? ui::Tone::muted : ui::Tone::neutral});
    }
}

// Ordinary HTML has no windows, so it gets one page at a time.
RowsShown rows_of_page(const Model& model) {
    const auto begin = std::min(model.address.offset, std::max<std::int64_t>(0, model.total - 1));
    return {begin, std::min(begin + window_size, model.total), begin};
}

void draw_paging(ui::Ui& ui, const text::Texts& t, const Model& model, const RowsShown& rows) {
    auto line = ui.flow("list.paging", 24);
    const auto link_to = [&](const char* key, Mirror label, std::int64_t offset, ui::Icon icon) {
        auto address = model.address;
        address.offset = std::max<std::int64_t>(0, offset);
        ui.link(key, t(label), app::path_of(address),
                {.place = ui::LinkOptions::Place::block, .icon = icon});
    };
    if (rows.begin > 0)
        link_to("list.previous", Mirror::previous, rows.begin - window_size, ui::Icon::arrow_left);
    if (rows.end < model.total) link_to("list.next", Mirror::next, rows.end, ui::Icon::arrow_right);
}

void draw_table(ui::Ui& ui, const text::Texts& t, const Model& model, std::vector<Event>& events) {
    const auto parts = parts_of(t, model.address);
    const bool is_plain = ui.surroundings().is_plain;
    std::vector<ui::Column> columns;
    for (const auto& part : parts) {
        ui::Column column{.label = part.label, .weight = part.weight};
        if (part.sort)
            column.sorted = *part.sort != model.address.sort ? ui::Sorted::none
                            : model.address.direction == Direction::ascending
                                ? ui::Sorted::ascending
                                : ui::Sorted::descending;
        columns.push_back(std::move(column));
    }
    const auto total = static_cast<int>(model.total);
    auto rows = rows_of_page(model);
    {
        auto table = ui.table(table_key, t(name_of(model.address.entity)),
                              {.columns = std::move(columns), .row_count = total});
        if (const auto pressed = ui.pressed_column()) {
            const auto sort = *parts[static_cast<std::size_t>(*pressed)].sort;
            const auto direction =
                sort == model.address.sort ? turned(model.address.direction) : Direction::ascending;
            events.push_back(SortChosen{sort, direction});
        }
        if (!is_plain) {
            const auto visible = ui.visible_rows(table_key, total);
            rows = {visible.begin, visible.end, visible.first};
        }
        for (auto i = rows.begin; i < rows.end; ++i) draw_row(ui, t, model, parts, i);
    }
    if (is_plain) draw_paging(ui, t, model, rows);
    if (rows.begin != model.begin || rows.end != model.end || rows.in_sight != model.in_sight)
        events.push_back(rows);
}

void draw_empty(ui::Ui& ui, const text::Texts& t, const Model& model) {
    if (!model.address.search.empty())
        return ui.empty_state("list.none", ui::Icon::search, t(Mirror::nothing_found),
                              t(Mirror::nothing_found_text, {model.address.search}));
    const bool is_archive = model.address.filter == RecordFilter::archived;
    const auto text = is_archive                                ? Lists::none_archived
                      : model.address.entity == Entity::project ? Lists::no_projects_text
                                                                : Lists::none_text;
    ui.empty_state("list.none", ui::Icon::inbox, t(is_archive ? Lists::archive_empty : Lists::none),
                   t(text));
}

// The titles of the table sort it on a wide screen; cards have none.
void draw_sort(ui::Ui& ui, const text::Texts& t, const Model& model, std::vector<Event>& events) {
    std::vector<ui::Option> options;
    const auto value_of_order = [](RecordColumn column, Direction direction) {
        return std::string(word_of(column)) + '.' + std::string(word_of(direction));
    };
    struct Order {
        RecordColumn column;
        Direction direction;
    };
    std::vector<Order> orders;
    for (const auto& part : parts_of(t, model.address)) {
        if (!part.sort) continue;
        for (const auto direction : {Direction::ascending, Direction::descending}) {
            orders.push_back({*part.sort, direction});
            options.push_back({value_of_order(*part.sort, direction),
                               t(direction == Direction::ascending ? Lists::rising : Lists::falling,
                                 {part.label})});
        }
    }
    const auto chosen = ui.select("list.sort", t(Lists::sort), options,
                                  value_of_order(model.address.sort, model.address.direction));
    for (const auto& order : orders)
        if (chosen == value_of_order(order.column, order.direction))
            events.push_back(SortChosen{order.column, order.direction});
}

void draw_choices(ui::Ui& ui, const text::Texts& t, const Model& model,
                  std::vector<Event>& events) {
    const bool is_project = model.address.entity == Entity::project;
    if (auto typed = ui.search_field(
            "list.search", t(is_project ? Lists::search_projects : Lists::search), model.search))
        events.push_back(Searched{std::move(*typed)});
    const auto chosen = ui.segments("list.filter", t(Lists::show),
                                    {{.value = "active", .label = t(Lists::filter_active)},
                                     {.value = "archived", .label = t(Lists::filter_archived)},
                                     {.value = "all", .label = t(Lists::filter_all)}},
                                    word_of(model.written.value_or(model.address).filter));
    if (chosen)
        if (const auto filter = value_of<RecordFilter>(*chosen))
            events.push_back(FilterChosen{*filter});
    if (ui.is_phone()) draw_sort(ui, t, model, events);
}

void draw_head(ui::Ui& ui, const text::Texts& t, const Model& model, const app::Visitor& visitor,
               std::vector<Event>& events) {
    auto head = ui.flow("list.head", 16);
    ui.heading("heading", ui::Level::h1, t(name_of(model.address.entity)));
    const bool may_create =
        model.address.entity == Entity::project && visitor.session.role == api::Role::administrator;
    if (!may_create) return;
    ui.push_to_end("list.push");
    if (ui.button("list.create", t(Lists::create_project), {.look = ui::ButtonLook::primary}))
        events.push_back(CreatePressed{});
}

}  // namespace

std::vector<Event> view(ui::Ui& ui, const Model& model, const app::Visitor& visitor) {
    const text::Texts t(visitor.language);
    std::vector<Event> events;
    draw_head(ui, t, model, visitor, events);
    if (model.address.entity != Entity::project)
        ui.paragraph("list.lead", t(Lists::created_there), {.tone = ui::Tone::muted});
    draw_choices(ui, t, model, events);
    if (draw_failure(ui, "list.failure", visitor, model.failure, t(text::Shell::retry)))
        events.push_back(ReloadPressed{});
    if (model.total < 0) {
        if (!model.failure) ui.spinner("list.loading", t(text::Shell::loading));
        return events;
    }
    ui.status("list.count", t.counted(count_of(model.address.entity), model.total));
    if (model.total > 0)
        draw_table(ui, t, model, events);
    else
        draw_empty(ui, t, model);
    return events;
}

}  // namespace busy24::pages::list
