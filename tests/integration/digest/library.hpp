#pragma once
#include <almanac/digest/assemble.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/store/store.hpp>
#include <boost/test/unit_test.hpp>
#include <source_location>
#include <string>
#include <vector>

#include "support/temp_dir.hpp"

namespace almanac::test {

constexpr sys_seconds at(std::int64_t seconds) { return sys_seconds{std::chrono::seconds{seconds}}; }
/// 2026-11-23T12:00:00Z, a Monday: the first day of 2026-W48.
inline constexpr std::int64_t monday = 1795435200;
inline constexpr std::int64_t day = 86'400, week = 7 * day;

/// The value, or a failed test that says why there is none.
template <class T>
T must(Result<T, Problem> result, std::source_location where = std::source_location::current()) {
  if (!result)
    BOOST_FAIL(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + result.error().text());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

inline Moment moment_at(std::int64_t seconds) {
  return {MomentKind::instant, Precision::minute, Provenance::structured, true, seconds, "UTC", "as published"};
}

inline Event conference(std::string title, std::int64_t start, Kind kind = Kind::conference) {
  Event event;
  event.kind = kind;
  event.title = std::move(title);
  event.url = "https://example.org/" + event.title;
  event.when = When{moment_at(start), std::nullopt};
  event.occurrences = {{MomentKind::instant, start, start + 3600, "UTC", EventStatus::unknown, {}}};
  return event;
}

inline Event post(std::string title, std::optional<std::int64_t> published) {
  Event event;
  event.kind = Kind::post;
  event.title = std::move(title);
  if (published) event.published = at(*published);
  return event;
}

/// A store with one source, and the profile whose issues are made from it.
struct Library {
  TempDir dir;
  std::filesystem::path file = dir.path() / "almanac.db";
  Store store = must(Store::open(file));
  SourceId source = add_source();
  DigestProfile profile = profile_named("ml");

  static DigestProfile profile_named(std::string name) {
    DigestProfile profile;
    profile.name = std::move(name);
    return profile;
  }

  SourceId add_source() {
    Source added;
    added.url = "https://example.org/feed";
    added.name = "Example";
    added.added = at(monday);
    return must(store.add_source(added));
  }

  /// Events arrive, each known by its title's first word.
  void arrive(const std::vector<Event>& events, std::int64_t now) {
    PollCommit commit;
    commit.now = at(now);
    SourcePoll poll;
    poll.source = source;
    for (const Event& event : events) poll.entries.push_back(entry_for(event));
    commit.polls.push_back(std::move(poll));
    must(store.commit_poll(commit));
    while (must(store.index_pending_text())) continue;
  }

  DigestRequest request(std::int64_t now) const {
    DigestRequest request;
    request.profile = profile;
    request.now = at(now);
    return request;
  }
  DigestIssue issue(std::int64_t now) { return must(make_issue(store, request(now))); }
  DigestIssue issue_again(std::int64_t now) {
    auto wanted = request(now);
    wanted.again = true;
    return must(make_issue(store, wanted));
  }

  EventId find(std::string_view title) {
    for (const auto& row : must(store.select({})).rows)
      if (row.event.title == title) return row.event.id;
    BOOST_FAIL("no such event");
    return {};
  }

 private:
  static IngestedEntry entry_for(const Event& event) {
    IngestedEntry given;
    given.key = event.title.substr(0, event.title.find(' '));
    given.entry.id = given.key;
    given.entry.title.plain = event.title;
    given.entry.url = event.url;
    std::string facts = event.title + event.city;
    if (event.when) facts += iso_text(event.when->start);
    for (const auto& deadline : event.deadlines) facts += iso_text(deadline.at);
    given.content_hash = content_hash(facts, static_cast<std::uint64_t>(event.status));
    given.event = event;
    return given;
  }
};

using Titles = std::vector<std::string>;

inline Titles titles(const DigestView& view, SectionKind kind) {
  Titles out;
  for (const auto& section : view.sections)
    if (section.kind == kind)
      for (const auto& group : section.groups)
        for (const auto& item : group.items) out.push_back(item.listed.event.title);
  return out;
}

inline std::size_t left_out(const DigestView& view, std::string_view rule) {
  for (const auto& left : view.left_out)
    if (left.rule == rule) return left.count;
  return 0;
}

/// As it is written into a file.
inline std::string bytes_of(const DigestView& view) { return render_digest_markdown(view, {view.made, {}}); }

}  // namespace almanac::test
