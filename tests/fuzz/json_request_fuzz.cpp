// Any bytes as the query or the body of any call: read or refused, and what was read is the same
// after writing and reading it again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "proxy/http/query.hpp"
#include "shared/api/all.hpp"
#include "shared/json.hpp"

namespace {

template <class C>
void try_body(std::string_view input) {
    const auto call = busy24::parse_json<C>(input);
    if (!call.ok()) return;
    const auto text = busy24::to_json_text(call.value());
    const auto again = busy24::parse_json<C>(text);
    if (!again.ok() || busy24::to_json_text(again.value()) != text) std::abort();
}

template <class C>
void try_query(std::string_view input) {
    const auto call = busy24::http::parse_query<C>(input);
    if (call.ok() && !busy24::parse_json<C>(busy24::to_json_text(call.value())).ok()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    busy24::api::AllCalls::for_each([&]<class C>() {
        if constexpr (C::endpoint.method == busy24::api::Method::get)
            try_query<C>(input);
        else
            try_body<C>(input);
    });
    return 0;
}
