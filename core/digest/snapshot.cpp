#include "snapshot.hpp"

#include <bit>
#include <charconv>
#include <type_traits>

namespace almanac {
namespace {

constexpr std::string_view version = "almanac.digest.snapshot/1\n";

/// Numbers as "12 ", strings as "5:bytes", lists and optionals with their count first.
class Writer {
 public:
  static constexpr bool reading = false;
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  void number(std::int64_t value, char end) {
    char digits[24];
    const auto last = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, last) += end;
  }
  template <class T>
  requires std::is_integral_v<T> || std::is_enum_v<T>
  void put(const T& value) { number(static_cast<std::int64_t>(value), ' '); }
  void put(const double& value) { number(std::bit_cast<std::int64_t>(value), ' '); }
  void put(const std::string& value) {
    number(static_cast<std::int64_t>(value.size()), ':');
    out_ += value;
  }
  void put(const sys_seconds& value) { put(static_cast<std::int64_t>(value.time_since_epoch().count())); }
  template <class Tag>
  void put(const StrongId<Tag>& id) {
    put(id.value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::int64_t>(values.size()));
    for (const auto& value : values) put(value);
  }
  template <class T>
  requires std::is_class_v<T>
  void put(const T& value);
  std::string out_;
};

/// The last value of each enumeration: what lies beyond comes from a damaged text.
constexpr auto last_of(MomentKind) { return MomentKind::date; }
constexpr auto last_of(Precision) { return Precision::year; }
constexpr auto last_of(Provenance) { return Provenance::inferred; }
constexpr auto last_of(DeadlineType) { return DeadlineType::notification; }
constexpr auto last_of(EventStatus) { return EventStatus::moved_online; }
constexpr auto last_of(Kind) { return Kind::post; }
constexpr auto last_of(Mode) { return Mode::hybrid; }
constexpr auto last_of(EventChange::What) { return EventChange::What::moved_online; }
constexpr auto last_of(SectionKind) { return SectionKind::posts; }

class Reading {
 public:
  static constexpr bool reading = true;
  explicit Reading(std::string_view text) : rest_(text) {}
  bool good() const { return good_ && rest_.empty(); }
  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

 private:
  std::int64_t number(char end) {
    std::int64_t value = 0;
    const auto [last, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const auto used = static_cast<std::size_t>(last - rest_.data());
    if (error != std::errc{} || used == rest_.size() || *last != end) return fail();
    rest_.remove_prefix(used + 1);
    return value;
  }
  std::int64_t fail() {
    good_ = false;
    rest_ = {};
    return 0;
  }
  /// A count of things that each take a byte at least.
  std::size_t count(char end) {
    const auto value = number(end);
    if (value < 0 || static_cast<std::size_t>(value) > rest_.size()) return static_cast<std::size_t>(fail());
    return static_cast<std::size_t>(value);
  }
  template <class T>
  requires std::is_integral_v<T>
  void get(T& value) {
    const auto given = number(' ');
    value = static_cast<T>(given);
    if (static_cast<std::int64_t>(value) != given) fail();
  }
  template <class T>
  requires std::is_enum_v<T>
  void get(T& value) {
    const auto given = number(' ');
    const bool known = given >= 0 && given <= static_cast<std::int64_t>(last_of(T{}));
    value = known ? static_cast<T>(given) : T{};
    if (!known) fail();
  }
  void get(double& value) { value = std::bit_cast<double>(number(' ')); }
  void get(std::string& value) {
    const auto length = count(':');
    value.assign(rest_.substr(0, length));
    rest_.remove_prefix(length);
  }
  void get(sys_seconds& value) { value = sys_seconds{std::chrono::seconds{number(' ')}}; }
  template <class Tag>
  void get(StrongId<Tag>& id) {
    get(id.value);
  }
  template <class T>
  void get(std::optional<T>& value) {
    if (number(' ') == 0) return value.reset();
    get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    const auto size = count(' ');
    values.clear();
    for (std::size_t i = 0; i < size && good_; ++i) get(values.emplace_back());
  }
  template <class T>
  requires std::is_class_v<T>
  void get(T& value);
  std::string_view rest_;
  bool good_ = true;
};

// The members of each value, once for both directions; `A` is Writer with const values or Reading with mutable ones.
template <class T, class U>
concept Is = std::is_same_v<std::remove_const_t<T>, U>;

template <class A>
void fields(A& a, Is<Moment> auto& v) {
  a(v.kind, v.precision, v.provenance, v.zone_stated, v.seconds, v.zone, v.text);
}
template <class A>
void fields(A& a, Is<When> auto& v) {
  a(v.start, v.end);
}
template <class A>
void fields(A& a, Is<Geo> auto& v) {
  a(v.lat, v.lon);
}
template <class A>
void fields(A& a, Is<Deadline> auto& v) {
  a(v.type, v.at, v.label, v.extended);
}
template <class A>
void fields(A& a, Is<Occurrence> auto& v) {
  a(v.kind, v.start, v.end, v.zone, v.status, v.recurrence_id);
}
template <class A>
void fields(A& a, Is<Event> auto& v) {
  a(v.id, v.kind, v.title, v.url, v.summary, v.when, v.deadlines, v.status, v.mode, v.location, v.venue, v.city,
    v.region, v.country, v.geo, v.join_url, v.cost, v.language, v.topics, v.published, v.first_seen, v.changed);
}
template <class A>
void fields(A& a, Is<EventMarks> auto& v) {
  a(v.starred, v.going, v.hidden, v.note);
}
template <class A>
void fields(A& a, Is<ListedEvent> auto& v) {
  a(v.event, v.shown, v.public_id, v.sources, v.marks);
}
template <class A>
void fields(A& a, Is<EventChange> auto& v) {
  a(v.kind, v.field, v.before, v.after, v.at, v.source);
}
template <class A>
void fields(A& a, Is<DigestItem> auto& v) {
  a(v.listed, v.deadline, v.changes, v.why, v.also_in, v.score);
}
template <class A>
void fields(A& a, Is<DigestGroup> auto& v) {
  a(v.heading, v.items);
}
template <class A>
void fields(A& a, Is<DigestSection> auto& v) {
  a(v.kind, v.title, v.groups);
}
template <class A>
void fields(A& a, Is<LeftOut> auto& v) {
  a(v.rule, v.count);
}
template <class A>
void fields(A& a, Is<BrokenSource> auto& v) {
  a(v.name, v.url, v.error, v.last_good, v.failures);
}
template <class A>
void fields(A& a, Is<DigestView> auto& v) {
  a(v.profile, v.title, v.period_name, v.period_text, v.number, v.made, v.from, v.to, v.zone, v.sections, v.left_out,
    v.broken);
}

template <class T>
requires std::is_class_v<T>
void Writer::put(const T& value) { fields(*this, value); }
template <class T>
requires std::is_class_v<T>
void Reading::get(T& value) { fields(*this, value); }

}  // namespace

std::string write_snapshot(const DigestView& view) {
  Writer writer;
  writer(view);
  return std::string(version) + writer.take();
}

std::optional<DigestView> read_snapshot(std::string_view text) {
  if (!text.starts_with(version)) return std::nullopt;
  Reading reading(text.substr(version.size()));
  DigestView view;
  reading(view);
  if (!reading.good()) return std::nullopt;
  return view;
}

}  // namespace almanac
