#include "persons.hpp"

#include <boost/test/unit_test.hpp>

#include "read.hpp"

BOOST_AUTO_TEST_SUITE(rss_persons, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(name_and_address_come_apart) {
  struct Case {
    const char *text, *name, *email, *url = "";
  };
  for (const Case& c : {Case{"jo@example.org (Jo Doe)", "Jo Doe", "jo@example.org"},
                        Case{"Jo Doe <jo@example.org>", "Jo Doe", "jo@example.org"},
                        Case{"jo@example.org", "", "jo@example.org"},
                        Case{" Jo Doe ", "Jo Doe", ""},
                        Case{"Jo Doe (jo@example.org)", "Jo Doe", "jo@example.org"},
                        Case{"mailto:jo@example.org", "", "jo@example.org"},
                        Case{"\"Jo\" <jo.doe+x@mail.example.org>", "Jo", "jo.doe+x@mail.example.org"},
                        Case{"Meet @ noon", "Meet @ noon", ""},
                        Case{"@handle", "@handle", ""},
                        Case{"", "", ""},
                        Case{"@@@@", "@@@@", ""},
                        Case{"Jo Doe (Chair) <jo@example.org>", "Jo Doe (Chair)", "jo@example.org"},
                        Case{"(Chair) Jo Doe [jo@example.org]", "(Chair) Jo Doe", "jo@example.org"},
                        Case{"(Prof.) Jo Doe (Chair) <jo@example.org>", "(Prof.) Jo Doe (Chair)", "jo@example.org"},
                        Case{"jo@example.org ((Jo))", "Jo", "jo@example.org"},
                        Case{"(jo@example.org", "", "jo@example.org"},
                        Case{"Jo Doe (https://jo.example.org/a)", "Jo Doe", "", "https://jo.example.org/a"},
                        Case{"Jo Doe, http://jo.example.org", "Jo Doe", "", "http://jo.example.org"},
                        Case{"jo@example.org (https://jo.example.org)", "", "jo@example.org", "https://jo.example.org"},
                        Case{"https://jo@example.org/", "", "", "https://jo@example.org/"},
                        Case{"http://", "http://", ""},
                        Case{"<a href='mailto:jo@example.org'>Jo</a>", "<a href='mailto:jo@example.org'>Jo</a>", ""}}) {
    BOOST_TEST_CONTEXT(c.text) {
      const almanac_person person = rss::split_person(c.text);
      BOOST_TEST(sdk::view(person.name) == c.name);
      BOOST_TEST(sdk::view(person.email) == c.email);
      BOOST_TEST(sdk::view(person.url) == c.url);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_address_of_author_and_the_name_of_creator_are_one_person) {
  const auto read = [](const std::string& item) {
    const auto feed = test::read_feed("<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item>" +
                                      item + "</item></channel></rss>");
    BOOST_REQUIRE(feed.has_value());
    return feed->entries.at(0).authors;
  };
  const auto one = read("<dc:creator>Jo Doe</dc:creator><author>jo@example.org</author>");
  BOOST_REQUIRE(one.size() == 1u);
  BOOST_TEST(one[0].name == "Jo Doe");
  BOOST_TEST(one[0].email == "jo@example.org");
  BOOST_TEST(read("<dc:creator>Jo</dc:creator><author>al@example.org (Al)</author>").at(0).name == "Al");
  BOOST_TEST(read("<dc:creator>Jo</dc:creator><dc:creator>Al</dc:creator><author>x@example.org</author>").at(0).name ==
             "");
  BOOST_TEST(read("<dc:creator>Jo</dc:creator><dc:creator>Al</dc:creator><dc:creator>Jo</dc:creator>").size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
