#include <almanac/net/http_client.hpp>
#include <almanac/net/response_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(response_parser, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::net;
namespace http = boost::beast::http;

namespace {

/// Feeds `bytes` whole, then the end of the stream. The first error, or none.
error_code feed(ResponseParser& parser, std::string_view bytes) {
  error_code ec;
  while (!bytes.empty() && !parser.is_done()) {
    const std::size_t used = parser.put({bytes.data(), bytes.size()}, ec);
    bytes.remove_prefix(used);
    if (ec) break;
  }
  if (ec == http::error::need_more) ec = {};
  if (!ec && !parser.is_done()) parser.put_eof(ec);
  return ec;
}

}  // namespace

BOOST_AUTO_TEST_CASE(b0_the_published_limits_are_the_defaults) {
  const FetchLimits limits;
  BOOST_TEST(limits.header_bytes == 64u << 10);
  BOOST_TEST(limits.header_fields == 200u);
  BOOST_TEST(limits.interim_answers == 8u);
  BOOST_TEST(limits.wire_bytes == 10u << 20);
  BOOST_TEST(limits.body_bytes == 16u << 20);
  using std::chrono::seconds;
  const FetchDeadlines deadlines;
  for (const auto& span : {deadlines.connect, deadlines.tls}) BOOST_TEST((span == seconds(10)));
  for (const auto& span : {deadlines.header, deadlines.idle}) BOOST_TEST((span == seconds(15)));
  BOOST_TEST((deadlines.total == seconds(60)));
  BOOST_TEST((deadlines.rate_window == seconds(20)));
  BOOST_TEST(deadlines.rate_bytes == 20u << 10);
}

BOOST_AUTO_TEST_CASE(b1_5_trailers_change_nothing) {
  ResponseParser parser(FetchLimits{});
  const error_code ec = feed(parser,
                             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                             "4\r\nbody\r\n0\r\nLocation: http://evil.example/\r\nETag: \"evil\"\r\n"
                             "Content-Encoding: gzip\r\nContent-Type: text/evil\r\n\r\n");
  BOOST_TEST(!ec);
  BOOST_TEST(parser.is_done());
  BOOST_TEST(parser.head().location == "");
  BOOST_TEST(!parser.head().has_location);
  BOOST_TEST(parser.head().validators.etag == "");
  BOOST_TEST(parser.head().content_encoding == "");
  BOOST_TEST(parser.head().content_type == "");
  BOOST_TEST(parser.take_body() == "body");
}

BOOST_AUTO_TEST_CASE(b1_5_obsolete_folding_is_one_space) {
  ResponseParser parser(FetchLimits{});
  BOOST_TEST(!feed(parser, "HTTP/1.1 200 OK\r\nETag: \"a\r\n \t b\"\r\nContent-Length: 0\r\n\r\n"));
  BOOST_TEST(parser.head().validators.etag == "\"a b\"");
}

BOOST_AUTO_TEST_CASE(joins_lists_and_keeps_the_first_of_single_values) {
  ResponseParser parser(FetchLimits{});
  BOOST_TEST(!feed(parser,
                   "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nCache-Control: a\r\ncache-control: b\r\n"
                   "ETag: \"1\"\r\nETag: \"2\"\r\nRetry-After: 7\r\nAge: 3\r\nExpires: 0\r\nDate: x\r\n\r\n"));
  const ResponseHead head = parser.take_head();
  BOOST_TEST(head.cache_control == "a, b");
  BOOST_TEST(head.validators.etag == "\"1\"");
  BOOST_TEST(head.retry_after == "7");
  BOOST_TEST(head.age == "3");
  BOOST_TEST(head.expires == "0");
  BOOST_TEST(head.date == "x");
}

BOOST_AUTO_TEST_CASE(a_validator_of_absurd_length_counts_as_absent) {
  for (const std::size_t size : {4096u, 4097u}) {
    ResponseParser parser(FetchLimits{});
    const std::string etag(size, 'e');
    BOOST_TEST(!feed(parser, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: " + etag + "\r\n\r\n"));
    BOOST_TEST(parser.head().validators.etag.size() == (size == 4096 ? size : 0u));
  }
}

BOOST_AUTO_TEST_CASE(b0_b1_7_counts_the_body_while_it_comes) {
  FetchLimits limits;
  limits.wire_bytes = 10;
  for (const std::size_t size : {9u, 10u, 11u}) {
    const std::string body(size, 'x');
    const std::string number = std::to_string(size);
    const std::string hex(1, "0123456789abcdef"[size]);
    const std::string answers[] = {
        "HTTP/1.1 200 OK\r\nContent-Length: " + number + "\r\n\r\n" + body,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + hex + "\r\n" + body + "\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n" + body,
    };
    for (const std::string& answer : answers) {
      BOOST_TEST_CONTEXT(answer) {
        ResponseParser parser(limits);
        const error_code expected = size <= 10 ? error_code{} : make_error_code(NetErrc::limit);
        BOOST_TEST(feed(parser, answer) == expected);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_body_nobody_wants_is_not_kept) {
  ResponseParser parser(FetchLimits{});
  BOOST_TEST(!feed(parser, "HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\nbody"));
  BOOST_TEST(parser.decoded_bytes() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
