// Any bytes as an answer of the ERP: read or refused, in any pieces, and never half of an item.
#include <cstdint>
#include <cstdlib>

#include "proxy/erp/authenticate.hpp"
#include "proxy/erp/company_service.hpp"
#include "proxy/erp/faults.hpp"
#include "proxy/erp/project_service.hpp"
#include "proxy/erp/time_service.hpp"

namespace {

using namespace busy24;
using namespace busy24::erp;

template <Operation Op>
void read_as(std::string_view answer, std::size_t piece) {
    typename Op::Reply reply{};
    SoapReader reader(Op::wire.name, target_of(reply));
    for (std::size_t at = 0; at < answer.size(); at += piece)
        if (!reader.feed(answer.substr(at, piece))) break;
    if (reader.finish().ok() && reader.fault()) (void)error_of(*reader.fault(), Instant{});
}

// Whole or in pieces, the same items come and the same verdict.
void read_as_stream(std::string_view answer) {
    std::string texts[2];
    bool is_good[2];
    for (int i = 0; i < 2; ++i) {
        ItemFeed<project_service::Project> feed{
            [&](project_service::Project&& project) -> Result<> {
                texts[i] += project.name + '|' + write_wire(project.id.value_or(0)) + ';';
                return {};
            }};
        SoapReader reader("GetProjectList", feed.target());
        const std::size_t piece = i == 0 ? answer.size() + 1 : 3;
        for (std::size_t at = 0; at < answer.size(); at += piece)
            if (!reader.feed(answer.substr(at, piece))) break;
        is_good[i] = reader.finish().ok();
    }
    if (is_good[0] != is_good[1] || texts[0] != texts[1]) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view answer(reinterpret_cast<const char*>(data), size);
    const std::size_t piece = size % 61 + 1;
    read_as_stream(answer);
    read_as<authenticate::Login>(answer, piece);
    read_as<authenticate::GetIdentities>(answer, piece);
    read_as<project_service::GetSingleProject>(answer, piece);
    read_as<project_service::GetProjectParticipants>(answer, piece);
    read_as<company_service::GetCompanySyncList>(answer, piece);
    read_as<company_service::GetCompanies>(answer, piece);
    read_as<time_service::GetHours>(answer, piece);
    return 0;
}
