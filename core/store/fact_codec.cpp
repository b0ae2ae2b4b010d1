#include "fact_codec.hpp"

#include <bit>

namespace almanac::store_detail {
namespace {

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

void put(Writer& out, const Origin& origin) {
  out.number(static_cast<unsigned>(origin.confidence) << 2 | static_cast<unsigned>(origin.provenance));
}
Origin get_origin(Reader& in) {
  const std::uint64_t bits = in.number();
  return {static_cast<Provenance>(bits & 3), static_cast<std::uint8_t>(std::min<std::uint64_t>(bits >> 2, 100))};
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
