// Writes values by the facts: the facts give order and defaults, the value gives the rest.
#include "tests/simulator/value.hpp"

#include "tests/simulator/xml.hpp"

namespace busy24::simulator {

namespace {

void write_text(const std::string& name, const std::string& text, std::string& out) {
    out += '<' + name + '>' + escape_xml(text) + "</" + name + '>';
}

void write_members(const Service& service, const std::string& type, const Value& value,
                   std::uint64_t turn, std::string& out) {
    const Value none;
    std::uint64_t position = 0;
    for (const auto& member : service.types.at(type)) {
        const auto* found = value.member(member.name);
        write_element(service, member, found ? *found : none, turn + ++position * 7, out);
    }
}

// The texts that stand for "not set" (contract 1.1). Other defaults, such as a kind of company, are
// values: spelling them out for a member that was not even asked for would be a lie.
bool is_sentinel(const std::string& text) {
    return text == "-2147483648" || text == "-32768" || text == "-9223372036854775808" ||
           text == "-79228162514264337593543950335" || text == "0001-01-01T00:00:00" ||
           text == "00000000-0000-0000-0000-000000000000";
}

// No value: the three spellings of the real service.
void write_nothing(const Service& service, const Member& member, std::uint64_t turn,
                   std::string& out) {
    const bool is_structure = service.types.contains(member.type);
    if ((member.is_nillable && (member.is_required || turn % 3 == 0)) ||
        (is_structure && turn % 5 == 0))
        out += '<' + member.name + " xsi:nil=\"true\" />";
    else if (member.default_text && is_sentinel(*member.default_text) && turn % 4 == 0)
        write_text(member.name, *member.default_text, out);
    else if (member.is_required && member.type == "boolean")
        write_text(member.name, "false", out);
    else if (member.is_required && (member.type == "int" || member.type == "long"))
        write_text(member.name, "0", out);
}

void write_items(const Service& service, const List& list, const Value& value, std::uint64_t turn,
                 std::string& out) {
    const Member item{.name = list.item, .type = list.type};
    for (std::size_t i = 0; i < value.list.count; ++i)
        write_element(service, item, value.list.item(i), turn + i, out);
}

}  // namespace

const Value* Value::member(std::string_view name) const {
    for (const auto& [member_name, value] : members)
        if (member_name == name) return &value;
    return nullptr;
}

Value list_of(std::vector<Value> items) {
    const auto count = items.size();
    return LazyList{count, [items = std::move(items)](std::size_t index) { return items[index]; }};
}

void write_element(const Service& service, const Member& member, const Value& value,
                   std::uint64_t turn, std::string& out) {
    if (value.kind == Value::Kind::absent) return write_nothing(service, member, turn, out);
    if (value.kind == Value::Kind::text) {
        // The serialiser of the real service leaves out what equals its default, though not always.
        if (member.default_text == value.text && turn % 4 != 0) return;
        return write_text(member.name, value.text, out);
    }
    out += '<' + member.name + '>';
    if (value.kind == Value::Kind::record)
        write_members(service, member.type, value, turn, out);
    else
        write_items(service, service.lists.at(member.type), value, turn, out);
    out += "</" + member.name + '>';
}

AnswerWriter::AnswerWriter(const Service& service, const Operation& operation, Value result)
    : service_(service),
      operation_(operation),
      result_(std::move(result)),
      is_list_(result_.kind == Value::Kind::list && operation.out) {}

std::string AnswerWriter::head() const {
    auto text = '<' + operation_.name + "Response xmlns=\"" + std::string(soap_namespace) + "\">";
    if (is_list_) text += '<' + operation_.out->name + '>';
    return text;
}

void AnswerWriter::item(std::size_t index, std::string& out) const {
    const auto& list = service_.lists.at(operation_.out->type);
    const auto value = result_.list.item(index);
    const Member member{.name = list.item, .type = list.type};
    write_element(service_, member, value, index, out);
}

std::string AnswerWriter::tail() const {
    std::string text;
    if (is_list_)
        text += "</" + operation_.out->name + '>';
    else if (operation_.out)
        write_element(service_, *operation_.out, result_, 1, text);
    return text + "</" + operation_.name + "Response>";
}

}  // namespace busy24::simulator
