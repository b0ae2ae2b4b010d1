#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::samples {

/// "2026-11-25T09:00:00" as seconds of whatever clock.
std::int64_t at(std::string_view iso);
sys_seconds instant(std::string_view iso);

/// Wednesday 25 November 2026, 09:00 in Berlin.
Reader berlin();

ListedEvent all_day(std::string title, std::string_view first, std::string_view end);
ListedEvent timed(std::string title, std::string_view start_utc, std::string_view end_utc, std::string zone);
ListedEvent floating(std::string title, std::string_view start);
ListedEvent post(std::string title, std::string_view published);
Deadline deadline(DeadlineType type, std::string_view utc, std::string zone);

/// A dozen events of every shape, in order of date.
std::vector<ListedEvent> events();
std::vector<ListedDeadline> deadlines();
DetailedEvent detailed();
/// An issue with every section, what was left out and a broken source.
DigestView digest();

/// Texts that try to become active in some output.
const std::vector<std::string>& hostile_texts();
/// What an output without control characters can show of a text: all but C0 (save TAB, CR and LF), C1 and the bidi
/// controls, with line separators as blanks.
std::string without_controls(std::string_view text);
/// Where a text has what without_controls leaves out; empty when it has none.
std::string what_is_obeyed(std::string_view text);
/// An event and a digest whose every text is `text`.
ListedEvent hostile_event(const std::string& text);
DigestView hostile_digest(const std::string& text);

}  // namespace almanac::samples
