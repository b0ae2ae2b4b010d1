#include "refresh_source.hpp"

#include <algorithm>
#include <almanac/async/run_on.hpp>
#include <almanac/base/log.hpp>
#include <almanac/model/redact_text.hpp>
#include <almanac/net/redirect.hpp>
#include <almanac/schedule/moving.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <utility>

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
  std::vector<HostPause> pauses;
  std::string answered_at;    ///< the address that gave the first answer
  bool is_permanent = false;  ///< it was reached over permanent redirects
  std::string throttled_by;   ///< the host that gave the last answer, when it was none to go on with
  bool has_document = false;
  bool wants_plain = false;
  bool was_asked = false;  ///< a server was, although in the end the poll waits
};

/// Of one source; more count as several sources until they are stored.
constexpr std::size_t usual_entries = 25;

/// A server that has answered 304 for so long is asked for the document once without validators.
constexpr std::chrono::hours longest_unchanged{24 * 14};

/// The recipe of a source; "" when it has none.
Result<std::string, Problem> recipe_of(const Source& source, const IngestServices& with) {
  if (source.recipe.empty()) return std::string();
  if (with.find_recipe) return with.find_recipe(source.recipe);
  return Problem{IngestErrc::no_plugin, "there are no recipes here, and it wants '" + source.recipe + "'", {}};
}

void append(std::vector<IngestedEntry> some, std::vector<IngestedEntry>& all) {
  if (all.empty()) return std::swap(all, some);
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

PublisherWish wish_of(const DocumentInfo& document) {
  PublisherWish wish{{}, document.skip_hours, document.skip_days};
  if (document.refresh_after) wish.interval = std::chrono::seconds(*document.refresh_after);
  return wish;
}

/// Why a document that could be read cannot be what the source is: a page without events where nobody asked for a page,
/// as log-ins and hotels send it, or the damaged beginning of something. Nothing of it is to be remembered.
std::optional<Problem> refuse_document(const Harvest& harvest, const Source& source) {
  if (!harvest.entries.empty() || !harvest.follow_ups.empty()) return std::nullopt;
  if (harvest.document.format == "html" && source.plugin.empty() && source.recipe.empty())
    return Problem{IngestErrc::html_instead, "a web page without events",
                   harvest.discovered.empty() ? "check the address in a browser; it may want a log-in"
                                              : "it links to feeds: 'almanac follow' of its address offers them"};
  if (!harvest.document.well_formed && harvest.skipped.empty())
    return Problem{IngestErrc::empty_document, "the document is damaged, and nothing in it can be read",
                   "the publisher may be having trouble; what is stored stays"};
  return std::nullopt;
}

/// Reads one document into the poll. Runs on the pool.
Result<std::vector<PlannedRequest>, Problem> take_document(Document document, const Source& source,
                                                           const SourceOptions& options, const std::string& recipe,
                                                           sys_seconds now, const IngestServices& with, Poll& poll) {
  const std::uint64_t body_hash = content_hash(document.body, poll.outcome.body_hash);
  const ReadRequest request{source.plugin, source.recipe, recipe, source.options, options,
                            source.kind,   now,           false,  with.topics};
  auto read = read_document(std::move(document), request, with.plugins);
  if (!read) return read.error();
  Harvest& harvest = read->harvest;
  poll.result.plugin = read->plugin;
  if (auto problem = refuse_document(harvest, source)) {
    poll.result.discovered = std::move(harvest.discovered);
    return std::move(*problem);
  }
  poll.result.entries += harvest.entries.size();
  Derived derived =
      derive_events(std::move(harvest.entries), harvest.document.language, read->zones, options, now, with.horizon);
  for (IngestedEntry& entry : derived.entries)
    entry.reading = with.committer.matcher().read(entry.entry, source.id);  // here, not on the one thread that writes
  append(std::move(derived.entries), poll.commit.entries);
  poll.outcome.body_hash = body_hash;
  if (!poll.has_document) {
    poll.commit.name = harvest.document.title;
    poll.commit.plugin = read->plugin;
    poll.outcome.wish = wish_of(harvest.document);
  }
  poll.has_document = true;
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

/// What is asked, and whom.
struct Errand {
  const Source& source;
  const SourceOptions& options;
  std::string host;  ///< that of the source's address
  bool own = false;  ///< the user's host or file: asked as often as they like, and throttled source by source
};

bool is_own(const Source& source, const SourceOptions& options, const std::string& host, const IngestServices& with) {
  if (!options.allow_private.empty() || source.url.starts_with("file:")) return true;
  const AddressRules& own = with.http.allowances();
  if (std::find(own.allow_hosts.begin(), own.allow_hosts.end(), host) != own.allow_hosts.end()) return true;
  error_code no_address;
  const auto address = boost::asio::ip::make_address(host, no_address);
  return !no_address && std::any_of(own.allow.begin(), own.allow.end(),
                                    [&](const AddressRange& range) { return range.contains(address); });
}

/// What hosts asked for in earlier runs counts in this one.
void recall_pauses(IngestServices& with) {
  if (std::exchange(with.manners.has_pauses, true)) return;
  for (const HostPause& pause : with.committer.pauses_at_start())
    with.manners.pauses.restore({pause.host, pause.until, pause.why});
}

/// Why a source is not asked now, whoever wants it.
std::optional<Refusal> refusal_of(const Errand& errand, const IngestServices& with) {
  const sys_seconds now = with.clock.now();
  if (auto refused = refuse_to_ask(with.policy, errand.source, now, errand.own)) return refused;
  const auto pause = errand.own ? std::nullopt : with.manners.pauses.find(errand.host, now);
  return pause ? std::optional(Refusal{pause->until, pause->why}) : std::nullopt;
}

void note_refusal(Poll& poll, const Refusal& refused) {
  poll.outcome.end = poll.result.end = PollEnd::waiting;
  poll.result.not_asked = refused.why;
  poll.outcome.wait_until = refused.until;
  poll.outcome.wait_why = refused.why;
}

/// What an answer, or the lack of any, tells of our own network.
void learn_network(const Errand& errand, bool is_silence, IngestServices& with, Poll& poll) {
  OutageWatch& outage = with.manners.outage;
  if (!is_silence) return outage.note_answer();
  outage.note_silence(errand.host);
  const bool is_connected = !with.is_connected || with.is_connected();
  if (!errand.own && (!is_connected || outage.is_out())) poll.outcome.end = poll.result.end = PollEnd::offline;
}

/// Throttling that is not this source's alone: kept in mind at once, and on disk with the commit.
void spread_throttling(const Errand& errand, sys_seconds now, IngestServices& with, Poll& poll) {
  const std::string& host = poll.throttled_by.empty() ? errand.host : poll.throttled_by;
  const sys_seconds until = poll.commit.health.not_before.value_or(poll.commit.health.next_due.value_or(now));
  std::optional<PausedHost> paused;
  if (poll.commit.fetch.http_status == 429)
    paused = with.manners.pauses.note_throttled(host, until, now);
  else
    paused = with.manners.pauses.note_unavailable(host, errand.source.id, until, now);
  if (paused) poll.pauses.push_back({paused->host, paused->until, paused->why});
}

/// Whether the source may answer at another address from now on without its credentials going astray.
bool may_move(const Source& source, const SourceOptions& options, const std::string& to) {
  const auto from = Url::parse(source.url), there = Url::parse(to);
  if (!from || !there) return false;
  return from->userinfo().empty() && (options.headers.empty() || from->origin() == there->origin());
}

/// Watches where a source lives, and adopts an address that has proved to be the new one.
void follow_move(Poll& poll, const Source& source, const SourceOptions& options, sys_seconds now) {
  if (poll.answered_at.empty()) return;
  Move& move = poll.commit.health.move;
  const auto asked = Url::parse(source.url);
  const std::string address = asked ? net::bare(*asked).text() : source.url;
  move = after_journey(move, {address, poll.answered_at, poll.is_permanent}, now);
  if (move.to == source.unwanted_move) return;
  if (!is_confirmed(move, address, now) || !may_move(source, options, move.to)) return;
  log(LogLevel::info, "poll", poll.result.name + ": lives at " + Url::parse(move.to)->redacted() + " from now on");
  poll.commit.new_url = std::move(move.to);
  move = {};
}

/// What the document suggests to change; until a document says otherwise.
void keep_hint(Poll& poll) {
  if (!poll.has_document) return;
  const auto is_hint = [](const Warning& warning) { return warning.code == "pubdate-in-future"; };
  const bool hinted = std::any_of(poll.result.warnings.begin(), poll.result.warnings.end(), is_hint);
  poll.commit.health.hint =
      hinted ? "most publication dates lie in the future: option pubdate_means=start?" : std::string();
}

/// How the poll ended, and what follows from it for the next one.
void settle(Poll& poll, const Source& source, const DuePolicy& policy, sys_seconds now) {
  PollOutcome& outcome = poll.outcome;
  const bool is_good = !poll.result.problem && outcome.end != PollEnd::waiting;
  if (is_good) {
    const bool is_new = poll.has_document && outcome.body_hash != source.health.body_hash;
    outcome.end = is_new ? PollEnd::changed : PollEnd::unchanged;
    // What has been silent for long will be silent for a while.
    if (!is_new && source.health.last_changed) outcome.usual_gap = (now - *source.health.last_changed) / 5;
  }
  poll.commit.health = after_poll(policy, source, outcome, now, jitter_for(source.id, now));
  if (poll.wants_plain) poll.commit.health.plain_body = true;
  if (outcome.end == PollEnd::waiting && poll.was_asked) poll.commit.health.last_attempt = now;
  keep_hint(poll);
  poll.result.health = poll.commit.health;
  poll.result.end = outcome.end;
}

/// The way to a further host: a redirect's, or that of a source's next request.
struct Approach {
  HostTurn& turn;
  const IngestServices& with;
  bool own = false;  ///< of the user: not kept away by what hosts ask for
  std::optional<Refusal> refused{};

  bool is_kept_away(std::string_view host) {
    const auto pause = own ? std::nullopt : with.manners.pauses.find(host, with.clock.now());
    if (pause) refused = Refusal{pause->until, pause->why};
    return pause.has_value();
  }
};

/// Waits for a turn at the host, unless it asked to be left alone.
boost::asio::awaitable<error_code> approach(std::string host, Approach& way) {
  if (way.is_kept_away(host)) co_return make_error_code(NetErrc::throttled);
  const bool may_go = co_await way.turn.move_to(host);
  if (!may_go) co_return make_error_code(NetErrc::cancelled);
  // Others have been there meanwhile.
  if (way.is_kept_away(host)) co_return make_error_code(NetErrc::throttled);
  co_return error_code{};
}

std::string host_of(const std::string& address) {
  const auto url = Url::parse(address);
  return url && !url->is_file() ? std::string(url->host()) : std::string();
}

/// Fetches and reads until nothing is left to ask for. The turn is that of the source's own host.
boost::asio::awaitable<void> gather(const Errand& errand, const std::string& recipe,
                                    std::vector<PlannedRequest> requests, HostTurn& turn, IngestServices& with,
                                    Poll& poll) {
  const Source& source = errand.source;
  const SourceOptions& options = errand.options;
  Approach way{turn, with, errand.own};
  const BeforeHop before_hop = [&way](const Url& target) { return approach(std::string(target.host()), way); };
  const auto& last = source.health.last_document;
  const bool wants_proof = last && with.clock.now() - *last >= longest_unchanged;
  std::size_t pages = 0;
  for (std::size_t i = 0; i < requests.size() && pages < most_pages; ++i, ++pages) {
    PlannedRequest request = requests[i];
    const bool may_be_missing = request.may_be_missing;
    const bool conditional = i == 0 && requests.size() == 1 && !wants_proof;
    const std::string host = request.url == source.url ? errand.host : host_of(request.url);
    if (!host.empty() && (i > 0 || host != errand.host)) {
      const error_code held = co_await approach(host, way);
      if (held && !way.refused) note_failure(poll, PollEnd::failed, {held, held.message(), {}});
      if (way.refused) note_refusal(poll, *way.refused);
      if (held) co_return;
    }
    auto answered = co_await ask_source(source, options, std::move(request), conditional, with.http, before_hop);
    poll.was_asked = true;
    if (way.refused) {
      note_refusal(poll, *way.refused);
      co_return;
    }
    if (NoAnswer* none = std::get_if<NoAnswer>(&answered)) {
      if (may_be_missing && is_missing(*none)) continue;
      poll.outcome.headers = none->headers;
      poll.commit.fetch = none->record;
      poll.wants_plain = none->wants_plain;
      poll.throttled_by = none->host;
      note_failure(poll, none->end, std::move(none->problem));
      learn_network(errand, none->is_silence, with, poll);
      co_return;
    }
    Answer& answer = std::get<Answer>(answered);
    learn_network(errand, false, with, poll);
    if (i == 0) {
      if (requests.size() == 1 && requests[0].url == source.url) poll.answered_at = answer.validators_for;
      poll.is_permanent = answer.is_permanent;
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
      Problem problem = more.error();
      problem.what = redact_text(source.url) + ": " + problem.what;
      note_failure(poll, PollEnd::failed, std::move(problem));
      co_return;
    }
    requests.insert(requests.end(), more->begin(), more->end());
  }
}

}  // namespace

std::string polite_host(const Source& source) { return host_of(source.url); }

boost::asio::awaitable<Refreshed> refresh_source(Source source, HostTurn turn, IngestServices& with) {
  Poll poll;
  poll.commit.source = poll.result.source = source.id;
  poll.result.name = source_label(source.name, source.url);

  // What to ask for, and the answers: at the host's pace.
  const auto read = read_source_options(source.options);
  SourceOptions options = read ? *read : SourceOptions{};
  Errand errand{source, options, polite_host(source)};
  errand.own = read && is_own(source, options, errand.host, with);
  const auto recipe = recipe_of(source, with);
  auto requests = !read     ? Result<std::vector<PlannedRequest>, Problem>(read.error())
                  : !recipe ? Result<std::vector<PlannedRequest>, Problem>(recipe.error())
                            : plan_requests(source, *recipe, with.plugins, year_of(with.clock.now()));
  recall_pauses(with);
  const auto refused = read ? refusal_of(errand, with) : std::nullopt;
  const auto complete = put_secrets(options, with.secrets);
  if (!requests)
    note_failure(poll, PollEnd::failed, requests.error());
  else if (refused)
    note_refusal(poll, *refused);
  else if (!complete)
    note_failure(poll, PollEnd::failed, complete.error());
  else
    co_await gather(errand, *recipe, std::move(*requests), turn, with, poll);
  if (poll.result.problem && poll.result.problem->code == Failure::cancelled) co_return std::move(poll.result);
  const sys_seconds now = with.clock.now();
  settle(poll, source, with.policy, now);
  if (poll.outcome.end == PollEnd::throttled && !errand.own) spread_throttling(errand, now, with, poll);
  turn.weigh(poll.commit.entries.size() / usual_entries);
  turn.done();

  // When to come again, and everything on disk in one transaction.
  poll.commit.complete = options.full_snapshot && poll.has_document;
  poll.commit.fetch.at = now;
  if (read && !poll.result.problem) follow_move(poll, source, options, now);
  PollCommit part;
  part.now = now;
  part.pauses = std::move(poll.pauses);
  const Health& health = poll.commit.health;
  if (poll.outcome.end == PollEnd::waiting)
    part.put_off.push_back({source.id, health.last_attempt, health.next_due, health.due_reason});
  else
    part.polls.push_back(std::move(poll.commit));
  auto counts = co_await with.committer.commit(part);
  // What was read is freed where it was made: elsewhere it would cost as much as making it.
  boost::asio::post(with.pool, [done = std::move(part)] {});
  if (counts)
    poll.result.counts = *counts;
  else
    poll.result.problem = counts.error();
  co_return std::move(poll.result);
}

}  // namespace almanac
