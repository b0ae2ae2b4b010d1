#pragma once
#include <almanac/model/harvest.hpp>
#include <almanac/time/dates/read_date.hpp>
#include <almanac/time/zones/zone.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "normalise.hpp"

namespace almanac {

// The steps of `normalise` for one entry at a time, for readers that never hold all entries of a document.

/// Most warnings about dates that one document gives.
inline constexpr std::size_t most_date_warnings = 20;

/// Reads the moments of one document with its zones and the source's defaults. The references must outlive it.
class TimeReader {
 public:
  /// `calendar_zone`: what the document says that its floating times mean; empty: nothing. What cannot be read is told
  /// in `warnings`, which this reader lets grow by most_date_warnings.
  TimeReader(const std::string& calendar_zone, const ZoneBook& zones, const SourceOptions& options,
             std::vector<Warning>& warnings);

  void read(DocumentInfo& document);
  /// All moments read and resolved; durations turned into ends; declared meanings of pubDate applied.
  void read(Entry& entry);

 private:
  void feed_time(std::optional<Moment>& moment);
  void feed_time(std::optional<Moment>& moment, std::vector<Moment>& others);
  void event_time(std::optional<Moment>& moment);
  bool event_time(Moment& moment);
  void read_end(std::optional<Moment>& end, bool is_last_day);
  void read_clock_end(std::optional<Moment>& end, const Moment& start);
  void read(std::optional<Moment>& moment, bool is_feed_time);
  bool read_text(Moment& moment, bool is_feed_time);
  void make_day(Moment& moment, const std::string& zone_name) const;
  void align_end(Entry& entry) const;
  void close_last_day(Entry& entry) const;
  void end_after_duration(Entry& entry) const;
  void resolve(Moment& moment);
  void warn(const char* code, std::string message);

  std::vector<Warning>& warnings_;
  const ZoneBook& zones_;
  const SourceOptions& options_;
  std::optional<Zone> calendar_zone_;
  DateReading reading_;
  std::size_t told_ = 0;
};

/// Readable texts and lists without repeats.
void normalise_texts(DocumentInfo& document);
void normalise_texts(Entry& entry, bool full_text);
/// Kind, mode, place, cost and topics of an entry whose texts and times are read. `language`: of its document.
void find_facts(Entry& entry, const Normalising& how, std::string_view language);

/// Whether the entry counts as published in the future for `hint_of_future_dates`: later than a day after `now`.
bool is_published_ahead(const Entry& entry, sys_seconds now);
/// Whether `how` lets publication dates be told as suspicious at all.
bool may_hint_future_dates(const Normalising& how);
/// What to tell when `ahead` of `all` entries, which have no start, are published in the future; mostly nothing. A feed
/// most of whose publication dates lie in the future says when things happen, not when they were written.
std::optional<Warning> hint_of_future_dates(std::size_t ahead, std::size_t all);

}  // namespace almanac
