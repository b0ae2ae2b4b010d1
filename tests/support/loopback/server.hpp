#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "message.hpp"

namespace almanac::loopback {

/// A certificate chain and its key, both PEM.
struct TlsIdentity {
  std::string chain, key;
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: any free one
  std::optional<TlsIdentity> tls;
  std::string tls_ciphers;       ///< OpenSSL cipher string, for example "DEFAULT:@SECLEVEL=0"; empty: the default
  bool tls_1_1_at_most = false;  ///< speaks nothing newer than TLS 1.1
  bool silent = false;           ///< accepts connections and never reads or says anything
  bool keeps_journal = true;
  std::function<std::int64_t()> clock;  ///< stamps Request::at; called on the server's thread
};

/// A small scriptable HTTP server on a thread of its own, for tests and for trying things out. Listens once
/// constructed.
///
/// Handlers run on the server's thread; on(), otherwise(), journal() and the others may be called from any thread at
/// any time.
class Server {
 public:
  /// Throws boost::system::system_error if it cannot listen or the identity cannot be used.
  explicit Server(ServerOptions options = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const noexcept;
  /// "http://127.0.0.1:PORT" + path (https with TLS).
  std::string url(std::string_view path) const;
  /// The same with another host name, for servers that a resolver points to.
  std::string url_as(std::string_view host, std::string_view path) const;

  /// What to answer to requests for this path (without query).
  void on(std::string path, Handler handler);
  void on(std::string path, Response response);
  /// What to answer to all other paths; 404 by default.
  void otherwise(Handler handler);

  /// All requests so far, in order of arrival.
  std::vector<Request> journal() const;
  std::vector<Request> journal(std::string_view path) const;
  /// The same with what was answered.
  std::vector<Exchange> exchanges() const;
  /// The same, and forgets them.
  std::vector<Exchange> take_exchanges();
  void clear_journal();
  /// Connections accepted so far.
  std::uint64_t connections() const;
  /// TLS handshakes among them that resumed a session.
  std::uint64_t resumed_sessions() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Called with the exchanges of every server at the end of its life, on the thread that ends it; null: nobody.
void watch_servers(std::function<void(const std::vector<Exchange>&)> watcher);

}  // namespace almanac::loopback
