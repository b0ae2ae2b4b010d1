// A document read entry by entry says the same as one read whole, byte for byte.
#include <almanac/ingest/open_document.hpp>
#include <almanac/render/harvest_json.hpp>
#include <fstream>

#include "read_file.hpp"
#include "support/temp_dir.hpp"

BOOST_AUTO_TEST_SUITE(open_document, *boost::unit_test::label("integration"))

using namespace almanac;

namespace {

/// 2026-03-01T12:00:00Z
constexpr sys_seconds now{std::chrono::seconds{1'772'366'400}};
/// With a secret, which all ways have to mask where entries repeat it.
constexpr std::string_view address = "https://example.org/private-1a2b3c4d5e6f7a8b/calendar?token=canarycanary";

Document document_of(std::string bytes) {
  Document document;
  document.body = std::move(bytes);
  document.url = address;
  return document;
}

ReadRequest request_of(const std::map<std::string, std::string>& options) {
  const auto read = read_source_options(options);
  BOOST_TEST_REQUIRE(read.has_value());
  return {{}, {}, {}, options, *read, std::nullopt, now, true};
}

std::string read_whole(const std::string& bytes, const std::map<std::string, std::string>& options) {
  const auto read = read_document(document_of(bytes), request_of(options), test::plugins());
  if (!read) return render_inspect_failure(read.error(), std::nullopt);
  return render_harvest_json(read->harvest, read->zones, nullptr, address, std::nullopt);
}

std::string read_in_parts(const std::string& bytes, const std::map<std::string, std::string>& options,
                          MappedDocument* file = nullptr) {
  auto opened =
      OpenDocument::open(document_of(file ? std::string() : bytes), request_of(options), test::plugins(), {}, file);
  if (!opened) return render_inspect_failure(opened.error(), std::nullopt);
  const HarvestFrame frame = render_harvest_frame(opened->harvest(), std::nullopt);
  std::string out = frame.begin;
  std::vector<Entry> part;
  std::size_t before = 0;
  const auto write_part = [&] {
    opened->normalise(part);
    out += render_harvest_entries(part, opened->zones(), address, before);
    before += part.size();
    part.clear();
  };
  const auto read = opened->read_entries([&](Entry& entry) {
    part.push_back(std::move(entry));
    if (part.size() == 3) write_part();
    return true;
  });
  BOOST_TEST_REQUIRE(read.has_value());
  if (!part.empty()) write_part();
  return out + frame.end;
}

/// With the entries that come while the document is opened, when these stand.
std::string read_once(const std::string& bytes, const std::map<std::string, std::string>& options) {
  const ReadRequest request = request_of(options);
  std::vector<Entry> entries;
  std::optional<std::string> begun;
  const auto take = [&](Entry& entry) {
    entries.push_back(std::move(entry));
    return true;
  };
  const auto begin = [&](const DocumentInfo& document) {
    BOOST_TEST(entries.empty());
    BOOST_TEST(!begun);
    begun = render_harvest_begin(document, std::nullopt);
  };
  auto opened = OpenDocument::open(document_of(bytes), request, test::plugins(), take, nullptr, begin);
  if (!opened) return render_inspect_failure(opened.error(), std::nullopt);
  if (begun) {
    BOOST_TEST(*begun == render_harvest_begin(opened->harvest().document, std::nullopt));
    BOOST_TEST(opened->early_entries_stand());
  }
  if (!opened->early_entries_stand()) return read_in_parts(bytes, options);
  OpenDocument::complete(entries, request, std::string(address), opened->harvest().document.language);
  const HarvestFrame frame = render_harvest_frame(opened->harvest(), std::nullopt);
  return frame.begin + render_harvest_entries(entries, opened->zones(), address) + frame.end;
}

/// From a file that has the bytes.
std::string read_mapped(const std::string& bytes, const std::map<std::string, std::string>& options) {
  const test::TempDir folder;
  const auto path = folder.path() / "document";
  std::ofstream(path, std::ios::binary) << bytes;
  const auto file = MappedDocument::open(path);
  BOOST_TEST_REQUIRE(file.has_value());
  return read_in_parts(bytes, options, file->get());
}

void check_alike(const std::string& bytes, const std::map<std::string, std::string>& options = {}) {
  const std::string whole = read_whole(bytes, options);
  BOOST_TEST(read_in_parts(bytes, options) == whole);
  if (!bytes.empty()) BOOST_TEST(read_mapped(bytes, options) == whole);
  BOOST_TEST(read_once(bytes, options) == whole);
}

std::string event(int i, const std::string& zone, const std::string& more = {}) {
  return "BEGIN:VEVENT\r\nUID:" + std::to_string(i) + "\r\nDTSTART;TZID=" + zone +
         ":20260301T100000\r\nSUMMARY:Workshop on 5 May 2026\r\n" + more + "END:VEVENT\r\n";
}

constexpr std::string_view own_zone =
    "BEGIN:VTIMEZONE\r\nTZID:My/Own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0230\r\n"
    "TZOFFSETTO:+0230\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VTIMEZONE\r\nTZID:Bad\r\nEND:VTIMEZONE\r\n";

std::string calendar(const std::string& events, std::string_view zones = {}) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + std::string(zones) + "END:VCALENDAR\r\n";
}

std::string feed(int items, std::string_view date, std::string_view more = {}) {
  std::string out = "<rss version=\"2.0\"><channel><title>Group</title>";
  for (int i = 0; i < items; ++i)
    out += "<item><title>Evening of talks " + std::to_string(i) + "</title><pubDate>" + std::string(date) +
           "</pubDate><description>&lt;p&gt;Come &amp;amp; listen. " + std::string(more) +
           "&lt;/p&gt;</description></item>";
  return out + "</channel></rss>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(b9_2_entries_do_not_repeat_what_is_secret_in_the_address) {
  const std::string bytes =
      "<rss version=\"2.0\"><channel><title>Group</title><link>./</link><item><title>Talks</title><link>#one</link>"
      "</item><item><title>More</title><link>beside</link></item></channel></rss>";
  check_alike(bytes);
  const std::string whole = read_whole(bytes, {});
  const std::string entries = whole.substr(whole.find("\"entries\""));
  BOOST_TEST(entries.find("1a2b3c4d5e6f7a8b") == entries.npos);
  BOOST_TEST(entries.find("canary") == entries.npos);
  BOOST_TEST(entries.find("/beside") != entries.npos);
}

BOOST_AUTO_TEST_CASE(says_the_same_of_every_document_we_have) {
  std::size_t documents = 0;
  for (const char* folder : {"reading", "rss", "atom", "jsonfeed"})
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(ALMANAC_TEST_DATA) / folder)) {
      if (!file.is_regular_file() || file.path().string().ends_with(".expected.json")) continue;
      BOOST_TEST_CONTEXT(file.path().string()) {
        const std::string bytes = test::bytes_of(file.path());
        check_alike(bytes);
        check_alike(bytes, {{"pubdate_means", "start"}, {"default_tz", "Europe/Berlin"}, {"dtend_inclusive", "true"}});
        ++documents;
      }
    }
  BOOST_TEST(documents > 20u);
}

BOOST_AUTO_TEST_CASE(zones_defined_behind_the_entries_count) {
  std::string events;
  for (int i = 0; i < 7; ++i) events += event(i, i % 2 ? "My/Own" : "Europe/Berlin");
  check_alike(calendar(events, own_zone));
  BOOST_TEST(read_in_parts(calendar(events, own_zone), {}).find("2026-03-01T07:30:00Z") != std::string::npos);
  const auto opened = OpenDocument::open(document_of(calendar(events, own_zone)), request_of({}), test::plugins());
  BOOST_TEST_REQUIRE(opened.has_value());
  BOOST_TEST(!opened->early_entries_stand());
}

BOOST_AUTO_TEST_CASE(unknown_zones_are_told_as_often) {
  for (const int count : {1, 19, 20, 21, 50}) {
    std::string events;
    for (int i = 0; i < count; ++i) events += event(i, i % 3 ? "Lost/" + std::to_string(i) : "My/Own");
    check_alike(calendar(events));
    check_alike(calendar(events, own_zone));
    check_alike(calendar("X-WR-TIMEZONE:Lost/All\r\n" + events));
    check_alike(calendar("X-WR-TIMEZONE:My/Own\r\n" + events, own_zone));
  }
}

BOOST_AUTO_TEST_CASE(bad_dates_are_told_as_often_and_those_of_the_document_first) {
  for (const int count : {1, 18, 19, 20, 21, 40}) {
    std::string bytes = feed(count, "Some day");
    check_alike(bytes);
    bytes.insert(bytes.find("<title>"), "<lastBuildDate>never</lastBuildDate><pubDate>no day</pubDate>");
    check_alike(bytes);
    BOOST_TEST(read_in_parts(bytes, {}).find("'never' is no date") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(dates_in_the_future_are_told_unless_facts_explain_them) {
  constexpr std::string_view future = "Mon, 01 Mar 2027 10:00:00 +0000", hint = "pubdate-in-future";
  check_alike(feed(2, future));
  check_alike(feed(9, future));
  BOOST_TEST(read_in_parts(feed(9, future), {}).find(hint) != std::string::npos);
  const std::string dated = feed(9, future, "The conference takes place on 5 May 2027 in Lisbon.");
  check_alike(dated);
  BOOST_TEST(read_in_parts(dated, {}).find(hint) == std::string::npos);
  check_alike(feed(9, future), {{"pubdate_means", "start"}});
}

BOOST_AUTO_TEST_CASE(a_long_feed_tells_of_itself_before_its_entries) {
  const std::string padding(300u << 10, ' ');
  std::string sound = feed(5, "Mon, 02 Mar 2026 10:00:00 +0000", padding);
  sound.insert(sound.find("</channel>"),
               "<description>Behind &amp;amp; below</description><link>https://example.org/</link>"
               "<lastBuildDate>Mon, 02 Mar 2026 11:00:00 +0000</lastBuildDate>");
  std::string broken = sound;
  broken.insert(broken.find("<item>"), "<b>");
  for (const std::string& bytes : {sound, broken}) {
    check_alike(bytes);
    bool is_begun = false;
    int entries = 0;
    const auto take = [&](Entry&) { return is_begun && ++entries > 0; };
    const auto begin = [&](const DocumentInfo& document) {
      is_begun = true;
      BOOST_TEST(document.title == "Group");
      BOOST_TEST(document.description == "Behind & below");
      BOOST_TEST(document.well_formed == (bytes == sound));
    };
    const auto opened = OpenDocument::open(document_of(bytes), request_of({}), test::plugins(), take, nullptr, begin);
    BOOST_TEST(opened.has_value());
    BOOST_TEST(entries == 5);
  }
}

BOOST_AUTO_TEST_CASE(the_language_of_a_document_tells_what_its_entries_mean) {
  std::string bytes = feed(5, "Mon, 02 Mar 2026 10:00:00 +0000", "Ride on 11/03/2027 around the lake.");
  BOOST_TEST(read_whole(bytes, {}).find("2027-03-11") == std::string::npos);
  for (const auto& [language, day] : {std::pair("en-gb", "2027-03-11"), std::pair("de", "2027-03-11")}) {
    std::string stated = bytes;  // behind the entries
    stated.insert(stated.find("</channel>"), "<language>" + std::string(language) + "</language>");
    check_alike(stated);
    BOOST_TEST(read_whole(stated, {}).find(day) != std::string::npos);
    Document document = document_of(bytes);
    document.language = language;
    const auto read = read_document(std::move(document), request_of({}), test::plugins());
    BOOST_TEST_REQUIRE(read.has_value());
    BOOST_TEST(read->harvest.document.language == language);
    BOOST_TEST_REQUIRE(read->harvest.entries.front().start.has_value());
    BOOST_TEST(iso_text(*read->harvest.entries.front().start) == day);
  }
}

BOOST_AUTO_TEST_CASE(fails_alike) {
  check_alike("");
  check_alike(" \r\n ");
  check_alike("just words");
  check_alike("<rss version=\"2.0\"><channel><item><title>A</title>");
  check_alike("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20269901\r\n");
}

BOOST_AUTO_TEST_CASE(stops_when_no_more_is_wanted) {
  auto opened =
      OpenDocument::open(document_of(feed(50, "Mon, 02 Mar 2026 10:00:00 +0000")), request_of({}), test::plugins());
  BOOST_TEST_REQUIRE(opened.has_value());
  int seen = 0;
  BOOST_TEST(opened->read_entries([&](Entry&) { return ++seen < 5; }).has_value());
  BOOST_TEST(seen == 5);
  seen = 0;
  BOOST_TEST(opened->read_entries([&](Entry&) { return ++seen > 0; }).has_value());
  BOOST_TEST(seen == 50);
}

BOOST_AUTO_TEST_SUITE_END()
