#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

// One file: inline style, no script, nothing loaded from anywhere. Readable in mail clients, in print, light and dark.

std::string render_events_html(const std::vector<ListedEvent>& events, const Reader& reader, const FeedHead& head,
                               GroupBy group = GroupBy::none);
std::string render_deadlines_html(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                  const FeedHead& head);
std::string render_digest_html(const DigestView& digest, const Reader& reader);

/// The parts the pages are made of, for `web`: the style sheet (no "<" inside), one event as <article>, and a page
/// around a body.
std::string_view html_style();
std::string html_event(const ListedEvent& event, const Reader& reader, int heading_level = 3);
std::string html_page(std::string_view title, std::string_view body_html);

}  // namespace almanac
