#include "fields.hpp"

#include <almanac/base/ascii.hpp>
#include <array>
#include <string>

#include "parse_filter.hpp"

namespace almanac {
namespace {

constexpr auto none = std::nullopt;
constexpr std::array table{
    FieldInfo{Field::kind, Form::kind, none, "kind type is", "hackathon",
              "conference, hackathon, competition, meetup, talk, post, other"},
    FieldInfo{Field::topic, Form::topic, none, "topic about", "ml", "a topic of the event"},
    FieldInfo{Field::place, Form::words, none, "place city where in location venue region", "berlin",
              "words in its place"},
    FieldInfo{Field::country, Form::value, none, "country", "de", "two-letter country code"},
    FieldInfo{Field::near, Form::near, none, "near", "berlin/200km", "within a distance of a place, or of LAT,LON"},
    FieldInfo{Field::mode, Form::mode, none, "mode", "online", "in_person, online or hybrid"},
    FieldInfo{Field::date, Form::ahead, none, "date start when within", "30d", "when it takes place"},
    FieldInfo{Field::deadline, Form::ahead, none, "deadline due", "<14d", "any deadline; 'open' means still ahead"},
    FieldInfo{Field::deadline, Form::ahead, DeadlineType::cfp, "cfp", "<14d",
              "deadline of the call for papers or talks"},
    FieldInfo{Field::deadline, Form::ahead, DeadlineType::abstract, "abstract", "<14d", "deadline for abstracts"},
    FieldInfo{Field::deadline, Form::ahead, DeadlineType::paper, "paper", "<14d", "deadline for papers"},
    FieldInfo{Field::deadline, Form::ahead, DeadlineType::registration, "registration", "<14d", "deadline to register"},
    FieldInfo{Field::deadline, Form::ahead, DeadlineType::application, "application", "<14d", "deadline to apply"},
    FieldInfo{Field::deadline, Form::ahead, DeadlineType::submission, "submission", "<14d", "deadline to submit"},
    FieldInfo{Field::deadline, Form::ahead, DeadlineType::notification, "notification", "<14d",
              "when authors are told"},
    FieldInfo{Field::title, Form::words, none, "title", "\"deep learning\"", "words in its title"},
    FieldInfo{Field::cost, Form::value, none, "cost price", "free", "free, paid, or the price as stated"},
    FieldInfo{Field::lang, Form::value, none, "lang language", "en", "language; en finds en-GB too"},
    FieldInfo{Field::source, Form::value, none, "source from feed", "devpost", "part of a source's name or address"},
    FieldInfo{Field::tag, Form::value, none, "tag", "work", "a tag that you gave the source"},
    FieldInfo{Field::status, Form::status, none, "status", "cancelled",
              "confirmed, tentative, cancelled, postponed, withdrawn, moved_online"},
    FieldInfo{Field::first_seen, Form::back, none, "new seen", "7d", "first seen since then"},
    FieldInfo{Field::changed, Form::back, none, "changed", "7d",
              "date, place, status or deadline changed since then (alone: ever)"},
    FieldInfo{Field::published, Form::back, none, "published", "7d", "published since then"},
    FieldInfo{Field::online, Form::flag, none, "online", "", "one can take part online"},
    FieldInfo{Field::star, Form::flag, none, "star starred", "", "you starred it"},
    FieldInfo{Field::going, Form::flag, none, "going", "", "you are going"},
    FieldInfo{Field::hidden, Form::flag, none, "hidden", "", "you hid it"},
    FieldInfo{Field::noted, Form::flag, none, "noted", "", "you wrote a note"},
};

bool names_has(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    const auto cut = names.find(' ');
    if (names.substr(0, cut) == name) return true;
    names = cut == std::string_view::npos ? std::string_view{} : names.substr(cut + 1);
  }
  return false;
}

}  // namespace

std::span<const FieldInfo> filter_fields() { return table; }

std::string_view name_of(const FieldInfo& info) { return info.names.substr(0, info.names.find(' ')); }

const FieldInfo* find_field(std::string_view name) {
  if (name.empty() || name.size() > 20) return nullptr;
  const std::string lower = to_lower(name);
  for (const FieldInfo& info : table)
    if (names_has(info.names, lower)) return &info;
  return nullptr;
}

const FieldInfo& field_info(Field field, std::optional<DeadlineType> type) {
  for (const FieldInfo& info : table)
    if (info.field == field && info.type == type) return info;
  return table.front();
}

std::string filter_help() {
  std::string out =
      "A filter is a list of words and fields that must all match:\n"
      "  word  \"a phrase\"  begin*     in title, summary, place or topics\n"
      "  -term   not term            must not match\n"
      "  a or b   (a b) or c         either; 'and' binds closer than 'or'\n"
      "  @name                       the filter of that name under [filter] in the configuration\n"
      "Fields:\n";
  for (const FieldInfo& info : table) {
    std::string line = "  " + std::string(name_of(info));
    if (info.form != Form::flag) {
      if (info.values.front() != '<') line += ':';
      line += info.values;
    }
    line.resize(std::max<std::size_t>(line.size() + 1, 30), ' ');
    out += line;
    out += info.help;
    out += '\n';
  }
  out +=
      "Several values: kind:hackathon,competition. Times take : < <= > >= and ranges:\n"
      "  30d 2w 3mo 1y               from now on (new, changed, published: back from now)\n"
      "  2027  2027-03  2027-03-15   that year, month or day\n"
      "  today tomorrow yesterday this-week next-week last-week this-weekend this-month next-month this-year "
      "next-year\n"
      "  2027-01..2027-03  today..   both ends included\n";
  return out;
}

}  // namespace almanac
