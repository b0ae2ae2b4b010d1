#include "zone_index.hpp"

#include <dirent.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/time/words/month_names.hpp>
#include <array>
#include <unordered_map>

#include "zone_tzif.hpp"

namespace almanac {
namespace {

constexpr std::size_t longest = 64;

/// Letters folded, other marks as one "/" between words, so that all ways to write a name are one.
std::string folded_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const auto byte = static_cast<unsigned char>(name[at]);
    if (byte == '\'' || byte == '.') {  // "Nuku'alofa", "St. John's"
      ++at;
      continue;
    }
    const std::size_t from = at;
    char32_t plain[2];
    const int count = dates::fold_code_point(dates::next_code_point(name, at), plain);
    if (byte < 0x80 && !is_alnum(static_cast<char>(byte))) {
      if (!out.empty() && out.back() != '/') out += '/';
      continue;
    }
    for (int i = 0; i < count; ++i) {
      if (plain[i] >= 0x80) return out.append(name.substr(from));  // no name of the database
      out += static_cast<char>(plain[i]);
    }
  }
  if (out.ends_with('/')) out.pop_back();
  return out;
}

bool has_digit(std::string_view name) { return std::any_of(name.begin(), name.end(), is_digit); }

template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The part of a name that says where: the city behind an area. Empty when it says too little. Names of three parts are
/// towns of one state, whose names others have too ("America/Argentina/San_Juan").
std::string_view city_of(std::string_view name) {
  constexpr std::array<std::string_view, 8> areas{"Africa",    "America", "Asia",   "Atlantic",
                                                  "Australia", "Europe",  "Indian", "Pacific"};
  constexpr std::array<std::string_view, 11> vague{"ACT",   "Canary", "Christmas", "Easter",   "LHI", "NSW",
                                                   "North", "Samoa",  "South",     "Victoria", "West"};
  constexpr std::array<std::string_view, 7> states{"US/Alaska",          "US/Arizona",   "US/Hawaii",
                                                   "US/Michigan",        "Canada/Yukon", "Canada/Newfoundland",
                                                   "Canada/Saskatchewan"};
  const auto slash = name.find('/');
  if (slash == name.npos) return {};
  const auto city = name.substr(slash + 1);
  if (is_one_of(name, states)) return city;
  return city.find('/') == city.npos && is_one_of(name.substr(0, slash), areas) && !is_one_of(city, vague)
             ? city
             : std::string_view{};
}

class ZoneIndex {
 public:
  ZoneIndex() { add_folder({}, 0); }

  const std::string& spelled(std::string_view name) const {
    const auto found = names_.find(has_digit(name) ? to_lower(name) : folded_name(name));
    return found == names_.end() ? nothing_ : found->second;
  }
  const std::vector<std::string>& with_city(std::string_view city) const {
    const auto found = cities_.find(folded_name(city));
    return found == cities_.end() ? nowhere_ : found->second;
  }

 private:
  void add_folder(const std::string& folder, int depth) {
    DIR* directory = ::opendir((std::string{zone_directory} + folder).c_str());
    if (!directory) return;
    while (const dirent* item = ::readdir(directory)) {
      const std::string_view base{item->d_name};
      if (base.find('.') != base.npos || base == "posix" || base == "right") continue;
      const std::string name = folder.empty() ? std::string{base} : folder + '/' + std::string{base};
      if ((item->d_type == DT_DIR || item->d_type == DT_UNKNOWN) && depth < 2) add_folder(name, depth + 1);
      if (item->d_type != DT_DIR) add(name);
    }
    ::closedir(directory);
  }

  /// Names with digits carry signs ("Etc/GMT+5") and are found in other case only.
  void add(const std::string& name) {
    names_.emplace(has_digit(name) ? to_lower(name) : folded_name(name), name);
    if (const auto city = city_of(name); !city.empty()) cities_[folded_name(city)].push_back(name);
  }

  std::unordered_map<std::string, std::string> names_;
  std::unordered_map<std::string, std::vector<std::string>> cities_;
  const std::string nothing_;
  const std::vector<std::string> nowhere_;
};

const ZoneIndex& index() {
  static const ZoneIndex index;
  return index;
}

}  // namespace

const std::string& spelled_as_in_database(std::string_view name) {
  return index().spelled(name.size() <= longest ? name : std::string_view{});
}

const std::vector<std::string>& zones_of_city(std::string_view city) {
  return index().with_city(city.size() <= longest ? city : std::string_view{});
}

}  // namespace almanac
