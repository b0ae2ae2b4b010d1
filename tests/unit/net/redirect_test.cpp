#include <almanac/net/redirect.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(redirects, *boost::unit_test::label("unit"))

using namespace almanac;
using almanac::net::bare;
using almanac::net::redirect_target;

namespace {

Url url(const char* text) { return Url::parse(text).value(); }

error_code code_of(const std::vector<Hop>& hops, const char* from, const char* location, int most = 5) {
  const Result<Url> next = redirect_target(hops, url(from), location, most);
  return next ? error_code{} : next.error();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a4_1_resolves_the_location) {
  struct Row {
    const char *from, *location, *to;
  };
  constexpr Row rows[] = {
      {"http://a.example/x/feed", "http://b.example/", "http://b.example/"},
      {"http://a.example/x/feed", "/y", "http://a.example/y"},
      {"http://a.example/x/feed", "y?z=1", "http://a.example/x/y?z=1"},
      {"http://a.example/x/feed", "//b.example/y", "http://b.example/y"},
      {"http://a.example/x/feed", "https://a.example/x/feed", "https://a.example/x/feed"},
      {"https://a.example/x", "https://user:pass@b.example/y#part", "https://b.example/y"},
      {"http://a.example/x", "http://b.example:80/y", "http://b.example/y"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.location) {
      const Result<Url> next = redirect_target({}, url(row.from), row.location, 5);
      BOOST_REQUIRE(next);
      BOOST_TEST(next->text() == row.to);
    }
  }
}

BOOST_AUTO_TEST_CASE(a4_5_refuses_other_schemes_and_downgrades) {
  BOOST_TEST(code_of({}, "http://a.example/", "file:///etc/passwd") == make_error_code(NetErrc::bad_redirect));
  BOOST_TEST(code_of({}, "http://a.example/", "ftp://a.example/") == make_error_code(NetErrc::bad_redirect));
  BOOST_TEST(code_of({}, "http://a.example/", "javascript:alert(1)") == make_error_code(NetErrc::bad_redirect));
  BOOST_TEST(code_of({}, "http://a.example/", "") == make_error_code(NetErrc::bad_redirect));
  BOOST_TEST(code_of({}, "https://a.example/", "http://a.example/") == make_error_code(NetErrc::insecure_redirect));
}

BOOST_AUTO_TEST_CASE(a4_1_finds_loops_and_long_chains) {
  const std::vector<Hop> hops = {{url("http://a.example/1"), 301}, {url("http://a.example/2"), 302}};
  BOOST_TEST(code_of(hops, "http://a.example/3", "/1") == make_error_code(NetErrc::redirect_loop));
  BOOST_TEST(code_of(hops, "http://a.example/3", "/3") == make_error_code(NetErrc::redirect_loop));
  BOOST_TEST(code_of(hops, "http://a.example/3", "/3#part") == make_error_code(NetErrc::redirect_loop));
  BOOST_TEST(!code_of(hops, "http://a.example/3", "/4", 3));
  BOOST_TEST(code_of(hops, "http://a.example/3", "/4", 2) == make_error_code(NetErrc::too_many_redirects));
}

BOOST_AUTO_TEST_CASE(the_requested_address_has_no_userinfo_and_no_fragment) {
  BOOST_TEST(bare(url("https://u:p@a.example:8443/x?y#z")).text() == "https://a.example:8443/x?y");
  BOOST_TEST(bare(url("https://a.example/x@y")).text() == "https://a.example/x@y");
  BOOST_TEST(bare(url("http://[::1]:8080/#x")).text() == "http://[::1]:8080/");
}

BOOST_AUTO_TEST_CASE(hops_know_whether_they_are_permanent) {
  for (const int status : {301, 308}) BOOST_TEST((Hop{url("http://a.example/"), status}.is_permanent()));
  for (const int status : {302, 303, 307}) BOOST_TEST((!Hop{url("http://a.example/"), status}.is_permanent()));
}

BOOST_AUTO_TEST_SUITE_END()
