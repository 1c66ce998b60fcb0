// What the least possible program would do: curl into an expat parser that does nothing with what
// it reads, and prepared statements of SQLite that copy rows as they are.
#pragma once

#include <expat.h>
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

namespace busy24::bench {

struct BareCall {
    std::string url;
    std::string operation;
    std::string envelope;
    std::string session_id;
};

// Asks for compression as the program does, so that the other side has the same work with both. How
// many elements the answer has; 0 when there is no curl or no answer.
inline int bare_fetch(const BareCall& call, const std::string& scratch_file) {
    std::ofstream(scratch_file) << call.envelope;
    const auto command = "curl --silent --fail --compressed --data-binary @" + scratch_file +
                         " --header 'Content-Type: text/xml; charset=utf-8'"
                         " --header 'SOAPAction: \"http://24sevenOffice.com/webservices/" +
                         call.operation + "\"' --cookie ASP.NET_SessionId=" + call.session_id +
                         " " + call.url;
    int elements = 0;
    const auto parser = XML_ParserCreate(nullptr);
    XML_SetUserData(parser, &elements);
    XML_SetElementHandler(
        parser, [](void* count, const XML_Char*, const XML_Char**) { ++*static_cast<int*>(count); },
        [](void*, const XML_Char*) {});
    XML_SetCharacterDataHandler(parser, [](void*, const XML_Char*, int) {});
    auto* curl = ::popen(command.c_str(), "r");
    std::array<char, 65'536> block;
    while (const auto size = curl ? std::fread(block.data(), 1, block.size(), curl) : 0)
        XML_Parse(parser, block.data(), static_cast<int>(size), 0);
    if (curl) ::pclose(curl);
    XML_ParserFree(parser);
    return elements;
}

inline void bare_copy(sqlite3* from, sqlite3* into, const std::string& table) {
    sqlite3_stmt* rows = nullptr;
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(from, ("SELECT * FROM " + table).c_str(), -1, &rows, nullptr);
    std::string sql = "INSERT INTO " + table + " VALUES (?1";
    for (int i = 2; i <= sqlite3_column_count(rows); ++i) sql += ", ?" + std::to_string(i);
    sqlite3_prepare_v2(into, (sql + ")").c_str(), -1, &insert, nullptr);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(rows); ++i)
            sqlite3_bind_value(insert, i + 1, sqlite3_column_value(rows, i));
        if (sqlite3_step(insert) != SQLITE_DONE) std::abort();
        sqlite3_reset(insert);
    }
    sqlite3_finalize(rows);
    sqlite3_finalize(insert);
}

// Copies the rows of these tables, in the order of their need, into an empty database of the same
// tables, in one transaction.
inline void bare_insert(const std::string& from_file, const std::string& into_file,
                        std::initializer_list<const char*> tables) {
    sqlite3* from = nullptr;
    sqlite3* into = nullptr;
    if (sqlite3_open(from_file.c_str(), &from) != SQLITE_OK ||
        sqlite3_open(into_file.c_str(), &into) != SQLITE_OK)
        std::abort();
    for (const auto* sql : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                            "PRAGMA foreign_keys=ON", "BEGIN IMMEDIATE"})
        sqlite3_exec(into, sql, nullptr, nullptr, nullptr);
    for (const auto* table : tables) bare_copy(from, into, table);
    sqlite3_exec(into, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(from);
    sqlite3_close(into);
}

}  // namespace busy24::bench
