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
  std::string validators_for;
  FreshnessHeaders headers;
  FetchRecord record;
};

/// Why there is no answer, in the words of scheduling and of people.
struct NoAnswer {
  PollEnd end = PollEnd::failed;
  Problem problem;
  FreshnessHeaders headers;
  FetchRecord record;
};

/// One request of a source: from the network, or from disk for file: addresses. `conditional`: send the stored
/// validators.
boost::asio::awaitable<std::variant<Answer, NoAnswer>> ask_source(const Source& source, const SourceOptions& options,
                                                                  PlannedRequest request, bool conditional,
                                                                  IngestServices& with);

}  // namespace almanac
