#include "html.hpp"

#include <fmt/format.h>

#include <almanac/text/escape.hpp>

#include "dates.hpp"
#include "html_item.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

std::string page_head(const FeedHead& head, std::size_t count, const Reader& reader) {
  return "<header>\n<h1>" + escape_html(head.title) + "</h1>\n<p class=\"meta\">" +
         escape_html(fmt::format("{} listed · {} · times are {}", count,
                                 instant_text(reader.now.time_since_epoch().count(), reader, true),
                                 reader.zone.name())) +
         "</p>\n</header>\n<main>\n";
}

}  // namespace

std::string html_page(std::string_view title, std::string_view body_html) {
  std::string out;
  out.reserve(body_html.size() + html_style().size() + 1024);
  out +=
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n<title>";
  out += escape_html(title);
  ((out += "</title>\n<style>") += html_style()) += "</style>\n</head>\n<body>\n<div class=\"page\">\n";
  out += body_html;
  out += "</div>\n</body>\n</html>\n";
  return out;
}

std::string html_event(const ListedEvent& event, const Reader& reader, int heading_level) {
  std::string out;
  const auto words = describe(event, reader);
  open_item(out, words, heading_level);
  append_facts(out, words);
  if (!words.sources.empty()) out += "<p class=\"why\">" + escape_html(words.sources) + "</p>\n";
  out += "</article>\n";
  return out;
}

std::string render_events_html(const std::vector<ListedEvent>& events, const Reader& reader, const FeedHead& head,
                               GroupBy group) {
  auto body = page_head(head, events.size(), reader);
  if (events.empty()) body += "<p>" + escape_html(empty_list_text()) + "</p>\n";
  for (const auto& [heading, rows] : group_events(events, group, reader)) {
    body += "<section>\n";
    if (!heading.empty()) body += "<h2>" + escape_html(heading) + "</h2>\n";
    for (const auto* listed : rows) body += html_event(*listed, reader, heading.empty() ? 2 : 3);
    body += "</section>\n";
  }
  body += "</main>\n";
  return html_page(head.title, body);
}

std::string render_deadlines_html(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                  const FeedHead& head) {
  auto body = page_head(head, deadlines.size(), reader);
  if (deadlines.empty()) body += "<p>" + escape_html(empty_list_text()) + "</p>\n";
  for (const auto& [listed, deadline] : deadlines) {
    DigestItem item;
    item.listed = listed;
    item.deadline = deadline;
    const auto words = describe(item, reader);
    open_item(body, words, 2);
    append_deadline(body, deadline, words, reader);
    append_facts(body, words);
    if (!words.sources.empty()) body += "<p class=\"why\">" + escape_html(words.sources) + "</p>\n";
    body += "</article>\n";
  }
  return html_page(head.title, body + "</main>\n");
}

}  // namespace almanac
