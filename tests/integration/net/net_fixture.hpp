#pragma once
#include <almanac/net/http_client.hpp>
#include <boost/asio/io_context.hpp>
#include <string>
#include <utility>

#include "support/loopback/content.hpp"
#include "support/loopback/server.hpp"
#include "support/run_coro.hpp"

namespace almanac::test {

using Outcome = Result<Fetched, FetchFailure>;

/// A client that may reach loopback.
inline ClientOptions loopback_options() {
  ClientOptions options;
  options.contact = "ops@example.org";
  options.addresses.add("127.0.0.0/8").value();
  options.addresses.add("::1").value();
  return options;
}

/// One client on a context of its own; every call runs to its end.
struct Net {
  explicit Net(ClientOptions options = loopback_options()) : client(context.get_executor(), std::move(options)) {}

  Outcome fetch(FetchRequest request, std::chrono::milliseconds limit = std::chrono::seconds(20)) {
    std::optional<Outcome> outcome;
    run_coro(
        context,
        [&]() -> boost::asio::awaitable<void> {
          Outcome got = co_await client.fetch(std::move(request));
          outcome.emplace(std::move(got));
        },
        limit);
    return std::move(*outcome);
  }

  Outcome fetch(const std::string& url) { return fetch(request_for(url)); }

  static FetchRequest request_for(const std::string& url) { return FetchRequest(Url::parse(url).value()); }

  boost::asio::io_context context{1};
  HttpClient client;
};

inline const FetchedDocument& document_of(const Outcome& outcome) { return std::get<FetchedDocument>(outcome.value()); }
inline const NotModified& unchanged_of(const Outcome& outcome) { return std::get<NotModified>(outcome.value()); }
inline error_code code_of(const Outcome& outcome) { return outcome ? error_code{} : outcome.error().code; }

}  // namespace almanac::test
