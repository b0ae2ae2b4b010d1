#include "secrets.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <almanac/base/ascii.hpp>
#include <cstdlib>
#include <fstream>

#include "app_errc.hpp"

namespace almanac {
namespace {

constexpr std::string_view whole_file = "file:/";

Problem refused(std::string what, std::string hint) { return {AppErrc::bad_config, std::move(what), std::move(hint)}; }

Result<std::string, Problem> from_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr)
    return refused("the environment has no " + name, "set it where almanac is started, for a service in its unit");
  return std::string(value);
}

Result<std::string, Problem> from_file(const std::string& path) {
  struct stat status {};
  std::ifstream file(path, std::ios::binary);
  if (!file || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
    return refused(path + ": the file with the secret cannot be read", "check the path and its permissions");
  if ((status.st_mode & 077) != 0)
    return refused(path + ": the file with the secret can be read by others", "chmod 600 " + path);
  std::string line;
  std::getline(file, line);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

Result<std::string, Problem> look_up(std::string_view reference) {
  if (reference.starts_with("env:")) return from_environment(std::string(reference.substr(4)));
  if (reference.starts_with("file:")) return from_file(std::string(reference.substr(5)));
  return refused("'${" + std::string(reference) + "}' refers to nothing", "use ${env:NAME} or ${file:/path}");
}

}  // namespace

bool has_references(std::string_view text) noexcept {
  return text.starts_with(whole_file) || text.find("${") != text.npos;
}

std::optional<std::string> warn_of_secret(std::string_view name, std::string_view value) {
  const std::string lower = to_lower(name);
  if (!lower.starts_with("header.") || has_references(value)) return std::nullopt;
  for (const char* word : {"auth", "cookie", "key", "secret", "token"})
    if (lower.find(word) != lower.npos)
      return "option " + std::string(name) +
             ": the secret stands in the database; ${env:NAME} or ${file:/path} in its place keeps it out";
  return std::nullopt;
}

Result<std::string, Problem> resolve_references(std::string_view text) {
  if (text.starts_with(whole_file)) return from_file(std::string(text.substr(5)));
  std::string out;
  for (;;) {
    const std::size_t begin = text.find("${");
    if (begin == text.npos) break;
    const std::size_t end = text.find('}', begin);
    if (end == text.npos) return refused("'${' without '}'", "use ${env:NAME} or ${file:/path}");
    auto value = look_up(text.substr(begin + 2, end - begin - 2));
    if (!value) return value;
    out += text.substr(0, begin);
    out += *value;
    text.remove_prefix(end + 1);
  }
  return out += text;
}

}  // namespace almanac
