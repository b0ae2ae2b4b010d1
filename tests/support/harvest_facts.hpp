#pragma once
#include <almanac/model/harvest.hpp>
#include <map>
#include <string>

namespace almanac::test {

/// A harvest as flat facts, for comparing with an .expected.json: "document.title", "entries[0].start",
/// "entries[0].links[1].href" … A time is its text as published, "zone" behind it in brackets; a fact that nobody
/// stated is not there.
using Facts = std::map<std::string, std::string>;

namespace detail {

inline void put(Facts& facts, const std::string& path, const std::string& value) {
  if (!value.empty()) facts[path] = value;
}
inline void put(Facts& facts, const std::string& path, const std::optional<Moment>& moment) {
  if (!moment) return;
  put(facts, path, moment->zone.empty() ? moment->text : moment->text + " [" + moment->zone + "]");
}
inline std::string at(const std::string& list, std::size_t index) { return list + "[" + std::to_string(index) + "]"; }
inline void put(Facts& facts, const std::string& path, const std::vector<std::string>& list) {
  for (std::size_t i = 0; i < list.size(); ++i) facts[at(path, i)] = list[i];
}
inline void put(Facts& facts, const std::string& path, const std::vector<Person>& people) {
  for (std::size_t i = 0; i < people.size(); ++i) {
    put(facts, at(path, i) + ".name", people[i].name);
    put(facts, at(path, i) + ".email", people[i].email);
    put(facts, at(path, i) + ".url", people[i].url);
  }
}
inline void put(Facts& facts, const std::string& path, const TextBody& text) {
  put(facts, path, text.raw);
  if (!text.raw.empty()) facts[path + "@html"] = text.is_html ? "true" : "false";
}

inline void put_event(Facts& facts, const std::string& path, const Entry& entry) {
  put(facts, path + ".start", entry.start);
  put(facts, path + ".end", entry.end);
  put(facts, path + ".location", entry.location);
  put(facts, path + ".venue", entry.venue);
  put(facts, path + ".city", entry.city);
  put(facts, path + ".country", entry.country);
  put(facts, path + ".join_url", entry.join_url);
  put(facts, path + ".cost", entry.cost);
  put(facts, path + ".rrule", entry.recurrence.rules);
  if (entry.kind) facts[path + ".kind"] = std::string(to_text(*entry.kind));
  if (entry.status != EventStatus::unknown) facts[path + ".status"] = std::string(to_text(entry.status));
  if (entry.mode != Mode::unknown) facts[path + ".mode"] = std::string(to_text(entry.mode));
  if (entry.duration) facts[path + ".duration"] = std::to_string(*entry.duration);
  if (entry.geo) facts[path + ".geo"] = std::to_string(entry.geo->lat) + " " + std::to_string(entry.geo->lon);
  for (std::size_t i = 0; i < entry.deadlines.size(); ++i) {
    put(facts, at(path + ".deadlines", i), std::optional(entry.deadlines[i].at));
    facts[at(path + ".deadlines", i) + ".type"] = std::string(to_text(entry.deadlines[i].type));
  }
  for (std::size_t i = 0; i < entry.more_dates.size(); ++i) {
    put(facts, at(path + ".more_dates", i) + ".start", std::optional(entry.more_dates[i].start));
    put(facts, at(path + ".more_dates", i) + ".end", entry.more_dates[i].end);
  }
}

inline void put_entry(Facts& facts, const std::string& path, const Entry& entry) {
  put(facts, path + ".id", entry.id);
  put(facts, path + ".title", entry.title);
  put(facts, path + ".url", entry.url);
  put(facts, path + ".summary", entry.summary);
  put(facts, path + ".content", entry.content);
  put(facts, path + ".authors", entry.authors);
  put(facts, path + ".categories", entry.categories);
  put(facts, path + ".published", entry.published);
  put(facts, path + ".updated", entry.updated);
  put(facts, path + ".language", entry.language);
  put(facts, path + ".rights", entry.rights);
  put(facts, path + ".comments", entry.comments_url);
  for (std::size_t i = 0; i < entry.links.size(); ++i) {
    put(facts, at(path + ".links", i) + ".href", entry.links[i].href);
    put(facts, at(path + ".links", i) + ".rel", entry.links[i].rel);
  }
  for (std::size_t i = 0; i < entry.enclosures.size(); ++i) {
    put(facts, at(path + ".enclosures", i) + ".url", entry.enclosures[i].url);
    put(facts, at(path + ".enclosures", i) + ".type", entry.enclosures[i].type);
    if (entry.enclosures[i].length)
      facts[at(path + ".enclosures", i) + ".length"] = std::to_string(*entry.enclosures[i].length);
  }
  put_event(facts, path, entry);
}

}  // namespace detail

inline Facts facts_of(const Harvest& harvest) {
  using detail::put;
  Facts facts;
  const DocumentInfo& document = harvest.document;
  put(facts, "document.format", document.format);
  put(facts, "document.version", document.version);
  put(facts, "document.id", document.id);
  put(facts, "document.title", document.title);
  put(facts, "document.url", document.url);
  put(facts, "document.self", document.self);
  put(facts, "document.description", document.description);
  put(facts, "document.language", document.language);
  put(facts, "document.updated", document.updated);
  put(facts, "document.rights", document.rights);
  put(facts, "document.image", document.image);
  put(facts, "document.generator", document.generator);
  put(facts, "document.authors", document.authors);
  put(facts, "document.categories", document.categories);
  facts["document.well_formed"] = document.well_formed ? "true" : "false";
  if (document.refresh_after) facts["document.refresh_after"] = std::to_string(*document.refresh_after);
  if (document.skip_hours) facts["document.skip_hours"] = std::to_string(document.skip_hours);
  if (document.skip_days) facts["document.skip_days"] = std::to_string(document.skip_days);
  facts["entries"] = std::to_string(harvest.entries.size());
  for (std::size_t i = 0; i < harvest.entries.size(); ++i)
    detail::put_entry(facts, detail::at("entries", i), harvest.entries[i]);
  for (std::size_t i = 0; i < harvest.follow_ups.size(); ++i)
    put(facts, detail::at("follow_ups", i), harvest.follow_ups[i].url);
  for (std::size_t i = 0; i < harvest.warnings.size(); ++i)
    put(facts, detail::at("warnings", i), harvest.warnings[i].code);
  return facts;
}

}  // namespace almanac::test
