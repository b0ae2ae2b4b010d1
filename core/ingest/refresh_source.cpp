#include "refresh_source.hpp"

#include <almanac/async/run_on.hpp>
#include <almanac/base/log.hpp>

#include "ask_source.hpp"
#include "ingest_errc.hpp"
#include "plan_requests.hpp"
#include "read_document.hpp"

namespace almanac {
namespace {

/// All that one poll gathers before it is committed.
struct Poll {
  SourcePoll commit;
  PollOutcome outcome;
  Refreshed result;
  bool has_document = false;
};

/// The recipe of a source; "" when it has none.
Result<std::string, Problem> recipe_of(const Source& source, const IngestServices& with) {
  if (source.recipe.empty()) return std::string();
  if (with.find_recipe) return with.find_recipe(source.recipe);
  return Problem{IngestErrc::no_plugin, "there are no recipes here, and it wants '" + source.recipe + "'", {}};
}

/// Reads one document into the poll. Runs on the pool.
Result<std::vector<PlannedRequest>, Problem> take_document(Document document, const Source& source,
                                                           const SourceOptions& options, const std::string& recipe,
                                                           sys_seconds now, const IngestServices& with, Poll& poll) {
  const ReadRequest request{source.plugin, source.recipe, recipe, source.options, options,
                            source.kind,   now,           false,  with.topics};
  auto read = read_document(std::move(document), request, with.plugins);
  if (!read) return read.error();
  Derived derived = derive_events(*read, options, now, with.horizon);
  for (IngestedEntry& entry : derived.entries) poll.commit.entries.push_back(std::move(entry));
  Harvest& harvest = read->harvest;
  if (!poll.has_document) {
    poll.commit.name = harvest.document.title;
    poll.commit.plugin = poll.result.plugin = read->plugin;
    if (harvest.document.refresh_after)
      poll.outcome.publisher_interval = std::chrono::seconds(*harvest.document.refresh_after);
    poll.outcome.skip_hours = harvest.document.skip_hours;
    poll.outcome.skip_days = harvest.document.skip_days;
  }
  poll.has_document = true;
  poll.result.entries += harvest.entries.size();
  poll.result.past += derived.past;
  poll.result.discovered = std::move(harvest.discovered);
  poll.result.skipped += harvest.skipped.size();
  for (auto* list : {&harvest.warnings, &derived.warnings})
    poll.result.warnings.insert(poll.result.warnings.end(), std::make_move_iterator(list->begin()),
                                std::make_move_iterator(list->end()));
  return std::move(harvest.follow_ups);
}

void note_failure(Poll& poll, PollEnd end, Problem problem) {
  poll.outcome.end = poll.result.end = end;
  poll.outcome.error = problem.what;
  poll.commit.fetch.error = problem.what;
  poll.result.problem = std::move(problem);
  // Nothing of a failed poll is kept, the validators least of all: they would hide the content for ever.
  poll.commit.entries.clear();
  poll.commit.validators.reset();
  poll.commit.complete = false;
}

/// Fetches and reads until nothing is left to ask for.
boost::asio::awaitable<void> gather(const Source& source, const SourceOptions& options, const std::string& recipe,
                                    std::vector<PlannedRequest> requests, IngestServices& with, Poll& poll) {
  std::size_t pages = 0;
  for (std::size_t i = 0; i < requests.size() && pages < most_pages; ++i, ++pages) {
    PlannedRequest request = requests[i];
    const bool may_be_missing = request.may_be_missing;
    auto answered = co_await ask_source(source, options, std::move(request), i == 0 && requests.size() == 1, with.http);
    if (NoAnswer* none = std::get_if<NoAnswer>(&answered)) {
      if (may_be_missing && is_missing(*none)) continue;
      poll.outcome.headers = none->headers;
      poll.commit.fetch = none->record;
      note_failure(poll, none->end, std::move(none->problem));
      co_return;
    }
    Answer& answer = std::get<Answer>(answered);
    if (i == 0) {
      poll.outcome.headers = answer.headers;
      poll.commit.fetch = answer.record;
      poll.commit.validators = answer.validators;
      poll.commit.validators_for = answer.validators_for;
      poll.result.not_modified = !answer.document;
    }
    if (!answer.document) co_return;
    Document document = std::move(*answer.document);
    const sys_seconds now = with.clock.now();
    auto more = co_await run_on(
        with.pool, [&] { return take_document(std::move(document), source, options, recipe, now, with, poll); });
    if (!more) {
      const auto url = Url::parse(source.url);
      Problem problem = more.error();
      problem.what = (url ? url->redacted() : source.url) + ": " + problem.what;
      note_failure(poll, PollEnd::failed, std::move(problem));
      co_return;
    }
    requests.insert(requests.end(), more->begin(), more->end());
  }
}

}  // namespace

std::string polite_host(const Source& source) {
  const auto url = Url::parse(source.url);
  return url && !url->is_file() ? std::string(url->host()) : std::string();
}

boost::asio::awaitable<Refreshed> refresh_source(Source source, HostTurn turn, IngestServices& with) {
  Poll poll;
  poll.commit.source = poll.result.source = source.id;
  poll.result.name = source.name.empty() ? source.url : source.name;

  // What to ask for, and the answers: at the host's pace.
  const auto options = read_source_options(source.options);
  const auto recipe = recipe_of(source, with);
  auto requests = !options  ? Result<std::vector<PlannedRequest>, Problem>(options.error())
                  : !recipe ? Result<std::vector<PlannedRequest>, Problem>(recipe.error())
                            : plan_requests(source, *recipe, with.plugins, year_of(with.clock.now()));
  if (!requests)
    note_failure(poll, PollEnd::failed, requests.error());
  else
    co_await gather(source, *options, *recipe, std::move(*requests), with, poll);
  turn.done();
  if (poll.result.problem && poll.result.problem->code == Failure::cancelled) co_return std::move(poll.result);

  // When to come again, and everything on disk in one transaction.
  const sys_seconds now = with.clock.now();
  poll.commit.complete = options && options->full_snapshot && poll.has_document;
  poll.commit.fetch.at = now;
  poll.outcome.end = poll.result.problem ? poll.outcome.end : poll.has_document ? PollEnd::changed : PollEnd::unchanged;
  poll.commit.health = after_poll(with.policy, source, poll.outcome, now, jitter_for(source.id, now));
  poll.result.health = poll.commit.health;
  poll.result.end = poll.outcome.end;
  auto counts = co_await with.committer.commit(std::move(poll.commit), now);
  if (counts)
    poll.result.counts = *counts;
  else
    poll.result.problem = counts.error();
  co_return std::move(poll.result);
}

}  // namespace almanac
