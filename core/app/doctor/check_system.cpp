#include <fmt/format.h>
#include <netdb.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

#include <almanac/model/moment.hpp>
#include <almanac/model/url.hpp>
#include <almanac/net/interfaces_up.hpp>
#include <almanac/store/store.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "../digest_wish.hpp"
#include "check.hpp"

namespace almanac {
namespace {

using std::filesystem::path;

/// This program was written then: an earlier clock is wrong.
constexpr sys_seconds earliest = std::chrono::sys_days(std::chrono::year(2026) / 1 / 1);
constexpr double gib = 1 << 30;

std::vector<std::string> name_servers() {
  std::vector<std::string> servers;
  std::ifstream file("/etc/resolv.conf");
  for (std::string word; file >> word;)
    if (word == "nameserver" && file >> word) servers.push_back(word);
  return servers;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

/// Resolves the hosts of a few sources: the only thing that leaves the machine.
void check_names(const Context& context, Checks& out) {
  auto store = Store::open(context.paths().database, OpenMode::read);
  const auto sources = store ? store->sources() : Result<std::vector<Source>, Problem>(store.error());
  std::set<std::string> hosts;
  if (sources)
    for (const Source& source : *sources)
      if (const auto url = Url::parse(source.url); url && !url->is_file() && hosts.size() < 3)
        hosts.insert(std::string(url->host()));
  for (const std::string& host : hosts) {
    addrinfo* found = nullptr;
    const int code = ::getaddrinfo(host.c_str(), nullptr, nullptr, &found);
    if (code == 0) ::freeaddrinfo(found);
    out.push_back(code == 0 ? Check{Check::Level::ok, "network", host + " can be resolved", {}}
                            : Check{Check::Level::fail, "network", host + ": " + ::gai_strerror(code),
                                    "check the network and the name servers in /etc/resolv.conf"});
  }
}

/// Free space at the nearest folder above that exists.
void check_space(path folder, const char* name, std::uintmax_t in_use, Checks& out) {
  std::error_code ec;
  folder = std::filesystem::absolute(folder, ec);
  while (!std::filesystem::exists(folder, ec) && folder.has_relative_path()) folder = folder.parent_path();
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) {
    out.push_back({Check::Level::warn, name, folder.string() + ": cannot be looked at", "check its permissions"});
    return;
  }
  const double free = static_cast<double>(status.f_bavail) * static_cast<double>(status.f_frsize);
  const std::string what = fmt::format("{:.1f} GiB free in {}", free / gib, folder.string());
  const bool no_files = status.f_files > 0 && status.f_favail == 0;
  const double wanted = 2 * static_cast<double>(in_use) + 0.25 * gib;
  if (::access(folder.c_str(), W_OK) != 0)
    out.push_back({Check::Level::fail, name, folder.string() + " cannot be written to", "check its permissions"});
  else if (free < gib / 16 || no_files)
    out.push_back({Check::Level::fail, name, no_files ? folder.string() + ": no file can be made there any more" : what,
                   "free some space: polls are not stored without it"});
  else if (free < wanted)
    out.push_back({Check::Level::warn, name, what, "free some space: the database needs room to grow"});
  else
    out.push_back({Check::Level::ok, name, what, {}});
}

}  // namespace

void check_clock(const Context& context, Checks& out) {
  const sys_seconds now = SystemClock().now();
  const std::string shown = iso_text(MomentKind::instant, now.time_since_epoch().count());
  timex state{};
  if (now < earliest)
    out.push_back(
        {Check::Level::fail, "clock", "it is not " + shown, "set the clock; certificates are refused otherwise"});
  else if (::adjtimex(&state) == TIME_ERROR)
    out.push_back(
        {Check::Level::warn, "clock", shown + ", not synchronised", "'timedatectl set-ntp true' keeps it right"});
  else
    out.push_back({Check::Level::ok, "clock", shown + ", zone " + context.zone().name(), {}});
}

void check_network(const Context& context, bool online, Checks& out) {
  const auto interfaces = interfaces_up();
  const auto servers = name_servers();
  if (interfaces.empty())
    out.push_back({Check::Level::warn, "network", "only the loopback interface is up", "connect the machine"});
  else
    out.push_back({Check::Level::ok, "network", "up: " + joined(interfaces), {}});
  if (servers.empty())
    out.push_back({Check::Level::warn, "network", "/etc/resolv.conf names no name server",
                   "names are resolved by "
                   "/etc/hosts alone"});
  else
    out.push_back({Check::Level::ok, "network", "name servers: " + joined(servers), {}});
  std::error_code ec;
  const std::string& own = context.config().net.ca_file;
  const path authorities = own.empty() ? path("/etc/ssl/certs/ca-certificates.crt") : path(own);
  if (std::filesystem::file_size(authorities, ec) == 0 || ec)
    out.push_back({Check::Level::fail, "network", authorities.string() + ": no certificate authorities",
                   own.empty() ? "install the package ca-certificates" : "correct net.ca_file"});
  if (online) check_names(context, out);
}

void check_disk(const Context& context, Checks& out) {
  std::error_code ec;
  const path& database = context.paths().database;
  const std::uintmax_t size = std::filesystem::exists(database, ec) ? std::filesystem::file_size(database, ec) : 0;
  check_space(database.parent_path(), "disk", size, out);
  std::set<path> folders;
  for (const auto& [name, profile] : context.config().profiles)
    if (const auto wish = digest_wish(context, name); wish && folders.insert(wish->folder).second)
      check_space(wish->folder, "digests", 0, out);
}

}  // namespace almanac
