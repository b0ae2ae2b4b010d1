#include "calendar_facts.hpp"

#include "address.hpp"
#include "parameters.hpp"
#include "scan.hpp"
#include "value_text.hpp"
#include "value_time.hpp"

namespace almanac::ical {
namespace {

void set_first(std::string& to, std::string_view value) {
  if (to.empty()) to = value;
}

}  // namespace

void DocumentFacts::begin_calendar() {
  method_.clear();
  version_.clear();
  zone_.clear();
  summer_zone_.clear();
  summer_.clear();
  offset_.clear();
  summers_ = 0;
}

CalendarFacts DocumentFacts::calendar() const noexcept {
  CalendarFacts facts;
  facts.cancelled = is_word(method_, "CANCEL");
  facts.version_1 = version_ == "1.0";
  if (zone_ != first_.zone) facts.floating_zone = zone_;
  if (!summer_zone_.empty()) facts.floating_zone = summer_zone_;
  return facts;
}

void DocumentFacts::tell_summer_zone(const sdk::Sink& sink) {
  sink.zone(summer_zone_, "BEGIN:VTIMEZONE\nTZID:" + summer_zone_ + "\n" + summer_ + "END:VTIMEZONE\n");
  summer_.clear();
}

/// vCalendar 1.0: "DAYLIGHT:TRUE;+02;20260329T020000;20261025T030000;CET;CEST", one for each year.
void DocumentFacts::add_daylight(std::string_view value) {
  const auto part = [&] { return trim_controls(take_item(value, ";")); };
  constexpr int most_summers = 16;  // the host takes 32 observances of a zone
  if (!is_word(part(), "TRUE") || offset_.empty() || summers_ == most_summers) return;
  const std::string to(part()), begin(part()), end(part()), name(part()), summer_name(part());
  if (to.empty() || read_time(begin).form == TimeForm::other || read_time(end).form == TimeForm::other) return;
  if (summer_zone_.empty())
    summer_zone_ = name.empty() || summer_name.empty() ? offset_ + "/" + to : name + "/" + summer_name;
  const auto observance = [&](const char* kind, const std::string& from, const std::string& start,
                              const std::string& into, const std::string& called) {
    summer_ += std::string("BEGIN:") + kind + "\nDTSTART:" + start + "\nTZOFFSETFROM:" + from + "\nTZOFFSETTO:" + into +
               "\nTZNAME:" + called + "\nEND:" + kind + "\n";
  };
  ++summers_;
  observance("DAYLIGHT", offset_, begin, to, summer_name);
  observance("STANDARD", to, end, offset_, name);
}

bool DocumentFacts::add(Property property, const Line& line) {
  arena_.reset();
  Parameters parameters;
  if (!parameters.read(line.rest, arena_)) return line.cut;
  const std::string_view value = parameters.value();
  switch (property) {
    case Property::refresh:
    case Property::refresh_hint:
      add_refresh(property, trim_controls(value), line.number);
      break;
    case Property::url:
    case Property::source:
    case Property::image:
      if (!parameters.has("ENCODING"))
        set_first(property == Property::url      ? first_.url
                  : property == Property::source ? first_.self
                                                 : first_.image,
                  absolute_address(value, base_, arena_));
      break;
    case Property::last_modified: {
      const TimeValue time = read_time(trim_controls(value));
      if (time.form == TimeForm::other || time.fit != TimeFit::exact || updated_.kind != ALMANAC_TIME_NONE) break;
      updated_text_ = trim_controls(value);
      updated_.kind = time.form == TimeForm::date ? ALMANAC_TIME_DATE : ALMANAC_TIME_INSTANT;
      updated_.precision = time.form == TimeForm::date ? ALMANAC_PRECISION_DAY : ALMANAC_PRECISION_SECOND;
      updated_.seconds = time.seconds;
      break;
    }
    case Property::categories:
      for (std::string_view list = value; !list.empty() && categories_.size() < 256;)
        categories_.emplace_back(unescape(take_item(list, ","), arena_));
      break;
    default:
      add_text(property, trim_controls(unescape(value, arena_)), parameters.find("LANGUAGE"));
  }
  return true;
}

void DocumentFacts::add_text(Property property, std::string_view value, std::string_view language) {
  switch (property) {
    case Property::version:
      set_first(version_, value);
      set_first(first_.version, value);
      break;
    case Property::method:
      set_first(method_, value);
      break;
    case Property::product:
      set_first(first_.product, value);
      break;
    case Property::daylight:
      add_daylight(value);
      break;
    case Property::tz_offset:
      set_first(offset_, value);
      [[fallthrough]];
    case Property::time_zone:
    case Property::tzid:  // of the calendar itself
      set_first(zone_, value);
      set_first(first_.zone, value);
      break;
    case Property::uid:
    case Property::wr_id:
      set_first(first_.id, value);
      break;
    case Property::name:
      set_first(first_.name, value);
      set_first(first_.language, language);
      break;
    case Property::wr_name:
      set_first(first_.wr_name, value);
      break;
    case Property::description:
      set_first(first_.description, value);
      break;
    case Property::wr_description:
      set_first(first_.wr_description, value);
      break;
    default:
      break;
  }
}

void DocumentFacts::add_refresh(Property property, std::string_view value, std::uint32_t line) {
  const auto seconds = read_duration(value);
  if (!seconds || *seconds <= 0) {
    notes_.warn("bad-duration", "the refresh interval is not a length of time and was ignored", value, line);
    return;
  }
  std::int64_t& to = property == Property::refresh ? refresh_ : refresh_hint_;
  if (to == 0) to = *seconds;
}

void DocumentFacts::finish(const sdk::Sink& sink, std::string_view format) {
  sdk::Document document;
  document.repaired = notes_.any() ? 1 : 0;
  document.format = sdk::borrow(format);
  document.version = sdk::borrow(first_.version);
  document.id = sdk::borrow(first_.id);
  document.title = sdk::plain(first_.name.empty() ? first_.wr_name : first_.name);
  document.description = sdk::plain(first_.description.empty() ? first_.wr_description : first_.description);
  document.url = sdk::borrow(first_.url);
  document.self = sdk::borrow(first_.self);
  document.language = sdk::borrow(first_.language);
  document.image = sdk::borrow(first_.image);
  document.generator = sdk::borrow(first_.product);
  document.time_zone = sdk::borrow(first_.zone);
  document.refresh_after = refresh_ > 0 ? refresh_ : refresh_hint_;
  document.updated = updated_;
  document.updated.text = sdk::borrow(updated_text_);
  for (const std::string& category : categories_) document.category_list.push_back(sdk::borrow(category));
  sink.document(document);
}

}  // namespace almanac::ical
