#include "entry_codec.hpp"

#include <algorithm>
#include <array>

#include "fact_codec.hpp"

namespace almanac::store_detail {
namespace {

/// The texts that an entry has in common with its event, in the order of their bits.
template <class Facts, class Title>
auto shared_texts(Facts& facts, Title& title) {
  return std::array{&title,        &facts.url,     &facts.location, &facts.venue, &facts.city,
                    &facts.region, &facts.country, &facts.join_url, &facts.cost,  &facts.language};
}

constexpr unsigned text_count = 10, topics_bit = 10, deadlines_bit = 11, dates_bit = 12, geo_bit = 13, lean_bit = 14,
                   origins_bit = 15;

/// What an entry has in common with its event, lent by one of them.
struct Shared {
  std::array<const std::string*, text_count> texts;
  const std::vector<std::string>* topics;
  const std::vector<Deadline>* deadlines;
  const Moment *start, *end;  ///< null for none
  const std::optional<Geo>* geo;
  const FactOrigins* origins;
};

const Moment* lent(const std::optional<Moment>& moment) { return moment ? &*moment : nullptr; }
bool same(const Moment* a, const Moment* b) { return a && b ? *a == *b : a == b; }

Shared shared_facts(const Entry& e) {
  const std::string& title = e.title.plain.empty() ? e.title.raw : e.title.plain;
  return {shared_texts(e, title), &e.topics, &e.deadlines, lent(e.start), lent(e.end), &e.geo, &e.origins};
}
Shared shared_facts(const Event& e) {
  return {shared_texts(e, e.title),
          &e.topics,
          &e.deadlines,
          e.when ? &e.when->start : nullptr,
          e.when ? lent(e.when->end) : nullptr,
          &e.geo,
          &e.origins};
}

/// A bit is set where the entry says something of its own; its value follows in the order of the bits.
void put_shared(Writer& out, const Shared& own, const Shared& base, bool lean) {
  unsigned bits = lean ? 1u << lean_bit : 0;
  for (unsigned i = 0; i < text_count; ++i)
    if (*own.texts[i] != *base.texts[i]) bits |= 1u << i;
  if (*own.topics != *base.topics) bits |= 1u << topics_bit;
  if (*own.deadlines != *base.deadlines) bits |= 1u << deadlines_bit;
  if (!same(own.start, base.start) || !same(own.end, base.end)) bits |= 1u << dates_bit;
  if (*own.geo != *base.geo) bits |= 1u << geo_bit;
  if (*own.origins != *base.origins) bits |= 1u << origins_bit;
  out.number(bits);
  for (unsigned i = 0; i < text_count; ++i)
    if (bits & 1u << i) out.text(*own.texts[i]);
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

/// Gives the entry what the event says.
void lean_on(Entry& entry, const Event& event) {
  const auto own = shared_texts(entry, entry.title.plain);
  const Shared base = shared_facts(event);
  for (unsigned i = 0; i < text_count; ++i) *own[i] = *base.texts[i];
  entry.topics = *base.topics;
  entry.deadlines = *base.deadlines;
  if (base.start) entry.start = *base.start;
  if (base.end) entry.end = *base.end;
  entry.geo = *base.geo;
  entry.origins = *base.origins;
}

/// Takes what the bits say that the entry has of its own.
void get_shared(Reader& in, std::uint64_t bits, Entry& entry) {
  const auto texts = shared_texts(entry, entry.title.plain);
  for (unsigned i = 0; i < text_count; ++i)
    if (bits & 1u << i) *texts[i] = in.text();
  if (bits & 1u << topics_bit) entry.topics = get_lines(in);
  if (bits & 1u << deadlines_bit) {
    entry.deadlines.assign(in.count(), {});
    for (Deadline& deadline : entry.deadlines) deadline = get_deadline(in);
  }
  if (bits & 1u << dates_bit) {
    const std::uint64_t which = in.number();
    entry.start = which & 1 ? std::optional(get_moment(in)) : std::nullopt;
    entry.end = which & 2 ? std::optional(get_moment(in)) : std::nullopt;
  }
  if (bits & 1u << geo_bit) entry.geo = in.number() ? std::optional(get_geo(in)) : std::nullopt;
  if (bits & 1u << origins_bit) entry.origins = get_origins(in);
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
  own_comment_count = 32768,
  own_duration_days = 65536
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
         (is_name(e.summary.plain) ? own_name : 0u) | (e.comment_count ? own_comment_count : 0u) |
         (e.duration_days ? own_duration_days : 0u);
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
  if (bits & own_duration_days) out.signed_number(e.duration_days);
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
  if (bits & own_duration_days) e.duration_days = in.signed_number();
}

}  // namespace

std::string encode_entry(const Entry& entry, const std::string& key, const Event* same_as) {
  Writer out;
  static const Event nothing;
  put_shared(out, shared_facts(entry), shared_facts(same_as ? *same_as : nothing), same_as != nullptr);
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
  Entry entry;
  if (bits >> lean_bit & 1) lean_on(entry, event);
  get_shared(in, bits, entry);
  entry.id = in.number() & 1 ? entry.url : in.text();
  entry.status = read_enum<EventStatus>(in, 6);
  entry.mode = read_enum<Mode>(in, 3);
  get_own(in, entry);
  return entry;
}

}  // namespace almanac::store_detail
