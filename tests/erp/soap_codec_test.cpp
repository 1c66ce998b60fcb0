// What the program promises about whole requests and answers.
#include "proxy/erp/soap_codec.hpp"

#include <doctest/doctest.h>

#include <random>

#include "proxy/erp/authenticate.hpp"
#include "proxy/erp/company_service.hpp"
#include "proxy/erp/project_service.hpp"
#include "proxy/erp/time_service.hpp"
#include "tests/erp/fixtures.hpp"
#include "tests/fakes/recording_transport.hpp"

using namespace busy24;
using namespace busy24::erp;
using project_service::Project;

namespace {

Instant at(std::string_view text) { return *parse_iso8601(text); }

// What the request's parameters look like to the other side: an answer with the same inside.
std::string as_answer(std::string request, const std::string& operation,
                      const std::string& parameter, const std::string& result) {
    const auto begin = request.find("<" + parameter + ">") + parameter.size() + 2;
    const auto end = request.rfind("</" + parameter + ">");
    return soap_body(operation,
                     "<" + result + ">" + request.substr(begin, end - begin) + "</" + result + ">");
}

std::string refusal(const std::string& answer) {
    const auto decoded = decode<std::vector<Project>>("GetProjectList", answer, 4096);
    return decoded.result.ok() ? "" : decoded.result.error().detail;
}

std::string projects(const std::string& inner) {
    return soap_body("GetProjectList",
                     "<GetProjectListResult>" + inner + "</GetProjectListResult>");
}

}  // namespace

TEST_CASE("requests are exactly the golden ones") {
    authenticate::Login login;
    login.credential = {{"5c0ffee0-0000-4000-8000-000000000024"},
                        Guid{"1de00000-0000-4000-8000-000000000001"},
                        Secret("p&ss<ord> \"æøå\""),
                        "kari@fjordbygg.example"};
    CHECK(encode(login) == without_layout(fixture("login_request.xml")));

    project_service::GetDeactivatedProjects deactivated;
    deactivated.search.project_ids = {17, 42};
    deactivated.search.changed_after = at("2000-01-01");
    CHECK(encode(deactivated) == without_layout(fixture("get_deactivated_projects_request.xml")));

    company_service::GetCompanySyncList sync;
    sync.search.page = 1;
    sync.search.changed_after = at("2000-01-01");
    CHECK(encode(sync) == without_layout(fixture("get_company_sync_list_request.xml")));

    time_service::SaveHour save;
    save.hour.type_of_work_id = 3;
    save.hour.start_time = at("2026-06-05T08:00:00+02:00");
    save.hour.stop_time = at("2026-06-05T16:00:00+02:00");
    save.hour.total_hours = 7.5;
    save.hour.contact_id = 1042;
    save.hour.project_id = 17;
    save.hour.description = "Grøfter & rør";
    save.hour.approved = time_service::TriState::no;
    save.hour.costs.emplace().emplace_back();
    save.hour.costs->back().quantity = 2.25;
    save.hour.costs->back().in_price = Decimal{12'505'000};
    save.hour.need_approval = true;
    save.hour.internal_note = "busy24:01jx";
    CHECK(encode(save) == without_layout(fixture("save_hour_request.xml")));
}

TEST_CASE("absent, nil and sentinel are one thing, and an absent default is the schema's") {
    for (const std::size_t piece : {1U, 7U, 100'000U}) {
        const auto decoded =
            decode<std::vector<Project>>("GetProjectList", fixture("projects_answer.xml"), piece);
        REQUIRE(decoded.result.ok());
        REQUIRE(decoded.reply.size() == 2);

        Project first;
        first.id = 17;
        first.name = "Rehabilitering av Åsgård skole & idrettshall \"fase 2\"";
        first.quick_listed = false;
        first.date_changed = at("2026-05-04T08:15:30.123Z");
        first.date_start = at("2026-02-28T23:00:00Z");
        first.customer_id = 5001;
        first.customer_name = "Fjordbygg AS";
        first.need_approval = project_service::TriState::yes;
        first.time_reg = project_service::TimeRegType::task;
        first.participants = {1042, 1043};
        first.budget_hour = Decimal{12'505'000};
        CHECK(decoded.reply[0] == first);

        Project second;
        second.id = 18;
        second.name = "Nord & <sør>";
        second.name_display.value = project_service::ProjectNameType::other;
        second.name_display.unknown_text = "Customer_Only";
        CHECK(second.quick_listed);
        CHECK(decoded.reply[1] == second);
    }
}

TEST_CASE("any prefix, SOAP 1.2 and errors inside single items are read") {
    const auto decoded = decode<std::vector<company_service::Company>>(
        "GetCompanies", fixture("companies_answer.xml"));
    REQUIRE(decoded.result.ok());
    REQUIRE(decoded.reply.size() == 2);
    REQUIRE(decoded.reply[0].email_addresses.has_value());
    CHECK(decoded.reply[0].email_addresses->invoice->value == "faktura@fjordbygg.example");
    CHECK_FALSE(decoded.reply[0].email_addresses->work.has_value());
    CHECK(decoded.reply[0].company_type == company_service::CompanyType::business);
    CHECK_FALSE(decoded.reply[0].api_exception.has_value());
    REQUIRE(decoded.reply[1].api_exception.has_value());
    CHECK(decoded.reply[1].api_exception->message == "SQL Server encountered an error");
}

TEST_CASE("both shapes of a fault give the last cause, without the stack trace") {
    for (const char* name : {"fault_11.xml", "fault_12.xml"}) {
        const auto decoded = decode<std::vector<Project>>("GetProjectList", fixture(name));
        REQUIRE(decoded.result.ok());
        REQUIRE(decoded.fault.has_value());
        CHECK(decoded.fault->text == "Session is not authenticated");
    }
}

TEST_CASE("a list hands its items over one at a time, and the receiver can end it") {
    std::vector<std::int32_t> seen;
    ItemFeed<Project> feed{[&](Project&& project) -> Result<> {
        seen.push_back(*project.id);
        if (seen.size() == 2) return Error{ErrorCode::conflict, "enough"};
        return {};
    }};
    SoapReader reader("GetProjectList", feed.target());
    std::string answer;
    for (int i = 1; i <= 50'000; ++i)
        answer += "<Project><Id>" + std::to_string(i) + "</Id></Project>";
    answer = projects(answer);
    CHECK_FALSE(reader.feed(answer));
    CHECK(seen == std::vector<std::int32_t>{1, 2});
    CHECK(feed.outcome.error().detail == "enough");
    CHECK_FALSE(reader.finish().ok());
}

TEST_CASE("an empty, an absent and a nil result are an empty list") {
    for (const auto& answer :
         {projects(""), soap_body("GetProjectList", ""),
          soap_body("GetProjectList", "<GetProjectListResult xsi:nil=\"true\"/>"),
          soap_body("GetProjectList", "<GetProjectListResult/>")}) {
        const auto decoded = decode<std::vector<Project>>("GetProjectList", answer);
        REQUIRE(decoded.result.ok());
        CHECK(decoded.reply.empty());
    }
    for (const auto* inner : {"", "<GetSingleProjectResult xsi:nil=\"true\"/>"}) {
        const auto decoded = decode<std::optional<Project>>("GetSingleProject",
                                                            soap_body("GetSingleProject", inner));
        REQUIRE(decoded.result.ok());
        CHECK_FALSE(decoded.reply.has_value());
    }
    // A blank session id is an empty one: a refused login (quirk 1).
    for (const auto* inner : {"", "<LoginResult/>", "<LoginResult></LoginResult>",
                              "<LoginResult xsi:nil=\"true\" />"}) {
        const auto decoded = decode<Secret>("Login", soap_body("Login", inner));
        REQUIRE(decoded.result.ok());
        CHECK(decoded.reply.empty());
    }
}

TEST_CASE("hostile and broken answers are refused") {
    const auto doctype = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + projects("");
    CHECK(refusal(doctype) == "answer refused: a DOCTYPE");

    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    CHECK(refusal(projects(deep)) == "answer refused: nested too deep");

    std::string attributes = "<Project";
    for (int i = 0; i < 65; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
    CHECK(refusal(projects(attributes + "/>")) == "answer refused: too many attributes");

    const std::string long_text(2 << 20, 'x');
    CHECK(refusal(projects("<Project><Name>" + long_text)) == "answer refused: a text too long");
    CHECK(refusal(projects("<Project><Ignored>" + long_text)) == "answer refused: a text too long");
    CHECK(refusal(projects("<Project a=\"" + long_text)) == "answer refused: markup without end");
    CHECK(refusal(projects("<!--" + long_text)) == "answer refused: markup without end");

    CHECK(refusal(projects("<Project><Id>seventeen</Id></Project>")) ==
          "answer refused: Id: not such a value");
    CHECK(refusal("<html><body>Runtime Error</body></html>") == "answer refused: not an answer");
    CHECK(refusal("") != "");
    CHECK(refusal("{}") != "");
    CHECK(refusal(projects("<Project>").substr(0, 300)) != "");
    CHECK(refusal(projects("") + "<more/>") != "");
    CHECK(refusal(projects("&undefined;")) != "");
    CHECK(refusal(projects("\x01")) != "");
    CHECK(refusal(soap_body("SomethingElse", "")) == "answer refused: not an answer");
}

TEST_CASE("an answer cut at any byte is refused, and nothing is read past its end") {
    const auto whole = fixture("projects_answer.xml");
    for (std::size_t size = 0; size + 1 < whole.size(); size += 11)
        REQUIRE_FALSE(
            decode<std::vector<Project>>("GetProjectList", whole.substr(0, size), 64).result.ok());
}

TEST_CASE("what is written can be read back, whatever the texts are") {
    std::mt19937 random(24);
    const std::string alphabet[] = {"a", "&", "<",   ">",  "\"", "'",  "æ",    "ø", "€",
                                    "😀", " ", "]]>", "\n", "\t", "\r", "--->", "%", "\\"};
    const auto text = [&] {
        std::string made;
        for (auto size = random() % 20; size > 0; --size)
            made += alphabet[random() % std::size(alphabet)];
        return made;
    };
    for (int i = 0; i < 500; ++i) {
        project_service::SaveProject save;
        auto& project = save.project;
        project.name = text();
        project.description = text();
        if (random() % 2) project.id = static_cast<std::int32_t>(random());
        if (random() % 2) project.date_start = Instant{static_cast<std::int64_t>(random()) * 1000};
        if (random() % 2) project.budget_hour = Decimal{static_cast<std::int32_t>(random())};
        if (random() % 2) project.participants.emplace().push_back(7);
        project.need_approval = project_service::TriState::no;
        project.quick_listed = random() % 2 == 0;
        const auto answer =
            as_answer(encode(save), "GetSingleProject", "project", "GetSingleProjectResult");
        const auto decoded = decode<std::optional<Project>>("GetSingleProject", answer);
        CAPTURE(answer);
        REQUIRE(decoded.result.ok());
        REQUIRE(*decoded.reply == project);
    }
}

TEST_CASE("what XML cannot hold never leaves") {
    project_service::SaveProject save;
    save.project.name =
        std::string("a\0b\x01\x1f", 5) + "\xff\xc0\x80\xed\xa0\x80\xef\xbf\xbe" + "c";
    const auto request = encode(save);
    for (const char c : request) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
    CHECK(request.find("<Name>ab\xEF\xBF\xBD") != std::string::npos);
    const auto decoded = decode<std::optional<Project>>(
        "GetSingleProject",
        as_answer(request, "GetSingleProject", "project", "GetSingleProjectResult"));
    CHECK(decoded.result.ok());
}
