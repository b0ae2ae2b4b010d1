#include <almanac/base/failure.hpp>
#include <almanac/model/url.hpp>
#include <boost/test/unit_test.hpp>
#include <boost/url/parse.hpp>
#include <string>

BOOST_AUTO_TEST_SUITE(url, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

struct Reading {
  std::string_view written, read;
};

void check_readings(std::initializer_list<Reading> readings) {
  for (const auto& [written, read] : readings) {
    BOOST_TEST_CONTEXT(written) {
      const auto url = Url::parse(written);
      BOOST_REQUIRE(url.has_value());
      BOOST_TEST(url->text() == read);
      BOOST_TEST(boost::urls::parse_uri(url->text()).has_value());
      BOOST_TEST(Url::parse(url->text())->text() == url->text());
    }
  }
}

Url made(std::string_view text) { return Url::parse(text).value(); }

}  // namespace

BOOST_AUTO_TEST_CASE(normalises_scheme_host_port_and_path) {
  check_readings({
      {"http://example.org", "http://example.org/"},
      {"HTTP://EXAMPLE.org:80/A", "http://example.org/A"},
      {"https://example.org:443", "https://example.org/"},
      {"https://example.org:0443/", "https://example.org/"},
      {"https://example.org:8443", "https://example.org:8443/"},
      {"https://example.org:/x", "https://example.org/x"},
      {"https://example.org/a/./b/../c", "https://example.org/a/c"},
      {"https://example.org/%2e%2E/a/%2e/b", "https://example.org/a/b"},
      {"https://example.org/../../a/..", "https://example.org/"},
      {"https://example.org/a//b/../c", "https://example.org/a//c"},
      {"https://example.org?q", "https://example.org/?q"},
      {"https://example.org#f", "https://example.org/#f"},
      {"https://user:pa%20ss@example.org/", "https://user:pa%20ss@example.org/"},
      {"https://@example.org/", "https://example.org/"},
      {"https://a@b@example.org/", "https://a%40b@example.org/"},
  });
}

BOOST_AUTO_TEST_CASE(forgives_what_browsers_forgive) {
  check_readings({
      {"  https://example.org/a b\t ", "https://example.org/a%20b"},
      {"https://exa\nmple.org/a\r\nb", "https://example.org/ab"},
      {"https:\\\\example.org\\a\\b?c\\d", "https://example.org/a/b?c%5Cd"},
      {"https:/example.org/a", "https://example.org/a"},
      {"https:example.org/a", "https://example.org/a"},
      {"https:////example.org/a", "https://example.org/a"},
      {"https://example.org/100%", "https://example.org/100%25"},
      {"https://example.org/%zz?%1", "https://example.org/%25zz?%251"},
      {"https://example.org/caf\u00e9?q=\u00e9#\u00e9", "https://example.org/caf%C3%A9?q=%C3%A9#%C3%A9"},
      {"https://example.org/\xff", "https://example.org/%FF"},
      {"https://example.org/?a[]=1|2", "https://example.org/?a%5B%5D=1%7C2"},
      {"https://example.org/a\"<b>", "https://example.org/a%22%3Cb%3E"},
      {"webcal://example.org/c.ics", "https://example.org/c.ics"},
      {"feed://example.org/rss", "https://example.org/rss"},
      {"feed:http://example.org/rss", "http://example.org/rss"},
      {"file:///etc/a b", "file:///etc/a%20b"},
      {"file://localhost/x/../y", "file:///y"},
      {"file:/x", "file:///x"},
  });
}

BOOST_AUTO_TEST_CASE(gives_every_spelling_of_an_address_one_form) {
  check_readings({
      {"http://0x7f.1/", "http://127.0.0.1/"},
      {"http://2130706433/", "http://127.0.0.1/"},
      {"http://127.1/", "http://127.0.0.1/"},
      {"http://0177.0.0.1/", "http://127.0.0.1/"},
      {"http://0/", "http://0.0.0.0/"},
      {"http://127.0.0.1./", "http://127.0.0.1/"},
      {"http://%31%32%37.1/", "http://127.0.0.1/"},
      {"http://\uff11\uff12\uff17\u30020.0.1/", "http://127.0.0.1/"},
      {"http://0x/", "http://0.0.0.0/"},
      {"http://0XA9FEA9FE/", "http://169.254.169.254/"},
      {"http://[::1]:8080/", "http://[::1]:8080/"},
      {"http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"},
      {"http://[2001:DB8::A]/", "http://[2001:db8::a]/"},
      {"http://[::ffff:127.0.0.1]/", "http://[::ffff:127.0.0.1]/"},
  });
}

BOOST_AUTO_TEST_CASE(writes_international_names_in_ascii) {
  check_readings({
      {"https://b\u00fccher.example/", "https://xn--bcher-kva.example/"},
      {"https://B\u00dcCHER.example/", "https://xn--bcher-kva.example/"},
      {"https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/"},
      {"https://stra\u00dfe.example/", "https://xn--strae-oqa.example/"},
      {"https://\u8a79\u59c6\u65af.example/", "https://xn--8ws00zhy3a.example/"},
      {"https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"},
      {"https://my_host.example/", "https://my_host.example/"},
  });
}

BOOST_AUTO_TEST_CASE(refuses_what_cannot_be_fetched) {
  const std::pair<std::string_view, UrlErrc> cases[] = {
      {"", UrlErrc::empty},
      {" \t", UrlErrc::empty},
      {"example.org/x", UrlErrc::scheme},
      {"/x", UrlErrc::scheme},
      {"mailto:a@example.org", UrlErrc::scheme},
      {"javascript:alert(1)", UrlErrc::scheme},
      {"ftp://example.org/", UrlErrc::scheme},
      {"http://", UrlErrc::host},
      {"http:///", UrlErrc::host},
      {"http://?q", UrlErrc::host},
      {"http://a b/", UrlErrc::host},
      {"http://a%00b/", UrlErrc::host},
      {"http://a%2Fb/", UrlErrc::host},
      {"http://a%40b/", UrlErrc::host},
      {"http://../", UrlErrc::host},
      {"http://[::1/", UrlErrc::host},
      {"http://[fe80::1%25eth0]/", UrlErrc::host},
      {"http://256.1.1.1/", UrlErrc::host},
      {"http://4294967296/", UrlErrc::host},
      {"http://1.2.3.4.5/", UrlErrc::host},
      {"http://1.2.3.08/", UrlErrc::host},
      {"http://a.example.0x1g.5/", UrlErrc::host},
      {"http://a:65536/", UrlErrc::port},
      {"http://a:8x/", UrlErrc::port},
      {"file://server/share", UrlErrc::host},
  };
  for (const auto& [written, code] : cases) {
    BOOST_TEST_CONTEXT(written) {
      const auto url = Url::parse(written);
      BOOST_REQUIRE(!url.has_value());
      BOOST_TEST(url.error() == make_error_code(code));
    }
  }
  BOOST_TEST(Url::parse("http://a/" + std::string(70'000, 'x')).has_error());
  BOOST_TEST(Url::parse("http://" + std::string(300, 'x') + "/").has_error());
}

BOOST_AUTO_TEST_CASE(resolves_references_against_itself) {
  const std::tuple<std::string_view, std::string_view, std::string_view> cases[] = {
      {"http://a/b/c/d;p?q", "g", "http://a/b/c/g"},
      {"http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q"},
      {"http://a/b/c/d;p?q#f", "", "http://a/b/c/d;p?q"},
      {"http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"},
      {"http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s"},
      {"http://a/b/c/d;p?q", "../../../../g", "http://a/g"},
      {"http://a/b/c/d;p?q", "//g", "http://g/"},
      {"https://a/b", "//G:443\\x", "https://g/x"},
      {"http://a/b", "\\c\\d", "http://a/c/d"},
      {"http://a/b/c", "http:g", "http://a/b/g"},
      {"http://a/b/c", "http:g:h", "http://a/b/g:h"},
      {"http://a/b/c", "https:g", "https://g/"},
      {"http://a/b", "https://c/d", "https://c/d"},
      {"http://a/b", "webcal://c/d.ics", "https://c/d.ics"},
      {"http://a/b", " x y\n", "http://a/x%20y"},
      {"http://a/b", "///c", "http://c/"},
      {"http://a", "x:y?z", ""},
      {"http://a", "mailto:x", ""},
      {"http://a", "//0x7f.1/", "http://127.0.0.1/"},
      {"file:///a/b", "../c", "file:///c"},
      {"file:///a/b", "//c/d", ""},
  };
  for (const auto& [base, reference, expected] : cases) {
    BOOST_TEST_CONTEXT(base << " + " << reference) {
      const auto url = made(base).resolve(reference);
      BOOST_TEST((url ? url->text() : "") == expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(names_its_parts) {
  const Url url = made("https://me:secret@example.org:8443/a/b?c=d#e");
  BOOST_TEST(url.scheme() == "https");
  BOOST_TEST(url.userinfo() == "me:secret");
  BOOST_TEST(url.host() == "example.org");
  BOOST_TEST(url.port() == 8443);
  BOOST_TEST(url.target() == "/a/b?c=d");
  BOOST_TEST(url.origin() == "https://example.org:8443");
  BOOST_TEST(url.is_tls());
  const Url literal = made("http://[2001:db8::1]");
  BOOST_TEST(literal.host() == "2001:db8::1");
  BOOST_TEST(literal.port() == 80);
  BOOST_TEST(literal.origin() == "http://[2001:db8::1]:80");
  BOOST_TEST(literal.target() == "/");
  const Url file = made("file:///a/b");
  BOOST_TEST(file.is_file());
  BOOST_TEST(file.host() == "");
  BOOST_TEST(file.target() == "/a/b");
}

BOOST_AUTO_TEST_CASE(b9_2_masks_secrets_when_shown) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"https://me:pw@example.org/x", "https://example.org/x"},
      {"file:///tmp/folder-a1b2C3d4e5/days.ics", "file:///tmp/folder-a1b2C3d4e5/days.ics"},
      {"https://example.org/folder-a1b2C3d4e5/days.ics", "https://example.org/\u2026/days.ics"},
      {"https://example.org/?token=abc&page=2", "https://example.org/?token=\u2026&page=2"},
      {"https://example.org/?API_KEY=abc", "https://example.org/?API_KEY=\u2026"},
      {"https://example.org/?X-Amz-Signature=abc&token=", "https://example.org/?X-Amz-Signature=\u2026&token="},
      {"https://example.org/?u=a1b2c3d4e5f6a7b8c9d0", "https://example.org/?u=\u2026"},
      {"https://example.org/?a1b2c3d4e5f6a7b8c9d0", "https://example.org/?\u2026"},
      {"https://example.org/?keywords=rust&author=me&hashtag=c%2B%2B&design=a",
       "https://example.org/?keywords=rust&author=me&hashtag=c%2B%2B&design=a"},
      {"https://example.org/?author_token=a&Authorization=b&keywordkey=c",
       "https://example.org/?author_token=\u2026&Authorization=\u2026&keywordkey=\u2026"},
      {"https://example.org/?q=rust+meetup&&x", "https://example.org/?q=rust+meetup&&x"},
      {"https://example.org/cal/private-0123456789abcdef/basic.ics",
       "https://example.org/cal/private-\u2026/basic.ics"},
      {"https://example.org/private-rooms/", "https://example.org/private-rooms/"},
      // Paths that are keys themselves: Outlook, Nextcloud, Trello, Fastmail and their like.
      {"https://example.org/owa/calendar/00000000-0000-0000-0000-000000000000/"
       "6ff5a6e6-4cc9-4c4a-a9a3-1c2b3d4e5f60/cid-1A2B3C4D5E6F7A8B/calendar.ics",
       "https://example.org/owa/calendar/\u2026/\u2026/\u2026/calendar.ics"},
      {"https://example.org/remote.php/dav/public-calendars/Xk29dPq7TzR4wNb8?export",
       "https://example.org/remote.php/dav/public-calendars/\u2026?export"},
      {"https://example.org/ical/8f14e45fceea167a5a36dedd4bea2543.ics", "https://example.org/ical/\u2026.ics"},
      {"https://example.org/fs/a1b2c3d4e5f6a7b8", "https://example.org/fs/\u2026"},
      // Words, years and public names stay.
      {"https://example.org/2026/11/icml-2026-workshop-on-3d-vision-and-2nd-order-methods",
       "https://example.org/2026/11/icml-2026-workshop-on-3d-vision-and-2nd-order-methods"},
      {"https://example.org/calendar/ical/c_8a7b6c5d4e3f2a1b%40group.calendar.google.com/public/basic.ics",
       "https://example.org/calendar/ical/c_8a7b6c5d4e3f2a1b%40group.calendar.google.com/public/basic.ics"},
      {"https://example.org/feeds/videos.xml?channel_id=UCa1b2c3d4e5f6a7b8c9d0",
       "https://example.org/feeds/videos.xml?channel_id=UCa1b2c3d4e5f6a7b8c9d0"},
      {"https://example.org/channel/UCa1b2c3d4e5f6a7b8c9d0", "https://example.org/channel/UCa1b2c3d4e5f6a7b8c9d0"},
      {"https://example.org/#access_token=abc", "https://example.org/#access_token=\u2026"},
      {"https://example.org:8443/x?", "https://example.org:8443/x?"},
  };
  for (const auto& [address, shown] : cases) {
    BOOST_TEST_CONTEXT(address) { BOOST_TEST(made(address).redacted() == shown); }
  }
}

BOOST_AUTO_TEST_CASE(errors_ask_the_user_for_another_address) {
  BOOST_TEST((Url::parse("gopher://a").error() == Failure::misconfigured));
}

BOOST_AUTO_TEST_SUITE_END()
