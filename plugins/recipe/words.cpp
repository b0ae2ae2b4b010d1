#include "words.hpp"

#include <almanac_source.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>
#include <span>

namespace almanac::recipe {
namespace {

struct Word {
  std::string_view word;
  std::int32_t value;
};

constexpr Word kinds[]{{"other", ALMANAC_KIND_OTHER},
                       {"conference", ALMANAC_KIND_CONFERENCE},
                       {"hackathon", ALMANAC_KIND_HACKATHON},
                       {"competition", ALMANAC_KIND_COMPETITION},
                       {"meetup", ALMANAC_KIND_MEETUP},
                       {"talk", ALMANAC_KIND_TALK},
                       {"post", ALMANAC_KIND_POST}};
constexpr Word modes[]{
    {"in_person", ALMANAC_MODE_IN_PERSON}, {"online", ALMANAC_MODE_ONLINE}, {"hybrid", ALMANAC_MODE_HYBRID}};
constexpr Word statuses[]{{"confirmed", ALMANAC_STATUS_CONFIRMED},
                          {"tentative", ALMANAC_STATUS_TENTATIVE},
                          {"cancelled", ALMANAC_STATUS_CANCELLED},
                          {"postponed", ALMANAC_STATUS_POSTPONED},
                          {"moved_online", ALMANAC_STATUS_MOVED_ONLINE}};
constexpr Word deadline_types[]{{"other", ALMANAC_DEADLINE_OTHER},
                                {"cfp", ALMANAC_DEADLINE_CFP},
                                {"abstract", ALMANAC_DEADLINE_ABSTRACT},
                                {"paper", ALMANAC_DEADLINE_PAPER},
                                {"registration", ALMANAC_DEADLINE_REGISTRATION},
                                {"application", ALMANAC_DEADLINE_APPLICATION},
                                {"submission", ALMANAC_DEADLINE_SUBMISSION},
                                {"notification", ALMANAC_DEADLINE_NOTIFICATION}};
constexpr Word precisions[]{{"second", ALMANAC_PRECISION_SECOND},
                            {"minute", ALMANAC_PRECISION_MINUTE},
                            {"day", ALMANAC_PRECISION_DAY},
                            {"month", ALMANAC_PRECISION_MONTH},
                            {"year", ALMANAC_PRECISION_YEAR}};

std::optional<std::int32_t> value_of(std::span<const Word> words, std::string_view word) {
  for (const Word& item : words)
    if (item.word == word) return item.value;
  return std::nullopt;
}

}  // namespace

std::optional<std::int32_t> kind_of(std::string_view word) { return value_of(kinds, word); }
std::optional<std::int32_t> mode_of(std::string_view word) { return value_of(modes, word); }
std::optional<std::int32_t> status_of(std::string_view word) { return value_of(statuses, word); }
std::optional<std::int32_t> deadline_type_of(std::string_view word) { return value_of(deadline_types, word); }
std::optional<std::int32_t> precision_of(std::string_view word) { return value_of(precisions, word); }

bool says_nothing(std::string_view text) {
  static constexpr std::array<std::string_view, 14> nothing{
      "", "-", "--", "?", "tba", "tbd", "tbc", "none", "null", "n/a", "na", "unknown", "cancelled", "canceled"};
  text = trim_controls(text);
  return text.size() <= 9 && std::find(nothing.begin(), nothing.end(), to_lower(text)) != nothing.end();
}

}  // namespace almanac::recipe
