#include "match_keys.hpp"

#include <algorithm>
#include <almanac/store/store.hpp>
#include <chrono>

namespace almanac::match {
namespace {

class KeyHash {
 public:
  explicit KeyHash(char what) : hash_(static_cast<unsigned char>(what)) {}
  KeyHash& add(std::string_view text) {
    hash_ = content_hash(text, hash_ + 1);
    return *this;
  }
  KeyHash& add(std::int64_t number) {
    return add(std::string_view(reinterpret_cast<const char*>(&number), sizeof number));
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_;
};

std::int64_t month_of(std::int64_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return static_cast<int>(date.year()) * 12 + static_cast<std::int64_t>(static_cast<unsigned>(date.month()));
}

/// The word of a city that tells most: "york" of "New York City", "francisco" of "San Francisco".
std::string_view main_word(const Place& place) {
  std::string_view best;
  for (const std::string& word : place.city)
    if (word.size() > best.size() && word != "greater") best = word;
  return best;
}

}  // namespace

std::vector<std::uint64_t> match_keys(const MatchFacts& facts) {
  std::vector<std::uint64_t> keys;
  const std::string& title = facts.titles.front().squeezed;
  const std::string_view city = main_word(facts.place);
  for (const Address& address : facts.addresses) {
    keys.push_back(KeyHash('u').add(address.text).value());
    // On a platform only the page itself says who it is about.
    if (facts.first_day && !is_platform(address.host_text()))
      keys.push_back(KeyHash('h').add(address.host_text()).add(*facts.first_day).value());
  }
  if (facts.first_day) {
    keys.push_back(KeyHash('t').add(title).add(month_of(*facts.first_day)).value());
    // Titles that are alike begin alike; a city has too many events on one day, also with one letter: each that is
    // found in vain costs more than all else.
    if (!city.empty()) keys.push_back(KeyHash('d').add(city).add(title.substr(0, 3)).add(*facts.first_day).value());
  }
  for (const int year : facts.years) keys.push_back(KeyHash('y').add(title).add(std::int64_t{year}).add(city).value());
  if (!facts.uid.empty()) keys.push_back(KeyHash('i').add(facts.uid).value());
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace almanac::match
