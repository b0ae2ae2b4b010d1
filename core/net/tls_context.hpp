#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>
#include <unordered_map>

namespace almanac::net {

/// TLS settings of the client: TLS 1.2 or later, security level 2, no renegotiation, certificates checked against the
/// system's or the given authorities, sessions resumed per origin.
///
/// One context checks certificates, the other does not and serves sources whose owner said so. Single executor.
class TlsContext {
 public:
  enum class Verify { peer, none };

  /// Throws boost::system::system_error if `ca_file` (PEM; empty: the system's authorities) cannot be read.
  TlsContext(Verify verify, const std::string& ca_file);
  ~TlsContext();
  TlsContext(const TlsContext&) = delete;
  TlsContext& operator=(const TlsContext&) = delete;

  boost::asio::ssl::context& context() noexcept { return context_; }

  /// Makes a new connection ask for `host`: SNI for names, the host name or IP address to verify, ALPN "http/1.1", and
  /// the session kept for `origin` if there is one. `origin` must outlive the connection.
  error_code prepare(SSL* ssl, const std::string& host, const std::string& origin);

  /// Why the handshake failed, in words: the certificate's fault if there is one.
  static std::string explain(SSL* ssl, const error_code& ec);
  static bool is_verify_failure(SSL* ssl);

 private:
  struct Sessions;
  static int keep_session(SSL* ssl, SSL_SESSION* session);
  /// With the first connection, not before: it takes as long as a small poll that needs none.
  error_code read_system_authorities();

  Verify verify_;
  bool wants_system_authorities_ = false;  ///< they are not read yet
  boost::asio::ssl::context context_;
  std::unique_ptr<Sessions> sessions_;
};

}  // namespace almanac::net
