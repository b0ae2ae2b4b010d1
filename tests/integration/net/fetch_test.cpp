#include <boost/test/unit_test.hpp>

#include "net_fixture.hpp"
#include "support/temp_dir.hpp"

BOOST_AUTO_TEST_SUITE(fetching, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
namespace lb = almanac::loopback;

BOOST_AUTO_TEST_CASE(gets_a_document_with_its_facts) {
  lb::Server server;
  lb::Response feed = lb::document("<rss/>", "application/rss+xml; charset=utf-8");
  feed.headers.emplace_back("ETag", "W/\"a b\"");
  feed.headers.emplace_back("Last-Modified", "not-a-date");
  feed.headers.emplace_back("Cache-Control", "max-age=60");
  feed.headers.emplace_back("Cache-Control", "public");
  server.on("/feed", feed);
  Net net;
  const Outcome outcome = net.fetch(server.url("/feed"));
  BOOST_REQUIRE(outcome);
  const FetchedDocument& got = document_of(outcome);
  BOOST_TEST(got.body == "<rss/>");
  BOOST_TEST(got.facts.status == 200);
  BOOST_TEST(got.facts.final_url.text() == server.url("/feed"));
  BOOST_TEST(got.facts.content_type == "application/rss+xml; charset=utf-8");
  BOOST_TEST(got.facts.validators.etag == "W/\"a b\"");
  BOOST_TEST(got.facts.validators.last_modified == "not-a-date");
  BOOST_TEST(got.facts.cache_control == "max-age=60, public");
  BOOST_TEST(got.facts.wire_bytes == 6u);
}

BOOST_AUTO_TEST_CASE(a5_5_sends_no_cookie_no_referer_and_no_fragment) {
  lb::Server server;
  lb::Response feed = lb::document("x");
  feed.headers.emplace_back("Set-Cookie", "a=b");
  server.on("/feed", feed);
  Net net;
  BOOST_TEST(net.fetch(server.url("/feed?q=1#part")).has_value());
  BOOST_TEST(net.fetch(server.url("/feed?q=1#part")).has_value());
  for (const lb::Request& request : server.journal()) {
    BOOST_TEST(request.target == "/feed?q=1");
    BOOST_TEST(!request.has("Cookie"));
    BOOST_TEST(!request.has("Referer"));
    BOOST_TEST(request.header("User-Agent") == "almanac/" ALMANAC_VERSION " (+ops@example.org; 1 subscriber)");
  }
  BOOST_TEST(server.journal().size() == 2u);
}

BOOST_AUTO_TEST_CASE(decodes_each_coding) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "<item>" + std::to_string(i) + "</item>";
  lb::Server server;
  const auto coded = [&](const char* coding, std::string body, bool chunked) {
    lb::Response response = lb::document(std::move(body));
    response.headers.emplace_back("Content-Encoding", coding);
    response.chunked = chunked;
    server.on(std::string("/") + coding + (chunked ? "-chunked" : ""), response);
  };
  for (const bool chunked : {false, true}) {
    coded("gzip", lb::gzip(text), chunked);
    coded("br", lb::brotli(text), chunked);
    coded("zstd", lb::zstd(text), chunked);
  }
  Net net;
  for (const char* path : {"/gzip", "/br", "/zstd", "/gzip-chunked", "/br-chunked", "/zstd-chunked"}) {
    BOOST_TEST_CONTEXT(path) {
      const Outcome outcome = net.fetch(server.url(path));
      BOOST_REQUIRE(outcome);
      BOOST_TEST((document_of(outcome).body == text));
      BOOST_TEST(document_of(outcome).facts.decoded_bytes == text.size());
      BOOST_TEST(document_of(outcome).facts.wire_bytes < text.size());
    }
  }
}

BOOST_AUTO_TEST_CASE(asks_for_the_plain_body_when_told_so) {
  lb::Server server;
  server.on("/feed", lb::document("x"));
  Net net;
  FetchRequest request = Net::request_for(server.url("/feed"));
  request.accept_codings = false;
  BOOST_TEST(net.fetch(std::move(request)).has_value());
  BOOST_TEST(server.journal().at(0).header("Accept-Encoding") == "identity");
}

BOOST_AUTO_TEST_CASE(a1_validators_go_back_byte_for_byte_and_304_is_accepted) {
  struct Row {
    const char *name, *etag, *last_modified;
  };
  constexpr Row rows[] = {
      {"etag-strong", "\"abc\"", ""},
      {"etag-weak", "W/\"a b\"", ""},
      {"etag-unquoted", "abc", ""},
      {"etag-gzip-suffix", "\"x-gzip\"", ""},
      {"lm-garbage", "", "not-a-date"},
      {"both", "\"1\"", "Sat, 01 Jan 2022 00:00:00 GMT"},
      {"etag-latin", "\"caf\xe9\"", "gestern"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      lb::Server server;
      server.on("/feed", lb::conditional(lb::document("x"), row.etag, row.last_modified));
      Net net;
      const Outcome first = net.fetch(server.url("/feed"));
      BOOST_REQUIRE(first);
      FetchRequest again = Net::request_for(server.url("/feed"));
      again.validators = document_of(first).facts.validators;
      again.validators_for = document_of(first).facts.final_url.text();
      const Outcome second = net.fetch(std::move(again));
      BOOST_REQUIRE(second);
      BOOST_TEST(unchanged_of(second).facts.status == 304);
      const lb::Request asked = server.journal().at(1);
      BOOST_TEST(asked.header("If-None-Match") == row.etag);
      BOOST_TEST(asked.header("If-Modified-Since") == row.last_modified);
    }
  }
}

BOOST_AUTO_TEST_CASE(a1_5_facts_of_a_304_are_its_own) {
  lb::Server server;
  server.on("/feed", lb::status(304, {{"ETag", "\"2\""}, {"Cache-Control", "max-age=7200"}}));
  Net net;
  FetchRequest request = Net::request_for(server.url("/feed"));
  request.validators = {"\"1\"", "yesterday"};
  const Outcome outcome = net.fetch(std::move(request));
  BOOST_REQUIRE(outcome);
  BOOST_TEST(unchanged_of(outcome).facts.validators.etag == "\"2\"");
  BOOST_TEST(unchanged_of(outcome).facts.validators.last_modified == "");
  BOOST_TEST(unchanged_of(outcome).facts.cache_control == "max-age=7200");
}

BOOST_AUTO_TEST_CASE(a1_7_validators_of_another_address_are_not_sent) {
  lb::Server server;
  server.on("/feed", lb::document("x"));
  Net net;
  FetchRequest request = Net::request_for(server.url("/feed"));
  request.validators = {"\"1\"", ""};
  request.validators_for = server.url("/elsewhere");
  BOOST_TEST(net.fetch(std::move(request)).has_value());
  BOOST_TEST(!server.journal().at(0).has("If-None-Match"));
}

BOOST_AUTO_TEST_CASE(a1_10_unsolicited_304_is_an_error) {
  lb::Server server;
  server.on("/feed", lb::status(304));
  Net net;
  BOOST_TEST(code_of(net.fetch(server.url("/feed"))) == make_error_code(NetErrc::unsolicited_304));
}

BOOST_AUTO_TEST_CASE(failures_of_status_carry_what_scheduling_needs) {
  struct Row {
    int status;
    NetErrc code;
  };
  constexpr Row rows[] = {{401, NetErrc::unauthorized}, {403, NetErrc::forbidden},    {404, NetErrc::not_found},
                          {410, NetErrc::gone},         {429, NetErrc::throttled},    {451, NetErrc::client_error},
                          {500, NetErrc::server_error}, {503, NetErrc::server_error}, {204, NetErrc::http_status}};
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.status) {
      lb::Server server;
      lb::Response response = lb::status(row.status, {{"Retry-After", "120"}, {"Cache-Control", "max-age=60"}});
      response.body = "secret words of the server";
      server.on("/feed", response);
      Net net;
      const Outcome outcome = net.fetch(server.url("/feed"));
      BOOST_REQUIRE(!outcome);
      BOOST_TEST(outcome.error().code == make_error_code(row.code));
      BOOST_REQUIRE(outcome.error().facts.has_value());
      BOOST_TEST(outcome.error().facts->status == row.status);
      BOOST_TEST(outcome.error().facts->retry_after == "120");
      BOOST_TEST(outcome.error().facts->cache_control == "max-age=60");
      BOOST_TEST(outcome.error().detail.find("secret") == std::string::npos);
      BOOST_TEST(outcome.error().detail.find('\n') == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(b9_2_details_do_not_tell_secrets_of_the_address) {
  lb::Server server;
  Net net;
  std::string url = server.url("/feed?token=hunter2");
  url.insert(url.find("//") + 2, "user:hunter2@");
  const Outcome outcome = net.fetch(url);
  BOOST_REQUIRE(!outcome);
  BOOST_TEST(outcome.error().detail.find("hunter2") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(refuses_requests_that_it_cannot_send) {
  Net net;
  FetchRequest request = Net::request_for("http://127.0.0.1/");
  request.headers = {{"X", "a\r\nEvil: yes"}};
  BOOST_TEST(code_of(net.fetch(std::move(request))) == make_error_code(NetErrc::bad_request));
  BOOST_TEST(code_of(net.fetch("file:///etc/passwd")) == make_error_code(NetErrc::bad_request));
}

BOOST_AUTO_TEST_CASE(serves_a_folder_with_validators) {
  const TempDir folder;
  folder.write("a/feed.ics", "BEGIN:VCALENDAR");
  lb::Server server;
  server.otherwise(lb::folder(folder.path()));
  Net net;
  const Outcome outcome = net.fetch(server.url("/a/feed.ics"));
  BOOST_REQUIRE(outcome);
  BOOST_TEST(document_of(outcome).body == "BEGIN:VCALENDAR");
  BOOST_TEST(document_of(outcome).facts.content_type == "text/calendar; charset=utf-8");
  FetchRequest again = Net::request_for(server.url("/a/feed.ics"));
  again.validators = document_of(outcome).facts.validators;
  BOOST_TEST(std::holds_alternative<NotModified>(net.fetch(std::move(again)).value()));
  BOOST_TEST(code_of(net.fetch(server.url("/a/none"))) == make_error_code(NetErrc::not_found));
}

BOOST_AUTO_TEST_SUITE_END()
