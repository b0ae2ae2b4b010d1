#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/base/strong_id.hpp>
#include <almanac/model/kind.hpp>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace almanac {

/// HTTP validators (RFC 9110 §8.8) as opaque bytes, replayed exactly as received.
struct Validators {
  std::string etag, last_modified;
  bool empty() const noexcept { return etag.empty() && last_modified.empty(); }
  friend bool operator==(const Validators&, const Validators&) = default;
};

enum class SourceState : std::uint8_t { active, failing, gone, needs_auth, paused };
std::string_view to_text(SourceState state);
std::optional<SourceState> source_state_from(std::string_view word);

/// What polling has shown of a source so far.
struct Health {
  SourceState state = SourceState::active;
  std::optional<sys_seconds> last_attempt, last_good, last_changed;
  std::optional<sys_seconds> next_due;  ///< absent: at once
  std::string due_reason;               ///< why then, in words
  int failures = 0;                     ///< consecutive
  int gone_streak = 0;                  ///< consecutive 410 answers
  std::string last_error;               ///< in words; empty when the last poll was good
  friend bool operator==(const Health&, const Health&) = default;
};

/// One subscription.
struct Source {
  SourceId id;
  std::string url;
  std::string name;    ///< for people: the catalogue's or the document's title, or what the user chose
  std::string plugin;  ///< plugin id that was chosen or forced; empty: sniffed at the first poll
  std::string recipe;  ///< name of a recipe in feeds/recipes, for the plugin `recipe`
  std::optional<Kind> kind;
  std::vector<std::string> tags;
  std::optional<std::chrono::seconds> every;  ///< interval that the user asked for
  std::map<std::string, std::string>
      options;  ///< pubdate_means, default_tz, guid_stable, dtend_inclusive, allow_private …
  Validators validators;
  std::string validators_for;  ///< effective address that the validators belong to
  Health health;
  sys_seconds added{};
  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace almanac
