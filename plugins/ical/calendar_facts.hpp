#pragma once
#include <almanac_sdk.hpp>
#include <string>
#include <string_view>

#include "arena.hpp"
#include "content_lines.hpp"
#include "entry_builder.hpp"
#include "notes.hpp"
#include "property.hpp"

namespace almanac::ical {

/// What the calendars of one document say of themselves; the first statement of a fact stands.
class DocumentFacts {
 public:
  DocumentFacts(std::string_view base_url, Notes& notes) : base_(base_url), notes_(notes) {}

  /// A VCALENDAR begins: METHOD, VERSION and time zone are its own.
  void begin_calendar();
  /// Takes one property of the VCALENDAR itself. False: the line has no value.
  bool add(Property property, const Line& line);
  CalendarFacts calendar() const noexcept;
  /// Hands over the zone that a vCalendar 1.0 defines for itself, once; before its first entry.
  void tell_zone(const sdk::Sink& sink) {
    if (!summer_.empty()) tell_summer_zone(sink);
  }
  /// `format` is "icalendar" or "xcal".
  void finish(const sdk::Sink& sink, std::string_view format);

 private:
  /// Copies owned here: calendar properties outlive the arena's pieces.
  struct Texts {
    std::string version, product, method, id, name, wr_name, description, wr_description, zone, url, self, language,
        image;
  };
  void add_text(Property property, std::string_view value, std::string_view language);
  void tell_summer_zone(const sdk::Sink& sink);
  void add_daylight(std::string_view value);
  void add_refresh(Property property, std::string_view value, std::uint32_t line);

  std::string base_;
  Notes& notes_;
  Arena arena_;
  Texts first_;
  std::string method_, version_, zone_;        ///< of the calendar at hand
  std::string summer_zone_, summer_, offset_;  ///< its zone with summer time: name, observances not handed over, TZ
  int summers_ = 0;
  std::int64_t refresh_ = 0, refresh_hint_ = 0;
  almanac_time updated_{};
  std::string updated_text_;
  std::vector<std::string> categories_;
};

}  // namespace almanac::ical
