// Asks again while the answer is empty.
#include "proxy/erp/client_information.hpp"

namespace busy24::erp {

Result<client_service::Client> read_client_information(const Session& session, Clock& clock) {
    constexpr int tries = 5;
    constexpr std::int64_t pause_ms = 200;
    for (int i = 0; i < tries; ++i) {
        if (i > 0) clock.sleep(pause_ms << i);
        auto client = TRY(session.call(client_service::GetClientInformation{}));
        if (client && !client->name.empty()) return std::move(*client);
    }
    return Error{.code = ErrorCode::unavailable,
                 .detail = "GetClientInformation: stays empty",
                 .reason = "erp_down"};
}

}  // namespace busy24::erp
