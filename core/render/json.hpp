#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/model/source.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <vector>

namespace almanac {

// The stable JSON of almanac, described field by field in README.md beside this file. Fields are only ever added;
// `schema` names the form. Absent facts are left out. Times are iso_text: "…Z" an instant, no Z a floating time, ten
// characters a date.

/// With `members` only those of each event (`--fields`); empty: all.
std::string render_events_json(const std::vector<ListedEvent>& events, const std::vector<std::string>& members = {});
/// One object a line, without envelope.
std::string render_events_jsonl(const std::vector<ListedEvent>& events, const std::vector<std::string>& members = {});
std::string render_deadlines_json(const std::vector<ListedDeadline>& deadlines);
/// One object a line, without envelope.
std::string render_deadlines_jsonl(const std::vector<ListedDeadline>& deadlines);
/// One line of `export --format jsonl`: the event, what each source says of it, and its deadlines.
std::string render_event_export_line(const DetailedEvent& detail);
std::string render_event_detail_json(const DetailedEvent& detail);
/// Addresses redacted, no options, no validators: nothing secret.
std::string render_sources_json(const std::vector<Source>& sources);
std::string render_digest_json(const DigestView& digest);

}  // namespace almanac
