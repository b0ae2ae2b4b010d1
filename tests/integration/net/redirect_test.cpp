#include <boost/test/unit_test.hpp>

#include "net_fixture.hpp"
#include "support/fake_resolver.hpp"

BOOST_AUTO_TEST_SUITE(following_redirects, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
namespace lb = almanac::loopback;

namespace {

/// /0 → /1 → … → /last, which is a document.
void serve_chain(lb::Server& server, int length) {
  for (int i = 0; i < length; ++i) server.on("/" + std::to_string(i), lb::redirect(301, "/" + std::to_string(i + 1)));
  server.on("/" + std::to_string(length), lb::document("end"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a4_1_follows_every_kind_with_get) {
  for (const int status : {301, 302, 303, 307, 308}) {
    BOOST_TEST_CONTEXT(status) {
      lb::Server server;
      server.on("/old", lb::redirect(status, "/new"));
      server.on("/new", lb::document("x"));
      Net net;
      const Outcome outcome = net.fetch(server.url("/old"));
      BOOST_REQUIRE(outcome);
      const ResponseFacts& facts = document_of(outcome).facts;
      BOOST_TEST(facts.final_url.text() == server.url("/new"));
      BOOST_REQUIRE(facts.redirects.size() == 1u);
      BOOST_TEST(facts.redirects[0].status == status);
      BOOST_TEST(facts.redirects[0].url.text() == server.url("/old"));
      BOOST_TEST(server.journal().at(1).method == "GET");
    }
  }
}

BOOST_AUTO_TEST_CASE(a4_1_chain_5_is_followed_chain_6_is_not) {
  lb::Server five, six;
  serve_chain(five, 5);
  serve_chain(six, 6);
  Net net;
  const Outcome good = net.fetch(five.url("/0"));
  BOOST_REQUIRE(good);
  BOOST_TEST(document_of(good).facts.redirects.size() == 5u);
  BOOST_TEST(code_of(net.fetch(six.url("/0"))) == make_error_code(NetErrc::too_many_redirects));
  BOOST_TEST(six.journal().size() == 6u);
  FetchRequest discovery = Net::request_for(six.url("/0"));
  discovery.max_redirects = 10;
  BOOST_TEST(net.fetch(std::move(discovery)).has_value());
}

BOOST_AUTO_TEST_CASE(a4_1_loop_2_and_loop_self_end_soon) {
  lb::Server server;
  server.on("/self", lb::redirect(302, "/self"));
  server.on("/a", lb::redirect(302, "/b"));
  server.on("/b", lb::redirect(302, "/a"));
  Net net;
  BOOST_TEST(code_of(net.fetch(server.url("/self"))) == make_error_code(NetErrc::redirect_loop));
  BOOST_TEST(server.journal().size() == 1u);
  server.clear_journal();
  BOOST_TEST(code_of(net.fetch(server.url("/a"))) == make_error_code(NetErrc::redirect_loop));
  BOOST_TEST(server.journal().size() == 2u);
}

BOOST_AUTO_TEST_CASE(a4_5_to_file_and_other_unusable_locations_are_an_error) {
  lb::Server server;
  server.on("/none", lb::status(302));
  server.on("/file", lb::redirect(302, "file:///etc/passwd"));
  server.on("/mail", lb::redirect(302, "mailto:a@example.org"));
  server.on("/refresh", lb::status(300, {{"Refresh", "0; url=/x"}}));
  Net net;
  for (const char* path : {"/none", "/file", "/mail"}) {
    BOOST_TEST_CONTEXT(path) {
      BOOST_TEST(code_of(net.fetch(server.url(path))) == make_error_code(NetErrc::bad_redirect));
    }
  }
  BOOST_TEST(code_of(net.fetch(server.url("/refresh"))) == make_error_code(NetErrc::http_status));
}

BOOST_AUTO_TEST_CASE(a4_4_same_host_other_port_auth_is_dropped_and_never_regained) {
  lb::Server first, second;
  first.on("/a", lb::redirect(302, second.url("/b")));
  second.on("/b", lb::redirect(302, first.url("/c")));
  first.on("/c", lb::document("x"));
  Net net;
  std::string url = first.url("/a");
  url.insert(url.find("//") + 2, "user:pass@");
  FetchRequest request = Net::request_for(url);
  request.headers = {{"X-Token", "secret"}, {"Cookie", "s=1"}};
  BOOST_TEST(net.fetch(std::move(request)).has_value());
  BOOST_TEST(first.journal("/a").at(0).has("X-Token"));
  BOOST_TEST(first.journal("/a").at(0).header("Authorization") == "Basic dXNlcjpwYXNz");
  for (const lb::Request& later : {second.journal("/b").at(0), first.journal("/c").at(0)}) {
    BOOST_TEST(!later.has("X-Token"));
    BOOST_TEST(!later.has("Cookie"));
    BOOST_TEST(!later.has("Authorization"));
  }
}

BOOST_AUTO_TEST_CASE(a4_4_credentials_stay_on_a_redirect_within_the_origin) {
  lb::Server server;
  server.on("/a", lb::redirect(302, "/b"));
  server.on("/b", lb::document("x"));
  Net net;
  FetchRequest request = Net::request_for(server.url("/a"));
  request.headers = {{"Authorization", "Bearer t"}};
  BOOST_TEST(net.fetch(std::move(request)).has_value());
  BOOST_TEST(server.journal("/b").at(0).header("Authorization") == "Bearer t");
}

BOOST_AUTO_TEST_CASE(a4_4_cross_origin_auth_is_dropped_for_another_host) {
  lb::Server server;
  const auto names = std::make_shared<FakeResolver>();
  names->add("one.example", {"127.0.0.1"});
  names->add("two.example", {"127.0.0.1"});
  server.on("/a", lb::redirect(302, server.url_as("two.example", "/b")));
  server.on("/b", lb::document("x"));
  ClientOptions options = loopback_options();
  options.resolver = names;
  Net net(options);
  FetchRequest request = Net::request_for(server.url_as("one.example", "/a"));
  request.headers = {{"Authorization", "Bearer t"}};
  BOOST_TEST(net.fetch(std::move(request)).has_value());
  BOOST_TEST(server.journal("/a").at(0).has("Authorization"));
  BOOST_TEST(!server.journal("/b").at(0).has("Authorization"));
}

BOOST_AUTO_TEST_CASE(a4_4_userinfo_in_location_is_ignored) {
  lb::Server server;
  std::string target = server.url("/b");
  target.insert(target.find("//") + 2, "user:pass@");
  server.on("/a", lb::redirect(302, target));
  server.on("/b", lb::document("x"));
  Net net;
  const Outcome outcome = net.fetch(server.url("/a"));
  BOOST_REQUIRE(outcome);
  BOOST_TEST(!server.journal("/b").at(0).has("Authorization"));
  BOOST_TEST(document_of(outcome).facts.final_url.text() == server.url("/b"));
}

BOOST_AUTO_TEST_CASE(a1_7_validators_are_sent_to_the_address_they_came_from) {
  lb::Server server;
  server.on("/a", lb::redirect(302, "/b"));
  server.on("/b", lb::conditional(lb::document("x"), "\"1\"", ""));
  Net net;
  const Outcome first = net.fetch(server.url("/a"));
  BOOST_REQUIRE(first);
  FetchRequest again = Net::request_for(server.url("/a"));
  again.validators = document_of(first).facts.validators;
  again.validators_for = document_of(first).facts.final_url.text();
  BOOST_TEST(std::holds_alternative<NotModified>(net.fetch(std::move(again)).value()));
  BOOST_TEST(!server.journal("/a").at(1).has("If-None-Match"));
  BOOST_TEST(server.journal("/b").at(1).header("If-None-Match") == "\"1\"");
}

BOOST_AUTO_TEST_SUITE_END()
