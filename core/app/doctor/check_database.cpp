#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include <almanac/store/store.hpp>
#include <filesystem>
#include <map>
#include <optional>

#include "../secrets.hpp"
#include "../serve/daemon_lock.hpp"
#include "check.hpp"

namespace almanac {
namespace {

constexpr const char* database_check = "database";

bool is_there(const std::filesystem::path& file) {
  std::error_code ec;
  return std::filesystem::exists(file, ec);
}

/// statfs(2) f_type of file systems whose locks and shared memory cannot be relied on.
bool is_network_file_system(const std::filesystem::path& file) {
  struct statfs status {};
  if (::statfs(file.c_str(), &status) != 0) return false;
  switch (static_cast<unsigned long>(status.f_type)) {
    case 0x6969:      // NFS
    case 0xff534d42:  // CIFS
    case 0xfe534d42:  // SMB 2
    case 0x517b:      // SMB
      return true;
    default:
      return false;
  }
}

void check_modes(const std::filesystem::path& file, Checks& out) {
  for (const char* suffix : {"", "-wal", "-shm"}) {
    const std::string path = file.string() + suffix;
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && (status.st_mode & 077) != 0)
      out.push_back({Check::Level::warn, database_check,
                     fmt::format("{} can be read by others (mode {:o})", path, status.st_mode & 0777u),
                     "it may hold addresses with secrets: chmod 600 " + path});
  }
}

void check_content(Store& store, Checks& out) {
  const auto wrong = store.check(true);
  if (!wrong) {
    out.push_back({Check::Level::fail, database_check, wrong.error().what, wrong.error().hint});
    return;
  }
  if (wrong->empty()) return;
  out.push_back(
      {Check::Level::fail, database_check, store.file().string() + ": damaged: " + wrong->front(),
       "stop the daemon, keep the file, and put back a copy of it; what it can still tell: 'almanac export'"});
  for (std::size_t i = 1; i < wrong->size(); ++i) out.push_back({Check::Level::fail, database_check, (*wrong)[i], {}});
}

}  // namespace

void check_database(const Context& context, Checks& out) {
  const std::filesystem::path& file = context.paths().database;
  const auto daemon = DaemonLock::holder(file);
  out.push_back({Check::Level::ok,
                 "daemon",
                 daemon ? fmt::format("runs (process {}); 'almanac status' asks it", *daemon)
                        : "does not run; 'almanac serve' or the systemd unit starts it",
                 {}});
  if (!is_there(file)) {
    out.push_back({Check::Level::warn, database_check, "there is no " + file.string() + " yet",
                   "'almanac follow URL' makes one"});
    return;
  }
  const std::size_t before = out.size();
  if (is_network_file_system(file))
    out.push_back({Check::Level::warn, database_check,
                   file.string() + " lies on a network file system, whose locks often fail",
                   "keep it on a local disk"});
  check_modes(file, out);
  auto store = Store::open(file, OpenMode::read);
  if (!store) {
    out.push_back({Check::Level::fail, database_check, store.error().what, store.error().hint});
    return;
  }
  check_content(*store, out);
  const auto counts = store->counts(context.now());
  if (!counts) out.push_back({Check::Level::fail, database_check, counts.error().what, counts.error().hint});
  if (counts && out.size() == before)
    out.push_back({Check::Level::ok,
                   database_check,
                   fmt::format("{}: sound; {} event{} of {} source{}, {:.1f} MiB", file.string(), counts->events,
                               counts->events == 1 ? "" : "s", counts->sources, counts->sources == 1 ? "" : "s",
                               static_cast<double>(counts->bytes) / (1 << 20)),
                   {}});
}

void check_sources(const Context& context, Checks& out) {
  if (!is_there(context.paths().database)) return;
  auto store = Store::open(context.paths().database, OpenMode::read);
  const auto sources = store ? store->sources() : Result<std::vector<Source>, Problem>(store.error());
  if (!sources) return;  // told with the database
  std::map<SourceState, std::size_t> states;
  std::size_t ahead = 0;
  std::optional<std::string> secret;
  for (const Source& source : *sources) {
    for (const auto& [option, value] : source.options)
      if (const auto warning = warn_of_secret(option, value))
        secret = fmt::format("source {}: {}", source.id.value, *warning);
    ++states[source.health.state];
    if (source.health.last_attempt && *source.health.last_attempt > context.now() + std::chrono::minutes(5)) ++ahead;
  }
  if (ahead > 0)
    out.push_back(
        {Check::Level::warn, "clock",
         fmt::format("{} polled in the future", ahead == 1 ? "a source was" : fmt::format("{} sources were", ahead)),
         "the clock was wrong then, or is now; 'almanac poll --force' sets their times right"});
  if (secret)
    out.push_back({Check::Level::warn, "secrets", *secret, "'almanac source NAME --option header.…' changes it"});
  const std::size_t broken = states[SourceState::failing] + states[SourceState::gone] + states[SourceState::needs_auth];
  if (broken > 0)
    out.push_back({Check::Level::warn, "sources",
                   fmt::format("{} of {} fail ({} gone for good, {} want credentials)", broken, sources->size(),
                               states[SourceState::gone], states[SourceState::needs_auth]),
                   "'almanac sources --broken' says why"});
  else
    out.push_back({Check::Level::ok, "sources", fmt::format("{}, none fails", sources->size()), {}});
}

}  // namespace almanac
