#include <algorithm>
#include <cstring>

#include "entry_builder.hpp"
#include "rule_1.hpp"
#include "rule_order.hpp"
#include "scan.hpp"
#include "value_text.hpp"
#include "value_time.hpp"

namespace almanac::ical {
namespace {

/// The time a value states, and its zone as published.
struct Stated {
  TimeValue time;
  std::string_view text, zone;
};

/// Without the quotes around it and the separators behind it ("20260301T090000Z;").
std::string_view without_marks(std::string_view text) noexcept {
  constexpr std::string_view marks = "\"';,)";
  while (!text.empty() && marks.find(text.back()) != marks.npos) text.remove_suffix(1);
  while (!text.empty() && (text.front() == '"' || text.front() == '\'')) text.remove_prefix(1);
  return trim_controls(text);
}

/// "DTSTART:TZID=Europe/Berlin:20260301T090000": a colon in the place of the semicolon.
std::optional<Stated> state_behind_parameter(std::string_view parameter, std::string_view text) noexcept {
  const std::size_t equals = parameter.find('=');
  if (equals == parameter.npos) return std::nullopt;
  const std::string_view name = parameter.substr(0, equals);
  const bool is_zone = is_word(name, "TZID");
  const TimeValue time = read_time(text);
  if (time.form == TimeForm::other || (!is_zone && !is_word(name, "VALUE"))) return std::nullopt;
  return Stated{time, text, is_zone ? parameter.substr(equals + 1) : std::string_view()};
}

Stated state(std::string_view value, std::string_view zone, std::string_view rest) noexcept;

/// What a value states that is no time by itself. An unquoted TZID with a colon ("TZID=GMT+01:00:20260301T090000") ends
/// the parameters too early: then the date stands behind the last colon, and the zone before it.
Stated state_odd(std::string_view text, std::string_view zone, std::string_view rest) noexcept {
  if (const std::string_view bare = without_marks(text); bare.size() != text.size()) return state(bare, zone, rest);
  const Stated stated{{}, text, zone};
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos) return stated;
  if (zone.empty()) return state_behind_parameter(text.substr(0, colon), text.substr(colon + 1)).value_or(stated);
  const TimeValue behind = read_time(text.substr(colon + 1));
  const std::size_t from = rest.find(zone);
  if (behind.form == TimeForm::other || from == rest.npos) return stated;
  const std::size_t to = std::min(rest.find(';', from), rest.rfind(':'));
  return {behind, text.substr(colon + 1), rest.substr(from, to - from)};
}

/// `rest` is the line behind the property's name.
Stated state(std::string_view value, std::string_view zone, std::string_view rest) noexcept {
  const std::string_view text = trim_controls(value);
  const TimeValue time = read_time(text);
  return time.form != TimeForm::other ? Stated{time, text, zone} : state_odd(text, zone, rest);
}

/// The part of a duration that counts weeks and days: nominal ones, where hours are exact (§3.3.6).
std::string_view date_part(std::string_view duration) noexcept {
  return duration.substr(0, duration.find_first_of("Tt"));
}

bool is_midnight(std::int64_t seconds) noexcept { return seconds % 86'400 == 0; }

almanac_time moment(const Stated& stated, bool says_date) noexcept {
  almanac_time out{};
  out.text = sdk::borrow(stated.text);
  out.seconds = stated.time.seconds;
  out.precision = stated.time.to_the_minute ? ALMANAC_PRECISION_MINUTE : ALMANAC_PRECISION_SECOND;
  TimeForm form = stated.time.form;
  if (says_date && form != TimeForm::other && is_midnight(out.seconds)) form = TimeForm::date;
  switch (form) {
    case TimeForm::date:
      out.kind = ALMANAC_TIME_DATE;
      out.precision = ALMANAC_PRECISION_DAY;
      break;
    case TimeForm::local:
      out.kind = ALMANAC_TIME_LOCAL;
      out.zone = sdk::borrow(stated.zone);
      break;
    case TimeForm::utc:
      out.kind = ALMANAC_TIME_INSTANT;
      break;
    case TimeForm::other:
      out = sdk::as_published(stated.text);
      out.zone = sdk::borrow(stated.zone);
  }
  return out;
}

}  // namespace

EntryBuilder::ReadTime EntryBuilder::read() const noexcept {
  Stated stated = state(value_, trim_controls(parameters_.find("TZID")), rest_);
  if (stated.zone.empty()) stated.zone = calendar_.floating_zone;
  if (stated.text.empty()) return {};
  const bool says_date = is_word(parameters_.find("VALUE"), "DATE");
  return {moment(stated, says_date), stated.time.fit};
}

almanac_time EntryBuilder::time(std::string_view name) {
  const ReadTime read_value = read();
  if (read_value.fit == TimeFit::exact) return read_value.at;
  warn("impossible-date", std::string(name) + " is no date and was dropped", value_);
  return {};
}

/// DTSTAMP, CREATED and LAST-MODIFIED are always UTC (§3.8.7), also where the Z was forgotten.
almanac_time EntryBuilder::stamp(std::string_view name) {
  almanac_time at = time(name);
  if (at.kind == ALMANAC_TIME_LOCAL && parameters_.find("TZID").empty()) {
    at.kind = ALMANAC_TIME_INSTANT;
    at.zone = {};
  }
  return at;
}

void EntryBuilder::add_time(Property property) {
  switch (property) {
    case Property::start:
      add_start();
      break;
    case Property::stop:
      add_end();
      break;
    case Property::due:
      add_due();
      break;
    case Property::duration:
      add_duration();
      break;
    case Property::stamp:
      if (stamp_.kind == ALMANAC_TIME_NONE) stamp_ = stamp("DTSTAMP");
      break;
    case Property::last_modified:
      if (modified_.kind == ALMANAC_TIME_NONE) modified_ = stamp("LAST-MODIFIED");
      break;
    case Property::created:
      if (entry_.published.kind == ALMANAC_TIME_NONE) entry_.published = stamp("CREATED");
      break;
    case Property::recurrence_id:
      entry_.recurrence_id = time("RECURRENCE-ID");
      entry_.this_and_future = is_word(parameters_.find("RANGE"), "THISANDFUTURE");
      break;
    default:
      add_recurrence(property);
  }
}

void EntryBuilder::add_start() {
  if (entry_.start.kind != ALMANAC_TIME_NONE) return;
  const ReadTime read_value = read();
  start_failed_ = read_value.fit != TimeFit::exact;
  if (start_failed_) {
    reason_ = "DTSTART is no date: ";
    append_quoted(reason_, value_);
    reason_ += " (line " + std::to_string(line_) + ")";
  } else {
    entry_.start = read_value.at;
  }
}

/// Exporters that add one to the day of an all-day event's end overflow at the end of a month: "20260931" means 1
/// October.
void EntryBuilder::add_end() {
  if (entry_.end.kind != ALMANAC_TIME_NONE) return;
  const ReadTime read_value = read();
  if (read_value.fit == TimeFit::carried) {
    warn("impossible-date", "DTEND runs over the end of its month and was carried into the next", value_);
    entry_.end = read_value.at;
    return;
  }
  entry_.end = time("DTEND");
}

/// Outlook writes the days of an event as midnights in the zone of its calendar, and says so.
void EntryBuilder::make_days() {
  const auto is_day = [](const almanac_time& at) { return at.kind == ALMANAC_TIME_LOCAL && is_midnight(at.seconds); };
  const auto make_day = [&](almanac_time& at) {
    if (!is_day(at)) return;
    at.kind = ALMANAC_TIME_DATE;
    at.precision = ALMANAC_PRECISION_DAY;
    at.zone = {};
  };
  if (!is_day(entry_.start) || (entry_.end.kind != ALMANAC_TIME_NONE && !is_day(entry_.end))) return;
  make_day(entry_.start);
  make_day(entry_.end);
  make_day(entry_.recurrence_id);
}

void EntryBuilder::add_due() {
  if (entry_.component != ALMANAC_COMPONENT_VTODO || !entry_.deadline_list.empty()) return;
  const almanac_time at = time("DUE");
  if (at.kind != ALMANAC_TIME_NONE) entry_.deadline_list.push_back({ALMANAC_DEADLINE_OTHER, 0, at, {}});
}

void EntryBuilder::add_duration() {
  const auto seconds = read_duration(trim_controls(value_));
  if (seconds && *seconds >= 0) {
    entry_.duration = *seconds;
    entry_.duration_days = read_duration(date_part(trim_controls(value_))).value_or(0) / 86'400;
  } else if (!trim_controls(value_).empty()) {
    warn("bad-duration", "DURATION is not the length of an event and was dropped", value_);
  }
}

void EntryBuilder::add_recurrence(Property property) {
  if (property == Property::rdate || property == Property::exdate) {
    add_dates(property == Property::rdate ? entry_.rdate_list : entry_.exdate_list);
    return;
  }
  auto& list = property == Property::rrule ? entry_.rrule_list : entry_.exrule_list;
  std::string_view rule = trim_controls(unescape(value_, arena_));
  if (begins_with_word(rule, "RRULE:")) rule.remove_prefix(6);  // the name once more, from a library's whole line
  if (rule.empty() || list.size() >= limits_.list) return;
  if (rule.find('=') == rule.npos) {
    if (const auto translated = translate_rule_1(rule)) rule = arena_.keep(*translated);
  }
  list.push_back(sdk::borrow(in_order(rule, arena_)));
}

void EntryBuilder::add_dates(std::vector<almanac_str>& list) {
  std::string_view raw = rest_.front() == ';' ? rest_.substr(1) : rest_;
  // A semicolon is the separator of the old grammar; a comma may be escaped as in a text.
  const auto is_odd = [](char c) { return c == ';' || c == '\\'; };
  if (std::any_of(value_.begin(), value_.end(), is_odd)) {
    char* copy = arena_.reserve(raw.size());
    const auto head = static_cast<std::ptrdiff_t>(raw.size() - value_.size());
    char* out = std::copy(raw.begin(), raw.begin() + head, copy);
    std::transform(raw.begin() + head, raw.end(), out, [](char c) { return c == ';' ? ',' : c == '\\' ? ' ' : c; });
    arena_.take(raw.size());
    raw = {copy, raw.size()};
  }
  const std::size_t room = limits_.dates - date_count_;
  std::size_t count = 0, at = raw.size() - value_.size();
  for (; at < raw.size() && count < room; ++count) at = std::min(raw.find(',', at), raw.size() - 1) + 1;
  date_count_ += count;
  if (at < raw.size()) {
    if (!dates_cut_) warn("too-many-dates", "further dates of a component were dropped", {});
    dates_cut_ = true;
    raw = raw.substr(0, at > 0 && raw[at - 1] == ',' ? at - 1 : at);
  }
  if (count > 0) list.push_back(sdk::borrow(raw));
}

}  // namespace almanac::ical
