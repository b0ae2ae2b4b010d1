// The same filter, asked of the store as SQL and of each event in memory, gives the same answer.
#include <almanac/query/fields.hpp>
#include <almanac/query/match_filter.hpp>
#include <almanac/query/parse_filter.hpp>
#include <almanac/store/filter_sql.hpp>
#include <random>
#include <set>

#include "temp_store.hpp"

BOOST_AUTO_TEST_SUITE(store_filter_property, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::int64_t number(std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(engine_);
  }
  bool chance(int percent) { return number(1, 100) <= percent; }
  template <class List>
  auto pick(const List& list) {
    return list[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(std::size(list)) - 1))];
  }

 private:
  std::mt19937 engine_;
};

constexpr const char* words[] = {"machine", "learning",  "Zürich", "rust",   "münchen", "Ångström", "data",
                                 "hack",    "hackathon", "ml",     "日本語", "web",     "o'brien",  "2026"};
constexpr const char* cities[] = {"Berlin", "Zürich", "San José", "Online", ""};
constexpr const char* countries[] = {"DE", "CH", "US", ""};
constexpr const char* languages[] = {"en", "en-GB", "de", "EN", "eng", ""};
constexpr const char* costs[] = {"free", "Free", "20 EUR", ""};
constexpr const char* topics[] = {"ML", "Machine Learning", "c++", "Zürich", "web-dev"};

std::string some_words(Dice& dice, int most) {
  std::string out;
  for (auto n = dice.number(0, most); n >= 0; --n) (out += out.empty() ? "" : " ") += dice.pick(words);
  return out;
}

Moment some_moment(Dice& dice) {
  Moment moment;
  moment.kind = dice.pick(std::vector{MomentKind::instant, MomentKind::local, MomentKind::date});
  // Near now, where borders of days and spans lie.
  moment.seconds = noon + dice.number(-40, 80) * 21'600 + dice.number(-1, 1);
  if (moment.kind == MomentKind::date) moment.seconds -= moment.seconds % day;
  moment.zone = moment.kind == MomentKind::instant ? "UTC" : "";
  return moment;
}

Event some_event(Dice& dice, bool one_date) {
  Event event;
  event.kind = static_cast<Kind>(dice.number(0, 6));
  event.status = static_cast<EventStatus>(dice.number(0, 5));
  event.mode = static_cast<Mode>(dice.number(0, 3));
  event.title = some_words(dice, 3);
  event.summary = some_words(dice, 4);
  event.city = dice.pick(cities);
  event.location = dice.chance(50) ? event.city : some_words(dice, 1);
  event.country = dice.pick(countries);
  event.language = dice.pick(languages);
  event.cost = dice.pick(costs);
  if (dice.chance(60))
    event.geo = Geo{static_cast<double>(dice.number(40, 60)), static_cast<double>(dice.number(-10, 20))};
  if (dice.chance(10))
    event.geo = dice.pick(std::vector{Geo{88.9, 170}, Geo{-20.5, -179.5}, Geo{-21, 179}, Geo{90, 0}});
  for (auto n = dice.number(0, 2); n > 0; --n) event.topics.push_back(dice.pick(topics));
  for (auto n = dice.number(0, 2); n > 0; --n)
    event.deadlines.push_back({static_cast<DeadlineType>(dice.number(0, 7)), some_moment(dice), {}, false});
  if (dice.chance(50)) event.published = at(noon + dice.number(-30, 5) * day);
  for (auto n = one_date ? dice.number(0, 1) : dice.number(1, 3); n > 0; --n) {
    const Moment start = some_moment(dice);
    if (!event.when) event.when = When{start, std::nullopt};
    event.occurrences.push_back(
        {start.kind, start.seconds, start.seconds + day * dice.number(0, 3), start.zone, EventStatus::unknown, {}});
  }
  return event;
}

std::string some_time(Dice& dice) {
  return dice.pick(std::vector<std::string>{"3d", "2w", "1mo", "36h", "today", "tomorrow", "this-week", "next-weekend",
                                            "2026-06", "2026", "2026-06-03", "last-month", "2026-05-20..2026-06-05",
                                            "today..", "..2026-06-02", "today..<tomorrow", "any", "today-2d..now"});
}

std::string value_of(const FieldInfo& info, Dice& dice) {
  switch (info.form) {
    case Form::words: {
      const std::string text = some_words(dice, 1);
      return dice.chance(30) ? std::string(dice.pick(words)).substr(0, 3) + "*" : '"' + text + '"';
    }
    case Form::kind:
      return dice.chance(30) ? "hackathon,talk" : std::string(to_text(static_cast<Kind>(dice.number(0, 6))));
    case Form::mode:
      return std::string(to_text(static_cast<Mode>(dice.number(1, 3))));
    case Form::status:
      return std::string(to_text(static_cast<EventStatus>(dice.number(1, 5))));
    case Form::topic:
      return '"' + std::string(dice.pick(topics)) + '"';
    case Form::value:
      return dice.pick(std::vector<std::string>{"de", "ch", "en", "en-gb", "free", "paid", "\"20 eur\"", "alpha",
                                                "example.org/b", "work", "Play", "us"});
    case Form::near:
      return dice.pick(std::vector<std::string>{"52,13/400km", "50,0/900km", "45.5,10/60mi", "88.5,0/600km",
                                                "-20,180/700km", "50,5/20000km", "52,13/0.5km"});
    default:
      return some_time(dice);
  }
}

/// A term about a field; each operator that its form allows.
std::string term_of(const FieldInfo& info, Dice& dice) {
  const std::string name(name_of(info));
  if (info.form == Form::flag) return name;
  const bool is_time = info.form == Form::ahead || info.form == Form::back;
  std::string value = value_of(info, dice);
  if (!is_time || value.find("..") != value.npos || value == "any" || dice.chance(60)) return name + ':' + value;
  return name + dice.pick(std::vector<std::string>{"<", "<=", ">", ">="}) + value;
}

std::string some_filter(Dice& dice, const FieldInfo& first, int depth) {
  std::string out = term_of(first, dice);
  const auto& fields = filter_fields();
  for (auto n = dice.number(0, 3); n > 0; --n) {
    const FieldInfo& info =
        fields[static_cast<std::size_t>(dice.number(0, static_cast<std::int64_t>(fields.size()) - 1))];
    std::string next = depth > 0 && dice.chance(25) ? '(' + some_filter(dice, info, depth - 1) + ')'
                       : dice.chance(25)            ? some_words(dice, 0)
                                                    : term_of(info, dice);
    if (dice.chance(25)) next = "not " + next;
    out += dice.chance(35) ? " or " + next : ' ' + next;
  }
  return dice.chance(15) ? "-(" + out + ')' : out;
}

struct Known {
  Event event;
  EventMarks marks;
  std::vector<SourceFacts> sources;
};

/// A library of random events, polled at several instants so that some changed.
struct Library : TempStore {
  Library(unsigned seed, bool one_date) : dice(seed) {
    for (const char* name : {"Alpha", "beta"}) {
      Source source;
      source.name = name;
      source.url = "https://example.org/" + std::string(name);
      source.tags = *name == 'A' ? std::vector<std::string>{"work"} : std::vector<std::string>{"Play", "more"};
      facts.push_back({source.name, source.url, source.tags});
      sources.push_back(must(store.add_source(source)));
    }
    for (int n = 0; n < 160; ++n) {
      const auto which = static_cast<std::size_t>(n % 2);
      const Event event = some_event(dice, one_date);
      const auto first = noon - dice.number(0, 20) * day;
      poll(store, sources[which], {entry_for(std::to_string(n), event)}, first);
      if (!dice.chance(30)) continue;
      Event moved = event;
      moved.status = EventStatus::cancelled;
      moved.city = "Oslo";
      poll(store, sources[which], {entry_for(std::to_string(n), moved)}, first + dice.number(1, 6) * day);
    }
    must(store.index_pending_text(1000));
    ListQuery all = asked({});
    for (const ListedEvent& row : must(store.select(all)).rows) {
      if (dice.chance(30))
        must(store.set_marks(row.event.id,
                             {dice.chance(50), dice.chance(50), dice.chance(30), dice.chance(50) ? "note" : ""},
                             at(noon)));
    }
    for (ListedEvent& row : must(store.select(all)).rows) {
      const bool alpha = row.sources.front() == "Alpha";
      known.push_back({row.event, row.marks, {facts[alpha ? 0 : 1]}});
    }
  }

  ListQuery asked(Filter filter) const {
    ListQuery query;
    query.filter = std::move(filter);
    query.viewer = viewer;
    query.with_hidden = true;
    query.limit = 10'000;
    return query;
  }

  Dice dice;
  Viewer viewer{at(noon), [](std::int64_t local) { return local - 7200; }, [](std::int64_t utc) { return utc + 7200; }};
  std::vector<SourceFacts> facts;
  std::vector<SourceId> sources;
  std::vector<Known> known;
};

using Ids = std::set<std::int64_t>;

/// Each field leads `rounds` random filters; gives how many of them neither matched all nor nothing.
template <class Compare>
int each_filter(Library& library, int rounds, Compare compare) {
  int telling = 0;
  for (const FieldInfo& info : filter_fields()) {
    for (int n = 0; n < rounds; ++n) {
      const std::string text = some_filter(library.dice, info, 2);
      BOOST_TEST_CONTEXT(text) {
        const auto filter = parse_filter(text);
        if (!filter) BOOST_FAIL(text + ": " + filter.error().text());
        BOOST_TEST((*parse_filter(to_text(*filter)) == *filter || mentions(*filter, Field::near)), to_text(*filter));
        const Ids found = compare(*filter);
        telling += !found.empty() && found.size() < library.known.size() ? 1 : 0;
      }
    }
  }
  return telling;
}

/// The ways that large libraries are listed in, with what a small one holds.
struct SmallLimits {
  store_detail::GatherLimits before = store_detail::gather_limits;
  explicit SmallLimits(const store_detail::GatherLimits& limits) { store_detail::gather_limits = limits; }
  SmallLimits(const SmallLimits&) = delete;
  SmallLimits& operator=(const SmallLimits&) = delete;
  ~SmallLimits() { store_detail::gather_limits = before; }
};

/// As they are; everything walked; walked among what was gathered; gathered after a short walk, and led by what was
/// gathered or not.
constexpr store_detail::GatherLimits every_way[] = {{},
                                                    {0, 0, 0, 0, 1'000'000'000, 0},
                                                    {0, 0, 200, 0, 1'000'000'000, 0},
                                                    {0, 1'000, 0, 60, 1, 0},
                                                    {0, 0, 0, 0, 1, 0},
                                                    {40, 80, 120, 60, 1, 0}};

}  // namespace

BOOST_AUTO_TEST_CASE(selects_what_the_predicate_matches) {
  Library library(1, true);
  BOOST_TEST_REQUIRE(library.known.size() > 150u);
  const int telling = each_filter(library, 40, [&](const Filter& filter) {
    Ids by_predicate;
    const BoundFilter bound = bind(filter, library.viewer);
    for (const Known& one : library.known)
      if (matches(bound, one.event, one.marks, one.sources)) by_predicate.insert(one.event.id.value);
    for (const auto& limits : every_way) {
      const SmallLimits small(limits);
      Ids by_sql;
      for (const auto& row : must(library.store.select(library.asked(filter))).rows) by_sql.insert(row.event.id.value);
      BOOST_TEST(by_sql == by_predicate, boost::test_tools::per_element());
    }
    return by_predicate;
  });
  BOOST_TEST(telling > 500);
}

BOOST_AUTO_TEST_CASE(lists_the_dates_that_the_predicate_matches) {
  Library library(2, false);
  const int telling = each_filter(library, 20, [&](const Filter& filter) {
    ListQuery query = library.asked(filter);
    query.from = at(noon - 100 * day);
    query.every_occurrence = true;
    std::set<std::pair<std::int64_t, std::int64_t>> by_predicate;
    Ids ids;
    const BoundFilter bound = bind(filter, library.viewer);
    for (const Known& one : library.known)
      for (const Occurrence& date : one.event.occurrences)
        if (matches(bound, Candidate{one.event, &date, one.marks, one.sources})) {
          by_predicate.emplace(one.event.id.value, date.start);
          ids.insert(one.event.id.value);
        }
    for (const auto& limits : every_way) {
      const SmallLimits small(limits);
      std::set<std::pair<std::int64_t, std::int64_t>> by_sql;
      for (const auto& row : must(library.store.upcoming(query)).rows)
        by_sql.emplace(row.event.id.value, row.shown->start);
      BOOST_TEST((by_sql == by_predicate));
    }
    return ids;
  });
  BOOST_TEST(telling > 200);
}

BOOST_AUTO_TEST_CASE(the_first_dates_of_a_list_are_those_of_the_whole) {
  Library library(5, false);
  const auto dates = [&](const ListQuery& query) {
    std::vector<std::int64_t> starts;
    for (const auto& row : must(library.store.upcoming(query)).rows) starts.push_back(row.shown->start);
    return starts;
  };
  const int telling = each_filter(library, 20, [&](const Filter& filter) {
    ListQuery query = library.asked(filter);
    query.every_occurrence = true;
    std::vector<std::int64_t> first = dates(query);
    query.limit = 5;
    first.resize(std::min(first.size(), query.limit));
    for (const auto& limits : every_way) {
      const SmallLimits small(limits);
      BOOST_TEST(dates(query) == first, boost::test_tools::per_element());
    }
    return Ids(first.begin(), first.end());
  });
  BOOST_TEST(telling > 200);
}

BOOST_AUTO_TEST_CASE(lists_the_deadlines_of_what_the_predicate_matches) {
  Library library(3, true);
  each_filter(library, 15, [&](const Filter& filter) {
    ListQuery query = library.asked(filter);
    query.from = at(noon - 100 * day);
    Ids by_predicate;
    const BoundFilter bound = bind(filter, library.viewer);
    for (const Known& one : library.known)
      for (const Deadline& deadline : one.event.deadlines) {
        const Occurrence* date = one.event.occurrences.empty() ? nullptr : one.event.occurrences.data();
        if (matches(bound, {one.event, date, one.marks, one.sources, &deadline}))
          by_predicate.insert(one.event.id.value);
      }
    for (const auto& limits : every_way) {
      const SmallLimits small(limits);
      Ids by_sql;
      for (const auto& row : must(library.store.deadlines(query)).rows) by_sql.insert(row.listed.event.id.value);
      BOOST_TEST(by_sql == by_predicate, boost::test_tools::per_element());
    }
    return by_predicate;
  });
}

BOOST_AUTO_TEST_CASE(lists_the_posts_that_the_predicate_matches) {
  Library library(4, true);
  each_filter(library, 10, [&](const Filter& filter) {
    Ids by_predicate;
    const BoundFilter bound = bind(filter, library.viewer);
    for (const Known& one : library.known)
      if (one.event.occurrences.empty() && matches(bound, one.event, one.marks, one.sources))
        by_predicate.insert(one.event.id.value);
    for (const auto& limits : every_way) {
      const SmallLimits small(limits);
      Ids by_sql;
      for (const auto& row : must(library.store.posts(library.asked(filter))).rows) by_sql.insert(row.event.id.value);
      BOOST_TEST(by_sql == by_predicate, boost::test_tools::per_element());
    }
    return by_predicate;
  });
}

BOOST_AUTO_TEST_SUITE_END()
