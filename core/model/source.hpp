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

/// A permanent redirect that is being watched: the address is adopted once it has proved stable.
struct Move {
  std::string to;                    ///< effective address; empty: the source answers where it is
  int polls = 0;                     ///< good polls in a row that ended there over permanent redirects only
  std::optional<sys_seconds> since;  ///< of the first of them; absent: nothing there was known, and it is not adopted
  friend bool operator==(const Move&, const Move&) = default;
};

/// How often its publisher wants a source to be asked. Holds until a document says otherwise: answers without one (304)
/// do not repeat it.
struct PublisherWish {
  std::optional<std::chrono::seconds> interval;  ///< ttl, sy:*, REFRESH-INTERVAL
  std::uint32_t skip_hours = 0;                  ///< bit h: not in hour h, GMT
  std::uint8_t skip_days = 0;                    ///< bit d: not on weekday d, 0 = Sunday, GMT
  friend bool operator==(const PublisherWish&, const PublisherWish&) = default;
};

/// What polling has shown of a source so far.
struct Health {
  SourceState state = SourceState::active;
  std::optional<sys_seconds> last_attempt, last_good, last_changed;
  std::optional<sys_seconds> next_due;       ///< absent: at once
  std::string due_reason;                    ///< why then, in words
  std::string hint;                          ///< what the documents suggest to change, in words; empty: nothing
  int failures = 0;                          ///< consecutive
  int gone_streak = 0;                       ///< consecutive 410 answers
  std::string last_error;                    ///< in words; empty when the last poll was good
  std::optional<sys_seconds> not_before;     ///< the server asked for this (429, 503): polls by hand obey it as well
  std::optional<sys_seconds> last_document;  ///< last answer with a body (a 304 has none)
  std::uint64_t body_hash = 0;               ///< of that body; 0: none yet
  int same_bodies = 0;                       ///< answers in a row with the same body: its validators are of no use
  bool plain_body = false;                   ///< what it sends as compressed is not: the plain body is asked for
  Move move;
  PublisherWish wish;  ///< of the last document
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
      options;                ///< pubdate_means, default_tz, guid_stable, dtend_inclusive, allow_private …
  std::string moved_from;     ///< the address before the last permanent redirect that was adopted; empty: none was
  std::string unwanted_move;  ///< the address whose adoption the user undid; empty: none. It is not adopted again
  Validators validators;
  std::string validators_for;  ///< effective address that the validators belong to
  Health health;
  sys_seconds added{};
  friend bool operator==(const Source&, const Source&) = default;
};

/// What a source is called before people: its name, or without one what its address is known by: a file's name,
/// "example.org/events.ics". Holds no secret of the address (Url::redacted).
std::string source_label(const std::string& name, const std::string& url);

}  // namespace almanac
