#include <almanac/model/source.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(model_source_label, *boost::unit_test::label("unit"))

using almanac::source_label;

BOOST_AUTO_TEST_CASE(calls_a_source_by_its_name_or_by_what_its_address_is_known_by) {
  BOOST_TEST(source_label("PyData Berlin", "https://example.org/feed") == "PyData Berlin");
  BOOST_TEST(source_label("", "https://www.example.org/events.ics") == "example.org/events.ics");
  BOOST_TEST(source_label("", "https://example.org/") == "example.org");
  BOOST_TEST(source_label("", "file:///home/ada/events.ics") == "events.ics");
  BOOST_TEST(source_label("", "") == "");
  const std::string label = source_label("", "https://ada:secret@example.org/feed?token=abc123");
  BOOST_TEST(label.find("secret") == label.npos);
  BOOST_TEST(label.find("abc123") == label.npos);
  BOOST_TEST(label.starts_with("example.org/feed"));
}

BOOST_AUTO_TEST_SUITE_END()
