#include "entry_builder.hpp"

#include <almanac/model/url_encode.hpp>
#include <almanac/text/charset.hpp>
#include <charconv>

#include "address.hpp"
#include "markup.hpp"
#include "scan.hpp"
#include "value_text.hpp"

namespace almanac::ical {
namespace {

bool is_text(Property property) noexcept {
  return property == Property::description || property == Property::html_description || property == Property::summary ||
         property == Property::location || property == Property::categories;
}

/// "Jane%20Doe": The Events Calendar writes names as they stand in addresses.
std::string_view person_name(std::string_view text, Arena& arena) {
  if (text.find("%20") == text.npos || text.find(' ') != text.npos) return text;
  const std::string name = url_detail::percent_decode(text);
  return is_valid_utf8(name) ? arena.keep(name) : text;
}

}  // namespace

void EntryBuilder::warn(std::string_view code, std::string_view message, std::string_view what) {
  notes_.warn(code, message, what, line_);
}

void EntryBuilder::begin(std::int32_t component, const CalendarFacts& calendar) {
  entry_.clear();
  entry_.component = component;
  calendar_ = calendar;
  modified_ = stamp_ = {};
  date_count_ = 0;
  start_failed_ = dates_cut_ = is_all_day_ = false;
  apple_place_ = link_ = {};
  entry_place_ = {};
}

bool EntryBuilder::add(Property property, const Line& line) {
  if (!parameters_.read(line.rest, arena_)) return line.cut;
  value_ = parameters_.value();
  rest_ = line.rest;
  line_ = line.number;
  if (line.cut) {
    if (property != Property::attach) warn("line-too-long", "a line passes the limit and was cut", line.name);
    if (property == Property::rdate || property == Property::exdate)
      drop_cut_item();
    else if (!is_text(property))
      return true;
  }
  switch (property) {
    case Property::uid:
    case Property::summary:
    case Property::description:
    case Property::html_description:
    case Property::location:
    case Property::url:
      add_text(property);
      break;
    case Property::start:
    case Property::stop:
    case Property::due:
    case Property::duration:
    case Property::stamp:
    case Property::created:
    case Property::last_modified:
    case Property::recurrence_id:
    case Property::rrule:
    case Property::exrule:
    case Property::rdate:
    case Property::exdate:
      add_time(property);
      break;
    default:
      add_fact(property);
  }
  return true;
}

/// What is left of a list stays: without the dates of EXDATE there would be instances that are none.
void EntryBuilder::drop_cut_item() {
  const std::size_t left = value_.substr(0, value_.rfind(',') + 1).size();  // npos + 1 is 0
  const std::size_t lost = value_.size() - (left > 0 ? left - 1 : 0);
  value_.remove_suffix(lost);
  rest_.remove_suffix(lost);
}

void EntryBuilder::add_fact(Property property) {
  switch (property) {
    case Property::categories:
      add_categories();
      break;
    case Property::geo:
      add_geo(value_);
      break;
    case Property::place:
      add_apple_place();
      break;
    case Property::structured_data:
      add_structured_data();
      break;
    case Property::all_day:
      is_all_day_ = is_word(trim_controls(value_), "TRUE") || trim_controls(value_) == "1";
      break;
    case Property::link:
      if (link_.empty()) link_ = absolute_address(value_, base_, arena_);
      break;
    case Property::organizer:
      add_organizer();
      break;
    case Property::attach:
    case Property::image:
      add_attachment();
      break;
    case Property::conference:
    case Property::join_link:
      add_join_link();
      break;
    case Property::status:
      add_status();
      break;
    case Property::sequence:
      add_sequence();
      break;
    default:
      break;
  }
}

std::string_view EntryBuilder::text() {
  if (parameters_.all().empty()) return unescape(value_, arena_);
  const std::string_view encoding = parameters_.find("ENCODING");
  if (is_word(encoding, "QUOTED-PRINTABLE") || parameters_.has("QUOTED-PRINTABLE"))
    return unescape(read_quoted_printable(value_, parameters_.find("CHARSET"), arena_), arena_);
  if (is_word(encoding, "BASE64") || is_word(encoding, "B") || parameters_.has("BASE64"))
    return read_base64(value_, parameters_.find("CHARSET"), arena_);
  return unescape(value_, arena_);
}

void EntryBuilder::add_text(Property property) {
  if (property == Property::url) {
    if (entry_.url.size == 0) entry_.url = sdk::borrow(absolute_address(value_, base_, arena_));
    return;
  }
  const std::string_view value = text();
  if (trim_controls(value).empty()) return;
  const std::string_view language = parameters_.find("LANGUAGE");
  if (entry_.language.size == 0 && !language.empty()) entry_.language = sdk::borrow(language);
  switch (property) {
    case Property::uid:
      if (entry_.id.size == 0) entry_.id = sdk::borrow(value);
      break;
    case Property::summary:
      if (entry_.title.value.size == 0) entry_.title = is_markup(value) ? sdk::html(value) : sdk::plain(value);
      break;
    case Property::description:
      if (entry_.summary.value.size == 0)
        entry_.summary = is_markup(value) ? sdk::html(show_breaks(value, arena_)) : sdk::plain(value);
      break;
    case Property::html_description:
      if (entry_.content.value.size == 0 && !is_word(parameters_.find("VALUE"), "URI")) {
        const std::string_view type = parameters_.find("FMTTYPE");
        const bool is_html = is_word(type, "TEXT/HTML") || trim_controls(value).starts_with('<');
        entry_.content = is_html ? sdk::html(value, type) : sdk::plain(value);
      }
      break;
    default:
      if (entry_.location.size == 0) entry_.location = sdk::borrow(value);
  }
}

void EntryBuilder::add_categories() {
  const bool quoted = parameters_.has("ENCODING") || parameters_.has("QUOTED-PRINTABLE");
  std::string_view list = quoted ? text() : value_;
  const std::string_view separators = calendar_.version_1 ? ",;" : ",";
  while (!list.empty() && entry_.category_list.size() < limits_.list) {
    const std::string_view item = trim_controls(unescape(take_item(list, separators), arena_));
    bool known = item.empty();
    for (std::size_t i = 0; i < entry_.category_list.size() && i < 32; ++i)
      known = known || sdk::view(entry_.category_list[i]) == item;
    if (!known) entry_.category_list.push_back(sdk::borrow(item));
  }
}

void EntryBuilder::add_organizer() {
  if (!entry_.author_list.empty()) return;
  almanac_person person{sdk::borrow(person_name(trim_controls(parameters_.find("CN")), arena_)),
                        sdk::borrow(trim_controls(parameters_.find("EMAIL"))),
                        {}};
  const std::string_view value = trim_controls(value_);
  if (begins_with_word(value, "MAILTO:")) {
    if (person.email.size == 0) person.email = sdk::borrow(trim_controls(value.substr(7)));
  } else if (is_web_address(value)) {
    person.url = sdk::borrow(value);
  } else if (value.find('@') != value.npos && value.find_first_of(": \t") == value.npos) {
    if (person.email.size == 0) person.email = sdk::borrow(value);
  } else if (person.name.size == 0 && !has_scheme(value)) {
    person.name = sdk::borrow(trim_controls(unescape(value, arena_)));
  }
  if (person.name.size + person.email.size + person.url.size > 0) entry_.author_list.push_back(person);
}

void EntryBuilder::add_attachment() {
  if (is_word(parameters_.find("VALUE"), "BINARY") || parameters_.has("ENCODING")) return;
  if (entry_.enclosure_list.size() >= limits_.list) return;
  const std::string_view url = absolute_address(value_, base_, arena_);
  if (!is_web_address(url)) return;
  almanac_enclosure enclosure{sdk::borrow(url), sdk::borrow(parameters_.find("FMTTYPE")), -1};
  if (const auto size = read_number(parameters_.find("SIZE")); size && *size >= 0 && *size < 1e15)
    enclosure.length = static_cast<std::int64_t>(*size);
  entry_.enclosure_list.push_back(enclosure);
}

void EntryBuilder::add_join_link() {
  if (entry_.join_url.size != 0) return;
  const std::string_view url = absolute_address(value_, base_, arena_);
  if (is_web_address(url)) entry_.join_url = sdk::borrow(url);
}

void EntryBuilder::add_status() {
  std::string_view word = trim_controls(value_);
  while (word.ends_with(';') || word.ends_with(',')) word.remove_suffix(1);
  if (is_word(word, "CONFIRMED")) entry_.status = ALMANAC_STATUS_CONFIRMED;
  if (is_word(word, "TENTATIVE")) entry_.status = ALMANAC_STATUS_TENTATIVE;
  if (is_word(word, "POSTPONED")) entry_.status = ALMANAC_STATUS_POSTPONED;
  if (is_word(word, "CANCELLED") || is_word(word, "CANCELED")) entry_.status = ALMANAC_STATUS_CANCELLED;
}

void EntryBuilder::add_sequence() {
  const std::string_view text = trim_controls(value_);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= 0) entry_.sequence = value;
}

void EntryBuilder::finish(const sdk::Sink& sink, std::size_t index) {
  if (start_failed_) {
    sink.skip(index, reason_);
    return;
  }
  if (calendar_.cancelled) entry_.status = ALMANAC_STATUS_CANCELLED;
  if (entry_.location.size == 0) entry_.location = sdk::borrow(apple_place_.empty() ? entry_place_.name : apple_place_);
  if (entry_place_.geo) set_geo(*entry_place_.geo);
  if (entry_.end.kind != ALMANAC_TIME_NONE) entry_.duration = -1;  // DTEND wins over DURATION (§3.6.1 forbids both)
  if (is_all_day_) make_days();
  if (entry_.url.size == 0) entry_.url = sdk::borrow(link_);
  if (entry_.url.size == 0 && entry_.summary.type == ALMANAC_TEXT_HTML)
    entry_.url = sdk::borrow(absolute_address(first_link(sdk::view(entry_.summary.value)), base_, arena_));
  entry_.updated = modified_.kind != ALMANAC_TIME_NONE ? modified_ : stamp_;
  sink.emit(entry_);
}

}  // namespace almanac::ical
