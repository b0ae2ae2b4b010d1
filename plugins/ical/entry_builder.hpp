#pragma once
#include <almanac_sdk.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arena.hpp"
#include "content_lines.hpp"
#include "limits.hpp"
#include "notes.hpp"
#include "parameters.hpp"
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
  void end_after_days();
  void add_recurrence(Property property);
  void add_dates(std::vector<almanac_str>& list);
  void add_categories();
  void add_geo(std::string_view value);
  void add_place();
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
  bool counts_days_ = false;  ///< DURATION has days and weeks alone
  std::string reason_;
  Parameters parameters_;
  std::string_view value_, rest_;  ///< of the line at hand
  std::string_view place_;         ///< name of the place in Apple's property
  std::uint32_t line_ = 0;
};

}  // namespace almanac::ical
