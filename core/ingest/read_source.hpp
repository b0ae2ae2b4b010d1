#pragma once
#include <almanac/net/http_client.hpp>
#include <almanac/schedule/poll_runner.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <string>
#include <vector>

#include "read_document.hpp"
#include "refresh_source.hpp"

namespace almanac {

/// What a look at a source needs; all of it outlives the look. Used on the client's one thread, parsing included.
struct LookServices {
  HttpClient& http;
  const PluginRegistry& plugins;
  sys_seconds now;
  std::string recipe;                        ///< text of the source's recipe; empty when it has none
  const facts::TopicBook* topics = nullptr;  ///< vocabulary of topics; may be null
  ResolveSecrets secrets{};                  ///< as IngestServices'
};

/// Fetches and reads what one poll of a source would, page after page, and stores nothing: one result a document, in
/// order. Documents that may be missing and are so are left out. The first one that cannot be fetched or read ends it
/// with the reason. `turn` is one at the source's host; redirects and further pages wait for theirs.
boost::asio::awaitable<Result<std::vector<ReadResult>, Problem>> read_source(Source source, HostTurn turn,
                                                                             LookServices with);

}  // namespace almanac
