#pragma once
#include <almanac/model/event.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// What a person noted on an event.
struct EventMarks {
  bool starred = false, going = false, hidden = false;
  std::string note;
  friend bool operator==(const EventMarks&, const EventMarks&) = default;
};

/// One row of a list: an event, and the one date of it that the row is about.
struct ListedEvent {
  Event event;
  std::optional<Occurrence> shown;   ///< absent: a post, or something without a date
  std::string public_id;             ///< short and stable: what `show` and `star` take, and what calendars know it by
  std::vector<std::string> sources;  ///< names of the sources that tell of it, best first
  EventMarks marks;
  friend bool operator==(const ListedEvent&, const ListedEvent&) = default;
};

/// One row of a list of deadlines.
struct ListedDeadline {
  ListedEvent listed;
  Deadline deadline;
  friend bool operator==(const ListedDeadline&, const ListedDeadline&) = default;
};

/// Something about an event that is no longer as it was told before. Texts are for people, in the words of `iso_text`
/// for dates.
struct EventChange {
  enum class What : std::uint8_t {
    other,
    moved,
    place,
    title,
    cancelled,
    withdrawn,
    postponed,
    restored,
    extended,
    deadline,
    moved_online
  };
  What kind = What::other;
  std::string field;  ///< for deadlines: "paper", "cfp"; for `other`: the fact's name; else empty
  std::string before, after;
  sys_seconds at{};    ///< when it was noticed
  std::string source;  ///< name of the source that said so; may be empty
  friend bool operator==(const EventChange&, const EventChange&) = default;
};

/// What one source says about the event of a detail view, and why it was taken for the same thing.
struct EntryDetail {
  Entry entry;
  std::string source_name;
  std::string source_url;  ///< redacted: shown to people
  std::string merged_because;
  sys_seconds first_seen{}, last_seen{};
  friend bool operator==(const EntryDetail&, const EntryDetail&) = default;
};

/// All that is known of one event.
struct DetailedEvent {
  ListedEvent listed;
  std::vector<EntryDetail> entries;
  std::vector<EventChange> changes;
  friend bool operator==(const DetailedEvent&, const DetailedEvent&) = default;
};

/// The last second (UTC) at which a deadline can be met. One without a zone ends with that clock anywhere on Earth
/// (UTC-12); one that names only a day ends with that day.
inline std::int64_t closing_second(const Deadline& deadline) {
  constexpr std::int64_t anywhere_on_earth = 12 * 3600, day = 24 * 3600;
  switch (deadline.at.kind) {
    case MomentKind::instant:
      return deadline.at.seconds;
    case MomentKind::date:
      return deadline.at.seconds + day - 1 + anywhere_on_earth;
    default:
      return deadline.at.seconds + anywhere_on_earth;
  }
}

/// The deadline that closes next; nullptr when all have.
inline const Deadline* next_deadline(const Event& event, sys_seconds now) {
  const Deadline* next = nullptr;
  for (const Deadline& deadline : event.deadlines)
    if (closing_second(deadline) >= now.time_since_epoch().count() &&
        (!next || closing_second(deadline) < closing_second(*next)))
      next = &deadline;
  return next;
}

}  // namespace almanac
