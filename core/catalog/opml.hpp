#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/source.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// The attributes of ours in an OPML outline: plugin, recipe, kind, every (seconds), tag (one a line) and
/// option-NAME.
inline constexpr std::string_view opml_namespace = "urn:x-almanac:opml:1";

/// A subscription that was not taken, and why.
struct OpmlSkipped {
  std::string what, reason;
};
struct OpmlList {
  std::string title;
  std::vector<Source> sources;  ///< each address once; folders around an outline and its categories are tags
  std::vector<OpmlSkipped> skipped;
};

/// Reads OPML 1.0 and 2.0 as readers write it: nested folders, attribute names in any case, subscriptions without a
/// type. Only http and https addresses are taken: a list from elsewhere never names files of this machine. At most
/// 8 MiB, 100,000 outlines and 64 levels; walked without recursion. `file` is for messages.
Result<OpmlList, Problem> read_opml(std::string_view xml, const std::string& file);

enum class OpmlSecrets { masked, written };
struct OpmlText {
  std::string xml;
  std::size_t masked = 0;  ///< sources whose address or options hold secrets that were left out
};
/// OPML 2.0 that `read_opml` reads back as the same sources (address, name, plugin, recipe, kind, tags, interval,
/// options). Passwords in addresses, values that look like keys and headers are masked unless asked for.
OpmlText write_opml(const std::vector<Source>& sources, sys_seconds made, OpmlSecrets secrets);

}  // namespace almanac
