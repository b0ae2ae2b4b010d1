#pragma once
#include <almanac/store/store.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <source_location>
#include <string>

#include "support/temp_dir.hpp"

namespace almanac::test {

/// The value, or a failed test that says why there is none.
template <class T>
T must(Result<T, Problem> result, std::source_location where = std::source_location::current()) {
  if (!result) {
    BOOST_TEST_MESSAGE(where.file_name() << ":" << where.line());
    BOOST_FAIL(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + result.error().text());
  }
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

/// A new store in a directory of its own.
struct TempStore {
  TempDir dir;
  std::filesystem::path file = dir.path() / "almanac.db";
  Store store = must(Store::open(file));
};

constexpr sys_seconds at(std::int64_t seconds) { return sys_seconds{std::chrono::seconds{seconds}}; }
/// 2026-06-01T12:00:00Z, the "now" of these tests.
inline constexpr std::int64_t noon = 1780315200;
inline constexpr std::int64_t day = 86'400;

inline Occurrence instant(std::int64_t start, std::int64_t length = 3600) {
  return {MomentKind::instant, start, start + length, "UTC", EventStatus::unknown, {}};
}
inline Occurrence all_day(std::int64_t midnight, std::int64_t days = 1) {
  return {MomentKind::date, midnight, midnight + days * day, {}, EventStatus::unknown, {}};
}

/// An event with one date, and the entry that says so.
inline IngestedEntry entry_for(std::string key, Event event) {
  IngestedEntry given;
  given.key = key;
  given.entry.id = std::move(key);
  given.entry.title.plain = event.title;
  given.entry.url = event.url;
  given.entry.location = event.location;
  given.entry.topics = event.topics;
  if (event.when) {
    given.entry.start = event.when->start;
    given.entry.end = event.when->end;
  }
  given.content_hash =
      content_hash(event.title + event.summary + event.location + (event.when ? iso_text(event.when->start) : ""),
                   static_cast<std::uint64_t>(event.status));
  given.event = std::move(event);
  return given;
}

inline Event simple_event(std::string title, std::int64_t start, Kind kind = Kind::conference) {
  Event event;
  event.kind = kind;
  event.title = std::move(title);
  event.when =
      When{Moment{MomentKind::instant, Precision::minute, Provenance::structured, true, start, "UTC", "as published"},
           std::nullopt};
  event.occurrences = {instant(start)};
  return event;
}

inline SourceId add_source(Store& store, std::string url = "https://example.org/feed", std::string name = "Example") {
  Source source;
  source.url = std::move(url);
  source.name = std::move(name);
  source.added = at(noon);
  return must(store.add_source(source));
}

inline PollCounts poll(Store& store, SourceId source, std::vector<IngestedEntry> entries, std::int64_t now = noon,
                       bool complete = false, const EventMatcher& matcher = no_matcher()) {
  PollCommit commit;
  commit.now = at(now);
  SourcePoll one;
  one.source = source;
  one.entries = std::move(entries);
  one.complete = complete;
  commit.polls.push_back(std::move(one));
  return must(store.commit_poll(commit, matcher));
}

inline std::vector<std::string> titles(const std::vector<ListedEvent>& rows) {
  std::vector<std::string> out;
  for (const ListedEvent& row : rows) out.push_back(row.event.title);
  return out;
}

}  // namespace almanac::test
