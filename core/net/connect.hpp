#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <vector>

namespace almanac::net {

/// Puts the families in turn, IPv6 first, each in its own order (RFC 8305 §4). Pure.
std::vector<boost::asio::ip::tcp::endpoint> interleave(std::vector<boost::asio::ip::tcp::endpoint> endpoints);

/// Connects to the first of `endpoints` that accepts: each next one is tried when the one before failed or `stagger`
/// has passed (RFC 8305 §5). Every attempt has ended when this returns. Errors: NetErrc::connect_timeout at `ends`,
/// cancelled, else the last attempt's own error.
boost::asio::awaitable<Result<boost::asio::ip::tcp::socket>> connect_first(
    std::vector<boost::asio::ip::tcp::endpoint> endpoints, std::chrono::milliseconds stagger,
    std::chrono::steady_clock::time_point ends);

}  // namespace almanac::net
