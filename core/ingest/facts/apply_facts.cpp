#include <almanac/text/html.hpp>

#include "read_facts.hpp"

namespace almanac::facts {

void apply_facts(Entry& entry, std::optional<Kind> declared) {
  const TextBody& body =
      entry.content.raw.size() + entry.content.plain.size() > entry.summary.raw.size() + entry.summary.plain.size()
          ? entry.content
          : entry.summary;
  std::string expanded;
  if (body.is_html) {
    const TellingMarkup markup = find_telling_markup(body.raw);
    if (markup.struck || markup.times)
      expanded = html_to_text(expand_time_elements(markup.struck ? drop_struck_text(body.raw) : body.raw));
    else if (body.plain.empty())
      expanded = html_to_text(body.raw);
  }
  const std::string& text = expanded.empty() ? (body.plain.empty() ? body.raw : body.plain) : expanded;
  TextReading reading;
  reading.published = entry.published ? entry.published : entry.updated;
  reading.start = entry.start;
  reading.kind = declared ? declared : entry.kind;
  const bool structured = entry.start || !entry.deadlines.empty() || entry.component != Component::none;
  const TextFacts facts = read_facts(entry.title.plain.empty() ? entry.title.raw : entry.title.plain, text, reading);
  if (!entry.kind && !(structured && facts.kind == Kind::post)) entry.kind = facts.kind;
  if (!entry.start && facts.dates.when) {
    entry.start = facts.dates.when->start;
    if (!entry.end) entry.end = facts.dates.when->end;
  }
  if (entry.deadlines.empty()) entry.deadlines = facts.dates.deadlines;
  if (entry.mode == Mode::unknown) entry.mode = facts.mode;
  if (entry.city.empty() && entry.country.empty()) {
    entry.city = facts.city;
    entry.country = facts.country;
  }
  if (entry.status == EventStatus::unknown) entry.status = facts.status;
}

}  // namespace almanac::facts
