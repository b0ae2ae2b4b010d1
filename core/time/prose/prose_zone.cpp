#include "prose_zone.hpp"

#include <algorithm>
#include <almanac/base/short_text.hpp>
#include <almanac/time/dates/date_zones.hpp>
#include <span>

namespace almanac::prose {
namespace {

struct ZonePhrase {
  ShortText<47> words;
  ShortText<19> zone;
};
constexpr ZonePhrase zone_phrases[] = {
    {"anywhere on earth", "AoE"},
    {"aoe", "AoE"},
    {"eastern time", "America/New_York"},
    {"pacific time", "America/Los_Angeles"},
    {"central time", "America/Chicago"},
    {"mountain time", "America/Denver"},
    {"central european time", "Europe/Paris"},
    {"central european summer time", "Europe/Paris"},
    {"uk time", "Europe/London"},
    {"london time", "Europe/London"},
    {"berlin time", "Europe/Berlin"},
    {"paris time", "Europe/Paris"},
    {"brussels time", "Europe/Brussels"},
    {"amsterdam time", "Europe/Amsterdam"},
    {"vienna time", "Europe/Vienna"},
    {"zurich time", "Europe/Zurich"},
    {"rome time", "Europe/Rome"},
    {"madrid time", "Europe/Madrid"},
    {"lisbon time", "Europe/Lisbon"},
    {"helsinki time", "Europe/Helsinki"},
    {"stockholm time", "Europe/Stockholm"},
    {"new york time", "America/New_York"},
    {"tokyo time", "Asia/Tokyo"},
    {"singapore time", "Asia/Singapore"},
    {"sydney time", "Australia/Sydney"},
    {"brusseler zeit", "Europe/Brussels"},
    {"berliner zeit", "Europe/Berlin"},
    {"wiener zeit", "Europe/Vienna"},
    {"heure de bruxelles", "Europe/Brussels"},
    {"hora de madrid", "Europe/Madrid"},
    {"hora peninsular", "Europe/Madrid"},
    {"ora di roma", "Europe/Rome"},
    {"hora de lisboa", "Europe/Lisbon"},
    {"us eastern", "America/New_York"},
    {"us pacific", "America/Los_Angeles"},
    {"eastern", "America/New_York"},
    {"pacific", "America/Los_Angeles"},
    {"central", "America/Chicago"},
    {"zulu", "UTC"},
    {"dublin time", "Europe/Dublin"},
    {"irish time", "Europe/Dublin"},
    {"prague time", "Europe/Prague"},
    {"warsaw time", "Europe/Warsaw"},
    {"copenhagen time", "Europe/Copenhagen"},
    {"oslo time", "Europe/Oslo"},
    {"israel time", "Asia/Jerusalem"},
    {"beijing time", "Asia/Shanghai"},
    {"hong kong time", "Asia/Hong_Kong"},
    {"korea time", "Asia/Seoul"},
    {"toronto time", "America/Toronto"},
    {"chicago time", "America/Chicago"},
    {"newfoundland time", "America/St_Johns"},
    {"japan time", "Asia/Tokyo"},
    {"日本時間", "Asia/Tokyo"},
    {"北京时间", "Asia/Shanghai"},
    {"heure de paris", "Europe/Paris"},
    {"india time", "Asia/Kolkata"},
    {"ist", "Asia/Kolkata"},
    {"мск", "Europe/Moscow"},
    {"по мск", "Europe/Moscow"},
    {"по московскому времени", "Europe/Moscow"},
    {"hora de bogota", "America/Bogota"},
    {"hora de colombia", "America/Bogota"},
    {"hora colombiana", "America/Bogota"},
    {"hora de mexico", "America/Mexico_City"},
    {"hora de ciudad de mexico", "America/Mexico_City"},
    {"hora del centro de mexico", "America/Mexico_City"},
    {"hora de lima", "America/Lima"},
    {"hora de peru", "America/Lima"},
    {"hora de chile", "America/Santiago"},
    {"hora de santiago", "America/Santiago"},
    {"hora de buenos aires", "-03:00"},
    {"hora argentina", "-03:00"},
    {"hora de argentina", "-03:00"},
    {"hora de espana", "Europe/Madrid"},
    {"hora de barcelona", "Europe/Madrid"},
    {"hora espanola", "Europe/Madrid"},
    {"hora de canarias", "Atlantic/Canary"},
    {"hora de brasilia", "America/Sao_Paulo"},
    {"horario de brasilia", "America/Sao_Paulo"},
    {"hora de sao paulo", "America/Sao_Paulo"},
    {"hora de portugal", "Europe/Lisbon"},
    {"heure de montreal", "America/Toronto"},
    {"heure de quebec", "America/Toronto"},
    {"heure de geneve", "Europe/Zurich"},
    {"heure francaise", "Europe/Paris"},
    {"heure belge", "Europe/Brussels"},
    {"ora italiana", "Europe/Rome"},
    {"deutscher zeit", "Europe/Berlin"},
    {"deutsche zeit", "Europe/Berlin"},
    {"schweizer zeit", "Europe/Zurich"},
    {"mitteleuropaischer zeit", "Europe/Berlin"},
    {"nederlandse tijd", "Europe/Amsterdam"},
    {"belgische tijd", "Europe/Brussels"},
    {"czasu polskiego", "Europe/Warsaw"},
    {"czasu warszawskiego", "Europe/Warsaw"},
    {"svensk tid", "Europe/Stockholm"},
    {"dansk tid", "Europe/Copenhagen"},
    {"norsk tid", "Europe/Oslo"},
    {"suomen aikaa", "Europe/Helsinki"},
    {"по москве", "Europe/Moscow"},
    {"московского времени", "Europe/Moscow"},
    {"московское время", "Europe/Moscow"},
    {"по києву", "Europe/Kyiv"},
    {"北京時間", "Asia/Shanghai"},
    {"台北時間", "Asia/Taipei"},
    {"台湾时间", "Asia/Taipei"},
    {"香港时间", "Asia/Hong_Kong"},
    {"香港時間", "Asia/Hong_Kong"},
    {"한국시간", "Asia/Seoul"},
    {"한국 시간", "Asia/Seoul"},
    {"서울 시간", "Asia/Seoul"},
    {"finnish time", "Europe/Helsinki"},
    {"german time", "Europe/Berlin"},
    {"french time", "Europe/Paris"},
    {"swiss time", "Europe/Zurich"},
    {"austrian time", "Europe/Vienna"},
    {"dutch time", "Europe/Amsterdam"},
    {"belgian time", "Europe/Brussels"},
    {"danish time", "Europe/Copenhagen"},
    {"swedish time", "Europe/Stockholm"},
    {"norwegian time", "Europe/Oslo"},
    {"polish time", "Europe/Warsaw"},
    {"czech time", "Europe/Prague"},
    {"italian time", "Europe/Rome"},
    {"spanish time", "Europe/Madrid"},
    {"portuguese time", "Europe/Lisbon"},
    {"greek time", "Europe/Athens"},
    {"british time", "Europe/London"},
    {"indian time", "Asia/Kolkata"},
    {"japanese time", "Asia/Tokyo"},
    {"korean time", "Asia/Seoul"},
    {"manila time", "Asia/Manila"},
    {"philippine time", "Asia/Manila"},
    {"mez", "+01:00"},
    {"mesz", "+02:00"},
};

constexpr auto zone_starts = [] {
  dates::StartFilter starts;
  for (const ZonePhrase& phrase : zone_phrases) starts.add(dates::word_start(phrase.words));
  return starts;
}();

/// "Central" is a zone and much else.
constexpr bool is_bare_area(std::string_view words) {
  return words == "eastern" || words == "pacific" || words == "central";
}

class ZoneReader {
 public:
  ZoneReader(const ProseText& text, std::uint32_t end) : text_(text), end_(end) {}

  void read(ClockSpan& span) const {
    std::uint32_t i = span.to;
    if (is_one_of(i, "onwards", "onward", "sharp", "prompt")) ++i;  // "6 pm onwards (IST)"
    if (symbol(i, ',')) ++i;
    const bool bracket = symbol(i, '(') || symbol(i, '[');
    if (bracket) ++i;
    if (bracket && is_one_of(i, "hard", "firm", "strict") && symbol(i + 1, ',')) i += 2;  // "(hard, AoE)"
    std::uint32_t to = i;
    if (!zone_at(i, to, span)) return;
    if (bracket && (symbol(to, ')') || symbol(to, ']'))) ++to;
    span.to = to;
  }

 private:
  const Piece& at(std::uint32_t i) const { return i < end_ ? text_.at(i) : text_.at(static_cast<std::size_t>(-1)); }
  bool symbol(std::uint32_t i, char c) const { return i < end_ && text_.is_symbol(i, c); }
  bool number(std::uint32_t i) const { return i < end_ && text_.is_number(i); }
  template <class... Words>
  bool is_one_of(std::uint32_t i, Words&... words) const {
    return i < end_ && text_.is_one_of(text_.at(i), words...);
  }

  bool zone_at(std::uint32_t i, std::uint32_t& to, ClockSpan& span) const;
  /// A capital word that no name goes on from: "6 pm Central, …", not "6 pm Central Library".
  bool stands_alone(std::uint32_t i) const { return at(i).capital && !(i + 1 < end_ && at(i + 1).capital); }

  const ProseText& text_;
  std::uint32_t end_;
};

bool ZoneReader::zone_at(std::uint32_t i, std::uint32_t& to, ClockSpan& span) const {
  if (i >= end_) return false;
  const auto set_zone = [&](std::string_view name) {
    auto zone = Zone::find(name);
    if (!zone) return false;
    span.stated = dates::Stated::zone;
    span.zone = std::move(zone);
    return true;
  };
  const std::span phrases = zone_starts.may_hold(at(i).start) ? std::span(zone_phrases) : std::span<const ZonePhrase>{};
  for (const auto& [words, name] : phrases)
    if (text_.starts_with(i, words) && (words != "ist" || at(i).upper) && (!is_bare_area(words) || stands_alone(i))) {
      if (!set_zone(name)) return false;
      to = static_cast<std::uint32_t>(text_.piece_at(at(i).from + words.size()));
      return true;
    }
  if (at(i).kind != PieceKind::word || !at(i).capital || at(i).to - at(i).from > 20) return false;
  const auto name = text_.text_of(at(i));
  if ((name == "utc" || name == "gmt") && (symbol(i + 1, '+') || symbol(i + 1, '-')) && number(i + 2) &&
      !at(i + 2).spaced) {
    std::size_t used = 0;
    const auto offset = dates::read_offset(std::string_view{text_.folded()}.substr(at(i + 1).from, 9), used);
    if (!offset) return false;
    span.stated = dates::Stated::offset;
    span.offset = *offset;
    to = static_cast<std::uint32_t>(text_.piece_at(at(i + 1).from + used));
    return true;
  }
  if (symbol(i + 1, '/') && at(i + 2).kind == PieceKind::word && at(i + 2).capital) {
    std::uint32_t last = i + 3;
    while (symbol(last, '_') && at(last + 1).kind == PieceKind::word) last += 2;
    if (!set_zone(text_.published(at(i).from, at(last - 1).to))) return false;
    to = last;
    return true;
  }
  if (name == "z" && !at(i).spaced) {  // "23:59Z"
    span.stated = dates::Stated::offset;
    span.offset = 0;
    to = i + 1;
    return true;
  }
  if (!at(i).upper || name.size() < 2 || name.size() > 5) return false;
  if (name != "ist")
    if (const auto offset = name.size() > 2 || name == "ut" ? dates::find_offset(name) : std::nullopt) {
      span.stated = dates::Stated::offset;
      span.offset = *offset;
      to = i + 1;
      return true;
    }
  constexpr std::string_view american[] = {"et", "pt", "ct", "mt"};
  if (std::find(std::begin(american), std::end(american), name) == std::end(american) ||
      !set_zone(text_.published(at(i).from, at(i).to)))
    return false;
  to = i + 1;
  return true;
}

}  // namespace

void read_zone(const ProseText& text, std::uint32_t end, ClockSpan& span) { ZoneReader(text, end).read(span); }

std::optional<ClockSpan> zone_behind(const ProseText& text, std::uint32_t at, std::uint32_t end) {
  ClockSpan span;
  span.from = span.to = at;
  read_zone(text, end, span);
  return span.stated == dates::Stated::nothing ? std::nullopt : std::optional{span};
}

std::optional<ClockSpan> zone_ahead(const ProseText& text, std::uint32_t at) {
  constexpr std::uint32_t reach = 6;
  if (at < 4 || !text.is_symbol(at - 1, ':') || !text.is_symbol(at - 2, ')')) return std::nullopt;
  for (std::uint32_t open = at - 3; open + reach >= at && open > 0; --open) {
    if (!text.is_symbol(open, '(')) continue;
    auto zone = zone_behind(text, open, at - 1);
    return zone && zone->to == at - 1 ? std::move(zone) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace almanac::prose
