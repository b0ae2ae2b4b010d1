#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::render {

/// What every format says of an item, as plain text that no output may use without its own encoder. Empty: nothing to
/// say.
struct ItemWords {
  std::string title;
  std::string link;    ///< an http(s) address, or empty: see web_link
  std::string kind;    ///< "hackathon"
  std::string status;  ///< "cancelled", "postponed", "moved online", "tentative", "withdrawn"
  std::string marks;   ///< "★", "✓", "★ ✓"
  std::string when, when_there, days_left;
  std::string place;
  std::string cost;
  std::string next_deadline;  ///< "submission closes Fri 15 Jan 2027 AoE", the next one
  std::string sources;        ///< "PyData Berlin, confs.tech and 2 more"
  std::string summary;

  std::string deadline_type, closes, deadline_here, deadline_there;  ///< an item about a deadline
  std::vector<std::string> changes;                                  ///< "moved: Tue 12 May → Thu 14 May"
  std::string why;                                                   ///< "matches “ml”; starred"
  std::string also_in;                                               ///< "confs.tech, WikiCFP"
};

ItemWords describe(const ListedEvent& listed, const Reader& reader);
ItemWords describe(const DigestItem& item, const Reader& reader);

/// What stands beside an item's date, in the order in which every format says it, without what there is nothing to say
/// of: days left, place, kind, cost, next deadline. Views into `words`.
std::vector<std::string_view> facts_beside_date(const ItemWords& words);

/// An address that may be written as a link: absolute http or https without user name or password, in printable ASCII
/// with nothing that ends a link in any format (blank, quotes, angle brackets, backslash …). Nothing for all else:
/// javascript:, data:, file: …
std::optional<std::string> web_link(std::string_view address);

/// "Berlin, DE", "online", "Berlin, DE or online"; the published text when city and country are unknown; empty when
/// nothing is.
std::string where_text(const Event& event);
/// "call for papers", "paper", "registration" …; the published label for an untyped one.
std::string deadline_name(const Deadline& deadline);
/// "extended", or what is in doubt about it; empty for neither.
std::string_view deadline_note(const Deadline& deadline);
/// Both: "paper (extended)".
std::string deadline_type_text(const Deadline& deadline);
/// "moved: 12 May → 14 May", "moved: Thu 10 Dec 10:00–12:00 → 14:00–16:00"; a deadline is told on its own clock too:
/// "extended, paper: Sun 6 Dec 12:59 CET (Sat 5 Dec 23:59 AoE) → …".
std::string change_text(const EventChange& change, const Reader& reader);
/// "a, b and 3 more".
std::string list_text(const std::vector<std::string>& names, std::size_t most);
/// Plural heading of a kind: "Conferences".
std::string_view kind_heading(Kind kind);

/// Rows under a heading, in their order; grouping by anything but none keeps the order of first appearance, which for a
/// list by date is the order of weeks and months.
struct EventGroup {
  std::string heading;  ///< empty when not grouped
  std::vector<const ListedEvent*> events;
};
std::vector<EventGroup> group_events(const std::vector<ListedEvent>& events, GroupBy by, const Reader& reader);

/// What a list that has nothing to show says instead.
std::string_view empty_list_text();

}  // namespace almanac::render
