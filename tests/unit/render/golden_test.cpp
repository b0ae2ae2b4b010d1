// Every format against a file in tests/data/golden. ALMANAC_GOLDEN=write writes the files anew: read the difference
// before keeping it.
#include <almanac/render/csv.hpp>
#include <almanac/render/email.hpp>
#include <almanac/render/feeds.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/render/text_detail.hpp>
#include <almanac/render/text_digest.hpp>
#include <almanac/render/text_table.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(golden, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

namespace {

void compare(const std::string& name, const std::string& bytes) {
  const auto path = std::filesystem::path(ALMANAC_TEST_DATA) / "golden" / name;
  const char* mode = std::getenv("ALMANAC_GOLDEN");
  if (mode && std::string_view(mode) == "write") std::ofstream(path, std::ios::binary) << bytes;
  std::ifstream file(path, std::ios::binary);
  BOOST_TEST_REQUIRE(file.good(), name + " is missing");
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  const auto [a, b] = std::mismatch(bytes.begin(), bytes.end(), expected.begin(), expected.end());
  BOOST_TEST((a == bytes.end() && b == expected.end()), name + " differs at byte " + std::to_string(a - bytes.begin()) +
                                                            ": …" + std::string(a, std::min(a + 60, bytes.end())));
}

TextStyle width(std::size_t columns) {
  TextStyle style;
  style.width = columns;
  return style;
}

const FeedHead head{"Upcoming", "upcoming", "http://localhost:8080/upcoming.atom", "http://localhost:8080/"};

std::vector<Source> sources() {
  Source source;
  source.id = SourceId{3};
  source.url = "https://me:secret@list.example/feed.xml?token=abcdef0123456789";
  source.name = "Conference list";
  source.plugin = "rss";
  source.kind = Kind::conference;
  source.tags = {"ml"};
  source.every = std::chrono::hours{6};
  source.options = {{"password", "secret"}};
  source.health.state = SourceState::failing;
  source.health.failures = 2;
  source.health.last_error = "404 Not Found";
  source.added = instant("2026-11-01T00:00:00");
  return {source};
}

}  // namespace

BOOST_AUTO_TEST_CASE(lists_for_terminals) {
  compare("events.txt", render_event_table(events(), berlin(), width(100)));
  compare("events-narrow.txt", render_event_table(events(), berlin(), width(40)));
  auto weeks = width(80);
  weeks.group = GroupBy::week;
  compare("events-weeks.txt", render_event_table(events(), berlin(), weeks));
  compare("deadlines.txt", render_deadline_table(deadlines(), berlin(), width(120)));
  compare("deadlines-narrow.txt", render_deadline_table(deadlines(), berlin(), width(50)));
  compare("event.txt", render_event_detail(detailed(), berlin(), width(80)));
}

BOOST_AUTO_TEST_CASE(lists_for_files_and_feeds) {
  compare("events.md", render_events_markdown(events(), berlin(), head, GroupBy::week));
  compare("deadlines.md", render_deadlines_markdown(deadlines(), berlin(), head));
  compare("events.html", render_events_html(events(), berlin(), head, GroupBy::week));
  compare("events.ics", render_events_ics(events(), {}));
  compare("events.atom", render_events_atom(events(), berlin(), head));
  compare("events.feed.json", render_events_json_feed(events(), berlin(), head));
  compare("events.json", render_events_json(events()));
  compare("events.jsonl", render_events_jsonl(events()));
  compare("deadlines.json", render_deadlines_json(deadlines()));
  compare("deadlines.jsonl", render_deadlines_jsonl(deadlines()));
  compare("deadlines.feed.json", render_deadlines_json_feed(deadlines(), berlin(), head));
  compare("deadlines.atom", render_deadlines_atom(deadlines(), berlin(), head));
  compare("deadlines.html", render_deadlines_html(deadlines(), berlin(), head));
  compare("event.json", render_event_detail_json(detailed()));
  compare("events.csv", render_events_csv(events(), berlin()));
  compare("deadlines.csv", render_deadlines_csv(deadlines()));
}

BOOST_AUTO_TEST_CASE(sources_tell_no_secret) {
  const auto json = render_sources_json(sources());
  compare("sources.json", json);
  BOOST_TEST(json.find("secret") == std::string::npos);
  BOOST_TEST(json.find("abcdef0123456789") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(digests) {
  compare("digest.txt", render_digest_text(digest(), berlin(), width(78)));
  compare("digest.md", render_digest_markdown(digest(), berlin()));
  compare("digest.html", render_digest_html(digest(), berlin()));
  compare("digest.json", render_digest_json(digest()));
  compare("digest.ics", render_digest_ics(digest(), {}));
  compare("digest.eml", render_digest_eml(digest(), berlin(), {"almanac@localhost", "Me <me@example.org>"}));
}

BOOST_AUTO_TEST_SUITE_END()
