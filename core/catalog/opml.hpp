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

/// The attributes of ours in an OPML outline: plugin, recipe, kind, every (seconds), tag (one a line), option-NAME,
/// state ("paused") and masked ("address": it is not the whole address).
inline constexpr std::string_view opml_namespace = "urn:x-almanac:opml:1";

/// A subscription that was not taken, and why.
struct OpmlSkipped {
  std::string what, reason;
};
struct OpmlList {
  std::string title;
  /// Each address once; the folders around its outlines and their categories are tags.
  std::vector<Source> sources;
  std::vector<OpmlSkipped> skipped;
};

/// Whether a list may name files of this machine: one from elsewhere may not.
enum class OpmlFiles { refused, taken };

/// Reads OPML 1.0 and 2.0 as readers write it: nested folders, attribute names in any case, subscriptions without a
/// type. Besides http and https addresses only those of files, where these are taken; no address of ours with a masked
/// part. At most 8 MiB, 100,000 outlines and 64 levels; walked without recursion. `file` is for messages.
Result<OpmlList, Problem> read_opml(std::string_view xml, const std::string& file,
                                    OpmlFiles files = OpmlFiles::refused);

enum class OpmlSecrets { masked, written };
struct OpmlText {
  std::string xml;
  std::size_t masked = 0;  ///< sources whose address or options hold secrets that were left out
};
/// OPML 2.0 that `read_opml` reads back as the same sources (address, name, plugin, recipe, kind, tags, interval,
/// options, whether it is paused). Passwords in addresses, values that look like keys and headers are masked unless
/// asked for; a masked address is marked as such.
OpmlText write_opml(const std::vector<Source>& sources, sys_seconds made, OpmlSecrets secrets);

}  // namespace almanac
