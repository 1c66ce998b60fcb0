// Migration 2: what is mirrored, how, and the workspace's own records.
#include "proxy/store/schema.hpp"

namespace busy24::store {

std::string_view mirror_schema() {
    return R"sql(
)sql";
}

}  // namespace busy24::store
