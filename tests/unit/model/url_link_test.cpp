#include <almanac/model/url.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string>

BOOST_AUTO_TEST_SUITE(url_link, *boost::unit_test::label("unit"))

using namespace almanac;

// RFC 3986 §5.4.1 and §5.4.2, strict reading.
BOOST_AUTO_TEST_CASE(follows_the_examples_of_rfc_3986) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g/"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
  };
  for (const auto& [reference, expected] : cases) {
    BOOST_TEST_CONTEXT(reference) { BOOST_TEST(resolve_link("http://a/b/c/d;p?q", reference) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(keeps_links_of_any_scheme) {
  const std::tuple<std::string_view, std::string_view, std::string_view> cases[] = {
      {"http://a/b", " mailto:x@example.org\n", "mailto:x@example.org"},
      {"http://a/b", "tag:example.org,2026:1", "tag:example.org,2026:1"},
      {"http://a/b", "HTTP://Example.ORG", "HTTP://Example.ORG"},
      {"", "a/b c", "a/b c"},
      {"a/b", "c", "c"},
      {"ftp://h", "x", "ftp://h/x"},
      {"zero://a/b/c", "d", "zero://a/b/d"},
      {"urn:a:b", "#c", "urn:a:b#c"},
      {"http://a/b", "c d%0o\\e", "http://a/c%20d%250o/e"},
      {"http://a/b", "caf\u00e9", "http://a/caf\u00e9"},
      {"http://a", "b", "http://a/b"},
      {"x:/a/b", "..//c", "x:/.//c"},
  };
  for (const auto& [base, reference, expected] : cases) {
    BOOST_TEST_CONTEXT(base << " + " << reference) { BOOST_TEST(resolve_link(base, reference) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(takes_linear_time_on_many_dot_segments) {
  std::string hostile;
  for (int i = 0; i < 500'000; ++i) hostile += "a/../";
  BOOST_TEST(resolve_link("http://a/b", hostile) == "http://a/");
}

BOOST_AUTO_TEST_SUITE_END()
