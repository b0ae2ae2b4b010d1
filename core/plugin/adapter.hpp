#pragma once
#include <almanac_source.h>

#include <almanac/model/harvest.hpp>

#include "instance.hpp"

namespace almanac {

/// Collects what a plugin says in one call, checks it and turns it into values: the only place where C structs become
/// C++ ones. The plugin is taken for hostile: sizes, enumerators and counts are checked, limits hold.
class HarvestCollector {
 public:
  /// With `take`, which must outlive the collector, entries are handed on instead of kept; `begin`, too, gets what it
  /// gets while the plugin runs.
  explicit HarvestCollector(const HarvestLimits& limits, const EntryTaker* take = nullptr,
                            const BeginTaker* begin = nullptr);
  HarvestCollector(const HarvestCollector&) = delete;
  HarvestCollector& operator=(const HarvestCollector&) = delete;

  const almanac_sink& sink() const noexcept { return sink_; }
  Harvest take() { return std::move(harvest_); }
  /// Set when the collector itself ended the call: the limit that was passed.
  const std::string& stopped_by() const noexcept { return stopped_by_; }
  /// Whether the taker of the entries wanted no more.
  bool has_enough() const noexcept { return has_enough_; }

 private:
  almanac_status on_request(const almanac_request& request);
  almanac_status on_document(const almanac_document& document);
  almanac_status on_entry(const almanac_entry& entry);
  almanac_status on_zone(std::string_view id, std::string_view definition);
  almanac_status on_discovered(const almanac_link& link);
  almanac_status on_skip(std::size_t index, std::string_view reason);
  almanac_status on_warning(std::string_view code, std::string_view message, std::uint32_t line);
  almanac_status stop(std::string reason);

  HarvestLimits limits_;
  const EntryTaker* take_;
  const BeginTaker* begin_;
  Harvest harvest_;
  std::size_t entries_ = 0, text_bytes_ = 0;
  bool is_told_first_ = false;  ///< what the document says of itself came before the first entry
  bool has_enough_ = false, zones_cut_ = false;
  std::string stopped_by_;
  almanac_sink sink_;
};

}  // namespace almanac
