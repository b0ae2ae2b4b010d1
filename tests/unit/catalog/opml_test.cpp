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
