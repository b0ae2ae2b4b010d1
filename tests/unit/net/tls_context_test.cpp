#include <openssl/ssl.h>

#include <almanac/net/tls_context.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>

BOOST_AUTO_TEST_SUITE(tls_context, *boost::unit_test::label("unit"))

using namespace almanac;

/// The first message of a handshake, without anybody at the other end.
std::string client_hello(net::TlsContext& context, const std::string& host) {
  const std::unique_ptr<SSL, decltype(&SSL_free)> ssl(SSL_new(context.context().native_handle()), SSL_free);
  BIO* sent = BIO_new(BIO_s_mem());
  SSL_set_bio(ssl.get(), BIO_new(BIO_s_mem()), sent);
  const std::string origin = "https://" + host;
  BOOST_TEST(!context.prepare(ssl.get(), host, origin));
  SSL_connect(ssl.get());
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(sent, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

BOOST_AUTO_TEST_CASE(a5_15_offers_http_1_1_and_nothing_else) {
  net::TlsContext context(net::TlsContext::Verify::none, "");
  const std::string hello = client_hello(context, "feeds.example");
  // Extension 16 (RFC 7301): its length, the list's, one name.
  BOOST_TEST(hello.find(std::string("\0\x10\0\x0b\0\x09\x08http/1.1", 15)) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(b2_6_names_the_host_but_no_address) {
  net::TlsContext context(net::TlsContext::Verify::none, "");
  BOOST_TEST(client_hello(context, "feeds.example").find("feeds.example") != std::string::npos);
  BOOST_TEST(client_hello(context, "192.0.2.7").find("192.0.2.7") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
