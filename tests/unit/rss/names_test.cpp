#include "names.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(rss_names, *boost::unit_test::label("unit"))

using namespace almanac::rss;

BOOST_AUTO_TEST_CASE(local_names_are_known_in_any_case) {
  BOOST_TEST((term_of("pubDate") == Term::pubdate));
  BOOST_TEST((term_of("PUBDATE") == Term::pubdate));
  BOOST_TEST((term_of("long") == Term::xlong));
  BOOST_TEST((term_of("") == Term::unknown));
  BOOST_TEST((term_of("pubDates") == Term::unknown));
  BOOST_TEST((term_of("a-name-that-is-much-longer-than-any-that-we-know") == Term::unknown));
}

BOOST_AUTO_TEST_CASE(namespaces_are_known_by_address_with_small_differences) {
  struct Case {
    const char* uri;
    Space space;
  };
  for (const Case& c :
       {Case{"http://www.w3.org/2005/Atom", Space::atom}, Case{"http://purl.org/atom/ns#", Space::atom},
        Case{"https://search.yahoo.com/mrss", Space::media}, Case{" http://search.yahoo.com/mrss/ ", Space::media},
        Case{"HTTP://PURL.ORG/DC/ELEMENTS/1.1/", Space::dc}, Case{"", Space::plain},
        Case{"http://purl.org/rss/1.0/modules/event/", Space::mod_event}, Case{"http://schema.org/", Space::schema},
        Case{"http://www.livewhale.com/ns/9", Space::livewhale}, Case{"urn:nobody:knows", Space::foreign}})
    BOOST_TEST_CONTEXT(c.uri) { BOOST_TEST((space_of_uri(c.uri) == c.space)); }
}

BOOST_AUTO_TEST_SUITE_END()
