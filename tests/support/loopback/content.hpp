#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "message.hpp"

namespace almanac::loopback {

std::string gzip(std::string_view text);
std::string brotli(std::string_view text);
/// `window_log` 0: the library's choice.
std::string zstd(std::string_view text, int window_log = 0);

/// A whole answer: 200, the body, its type.
Response document(std::string body, std::string content_type = "application/rss+xml");
Response status(int code, Headers headers = {});
Response redirect(int code, std::string location);
/// Sends the bytes as they are.
Response raw(std::string bytes, Ending ending = Ending::close);

/// Answers 304 when the request repeats `etag` (or, without one, `last_modified`) exactly; else the document with both.
Handler conditional(Response document, std::string etag, std::string last_modified);

/// One answer after the other; the last one stays.
Handler sequence(std::vector<Response> answers);
/// The same answer with further headers.
Response with(Response response, const Headers& headers);

/// Serves the files under `root` with Content-Type, ETag, Last-Modified and 304; anything else is 404. Paths with ".."
/// are refused.
Handler folder(std::filesystem::path root);

}  // namespace almanac::loopback
