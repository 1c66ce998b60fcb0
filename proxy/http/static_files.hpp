// The built web app, read into memory once: what is not in the map cannot be reached by any path.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "proxy/http/message.hpp"
#include "shared/result.hpp"

namespace busy24::http {

// Thread-safe after load(), since it never changes.
class StaticFiles {
public:
    // Reads every file of the folder, with its .br and .gz siblings. Errors: invalid when there is
    // no index.html, when the folder cannot be read, or when it holds more than 64 MiB.
    static Result<StaticFiles> load(const std::string& folder);

    // Answers a GET or HEAD for a path: the file; index.html for the address of a page; index.html
    // with status 404 for any other address, so that the app itself says that there is no such
    // page. A missing file with an extension is a plain 404.
    Answer answer(const Request& request) const;

private:
    struct Variant {
        std::shared_ptr<const std::string> content;
        std::string etag;
    };
    struct File {
        std::string content_type;
        std::string cache_control;
        Variant plain;
        Variant brotli;
        Variant gzip;
    };
    static Answer answer_with(const File& file, const Request& request);
    std::map<std::string, File, std::less<>> files_;
};

}  // namespace busy24::http
