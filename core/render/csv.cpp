#include "csv.hpp"

#include <almanac/text/escape.hpp>

#include "event_fields.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

class CsvWriter {
 public:
  void field(std::string_view text) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += escape_csv(text);
  }
  void list(const std::vector<std::string>& texts) {
    std::string joined;
    for (const auto& text : texts) (joined += joined.empty() ? "" : "; ") += text;
    field(joined);
  }
  void end_row() {
    out_ += "\r\n";
    first_ = true;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool first_ = true;
};

void put_header(CsvWriter& csv, std::initializer_list<std::string_view> names) {
  for (const auto name : names) csv.field(name);
  csv.end_row();
}

}  // namespace

std::string render_events_csv(const std::vector<ListedEvent>& events, const Reader& reader) {
  CsvWriter csv;
  put_header(csv, {"id", "kind", "title", "start", "end", "zone", "status", "mode", "venue", "city", "region",
                   "country", "url", "topics", "sources", "starred", "going", "deadline", "cost"});
  Occurrence none;
  none.kind = MomentKind::unread;
  for (const auto& listed : events) {
    const Event& event = listed.event;
    const Occurrence& shown = listed.shown ? *listed.shown : none;
    csv.field(listed.public_id);
    csv.field(to_text(event.kind));
    csv.field(event.title);
    csv.field(iso_text(shown.kind, shown.start));
    csv.field(shown.end > shown.start ? iso_text(shown.kind, shown.end) : std::string{});
    csv.field(shown.zone);
    csv.field(to_text(event.status));
    csv.field(to_text(event.mode));
    for (const auto* text : {&event.venue, &event.city, &event.region, &event.country}) csv.field(*text);
    csv.field(web_link(event.url).value_or(std::string{}));
    csv.list(event.topics);
    csv.list(listed.sources);
    csv.field(listed.marks.starred ? "yes" : "");
    csv.field(listed.marks.going ? "yes" : "");
    for (const char* field : {"deadline", "cost"}) csv.field(find_event_field(field)->value(listed, reader));
    csv.end_row();
  }
  return csv.take();
}

std::string render_events_csv(const std::vector<ListedEvent>& events, const std::vector<std::string>& fields,
                              const Reader& reader) {
  CsvWriter csv;
  for (const auto& name : fields) csv.field(name);
  csv.end_row();
  for (const auto& listed : events) {
    for (const auto& name : fields)
      if (const EventField* field = find_event_field(name)) csv.field(field->value(listed, reader));
    csv.end_row();
  }
  return csv.take();
}

std::string render_deadlines_csv(const std::vector<ListedDeadline>& deadlines) {
  CsvWriter csv;
  put_header(csv, {"id", "type", "label", "closes", "zone", "published", "extended", "title", "url"});
  for (const auto& [listed, deadline] : deadlines) {
    csv.field(listed.public_id);
    csv.field(to_text(deadline.type));
    csv.field(deadline.label);
    csv.field(iso_text(MomentKind::instant, closing_second(deadline)));
    csv.field(deadline.at.zone);
    csv.field(deadline.at.text);
    csv.field(deadline.extended ? "yes" : "");
    csv.field(listed.event.title);
    csv.field(web_link(listed.event.url).value_or(std::string{}));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace almanac
