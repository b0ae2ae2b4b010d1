#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/harvest.hpp>
#include <almanac/plugin/plugin_source.hpp>
#include <almanac/time/zones/zone.hpp>
#include <map>
#include <optional>
#include <string>

#include "normalise.hpp"
#include "source_options.hpp"

namespace almanac {

/// How one document is to be read.
struct ReadRequest {
  std::string plugin;  ///< id of the plugin to use; empty: the surest one
  std::string recipe;
  std::string recipe_text;                     ///< what the recipe's name stands for
  std::map<std::string, std::string> options;  ///< as the plugin gets them
  SourceOptions source_options;
  std::optional<Kind> kind;                  ///< what the user says that the source's entries are
  std::optional<sys_seconds> now;            ///< for hints about dates only; never decides a date
  bool full_text = false;                    ///< also the readable text of long contents
  const facts::TopicBook* topics = nullptr;  ///< vocabulary of topics; null: only what is published
};

/// A document understood: entries with dates, texts and facts as the program stores them.
struct ReadResult {
  std::string plugin;  ///< id of the plugin that read it
  Harvest harvest;
  ZoneBook zones;  ///< what the document's zone names mean
};

/// The year of an instant, UTC.
int year_of(sys_seconds now);

/// Bytes → entries: decodes the character encoding, finds the plugin, lets it read and normalises. Pure: no network,
/// file or clock. Fails when the document as a whole cannot be read, with a reason for people.
Result<ReadResult, Problem> read_document(Document document, const ReadRequest& request, const PluginSource& plugins);

}  // namespace almanac
