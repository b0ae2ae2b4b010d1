#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/facts/topics.hpp>
#include <almanac/model/harvest.hpp>
#include <almanac/time/zones/zone.hpp>
#include <optional>
#include <string_view>

#include "source_options.hpp"

namespace almanac {

struct Normalising {
  const SourceOptions& options;
  std::optional<Kind> kind;                  ///< what the user says that the entries are
  std::optional<sys_seconds> now;            ///< for hints only
  bool full_text = false;                    ///< also fill `content.plain` where a summary exists
  const facts::TopicBook* topics = nullptr;  ///< vocabulary that topics are read by; null: published ones only
};

/// Turns entries as found into entries as stored, in place: text made readable, dates read and put on the time line,
/// ends and kinds settled. What had to be assumed or dropped is added to the harvest's warnings. Returns what the
/// document's zone names mean.
ZoneBook normalise(Harvest& harvest, const Normalising& how);

// The steps, each a pure function over values.

/// Readable texts, clean URLs and lists without repeats.
void normalise_texts(Harvest& harvest, bool full_text);
/// All moments read and resolved; durations turned into ends; declared meanings of pubDate applied.
void normalise_times(Harvest& harvest, const ZoneBook& zones, const Normalising& how);
/// Kind, mode and join link, from what is declared and stated. `language`: of the document; may be empty.
void normalise_facts(Entry& entry, std::optional<Kind> declared, std::string_view language = {});

}  // namespace almanac
