#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/base/failure.hpp>
#include <almanac/facts/topics.hpp>
#include <almanac/model/source.hpp>
#include <almanac/net/http_client.hpp>
#include <almanac/plugin/registry.hpp>
#include <almanac/schedule/due_policy.hpp>
#include <almanac/schedule/host_pauses.hpp>
#include <almanac/schedule/outage.hpp>
#include <almanac/schedule/poll_runner.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <string>
#include <string_view>

#include "committer.hpp"
#include "derive_events.hpp"

namespace almanac {

/// The text of a recipe by its name, or why there is none. Any thread.
using FindRecipe = std::function<Result<std::string, Problem>(const std::string& name)>;

/// A text with the secrets that it refers to in their place, or why there are none. The executor's thread.
using ResolveSecrets = std::function<Result<std::string, Problem>(std::string_view text)>;

/// What polling has learnt of hosts and of our own network.
struct Manners {
  HostPauses pauses;
  OutageWatch outage;
  bool has_pauses = false;  ///< those of earlier runs were read
};

/// What refreshing needs; all of it outlives the refresh. Used on the executor's one thread; parsing runs on `pool`.
struct IngestServices {
  HttpClient& http;
  const PluginRegistry& plugins;
  Committer& committer;
  boost::asio::any_io_executor pool;
  const Clock& clock;
  DuePolicy policy;
  Horizon horizon;
  FindRecipe find_recipe;
  const facts::TopicBook* topics = nullptr;  ///< vocabulary of topics; may be null
  Manners manners{};
  ResolveSecrets secrets{};              ///< for the headers of sources; empty: they are sent as they stand
  std::function<bool()> is_connected{};  ///< whether this machine has any network; empty: it has
};

/// How the refresh of one source ended.
struct Refreshed {
  SourceId source;
  std::string name;
  PollEnd end = PollEnd::unchanged;
  bool not_modified = false;  ///< the server said so: 304
  PollCounts counts;          ///< of its commit
  std::size_t entries = 0;    ///< in the document
  std::size_t past = 0;       ///< of these, left out because they are over
  std::size_t skipped = 0;    ///< items that could not be read
  std::vector<Warning> warnings;
  std::vector<Discovered> discovered;  ///< feeds and calendars that a page links to
  std::optional<Problem> problem;
  std::string not_asked;  ///< why nothing was asked, when `end` is `waiting`
  Health health;          ///< as stored afterwards
  std::string plugin;     ///< that read it
};

/// The product on one page: asks the source what to fetch, fetches it politely, lets its plugin read it, normalises,
/// makes events and commits them with validators and health in one transaction. Never throws for anything that a
/// source, the network or the store does. Redirects and further requests wait for a turn at their host, and are not
/// made when that host asked to be left alone. Every ending leaves the source's health and next due time in the store.
boost::asio::awaitable<Refreshed> refresh_source(Source source, HostTurn turn, IngestServices& with);

/// The host whose turn a source needs; "" for local files.
std::string polite_host(const Source& source);

}  // namespace almanac
