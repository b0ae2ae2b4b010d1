#include "html_item.hpp"

#include <almanac/text/escape.hpp>

namespace almanac::render {
namespace {

constexpr std::int64_t soon = 3 * 24 * 3600;

}  // namespace

void open_item(std::string& out, const ItemWords& words, int level) {
  const auto heading = "h" + std::to_string(level);
  out += "<article>\n<" + heading + " class=\"title\">";
  if (words.marks.find("★") != std::string::npos) out += "<span title=\"starred\">★</span> ";
  if (words.marks.find("✓") != std::string::npos) out += "<span title=\"going\">✓</span> ";
  if (!words.status.empty()) out += "<span class=\"status\">" + escape_html(words.status) + "</span> ";
  const auto name = escape_html(words.title);
  if (words.link.empty())
    out += name;
  else
    out += "<a href=\"" + escape_html(words.link) + "\" rel=\"noopener noreferrer nofollow\">" + name + "</a>";
  out += "</" + heading + ">\n";
}

void append_deadline(std::string& out, const Deadline& deadline, const ItemWords& words, const Reader& reader) {
  const bool pressing = closing_second(deadline) - reader.now.time_since_epoch().count() < soon;
  out += pressing ? "<p class=\"facts\"><span class=\"closes soon\">" : "<p class=\"facts\"><span class=\"closes\">";
  out += escape_html(words.deadline_type + ' ' + words.closes) + "</span> " + escape_html(words.deadline_here);
  if (!words.deadline_there.empty()) out += " (" + escape_html(words.deadline_there) + ')';
  out += "</p>\n";
}

void append_facts(std::string& out, const ItemWords& words) {
  std::string line;
  const auto join = [&line](const std::string& html) {
    if (!line.empty()) line += " · ";
    line += html;
  };
  if (!words.when.empty()) {
    join("<b>" + escape_html(words.when) + "</b>");
    if (!words.when_there.empty()) line += " (" + escape_html(words.when_there) + ')';
  }
  for (const std::string_view fact : facts_beside_date(words)) join(escape_html(fact));
  if (!line.empty()) out += "<p class=\"facts\">" + line + "</p>\n";
}

}  // namespace almanac::render
