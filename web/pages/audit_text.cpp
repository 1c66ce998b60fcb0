// Words for actions and values.
#include "web/pages/audit_text.hpp"

#include "shared/time.hpp"

namespace busy24::pages {

namespace {

using text::Audit;

// A name or a value of the log, and what it is called.
struct Known {
    std::string_view word;
    std::string (*text)(const text::Texts&);
};
template <auto id>
std::string say(const text::Texts& t) {
    return t(id);
}

constexpr Known names[] = {
    {"role", say<text::People::role>},
    {"is_active", say<Audit::name_is_active>},
    {"work_types", say<text::Mirror::work_types>},
    {"customers", say<text::Mirror::customers>},
    {"sso", say<text::Settings::sso_state>},
    {"api_user", say<Audit::name_api_user>},
    {"until", say<Audit::name_until>},
    {"reason", say<Audit::name_reason>},
    {"member", say<Audit::name_member>},
    {"number", say<Audit::name_number>},
    {"name", say<text::Mirror::name>},
    {"customer", say<text::Plan::value_customer>},
    {"starts_on", say<text::Plan::value_start>},
    {"ends_on", say<text::Plan::value_stop>},
    {"description", say<text::Plan::value_description>},
    {"added", say<text::Setup::added>},
    {"changed", say<text::Setup::changed>},
    {"removed", say<text::Setup::removed>},
    {"role.*", say<text::Setup::default_role>},
    {"role.", say<text::Setup::no_role>},
};
constexpr Known values[] = {
    {"administrator", say<text::People::role_administrator>},
    {"employee", say<text::People::role_employee>},
    {"manager", say<text::Setup::role_manager>},
    {"participant", say<text::Setup::role_participant>},
    {"none", say<text::Setup::role_none>},
    {"yes", say<text::Plan::yes>},
    {"no", say<text::Plan::no>},
    {"erp", say<text::Steering::policy_erp>},
    {"busy", say<text::Steering::policy_busy>},
    {"ask", say<text::Steering::policy_ask>},
    {"full", say<Audit::full>},
    {"changes", say<Audit::changes>},
    {"continued", say<Audit::continued>},
    {"goes_on", say<Audit::goes_on>},
    {"dropped", say<Audit::dropped>},
    {"ignored", say<Audit::ignored>},
    {"tried_again", say<Audit::tried_again>},
    {"same", say<Audit::same>},
    {"different", say<Audit::different>},
    {"skip", say<Audit::skip>},
    {"linked", say<Audit::linked>},
    {"link", say<Audit::linked>},
    {"not_linked", say<Audit::not_linked>},
    {"unlink", say<Audit::not_linked>},
    {"left_alone", say<Audit::left_alone>},
    {"leave_alone", say<Audit::left_alone>},
    {"take_up", say<Audit::taken_up>},
    {"own", say<Audit::own_api_user>},
    {"same_login", say<Audit::same_login>},
    {"later", say<Audit::later>},
};

template <std::size_t size>
std::string words_for(const text::Texts& t, const Known (&known)[size], std::string_view word) {
    for (const auto& row : known)
        if (row.word == word) return row.text(t);
    return {};
}

std::string value_text(const text::Texts& t, std::string_view value) {
    constexpr std::size_t day_length = 10;  // 2026-06-05
    if (const auto instant = parse_iso8601(value))
        return value.size() == day_length ? t.date(instant->ms) : t.date_and_time(instant->ms);
    auto words = words_for(t, values, value);
    return words.empty() ? std::string(value) : words;
}

// "projects" is a switch as well as a rule, and the rule's words need no name before them.
std::string named_text(const text::Texts& t, std::string_view name, std::string_view value) {
    auto label = words_for(t, names, name);
    // Of first-time setup's role table: "role." and what 24SevenOffice calls the role.
    if (label.empty() && name.substr(0, 5) == "role.") label = name.substr(5);
    if (name == "projects" && (value == "yes" || value == "no")) label = t(text::Mirror::projects);
    auto text = value.empty() ? t(text::Lists::no_value) : value_text(t, value);
    return label.empty() ? text : label + ": " + text;
}

}  // namespace

std::string values_text(const text::Texts& t, const std::string& side) {
    std::string text;
    std::string_view rest = side;
    while (!rest.empty()) {
        const auto end = rest.find("; ");
        const auto part = rest.substr(0, end);
        const auto mark = part.find('=');
        const bool is_named = mark != std::string_view::npos;
        if (!text.empty()) text += ", ";
        text += is_named ? named_text(t, part.substr(0, mark), part.substr(mark + 1))
                         : value_text(t, part);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
    }
    return text;
}

// A word that only one of the two lists has would shift every sentence behind it.
static_assert(static_cast<int>(Audit::count_) - static_cast<int>(Audit::did_user_invited) ==
              static_cast<int>(words(api::AuditAction{}).size()));

std::string sentence_of(const text::Texts& t, const api::AuditLine& line) {
    const auto did = static_cast<Audit>(static_cast<int>(Audit::did_user_invited) +
                                        static_cast<int>(line.action));
    const auto actor = line.actor.empty() ? t(Audit::by_itself) : line.actor;
    auto sentence = t(did, {actor, line.subject});
    // One without a subject ends in the blank before it.
    while (!sentence.empty() && sentence.back() == ' ') sentence.pop_back();
    const auto before = values_text(t, line.before_value);
    const auto after = values_text(t, line.after_value);
    if (after.empty()) return sentence;
    if (before.empty()) return t(Audit::to, {sentence, after});
    return t(Audit::from_to, {sentence, before, after});
}

}  // namespace busy24::pages
