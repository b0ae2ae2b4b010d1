#include "match_facts.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>
#include <almanac/model/url.hpp>
#include <almanac/text/title_key.hpp>
#include <array>

#include "title_words.hpp"

namespace almanac::match {
namespace {

constexpr std::size_t longest_name = 160;

std::int64_t day_of(const Moment& moment) {
  const std::int64_t at = moment.seconds;
  return at >= 0 ? at / day_seconds : (at - day_seconds + 1) / day_seconds;
}

int year_of_day(std::int64_t day) {
  return static_cast<int>(std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day}}}.year());
}

bool is_tracking(std::string_view parameter) {
  constexpr std::array<std::string_view, 14> names{
      "utm_",   "ref=",  "source=", "src=",      "fbclid=", "gclid=", "mc_",
      "_hsenc", "_hsmi", "trk=",    "referrer=", "igsh=",   "si=",    "aff="};
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return parameter.starts_with(name); });
}

/// Pages that stand for the site's front page: "example.org/en/index.html".
void cut_front_page(std::string& path) {
  constexpr std::array<std::string_view, 12> ends{"/index.html", "/index.htm", "/index.php", "/home",
                                                  "/welcome",    "/en",        "/de",        "/fr",
                                                  "/es",         "/home.html", "/home.aspx", "/default.aspx"};
  for (bool again = true; again;) {
    again = false;
    while (path.ends_with('/')) path.pop_back();
    for (const std::string_view end : ends)
      if (path.ends_with(end)) {
        path.resize(path.size() - end.size());
        again = true;
      }
  }
}

void add_place(Place& place, const Entry& entry) {
  place.words = place_words(entry.location);
  if (entry.country.size() == 2) place.country = entry.country;
  for (const std::string* more : {&entry.city, &entry.region, &entry.country, &entry.venue})
    for (std::string& word : place_words(*more)) place.words.push_back(std::move(word));
  const auto is_virtual = [](const std::string& word) {
    return word == "online" || word == "virtual" || word == "remote" || word == "everywhere" || word == "worldwide" ||
           word == "hybrid" || word == "global" || word == "tbd" || word == "tba";
  };
  std::string_view main = entry.city.empty() ? std::string_view(entry.location) : std::string_view(entry.city);
  for (std::size_t at = 0; place.city.empty() && at < main.size();) {
    const std::size_t end = std::min(main.find_first_of(",(;/&", at), main.size());
    place.city = place_words(main.substr(at, end - at));
    std::erase_if(place.city, is_virtual);
    std::erase(place.city, "and");
    at = end + 1;
  }
  place.online = place.city.empty() &&
                 (entry.mode == Mode::online || std::any_of(place.words.begin(), place.words.end(), is_virtual));
  const std::string_view link = main;
  if (link.starts_with("http")) place = Place{{}, {}, true, {}};
}

void add_title(MatchFacts& facts, const Entry& entry) {
  const std::string& title = entry.title.plain.empty() ? entry.title.raw : entry.title.plain;
  facts.titles.push_back(title_form(title, facts.place.words, facts.season, facts.part_of));
  if (!title_parts(title).empty()) facts.unread.title = title;
  const std::string& name = entry.summary.plain;
  if (!name.empty() && name.size() <= longest_name && name.find('\n') == name.npos) facts.unread.name = name;
}

std::optional<int> year_in_address(std::string_view text) {
  for (std::size_t at = text.find("20"); at != text.npos; at = text.find("20", at + 1)) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    if ((at > 0 && digit(at - 1)) || !digit(at + 2) || !digit(at + 3) || digit(at + 4)) continue;
    const int year = 2000 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
    if (year >= 2015 && year < 2050) return year;
  }
  return std::nullopt;
}

/// Whether the day is that of the deadline on some clock of the world: calendars of calls for papers put it where the
/// start of the event should be.
bool closes_on(const Deadline& deadline, std::int64_t day) {
  if (deadline.type == DeadlineType::other || deadline.at.kind == MomentKind::unread) return false;
  if (deadline.at.kind != MomentKind::instant) return day_of(deadline.at) == day;
  constexpr std::int64_t earliest_clock = 14 * 3600, latest_clock = 12 * 3600;  // UTC+14, UTC-12
  const std::int64_t since = deadline.at.seconds - day * day_seconds;
  return since >= -earliest_clock && since < day_seconds + latest_clock;
}

bool is_call(DeadlineType type) {
  return type == DeadlineType::cfp || type == DeadlineType::abstract || type == DeadlineType::paper;
}

void add_days(MatchFacts& facts, const Entry& entry) {
  for (const Deadline& deadline : entry.deadlines)
    if (is_call(deadline.type) && deadline.at.kind != MomentKind::unread) {
      const std::int64_t day = day_of(deadline.at);
      facts.call_closes = std::min(facts.call_closes.value_or(day), day);
    }
  if (!entry.start || entry.start->kind == MomentKind::unread) return;
  if (entry.start->precision == Precision::year) return;  // tells the edition only: add_years
  facts.day_is_sure = entry.start->precision != Precision::month;
  const std::int64_t first = day_of(*entry.start);
  if (!entry.end && std::any_of(entry.deadlines.begin(), entry.deadlines.end(),
                                [&](const Deadline& deadline) { return closes_on(deadline, first); }))
    return;
  facts.first_day = first;
  if (entry.end && entry.end->kind != MomentKind::unread) {
    const bool exclusive = entry.end->kind == MomentKind::date;
    facts.last_day = std::max(first, day_of(*entry.end) - (exclusive ? 1 : 0));
  }
}

void add_years(MatchFacts& facts, const Entry& entry) {
  const std::string& title = entry.title.plain.empty() ? entry.title.raw : entry.title.plain;
  const auto year = edition_year(title);
  // "Agenda 2030" is no edition of an event in 2026; lists err by one year at most.
  if (year && !(facts.first_day && *year > year_of_day(*facts.first_day) + 1)) {
    facts.years = {*year};
    facts.year_stated = true;
    return;
  }
  if (facts.first_day) {
    facts.years = {year_of_day(*facts.first_day)};
    return;
  }
  if (entry.start && entry.start->precision == Precision::year && entry.start->kind != MomentKind::unread) {
    facts.years = {year_of_day(day_of(*entry.start))};
    return;
  }
  for (const Address& address : facts.addresses)
    if (const auto stated = year_in_address(address.text)) {
      facts.years = {*stated};
      facts.year_stated = true;
      return;
    }
  for (const Deadline& deadline : entry.deadlines)
    if (deadline.at.kind != MomentKind::unread) {
      const int closes = year_of_day(day_of(deadline.at));
      facts.years = {closes, closes + 1};
      return;
    }
}

void add_addresses(MatchFacts& facts, const Entry& entry) {
  const auto add = [&](std::string_view url) {
    if (auto address = canonical_address(url))
      if (std::find(facts.addresses.begin(), facts.addresses.end(), *address) == facts.addresses.end())
        facts.addresses.push_back(*std::move(address));
  };
  add(entry.url);
  for (const Link& link : entry.links)
    if (facts.addresses.size() < 4 && (link.rel.empty() || link.rel == "alternate" || link.rel == "related"))
      add(link.href);
}

}  // namespace

std::optional<Address> canonical_address(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == url.npos || !url.starts_with("http")) return std::nullopt;
  std::string_view rest = url.substr(scheme + 3);
  const auto hash = rest.find('#');
  if (hash != rest.npos && !rest.substr(hash).starts_with("#!")) rest = rest.substr(0, hash);
  const auto query = std::min(rest.find('?'), rest.size());
  const std::string_view before = rest.substr(0, query);
  const auto slash = std::min(before.find('/'), before.size());
  std::string host, path;
  for (const char c : before.substr(0, slash)) host += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const char c : before.substr(slash)) path += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (const auto user = host.rfind('@'); user != host.npos) host.erase(0, user + 1);
  if (const auto port = host.rfind(':'); port != host.npos) host.resize(port);
  if (host.starts_with("www.")) host.erase(0, 4);
  if (host.empty()) return std::nullopt;
  cut_front_page(path);
  char joint = '?';
  for (std::size_t at = query + 1; at < rest.size();) {
    const auto end = std::min(rest.find('&', at), rest.size());
    const std::string_view parameter = rest.substr(at, end - at);
    if (!parameter.empty() && !is_tracking(parameter)) {
      path += joint;
      path += parameter;
      joint = '&';
    }
    at = end + 1;
  }
  return Address{host + path, host.size()};
}

bool is_platform(std::string_view host) {
  constexpr std::array<std::string_view, 52> platforms{"acm.org",
                                                       "bevy.com",
                                                       "codabench.org",
                                                       "community.cncf.io",
                                                       "conference-hall.io",
                                                       "connpass.com",
                                                       "devpost.com",
                                                       "devpost.team",
                                                       "discord.com",
                                                       "discord.gg",
                                                       "docs.google.com",
                                                       "doorkeeper.jp",
                                                       "drivendata.org",
                                                       "easychair.org",
                                                       "eventbrite.co.uk",
                                                       "eventbrite.com",
                                                       "eventbrite.de",
                                                       "eventbrite.fr",
                                                       "eventyay.com",
                                                       "facebook.com",
                                                       "forms.gle",
                                                       "gdg.community.dev",
                                                       "github.com",
                                                       "github.io",
                                                       "hackerearth.com",
                                                       "hopin.com",
                                                       "indico.cern.ch",
                                                       "kaggle.com",
                                                       "linkedin.com",
                                                       "lu.ma",
                                                       "luma.com",
                                                       "medium.com",
                                                       "meetup.com",
                                                       "mlh.io",
                                                       "mobilizon.fr",
                                                       "notion.site",
                                                       "openreview.net",
                                                       "papercall.io",
                                                       "pretalx.com",
                                                       "reddit.com",
                                                       "sessionize.com",
                                                       "sites.google.com",
                                                       "t.me",
                                                       "ti.to",
                                                       "tickettailor.com",
                                                       "twitch.tv",
                                                       "twitter.com",
                                                       "unstop.com",
                                                       "usenix.org",
                                                       "x.com",
                                                       "youtube.com",
                                                       "zindi.africa"};  // sorted
  return std::binary_search(platforms.begin(), platforms.end(), host);
}

MatchFacts match_facts_for_keys(const Entry& entry, std::int64_t source) {
  MatchFacts facts;
  facts.source = source;
  facts.kind = entry.kind.value_or(Kind::other);
  if (entry.id.size() >= 16 || entry.id.find('@') != entry.id.npos) facts.uid = entry.id;
  if (facts.uid.starts_with("http")) facts.uid.clear();  // an address is compared as one
  add_place(facts.place, entry);
  add_title(facts, entry);
  add_addresses(facts, entry);
  add_days(facts, entry);
  add_years(facts, entry);
  return facts;
}

void read_other_titles(MatchFacts& facts) {
  std::string season = facts.season, part = facts.part_of;
  for (const std::string_view piece : title_parts(facts.unread.title))
    facts.titles.push_back(title_form(piece, facts.place.words, season, part));
  if (!facts.unread.name.empty())
    facts.titles.push_back(title_form(facts.unread.name, facts.place.words, season, part));
  facts.unread = {};
}

MatchFacts match_facts(const Entry& entry, std::int64_t source) {
  MatchFacts facts = match_facts_for_keys(entry, source);
  read_other_titles(facts);
  return facts;
}

}  // namespace almanac::match
