#pragma once
#include <almanac_sdk.hpp>

#include "draft.hpp"
#include "geo.hpp"
#include "walker.hpp"

namespace almanac::rss {

/// When and where an entry's event is, from the event modules of feeds. The date of publication is never taken for it.
struct EventDraft {
  Best<almanac_time> start, end;
  Best<std::string_view> location, join_url, cost, venue, city, region, country;
  std::string_view parts[4];  ///< start's day and time, end's day and time, where each is an element of its own
  void reset() { *this = EventDraft(); }
};

/// Reads the event modules below an entry, each known by its namespace: RSS 1.0 mod_event, erssical, xCal (draft and
/// RFC 6321), schema.org, LiveWhale, gsite event dates, RSS-CB, Google's data feeds, Modern Events Calendar; Atom's
/// start_time and end_time without a namespace of their own (Calagator); and, only when the source's options ask for
/// it, bare startDate and the like.
class EventFacts {
 public:
  EventFacts(Walker& walker, GeoReader& geo, sdk::Entry& entry) noexcept : walker_(walker), geo_(geo), entry_(entry) {}
  void reset() { draft_.reset(); }
  /// True when the element belongs to an event module.
  bool read(const Element& element);
  /// gd:when, gd:where, gd:eventStatus, gd:recurrence.
  void read_google(const Element& element);
  /// Bare names: <start_date>, <startDate>, <start>, <endDate> …, <location>, <venue>.
  bool read_bare(const Element& element);
  void offer_start(almanac_time time, std::uint8_t rank) { draft_.start.offer(time, rank); }
  void offer_end(almanac_time time, std::uint8_t rank) { draft_.end.offer(time, rank); }
  void offer_location(std::string_view text, std::uint8_t rank) { draft_.location.offer(text, rank); }
  bool has_start() const noexcept { return !draft_.start.empty(); }
  void fill();

 private:
  void read_module(const Element& element);
  void read_xcal(const Element& element);
  void read_schema(const Element& element);
  void read_schema_event(const Element& element);
  void read_schema_place(const Element& element);
  void read_dates(const Element& element);
  void read_mec(const Element& element);
  void add_date(const std::string_view (&parts)[4]);
  void read_deadline(const Element& element);
  void read_google_recurrence(std::string_view lines);
  void read_kind(std::string_view word);
  void add_date(almanac_time start, almanac_time end);
  almanac_time time(const Element& element);
  almanac_time end_time(const Element& element);

  Walker& walker_;
  GeoReader& geo_;
  sdk::Entry& entry_;
  EventDraft draft_;
};

}  // namespace almanac::rss
