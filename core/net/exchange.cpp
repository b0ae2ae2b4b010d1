#include "exchange.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/beast/http/error.hpp>

namespace almanac::net {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

/// Beast's errors, and our own coming back through Beast, as NetErrc.
error_code error_of_parser(const error_code& ec) {
  if (ec.category() == net_category()) return ec;
  if (ec == http::error::header_limit || ec == http::error::body_limit || ec == http::error::buffer_overflow) {
    return NetErrc::limit;
  }
  if (ec == http::error::partial_message) return NetErrc::truncated;
  return NetErrc::protocol;
}

/// One answer being read.
class Reader {
 public:
  Reader(Connection& connection, const FetchLimits& limits, std::optional<ResponseParser>& parser)
      : connection_(connection), limits_(limits), parser_(parser) {
    parser_.emplace(limits_);
  }

  enum class Step { more, done };

  /// Parses what is there.
  Result<Step> parse() {
    ReadBuffer& buffer = connection_.buffer();
    while (!buffer.is_empty()) {
      error_code ec;
      const std::size_t used = parser_->put(buffer.unread(), ec);
      buffer.consume(used);
      if (ec && ec != http::error::need_more) return error_of_parser(ec);
      if (parser_->is_header_done() && parser_->head().is_interim()) {
        if (const error_code refused = pass_interim()) return refused;
        continue;
      }
      if (parser_->is_done() || is_unwanted_body()) return Step::done;
      if (ec) break;
    }
    if (buffer.room().size() == 0) return make_error_code(NetErrc::limit);
    return Step::more;
  }

  /// What the end of the stream means here. `clean`: the peer said that it ends (always true without TLS).
  error_code end_of_stream(bool clean) {
    if (!parser_->got_some()) return interim_ > 0 ? NetErrc::truncated : NetErrc::connection_lost;
    if (!clean) return NetErrc::truncated;
    error_code ec;
    parser_->put_eof(ec);
    return ec ? error_of_parser(ec) : error_code{};
  }

  bool in_body() const { return parser_->is_header_done(); }
  bool is_clean() const { return parser_->is_done() && parser_->may_reuse() && connection_.buffer().is_empty(); }

 private:
  bool is_unwanted_body() const { return parser_->is_header_done() && !parser_->head().is_document(); }

  error_code pass_interim() {
    const bool switches = parser_->head().status == 101;  // we never ask for it
    if (switches) return NetErrc::protocol;
    if (++interim_ > limits_.interim_answers) return NetErrc::limit;
    parser_.emplace(limits_);
    return {};
  }

  Connection& connection_;
  const FetchLimits& limits_;
  std::optional<ResponseParser>& parser_;
  std::uint32_t interim_ = 0;
};

/// A failed read or write in our words, the deadline and cancellation first: both make the socket fail.
asio::awaitable<error_code> failure_of(error_code otherwise, const Watchdog& watchdog) {
  if (watchdog.expired()) co_return watchdog.reason();
  const auto state = co_await asio::this_coro::cancellation_state;
  if (state.cancelled() != asio::cancellation_type::none) co_return NetErrc::cancelled;
  co_return otherwise;
}

}  // namespace

asio::awaitable<Exchanged> exchange(Connection& connection, std::string_view request, const FetchLimits& limits,
                                    const FetchDeadlines& deadlines, Watchdog& watchdog,
                                    std::optional<ResponseParser>& parser) {
  Exchanged outcome;
  watchdog.phase(deadlines.header);
  const auto [sent, size] = co_await connection.write(asio::buffer(request));
  static_cast<void>(size);
  // A server may answer and close before it has read all of the request: its answer counts, so a failed write is not
  // yet the end.
  Reader reader(connection, limits, parser);
  bool in_body = false;
  for (;;) {
    const auto [ec, got] = co_await connection.read_some(connection.buffer().room());
    if (ec) {
      const bool ended = ec == asio::error::eof;
      const bool cut = ec == asio::ssl::error::stream_truncated || ec == asio::error::connection_reset;
      error_code verdict = NetErrc::connection_lost;
      if (ended || cut) verdict = reader.end_of_stream(ended);
      if (verdict) verdict = co_await failure_of(verdict, watchdog);
      outcome.code = verdict;
      co_return outcome;
    }
    outcome.answered = true;
    connection.buffer().commit(got);
    const auto step = reader.parse();
    if (!step) {
      outcome.code = step.error();
      co_return outcome;
    }
    if (*step == Reader::Step::done) break;
    if (!reader.in_body()) continue;
    if (!in_body) watchdog.start_rate();
    in_body = true;
    watchdog.progress(got);
  }
  outcome.may_reuse = reader.is_clean() && !sent;
  co_return outcome;
}

}  // namespace almanac::net
