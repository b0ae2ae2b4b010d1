#pragma once
#include <almanac_sdk.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "content_lines.hpp"
#include "limits.hpp"
#include "notes.hpp"
#include "parameters.hpp"
#include "place.hpp"
#include "property.hpp"
#include "value_time.hpp"

namespace almanac::ical {

/// What the calendar around a component says about it.
struct CalendarFacts {
  bool cancelled = false;          ///< METHOD:CANCEL
  bool version_1 = false;          ///< vCalendar 1.0
  std::string_view floating_zone;  ///< zone of times without one, where it is not the document's; borrowed
};

/// Makes one entry of the properties of a VEVENT or VTODO, and hands it to the sink. All text lives in the document or
/// in `arena`, which must stay until `finish`.
class EntryBuilder {
 public:
  EntryBuilder(std::string_view base_url, const Limits& limits, Arena& arena, Notes& notes)
      : base_(base_url), limits_(limits), arena_(arena), notes_(notes) {}

  /// Starts an entry; `component` is ALMANAC_COMPONENT_VEVENT or …_VTODO.
  void begin(std::int32_t component, const CalendarFacts& calendar);
  /// Takes one property of the component itself (not of one nested in it). False: it has no value.
  bool add(Property property, const Line& line);
  /// Between these, what is added to the place describes where the entry happens.
  void begin_place() { place_ = {}; }
  bool add_to_place(Property property, const Line& line);
  void end_place();
  /// Emits the entry; or, when its start is impossible, tells why it is skipped. `index` is its position in the
  /// document.
  void finish(const sdk::Sink& sink, std::size_t index);

 private:
  /// The time value of the line at hand.
  struct ReadTime {
    almanac_time at{};
    TimeFit fit = TimeFit::exact;
  };
  ReadTime read() const noexcept;
  almanac_time time(std::string_view name);
  almanac_time stamp(std::string_view name);

  void drop_cut_item();
  std::string_view text();
  void add_text(Property property);
  void add_time(Property property);
  void add_fact(Property property);
  void add_start();
  void add_end();
  void add_due();
  void add_duration();
  void make_days();
  void add_recurrence(Property property);
  void add_dates(std::vector<almanac_str>& list);
  void add_categories();
  void add_geo(std::string_view value);
  std::optional<GeoPoint> read_geo(std::string_view value);
  void set_geo(const GeoPoint& point);
  void add_apple_place();
  void add_structured_data();
  void add_organizer();
  void add_attachment();
  void add_join_link();
  void add_status();
  void add_sequence();
  void warn(std::string_view code, std::string_view message, std::string_view what);

  std::string_view base_;
  const Limits& limits_;
  Arena& arena_;
  Notes& notes_;
  CalendarFacts calendar_;
  sdk::Entry entry_;
  almanac_time modified_{}, stamp_{};
  std::size_t date_count_ = 0;
  bool start_failed_ = false, dates_cut_ = false;
  bool is_all_day_ = false;  ///< its times stand for days
  std::string reason_;
  Parameters parameters_;
  std::string_view value_, rest_;  ///< of the line at hand
  std::string_view apple_place_;   ///< name of the place in Apple's property
  std::string_view link_;          ///< address of the entry where there is no URL
  Place place_, entry_place_;      ///< of the VLOCATION at hand; of the entry
  std::uint32_t line_ = 0;
};

}  // namespace almanac::ical
