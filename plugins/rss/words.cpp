#include "words.hpp"

#include <almanac_sdk.hpp>
#include <string>

#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

struct Word {
  std::string_view part;  ///< lower-case; found anywhere in the folded word
  std::int32_t value;
};

/// The first entry of `words` that occurs in `text`, whatever the case.
template <std::size_t N>
std::int32_t first_match(std::string_view text, const Word (&words)[N], std::int32_t otherwise) noexcept {
  text = text.substr(0, 200);
  for (const Word& word : words)
    for (std::size_t i = 0; i + word.part.size() <= text.size(); ++i)
      if (same_word(text.substr(i, word.part.size()), word.part)) return word.value;
  return otherwise;
}

}  // namespace

std::int32_t kind_of(std::string_view word) noexcept {
  static constexpr Word words[] = {{"hackathon", ALMANAC_KIND_HACKATHON}, {"competition", ALMANAC_KIND_COMPETITION},
                                   {"contest", ALMANAC_KIND_COMPETITION}, {"conference", ALMANAC_KIND_CONFERENCE},
                                   {"meetup", ALMANAC_KIND_MEETUP},       {"meeting", ALMANAC_KIND_MEETUP},
                                   {"talk", ALMANAC_KIND_TALK},           {"lecture", ALMANAC_KIND_TALK},
                                   {"seminar", ALMANAC_KIND_TALK},        {"webinar", ALMANAC_KIND_TALK},
                                   {"workshop", ALMANAC_KIND_CONFERENCE}, {"event", ALMANAC_KIND_OTHER}};
  return first_match(word, words, ALMANAC_KIND_UNKNOWN);
}

std::int32_t status_of(std::string_view word) noexcept {
  static constexpr Word words[] = {
      {"cancel", ALMANAC_STATUS_CANCELLED},         {"postpone", ALMANAC_STATUS_POSTPONED},
      {"movedonline", ALMANAC_STATUS_MOVED_ONLINE}, {"moved online", ALMANAC_STATUS_MOVED_ONLINE},
      {"tentative", ALMANAC_STATUS_TENTATIVE},      {"confirm", ALMANAC_STATUS_CONFIRMED},
      {"scheduled", ALMANAC_STATUS_CONFIRMED}};
  return first_match(word, words, ALMANAC_STATUS_UNKNOWN);
}

std::int32_t mode_of(std::string_view word) noexcept {
  static constexpr Word words[] = {{"offline", ALMANAC_MODE_IN_PERSON}, {"mixed", ALMANAC_MODE_HYBRID},
                                   {"hybrid", ALMANAC_MODE_HYBRID},     {"online", ALMANAC_MODE_ONLINE},
                                   {"virtual", ALMANAC_MODE_ONLINE},    {"person", ALMANAC_MODE_IN_PERSON}};
  return first_match(word, words, ALMANAC_MODE_UNKNOWN);
}

std::int32_t deadline_of(std::string_view word) noexcept {
  static constexpr Word words[] = {{"cfp", ALMANAC_DEADLINE_CFP},           {"call for", ALMANAC_DEADLINE_CFP},
                                   {"proposal", ALMANAC_DEADLINE_CFP},      {"abstract", ALMANAC_DEADLINE_ABSTRACT},
                                   {"paper", ALMANAC_DEADLINE_PAPER},       {"regist", ALMANAC_DEADLINE_REGISTRATION},
                                   {"appl", ALMANAC_DEADLINE_APPLICATION},  {"submission", ALMANAC_DEADLINE_SUBMISSION},
                                   {"notif", ALMANAC_DEADLINE_NOTIFICATION}};
  return first_match(word, words, ALMANAC_DEADLINE_OTHER);
}

std::int64_t duration_of(std::string_view text) noexcept {
  std::size_t i = !text.empty() && text[0] == '+' ? 1 : 0;
  if (i >= text.size() || text[i] != 'P') return -1;
  std::int64_t total = 0, number = -1;
  bool time = false, any = false;
  for (++i; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      number = (number < 0 ? 0 : number) * 10 + (c - '0');
      if (number > 100'000'000) return -1;
      continue;
    }
    if (c == 'T' && !time) {
      time = true;
      continue;
    }
    const std::int64_t unit = c == 'W'   ? 604'800
                              : c == 'D' ? 86'400
                              : !time    ? 0
                              : c == 'H' ? 3'600
                              : c == 'M' ? 60
                              : c == 'S' ? 1
                                         : 0;
    if (unit == 0 || number < 0) return -1;
    total += number * unit;
    number = -1;
    any = true;
  }
  return any && number < 0 ? total : -1;
}

std::string_view join_date(Arena& arena, std::string_view date, std::string_view time) {
  if (date.empty() || time.empty()) return date;
  std::string joined(date);
  joined += ' ';
  joined += time;
  return arena.store(joined);
}

pugi::xml_node next_element(pugi::xml_node node, pugi::xml_node root) noexcept {
  pugi::xml_node next = node.first_child();
  for (;;) {
    while (next && next.type() != pugi::node_element) next = next.next_sibling();
    if (next) return next;
    if (node == root) return {};
    next = node.next_sibling();
    node = node.parent();
  }
}

}  // namespace almanac::rss
