#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "../context.hpp"

namespace almanac {

/// One thing that `almanac doctor` looked at.
struct Check {
  enum class Level { ok, warn, fail } level = Level::ok;
  std::string name;  ///< what was looked at, one word
  std::string what;  ///< how it is
  std::string hint;  ///< what to do; empty when nothing is
};

using Checks = std::vector<Check>;

/// The settings: profiles, logging, address ranges, who answers for it.
void check_configuration(const Context& context, Checks& out);
/// The file, its permissions, its schema and its integrity (reads all of it), and who uses it.
void check_database(const Context& context, Checks& out);
/// Whether sources fail.
void check_sources(const Context& context, Checks& out);
/// The time, whether it is kept in step, and the zone.
void check_clock(const Context& context, Checks& out);
/// Interfaces, resolver and certificates; with `online` also whether the names of some sources can be resolved. Without
/// it nothing leaves the machine.
void check_network(const Context& context, bool online, Checks& out);
/// Plugins and the catalogue.
void check_plugins(const Context& context, Checks& out);
/// Free space where the database and the digests lie.
void check_disk(const Context& context, Checks& out);

std::string_view to_text(Check::Level level);
/// "ok    disk       41.2 GiB free in …", with what to do below.
std::string checks_text(const Checks& checks);
/// An object with "schema": "almanac.doctor/1" and "checks".
std::string checks_json(const Checks& checks);

}  // namespace almanac
