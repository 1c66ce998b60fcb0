// Walks the calls and their described structs; every struct becomes a named schema.
#include "proxy/http/openapi.hpp"

#include <nlohmann/json.hpp>

#include "proxy/http/cookie.hpp"
#include "proxy/http/message.hpp"
#include "shared/api/all.hpp"
#include "shared/ascii.hpp"
#include "shared/secret.hpp"

namespace busy24::http {

namespace {

using nlohmann::ordered_json;

// The name of a type without its namespaces, from the compiler's own spelling of this function:
// "ChooseTenantReply" for busy24::api::ChooseTenant::Reply.
template <class T>
std::string type_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("T = ") + 4);
    text = text.substr(0, text.find_first_of(";]"));
    std::string name;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find("::", at), text.size());
        const auto part = text.substr(at, end - at);
        if (part != "busy24" && part != "api") name += part;
        at = end + 2;
    }
    return name;
}

struct Schemas {
    ordered_json named = ordered_json::object();

    template <class T>
    ordered_json of() {
        if constexpr (Described<T>) {
            return of_struct<T>();
        } else if constexpr (is_optional<T>) {
            const auto inner = of<typename T::value_type>();
            return {{"anyOf", ordered_json::array({inner, {{"type", "null"}}})}};
        } else if constexpr (is_list<T>) {
            return {{"type", "array"}, {"items", of<typename T::value_type>()}};
        } else if constexpr (Worded<T>) {
            auto texts = ordered_json::array();
            for (const auto& row : words(T{})) texts.push_back(row.text);
            return {{"type", "string"}, {"enum", texts}};
        } else if constexpr (std::is_same_v<T, Secret>) {
            return {{"type", "string"}, {"format", "password"}, {"writeOnly", true}};
        } else if constexpr (std::is_same_v<T, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (std::is_integral_v<T>) {
            return {{"type", "integer"}, {"format", "int64"}};
        } else {
            static_assert(std::is_same_v<T, std::string>, "no schema for this type");
            return {{"type", "string"}};
        }
    }

    template <Described T>
    ordered_json of_struct() {
        const auto name = type_name<T>();
        if (!named.contains(name)) {
            auto properties = ordered_json::object();
            for_each_field<T>([&](const auto& f) {
                using Member = std::remove_cvref_t<decltype(std::declval<T&>().*f.member)>;
                properties[std::string(f.name)] = of<Member>();
            });
            named[name] = {{"type", "object"},
                           {"properties", std::move(properties)},
                           {"additionalProperties", false}};
        }
        return {{"$ref", "#/components/schemas/" + name}};
    }
};

ordered_json json_content(const ordered_json& schema) {
    return {{"application/json", {{"schema", schema}}}};
}

template <class Reply>
ordered_json content_of(Schemas& schemas) {
    if constexpr (std::is_same_v<Reply, api::Csv>)
        return {{"text/csv", {{"schema", {{"type", "string"}}}}}};
    else
        return json_content(schemas.of<Reply>());
}

ordered_json failures() {
    auto out = ordered_json::object();
    for (const auto& row : words(ErrorCode{}))
        out[std::to_string(status_of(row.value))] = {{"$ref", "#/components/responses/Failure"}};
    return out;
}

template <api::Call C>
ordered_json operation(Schemas& schemas) {
    ordered_json out{{"operationId", type_name<C>()},
                     {"x-access", word_of(C::endpoint.access)},
                     {"responses", ordered_json::object()}};
    if (C::endpoint.access != api::Access::anyone)
        out["security"] = ordered_json::array({{{"session", ordered_json::array()}}});
    if constexpr (C::endpoint.method == api::Method::get) {
        auto parameters = ordered_json::array();
        for_each_field<C>([&](const auto& f) {
            using Member = std::remove_cvref_t<decltype(std::declval<C&>().*f.member)>;
            parameters.push_back(
                {{"name", f.name}, {"in", "query"}, {"schema", schemas.of<Member>()}});
        });
        if (!parameters.empty()) out["parameters"] = std::move(parameters);
    } else {
        out["requestBody"] = {{"required", true}, {"content", json_content(schemas.of<C>())}};
    }
    auto& responses = out["responses"];
    responses["200"] = {{"description", "The call succeeded"},
                        {"content", content_of<typename C::Reply>(schemas)}};
    responses.update(failures());
    return out;
}

std::string document_of_all_calls() {
    Schemas schemas;
    auto paths = ordered_json::object();
    api::AllCalls::for_each([&]<class C>() {
        const std::string path(C::endpoint.path);
        paths[path][in_lower_case(word_of(C::endpoint.method))] = operation<C>(schemas);
    });
    const auto failure = json_content(schemas.of<api::FailureAnswer>());
    const ordered_json document{
        {"openapi", "3.1.0"},
        {"info", {{"title", "Busy × 24SevenOffice"}, {"version", "1"}}},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", std::move(schemas.named)},
          {"responses",
           {{"Failure",
             {{"description", "What kind of failure, and what to quote to the operator"},
              {"content", failure}}}}},
          {"securitySchemes",
           {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", session_cookie}}}}}}}};
    return document.dump();
}

}  // namespace

std::string openapi_document() {
    // A simulation opens the program by the thousand.
    static const std::string document = document_of_all_calls();
    return document;
}

}  // namespace busy24::http
