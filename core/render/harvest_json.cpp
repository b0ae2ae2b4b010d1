#include "harvest_json.hpp"

#include "entry_json.hpp"
#include "json_writer.hpp"

namespace almanac {
namespace {

/// Writes the parts of a harvest; knows the address that relative links in markup mean.
class HarvestWriter {
 public:
  HarvestWriter(const ZoneBook& zones, std::string_view base) : entries_(json_, zones, base) {}
  HarvestWriter(const HarvestWriter&) = delete;
  HarvestWriter& operator=(const HarvestWriter&) = delete;

  /// All before the first entry.
  void begin(const Harvest& harvest, const std::optional<std::string>& id) {
    json_.open_object();
    if (id) json_.member("id", *id);
    json_.member("ok", true);
    notes(harvest);
    document(harvest.document);
    json_.open_array("entries");
  }

  /// Behind the last entry: occurrences follow.
  void begin_occurrences() {
    json_.close_array();
    json_.open_array("occurrences");
  }

  void occurrence(const OccurrenceView& at) {
    json_.open_object();
    json_.member_if("id", at.entry->id);
    json_.member("start", iso_text(at.kind, at.start));
    if (at.end != at.start) json_.member("end", iso_text(at.kind, at.end));
    json_.member_if("tz", at.zone_name());
    json_.member_if("recurrence_id", at.recurrence_id());
    json_.member_if("status", to_text(at.status));
    json_.member_if("title", at.entry->title.plain);
    json_.close_object();
  }

  /// All behind the last entry or occurrence.
  void end(const Harvest& harvest) {
    json_.close_array();
    discovered(harvest.discovered);
    json_.close_object();
  }

  /// The same parts in the order in which they become known.
  void begin_early(const DocumentInfo& info, const std::optional<std::string>& id) {
    json_.open_object();
    if (id) json_.member("id", *id);
    document(info);
    json_.open_array("entries");
  }
  void end_late(const Harvest& harvest) {
    json_.close_array();
    discovered(harvest.discovered);
    json_.member("ok", true);
    notes(harvest);
    json_.close_object();
  }
  void end_failed(const Problem& problem) {
    json_.close_array();
    failure(problem);
    json_.close_object();
  }

  void whole_failure(const Problem& problem, const std::optional<std::string>& id) {
    json_.open_object();
    if (id) json_.member("id", *id);
    failure(problem);
    json_.close_object();
  }

  void entry(const Entry& entry) { entries_.write(entry); }
  /// The entries that come next follow others.
  void go_on() { json_.go_on(); }

  /// Makes room for so many bytes at once.
  void expect(std::size_t size) { json_.expect(size); }
  /// What was written since the last time.
  std::string take() {
    std::string out = json_.take();
    json_.forget_written();
    return out;
  }
  bool pass_on(const TextSink& write) {
    const bool wanted = write(json_.written());
    json_.forget_written();
    return wanted;
  }
  std::size_t size() const { return json_.written().size(); }

 private:
  void failure(const Problem& problem) {
    json_.member("ok", false);
    json_.open_object("error");
    json_.member("code", std::string_view(problem.code.message()));
    json_.member("message", std::string_view(problem.text()));
    json_.close_object();
    notes({});
  }

  void notes(const Harvest& harvest) {
    json_.open_array("warnings");
    for (const Warning& warning : harvest.warnings) {
      json_.open_object();
      json_.member("code", warning.code);
      json_.member("message", warning.message);
      if (warning.line) json_.member("line", std::int64_t{*warning.line});
      json_.close_object();
    }
    json_.close_array();
    json_.open_array("skipped");
    for (const SkippedItem& item : harvest.skipped) {
      json_.open_object();
      json_.member("index", static_cast<std::int64_t>(item.index));
      json_.member("reason", item.reason);
      json_.close_object();
    }
    json_.close_array();
  }

  void document(const DocumentInfo& info) {
    json_.open_object("document");
    json_.member_if("format", info.format);
    json_.member_if("version", info.version);
    json_.member_if("encoding", info.encoding);
    json_.member("well_formed", info.well_formed);
    json_.member_if("id", info.id);
    json_.member_if("title", info.title);
    json_.member_if("url", info.url);
    json_.member_if("self", info.self);
    json_.member_if("description", info.description);
    json_.member_if("language", info.language);
    if (info.updated) json_.member("updated", iso_text(*info.updated));
    json_.member_if("rights", info.rights);
    json_.member_if("image", info.image);
    write_people(json_, "authors", info.authors);
    json_.member_list("categories", info.categories);
    write_links(json_, info.links);
    json_.close_object();
  }

  void discovered(const std::vector<Discovered>& list) {
    if (list.empty()) return;
    json_.open_array("discovered");
    for (const Discovered& item : list) {
      json_.open_object();
      json_.member("url", item.url);
      json_.member_if("type", item.type);
      json_.member_if("title", item.title);
      json_.close_object();
    }
    json_.close_array();
  }

  JsonWriter json_;
  EntryJson entries_;
};

/// What is written around entries: no time in it needs a zone.
template <class Write>
std::string written(Write write) {
  const ZoneBook no_zones;
  HarvestWriter writer(no_zones, {});
  write(writer);
  return writer.take();
}

}  // namespace

bool write_harvest_json(const Harvest& harvest, const ZoneBook& zones, const std::vector<OccurrenceView>* occurrences,
                        std::string_view base_url, const std::optional<std::string>& id, const TextSink& write) {
  constexpr std::size_t part = 64 * 1024;
  HarvestWriter writer(zones, base_url);
  const auto is_wanted = [&] { return writer.size() < part || writer.pass_on(write); };
  writer.begin(harvest, id);
  for (const Entry& entry : harvest.entries) {
    writer.entry(entry);
    if (!is_wanted()) return false;
  }
  if (occurrences) writer.begin_occurrences();
  for (std::size_t i = 0; occurrences && i < occurrences->size(); ++i) {
    writer.occurrence((*occurrences)[i]);
    if (!is_wanted()) return false;
  }
  writer.end(harvest);
  return writer.pass_on(write);
}

HarvestFrame render_harvest_frame(const Harvest& harvest, const std::optional<std::string>& id) {
  HarvestFrame frame;
  frame.end = written([&](HarvestWriter& writer) {
    writer.begin(harvest, id);
    frame.begin = writer.take();
    writer.end(harvest);
  });
  return frame;
}

std::string render_harvest_begin(const DocumentInfo& document, const std::optional<std::string>& id) {
  return written([&](HarvestWriter& writer) { writer.begin_early(document, id); });
}

std::string render_harvest_end(const Harvest& harvest) {
  return written([&](HarvestWriter& writer) { writer.end_late(harvest); });
}

std::string render_harvest_failure(const Problem& problem) {
  return written([&](HarvestWriter& writer) { writer.end_failed(problem); });
}

std::string render_harvest_entries(std::span<const Entry> entries, const ZoneBook& zones, std::string_view base_url,
                                   std::size_t before) {
  HarvestWriter writer(zones, base_url);
  if (before > 0) writer.go_on();
  std::size_t texts = 0;
  for (const Entry& entry : entries)
    for (const TextBody* body : {&entry.summary, &entry.content}) texts += body->plain.size() + body->raw.size();
  writer.expect(texts + texts / 4 + entries.size() * 1024);
  for (const Entry& entry : entries) writer.entry(entry);
  return writer.take();
}

std::string render_harvest_json(const Harvest& harvest, const ZoneBook& zones,
                                const std::vector<OccurrenceView>* occurrences, std::string_view base_url,
                                const std::optional<std::string>& id) {
  std::string out;
  write_harvest_json(harvest, zones, occurrences, base_url, id, [&](std::string_view text) {
    out += text;
    return true;
  });
  return out;
}

std::string render_inspect_failure(const Problem& problem, const std::optional<std::string>& id) {
  return written([&](HarvestWriter& writer) { writer.whole_failure(problem, id); });
}

}  // namespace almanac
