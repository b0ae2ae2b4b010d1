#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace almanac {

/// What an event is, for people who choose by it.
enum class Kind : std::uint8_t { other, conference, hackathon, competition, meetup, talk, post };

/// RFC 5545 §3.8.1.11 STATUS, with more that feeds state in prose or by absence. `moved_online`: takes place, but not
/// where it was to be (schema.org EventMovedOnline).
enum class EventStatus : std::uint8_t { unknown, confirmed, tentative, cancelled, postponed, withdrawn, moved_online };

/// How one takes part.
enum class Mode : std::uint8_t { unknown, in_person, online, hybrid };

enum class DeadlineType : std::uint8_t {
  other,
  cfp,
  abstract,
  paper,
  registration,
  application,
  submission,
  notification
};

/// The lower-case words used in JSON, filters and tables: "hackathon", "in_person", "cfp" …; `unknown` values give "".
std::string_view to_text(Kind kind);
std::string_view to_text(EventStatus status);
std::string_view to_text(Mode mode);
std::string_view to_text(DeadlineType type);

/// The reverse; also takes plurals of kinds ("hackathons"). Nothing for an unknown word.
std::optional<Kind> kind_from(std::string_view word);
std::optional<EventStatus> status_from(std::string_view word);
std::optional<Mode> mode_from(std::string_view word);
std::optional<DeadlineType> deadline_type_from(std::string_view word);

}  // namespace almanac
