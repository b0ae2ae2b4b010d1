#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/time/zones/zone.hpp>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// What the publication date of a feed's entries really is; declared by the user, never guessed.
enum class PubdateMeans : std::uint8_t { published, start, deadline, build };

/// The options of a source that say how its documents are to be understood. Made from the texts that people write
/// (`--option name=value`, `options` in the catalogue).
struct SourceOptions {
  PubdateMeans pubdate_means = PubdateMeans::published;
  bool start_is_deadline = false;          ///< what starts is no event: something closes then
  std::optional<Zone> default_tz;          ///< zone of times without one
  bool guid_stable = true;                 ///< ids name the same thing from poll to poll
  bool dtend_inclusive = false;            ///< an all-day end is the last day, against RFC 5545
  bool full_snapshot = false;              ///< the document always lists everything: what vanished was withdrawn
  bool day_first = true;                   ///< 03/04/2026 is 3 April
  std::vector<std::string> allow_private;  ///< address ranges or hosts that this source may use besides public ones
  bool verify_tls = true;
  std::map<std::string, std::string> headers;  ///< `header.NAME`: sent with each request of this source
};

/// Reads the texts. Unknown names are errors that name the nearest valid one; so are values that do not fit.
Result<SourceOptions, Problem> read_source_options(const std::map<std::string, std::string>& options);

/// One option for `--help` and documents.
struct OptionHelp {
  std::string_view name, values, meaning;
};
const std::vector<OptionHelp>& source_option_help();

}  // namespace almanac
