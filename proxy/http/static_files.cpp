// Reads the web app at the start, and picks file, encoding and caching for a request.
#include "proxy/http/static_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "proxy/security/digest.hpp"

namespace busy24::http {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t bytes_max = 64u << 20;
constexpr std::string_view shell = "/index.html";

struct ContentType {
    std::string_view extension;
    std::string_view type;
};
constexpr std::array content_types{
    ContentType{".html", "text/html; charset=utf-8"},
    ContentType{".js", "text/javascript; charset=utf-8"},
    ContentType{".mjs", "text/javascript; charset=utf-8"},
    ContentType{".css", "text/css; charset=utf-8"},
    // Browsers compile while downloading only under this exact type.
    ContentType{".wasm", "application/wasm"},
    ContentType{".otf", "font/otf"},
    ContentType{".ttf", "font/ttf"},
    ContentType{".woff2", "font/woff2"},
    ContentType{".svg", "image/svg+xml"},
    ContentType{".png", "image/png"},
    ContentType{".ico", "image/x-icon"},
    ContentType{".json", "application/json; charset=utf-8"},
    ContentType{".webmanifest", "application/manifest+json"},
    ContentType{".txt", "text/plain; charset=utf-8"},
};

// The addresses of pages (product pages 1 to 5, settings, log in). Below a folder every address is
// the app's own, since only it knows its runs and records.
constexpr std::array pages{"/",       "/registrer",   "/logg-inn", "/innstillinger",
                           "/hjelp",  "/invitasjon",  "/brukere",  "/prosjekter",
                           "/kunder", "/arbeidstyper"};
constexpr std::array page_folders{"/registrer/",  "/innstillinger/", "/hjelp/",       "/brukere/",
                                  "/prosjekter/", "/kunder/",        "/arbeidstyper/"};

std::string content_type_of(const std::string& extension) {
    for (const auto& row : content_types)
        if (row.extension == extension) return std::string(row.type);
    return "application/octet-stream";
}

bool is_page(std::string_view path) {
    return std::find(pages.begin(), pages.end(), path) != pages.end() ||
           std::any_of(page_folders.begin(), page_folders.end(), [&](std::string_view folder) {
               return path.substr(0, folder.size()) == folder;
           });
}

bool has_extension(std::string_view path) {
    const auto slash = path.rfind('/');
    return path.find('.', slash == std::string_view::npos ? 0 : slash) != std::string_view::npos;
}

// A name like app.3f9a01bc.wasm changes with its content, so it may be kept for ever.
bool is_named_by_content(const std::string& name) {
    const auto end = name.rfind('.');
    const auto begin = end == std::string::npos || end == 0 ? end : name.rfind('.', end - 1);
    if (begin == std::string::npos || end - begin - 1 < 8) return false;
    return std::all_of(name.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                       name.begin() + static_cast<std::ptrdiff_t>(end),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
    for (std::size_t at = 0; at < accept_encoding.size();) {
        const auto end = std::min(accept_encoding.find(',', at), accept_encoding.size());
        auto item = accept_encoding.substr(at, end - at);
        at = end + 1;
        while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
        const auto name = item.substr(0, item.find(';'));
        const auto weight = item.find("q=0");
        const bool refused = weight != std::string_view::npos &&
                             item.find_first_of("123456789", weight + 3) == std::string_view::npos;
        if (name == coding) return !refused;
    }
    return false;
}

Result<std::string> content_of(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream.good() && !stream.eof())
        return Error{ErrorCode::invalid, "cannot read " + path.string()};
    return content;
}

}  // namespace

Result<StaticFiles> StaticFiles::load(const std::string& folder) {
    StaticFiles out;
    std::size_t bytes = 0;
    std::error_code failure;
    for (fs::recursive_directory_iterator it(folder, failure), end; it != end;
         it.increment(failure)) {
        if (failure) break;
        if (!it->is_regular_file(failure)) continue;
        auto path = "/" + fs::relative(it->path(), folder, failure).generic_string();
        auto extension = it->path().extension().string();
        const bool is_brotli = extension == ".br";
        const bool is_gzip = extension == ".gz";
        if (is_brotli || is_gzip) {
            path.erase(path.size() - extension.size());
            extension = fs::path(path).extension().string();
        }
        auto content = TRY(content_of(it->path()));
        bytes += content.size();
        if (bytes > bytes_max) return Error{ErrorCode::invalid, folder + " holds over 64 MiB"};
        auto& file = out.files_[path];
        file.content_type = content_type_of(extension);
        file.cache_control =
            is_named_by_content(path) ? "public, max-age=31536000, immutable" : "no-cache";
        auto& variant = is_brotli ? file.brotli : is_gzip ? file.gzip : file.plain;
        // 16 bytes are plenty to tell versions of a file apart.
        variant.etag = '"' + security::sha256(content).substr(0, 32) + '"';
        variant.content = std::make_shared<const std::string>(std::move(content));
    }
    // A sibling without its plain file is a leftover of an older build.
    std::erase_if(out.files_, [](const auto& entry) { return !entry.second.plain.content; });
    if (failure || out.files_.find(shell) == out.files_.end())
        return Error{ErrorCode::invalid, "no readable index.html in " + folder};
    return out;
}

Answer StaticFiles::answer_with(const File& file, const Request& request) {
    const auto& accepted = request.headers.accept_encoding;
    const auto* variant = &file.plain;
    Answer answer;
    if (file.brotli.content && accepts(accepted, "br")) {
        variant = &file.brotli;
        set_header(answer, "Content-Encoding", "br");
    } else if (file.gzip.content && accepts(accepted, "gzip")) {
        variant = &file.gzip;
        set_header(answer, "Content-Encoding", "gzip");
    }
    if (file.brotli.content || file.gzip.content) set_header(answer, "Vary", "Accept-Encoding");
    set_header(answer, "Cache-Control", file.cache_control);
    set_header(answer, "ETag", variant->etag);
    // A front that compresses by itself makes the tag weak; the bytes are the same.
    std::string_view known = request.headers.if_none_match;
    if (known.substr(0, 2) == "W/") known.remove_prefix(2);
    if (known == variant->etag) {
        answer.status = 304;
        return answer;
    }
    set_header(answer, "Content-Type", file.content_type);
    answer.body = variant->content;
    return answer;
}

Answer StaticFiles::answer(const Request& request) const {
    if (const auto file = files_.find(request.path); file != files_.end())
        return answer_with(file->second, request);
    if (has_extension(request.path)) {
        Answer answer;
        answer.status = 404;
        set_header(answer, "Content-Type", "text/plain; charset=utf-8");
        set_header(answer, "Cache-Control", "no-store");
        answer.body = std::make_shared<const std::string>("Not found\n");
        return answer;
    }
    const auto& index = files_.find(shell)->second;
    if (is_page(request.path)) return answer_with(index, request);
    // Without the tag a browser's 304 would turn "not found" into the cached 200.
    auto unknown = request;
    unknown.headers.if_none_match.clear();
    auto answer = answer_with(index, unknown);
    answer.status = 404;
    return answer;
}

}  // namespace busy24::http
