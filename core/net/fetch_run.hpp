#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <memory>
#include <string>

#include "http_client.hpp"
#include "pool.hpp"
#include "tls_context.hpp"

namespace almanac::net {

/// What the fetches of one client share.
struct ClientParts {
  ClientParts(boost::asio::any_io_executor on, ClientOptions chosen);

  boost::asio::any_io_executor executor;
  ClientOptions options;
  std::string user_agent;
  std::shared_ptr<Resolver> resolver;
  TlsContext verifying;
  TlsContext trusting;  ///< for sources that do without verification
  ConnectionPool pool;  ///< last: its connections refer to the TLS contexts
};

/// One fetch: the hops of its redirect chain, each looked up, checked, connected, asked.
boost::asio::awaitable<Result<Fetched, FetchFailure>> fetch(ClientParts& client, FetchRequest request);

}  // namespace almanac::net
