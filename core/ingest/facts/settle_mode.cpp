#include "settle_mode.hpp"

#include <algorithm>
#include <almanac/model/url.hpp>
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

/// Where people meet online; the address of any other site is a page about the event, wherever that takes place.
constexpr std::string_view meeting_hosts[]{"airmeet.com",
                                           "bigmarker.com",
                                           "crowdcast.io",
                                           "discord.com",
                                           "discord.gg",
                                           "gather.town",
                                           "goto.com",
                                           "gotomeet.me",
                                           "gotomeeting.com",
                                           "hopin.com",
                                           "hubs.mozilla.com",
                                           "livestorm.co",
                                           "matrix.to",
                                           "meet.google.com",
                                           "meet.jit.si",
                                           "riverside.fm",
                                           "streamyard.com",
                                           "teams.live.com",
                                           "teams.microsoft.com",
                                           "twitch.tv",
                                           "vimeo.com",
                                           "webex.com",
                                           "whereby.com",
                                           "youtu.be",
                                           "youtube.com",
                                           "zoom.us"};

/// Names that people give to their own servers of such services.
constexpr std::string_view meeting_labels[]{"bbb",  "bigbluebutton", "jitsi",   "meet", "stream",
                                            "talk", "video",         "webinar", "zoom"};

bool is_meeting_host(std::string_view host) {
  for (const std::string_view service : meeting_hosts)
    if (host == service || (host.ends_with(service) && host[host.size() - service.size() - 1] == '.')) return true;
  const std::string_view first = host.substr(0, host.find('.'));
  return first.size() < host.size() &&
         std::any_of(std::begin(meeting_labels), std::end(meeting_labels), [&](std::string_view label) {
           return first.starts_with(label) && first.find_first_not_of("0123456789", label.size()) == first.npos;
         });
}

bool is_meeting(std::string_view address) {
  const auto url = Url::parse(address);
  return url && is_meeting_host(url->host());
}

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
  if (is_web_address(location)) return is_meeting(location) ? Mode::online : Mode::unknown;
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
  if (is_web_address(entry.location) && entry.join_url.empty() && is_meeting(entry.location))
    entry.join_url = entry.location;
  if (entry.mode == Mode::unknown) entry.mode = mode_of_location(entry.location);
  // Lists that want a city and a country write "Online" into both.
  for (std::string* place : {&entry.city, &entry.country}) {
    if (mode_of_location(*place) != Mode::online) continue;
    if (entry.mode == Mode::unknown) entry.mode = Mode::online;
    place->clear();
  }
}

}  // namespace almanac::facts
