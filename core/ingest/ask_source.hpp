#pragma once
#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <variant>

#include "refresh_source.hpp"

namespace almanac {

/// An answer with a document, or the news that the stored one is current.
struct Answer {
  std::optional<Document> document;      ///< absent: not modified
  std::optional<Validators> validators;  ///< to be stored; absent: keep
  std::string validators_for;            ///< the address that answered
  bool is_permanent = false;             ///< the redirects on the way, if any, were all permanent
  FreshnessHeaders headers;
  FetchRecord record;
};

/// Why there is no answer, in the words of scheduling and of people.
struct NoAnswer {
  PollEnd end = PollEnd::failed;
  bool is_silence = false;   ///< the host could not be reached at all
  bool wants_plain = false;  ///< its coded body could not be decoded
  std::string host;          ///< that gave the final answer; empty: none came
  Problem problem;
  FreshnessHeaders headers;
  FetchRecord record;
};

/// Requests of one source at one poll, whatever its plugin asks for.
inline constexpr std::size_t most_pages = 50;

/// Puts secrets in the place of what the options' headers refer to. Fails when there are none.
Result<void, Problem> put_secrets(SourceOptions& options, const ResolveSecrets& secrets);

/// Whether the server says that there is no such document: 404 or 410.
bool is_missing(const NoAnswer& none) noexcept;

/// One request of a source: from the network, or from disk for file: addresses. `conditional`: send the stored
/// validators. `before_hop` as FetchRequest's.
boost::asio::awaitable<std::variant<Answer, NoAnswer>> ask_source(const Source& source, const SourceOptions& options,
                                                                  PlannedRequest request, bool conditional,
                                                                  HttpClient& http, BeforeHop before_hop);

}  // namespace almanac
