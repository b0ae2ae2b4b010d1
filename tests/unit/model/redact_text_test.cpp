#include <almanac/model/redact_text.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(redacted_texts, *boost::unit_test::label("unit"))

using almanac::redact_text;

BOOST_AUTO_TEST_CASE(b9_2_addresses_lose_their_secrets_and_texts_stay) {
  struct Row {
    const char *text, *wanted;
  };
  const Row rows[] = {
      {"", ""},
      {"no address :// here", "no address :// here"},
      {"https://example.org/feed: 404 Not Found", "https://example.org/feed: 404 Not Found"},
      {"https://me:canary@example.org/feed: 404", "https://example.org/feed: 404"},
      {"(https://example.org/feed?token=canary1)", "(https://example.org/feed?token=\u2026)"},
      {"two: http://a:canary@x.org/, HTTPS://b:canary@y.org/z.", "two: http://x.org/, https://y.org/z."},
      {"\"https://u:canary@x.org/a\" and more", "\"https://x.org/a\" and more"},
      {"ftp://x.org/a stays", "ftp://x.org/a stays"},
      {"'htps://u:canary@x.org/a?token=canary' is no address", "'htps://x.org/a' is no address"},
      {"http://u:canary@bad host", "http://bad/ host"},
      {"http://u:canary@[bad]/x?token=canary.", "http://[bad]/x."},
      {"http://", "http://"},
      {"webcal://u:canary@x.org/a.ics?token=canary", "https://x.org/a.ics?token=\u2026"},
      {"'feed://u:canary@x.org/a' is none", "'https://x.org/a' is none"},
      {"xhttp://u:canary@x.org/", "xhttp://x.org/"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text) BOOST_TEST(redact_text(row.text) == row.wanted);
}

BOOST_AUTO_TEST_CASE(redacting_twice_changes_nothing_more) {
  for (const char* text : {"see https://u:p@x.org/private-0123456789abcdef/basic.ics?key=canary&a=b#c",
                           "https://x.org/a/canary1a2b3c4d5e6f7a8b/b.ics?key=canary",
                           "https://x.org/canary1a2b3c4d5e6f7a8b.ics?key=canary"}) {
    const std::string once = redact_text(text);
    BOOST_TEST(redact_text(once) == once);
    BOOST_TEST(once.find("canary") == once.npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
