#include <almanac/query/fields.hpp>
#include <almanac/query/match_filter.hpp>
#include <almanac/query/parse_filter.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(query_parse, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

/// Thursday 2026-11-26T09:00:00Z.
const Viewer viewer{sys_seconds{std::chrono::seconds{1795683600}}, {}, {}};
constexpr std::int64_t day = 86'400, today = 1795651200;

FilterBook book() {
  FilterBook book;
  book.places = [](std::string_view name) {
    return name == "berlin" ? std::optional(Geo{52.52, 13.41}) : std::nullopt;
  };
  book.nearest_place = [](std::string_view name) { return name == "berlni" ? std::string("berlin") : std::string(); };
  book.named = {{"near-me", "place:berlin or online"}, {"ring", "@ring"}, {"broken", "kind:hakathon"}, {"none", ""}};
  return book;
}

Filter good(std::string_view text) {
  auto filter = parse_filter(text, book());
  if (!filter) BOOST_FAIL(std::string(text) + ": " + filter.error().text());
  return *filter;
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_every_form_at_once) {
  const Filter filter = good(
      "kind:hackathon topic:ml (place:berlin or online) within:30d deadline<14d -crypto \"machine learning\" "
      "cost:free source:devpost lang:en new:7d changed star near:berlin/200km date:2027-01..2027-03");
  BOOST_TEST(to_text(filter) ==
             "kind:hackathon topic:ml (place:\"berlin\" or online) date:now..<now+30d deadline:now..<now+14d "
             "not \"crypto\" \"machine learning\" cost:free source:devpost lang:en new:now-7d.. changed:any star "
             "near:52.52,13.41/200km date:2027-01-01..<2027-04-01");
}

BOOST_AUTO_TEST_CASE(says_where_and_what_was_expected_and_the_nearest_word) {
  struct Case {
    const char* text;
    std::size_t column;
    const char* what;
    const char* nearest;
  };
  for (const Case& c : {
           Case{"tpoic:ml", 1, "unknown field 'tpoic'", "topic"},
           Case{"ml kind:hakathon", 9, "unknown kind 'hakathon'", "hackathon"},
           Case{"déjà mode:onlin", 11, "unknown mode 'onlin'", "online"},
           Case{"status:cancled", 8, "unknown status 'cancled'", "cancelled"},
           Case{"date:tomorow", 6, "no time 'tomorow'", "tomorrow"},
           Case{"deadline:opne", 10, "no time 'opne'", "open"},
           Case{"date:2027-02-30", 6, "there is no day '2027-02-30'", ""},
           Case{"within:30x", 8, "no time '30x'", ""},
           Case{"kind<hackathon", 1, "'kind' cannot be compared with < or >", ""},
           Case{"(a or b", 1, "'(' is not closed", ""},
           Case{"a)", 2, "')' without '('", ""},
           Case{"a or", 5, "the filter ends too early", ""},
           Case{"or a", 1, "nothing before 'or'", ""},
           Case{"\"open", 1, "a quote is not closed", ""},
           Case{"star:yes", 6, "'star' takes no value", ""},
           Case{"kind:", 6, "'kind' has no value", ""},
           Case{"near:atlantis/20km", 6, "no place known as 'atlantis'", ""},
           Case{"near:berlni/20km", 6, "no place known as 'berlni'", "berlin"},
           Case{"near:berlin/far", 13, "no distance 'far'", ""},
           Case{"x @near-mee", 3, "no filter is called 'near-mee'", "@near-me"},
           Case{"@ring", 1, "in the filter 'ring'", ""},
           Case{"a @broken", 3, "in the filter 'broken', column 6: unknown kind 'hakathon'", ""},
           Case{"@none", 1, "the filter 'none' is empty", ""},
       }) {
    BOOST_TEST_CONTEXT(c.text) {
      const auto filter = parse_filter(c.text, book());
      BOOST_TEST_REQUIRE(!filter);
      BOOST_TEST(filter.error().column == c.column);
      BOOST_TEST(filter.error().what.starts_with(c.what), filter.error().what);
      BOOST_TEST(filter.error().nearest == c.nearest);
      BOOST_TEST(!filter.error().text().empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_named_filter_stands_in_brackets) {
  BOOST_TEST(to_text(good("star -@near-me rust")) == "star not (place:\"berlin\" or online) \"rust\"");
}

BOOST_AUTO_TEST_CASE(times_are_the_viewers) {
  struct Case {
    const char* text;
    std::int64_t from, to;  ///< UTC seconds; 0: open
  };
  const std::int64_t now = viewer.now.time_since_epoch().count();
  for (const Case& c : {
           Case{"within:2w", now, now + 14 * day}, Case{"date:today", today, today + day},
           Case{"date:this-week", today - 3 * day, today + 4 * day},
           Case{"date:next-weekend", today + 9 * day, today + 11 * day}, Case{"date>today", today + day, 0},
           Case{"date>=2027", 1798761600, 0}, Case{"date<2026-12", 0, 1796083200},
           Case{"date<=2026-12-01", 0, 1796169600}, Case{"date:today..", today, 0},
           Case{"date:..2026-12-01", 0, 1796169600}, Case{"new:3d", now - 3 * day, 0}, Case{"new>3d", 0, now - 3 * day},
           Case{"deadline<2026-12-01", now, 1796083200},
           Case{"date>=3mo", now + 92 * day, 0},  // 26 November to 26 February
       }) {
    BOOST_TEST_CONTEXT(c.text) {
      const BoundFilter bound = bind(good(c.text), viewer);
      BOOST_TEST_REQUIRE(bound.spans.size() == 1u);
      BOOST_TEST(bound.spans[0].utc_from == (c.from ? c.from : std::numeric_limits<std::int64_t>::min()));
      BOOST_TEST(bound.spans[0].utc_to == (c.to ? c.to : std::numeric_limits<std::int64_t>::max()));
    }
  }
}

BOOST_AUTO_TEST_CASE(values_go_by_the_names_that_people_know) {
  FilterBook book;
  const auto known = [](std::string_view wanted, std::string_view key) {
    return [=](std::string_view name) { return std::string(name == wanted ? key : ""); };
  };
  const auto near = [](std::string_view) { return std::string("germany"); };
  book.topics.key = known("machine learning", "ml");
  book.countries = {known("germany", "DE"), near};
  book.languages.key = known("english", "en");
  const auto read = [&](std::string_view text) { return to_text(*parse_filter(text, book)); };
  BOOST_TEST(read("topic:\"machine learning\"") == "topic:ml");
  BOOST_TEST(read("topic:\"deep sea\"") == to_text(good("topic:\"deep sea\"")));
  BOOST_TEST(read("country:germany lang:english") == to_text(good("country:de lang:en")));
  BOOST_TEST(parse_filter("country:germny", book).error().text() ==
             "column 9: unknown country 'germny', did you mean 'germany'?");
  BOOST_TEST(parse_filter("lang:klingon", book).error().what == "unknown lang 'klingon'");
}

BOOST_AUTO_TEST_CASE(hostile_texts_are_errors_and_cost_little) {
  BOOST_TEST(!parse_filter(std::string(5000, 'a')));
  BOOST_TEST(!parse_filter(std::string(100, '(') + "a" + std::string(100, ')')));
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "a ";
  BOOST_TEST(!parse_filter(many));
  FilterBook doubling;
  for (char c = 'a'; c < 'h'; ++c) {
    const std::string next = std::string(" @") + static_cast<char>(c + 1);
    for (int i = 0; i < 100; ++i) doubling.named[std::string(1, c)] += next;
  }
  doubling.named["h"] = "x";
  BOOST_TEST(!parse_filter("@a", doubling));
}

BOOST_AUTO_TEST_CASE(help_names_every_field_and_its_example_reads) {
  const std::string help = filter_help();
  for (const FieldInfo& info : filter_fields()) {
    BOOST_TEST_CONTEXT(std::string(info.names)) {
      BOOST_TEST(help.find("  " + std::string(name_of(info))) != std::string::npos);
      std::string example(name_of(info));
      if (info.form != Form::flag) example += (info.values.front() == '<' ? "" : ":") + std::string(info.values);
      const Filter filter = good(example);
      BOOST_TEST((good(to_text(filter)) == filter || info.form == Form::near), to_text(filter));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
