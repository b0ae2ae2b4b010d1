#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "fetch.hpp"
#include "resolver.hpp"

namespace almanac {

/// How long each phase of a fetch may take. DNS is bounded by the resolver.
struct FetchDeadlines {
  using Span = std::chrono::milliseconds;
  Span connect = std::chrono::seconds(10);  ///< until one of the host's addresses has accepted
  Span tls = std::chrono::seconds(10);
  Span header = std::chrono::seconds(15);  ///< from sending the request to the end of the answer's header
  Span idle = std::chrono::seconds(15);    ///< between two pieces of the body
  Span total = std::chrono::seconds(60);   ///< the whole fetch, redirects included
  Span rate_window = std::chrono::seconds(20);
  std::size_t rate_bytes = 20 * 1024;  ///< least number of body bytes in each `rate_window`: 1 KiB/s
};

struct ClientOptions {
  std::string contact;  ///< address or URL of the operator, for the User-Agent "almanac/1.0 (+contact; 1 subscriber)";
                        ///< may be empty
  std::string ca_file;  ///< PEM file with certificate authorities that are trusted besides none; empty: the system's
  AddressRules addresses;  ///< for every source
  FetchDeadlines deadlines;
  std::shared_ptr<Resolver> resolver;  ///< null: the system's, on threads of its own (ThreadResolver)
  std::size_t idle_connections = 128;  ///< kept for reuse over all origins
  std::chrono::milliseconds idle_for = std::chrono::seconds(30);
  std::chrono::milliseconds connect_stagger{250};  ///< RFC 8305 §5: before the next address is tried as well
};

/// Fetches documents over HTTP/1.1, plain and TLS: polite, guarded, bounded (the limits stand in FetchLimits and
/// FetchDeadlines).
///
/// Single executor: create, use and destroy on `executor`'s one thread; any number of fetches may run at once there.
/// The client must outlive its fetches. It owns idle connections and a timer for them until close().
class HttpClient {
 public:
  /// Throws boost::system::system_error if `ca_file` cannot be read.
  HttpClient(boost::asio::any_io_executor executor, ClientOptions options);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// One GET with its redirects. Never throws for anything that a server, the network or the request does. Terminal
  /// cancellation ends it at once with NetErrc::cancelled.
  boost::asio::awaitable<Result<Fetched, FetchFailure>> fetch(FetchRequest request);

  /// What every source may use besides public addresses: ClientOptions::addresses.
  const AddressRules& allowances() const noexcept;

  /// Closes the idle connections, so that the executor runs out of work. Fetches under way go on; new ones are
  /// possible.
  void close();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace almanac
