// An answer of 24SevenOffice with as many projects as wanted.
#pragma once

#include <functional>
#include <string>

#include "proxy/erp/project_service.hpp"
#include "proxy/erp/soap_codec.hpp"

namespace busy24::bench {

// Made piece by piece, so that it never stands in memory either.
inline void project_answer(int projects, const std::function<void(std::string_view)>& sink) {
    sink(
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
        "<GetProjectListResponse><GetProjectListResult>");
    for (int i = 1; i <= projects; ++i) {
        XmlWriter xml;
        erp::project_service::Project project;
        project.id = i;
        project.name = "Rehabilitering av Åsgård skole & idrettshall, trinn " + std::to_string(i);
        project.customer_id = 5000 + i % 60;
        project.customer_name = "Fjordbygg Entreprenør AS";
        project.date_changed = Instant{1'780'657'200'000 - i * minute_ms};
        project.date_start = Instant{1'700'000'000'000};
        project.description = "Utskifting av vinduer, etterisolering og nytt ventilasjonsanlegg";
        project.participants = {1042, 1043, 1044};
        project.budget_hour = erp::Decimal{12'505'000};
        erp::write_element(xml, "Project", project);
        sink(xml.take());
    }
    sink("</GetProjectListResult></GetProjectListResponse></soap:Body></soap:Envelope>");
}

}  // namespace busy24::bench
