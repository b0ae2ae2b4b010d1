#include <algorithm>

#include "read_facts.hpp"
#include "struck_text.hpp"

namespace almanac::facts {
namespace {

/// The value of an attribute in a tag; "" if there is none.
std::string_view value_of(std::string_view tag, std::string_view attribute) {
  const auto name = tag.find(attribute);
  if (name == tag.npos) return {};
  auto at = tag.find_first_not_of(" \t\n", name + attribute.size());
  if (at == tag.npos || tag[at] != '=') return {};
  at = tag.find_first_not_of(" \t\n", at + 1);
  if (at == tag.npos) return {};
  const char quote = tag[at];
  if (quote != '"' && quote != '\'') return tag.substr(at, tag.find_first_of(" >", at) - at);
  const auto end = tag.find(quote, at + 1);
  return end == tag.npos ? std::string_view{} : tag.substr(at + 1, end - at - 1);
}

bool is_date(std::string_view value) {
  const auto digit = [&](std::size_t i) { return i < value.size() && value[i] >= '0' && value[i] <= '9'; };
  return value.size() >= 10 && digit(0) && digit(1) && digit(2) && digit(3) && value[4] == '-' && digit(5) &&
         digit(6) && value[7] == '-' && digit(8) && digit(9);
}

/// "2027-02-24T18:30:00-08:00" as people write it: "2027-02-24 18:30 UTC-08:00".
void append_readable(std::string& out, std::string_view value) {
  out.append(value.substr(0, 10));
  value.remove_prefix(10);
  if (value.empty() || (value[0] != 'T' && value[0] != ' ') || value.size() < 6) return;
  out += ' ';
  out.append(value.substr(1, 5));
  value.remove_prefix(6);
  if (value.size() >= 3 && value[0] == ':') value.remove_prefix(3);
  if (!value.empty() && value[0] == '.')
    value.remove_prefix(std::min(value.find_first_not_of("0123456789", 1), value.size()));
  if (value == "Z")
    out += " UTC";
  else if (!value.empty() && (value[0] == '+' || value[0] == '-'))
    out.append(" UTC").append(value);
}

/// An element that tells a moment both in words and for machines.
struct DatedElement {
  std::size_t open = 0, end = 0;  ///< end == open: there is none
  std::string_view value, words;
  bool is_drupal = false;
};

constexpr std::string_view time_tag = "<time", drupal_tag = "<span class=\"date-display-";

/// The first at or behind a place; its `open` and `end` are those of the text when there is none.
DatedElement next_dated(std::string_view html, std::size_t at) {
  for (std::size_t open = html.find('<', at); open != html.npos; open = html.find('<', open + 1)) {
    const std::string_view rest = html.substr(open);
    const bool is_time = rest.starts_with(time_tag);
    if (!is_time && !rest.starts_with(drupal_tag)) continue;
    const std::string_view closing = is_time ? "</time>" : "</span>";
    const std::size_t behind_tag = rest.find('>'), end = rest.find(closing, behind_tag);
    if (end == rest.npos) break;
    const std::string_view words = rest.substr(behind_tag + 1, end - behind_tag - 1);
    if (!is_time && words.find('<') != words.npos) continue;  // a range holds its two days
    return {open, open + end + closing.size(), value_of(rest.substr(0, behind_tag), is_time ? "datetime" : "content"),
            words, !is_time};
  }
  return {html.size(), html.size(), {}, {}, false};
}

/// "16:00", "4:00pm".
bool is_hour(std::string_view words) {
  const std::size_t colon = words.find(':');
  return colon != words.npos && colon <= 2 && words.size() <= 8;
}

/// Its value, or its words where there is no value. Drupal writes midnight for days without a time, and hours apart
/// from their day.
void append_moment(std::string& out, const DatedElement& element) {
  if (!is_date(element.value)) {
    out.append(element.words);
  } else if (element.is_drupal && is_hour(element.words)) {
    std::string readable;
    append_readable(readable, element.value);
    constexpr std::size_t minutes = 16;  // "2027-05-14 16:00"
    out.append(element.words).append(readable, std::min(readable.size(), minutes));
  } else {
    const bool is_day = element.is_drupal && element.value.substr(10).starts_with("T00:00:00");
    append_readable(out, is_day ? element.value.substr(0, 10) : element.value);
  }
}

/// Where the element ends that a tag at `open` begins, when it is one of struck text; `open` otherwise.
std::size_t end_of_struck(std::string_view html, std::size_t open) {
  constexpr std::string_view names[] = {"del", "s", "strike"};
  for (const std::string_view name : names) {
    if (html.substr(open + 1, name.size()) != name) continue;
    const std::size_t behind = open + 1 + name.size();
    if (behind >= html.size() || (html[behind] != '>' && html[behind] != ' ')) continue;
    const std::string close = "</" + std::string(name) + ">";
    const std::size_t last = html.rfind(close);
    return last == html.npos || last < behind ? open : html.find(close, behind) + close.size();
  }
  return open;
}

}  // namespace

TellingMarkup find_telling_markup(std::string_view html) {
  TellingMarkup found;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const char first = at + 1 < html.size() ? html[at + 1] : '\0', second = at + 2 < html.size() ? html[at + 2] : '\0';
    if (first == 't') found.times |= html.substr(at).starts_with(time_tag);
    if (first == 's') found.times |= html.substr(at).starts_with(drupal_tag);
    if (first != '/' || (second != 'd' && second != 's')) continue;
    const std::string_view tag = html.substr(at);
    found.struck |= tag.starts_with("</del>") || tag.starts_with("</s>") || tag.starts_with("</strike>");
  }
  return found;
}

std::string drop_struck_text(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    out.append(html.substr(at, open - at));
    if (open == html.size()) break;
    const std::size_t end = end_of_struck(html, open);
    if (end == open) out += '<';
    append_struck_mark(out, html.substr(open, end - open));
    at = std::max(end, open + 1);
  }
  return out;
}

std::string expand_time_elements(std::string_view html) {
  std::string out;
  out.reserve(html.size() + 32);
  for (std::size_t at = 0; at < html.size();) {
    const DatedElement element = next_dated(html, at);
    out.append(html.substr(at, element.open - at));
    at = element.end;
    append_moment(out, element);
  }
  return out;
}

}  // namespace almanac::facts
