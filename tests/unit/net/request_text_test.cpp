#include <almanac/net/request_text.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(request_texts, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::net;

namespace {

FetchRequest request_for(const char* text) { return FetchRequest(Url::parse(text).value()); }

std::string sent(const FetchRequest& request, bool credentials = true, bool validators = true) {
  const std::string agent = user_agent("https://ops.example/bot");
  return request_text(RequestParts{request, request.url, agent, credentials, validators});
}

bool has_line(const std::string& text, const std::string& line) {
  return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a5_5_sends_only_what_is_needed) {
  FetchRequest request = request_for("http://feeds.example/a%20b?c=d#part");
  request.accept = "text/calendar";
  BOOST_TEST(sent(request) ==
             "GET /a%20b?c=d HTTP/1.1\r\n"
             "Host: feeds.example\r\n"
             "User-Agent: almanac/" ALMANAC_VERSION
             " (+https://ops.example/bot; 1 subscriber)\r\n"
             "Accept: text/calendar\r\n"
             "Accept-Encoding: gzip, br, zstd\r\n"
             "\r\n");
}

BOOST_AUTO_TEST_CASE(a5_5_default_accept_ends_in_anything) {
  const std::string text = sent(request_for("http://feeds.example/"));
  BOOST_TEST(text.find("\r\nAccept: application/atom+xml") != std::string::npos);
  BOOST_TEST(text.find("*/*;q=0.1\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(host_field_follows_the_address) {
  BOOST_TEST(has_line(sent(request_for("http://feeds.example:80/")), "Host: feeds.example"));
  BOOST_TEST(has_line(sent(request_for("https://feeds.example:443/")), "Host: feeds.example"));
  BOOST_TEST(has_line(sent(request_for("https://feeds.example:80/")), "Host: feeds.example:80"));
  BOOST_TEST(has_line(sent(request_for("http://[::1]:8080/")), "Host: [::1]:8080"));
}

BOOST_AUTO_TEST_CASE(a1_1_repeats_validators_byte_for_byte) {
  FetchRequest request = request_for("http://feeds.example/");
  for (const char* etag : {"W/\"a b\"", "\"x-gzip\"", "abc", "\"caf\xc3\xa9\""}) {
    request.validators = {etag, "not-a-date"};
    BOOST_TEST(has_line(sent(request), std::string("If-None-Match: ") + etag));
    BOOST_TEST(has_line(sent(request), "If-Modified-Since: not-a-date"));
  }
  BOOST_TEST(sent(request, true, false).find("If-") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a1_2_invents_no_validator) {
  FetchRequest request = request_for("http://feeds.example/");
  request.validators = {"\"1\"", ""};
  BOOST_TEST(sent(request).find("If-Modified-Since") == std::string::npos);
  request.validators = {"", "Sat, 01 Jan 2022 00:00:00 GMT"};
  BOOST_TEST(sent(request).find("If-None-Match") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(does_not_send_validators_that_would_split_the_message) {
  BOOST_TEST(can_send({"\"1\"", ""}));
  BOOST_TEST(!can_send({"", ""}));
  BOOST_TEST(!can_send({"\"1\"\r\nX: y", ""}));
  BOOST_TEST(!can_send({"\"1\"", "x\ny"}));
}

BOOST_AUTO_TEST_CASE(a4_4_credentials_go_only_where_they_belong) {
  FetchRequest request = request_for("http://user:p%40ss@feeds.example/");
  request.headers = {{"X-Token", "secret"}};
  BOOST_TEST(has_line(sent(request), "Authorization: Basic dXNlcjpwQHNz"));
  BOOST_TEST(has_line(sent(request), "X-Token: secret"));
  const std::string elsewhere = sent(request, false);
  BOOST_TEST(elsewhere.find("Authorization") == std::string::npos);
  BOOST_TEST(elsewhere.find("X-Token") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_explicit_authorization_wins_over_userinfo) {
  FetchRequest request = request_for("http://user:pass@feeds.example/");
  request.headers = {{"Authorization", "Bearer x"}};
  BOOST_TEST(has_line(sent(request), "Authorization: Bearer x"));
  BOOST_TEST(sent(request).find("Basic") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(refuses_headers_that_break_or_replace_ours) {
  FetchRequest request = request_for("http://feeds.example/");
  const auto refused = [&](const char* name, const char* value) {
    request.headers = {{name, value}};
    return !check_headers(request);
  };
  BOOST_TEST(refused("X", "a\r\nY: b"));
  BOOST_TEST(refused("X Y", "a"));
  BOOST_TEST(refused("", "a"));
  BOOST_TEST(refused("Host", "evil.example"));
  BOOST_TEST(refused("content-length", "1"));
  BOOST_TEST(refused("Transfer-Encoding", "chunked"));
  BOOST_TEST(refused("Accept-Encoding", "deflate"));
  BOOST_TEST(!refused("Authorization", "Bearer abc"));
  BOOST_TEST(!refused("X-Api-Key", "tab\tand \xc3\xa9"));
  request.headers.clear();
  request.accept = "a\r\nb";
  BOOST_TEST(!check_headers(request));
}

BOOST_AUTO_TEST_CASE(a5_4_user_agent_names_the_program_and_who_runs_it) {
  BOOST_TEST(user_agent("") == "almanac/" ALMANAC_VERSION " (1 subscriber)");
  BOOST_TEST(user_agent("me@example.org") == "almanac/" ALMANAC_VERSION " (+me@example.org; 1 subscriber)");
  BOOST_TEST(user_agent("a\r\nX: y") == "almanac/" ALMANAC_VERSION " (+aX: y; 1 subscriber)");
}

BOOST_AUTO_TEST_SUITE_END()
