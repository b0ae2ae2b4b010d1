#include "kind.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>
#include <string>

namespace almanac {
namespace {

constexpr std::array<std::string_view, 7> kinds{"other",  "conference", "hackathon", "competition",
                                                "meetup", "talk",       "post"};
constexpr std::array<std::string_view, 7> statuses{"",          "confirmed", "tentative",   "cancelled",
                                                   "postponed", "withdrawn", "moved_online"};
constexpr std::array<std::string_view, 4> modes{"", "in_person", "online", "hybrid"};
constexpr std::array<std::string_view, 8> deadline_types{"other",        "cfp",         "abstract",   "paper",
                                                         "registration", "application", "submission", "notification"};

template <class Enum, std::size_t N>
std::optional<Enum> find_word(const std::array<std::string_view, N>& words, std::string_view word) {
  const std::string lower = to_lower(word);
  const auto at = std::find(words.begin(), words.end(), std::string_view(lower));
  if (lower.empty() || at == words.end()) return std::nullopt;
  return static_cast<Enum>(at - words.begin());
}

}  // namespace

std::string_view to_text(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_text(EventStatus status) { return statuses[static_cast<std::size_t>(status)]; }
std::string_view to_text(Mode mode) { return modes[static_cast<std::size_t>(mode)]; }
std::string_view to_text(DeadlineType type) { return deadline_types[static_cast<std::size_t>(type)]; }

std::optional<Kind> kind_from(std::string_view word) {
  if (auto found = find_word<Kind>(kinds, word)) return found;
  if (word.size() > 1 && word.back() == 's') return find_word<Kind>(kinds, word.substr(0, word.size() - 1));
  return std::nullopt;
}
std::optional<EventStatus> status_from(std::string_view word) {
  if (auto found = find_word<EventStatus>(statuses, word)) return found;
  if (word == "canceled" || word == "CANCELED") return EventStatus::cancelled;
  return std::nullopt;
}
std::optional<Mode> mode_from(std::string_view word) { return find_word<Mode>(modes, word); }
std::optional<DeadlineType> deadline_type_from(std::string_view word) {
  return find_word<DeadlineType>(deadline_types, word);
}

}  // namespace almanac
