#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <vector>

namespace almanac {

// CommonMark. Text of sources cannot open a link, a heading or raw HTML; link targets are http(s) only.

std::string render_events_markdown(const std::vector<ListedEvent>& events, const Reader& reader, const FeedHead& head,
                                   GroupBy group = GroupBy::none);
std::string render_deadlines_markdown(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                      const FeedHead& head);
std::string render_digest_markdown(const DigestView& digest, const Reader& reader);

}  // namespace almanac
