#include "local_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <almanac/base/open_file.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "ingest_errc.hpp"

namespace almanac {
namespace {

constexpr off_t most_bytes = 16 << 20;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Problem cannot(const std::string& path, const std::string& why) {
  return {IngestErrc::local_file, path + ": " + why, "check the path and its permissions"};
}

}  // namespace

std::string path_of_file_url(const std::string& url) {
  std::string_view rest = std::string_view(url).substr(url.starts_with("file://") ? 7 : 0);
  rest = rest.substr(0, rest.find_first_of("?#"));
  std::string path;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const bool coded =
        rest[i] == '%' && i + 2 < rest.size() && hex_value(rest[i + 1]) >= 0 && hex_value(rest[i + 2]) >= 0;
    if (!coded) {
      path += rest[i];
      continue;
    }
    path += static_cast<char>(hex_value(rest[i + 1]) * 16 + hex_value(rest[i + 2]));
    i += 2;
  }
  return path;
}

std::string file_url_of_path(const std::string& path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::error_code ec;
  const std::string full = std::filesystem::weakly_canonical(std::filesystem::absolute(path, ec), ec).string();
  std::string url = "file://";
  for (const char c : ec ? path : full) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::strchr("/-._~", c);
    const auto byte = static_cast<unsigned char>(c);
    if (plain && c)
      url += c;
    else
      (url += '%') += {digits[byte >> 4], digits[byte & 15]};
  }
  return url;
}

Result<LocalFile, Problem> read_local_file(const std::string& url, const Validators& known) {
  const std::string path = path_of_file_url(url);
  const OpenFile file(path, O_NONBLOCK);
  struct stat facts {};
  if (file.fd() < 0 || ::fstat(file.fd(), &facts) != 0) return cannot(path, std::strerror(errno));
  if (!S_ISREG(facts.st_mode)) return cannot(path, "not a regular file");
  if (facts.st_size > most_bytes) return cannot(path, "larger than 16 MiB");
  LocalFile out;
  out.validators.etag = std::to_string(facts.st_size) + "-" + std::to_string(facts.st_mtim.tv_sec) + "." +
                        std::to_string(facts.st_mtim.tv_nsec);
  out.document.url = url;
  if (out.validators == known) {
    out.unchanged = true;
    return out;
  }
  std::string& body = out.document.body;
  body.resize(static_cast<std::size_t>(facts.st_size));
  std::size_t have = 0;
  while (have < body.size()) {
    const ssize_t got = ::read(file.fd(), body.data() + have, body.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot(path, std::strerror(errno));
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  body.resize(have);
  return out;
}

}  // namespace almanac
