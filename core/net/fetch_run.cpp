#include "fetch_run.hpp"

#include <boost/asio/this_coro.hpp>
#include <optional>
#include <utility>

#include "dial.hpp"
#include "exchange.hpp"
#include "redirect.hpp"
#include "request_text.hpp"
#include "thread_resolver.hpp"

namespace almanac::net {
namespace {

namespace asio = boost::asio;
using Outcome = Result<Fetched, FetchFailure>;

/// One fetch on its way along a chain of redirects.
class Run {
 public:
  Run(ClientParts& client, FetchRequest request)
      : client_(client),
        request_(std::move(request)),
        url_(bare(request_.url)),
        first_origin_(url_.origin()),
        ends_(std::chrono::steady_clock::now() + client.options.deadlines.total) {
    const Result<Url> theirs = Url::parse(request_.validators_for);
    validators_for_ = theirs ? bare(*theirs) : url_;
  }

  asio::awaitable<Outcome> go() {
    if (request_.url.is_file() || !check_headers(request_)) co_return fail(NetErrc::bad_request, "");
    for (;;) {
      if (auto failed = co_await ask()) co_return std::move(*failed);
      const ResponseHead& head = parser_->head();
      if (!head.is_redirect() || !head.has_location) co_return conclude();
      if (auto refused = follow(head.location, head.status)) co_return std::move(*refused);
      if (auto refused = co_await wait_for_target()) co_return std::move(*refused);
    }
  }

 private:
  Dial dial() const {
    const bool at_home = url_.origin() == first_origin_;
    return Dial{client_, url_, request_.addresses, request_.verify_tls || !at_home, ends_};
  }

  /// One hop: on an idle connection if there is one; once more on a fresh one if that had died in the meantime.
  asio::awaitable<std::optional<FetchFailure>> ask() {
    const Dial target = dial();
    if (auto refused = check_port(target)) co_return refused;
    with_validators_ = url_ == *validators_for_ && can_send(request_.validators);
    const RequestParts parts{request_, url_, client_.user_agent, with_credentials_, with_validators_};
    const std::string text = request_text(parts);

    std::unique_ptr<Connection> connection = client_.pool.take(target.key());
    if (connection && is_still_allowed(target, *connection)) {
      const Exchanged outcome = co_await talk(*connection, text);
      if (outcome.answered || outcome.code != make_error_code(NetErrc::connection_lost)) {
        co_return settle(std::move(connection), outcome);
      }
    }
    auto fresh = co_await open(target);
    if (!fresh) co_return std::move(fresh).error();
    const Exchanged outcome = co_await talk(**fresh, text);
    co_return settle(std::move(*fresh), outcome);
  }

  asio::awaitable<Exchanged> talk(Connection& connection, const std::string& text) {
    const FetchDeadlines& deadlines = client_.options.deadlines;
    Watchdog watchdog(client_.executor, connection.socket(), deadlines, ends_);
    co_return co_await exchange(connection, text, request_.limits, deadlines, watchdog, parser_);
  }

  std::optional<FetchFailure> settle(std::unique_ptr<Connection> connection, const Exchanged& outcome) {
    if (outcome.may_reuse) client_.pool.give(std::move(connection));
    if (!outcome.code) return std::nullopt;
    FetchFailure failure{outcome.code, url_.redacted() + ": " + outcome.code.message(), std::nullopt};
    if (parser_ && parser_->is_header_done() && !parser_->head().is_interim()) failure.facts = facts();
    return failure;
  }

  std::optional<FetchFailure> follow(const std::string& location, int status) {
    Result<Url> next = redirect_target(hops_, url_, location, request_.max_redirects);
    if (!next) return fail(next.error(), "");
    hops_.push_back(Hop{url_, status});
    with_credentials_ = with_credentials_ && next->origin() == url_.origin();
    url_ = std::move(*next);
    return std::nullopt;
  }

  /// The next hop's host may be busy, or asleep.
  asio::awaitable<std::optional<FetchFailure>> wait_for_target() {
    if (!request_.before_hop) co_return std::nullopt;
    const auto begin = std::chrono::steady_clock::now();
    auto waiting = request_.before_hop(url_);
    const error_code refused = co_await std::move(waiting);
    ends_ += std::chrono::steady_clock::now() - begin;
    if (refused) co_return fail(refused, "");
    co_return std::nullopt;
  }

  Outcome conclude() {
    const int status = parser_->head().status;
    if (status == 304) {
      if (!with_validators_) return fail(NetErrc::unsolicited_304, "");
      return Fetched(NotModified{facts()});
    }
    if (parser_->head().is_document()) {
      ResponseFacts found = facts();
      return Fetched(FetchedDocument{std::move(found), parser_->take_body()});
    }
    const bool lost = parser_->head().is_redirect();
    FetchFailure failure = fail(lost ? NetErrc::bad_redirect : errc_of_status(status), std::to_string(status));
    failure.facts = facts();
    return failure;
  }

  /// Moves the header's texts out of the parser: asked once a hop.
  ResponseFacts facts() {
    ResponseFacts found(url_);
    found.wire_bytes = parser_->wire_bytes();
    found.decoded_bytes = parser_->decoded_bytes();
    ResponseHead head = parser_->take_head();
    found.status = head.status;
    found.redirects = hops_;
    found.validators = std::move(head.validators);
    found.content_type = std::move(head.content_type);
    found.content_language = std::move(head.content_language);
    found.cache_control = std::move(head.cache_control);
    found.expires = std::move(head.expires);
    found.date = std::move(head.date);
    found.age = std::move(head.age);
    found.retry_after = std::move(head.retry_after);
    return found;
  }

  FetchFailure fail(error_code code, const std::string& status) const {
    std::string detail = url_.redacted() + ": ";
    if (!status.empty()) detail += status + " ";
    return FetchFailure{code, detail + code.message(), std::nullopt};
  }

  ClientParts& client_;
  const FetchRequest request_;
  Url url_;  ///< the hop's address, bare
  const std::string first_origin_;
  SteadyTime ends_;  ///< moved by what is waited between hops
  std::optional<Url> validators_for_;
  std::vector<Hop> hops_;
  std::optional<ResponseParser> parser_;
  bool with_credentials_ = true;  ///< lost for good when the origin changes
  bool with_validators_ = false;
};

}  // namespace

ClientParts::ClientParts(asio::any_io_executor on, ClientOptions chosen)
    : executor(std::move(on)),
      options(std::move(chosen)),
      user_agent(net::user_agent(options.contact)),
      resolver(options.resolver ? options.resolver : std::make_shared<ThreadResolver>()),
      verifying(TlsContext::Verify::peer, options.ca_file),
      trusting(TlsContext::Verify::none, ""),
      pool(executor, options.idle_connections, options.idle_for) {}

asio::awaitable<Outcome> fetch(ClientParts& client, FetchRequest request) {
  // Cancellation comes back as a value; the caller's own setting is restored.
  const bool throws = co_await asio::this_coro::throw_if_cancelled();
  co_await asio::this_coro::throw_if_cancelled(false);
  Run run(client, std::move(request));
  Outcome outcome = co_await run.go();
  co_await asio::this_coro::throw_if_cancelled(throws);
  co_return outcome;
}

}  // namespace almanac::net
