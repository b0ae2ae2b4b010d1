#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/model/harvest.hpp>
#include <almanac/time/calendar/recurrence.hpp>
#include <almanac/time/zones/zone.hpp>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// The answer of `almanac inspect`: a documented public contract (README beside this file). One line of JSON, no line
/// end. `html` fields are sanitised here. `zones` are those that the document can name. `id` is echoed when a batch
/// request gave one.
std::string render_harvest_json(const Harvest& harvest, const ZoneBook& zones,
                                const std::vector<OccurrenceView>* occurrences, std::string_view base_url,
                                const std::optional<std::string>& id);
/// Takes a text in parts, in order; false: no more is wanted.
using TextSink = std::function<bool(std::string_view)>;
/// As render_harvest_json, but handed on while it is written, so that an answer of any size takes no memory. False when
/// `write` wanted no more.
bool write_harvest_json(const Harvest& harvest, const ZoneBook& zones, const std::vector<OccurrenceView>* occurrences,
                        std::string_view base_url, const std::optional<std::string>& id, const TextSink& write);
/// The answer around its entries, for who has never all of them: `begin`, then what render_harvest_entries gives for
/// the entries in any parts, then `end`. Together they are what render_harvest_json gives.
struct HarvestFrame {
  std::string begin, end;
};
HarvestFrame render_harvest_frame(const Harvest& harvest, const std::optional<std::string>& id);
/// The same for who writes while the document is still being read: what is known of the whole by its end comes last, as
/// members of one object may stand in any order. The first comes before the entries, one of the others behind them.
std::string render_harvest_begin(const DocumentInfo& document, const std::optional<std::string>& id);
std::string render_harvest_end(const Harvest& harvest);
/// … of a document of which no more than these entries could be read.
std::string render_harvest_failure(const Problem& problem);
/// `before`: how many entries of the document come before these; a comma parts them. Pure; any thread.
std::string render_harvest_entries(std::span<const Entry> entries, const ZoneBook& zones, std::string_view base_url,
                                   std::size_t before = 0);

/// The same for a document that could not be read.
std::string render_inspect_failure(const Problem& problem, const std::optional<std::string>& id);

}  // namespace almanac
