#pragma once
#include <almanac/model/listing.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace almanac {

/// What a digest tells, in the order of reading.
enum class SectionKind : std::uint8_t { deadlines, competitions, conferences, changed, posts };

/// One thing a digest tells, with the reasons.
struct DigestItem {
  ListedEvent listed;
  std::optional<Deadline> deadline;  ///< the deadline that closes (section `deadlines`)
  std::vector<EventChange> changes;  ///< before and after (section `changed`)
  std::vector<std::string> why;      ///< "matches “machine learning”", "starred": never empty
  std::vector<std::string> also_in;  ///< further sources, by name
  double score = 0;                  ///< what it was ranked by
  friend bool operator==(const DigestItem&, const DigestItem&) = default;
};

/// Items under one heading; a section without sub-headings has one group with an empty heading.
struct DigestGroup {
  std::string heading;  ///< "Week 49 · 30 November – 6 December"
  std::vector<DigestItem> items;
  friend bool operator==(const DigestGroup&, const DigestGroup&) = default;
};

struct DigestSection {
  SectionKind kind = SectionKind::deadlines;
  std::string title;
  std::vector<DigestGroup> groups;
  friend bool operator==(const DigestSection&, const DigestSection&) = default;
};

/// How many things a rule kept out, and which rule: "told in 2026-W41 and unchanged", "over the limit of 20".
struct LeftOut {
  std::string rule;
  std::size_t count = 0;
  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct BrokenSource {
  std::string name, url;  ///< `url` redacted
  std::string error;
  std::optional<sys_seconds> last_good;
  int failures = 0;  ///< consecutive
  friend bool operator==(const BrokenSource&, const BrokenSource&) = default;
};

/// One issue of a digest, ready to be written in any format. The same store and period give the same value.
struct DigestView {
  std::string profile;       ///< the profile's name
  std::string title;         ///< for people: "ml"; the profile's name when it has no title
  std::string period_name;   ///< "2026-W48", "2026-11-26", "2026-11"
  std::string period_text;   ///< "23–29 November 2026"
  std::int64_t number = 0;   ///< issue number within the profile, from 1; 0: an answer, no issue
  sys_seconds made{};        ///< the "now" it was made at
  sys_seconds from{}, to{};  ///< the period, half-open
  std::string zone;          ///< name of the zone that dates are shown in
  std::vector<DigestSection> sections;
  std::vector<LeftOut> left_out;
  std::vector<BrokenSource> broken;

  /// Number of items in all sections.
  std::size_t size() const {
    std::size_t count = 0;
    for (const auto& section : sections)
      for (const auto& group : section.groups) count += group.items.size();
    return count;
  }
  bool empty() const { return size() == 0; }
  friend bool operator==(const DigestView&, const DigestView&) = default;
};

}  // namespace almanac
