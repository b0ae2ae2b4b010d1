#include <algorithm>
#include <almanac/facts/cost.hpp>
#include <almanac/facts/read_facts.hpp>
#include <almanac/facts/settle_mode.hpp>
#include <almanac/facts/settle_place.hpp>
#include <array>

#include "normalise.hpp"

namespace almanac {
namespace {

struct KindWord {
  std::string_view word;
  Kind kind;
};
/// Whole words, lower-case, most telling first.
constexpr std::array<KindWord, 25> kind_words{{
    {"hackathon", Kind::hackathon},   {"hackathons", Kind::hackathon},    {"hackday", Kind::hackathon},
    {"hackfest", Kind::hackathon},    {"codefest", Kind::hackathon},      {"datathon", Kind::hackathon},
    {"ideathon", Kind::hackathon},    {"competition", Kind::competition}, {"contest", Kind::competition},
    {"ctf", Kind::competition},       {"challenge", Kind::competition},   {"meetup", Kind::meetup},
    {"meetups", Kind::meetup},        {"stammtisch", Kind::meetup},       {"usergroup", Kind::meetup},
    {"conference", Kind::conference}, {"conferences", Kind::conference},  {"konferenz", Kind::conference},
    {"congress", Kind::conference},   {"symposium", Kind::conference},    {"summit", Kind::conference},
    {"workshop", Kind::conference},   {"conf", Kind::conference},         {"talk", Kind::talk},
    {"webinar", Kind::talk},
}};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const bool starts = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_word_byte(text[at + word.size()]);
    if (starts && ends) return true;
  }
  return false;
}

std::optional<Kind> kind_in(std::string_view text) {
  const std::string small = lower(text);
  for (const KindWord& item : kind_words)
    if (has_word(small, item.word)) return item.kind;
  return std::nullopt;
}

std::optional<Kind> kind_of_categories(const Entry& entry) {
  for (const std::string& category : entry.categories)
    if (auto kind = kind_in(category)) return kind;
  return std::nullopt;
}

bool is_dated(const Entry& entry) { return entry.start || !entry.deadlines.empty(); }

std::optional<Kind> kind_of(const Entry& entry) {
  // What has no date is talk about events, whatever its words.
  if (!is_dated(entry)) return Kind::post;
  if (auto kind = kind_in(entry.title.plain)) return kind;
  if (entry.recurrence.repeats()) return Kind::meetup;
  return Kind::other;
}

}  // namespace

void normalise_facts(Entry& entry, std::optional<Kind> declared) {
  if (declared) entry.kind = declared;
  if (!entry.kind && is_dated(entry)) entry.kind = kind_of_categories(entry);
  facts::settle_mode(entry);
  facts::settle_place(entry);
  facts::apply_facts(entry);
  if (!entry.kind) entry.kind = kind_of(entry);
  facts::settle_place(entry);
  entry.cost = facts::normal_cost(entry.cost);
  if (entry.cost.empty() && entry.kind != Kind::post)
    entry.cost =
        facts::cost_of_text(entry.title.plain, entry.summary.plain.empty() ? entry.content.plain : entry.summary.plain)
            .value_or(std::string());
}

}  // namespace almanac
