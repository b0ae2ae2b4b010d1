#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/digest/profile.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace almanac {

/// A digest that the user wants, as configured.
struct ProfileConfig {
  std::string title, filter, period = "week", at, zone, into = "~/almanac";
  DateLanguage language = DateLanguage::en;
  std::vector<std::string> formats = {"md"};
  std::string templates;  ///< folder with digest.FORMAT.mustache files; empty: none
  std::string mail_to, mail_from, maildir;
  std::vector<std::string> send;  ///< command and arguments that take the message on standard input
  std::int64_t limit = 20;
  std::vector<std::string> sections;  ///< words of section_word(), in order; empty: all
  std::vector<std::string> topics;    ///< of interest
  RankWeights weights;
};

/// The configuration file. Every key has a default; `config/almanac.toml` explains each.
struct Config {
  struct Net {
    std::string contact, ca_file;
    std::vector<std::string> allow_private;
    std::chrono::milliseconds host_spacing{2000};
    std::int64_t host_connections = 1;
    std::map<std::string, std::chrono::milliseconds> pace;  ///< spacing by host name, besides host_spacing
  } net;
  struct Poll {
    std::chrono::seconds base = std::chrono::minutes(60), floor = std::chrono::minutes(15),
                         ceiling = std::chrono::hours(24);
    std::int64_t concurrency = 32;
  } poll;
  struct Display {
    std::string zone;  ///< IANA name; empty: the system's
  } display;
  struct Log {
    std::string level = "info", format = "text";
  } log;
  std::vector<std::string> plugin_folders;
  std::map<std::string, std::string> filters;              ///< named filters
  std::map<std::string, std::uint32_t> filter_lines;       ///< where each of them stands in the file
  std::map<std::string, std::vector<std::string>> topics;  ///< words by topic, besides those of feeds/topics.toml
  std::map<std::string, ProfileConfig> profiles;
};

/// Reads a file. A missing file is an error only if `must_exist`. Wrong syntax, unknown keys (with the nearest valid
/// one), values that do not fit and references without anything behind them (see secrets.hpp) are errors that name file
/// and line.
Result<Config, Problem> load_config(const std::filesystem::path& file, bool must_exist);

/// Every key that a configuration may hold, as "net.contact"; those of a profile as "profile.*.title", a named filter
/// as "filter.*". For documents and their tests.
std::vector<std::string> config_keys();

/// "90s", "15m", "6h", "2d", "1w", "250ms"; a bare number is seconds. Nothing when it is no span or is negative.
std::optional<std::chrono::milliseconds> read_span(std::string_view text);

}  // namespace almanac
