#include "persons.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(rss_persons, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(name_and_address_come_apart) {
  struct Case {
    const char *text, *name, *email;
  };
  for (const Case& c :
       {Case{"jo@example.org (Jo Doe)", "Jo Doe", "jo@example.org"},
        Case{"Jo Doe <jo@example.org>", "Jo Doe", "jo@example.org"}, Case{"jo@example.org", "", "jo@example.org"},
        Case{" Jo Doe ", "Jo Doe", ""}, Case{"Jo Doe (jo@example.org)", "Jo Doe", "jo@example.org"},
        Case{"mailto:jo@example.org", "", "jo@example.org"},
        Case{"\"Jo\" <jo.doe+x@mail.example.org>", "Jo", "jo.doe+x@mail.example.org"},
        Case{"Meet @ noon", "Meet @ noon", ""}, Case{"@handle", "@handle", ""}, Case{"", "", ""},
        Case{"@@@@", "@@@@", ""}}) {
    BOOST_TEST_CONTEXT(c.text) {
      const almanac_person person = rss::split_person(c.text);
      BOOST_TEST(sdk::view(person.name) == c.name);
      BOOST_TEST(sdk::view(person.email) == c.email);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
