#include "paths.hpp"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace almanac {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::filesystem::path home() {
  if (const std::string home = variable("HOME"); !home.empty()) return home;
  const passwd* user = ::getpwuid(::geteuid());
  return user && user->pw_dir ? user->pw_dir : "/";
}

/// XDG folders count only when absolute.
std::filesystem::path xdg(const char* name, const char* otherwise) {
  const std::filesystem::path value = variable(name);
  return value.is_absolute() ? value : home() / otherwise;
}

}  // namespace

std::filesystem::path expand_home(const std::filesystem::path& path) {
  const std::string text = path.string();
  if (text == "~") return home();
  if (text.starts_with("~/")) return home() / text.substr(2);
  return path;
}

Paths find_paths() {
  Paths paths;
  const std::string config = variable("ALMANAC_CONFIG"), database = variable("ALMANAC_DB");
  paths.config =
      config.empty() ? xdg("XDG_CONFIG_HOME", ".config") / "almanac/almanac.toml" : std::filesystem::path(config);
  paths.database =
      database.empty() ? xdg("XDG_DATA_HOME", ".local/share") / "almanac/almanac.db" : std::filesystem::path(database);
  const std::filesystem::path runtime = variable("XDG_RUNTIME_DIR");
  if (runtime.is_absolute()) paths.runtime = runtime;
  std::error_code ec;
  paths.executable = std::filesystem::read_symlink("/proc/self/exe", ec);
  return paths;
}

std::filesystem::path feeds_folder(const Paths& paths) {
  if (const std::string named = variable("ALMANAC_FEEDS"); !named.empty()) return named;
  const std::filesystem::path here = paths.executable.parent_path();
  std::error_code ec;
  if (std::filesystem::is_directory(here / "plugins", ec)) return ALMANAC_SOURCE_FEEDS;
  return here.parent_path() / ALMANAC_DATA_DIR / "feeds";
}

}  // namespace almanac
