#pragma once
#include <boost/asio/awaitable.hpp>
#include <memory>
#include <optional>
#include <string>

#include "connection.hpp"
#include "fetch_run.hpp"
#include "watchdog.hpp"

namespace almanac::net {

/// Where to connect to, and under which rules.
struct Dial {
  ClientParts& client;
  const Url& url;
  const AddressRules& source_rules;
  bool verify = true;
  SteadyTime ends;  ///< of the whole fetch

  /// What a connection may be reused for.
  std::string key() const { return verify ? url.origin() : url.origin() + " unverified"; }
};

/// NetErrc::denied_address if the address's port is not one to fetch from.
std::optional<FetchFailure> check_port(const Dial& dial);

/// Whether the rules of this source allow the peer that an idle connection has.
bool is_still_allowed(const Dial& dial, Connection& connection);

/// A fresh connection. Every address of the host is looked at before the first is connected to; what is connected to is
/// the address that was looked at, never the name again; the peer is checked once more afterwards. Errors: dns,
/// dns_timeout, denied_address, connect_refused, connect_timeout, tls, tls_verify, timeout, cancelled.
boost::asio::awaitable<Result<std::unique_ptr<Connection>, FetchFailure>> open(Dial dial);

}  // namespace almanac::net
