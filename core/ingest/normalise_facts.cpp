#include <algorithm>
#include <almanac/facts/cost.hpp>
#include <almanac/facts/read_facts.hpp>
#include <almanac/facts/settle_mode.hpp>
#include <almanac/facts/settle_place.hpp>
#include <almanac/text/fold.hpp>

#include "normalise.hpp"

namespace almanac {
namespace {

std::optional<Kind> kind_of_categories(const Entry& entry) {
  for (const std::string& category : entry.categories)
    if (auto kind = facts::kind_named(category)) return kind;
  return std::nullopt;
}

bool is_dated(const Entry& entry) { return entry.start || !entry.deadlines.empty(); }

std::optional<Kind> kind_of(const Entry& entry) {
  // What has no date is talk about events, whatever its words.
  if (!is_dated(entry)) return Kind::post;
  if (auto kind = facts::kind_named(entry.title.plain)) return kind;
  if (entry.recurrence.repeats()) return Kind::meetup;
  return Kind::other;
}

bool is_call(DeadlineType type) {
  return type == DeadlineType::cfp || type == DeadlineType::abstract || type == DeadlineType::paper;
}

/// Calendars of calls for papers put the day on which a call closes where the start of the event should be, and say so
/// in the text ("CFP open until 31 August"): such a day says nothing about the event.
bool starts_when_call_closes(const Entry& entry) {
  if (entry.component != Component::vevent || !entry.start || entry.start->kind != MomentKind::date) return false;
  if (entry.end || entry.duration || !entry.recurrence.empty()) return false;
  constexpr std::int64_t day = 86'400, farthest_clock = 14 * 3600;
  return std::any_of(entry.deadlines.begin(), entry.deadlines.end(), [&](const Deadline& deadline) {
    const std::int64_t since = deadline.at.seconds - entry.start->seconds;
    return is_call(deadline.type) && deadline.at.provenance == Provenance::prose &&
           since >= (deadline.at.kind == MomentKind::instant ? -farthest_clock : 0) &&
           since < day + (deadline.at.kind == MomentKind::instant ? farthest_clock : 0);
  });
}

template <std::size_t N>
bool holds_one(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// "CFP: Quux (extended)", "Einreichfrist verlängert". Not "Extended Reality Days".
bool tells_extension(std::string_view title) {
  static constexpr std::string_view extended[]{"extended", "extension",  "verlangert", "prolong",
                                               "ampliad",  "ampliacion", "prorog",     "prorrog",
                                               "verlengd", "延長",       "延长"};
  static constexpr std::string_view called[]{
      "deadline",     "cfp",      "call for", "submission", "frist", "einreich", "date limite", "appel a", "plazo",
      "convocatoria", "scadenza", "prazo",    "chamada",    "締切",  "応募",     "投稿",        "截止"};
  const std::string folded = fold(title);
  return holds_one(folded, extended) && holds_one(folded, called);
}

bool is_fixed_call(const Deadline& deadline) { return is_call(deadline.type) && !deadline.extended; }

/// The last date of each call is the extended one.
void mark_extended(std::vector<Deadline>& deadlines) {
  for (Deadline& deadline : deadlines)
    deadline.extended |=
        is_call(deadline.type) && std::none_of(deadlines.begin(), deadlines.end(), [&](const Deadline& other) {
          return other.type == deadline.type && other.at.seconds > deadline.at.seconds;
        });
}

/// Records for each fact that is known and not recorded yet how it was found.
void record(Entry& entry, Origin origin) {
  FactOrigins& origins = entry.origins;
  const auto note = [&](Origin& of, bool is_known) {
    if (is_known && !of.confidence) of = origin;
  };
  note(origins.kind, entry.kind.has_value());
  note(origins.place, !entry.city.empty() || !entry.country.empty());
  note(origins.mode, entry.mode != Mode::unknown);
  note(origins.status, entry.status != EventStatus::unknown);
  note(origins.cost, !entry.cost.empty());
  while (origins.topics.size() < entry.topics.size()) origins.topics.push_back(origin);
}

/// What moved online takes place there, whatever the place that is still named.
void settle_moved(Entry& entry) {
  if (entry.status != EventStatus::moved_online || entry.mode == Mode::online) return;
  entry.mode = Mode::online;
  entry.origins.mode = entry.origins.status;
}

/// A link to take part, beside a place: both are possible (RFC 7986 §5.11).
void settle_link(Entry& entry) {
  if (!entry.join_url.empty() && entry.mode == Mode::in_person) entry.mode = Mode::hybrid;
}

/// Read out of an element made for the fact, but by words that we had to understand.
constexpr Origin understood{Provenance::structured, 85};
/// A word of the title or a tag, with no sentence around it.
constexpr Origin by_word{Provenance::prose, 70};

}  // namespace

void normalise_facts(Entry& entry, std::optional<Kind> declared, std::string_view language) {
  if (declared) {
    entry.kind = declared;
    entry.origins.kind = usual_origin(Provenance::declared);
  }
  record(entry, usual_origin(Provenance::structured));
  if (!entry.kind && is_dated(entry)) entry.kind = kind_of_categories(entry);
  facts::settle_mode(entry);
  facts::settle_place(entry);
  record(entry, understood);
  facts::apply_facts(entry, language);
  settle_link(entry);
  record(entry, usual_origin(Provenance::prose));
  if (std::any_of(entry.deadlines.begin(), entry.deadlines.end(), is_fixed_call) && tells_extension(entry.title.plain))
    mark_extended(entry.deadlines);
  if (!entry.kind) {
    entry.kind = kind_of(entry);
    record(entry, *entry.kind == Kind::other ? usual_origin(Provenance::inferred) : by_word);
  }
  if (starts_when_call_closes(entry)) entry.start.reset();
  facts::settle_place(entry);
  settle_moved(entry);
  entry.cost = facts::normal_cost(entry.cost);
  if (entry.cost.empty() && entry.kind != Kind::post)
    entry.cost =
        facts::cost_of_text(entry.title.plain, entry.summary.plain.empty() ? entry.content.plain : entry.summary.plain)
            .value_or(std::string());
  record(entry, by_word);
}

}  // namespace almanac
