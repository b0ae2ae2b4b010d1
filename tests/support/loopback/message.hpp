#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace almanac::loopback {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// One request as it came, for the journal and for handlers.
struct Request {
  std::string method, target;
  Headers headers;
  std::chrono::steady_clock::time_point when;
  std::int64_t at = 0;           ///< by the clock of ServerOptions::clock; 0 without one
  std::uint64_t connection = 0;  ///< the how-manieth connection it came on, from 1

  std::string_view path() const { return std::string_view(target).substr(0, target.find('?')); }
  /// The first field of that name (any case), or empty.
  std::string_view header(std::string_view name) const;
  bool has(std::string_view name) const;
};

/// A piece of a scripted answer: `bytes`, `times` over, each followed by a `pause`.
struct Step {
  std::string bytes;
  std::size_t times = 1;
  std::chrono::milliseconds pause{0};
};

/// What happens to the connection after an answer.
enum class Ending {
  keep,   ///< wait for the next request
  close,  ///< orderly, with close_notify under TLS
  cut,    ///< TCP FIN without close_notify
  reset,  ///< TCP RST
  hold,   ///< say nothing more, until the peer or the server goes
};

/// An answer. With a script, only the script is sent: nothing checks that it is HTTP.
struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  bool chunked = false;
  std::chrono::milliseconds delay{0};  ///< before the first byte
  std::vector<Step> script;
  Ending ending = Ending::keep;
};

/// A request and what was answered, for judging manners.
struct Exchange {
  Request request;
  int status = 0;
  Headers headers;
  /// The first field of that name (any case) of the answer, or empty.
  std::string_view header(std::string_view name) const;
};

using Handler = std::function<Response(const Request&)>;

/// The bytes of an answer without a script: status line, Content-Length or chunks, the headers, the body (none for 1xx,
/// 204, 304).
std::string to_bytes(const Response& response);

/// Reads the head of a request, without its final blank line. False if it is not one.
bool parse_head(std::string_view head, Request& request);

/// Status and headers as they will be sent, also those of a script that begins like an answer.
Exchange exchange_of(const Request& request, const Response& response);

}  // namespace almanac::loopback
