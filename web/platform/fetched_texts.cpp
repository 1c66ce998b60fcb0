// The rows of the languages that are files, in the place of web/text/nn*.cpp and en*.cpp.
#include "web/platform/fetched_texts.hpp"

#include "web/text/fetched.hpp"

namespace busy24 {

namespace {

text::FetchedRows& rows_of(text::Language language) {
    static text::FetchedRows nynorsk;
    static text::FetchedRows english;
    return language == text::Language::nn ? nynorsk : english;
}

template <class Id>
std::string_view fetched(text::Language language, Id id) {
    const auto& rows = rows_of(language);
    return rows.is_loaded() ? rows(id) : text::nb(id);
}

}  // namespace

namespace platform {

bool has_texts(text::Language language) {
    return language == text::Language::nb || rows_of(language).is_loaded();
}

void load_texts(text::Language language, std::string file) {
    rows_of(language).load(std::move(file));
}

}  // namespace platform

namespace text {

std::string_view nn(Shell id) { return fetched(Language::nn, id); }
std::string_view nn(Problem id) { return fetched(Language::nn, id); }
std::string_view nn(Entry id) { return fetched(Language::nn, id); }
std::string_view nn(Plan id) { return fetched(Language::nn, id); }
std::string_view nn(Mirror id) { return fetched(Language::nn, id); }
std::string_view nn(Settings id) { return fetched(Language::nn, id); }
std::string_view nn(Lists id) { return fetched(Language::nn, id); }
std::string_view nn(Steering id) { return fetched(Language::nn, id); }
std::string_view nn(People id) { return fetched(Language::nn, id); }
std::string_view nn(Audit id) { return fetched(Language::nn, id); }
std::string_view nn(Connection id) { return fetched(Language::nn, id); }
std::string_view nn(Account id) { return fetched(Language::nn, id); }
std::string_view nn(Setup id) { return fetched(Language::nn, id); }
std::string_view nn(Help id) { return fetched(Language::nn, id); }
std::string_view en(Shell id) { return fetched(Language::en, id); }
std::string_view en(Problem id) { return fetched(Language::en, id); }
std::string_view en(Entry id) { return fetched(Language::en, id); }
std::string_view en(Plan id) { return fetched(Language::en, id); }
std::string_view en(Mirror id) { return fetched(Language::en, id); }
std::string_view en(Settings id) { return fetched(Language::en, id); }
std::string_view en(Lists id) { return fetched(Language::en, id); }
std::string_view en(Steering id) { return fetched(Language::en, id); }
std::string_view en(People id) { return fetched(Language::en, id); }
std::string_view en(Audit id) { return fetched(Language::en, id); }
std::string_view en(Connection id) { return fetched(Language::en, id); }
std::string_view en(Account id) { return fetched(Language::en, id); }
std::string_view en(Setup id) { return fetched(Language::en, id); }
std::string_view en(Help id) { return fetched(Language::en, id); }

}  // namespace text

}  // namespace busy24
