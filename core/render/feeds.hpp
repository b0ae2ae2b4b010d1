#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <vector>

namespace almanac {

// Feeds of events. Ids are "urn:x-almanac:<head.id>:<public_id>" and never change; `updated` is the event's last
// change.

/// Atom 1.0 (RFC 4287).
std::string render_events_atom(const std::vector<ListedEvent>& events, const Reader& reader, const FeedHead& head);
/// One entry a deadline; its id keeps when the deadline moves.
std::string render_deadlines_atom(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                  const FeedHead& head);
/// JSON Feed 1.1 (jsonfeed.org), with the event's facts under `_almanac`.
std::string render_events_json_feed(const std::vector<ListedEvent>& events, const Reader& reader, const FeedHead& head);
std::string render_deadlines_json_feed(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                       const FeedHead& head);

}  // namespace almanac
