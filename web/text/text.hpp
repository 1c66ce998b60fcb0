// Texts in the person's language: rows with places for values, numbers, dates and times.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/filled_text.hpp"
#include "web/text/account_ids.hpp"
#include "web/text/audit_ids.hpp"
#include "web/text/connection_ids.hpp"
#include "web/text/help_ids.hpp"
#include "web/text/ids.hpp"
#include "web/text/language.hpp"
#include "web/text/list_ids.hpp"
#include "web/text/mirror_ids.hpp"
#include "web/text/people_ids.hpp"
#include "web/text/setup_ids.hpp"
#include "web/text/steering_ids.hpp"

namespace busy24::text {

template <class Id>
struct Row {
    Id id;
    std::string_view text;
};

// Whether the rows are all the ids, in their order; each language asserts it for each subject, so
// that a text which is missing in one of them does not compile.
template <class Id, std::size_t size>
constexpr bool is_complete(const std::array<Row<Id>, size>& rows) {
    if (size != static_cast<std::size_t>(Id::count_)) return false;
    for (std::size_t i = 0; i < size; ++i)
        if (rows[i].id != static_cast<Id>(i) || rows[i].text.empty()) return false;
    return true;
}

// The rows as one text, each ending in NUL, and where every sixteenth begins: a table of places for
// all of them would be as large as the texts, and every visitor downloads it.
template <const auto& rows>
struct Joined {
    static constexpr std::size_t stride = 16;
    static constexpr std::size_t size = [] {
        std::size_t sum = 0;
        for (const auto& row : rows) sum += row.text.size() + 1;
        return sum;
    }();
    static constexpr auto text = [] {
        std::array<char, size> out{};
        std::size_t at = 0;
        for (const auto& row : rows) {
            for (const char c : row.text) out[at++] = c;
            out[at++] = '\0';
        }
        return out;
    }();
    static constexpr auto starts = [] {
        std::array<std::uint16_t, rows.size() / stride + 1> out{};
        std::size_t at = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i % stride == 0) out[i / stride] = static_cast<std::uint16_t>(at);
            at += rows[i].text.size() + 1;
        }
        return out;
    }();
    static_assert(size < 65'536);
};

// The line that begins `skipped` lines after `start`.
std::string_view line_after(const char* start, std::size_t skipped);

template <const auto& rows, class Id>
std::string_view text_of(Id id) {
    using Lines = Joined<rows>;
    const auto index = static_cast<std::size_t>(id);
    return line_after(Lines::text.data() + Lines::starts[index / Lines::stride],
                      index % Lines::stride);
}

// The raw rows. One function for each language and subject.
std::string_view nb(Shell id);
std::string_view nb(Problem id);
std::string_view nb(Entry id);
std::string_view nb(Plan id);
std::string_view nb(Mirror id);
std::string_view nb(Settings id);
std::string_view nb(Lists id);
std::string_view nb(Steering id);
std::string_view nb(People id);
std::string_view nb(Audit id);
std::string_view nb(Connection id);
std::string_view nb(Account id);
std::string_view nb(Setup id);
std::string_view nb(Help id);
std::string_view nn(Shell id);
std::string_view nn(Problem id);
std::string_view nn(Entry id);
std::string_view nn(Plan id);
std::string_view nn(Mirror id);
std::string_view nn(Settings id);
std::string_view nn(Lists id);
std::string_view nn(Steering id);
std::string_view nn(People id);
std::string_view nn(Audit id);
std::string_view nn(Connection id);
std::string_view nn(Account id);
std::string_view nn(Setup id);
std::string_view nn(Help id);
std::string_view en(Shell id);
std::string_view en(Problem id);
std::string_view en(Entry id);
std::string_view en(Plan id);
std::string_view en(Mirror id);
std::string_view en(Settings id);
std::string_view en(Lists id);
std::string_view en(Steering id);
std::string_view en(People id);
std::string_view en(Audit id);
std::string_view en(Connection id);
std::string_view en(Account id);
std::string_view en(Setup id);
std::string_view en(Help id);

template <class Id>
std::string_view raw(Language language, Id id) {
    switch (language) {
        case Language::nb:
            return nb(id);
        case Language::nn:
            return nn(id);
        case Language::en:
            return en(id);
    }
    return nb(id);
}

using busy24::filled;

// The texts and formats of one language. Cheap to make and to copy.
class Texts {
public:
    explicit Texts(Language language) : language_(language) {}
    Language language() const { return language_; }

    template <class Id>
    std::string operator()(Id id) const {
        return std::string(raw(language_, id));
    }
    template <class Id>
    std::string operator()(Id id, const std::vector<std::string>& values) const {
        return filled(raw(language_, id), values);
    }
    // The same for one count.
    template <class Id>
    std::string counted(Id id, std::int64_t count) const {
        return filled(raw(language_, id), {number(count)});
    }

    // `10 000` with a no-break space; in English `10,000`.
    std::string number(std::int64_t number) const;
    // All instants are milliseconds UTC and are shown in Norwegian civil time.
    std::string date(std::int64_t at_ms) const;           // `5.6.2026`, `5 June 2026`
    std::string time(std::int64_t at_ms) const;           // `13:00`
    std::string date_and_time(std::int64_t at_ms) const;  // `5.6.2026 kl. 13:00`
    // How long ago it was, in words; an instant that has not come yet is a moment ago.
    std::string ago(std::int64_t at_ms, std::int64_t now_ms) const;

private:
    Language language_;
};

}  // namespace busy24::text
