#include "codec.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace almanac::store_detail {

void Writer::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}
void Writer::signed_number(std::int64_t value) {
  number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}
void Writer::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t Reader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
  good_ = false;
  rest_ = {};
  return 0;
}
std::int64_t Reader::signed_number() {
  const std::uint64_t value = number();
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}
std::string Reader::text() {
  const std::size_t size = count();
  std::string out(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return out;
}
std::size_t Reader::count() {
  const std::uint64_t size = number();
  if (size <= rest_.size()) return static_cast<std::size_t>(size);
  good_ = false;
  rest_ = {};
  return 0;
}

namespace {

template <class Enum>
Enum read_enum(Reader& in, unsigned last) {
  return static_cast<Enum>(std::min<std::uint64_t>(in.number(), last));
}

void put_manner(Writer& out, const Moment& moment) {
  out.number(static_cast<unsigned>(moment.precision) << 4 | static_cast<unsigned>(moment.provenance) << 1 |
             (moment.zone_stated ? 1 : 0));
  out.text(moment.zone);
  out.text(moment.text);
}
void get_manner(Reader& in, Moment& moment) {
  const std::uint64_t flags = in.number();
  moment.precision = static_cast<Precision>(std::min<std::uint64_t>(flags >> 4, 4));
  moment.provenance = static_cast<Provenance>(flags >> 1 & 3);
  moment.zone_stated = flags & 1;
  moment.zone = in.text();
  moment.text = in.text();
}

void put_geo(Writer& out, const Geo& geo) {
  out.number(std::bit_cast<std::uint64_t>(geo.lat));
  out.number(std::bit_cast<std::uint64_t>(geo.lon));
}
Geo get_geo(Reader& in) {
  Geo geo;
  geo.lat = std::bit_cast<double>(in.number());
  geo.lon = std::bit_cast<double>(in.number());
  return geo;
}

void put_lines(Writer& out, const std::vector<std::string>& lines) {
  out.number(lines.size());
  for (const std::string& line : lines) out.text(line);
}
std::vector<std::string> get_lines(Reader& in) {
  std::vector<std::string> lines(in.count());
  for (std::string& line : lines) line = in.text();
  return lines;
}

void put(Writer& out, const When& when) {
  put(out, when.start);
  out.number(when.end ? 1 : 0);
  if (when.end) put(out, *when.end);
}
When get_when(Reader& in) {
  When when;
  when.start = get_moment(in);
  if (in.number()) when.end = get_moment(in);
  return when;
}

void put(Writer& out, const Origin& origin) {
  out.number(static_cast<unsigned>(origin.confidence) << 2 | static_cast<unsigned>(origin.provenance));
}
Origin get_origin(Reader& in) {
  const std::uint64_t bits = in.number();
  return {static_cast<Provenance>(bits & 3), static_cast<std::uint8_t>(std::min<std::uint64_t>(bits >> 2, 100))};
}

void put(Writer& out, const FactOrigins& origins) {
  for (const auto fact : single_origins) put(out, origins.*fact);
  out.number(origins.topics.size());
  for (const Origin& origin : origins.topics) put(out, origin);
}
FactOrigins get_origins(Reader& in) {
  FactOrigins origins;
  for (const auto fact : single_origins) origins.*fact = get_origin(in);
  origins.topics.resize(in.count());
  for (Origin& origin : origins.topics) origin = get_origin(in);
  return origins;
}

void put(Writer& out, const Deadline& deadline) {
  out.number(static_cast<unsigned>(deadline.type) << 1 | (deadline.extended ? 1 : 0));
  put(out, deadline.at);
  out.text(deadline.label);
}
Deadline get_deadline(Reader& in) {
  Deadline deadline;
  const std::uint64_t flags = in.number();
  deadline.type = static_cast<DeadlineType>(std::min<std::uint64_t>(flags >> 1, 7));
  deadline.extended = flags & 1;
  deadline.at = get_moment(in);
  deadline.label = in.text();
  return deadline;
}

void put(Writer& out, const Recurrence& recurrence) {
  put_lines(out, recurrence.rules);
  put_lines(out, recurrence.exrules);
  put_lines(out, recurrence.dates);
  put_lines(out, recurrence.exceptions);
  out.number((recurrence.id ? 2 : 0) | (recurrence.this_and_future ? 1 : 0));
  if (recurrence.id) put(out, *recurrence.id);
}
Recurrence get_recurrence(Reader& in) {
  Recurrence recurrence;
  recurrence.rules = get_lines(in);
  recurrence.exrules = get_lines(in);
  recurrence.dates = get_lines(in);
  recurrence.exceptions = get_lines(in);
  const std::uint64_t flags = in.number();
  recurrence.this_and_future = flags & 1;
  if (flags & 2) recurrence.id = get_moment(in);
  return recurrence;
}

/// What of an entry also stands in its event.
struct Shared {
  std::string title, url, location, venue, city, region, country, join_url, cost, language;
  std::vector<std::string> topics;
  std::vector<Deadline> deadlines;
  std::optional<Moment> start, end;
  std::optional<Geo> geo;
  FactOrigins origins;
};
Shared shared_facts(const Event& e) {
  Shared s{e.title, e.url,      e.location, e.venue,     e.city, e.region, e.country, e.join_url,
           e.cost,  e.language, e.topics,   e.deadlines, {},     {},       e.geo,     e.origins};
  if (e.when) {
    s.start = e.when->start;
    s.end = e.when->end;
  }
  return s;
}
void share(Entry& entry, Shared&& s) {
  entry.title.plain = std::move(s.title);
  entry.url = std::move(s.url);
  entry.location = std::move(s.location);
  entry.venue = std::move(s.venue);
  entry.city = std::move(s.city);
  entry.region = std::move(s.region);
  entry.country = std::move(s.country);
  entry.join_url = std::move(s.join_url);
  entry.cost = std::move(s.cost);
  entry.language = std::move(s.language);
  entry.topics = std::move(s.topics);
  entry.deadlines = std::move(s.deadlines);
  entry.start = std::move(s.start);
  entry.end = std::move(s.end);
  entry.geo = s.geo;
  entry.origins = std::move(s.origins);
}

/// The same, lent by an entry or event. Dates and the rest are null where there are none.
struct SharedView {
  std::array<std::string_view, 10> texts;
  const std::vector<std::string>* topics;
  const std::vector<Deadline>* deadlines;
  const Moment *start, *end;
  const std::optional<Geo>* geo;
  const FactOrigins* origins;
};
const Moment* lent(const std::optional<Moment>& moment) { return moment ? &*moment : nullptr; }
bool same(const Moment* a, const Moment* b) { return a && b ? *a == *b : a == b; }
SharedView view_shared(const Entry& e) {
  return {{e.title.plain.empty() ? e.title.raw : e.title.plain, e.url, e.location, e.venue, e.city, e.region, e.country,
           e.join_url, e.cost, e.language},
          &e.topics,
          &e.deadlines,
          lent(e.start),
          lent(e.end),
          &e.geo,
          &e.origins};
}
SharedView view_shared(const Event& e) {
  return {{e.title, e.url, e.location, e.venue, e.city, e.region, e.country, e.join_url, e.cost, e.language},
          &e.topics,
          &e.deadlines,
          e.when ? &e.when->start : nullptr,
          e.when ? lent(e.when->end) : nullptr,
          &e.geo,
          &e.origins};
}

/// In the order of SharedView::texts.
constexpr std::string Shared::*shared_texts[] = {&Shared::title, &Shared::url,     &Shared::location, &Shared::venue,
                                                 &Shared::city,  &Shared::region,  &Shared::country,  &Shared::join_url,
                                                 &Shared::cost,  &Shared::language};
constexpr unsigned text_count = 10, topics_bit = 10, deadlines_bit = 11, dates_bit = 12, geo_bit = 13, lean_bit = 14,
                   origins_bit = 15;

/// A bit is set where the entry says something of its own; its value follows in the order of the bits.
void put_shared(Writer& out, const SharedView& own, const SharedView& base, bool lean) {
  unsigned bits = lean ? 1u << lean_bit : 0;
  for (unsigned i = 0; i < text_count; ++i)
    if (own.texts[i] != base.texts[i]) bits |= 1u << i;
  if (*own.topics != *base.topics) bits |= 1u << topics_bit;
  if (*own.deadlines != *base.deadlines) bits |= 1u << deadlines_bit;
  if (!same(own.start, base.start) || !same(own.end, base.end)) bits |= 1u << dates_bit;
  if (*own.geo != *base.geo) bits |= 1u << geo_bit;
  if (*own.origins != *base.origins) bits |= 1u << origins_bit;
  out.number(bits);
  for (unsigned i = 0; i < text_count; ++i)
    if (bits & 1u << i) out.text(own.texts[i]);
  if (bits & 1u << topics_bit) put_lines(out, *own.topics);
  if (bits & 1u << deadlines_bit) {
    out.number(own.deadlines->size());
    for (const Deadline& deadline : *own.deadlines) put(out, deadline);
  }
  if (bits & 1u << dates_bit) {
    out.number((own.start ? 1 : 0) | (own.end ? 2 : 0));
    if (own.start) put(out, *own.start);
    if (own.end) put(out, *own.end);
  }
  if (bits & 1u << geo_bit) {
    out.number(*own.geo ? 1 : 0);
    if (*own.geo) put_geo(out, **own.geo);
  }
  if (bits & 1u << origins_bit) put(out, *own.origins);
}
void get_shared(Reader& in, std::uint64_t bits, Shared& s) {
  for (unsigned i = 0; i < text_count; ++i)
    if (bits & 1u << i) s.*shared_texts[i] = in.text();
  if (bits & 1u << topics_bit) s.topics = get_lines(in);
  if (bits & 1u << deadlines_bit) {
    s.deadlines.assign(in.count(), {});
    for (Deadline& deadline : s.deadlines) deadline = get_deadline(in);
  }
  if (bits & 1u << dates_bit) {
    const std::uint64_t which = in.number();
    s.start = which & 1 ? std::optional(get_moment(in)) : std::nullopt;
    s.end = which & 2 ? std::optional(get_moment(in)) : std::nullopt;
  }
  if (bits & 1u << geo_bit) s.geo = in.number() ? std::optional(get_geo(in)) : std::nullopt;
  if (bits & 1u << origins_bit) s.origins = get_origins(in);
}

/// What only the entry has: present when its bit is set.
enum Own : unsigned {
  own_authors = 1,
  own_categories = 2,
  own_published = 4,
  own_updated = 8,
  own_rights = 16,
  own_comments = 32,
  own_kind = 64,
  own_duration = 128,
  own_recurrence = 256,
  own_more_dates = 512,
  own_sequence = 1024,
  own_permalink = 2048,
  own_component = 4096,
  own_links = 8192,
  own_name = 16384,
  own_comment_count = 32768
};
constexpr std::size_t most_links = 4, longest_name = 160;

/// A summary that is a longer name rather than a text: another list may know the thing by it.
bool is_name(const std::string& summary) {
  return !summary.empty() && summary.size() <= longest_name && summary.find('\n') == summary.npos;
}

unsigned own_bits(const Entry& e) {
  return (e.authors.empty() ? 0u : own_authors) | (e.categories.empty() ? 0u : own_categories) |
         (e.published ? own_published : 0u) | (e.updated ? own_updated : 0u) | (e.rights.empty() ? 0u : own_rights) |
         (e.comments_url.empty() ? 0u : own_comments) | (e.kind ? own_kind : 0u) | (e.duration ? own_duration : 0u) |
         (e.recurrence == Recurrence{} ? 0u : own_recurrence) | (e.more_dates.empty() ? 0u : own_more_dates) |
         (e.sequence ? own_sequence : 0u) | (e.id_is_permalink ? own_permalink : 0u) |
         (e.component != Component::none ? own_component : 0u) | (e.links.empty() ? 0u : own_links) |
         (is_name(e.summary.plain) ? own_name : 0u) | (e.comment_count ? own_comment_count : 0u);
}
void put_own(Writer& out, const Entry& e) {
  const unsigned bits = own_bits(e);
  out.number(bits);
  if (bits & own_authors) {
    out.number(e.authors.size());
    for (const Person& p : e.authors) {
      out.text(p.name);
      out.text(p.email);
      out.text(p.url);
    }
  }
  if (bits & own_categories) put_lines(out, e.categories);
  if (bits & own_published) put(out, *e.published);
  if (bits & own_updated) put(out, *e.updated);
  if (bits & own_rights) out.text(e.rights);
  if (bits & own_comments) out.text(e.comments_url);
  if (bits & own_kind) out.number(static_cast<unsigned>(*e.kind));
  if (bits & own_duration) out.signed_number(*e.duration);
  if (bits & own_recurrence) put(out, e.recurrence);
  if (bits & own_more_dates) {
    out.number(e.more_dates.size());
    for (const When& when : e.more_dates) put(out, when);
  }
  if (bits & own_sequence) out.signed_number(e.sequence);
  if (bits & own_component) out.number(static_cast<unsigned>(e.component));
  if (bits & own_links) {
    const std::size_t count = std::min(e.links.size(), most_links);
    out.number(count);
    for (std::size_t i = 0; i < count; ++i) {
      out.text(e.links[i].href);
      out.text(e.links[i].rel);
    }
  }
  if (bits & own_name) out.text(e.summary.plain);
  if (bits & own_comment_count) out.signed_number(e.comment_count);
}
void get_own(Reader& in, Entry& e) {
  const std::uint64_t bits = in.number();
  if (bits & own_authors) {
    e.authors.resize(in.count());
    for (Person& p : e.authors) {
      p.name = in.text();
      p.email = in.text();
      p.url = in.text();
    }
  }
  if (bits & own_categories) e.categories = get_lines(in);
  if (bits & own_published) e.published = get_moment(in);
  if (bits & own_updated) e.updated = get_moment(in);
  if (bits & own_rights) e.rights = in.text();
  if (bits & own_comments) e.comments_url = in.text();
  if (bits & own_kind) e.kind = read_enum<Kind>(in, 6);
  if (bits & own_duration) e.duration = in.signed_number();
  if (bits & own_recurrence) e.recurrence = get_recurrence(in);
  if (bits & own_more_dates) {
    e.more_dates.resize(in.count());
    for (When& when : e.more_dates) when = get_when(in);
  }
  if (bits & own_sequence) e.sequence = in.signed_number();
  e.id_is_permalink = bits & own_permalink;
  if (bits & own_component) e.component = read_enum<Component>(in, 2);
  if (bits & own_links) {
    e.links.resize(in.count());
    for (Link& link : e.links) {
      link.href = in.text();
      link.rel = in.text();
    }
  }
  if (bits & own_name) e.summary.plain = in.text();
  if (bits & own_comment_count) e.comment_count = in.signed_number();
}

}  // namespace

void put(Writer& out, const Moment& moment) {
  out.number(static_cast<unsigned>(moment.kind));
  out.signed_number(moment.seconds);
  put_manner(out, moment);
}
Moment get_moment(Reader& in) {
  Moment moment;
  moment.kind = read_enum<MomentKind>(in, 3);
  moment.seconds = in.signed_number();
  get_manner(in, moment);
  return moment;
}

std::string encode_when(const std::optional<When>& when) {
  Writer out;
  if (when) put(out, *when);
  return out.take();
}
std::optional<When> decode_when(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  Reader in(bytes);
  return get_when(in);
}

std::string encode_origins(const FactOrigins& origins) {
  Writer out;
  if (origins != FactOrigins{}) put(out, origins);
  return out.take();
}
FactOrigins decode_origins(std::string_view bytes) {
  if (bytes.empty()) return {};
  Reader in(bytes);
  return get_origins(in);
}

std::string encode_deadline(const Deadline& deadline) {
  Writer out;
  put_manner(out, deadline.at);
  out.text(deadline.label);
  if (deadline.doubt == DeadlineDoubt::none && deadline.readings.empty()) return out.take();
  out.number(static_cast<unsigned>(deadline.doubt));
  out.number(deadline.readings.size());
  for (const Moment& reading : deadline.readings) put(out, reading);
  return out.take();
}
void decode_deadline(std::string_view bytes, Deadline& deadline) {
  Reader in(bytes);
  get_manner(in, deadline.at);
  deadline.label = in.text();
  deadline.doubt = read_enum<DeadlineDoubt>(in, 2);  // absent: none
  deadline.readings.resize(in.count());
  for (Moment& reading : deadline.readings) reading = get_moment(in);
}

std::string encode_entry(const Entry& entry, const std::string& key, const Event* same_as) {
  Writer out;
  static const Event nothing;
  put_shared(out, view_shared(entry), view_shared(same_as ? *same_as : nothing), same_as != nullptr);
  // The id is mostly the key or the address; the key itself is stored as a hash only.
  const bool id_is_url = !entry.id.empty() && entry.id == entry.url;
  out.number((id_is_url ? 1u : 0u) | (key == entry.id ? 0u : 2u));
  if (!id_is_url) out.text(entry.id);
  out.number(static_cast<unsigned>(entry.status));
  out.number(static_cast<unsigned>(entry.mode));
  put_own(out, entry);
  return out.take();
}

bool leans_on_event(std::string_view bytes) { return Reader(bytes).number() >> lean_bit & 1; }

Entry decode_entry(std::string_view bytes, const Event& event) {
  Reader in(bytes);
  const std::uint64_t bits = in.number();
  Shared facts = bits >> lean_bit & 1 ? shared_facts(event) : Shared{};
  get_shared(in, bits, facts);
  Entry entry;
  share(entry, std::move(facts));
  entry.id = in.number() & 1 ? entry.url : in.text();
  entry.status = read_enum<EventStatus>(in, 6);
  entry.mode = read_enum<Mode>(in, 3);
  get_own(in, entry);
  return entry;
}

std::string encode_options(const std::map<std::string, std::string>& options) {
  if (options.empty()) return {};
  Writer out;
  out.number(options.size());
  for (const auto& [name, value] : options) {
    out.text(name);
    out.text(value);
  }
  return out.take();
}
std::map<std::string, std::string> decode_options(std::string_view bytes) {
  std::map<std::string, std::string> options;
  if (bytes.empty()) return options;
  Reader in(bytes);
  for (std::size_t left = in.count(); left-- > 0;) {
    std::string name = in.text();
    options[std::move(name)] = in.text();
  }
  return options;
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (line.empty()) continue;
    if (!out.empty()) out += '\n';
    for (const char c : line) out += c == '\n' ? ' ' : c;
  }
  return out;
}
std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto cut = text.find('\n');
    lines.emplace_back(text.substr(0, cut));
    text = cut == std::string_view::npos ? std::string_view{} : text.substr(cut + 1);
  }
  return lines;
}

}  // namespace almanac::store_detail
