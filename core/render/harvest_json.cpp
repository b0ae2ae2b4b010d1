#include "harvest_json.hpp"

#include <almanac/text/escape.hpp>
#include <almanac/text/html.hpp>

#include "json_writer.hpp"

namespace almanac {
namespace {

/// Writes the parts of a harvest; knows the address that relative links in markup mean.
class HarvestWriter {
 public:
  HarvestWriter(const ZoneBook& zones, std::string_view base) : zones_(zones), base_(base) {}

  /// All before the first entry.
  void begin(const Harvest& harvest, const std::optional<std::string>& id) {
    json_.open_object();
    if (id) json_.member("id", *id);
    json_.member("ok", true);
    notes(harvest);
    document(harvest.document);
    json_.open_array("entries");
  }

  /// All behind the last entry.
  void end(const Harvest& harvest, const std::vector<ShownOccurrence>* occurrences) {
    json_.close_array();
    if (occurrences) {
      json_.open_array("occurrences");
      for (const ShownOccurrence& shown : *occurrences) occurrence(shown);
      json_.close_array();
    }
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

  void entry(const Entry& entry) {
    json_.open_object();
    if (entry.component != Component::none)
      json_.member("component", std::string_view(entry.component == Component::vtodo ? "VTODO" : "VEVENT"));
    json_.member_if("id", entry.id);
    json_.member_if("title", entry.title.plain);
    json_.member_if("url", entry.url);
    links(entry.links);
    text("summary", entry.summary);
    text("content", entry.content);
    people("authors", entry.authors);
    words("categories", entry.categories);
    if (entry.published) json_.member("published", iso_text(*entry.published));
    if (entry.updated) json_.member("updated", iso_text(*entry.updated));
    enclosures(entry.enclosures);
    json_.member_if("language", entry.language);
    json_.member_if("rights", entry.rights);
    json_.member_if("comments_url", entry.comments_url);
    event_facts(entry);
    json_.close_object();
  }

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
    people("authors", info.authors);
    words("categories", info.categories);
    links(info.links);
    json_.close_object();
  }

  void event_facts(const Entry& entry) {
    if (entry.kind) json_.member("kind", to_text(*entry.kind));
    if (entry.start) time("start", *entry.start);
    if (entry.end) end_time(*entry.end, entry.end_is_last_day);
    if (entry.duration) json_.member("duration", *entry.duration);
    if (!entry.recurrence.rules.empty()) json_.member("rrule", joined(entry.recurrence.rules));
    if (entry.recurrence.id) time("recurrence_id", *entry.recurrence.id);
    if (entry.component != Component::none) json_.member("sequence", entry.sequence);
    json_.member_if("status", to_text(entry.status));
    json_.member_if("location", entry.location);
    if (entry.geo) {
      json_.open_object("geo");
      json_.member("lat", entry.geo->lat);
      json_.member("lon", entry.geo->lon);
      json_.close_object();
    }
    json_.member_if("join_url", entry.join_url);
    deadlines(entry.deadlines);
    more_dates(entry.more_dates, entry.end_is_last_day);
    json_.member_if("mode", to_text(entry.mode));
    json_.member_if("venue", entry.venue);
    json_.member_if("city", entry.city);
    json_.member_if("region", entry.region);
    json_.member_if("country", entry.country);
    words("topics", entry.topics);
    json_.member_if("cost", entry.cost);
  }

  /// An end as published: calendars name the day after the last one (RFC 5545 §3.6.1), pages and texts the last one.
  void end_time(Moment end, bool is_last_day) {
    if (end.kind == MomentKind::date && (is_last_day || end.provenance == Provenance::prose)) end.seconds -= 86'400;
    time("end", end);
  }

  void time(std::string_view key, const Moment& moment) {
    const auto zone = moment.kind == MomentKind::instant ? zone_of(moment.zone) : std::nullopt;
    json_.open_object(key);
    // A deadline that names a day only: the end of that day is a rule of ours, not a finding.
    if (zone && moment.precision == Precision::day && !moment.zone_stated)
      json_.member("value", iso_text(MomentKind::date, zone->to_local(moment.seconds)));
    else
      json_.member("value", iso_text(moment));
    if (zone && moment.precision != Precision::day)
      json_.member("local", iso_text(MomentKind::local, zone->to_local(moment.seconds)));
    json_.member_if("tz", moment.zone);
    json_.member("zone_stated", moment.zone_stated);
    json_.member_if("text", moment.text);
    json_.member("precision", to_text(moment.precision));
    json_.member("provenance", to_text(moment.provenance));
    json_.close_object();
  }

  /// The last zone asked for: entries of one document mostly share it.
  std::optional<Zone> zone_of(const std::string& name) {
    if (name.empty()) return std::nullopt;
    if (name != zone_name_) {
      zone_name_ = name;
      zone_ = zones_.find(name);
    }
    return zone_;
  }

  void deadlines(const std::vector<Deadline>& list) {
    if (list.empty()) return;
    json_.open_array("deadlines");
    for (const Deadline& deadline : list) {
      json_.open_object();
      json_.member("type", to_text(deadline.type));
      time("at", deadline.at);
      json_.member_if("label", deadline.label);
      json_.member_if("text", deadline.at.text);
      json_.member("extended", deadline.extended);
      json_.close_object();
    }
    json_.close_array();
  }

  void more_dates(const std::vector<When>& list, bool ends_are_last_days) {
    if (list.empty()) return;
    json_.open_array("more_dates");
    for (const When& when : list) {
      json_.open_object();
      time("start", when.start);
      if (when.end) end_time(*when.end, ends_are_last_days);
      json_.close_object();
    }
    json_.close_array();
  }

  void text(std::string_view key, const TextBody& body) {
    if (body.empty()) return;
    json_.open_object(key);
    json_.member_if("text", body.plain);
    if (body.is_html)
      json_.member("html", sanitize_html(body.raw, body.base.empty() ? base_ : std::string_view(body.base)));
    else if ((body.type.empty() || body.type == "text/plain") && body.plain.find('<') != body.plain.npos)
      json_.member("html", escape_html(body.plain));  // for those who show "html, else text": no markup comes alive
    json_.member_if("type", body.type);
    json_.close_object();
  }

  void people(std::string_view key, const std::vector<Person>& list) {
    if (list.empty()) return;
    json_.open_array(key);
    for (const Person& person : list) {
      json_.open_object();
      json_.member_if("name", person.name);
      json_.member_if("email", person.email);
      json_.member_if("url", person.url);
      json_.close_object();
    }
    json_.close_array();
  }

  void words(std::string_view key, const std::vector<std::string>& list) {
    if (list.empty()) return;
    json_.open_array(key);
    for (const std::string& word : list) json_.element(word);
    json_.close_array();
  }

  void links(const std::vector<Link>& list) {
    if (list.empty()) return;
    json_.open_array("links");
    for (const Link& link : list) {
      json_.open_object();
      json_.member("href", link.href);
      json_.member_if("rel", link.rel);
      json_.member_if("type", link.type);
      json_.member_if("title", link.title);
      json_.close_object();
    }
    json_.close_array();
  }

  void enclosures(const std::vector<Enclosure>& list) {
    if (list.empty()) return;
    json_.open_array("enclosures");
    for (const Enclosure& item : list) {
      json_.open_object();
      json_.member("url", item.url);
      json_.member_if("type", item.type);
      if (item.length) json_.member("length", static_cast<std::int64_t>(*item.length));
      json_.close_object();
    }
    json_.close_array();
  }

  void occurrence(const ShownOccurrence& shown) {
    const Occurrence& at = *shown.occurrence;
    json_.open_object();
    if (shown.entry) json_.member_if("id", shown.entry->id);
    json_.member("start", iso_text(at.kind, at.start));
    if (at.end != at.start) json_.member("end", iso_text(at.kind, at.end));
    json_.member_if("tz", at.zone);
    json_.member_if("recurrence_id", at.recurrence_id);
    json_.member_if("status", to_text(at.status));
    if (shown.entry) json_.member_if("title", shown.entry->title.plain);
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

  static std::string joined(const std::vector<std::string>& rules) {
    std::string out;
    for (const std::string& rule : rules) {
      if (!out.empty()) out += '\n';
      out += rule;
    }
    return out;
  }

  JsonWriter json_;
  const ZoneBook& zones_;
  std::string_view base_;
  std::string zone_name_;
  std::optional<Zone> zone_;
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

bool write_harvest_json(const Harvest& harvest, const ZoneBook& zones, const std::vector<ShownOccurrence>* occurrences,
                        std::string_view base_url, const std::optional<std::string>& id, const TextSink& write) {
  constexpr std::size_t part = 64 * 1024;
  HarvestWriter writer(zones, base_url);
  writer.begin(harvest, id);
  for (const Entry& entry : harvest.entries) {
    writer.entry(entry);
    if (writer.size() >= part && !writer.pass_on(write)) return false;
  }
  writer.end(harvest, occurrences);
  return writer.pass_on(write);
}

HarvestFrame render_harvest_frame(const Harvest& harvest, const std::optional<std::string>& id) {
  HarvestFrame frame;
  frame.end = written([&](HarvestWriter& writer) {
    writer.begin(harvest, id);
    frame.begin = writer.take();
    writer.end(harvest, nullptr);
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

std::string render_harvest_entries(std::span<const Entry> entries, const ZoneBook& zones, std::string_view base_url) {
  HarvestWriter writer(zones, base_url);
  std::size_t texts = 0;
  for (const Entry& entry : entries)
    for (const TextBody* body : {&entry.summary, &entry.content}) texts += body->plain.size() + body->raw.size();
  writer.expect(texts + texts / 4 + entries.size() * 1024);
  for (const Entry& entry : entries) writer.entry(entry);
  return writer.take();
}

std::string render_harvest_json(const Harvest& harvest, const ZoneBook& zones,
                                const std::vector<ShownOccurrence>* occurrences, std::string_view base_url,
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
