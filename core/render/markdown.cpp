#include "markdown.hpp"

#include <fmt/format.h>

#include <almanac/text/escape.hpp>

#include "dates.hpp"
#include "digest_words.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

void add_escaped(std::string& line, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += " · ";
  line += escape_markdown(part);
}

/// "**[Title](<https://…>)**"; web_link leaves nothing in the address that could end it.
std::string title_of(const ItemWords& words) {
  std::string title;
  if (!words.marks.empty()) title += words.marks + ' ';
  if (!words.status.empty()) title += "**" + escape_markdown(words.status) + "** ";
  const auto name = escape_markdown(words.title);
  return title + (words.link.empty() ? "**" + name + "**" : "**[" + name + "](<" + words.link + ">)**");
}

std::string facts_of(const ItemWords& words) {
  std::string line;
  add_escaped(line, words.when_there.empty() ? words.when : words.when + " (" + words.when_there + ')');
  for (const std::string_view fact : facts_beside_date(words)) add_escaped(line, fact);
  return line;
}

void append_event(std::string& out, const ListedEvent& listed, const Reader& reader) {
  const auto words = describe(listed, reader);
  auto facts = facts_of(words);
  add_escaped(facts, words.sources);
  out += "- " + title_of(words) + "  \n  " + facts + '\n';
}

void append_item(std::string& out, const DigestItem& item, const Reader& reader) {
  const auto words = describe(item, reader);
  out += "- " + title_of(words) + "  \n";
  if (!words.deadline_type.empty()) {
    out += "  **" + escape_markdown(words.deadline_type + ' ' + words.closes) + "** · " +
           escape_markdown(words.deadline_here);
    if (!words.deadline_there.empty()) out += " (" + escape_markdown(words.deadline_there) + ')';
    out += "  \n";
  }
  if (words.deadline_type.empty() || item.listed.shown) out += "  " + facts_of(words) + "  \n";
  for (const auto& change : words.changes) out += "  **" + escape_markdown(change) + "**  \n";
  out += "  *why: " + escape_markdown(words.why);
  if (!words.also_in.empty()) out += "; also in " + escape_markdown(words.also_in);
  out += "*\n";
}

void append_about(std::string& out, const DigestView& digest, const Reader& reader) {
  if (digest.broken.empty() && digest.left_out.empty()) return;
  out += "\n## About this issue\n\n";
  for (const auto& source : digest.broken) out += "- " + escape_markdown(broken_text(source, reader)) + '\n';
  for (const auto& rule : digest.left_out) out += "- " + escape_markdown(left_out_text(rule)) + '\n';
}

}  // namespace

std::string render_events_markdown(const std::vector<ListedEvent>& events, const Reader& reader, const FeedHead& head,
                                   GroupBy group) {
  std::string out = "# " + escape_markdown(head.title) + "\n\n";
  if (events.empty()) return out + escape_markdown(empty_list_text()) + '\n';
  for (const auto& [heading, rows] : group_events(events, group, reader)) {
    if (!heading.empty()) out += "## " + escape_markdown(heading) + "\n\n";
    for (const auto* listed : rows) append_event(out, *listed, reader);
    out += '\n';
  }
  out.pop_back();
  return out;
}

std::string render_deadlines_markdown(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                      const FeedHead& head) {
  std::string out = "# " + escape_markdown(head.title) + "\n\n";
  if (deadlines.empty()) return out + escape_markdown(empty_list_text()) + '\n';
  for (const auto& row : deadlines) {
    const auto words = describe(row.listed, reader);
    out += "- " + title_of(words) + "  \n  **" + escape_markdown(deadline_type_text(row.deadline)) + ' ' +
           escape_markdown(closes_text(row.deadline, reader)) + "** · " +
           escape_markdown(deadline_time_text(row.deadline, reader)) + '\n';
  }
  return out;
}

std::string render_digest_markdown(const DigestView& digest, const Reader& reader) {
  auto out =
      "# " + escape_markdown(digest_title(digest)) + "\n\n" + escape_markdown(digest_subtitle(digest, reader)) + '\n';
  if (digest.empty()) out += '\n' + escape_markdown(empty_digest_text(digest)) + '\n';
  for (const auto& section : digest.sections) {
    if (section_size(section) == 0) continue;
    out += fmt::format("\n## {} ({})\n", escape_markdown(section.title), section_size(section));
    for (const auto& group : section.groups) {
      if (group.items.empty()) continue;
      if (!group.heading.empty()) out += "\n### " + escape_markdown(group.heading) + '\n';
      out += '\n';
      for (const auto& item : group.items) append_item(out, item, reader);
    }
  }
  append_about(out, digest, reader);
  return out;
}

}  // namespace almanac
