#include <almanac/model/own_secrets.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(own_secrets, *boost::unit_test::label("unit"))

using almanac::OwnSecrets;

BOOST_AUTO_TEST_CASE(b9_2_links_lose_what_is_secret_in_the_address_of_their_document) {
  struct Row {
    const char *address, *link, *wanted;
  };
  const Row rows[] = {
      {"https://x.org/feed", "https://x.org/post?token=abcdefghij", "https://x.org/post?token=abcdefghij"},
      {"https://x.org/private-0123456789abcdef/feed", "https://x.org/private-0123456789abcdef/post/1",
       "https://x.org/private-%E2%80%A6/post/1"},
      {"https://x.org/private-0123456789abcdef/feed", "https://x.org/post/1", "https://x.org/post/1"},
      {"https://x.org/private-0123456789abcdef/feed", "https://x.org/private-fedcba9876543210/a",
       "https://x.org/private-fedcba9876543210/a"},
      {"https://x.org/share/1a2b3c4d5e6f7a8b.ics", "https://y.org/1a2b3c4d5e6f7a8b/event/3",
       "https://y.org/%E2%80%A6/event/3"},
      {"https://x.org/feed?token=canarycanary", "https://x.org/feed?token=canarycanary#part",
       "https://x.org/feed?token=%E2%80%A6#part"},
      {"https://x.org/feed?a=b&key=ml", "https://x.org/feed?a=b&key=ml#html",
       "https://x.org/feed?a=b&key=%E2%80%A6#html"},
      {"https://x.org/feed?key=ml", "https://x.org/html?topkey=ml", "https://x.org/html?topkey=ml"},
      {"https://x.org/feed?key=ml", "https://x.org/html?key=mlx", "https://x.org/html?key=mlx"},
      {"https://me:pw@x.org/feed", "https://me:pw@x.org/post", "https://x.org/post"},
      {"https://me:pw@x.org/feed", "https://x.org/me:pw@", "https://x.org/me:pw@"},
      {"not an address", "https://x.org/post", "https://x.org/post"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.address << " " << row.link)
  BOOST_TEST(OwnSecrets(row.address).hide_in_link(row.link) == row.wanted);
}

BOOST_AUTO_TEST_CASE(b9_2_texts_lose_them_too) {
  const OwnSecrets own("https://x.org/private-0123456789abcdef/feed?key=ml");
  BOOST_TEST(own.hide_in_text("key=ml at https://x.org/private-0123456789abcdef/, not html") ==
             "key=ml at https://x.org/private-\u2026/, not html");
  BOOST_TEST(own.hide_in_text("<a href=\"https://x.org/feed?key=ml\">") ==
             "<a href=\"https://x.org/feed?key=\u2026\">");
}

BOOST_AUTO_TEST_CASE(addresses_without_secrets_have_none) {
  BOOST_TEST(!OwnSecrets("https://x.org/2026/hackathons.ics?city=berlin").any());
  BOOST_TEST(!OwnSecrets("").any());
  BOOST_TEST(OwnSecrets("https://u@x.org/").any());
}

BOOST_AUTO_TEST_SUITE_END()
