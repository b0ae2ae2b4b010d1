#pragma once
#include <almanac/model/entry.hpp>
#include <almanac/time/prose/prose.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace almanac::facts {

/// What a text announces. Empty and unknown stand for "not stated".
struct TextFacts {
  Kind kind = Kind::other;
  ProseDates dates;
  Mode mode = Mode::unknown;
  std::string city;     ///< name to show, in English where there is one
  std::string country;  ///< ISO 3166-1 alpha-2
  EventStatus status = EventStatus::unknown;
};

/// What is known besides the text.
struct TextReading {
  std::optional<Moment> published;
  std::optional<Moment> start;  ///< of the event
  std::optional<Kind> kind;     ///< what the source says that its entries are: never a post then
  bool is_event = false;        ///< what is structured says so: less need speak for it
  std::string_view language;    ///< as the publisher states it: "en-GB"; may be empty
};

/// Reads the facts of one item. A post (forum thread, article, recap, release note) has none but its kind. Pure; linear
/// time.
TextFacts read_facts(std::string_view title, std::string_view text, const TextReading& reading);

/// What a title, a category or a tag calls a thing, by the words that read_facts knows; the most telling one counts.
/// Nothing when no word is clear ("news", "day 1"); never a post. Pure.
std::optional<Kind> kind_named(std::string_view text);

/// Fills what an entry does not state itself from its title and text (Provenance::prose); what is structured stays.
/// `language`: of its document, where the entry states none.
void apply_facts(Entry& entry, std::string_view language = {});

/// HTML in which each <time datetime="…">, and each <span class="date-display-…" content="…"> of Drupal, that holds a
/// date stands as that date, so that its text ("Wednesday evening", "06/01/2026") does not hide it. Other markup is
/// kept. Linear.
std::string expand_time_elements(std::string_view html);

/// HTML without what is struck out (<del>, <s>, <strike>): it does not hold any more. Linear as long as such elements
/// are closed.
std::string drop_struck_text(std::string_view html);
/// Plain text without what is struck out as in Markdown, between "~~" and "~~" on one line: it does not hold any more.
/// Nothing when nothing is. Linear.
std::optional<std::string> drop_tilded_text(std::string_view text);
/// What of HTML the first two would find. Linear.
struct TellingMarkup {
  bool times = false;   ///< <time> elements, or such spans
  bool struck = false;  ///< struck text
};
TellingMarkup find_telling_markup(std::string_view html);

}  // namespace almanac::facts
