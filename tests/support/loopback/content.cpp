#include "content.hpp"

#include <brotli/encode.h>
#include <sys/stat.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace almanac::loopback {
namespace {

void require(bool good, const char* what) {
  if (!good) throw std::runtime_error(what);
}

std::string http_date(std::time_t when) {
  std::tm parts{};
  ::gmtime_r(&when, &parts);
  char text[64];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

std::string type_of(const std::filesystem::path& file) {
  const std::string extension = file.extension().string();
  if (extension == ".ics") return "text/calendar; charset=utf-8";
  if (extension == ".json") return "application/json";
  if (extension == ".html") return "text/html; charset=utf-8";
  if (extension == ".atom") return "application/atom+xml";
  if (extension == ".rss") return "application/rss+xml";
  if (extension == ".xml") return "application/xml";
  if (extension == ".csv") return "text/csv";
  if (extension == ".yml" || extension == ".yaml") return "application/yaml";
  return "application/octet-stream";
}

/// Weak by design of the sender: modification time and size, as common servers make it.
std::string etag_of(const struct ::stat& info) {
  char text[64];
  const int size = std::snprintf(
      text, sizeof text, "\"%llx-%llx-%llx\"", static_cast<unsigned long long>(info.st_mtim.tv_sec),
      static_cast<unsigned long long>(info.st_mtim.tv_nsec), static_cast<unsigned long long>(info.st_size));
  return {text, static_cast<std::size_t>(size)};
}

bool is_current(const Request& request, const std::string& etag, const std::string& last_modified) {
  if (request.has("If-None-Match")) return request.header("If-None-Match") == etag;
  return request.has("If-Modified-Since") && request.header("If-Modified-Since") == last_modified;
}

}  // namespace

std::string gzip(std::string_view text) {
  z_stream stream{};
  require(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK, "gzip");
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  require(result == Z_STREAM_END, "gzip");
  return out;
}

std::string brotli(std::string_view text) {
  std::size_t size = BrotliEncoderMaxCompressedSize(text.size()) + 64;
  std::string out(size, '\0');
  const auto good = BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_DEFAULT_MODE, text.size(),
                                          reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(out.data()));
  require(good == BROTLI_TRUE, "brotli");
  out.resize(size);
  return out;
}

std::string zstd(std::string_view text, int window_log) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  if (window_log != 0) {
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window_log);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_enableLongDistanceMatching, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 0);
  }
  std::string out(ZSTD_compressBound(text.size()) + 64, '\0');
  ZSTD_inBuffer in{text.data(), text.size(), 0};
  ZSTD_outBuffer made{out.data(), out.size(), 0};
  // Continue first: a frame that is ended at once would shrink its window to the content.
  if (window_log != 0) require(!ZSTD_isError(ZSTD_compressStream2(context.get(), &made, &in, ZSTD_e_continue)), "zstd");
  const std::size_t left = ZSTD_compressStream2(context.get(), &made, &in, ZSTD_e_end);
  require(left == 0, "zstd");
  out.resize(made.pos);
  return out;
}

Response document(std::string body, std::string content_type) {
  Response response;
  response.headers.emplace_back("Content-Type", std::move(content_type));
  response.body = std::move(body);
  return response;
}

Response status(int code, Headers headers) {
  Response response;
  response.status = code;
  response.headers = std::move(headers);
  return response;
}

Response redirect(int code, std::string location) {
  Response response;
  response.status = code;
  response.headers.emplace_back("Location", std::move(location));
  return response;
}

Response raw(std::string bytes, Ending ending) {
  Response response;
  response.script.push_back(Step{std::move(bytes), 1, std::chrono::milliseconds(0)});
  response.ending = ending;
  return response;
}

Handler conditional(Response document, std::string etag, std::string last_modified) {
  if (!etag.empty()) document.headers.emplace_back("ETag", etag);
  if (!last_modified.empty()) document.headers.emplace_back("Last-Modified", last_modified);
  return [=](const Request& request) {
    if (!is_current(request, etag, last_modified)) return document;
    Response same;
    same.status = 304;
    same.headers = document.headers;
    return same;
  };
}

Handler sequence(std::vector<Response> answers) {
  return [answers = std::move(answers), next = std::make_shared<std::size_t>(0)](const Request&) {
    const std::size_t at = std::min(*next, answers.size() - 1);
    ++*next;
    return answers[at];
  };
}

Response with(Response response, const Headers& headers) {
  response.headers.insert(response.headers.end(), headers.begin(), headers.end());
  return response;
}

Handler folder(std::filesystem::path root) {
  return [root = std::move(root)](const Request& request) {
    const std::string name(request.path().substr(1));
    const std::filesystem::path file = root / name;
    struct ::stat info {};
    const bool usable =
        name.find("..") == std::string::npos && ::stat(file.c_str(), &info) == 0 && S_ISREG(info.st_mode);
    if (!usable) return status(404);
    const std::string etag = etag_of(info);
    const std::string modified = http_date(info.st_mtim.tv_sec);
    Headers headers = {{"Content-Type", type_of(file)}, {"ETag", etag}, {"Last-Modified", modified}};
    if (is_current(request, etag, modified)) return status(304, std::move(headers));
    Response response = status(200, std::move(headers));
    std::ifstream in(file, std::ios::binary);
    response.body.assign(std::istreambuf_iterator<char>(in), {});
    return response;
  };
}

}  // namespace almanac::loopback
