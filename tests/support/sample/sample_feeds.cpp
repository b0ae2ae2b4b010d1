#include "sample_feeds.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <support/loopback/content.hpp>

namespace almanac::sample {
namespace {

using namespace std::chrono;

constexpr std::array<const char*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};

[[noreturn]] void bad(std::string_view marker) {
  throw std::runtime_error("cannot read the marker {{" + std::string(marker) + "}}");
}

std::string_view next_word(std::string_view& rest) {
  const auto from = rest.find_first_not_of(' ');
  if (from == rest.npos) return rest = {};
  rest.remove_prefix(from);
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

/// "+12d", or "+1w.tue": the weekday of the week that many weeks away.
sys_days day_of(std::string_view offset, sys_days today, std::string_view marker) {
  int count = 0;
  const bool plus = offset.starts_with('+');
  const auto [end, ec] = std::from_chars(offset.data() + plus, offset.data() + offset.size(), count);
  const std::string_view unit(end, static_cast<std::size_t>(offset.data() + offset.size() - end));
  if (ec != std::errc{}) bad(marker);
  if (unit == "d") return today + days(count);
  static constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (unsigned i = 0; i < 7; ++i)
    if (unit.size() == 5 && unit.starts_with("w.") && unit.substr(2) == names[i])
      return today - (weekday(today) - Monday) + days(7 * count + static_cast<int>(i));
  bad(marker);
}

std::string date_of(std::string_view marker, sys_days today) {
  std::string_view rest = marker;
  const std::string_view form = next_word(rest);
  const sys_days day = day_of(next_word(rest), today, marker);
  const std::string clock(next_word(rest));
  const year_month_day date(day);
  const int year = static_cast<int>(date.year());
  const unsigned month = static_cast<unsigned>(date.month()), mday = static_cast<unsigned>(date.day());
  unsigned hour = 0, minute = 0;
  if (!clock.empty() && std::sscanf(clock.c_str(), "%2u:%2u", &hour, &minute) != 2) bad(marker);
  std::array<char, 64> out{};
  if (form == "iso" && clock.empty())
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", year, month, mday);
  else if (form == "iso")
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02u:%02u:00Z", year, month, mday, hour, minute);
  else if (form == "rfc822")
    std::snprintf(out.data(), out.size(), "%s, %02u %.3s %04d %02u:%02u:00 GMT", weekdays[weekday(day).c_encoding()],
                  mday, months[month - 1], year, hour, minute);
  else if (form == "ics")
    std::snprintf(out.data(), out.size(), "%04d%02u%02uT%02u%02u00", year, month, mday, hour, minute);
  else if (form == "icsdate")
    std::snprintf(out.data(), out.size(), "%04d%02u%02u", year, month, mday);
  else if (form == "long")
    std::snprintf(out.data(), out.size(), "%u %s %04d", mday, months[month - 1], year);
  else
    bad(marker);
  return out.data();
}

std::string type_of(const std::filesystem::path& file) {
  if (file.extension() == ".ics") return "text/calendar; charset=utf-8";
  if (file.extension() == ".json") return "application/feed+json";
  return "application/xml";
}

}  // namespace

std::string fill_dates(std::string_view text, sys_days today) {
  std::string out;
  while (true) {
    const std::size_t open = text.find("{{");
    out += text.substr(0, open);
    if (open == text.npos) return out;
    const std::size_t close = text.find("}}", open);
    if (close == text.npos) bad(text.substr(open + 2, 40));
    out += date_of(text.substr(open + 2, close - open - 2), today);
    text.remove_prefix(close + 2);
  }
}

void serve(loopback::Server& server, const std::filesystem::path& folder, sys_days today) {
  for (const auto& item : std::filesystem::directory_iterator(folder)) {
    if (item.path().extension() == ".md") continue;
    std::ifstream file(item.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const std::string body = fill_dates(text.str(), today);
    const std::string etag = "\"" + std::to_string(std::hash<std::string>{}(body)) + "\"";
    server.on("/" + item.path().filename().string(),
              loopback::conditional(loopback::document(body, type_of(item.path())), etag, {}));
  }
}

}  // namespace almanac::sample
