#pragma once
#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string_view>

#include "connection.hpp"
#include "response_parser.hpp"
#include "watchdog.hpp"

namespace almanac::net {

/// How one request on one connection ended.
struct Exchanged {
  error_code code;         ///< NetErrc, or success
  bool answered = false;   ///< at least one byte came back
  bool may_reuse = false;  ///< the connection is clean: the message ended, nothing is left over
};

/// Sends `request` and reads its final answer into `parser`, passing over at most `limits.interim_answers` 1xx. A body
/// that is not a document's is not waited for: what is not there yet stays unread, and the connection is not clean
/// then. Errors: timeout, too_slow, connection_lost, protocol, limit, decode, truncated, cancelled.
boost::asio::awaitable<Exchanged> exchange(Connection& connection, std::string_view request, const FetchLimits& limits,
                                           const FetchDeadlines& deadlines, Watchdog& watchdog,
                                           std::optional<ResponseParser>& parser);

}  // namespace almanac::net
