#include <almanac/digest/snapshot.hpp>
#include <limits>

#include "candidates.hpp"

BOOST_AUTO_TEST_SUITE(digest_snapshot, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

ListedEvent full_event() {
  ListedEvent listed;
  Event& event = listed.event;
  event.id = EventId{42};
  event.kind = Kind::hackathon;
  event.title = std::string("A\0B 12:colons \n", 15) + "“ünï”";
  event.url = "https://example.org/a?b=c";
  event.summary = std::string(3000, 'x');
  event.when = When{moment_at(-1), moment_at(noon)};
  event.when->start.kind = MomentKind::local;
  event.deadlines = {{DeadlineType::cfp, moment_at(noon), "round 2", true}, {}};
  event.status = EventStatus::postponed;
  event.mode = Mode::hybrid;
  event.location = "Hall", event.venue = "Centre", event.city = "Łódź", event.region = "R", event.country = "PL";
  event.geo = Geo{51.77, -0.0};
  event.join_url = "https://example.org/join", event.cost = "free", event.language = "pl";
  event.topics = {"ml", ""};
  event.published = at(std::numeric_limits<std::int64_t>::min());
  event.first_seen = at(1), event.changed = at(std::numeric_limits<std::int64_t>::max());
  listed.shown = Occurrence{MomentKind::date, 5, 6, "Europe/Berlin", EventStatus::cancelled, "2026-01-01"};
  listed.public_id = "abcd1234";
  listed.sources = {"One", "Two"};
  listed.marks = {true, false, true, "note"};
  return listed;
}

DigestView full_view() {
  DigestView view;
  view.profile = "ml", view.title = "ML", view.period_name = "2026-W48", view.period_text = "23–29 November 2026";
  view.number = 7;
  view.made = at(noon), view.from = at(noon - day), view.to = at(noon + day);
  view.zone = "Europe/Berlin";
  DigestItem item;
  item.listed = full_event();
  item.deadline = Deadline{DeadlineType::paper, moment_at(noon), "label", true};
  item.changes = {{EventChange::What::extended, "paper", "a", "b", at(noon), "Feed"}};
  item.why = {"because"}, item.also_in = {"Two"}, item.score = 1.0 / 3;
  view.sections = {{SectionKind::deadlines, "Deadlines", {{"", {item, DigestItem{}}}}},
                   {SectionKind::posts, "Posts", {}}};
  view.left_out = {{"over the limit", 12}};
  view.broken = {{"Feed", "https://example.org/", "404", at(noon), 3}, {"Other", {}, {}, std::nullopt, 1}};
  return view;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_fact_comes_back) {
  for (const auto& view : {full_view(), DigestView{}}) {
    const auto back = read_snapshot(write_snapshot(view));
    BOOST_REQUIRE(back.has_value());
    BOOST_TEST((*back == view));
  }
}

BOOST_AUTO_TEST_CASE(damaged_texts_are_refused_and_never_overread) {
  const auto good = write_snapshot(full_view());
  const auto read = [](std::string_view text) {
    const std::vector<char> exact(text.begin(), text.end());
    return read_snapshot({exact.data(), exact.size()});
  };
  BOOST_TEST(!read(""));
  BOOST_TEST(!read("almanac.digest.snapshot/2\n" + good.substr(26)));
  BOOST_TEST(!read(good + "0 "));
  for (std::size_t length = 0; length < good.size(); ++length)
    if (read(std::string_view(good).substr(0, length))) BOOST_FAIL("took the first " << length << " bytes");
}

BOOST_AUTO_TEST_CASE(any_changed_byte_gives_a_view_or_nothing) {
  const auto good = write_snapshot(full_view());
  for (std::size_t at_byte = 0; at_byte < good.size(); ++at_byte) {
    for (const char byte : {'9', '-', ' ', ':', 'x', '\0'}) {
      auto damaged = good;
      damaged[at_byte] = byte;
      if (const auto view = read_snapshot(damaged))
        for (const auto& section : view->sections) BOOST_TEST((section.kind <= SectionKind::posts));
    }
  }
}

BOOST_AUTO_TEST_CASE(values_beyond_an_enumeration_are_refused) {
  DigestView view;
  for (const auto& [kind, good] : {std::pair{4, true}, std::pair{5, false}, std::pair{255, false}}) {
    BOOST_TEST_CONTEXT(kind) {
      view.sections = {{static_cast<SectionKind>(kind), "title", {}}};
      BOOST_TEST(read_snapshot(write_snapshot(view)).has_value() == good);
    }
  }
}

BOOST_AUTO_TEST_CASE(huge_counts_take_no_memory) {
  BOOST_TEST(!read_snapshot("almanac.digest.snapshot/1\n9223372036854775807:x"));
  BOOST_TEST(!read_snapshot("almanac.digest.snapshot/1\n99999999999999999999:x"));
  BOOST_TEST(!read_snapshot("almanac.digest.snapshot/1\n-1:x"));
}

BOOST_AUTO_TEST_SUITE_END()
