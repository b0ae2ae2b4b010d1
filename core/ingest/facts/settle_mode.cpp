#include "settle_mode.hpp"

#include <algorithm>
#include <almanac/text/fold.hpp>
#include <string>
#include <vector>

#include "places.hpp"

namespace almanac::facts {
namespace {

constexpr std::string_view online_words[]{"online",     "virtual",    "remote",  "zoom",     "webinar",    "internet",
                                          "discord",    "youtube",    "twitch",  "jitsi",    "teams",      "webex",
                                          "livestream", "everywhere", "digital", "en ligne", "オンライン", "线上"};
/// Words that may stand beside them and name no place.
constexpr std::string_view other_words[]{
    "event",     "only",   "fully",    "via",     "on",         "meeting", "google", "meet",       "microsoft",
    "live",      "stream", "the",      "in",      "your",       "browser", "call",   "video",      "and",
    "or",        "und",    "et",       "y",       "conference", "session", "link",   "server",     "world",
    "worldwide", "global", "anywhere", "edition", "format",     "utc",     "nur",    "uniquement", "solo"};
constexpr std::string_view hybrid_words[]{"hybrid", "hybride", "hibrido", "hibrida", "ibrido", "ibrida"};

bool is_web_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> out;
  constexpr std::string_view between = " \t\n,;:./|&()[]-+!";
  for (std::size_t at = 0; (at = folded.find_first_not_of(between, at)) != folded.npos;) {
    const std::size_t end = std::min(folded.find_first_of(between, at), folded.size());
    out.push_back(folded.substr(at, end - at));
    at = end;
  }
  return out;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

Mode mode_of_location(std::string_view location) {
  if (location.empty() || location.size() > longest_location) return Mode::unknown;
  if (is_web_address(location)) return Mode::online;
  const std::string folded = fold(location);
  bool online = folded == "en ligne", place = false;
  std::string rest;
  for (const std::string_view word : words_of(folded)) {
    if (is_one_of(word, hybrid_words)) return Mode::hybrid;
    if (is_one_of(word, online_words))
      online = true;
    else if (!is_one_of(word, other_words) && folded != "en ligne")
      place = true, (rest += rest.empty() ? "" : " ") += word;
  }
  if (!online) return Mode::unknown;
  if (!place || !find_country(rest).empty()) return Mode::online;  // "Online (Germany)"
  // "Berlin and online" is both; "Zoom Room, Berlin" is a place.
  constexpr std::string_view both[]{"online", "virtual", "remote", "livestream", "オンライン", "线上"};
  const auto words = words_of(folded);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_one_of(word, both); })
             ? Mode::hybrid
             : Mode::unknown;
}

void settle_mode(Entry& entry) {
  if (is_web_address(entry.location) && entry.join_url.empty()) entry.join_url = entry.location;
  if (entry.mode == Mode::unknown) entry.mode = mode_of_location(entry.location);
  // Lists that want a city and a country write "Online" into both.
  for (std::string* place : {&entry.city, &entry.country}) {
    if (mode_of_location(*place) != Mode::online) continue;
    if (entry.mode == Mode::unknown) entry.mode = Mode::online;
    place->clear();
  }
}

}  // namespace almanac::facts
