#include "tls_context.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/error.hpp>

namespace almanac::net {
namespace {

constexpr std::size_t most_sessions = 512;

struct FreeSession {
  void operator()(SSL_SESSION* session) const { SSL_SESSION_free(session); }
};
using SessionPtr = std::unique_ptr<SSL_SESSION, FreeSession>;

int context_index() {
  static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}

int origin_index() {
  static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return index;
}

error_code last_tls_error() {
  const unsigned long code = ERR_get_error();
  return {static_cast<int>(code), boost::asio::error::get_ssl_category()};
}

}  // namespace

/// The newest session of each origin; a TLS 1.3 ticket is used once (RFC 8446 §C.4).
struct TlsContext::Sessions {
  std::unordered_map<std::string, SessionPtr> by_origin;

  void keep(const std::string& origin, SessionPtr session) {
    if (by_origin.size() >= most_sessions) by_origin.erase(by_origin.begin());
    by_origin.insert_or_assign(origin, std::move(session));
  }

  SessionPtr take(const std::string& origin) {
    const auto node = by_origin.extract(origin);
    return node ? std::move(node.mapped()) : SessionPtr{};
  }
};

TlsContext::TlsContext(Verify verify, const std::string& ca_file)
    : verify_(verify), context_(boost::asio::ssl::context::tls_client), sessions_(std::make_unique<Sessions>()) {
  SSL_CTX* ctx = context_.native_handle();
  SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
  SSL_CTX_set_security_level(ctx, 2);
  SSL_CTX_set_options(ctx, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(ctx, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_session_cache_mode(ctx, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
  SSL_CTX_set_ex_data(ctx, context_index(), this);
  SSL_CTX_sess_set_new_cb(ctx, &TlsContext::keep_session);
  if (verify == Verify::none) {
    context_.set_verify_mode(boost::asio::ssl::verify_none);
    return;
  }
  context_.set_verify_mode(boost::asio::ssl::verify_peer);
  if (!ca_file.empty()) context_.load_verify_file(ca_file);
  wants_system_authorities_ = ca_file.empty();
}

TlsContext::~TlsContext() = default;

int TlsContext::keep_session(SSL* ssl, SSL_SESSION* session) {
  auto* self = static_cast<TlsContext*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), context_index()));
  const auto* origin = static_cast<const std::string*>(SSL_get_ex_data(ssl, origin_index()));
  if (self == nullptr || origin == nullptr) return 0;
  self->sessions_->keep(*origin, SessionPtr(session));
  return 1;
}

error_code TlsContext::read_system_authorities() {
  if (!wants_system_authorities_) return {};
  error_code ec;
  context_.set_default_verify_paths(ec);
  wants_system_authorities_ = ec.failed();
  return ec;
}

error_code TlsContext::prepare(SSL* ssl, const std::string& host, const std::string& origin) {
  static constexpr std::array<unsigned char, 9> alpn = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
  SSL_set_alpn_protos(ssl, alpn.data(), alpn.size());
  SSL_set_ex_data(ssl, origin_index(), const_cast<std::string*>(&origin));

  error_code not_literal;
  boost::asio::ip::make_address(host, not_literal);
  if (not_literal && SSL_set_tlsext_host_name(ssl, host.c_str()) != 1) return last_tls_error();
  if (verify_ == Verify::peer) {
    if (const error_code ec = read_system_authorities()) return ec;
    X509_VERIFY_PARAM* param = SSL_get0_param(ssl);
    X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    const int set = not_literal ? X509_VERIFY_PARAM_set1_host(param, host.data(), host.size())
                                : X509_VERIFY_PARAM_set1_ip_asc(param, host.c_str());
    if (set != 1) return last_tls_error();
  }
  if (const SessionPtr session = sessions_->take(origin)) SSL_set_session(ssl, session.get());
  return {};
}

bool TlsContext::is_verify_failure(SSL* ssl) { return SSL_get_verify_result(ssl) != X509_V_OK; }

std::string TlsContext::explain(SSL* ssl, const error_code& ec) {
  if (is_verify_failure(ssl)) return X509_verify_cert_error_string(SSL_get_verify_result(ssl));
  return ec.message();
}

}  // namespace almanac::net
