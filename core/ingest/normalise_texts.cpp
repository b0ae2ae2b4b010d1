#include <algorithm>
#include <almanac/text/charset.hpp>
#include <almanac/text/html.hpp>

#include "normalise_steps.hpp"

namespace almanac {
namespace {

void fill_line(TextBody& text) {
  repair_utf8(text.raw);
  text.plain = text.is_html ? html_to_line(text.raw) : plain_line(text.raw);
}

void fill_plain(TextBody& text) {
  if (text.raw.empty()) return;
  text.plain = text.is_html ? html_to_text(text.raw) : text.raw;
}

void clean_line(std::string& text) {
  if (text.empty()) return;
  repair_utf8(text);
  text = plain_line(text);
}

/// A line that some publishers write as markup although its element is plain.
void clean_markup_line(std::string& text) {
  clean_line(text);
  const bool has_sign = std::any_of(text.begin(), text.end(), [](char c) { return c == '<' || c == '&'; });
  if (has_sign && looks_like_html(text)) text = html_to_line(text);
}

/// Makes lines of all items, removes later repeats and empty ones, keeping order.
void unique_lines(std::vector<std::string>& list) {
  for (std::string& item : list) clean_markup_line(item);
  std::vector<std::string> kept;
  kept.reserve(list.size());
  for (std::string& item : list)
    if (!item.empty() && (list.size() > 200 || std::find(kept.begin(), kept.end(), item) == kept.end()))
      kept.push_back(std::move(item));
  list = std::move(kept);
}

}  // namespace

void normalise_texts(DocumentInfo& document) {
  const auto line = [](std::string& text, bool is_html) {
    repair_utf8(text);
    text = is_html ? html_to_line(text) : plain_line(text);
  };
  line(document.title, document.title_is_html);
  line(document.description, document.description_is_html);
  line(document.rights, document.rights_is_html);
  document.title_is_html = document.description_is_html = document.rights_is_html = false;
  unique_lines(document.categories);
}

void normalise_texts(Entry& entry, bool full_text) {
  fill_line(entry.title);
  repair_utf8(entry.summary.raw);
  repair_utf8(entry.content.raw);
  fill_plain(entry.summary);
  if (full_text || entry.summary.plain.empty()) fill_plain(entry.content);
  unique_lines(entry.categories);
  unique_lines(entry.topics);
  for (Person& author : entry.authors) {
    clean_markup_line(author.name);
    clean_line(author.email);
  }
  for (std::string* text : {&entry.venue, &entry.city, &entry.region, &entry.country, &entry.cost, &entry.language})
    clean_line(*text);
  for (std::string* text : {&entry.location, &entry.rights}) clean_markup_line(*text);
}

void normalise_texts(Harvest& harvest, bool full_text) {
  normalise_texts(harvest.document);
  for (Entry& entry : harvest.entries) normalise_texts(entry, full_text);
}

}  // namespace almanac
