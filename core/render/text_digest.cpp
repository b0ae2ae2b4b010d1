#include "text_digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/text/escape.hpp>

#include "columns.hpp"
#include "dates.hpp"
#include "digest_words.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

void add_part(std::string& line, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += " · ";
  line += part;
}

class TextWriter {
 public:
  TextWriter(const Reader& reader, const TextStyle& style)
      : reader_(reader), style_(style), width_(std::max(style.width, narrowest)) {}

  void heading(std::string_view text, char line) {
    const auto shown = truncate_to_width(terminal_line(text), width_);
    append_styled(out_, shown, "1", style_);
    (out_ += '\n').append(std::min(width_, display_width(shown)), line) += '\n';
  }
  void group(std::string_view heading) {
    out_ += '\n';
    append_styled(out_, truncate_to_width(terminal_line(heading), width_), "1;36", style_);
    out_ += '\n';
  }
  void paragraph(std::string_view text, std::size_t indent, std::size_t hang = 4) {
    append_wrapped(out_, terminal_line(text), width_, indent, hang);
  }
  void blank() { out_ += '\n'; }
  void item(const DigestItem& item);
  std::string take() { return std::move(out_); }

 private:
  void facts(const ItemWords& words);
  const Reader& reader_;
  const TextStyle& style_;
  std::size_t width_;
  std::string out_;
};

void TextWriter::facts(const ItemWords& words) {
  std::string line;
  add_part(line, words.when);
  if (!words.when_there.empty()) line += " (" + words.when_there + ')';
  for (const std::string_view fact : facts_beside_date(words)) add_part(line, fact);
  if (!line.empty()) paragraph(line, 4);
}

void TextWriter::item(const DigestItem& item) {
  const auto words = describe(item, reader_);
  blank();
  std::string title = "* ";
  if (!words.status.empty()) title += '[' + words.status + "] ";
  if (!words.marks.empty()) title += words.marks + ' ';
  paragraph(title + words.title, 2);
  if (!words.deadline_type.empty()) {
    paragraph(words.deadline_type + " " + words.closes, 4);
    paragraph(words.deadline_here + (words.deadline_there.empty() ? "" : " (" + words.deadline_there + ')'), 4);
    if (item.listed.shown) facts(words);
  } else {
    facts(words);
  }
  for (const auto& change : words.changes) paragraph(change, 4);
  std::string why = "why: " + words.why;
  if (!words.also_in.empty()) why += "; also in " + words.also_in;
  paragraph(why, 4);
  if (!words.link.empty()) paragraph(words.link, 4);
}

}  // namespace

std::string render_digest_text(const DigestView& digest, const Reader& reader, const TextStyle& style) {
  TextWriter out(reader, style);
  out.heading(digest_title(digest), '=');
  out.paragraph(digest_subtitle(digest, reader), 0, 0);
  if (digest.empty()) {
    out.blank();
    out.paragraph(empty_digest_text(digest), 0, 0);
  }
  for (const auto& section : digest.sections) {
    if (section_size(section) == 0) continue;
    out.blank();
    out.blank();
    out.heading(fmt::format("{} ({})", section.title, section_size(section)), '-');
    for (const auto& group : section.groups) {
      if (group.items.empty()) continue;
      if (!group.heading.empty()) out.group(group.heading);
      for (const auto& item : group.items) out.item(item);
    }
  }
  if (!digest.broken.empty() || !digest.left_out.empty()) {
    out.blank();
    out.blank();
    out.heading("About this issue", '-');
    out.blank();
    for (const auto& source : digest.broken) out.paragraph("* " + broken_text(source, reader), 2);
    for (const auto& rule : digest.left_out) out.paragraph("* " + left_out_text(rule), 2);
  }
  return out.take();
}

}  // namespace almanac
