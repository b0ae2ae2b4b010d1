#pragma once
#include <almanac/model/listing.hpp>
#include <almanac/render/reader.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// One thing that lists can show of an event (`--fields`).
struct EventField {
  std::string_view name;
  std::string_view members;  ///< what it is called in JSON, separated by blanks
  std::string_view help;
  std::string (*shown)(const ListedEvent&, const Reader&);  ///< for people, not escaped
  std::string (*value)(const ListedEvent&, const Reader&);  ///< for programs
};

/// The table behind `--fields`, `--help` and the manual.
std::span<const EventField> event_fields();
/// nullptr when there is none of that name.
const EventField* find_event_field(std::string_view name);
/// The JSON members that the fields mean, once each.
std::vector<std::string> json_members(const std::vector<std::string>& fields);

}  // namespace almanac
