#include <almanac/app/sorting.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(app_sorting, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

sys_seconds at(std::int64_t seconds) { return sys_seconds{std::chrono::seconds{seconds}}; }

ListedEvent row(std::string title, std::string city, Kind kind, std::int64_t closes, std::int64_t seen) {
  ListedEvent out;
  out.event.title = std::move(title);
  out.event.city = std::move(city);
  out.event.kind = kind;
  out.event.first_seen = out.event.changed = at(seen);
  if (closes)
    out.event.deadlines.push_back(
        {DeadlineType::paper, {MomentKind::instant, {}, {}, true, closes, "UTC", ""}, "", false});
  return out;
}

std::string titles(std::vector<ListedEvent> rows, std::string_view order) {
  sort_rows(rows, order, at(100));
  std::string out;
  for (const auto& one : rows) out += one.event.title + ' ';
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(each_order_is_what_it_says_and_stable) {
  const std::vector<ListedEvent> rows{
      row("beta", "Zürich", Kind::talk, 0, 5), row("Alpha", "Bonn", Kind::meetup, 300, 9),
      row("älter", "Bonn", Kind::conference, 200, 7), row("gone", "Ulm", Kind::talk, 50, 7)};
  BOOST_TEST(titles(rows, "date") == "beta Alpha älter gone ");
  BOOST_TEST(titles(rows, "title") == "Alpha älter beta gone ");
  BOOST_TEST(titles(rows, "place") == "Alpha älter gone beta ");
  BOOST_TEST(titles(rows, "kind") == "älter Alpha beta gone ");
  BOOST_TEST(titles(rows, "deadline") == "älter Alpha beta gone ");
  BOOST_TEST(titles(rows, "new") == "Alpha älter gone beta ");
  BOOST_TEST(titles(rows, "changed") == "Alpha älter gone beta ");
}

BOOST_AUTO_TEST_SUITE_END()
