#include "dial.hpp"

#include <algorithm>
#include <almanac/async/is_cancelled.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/this_coro.hpp>

#include "connect.hpp"

namespace almanac::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Addresses = std::vector<asio::ip::address>;
using Opened = Result<std::unique_ptr<Connection>, FetchFailure>;

FetchFailure fail(const Dial& dial, error_code code, const std::string& why = "") {
  std::string detail = dial.url.redacted() + ": " + code.message();
  if (!why.empty()) detail += ": " + why;
  return FetchFailure{code, std::move(detail), std::nullopt};
}

/// The same words whatever was found there, so that nobody learns what listens where.
FetchFailure denied(const Dial& dial) {
  return fail(dial, NetErrc::denied_address,
              "only public addresses and usual ports are, unless allow_private names them");
}

bool is_allowed(const Dial& dial, const tcp::endpoint& endpoint) {
  return almanac::is_allowed(endpoint, dial.url.host(), dial.client.options.addresses, dial.source_rules);
}

asio::awaitable<Result<Addresses>> look_up(const Dial& dial) {
  const std::string host(dial.url.host());
  error_code not_literal;
  const auto address = asio::ip::make_address(host, not_literal);
  if (not_literal) co_return co_await dial.client.resolver->resolve(host);
  co_return Addresses(1, address);
}

asio::awaitable<std::optional<FetchFailure>> shake_hands(const Dial& dial, TlsContext& tls, Connection& connection) {
  const std::string host(dial.url.host());
  if (const error_code ec = tls.prepare(connection.tls(), host, connection.key()))
    co_return fail(dial, NetErrc::tls, ec.message());
  const FetchDeadlines& deadlines = dial.client.options.deadlines;
  Watchdog watchdog(dial.client.executor, connection.socket(), deadlines, dial.ends);
  watchdog.phase(deadlines.tls);
  const auto [ec] = co_await connection.handshake();
  if (!ec) co_return std::nullopt;
  if (watchdog.expired()) co_return fail(dial, watchdog.reason(), "TLS handshake");
  if (co_await is_cancelled()) co_return fail(dial, NetErrc::cancelled);
  const NetErrc code = TlsContext::is_verify_failure(connection.tls()) ? NetErrc::tls_verify : NetErrc::tls;
  co_return fail(dial, code, TlsContext::explain(connection.tls(), ec));
}

error_code error_of_connect(const error_code& ec) {
  if (ec.category() == net_category()) return ec;
  return ec == asio::error::timed_out ? NetErrc::connect_timeout : NetErrc::connect_refused;
}

}  // namespace

std::optional<FetchFailure> check_port(const Dial& dial) {
  if (is_port_allowed(dial.url.port())) return std::nullopt;
  return denied(dial);
}

bool is_still_allowed(const Dial& dial, Connection& connection) {
  error_code ec;
  const tcp::endpoint peer = connection.socket().remote_endpoint(ec);
  return !ec && is_allowed(dial, peer);
}

asio::awaitable<Opened> open(Dial dial) {
  const Result<Addresses> addresses = co_await look_up(dial);
  if (co_await is_cancelled()) co_return fail(dial, NetErrc::cancelled);
  if (!addresses) co_return fail(dial, addresses.error());

  std::vector<tcp::endpoint> endpoints;
  endpoints.reserve(addresses->size());
  for (const auto& address : *addresses) endpoints.emplace_back(address, dial.url.port());
  const bool all_allowed =
      std::all_of(endpoints.begin(), endpoints.end(), [&](const auto& e) { return is_allowed(dial, e); });
  if (endpoints.empty() || !all_allowed) co_return denied(dial);

  const ClientOptions& options = dial.client.options;
  const SteadyTime connect_ends = std::min(dial.ends, std::chrono::steady_clock::now() + options.deadlines.connect);
  auto targets = interleave(std::move(endpoints));
  auto socket = co_await connect_first(std::move(targets), options.connect_stagger, connect_ends);
  if (!socket) {
    const error_code code = error_of_connect(socket.error());
    co_return fail(dial, code, code == socket.error() ? "" : socket.error().message());
  }
  error_code ec;
  const tcp::endpoint peer = socket->remote_endpoint(ec);
  if (ec) co_return fail(dial, NetErrc::connection_lost);
  if (!is_allowed(dial, peer)) co_return denied(dial);

  if (!dial.url.is_tls()) co_return std::make_unique<Connection>(std::move(*socket), dial.key());
  socket->set_option(tcp::no_delay(true), ec);  // the handshake's last flight must not hold the request back
  TlsContext& tls = dial.verify ? dial.client.verifying : dial.client.trusting;
  auto connection = std::make_unique<Connection>(std::move(*socket), dial.key(), tls);
  if (auto failed = co_await shake_hands(dial, tls, *connection)) co_return std::move(*failed);
  co_return connection;
}

}  // namespace almanac::net
