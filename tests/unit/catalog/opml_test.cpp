#include <almanac/catalog/opml.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(opml, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

OpmlList good(const std::string& xml) {
  auto list = read_opml(xml, "list.opml");
  if (!list) BOOST_FAIL(list.error().text());
  return *list;
}

Source source(std::string url, std::string name) {
  Source out;
  out.url = std::move(url);
  out.name = std::move(name);
  return out;
}

const sys_seconds made{std::chrono::seconds{1795683600}};

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_written_reads_back_with_every_setting) {
  Source full = source("https://larch.example/feed?lang=en&sort=new", "Larch & <Pine> \"quoted\"");
  full.plugin = "ical";
  full.recipe = "larch";
  full.kind = Kind::hackathon;
  full.tags = {"work", "a, b/c", "Zürich"};
  full.every = std::chrono::hours(6);
  full.options = {{"default_tz", "Europe/Berlin"}, {"guid_stable", "false"}};
  const std::vector<Source> all{full, source("http://oak.example/", ""), source("https://elm.example/x", "日本語")};
  const OpmlText text = write_opml(all, made, OpmlSecrets::masked);
  BOOST_TEST(text.masked == 0u);
  BOOST_TEST(text.xml.find("<dateCreated>Thu, 26 Nov 2026 09:00:00 GMT</dateCreated>") != std::string::npos);
  const OpmlList list = good(text.xml);
  BOOST_TEST(list.skipped.size() == 0u);
  BOOST_TEST_REQUIRE(list.sources.size() == 3u);
  for (std::size_t i = 0; i < all.size(); ++i) BOOST_TEST((list.sources[i] == all[i]), list.sources[i].url);
}

BOOST_AUTO_TEST_CASE(secrets_are_masked_unless_asked_for) {
  Source secret = source("https://me:hunter2@larch.example/feed?token=abcdef0123456789", "Larch");
  secret.options = {{"header.Authorization", "Bearer hunter3"}, {"guid_stable", "false"}};
  const OpmlText masked = write_opml({secret}, made, OpmlSecrets::masked);
  BOOST_TEST(masked.masked == 1u);
  for (const char* word : {"hunter2", "hunter3", "abcdef0123456789"})
    BOOST_TEST(masked.xml.find(word) == std::string::npos, word);
  const OpmlText written = write_opml({secret}, made, OpmlSecrets::written);
  BOOST_TEST(written.masked == 0u);
  BOOST_TEST((good(written.xml).sources.front() == secret));
}

// Folders in folders, no type, text without title: as newsboat writes it.
BOOST_AUTO_TEST_CASE(reads_plain_nested_lists) {
  const OpmlList list = good(
      "<?xml version=\"1.0\"?>\n<opml version=\"1.0\">\n<head><title>newsboat - Exported Feeds</title></head>\n<body>\n"
      "<outline type=\"rss\" xmlUrl=\"https://larch.example/feed.xml\" title=\"Larch\"/>\n"
      "<outline text=\"Trees\"><outline text=\"Conifers\"><outline xmlUrl=\"https://pine.example/atom\" "
      "text=\"Pine\"/></outline></outline>\n"
      "<outline type=\"rss\" xmlUrl=\"query:Unread:unread = &quot;yes&quot;\" title=\"Unread\"/>\n"
      "<outline type=\"rss\" xmlUrl=\"exec:~/bin/feed\" title=\"Script\"/>\n"
      "<outline type=\"rss\" xmlUrl=\"file:///etc/passwd\" title=\"File\"/>\n</body></opml>\n");
  BOOST_TEST(list.title == "newsboat - Exported Feeds");
  BOOST_TEST_REQUIRE(list.sources.size() == 2u);
  BOOST_TEST(list.sources[0].name == "Larch");
  BOOST_TEST(list.sources[1].url == "https://pine.example/atom");
  BOOST_TEST((list.sources[1].tags == std::vector<std::string>{"Trees", "Conifers"}));
  BOOST_TEST(list.skipped.size() == 3u);
}

// Upper-case declaration, categories as folders, htmlUrl and descriptions: as miniflux and Feedly write it.
BOOST_AUTO_TEST_CASE(reads_lists_of_web_readers) {
  const OpmlList list = good(
      "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    "
      "<title>Miniflux</title>\n"
      "    <dateCreated>Thu, 26 Nov 2026 09:00:00 UTC</dateCreated>\n  </head>\n  <body>\n    <outline text=\"Conf "
      "&amp; Co\" "
      "title=\"Conf &amp; Co\">\n      <outline title=\"Larch\" text=\"Larch\" "
      "xmlUrl=\"https://larch.example/feed?a=1&b=2\" "
      "htmlUrl=\"https://larch.example/\" description=\"\" type=\"rss\"></outline>\n      <outline type=\"atom\" "
      "xmlurl=\"HTTPS://Pine.Example/atom\" text=\"Pine\"/>\n      <outline xmlUrl=\"https://pine.example/atom\" "
      "text=\"Pine again\" category=\"/trees/green,blue\"/>\n    </outline>\n  </body>\n</opml>\n");
  BOOST_TEST_REQUIRE(list.sources.size() == 2u);
  BOOST_TEST(list.sources[0].url == "https://larch.example/feed?a=1&b=2");
  BOOST_TEST((list.sources[0].tags == std::vector<std::string>{"Conf & Co"}));
  BOOST_TEST(list.sources[1].url == "https://pine.example/atom");
}

BOOST_AUTO_TEST_CASE(a_paused_source_stays_paused) {
  Source paused = source("https://larch.example/feed", "Larch");
  paused.health.state = SourceState::paused;
  Source failing = source("https://oak.example/feed", "Oak");
  failing.health.state = SourceState::failing;
  const OpmlList list = good(write_opml({paused, failing}, made, OpmlSecrets::masked).xml);
  BOOST_TEST_REQUIRE(list.sources.size() == 2u);
  BOOST_TEST((list.sources[0].health.state == SourceState::paused));
  BOOST_TEST((list.sources[1].health.state == SourceState::active));
}

BOOST_AUTO_TEST_CASE(masked_addresses_are_marked_and_never_followed) {
  const Source secret = source("https://larch.example/ical/private-abcdef0123456789abcdef/basic.ics", "Larch");
  const Source open = source("https://oak.example/feed", "Oak");
  const OpmlText text = write_opml({secret, open}, made, OpmlSecrets::masked);
  BOOST_TEST(text.masked == 1u);
  BOOST_TEST(text.xml.find("almanac:masked=\"address\"") != std::string::npos, text.xml);
  const OpmlList list = good(text.xml);
  BOOST_TEST_REQUIRE(list.sources.size() == 1u);
  BOOST_TEST(list.sources[0].url == open.url);
  BOOST_TEST_REQUIRE(list.skipped.size() == 1u);
  BOOST_TEST(list.skipped[0].what == "Larch");
  BOOST_TEST(list.skipped[0].reason.find("--secrets") != std::string::npos);
  // As it was written before it was marked.
  std::string before = text.xml;
  before.erase(before.find(" almanac:masked=\"address\""), std::string_view(" almanac:masked=\"address\"").size());
  BOOST_TEST(good(before).sources.size() == 1u);
}

BOOST_AUTO_TEST_CASE(files_are_taken_from_lists_that_are_trusted) {
  const std::string xml = write_opml({source("file:///home/me/days.ics", "Days")}, made, OpmlSecrets::masked).xml;
  const OpmlList refused = good(xml);
  BOOST_TEST(refused.sources.empty());
  BOOST_TEST_REQUIRE(refused.skipped.size() == 1u);
  BOOST_TEST(refused.skipped[0].reason.find("--files") != std::string::npos);
  const auto taken = read_opml(xml, "list.opml", OpmlFiles::taken);
  BOOST_TEST_REQUIRE(taken.has_value());
  BOOST_TEST_REQUIRE(taken->sources.size() == 1u);
  BOOST_TEST(taken->sources[0].url == "file:///home/me/days.ics");
}

BOOST_AUTO_TEST_CASE(a_feed_in_two_folders_has_both_as_tags) {
  const OpmlList list = good(
      "<opml version=\"2.0\"><body><outline text=\"Work\"><outline type=\"rss\" text=\"Larch\" "
      "xmlUrl=\"https://larch.example/feed\"/></outline><outline text=\"Trees\"><outline type=\"rss\" text=\"Larch\" "
      "xmlUrl=\"https://larch.example/feed\" category=\"green,Work\"/></outline></body></opml>");
  BOOST_TEST_REQUIRE(list.sources.size() == 1u);
  BOOST_TEST((list.sources[0].tags == std::vector<std::string>{"Work", "Trees", "green"}));
}

BOOST_AUTO_TEST_CASE(no_list_holds_what_changes_the_order_of_letters) {
  const OpmlText text =
      write_opml({source("https://larch.example/feed", "a\u202Eb\u200Fc\u2028d\x01")}, made, OpmlSecrets::masked);
  for (const char* control : {"\u202E", "\u200F", "\u2028", "\x01"})
    BOOST_TEST(text.xml.find(control) == std::string::npos);
  BOOST_TEST(good(text.xml).sources.front().name.starts_with("abc"));
}

// Folders as categories and as outlines, a feed under two of them: as Feedly and Inoreader write it.
BOOST_AUTO_TEST_CASE(reads_lists_of_large_readers) {
  const OpmlList list = good(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<opml version=\"1.0\">\n    <head>\n        <title>Someone "
      "subscriptions in feedly Cloud</title>\n    </head>\n    <body>\n        <outline text=\"R&amp;D &#8211; "
      "caf&#xE9;\" title=\"R&amp;D &#8211; caf&#xE9;\">\n            <outline type=\"rss\" text=\"Larch\" "
      "title=\"Larch\" "
      "xmlUrl=\"https://larch.example/feed\" htmlUrl=\"https://larch.example\"/>\n        </outline>\n        <outline "
      "text=\"Empty\" title=\"Empty\"/>\n        <outline text=\"Pine\" title=\"Pine\" type=\"rss\" "
      "xmlUrl=\"https://pine.example/rss\" htmlUrl=\"\"></outline>\n    </body>\n</opml>\n");
  BOOST_TEST_REQUIRE(list.sources.size() == 2u);
  BOOST_TEST((list.sources[0].tags == std::vector<std::string>{"R&D \u2013 caf\u00e9"}));
  BOOST_TEST(list.sources[1].tags.empty());
  BOOST_TEST(list.skipped.empty());
}

// Separate text and title, a description, no type at all: as NetNewsWire writes it.
BOOST_AUTO_TEST_CASE(reads_lists_of_desktop_readers) {
  const OpmlList list = good(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- OPML generated by a reader -->\n<opml "
      "version=\"1.1\">\n\t<head>\n"
      "\t\t<title>Subscriptions.opml</title>\n\t</head>\n<body>\n\t<outline text=\"Trees\" "
      "title=\"Trees\">\n\t\t<outline "
      "text=\"Larch\" title=\"Larch\" description=\"\" type=\"rss\" version=\"RSS\" htmlUrl=\"https://larch.example/\" "
      "xmlUrl=\"https://larch.example/feed.json\"/>\n\t</outline>\n\t</body>\n</opml>\n");
  BOOST_TEST(list.title == "Subscriptions.opml");
  BOOST_TEST_REQUIRE(list.sources.size() == 1u);
  BOOST_TEST((list.sources[0].tags == std::vector<std::string>{"Trees"}));
}

BOOST_AUTO_TEST_CASE(reads_lists_without_a_head_in_other_encodings) {
  const std::string plain =
      "<OPML version=\"1.0\"><body><OUTLINE TEXT=\"Larch\" XMLURL=\"https://larch.example/feed\"/></body></OPML>";
  BOOST_TEST(good(plain).sources.size() == 1u);
  std::string wide = "\xFF\xFE";
  for (const char c : plain) (wide += c) += '\0';
  BOOST_TEST(good(wide).sources.size() == 1u);
  const OpmlList latin = good(
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><opml><body><outline text=\"Caf\xE9\" "
      "xmlUrl=\"https://larch.example/feed\"/></body></opml>");
  BOOST_TEST_REQUIRE(latin.sources.size() == 1u);
  BOOST_TEST(latin.sources[0].name == "Caf\u00e9");
}

BOOST_AUTO_TEST_CASE(what_is_no_list_is_told_with_its_line) {
  BOOST_TEST(read_opml("<opml>\n<body>\n<outline", "l.opml").has_value());  // what could be read of it
  BOOST_TEST(read_opml("<rss><channel/></rss>", "l.opml").error().what == "l.opml: is no OPML but <rss>");
  BOOST_TEST(read_opml("", "l.opml").error().what.starts_with("l.opml: line 1: no XML"));
  std::string deep = "<opml><body>";
  for (int i = 0; i < 100; ++i) deep += "<outline text=\"x\">";
  BOOST_TEST(!read_opml(deep, "l.opml"));
  BOOST_TEST(!read_opml(std::string(9u << 20, ' '), "l.opml"));
}

BOOST_AUTO_TEST_SUITE_END()
