// The operations of CompanyService that change something, and how a company is shown.
#pragma once

#include "tests/simulator/world.hpp"

namespace busy24::simulator {

// Id always, and of the rest what was asked for; all of it when nothing was (contract 5).
Value company_value(const Tenant& tenant, const Company& company,
                    const std::vector<std::string>& properties);

// HTTP 200 even when every one of them failed: each item may hold an APIException (quirk 65).
Result<Value> save_companies(Call& call);
// These answer only the items that failed.
Result<Value> delete_companies(Call& call);
Result<Value> save_relations(Call& call);
Result<Value> delete_relations(Call& call);
// These answer one APIException per item that failed.
Result<Value> save_customer_categories(Call& call);
Result<Value> delete_customer_categories(Call& call);

}  // namespace busy24::simulator
