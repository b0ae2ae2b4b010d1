#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "net_fixture.hpp"
#include "support/fake_resolver.hpp"
#include "support/loopback/test_pki.hpp"
#include "support/temp_dir.hpp"

BOOST_AUTO_TEST_SUITE(tls, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
namespace lb = almanac::loopback;

namespace {

constexpr const char* host = "feeds.example";

/// One authority for all cases; making keys takes a while.
const lb::TestPki& pki() {
  static const lb::TestPki instance;
  return instance;
}

lb::LeafSpec good_leaf() {
  lb::LeafSpec spec;
  spec.common_name = host;
  spec.dns_names = {host};
  return spec;
}

lb::ServerOptions with(const lb::LeafSpec& spec) {
  lb::ServerOptions options;
  options.tls = pki().issue(spec);
  return options;
}

/// A client that trusts the test authority and finds the names on loopback.
struct TlsNet {
  TlsNet() : net(options()) {}

  ClientOptions options() {
    names->add(host, {"127.0.0.1"});
    names->add("sub.feeds.example", {"127.0.0.1"});
    names->add("a.sub.feeds.example", {"127.0.0.1"});
    ClientOptions chosen = loopback_options();
    chosen.resolver = names;
    chosen.ca_file = folder.write("ca.pem", pki().root()).string();
    chosen.deadlines.tls = std::chrono::milliseconds(300);
    return chosen;
  }

  TempDir folder;
  std::shared_ptr<FakeResolver> names = std::make_shared<FakeResolver>();
  Net net;
};

/// A server that ends the handshake of a client which does not name `wanted`, and answers others "x".
class NamedServer {
 public:
  explicit NamedServer(std::string wanted) : wanted_(std::move(wanted)) {
    const lb::TlsIdentity identity = pki().issue(good_leaf());
    tls_.use_certificate_chain(asio::buffer(identity.chain));
    tls_.use_private_key(asio::buffer(identity.key), asio::ssl::context::pem);
    SSL_CTX_set_tlsext_servername_callback(tls_.native_handle(), &NamedServer::on_name);
    SSL_CTX_set_tlsext_servername_arg(tls_.native_handle(), this);
    thread_ = std::thread([this] { serve(); });
  }
  ~NamedServer() { thread_.join(); }
  std::string url() const {
    return "https://" + std::string(host) + ":" + std::to_string(acceptor_.local_endpoint().port()) + "/";
  }

 private:
  static int on_name(SSL* ssl, int*, void* self) {
    const char* name = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
    const bool good = name != nullptr && static_cast<NamedServer*>(self)->wanted_ == name;
    return good ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
  }
  /// One connection.
  void serve() {
    asio::ssl::stream<asio::ip::tcp::socket> stream(acceptor_.accept(), tls_);
    boost::system::error_code ec;
    stream.handshake(asio::ssl::stream_base::server, ec);
    if (ec) return;
    char request[4096];
    stream.read_some(asio::buffer(request), ec);
    asio::write(stream, asio::buffer(std::string("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")), ec);
    stream.shutdown(ec);
  }

  const std::string wanted_;
  asio::io_context io_;
  asio::ssl::context tls_{asio::ssl::context::tls_server};
  asio::ip::tcp::acceptor acceptor_{io_, {asio::ip::address_v4::loopback(), 0}};
  std::thread thread_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(b2_6_gets_a_document_from_a_host_with_a_good_certificate) {
  lb::LeafSpec chained = good_leaf();
  chained.by_intermediate = true;
  for (const lb::LeafSpec& spec : {good_leaf(), chained}) {
    lb::Server server(with(spec));
    server.on("/", lb::document(std::string(200'000, 'x')));
    TlsNet tls;
    const Outcome outcome = tls.net.fetch(server.url_as(host, "/"));
    BOOST_REQUIRE_MESSAGE(outcome, outcome.error().detail);
    BOOST_TEST(document_of(outcome).body.size() == 200'000u);
  }
}

BOOST_AUTO_TEST_CASE(b2_6_refuses_bad_certificates_before_any_http) {
  struct Row {
    const char* name;
    lb::LeafSpec spec;
  };
  std::vector<Row> rows;
  const auto add = [&](const char* name, auto change) {
    Row row{name, good_leaf()};
    change(row.spec);
    rows.push_back(std::move(row));
  };
  using std::chrono::hours;
  add("tls-wrong-host", [](lb::LeafSpec& s) { s.dns_names = {"other.example"}; });
  add("tls-expired", [](lb::LeafSpec& s) { s.valid_from = hours(-48), s.valid_until = hours(-1); });
  add("tls-notyet", [](lb::LeafSpec& s) { s.valid_from = hours(1); });
  add("tls-selfsigned", [](lb::LeafSpec& s) { s.self_signed = true; });
  add("missing-intermediate", [](lb::LeafSpec& s) { s.by_intermediate = s.without_chain = true; });
  add("cn-only", [](lb::LeafSpec& s) { s.dns_names.clear(); });
  add("weak-key", [](lb::LeafSpec& s) { s.rsa_bits = 1024; });
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      lb::ServerOptions options = with(row.spec.rsa_bits == 0 ? row.spec : good_leaf());
      if (row.spec.rsa_bits != 0) options.tls_ciphers = "DEFAULT:@SECLEVEL=0", options.tls = pki().issue(row.spec);
      lb::Server server(options);
      server.on("/", lb::document("x"));
      TlsNet tls;
      const Outcome outcome = tls.net.fetch(server.url_as(host, "/"));
      BOOST_TEST(code_of(outcome) == make_error_code(NetErrc::tls_verify));
      BOOST_TEST(server.journal().empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(b2_6_tls_unknown_ca_is_refused) {
  const lb::TestPki stranger;
  lb::ServerOptions options;
  options.tls = stranger.issue(good_leaf());
  lb::Server server(options);
  TlsNet tls;
  BOOST_TEST(code_of(tls.net.fetch(server.url_as(host, "/"))) == make_error_code(NetErrc::tls_verify));
  Net system_authorities;  // and the system's authorities do not know ours
  lb::ServerOptions by_ip;
  lb::LeafSpec spec = good_leaf();
  spec.addresses = {"127.0.0.1"};
  by_ip.tls = pki().issue(spec);
  lb::Server other(by_ip);
  BOOST_TEST(code_of(system_authorities.fetch(other.url("/"))) == make_error_code(NetErrc::tls_verify));
}

BOOST_AUTO_TEST_CASE(b2_6_tls_1_0_is_refused) {
  lb::ServerOptions options = with(good_leaf());
  options.tls_1_1_at_most = true;
  lb::Server server(options);
  TlsNet tls;
  BOOST_TEST(code_of(tls.net.fetch(server.url_as(host, "/"))) == make_error_code(NetErrc::tls));
  BOOST_TEST(server.journal().empty());
}

BOOST_AUTO_TEST_CASE(b2_6_tls_needs_sni_is_told_the_name) {
  {
    NamedServer server(host);
    TlsNet tls;
    const Outcome outcome = tls.net.fetch(server.url());
    BOOST_REQUIRE_MESSAGE(outcome, outcome.error().detail);
    BOOST_TEST(document_of(outcome).body == "x");
    tls.net.client.close();
  }
  NamedServer other("other.example");
  TlsNet tls;
  BOOST_TEST(code_of(tls.net.fetch(other.url())) == make_error_code(NetErrc::tls));
}

BOOST_AUTO_TEST_CASE(b2_6_wildcards_cover_one_label) {
  lb::LeafSpec spec = good_leaf();
  spec.dns_names = {"*.feeds.example"};
  lb::Server server(with(spec));
  server.on("/", lb::document("x"));
  TlsNet tls;
  BOOST_TEST(tls.net.fetch(server.url_as("sub.feeds.example", "/")).has_value());
  BOOST_TEST(code_of(tls.net.fetch(server.url_as("a.sub.feeds.example", "/"))) == make_error_code(NetErrc::tls_verify));
  BOOST_TEST(code_of(tls.net.fetch(server.url_as(host, "/"))) == make_error_code(NetErrc::tls_verify));
}

BOOST_AUTO_TEST_CASE(b2_6_addresses_need_an_ip_name_in_the_certificate) {
  lb::LeafSpec spec = good_leaf();
  lb::Server without(with(spec));
  without.on("/", lb::document("x"));
  spec.addresses = {"127.0.0.1"};
  lb::Server having(with(spec));
  having.on("/", lb::document("x"));
  TlsNet tls;
  BOOST_TEST(code_of(tls.net.fetch(without.url("/"))) == make_error_code(NetErrc::tls_verify));
  BOOST_TEST(tls.net.fetch(having.url("/")).has_value());
}

BOOST_AUTO_TEST_CASE(b2_6_verification_is_off_only_for_the_source_that_says_so) {
  lb::LeafSpec spec = good_leaf();
  spec.self_signed = true;
  lb::Server server(with(spec));
  server.on("/", lb::document("x"));
  TlsNet tls;
  FetchRequest request = Net::request_for(server.url_as(host, "/"));
  request.verify_tls = false;
  BOOST_TEST(tls.net.fetch(std::move(request)).has_value());
  // The unverified connection is idle now; a source that wants verification must not get it.
  BOOST_TEST(code_of(tls.net.fetch(server.url_as(host, "/"))) == make_error_code(NetErrc::tls_verify));
}

BOOST_AUTO_TEST_CASE(b2_7_insecure_is_not_inherited_by_redirect_targets) {
  lb::LeafSpec spec = good_leaf();
  spec.self_signed = true;
  lb::Server target(with(spec));
  lb::Server first(with(spec));
  first.on("/", lb::redirect(302, target.url_as(host, "/")));
  TlsNet tls;
  FetchRequest request = Net::request_for(first.url_as(host, "/"));
  request.verify_tls = false;
  BOOST_TEST(code_of(tls.net.fetch(std::move(request))) == make_error_code(NetErrc::tls_verify));
  BOOST_TEST(target.journal().empty());
}

BOOST_AUTO_TEST_CASE(a4_5_to_http_downgrade_is_refused) {
  lb::Server plain;
  lb::Server server(with(good_leaf()));
  server.on("/", lb::redirect(301, plain.url("/")));
  TlsNet tls;
  BOOST_TEST(code_of(tls.net.fetch(server.url_as(host, "/"))) == make_error_code(NetErrc::insecure_redirect));
  BOOST_TEST(plain.connections() == 0u);
}

BOOST_AUTO_TEST_CASE(b1_6_tls_truncated_no_notify_counts_only_without_a_length) {
  lb::Server server(with(good_leaf()));
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";
  server.on("/open-cut", lb::raw(head + "\r\nbody", lb::Ending::cut));
  server.on("/open-closed", lb::raw(head + "\r\nbody", lb::Ending::close));
  server.on("/length-cut", lb::raw(head + "Content-Length: 4\r\n\r\nbody", lb::Ending::cut));
  TlsNet tls;
  BOOST_TEST(code_of(tls.net.fetch(server.url_as(host, "/open-cut"))) == make_error_code(NetErrc::truncated));
  const Outcome closed = tls.net.fetch(server.url_as(host, "/open-closed"));
  BOOST_REQUIRE(closed);
  BOOST_TEST(document_of(closed).body == "body");
  BOOST_TEST(tls.net.fetch(server.url_as(host, "/length-cut")).has_value());
}

BOOST_AUTO_TEST_CASE(b1_4_tls_stall_handshake_ends_at_the_deadline) {
  lb::ServerOptions options = with(good_leaf());
  options.silent = true;
  lb::Server server(options);
  TlsNet tls;
  BOOST_TEST(code_of(tls.net.fetch(server.url_as(host, "/"))) == make_error_code(NetErrc::timeout));
}

BOOST_AUTO_TEST_CASE(connections_and_sessions_are_used_again) {
  lb::Server server(with(good_leaf()));
  server.on("/", lb::document("x"));
  lb::Response closing = lb::document("x");
  closing.headers.emplace_back("Connection", "close");
  closing.ending = lb::Ending::close;
  server.on("/close", closing);
  TlsNet tls;
  for (int i = 0; i < 3; ++i) BOOST_TEST(tls.net.fetch(server.url_as(host, "/")).has_value());
  BOOST_TEST(server.connections() == 1u);
  for (int i = 0; i < 3; ++i) BOOST_TEST(tls.net.fetch(server.url_as(host, "/close")).has_value());
  BOOST_TEST(server.connections() == 3u);
  BOOST_TEST(server.resumed_sessions() == 2u);
}

BOOST_AUTO_TEST_CASE(an_unreadable_ca_file_is_told_at_once) {
  boost::asio::io_context context;
  ClientOptions options;
  options.ca_file = "/nonexistent/ca.pem";
  BOOST_CHECK_THROW(HttpClient(context.get_executor(), options), boost::system::system_error);
}

BOOST_AUTO_TEST_SUITE_END()
