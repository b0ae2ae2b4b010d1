#include <fmt/format.h>

#include <almanac/text/escape.hpp>

#include "dates.hpp"
#include "digest_words.hpp"
#include "html.hpp"
#include "html_item.hpp"

namespace almanac {
using namespace render;

namespace {

void append_item(std::string& out, const DigestItem& item, const Reader& reader, int level) {
  const auto words = describe(item, reader);
  open_item(out, words, level);
  if (item.deadline) append_deadline(out, *item.deadline, words, reader);
  for (const auto& change : words.changes) out += "<p class=\"changed\">" + escape_html(change) + "</p>\n";
  if (!item.deadline || item.listed.shown) append_facts(out, words);
  out += "<p class=\"why\">Why: " + escape_html(words.why);
  if (!words.also_in.empty()) out += " · also in " + escape_html(words.also_in);
  out += "</p>\n</article>\n";
}

std::string section_id(const DigestSection& section) {
  return fmt::format("section-{}", static_cast<int>(section.kind));
}

void append_section(std::string& out, const DigestSection& section, const Reader& reader) {
  const auto id = section_id(section);
  out += fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1} <span class=\"count\">{2}</span></h2>\n",
                     id, escape_html(section.title), section_size(section));
  for (const auto& group : section.groups) {
    if (group.items.empty()) continue;
    if (!group.heading.empty()) out += "<h3 class=\"group\">" + escape_html(group.heading) + "</h3>\n";
    for (const auto& item : group.items) append_item(out, item, reader, group.heading.empty() ? 3 : 4);
  }
  out += "</section>\n";
}

void append_contents(std::string& out, const DigestView& digest) {
  if (digest.empty()) return;
  out += "<nav aria-label=\"Sections\">\n";
  for (const auto& section : digest.sections)
    if (section_size(section) > 0)
      out += fmt::format("<a href=\"#{}\">{}</a>\n", section_id(section), escape_html(section.title));
  out += "</nav>\n";
}

void append_about(std::string& out, const DigestView& digest, const Reader& reader) {
  if (digest.broken.empty() && digest.left_out.empty()) return;
  out += "<footer>\n<h2>About this issue</h2>\n<ul class=\"about\">\n";
  for (const auto& source : digest.broken) out += "<li>" + escape_html(broken_text(source, reader)) + "</li>\n";
  for (const auto& rule : digest.left_out) out += "<li>" + escape_html(left_out_text(rule)) + "</li>\n";
  out += "</ul>\n</footer>\n";
}

}  // namespace

std::string render_digest_html(const DigestView& digest, const Reader& reader) {
  const auto title = digest_title(digest);
  auto body = "<header>\n<h1>" + escape_html(title) + "</h1>\n<p class=\"meta\">" +
              escape_html(digest_subtitle(digest, reader)) + "</p>\n";
  append_contents(body, digest);
  body += "</header>\n<main>\n";
  if (digest.empty()) body += "<p>" + escape_html(empty_digest_text(digest)) + "</p>\n";
  for (const auto& section : digest.sections)
    if (section_size(section) > 0) append_section(body, section, reader);
  body += "</main>\n";
  append_about(body, digest, reader);
  return html_page(title, body);
}

}  // namespace almanac
