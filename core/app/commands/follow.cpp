#include <almanac/model/redact_text.hpp>
#include <unordered_set>

#include "../commands.hpp"
#include "../engine.hpp"
#include "../poll_report.hpp"
#include "../secrets.hpp"
#include "../source_args.hpp"
#include "../take_sources.hpp"
#include "../wanted_sources.hpp"

namespace almanac {
namespace {

/// Adds the sources in one transaction; those that are followed already are told and left out. Sources that are looked
/// at now are not due meanwhile: a daemon would ask them a second time.
Result<std::vector<Source>, Problem> add_new(Store& store, std::vector<Source> wanted, const Context& context,
                                             bool look_first) {
  std::vector<Source> added;
  const auto followed = store.sources();
  if (!followed) return followed.error();
  std::unordered_set<std::string> addresses;
  for (const Source& source : *followed) addresses.insert(source.url);
  for (Source& source : wanted) {
    source.added = context.now();
    if (look_first) source.health.next_due = put_off_until(context.config(), source.added);
    if (!addresses.insert(source.url).second)
      context.remark(redact_text(source.url) + " is followed already");
    else
      added.push_back(std::move(source));
  }
  auto ids = store.add_sources(added);
  if (!ids) return ids.error();
  for (std::size_t i = 0; i < added.size(); ++i) added[i].id = (*ids)[i];
  return added;
}

/// The first poll of one source decides whether it is followed: a page that is no feed, or nothing at all, is not.
struct FirstPoll {
  std::size_t followed = 0, refused = 0;
};

void offer_discovered(const Context& context, const std::string& opening, const std::vector<Discovered>& found) {
  context.tell(opening);
  for (const Discovered& item : found)
    context.tell("  almanac follow '" + item.url + "'" + (item.title.empty() ? "" : "   # " + item.title));
}

void judge(Context& context, Engine& engine, const Source& source, const Refreshed& done, FirstPoll& tally) {
  if (!done.not_asked.empty()) {
    ++tally.followed;
    return context.remark("following " + redact_text(source.url) + "; not asked yet: " + done.not_asked);
  }
  const bool only_links = done.plugin == "webpage" && done.entries == 0;
  if (!done.problem && !only_links) {
    ++tally.followed;
    std::string line = "following " + (source.name.empty() ? redact_text(source.url) : source.name) + " (" +
                       std::to_string(done.entries) + (done.entries == 1 ? " entry" : " entries");
    if (done.past) line += ", " + std::to_string(done.past) + " of them over";
    context.remark(line + ", read by " + done.plugin + ")");
    for (const Warning& warning : done.warnings)
      if (warning.code == "pubdate-in-future") context.remark("  " + warning.message);
    if (done.plugin == "webpage" && !done.discovered.empty())
      offer_discovered(context,
                       "the page also links to feeds, which tell more and change less often in form:", done.discovered);
    return;
  }
  ++tally.refused;
  if (done.problem && !only_links)
    context.tell(Problem{
        done.problem->code, done.problem->what,
        (done.problem->hint.empty() ? "" : done.problem->hint + "; ") + "not followed; --later follows it unseen"});
  else if (!done.discovered.empty())
    offer_discovered(context, redact_text(source.url) + " is a web page (not followed); it links to:", done.discovered);
  else
    context.tell(redact_text(source.url) + ": a web page without events or links to feeds (not followed)");
  engine.with_store([&](Store& store) {
    if (auto removed = store.remove_source(source.id); !removed) context.tell(removed.error());
  });
}

int poll_first(Context& context, Engine& engine, const std::vector<Source>& added) {
  std::vector<Refreshed> results;
  const bool finished =
      engine.refresh(added, run_limits(context.config()), [&](const Refreshed& done) { results.push_back(done); });
  FirstPoll tally;
  for (const Source& source : added)
    for (const Refreshed& done : results)
      if (done.source == source.id) judge(context, engine, source, done, tally);
  if (!finished) return exit_partly;
  if (tally.refused == 0) return exit_ok;
  return tally.followed ? exit_partly : exit_failed;
}

}  // namespace

int run_follow(Context& context, const FollowArgs& args) {
  auto wanted = wanted_sources(args, feeds_folder(context.paths()));
  if (!wanted) {
    context.tell(wanted.error());
    return exit_usage;
  }
  if (!wanted->sources.empty())
    for (const auto& [name, value] : wanted->sources.front().options)
      if (const auto warning = warn_of_secret(name, value)) context.remark(*warning);
  auto engine = Engine::make(context);
  if (!engine) {
    context.tell(engine.error());
    return exit_failed;
  }
  const bool look_first = !args.later && wanted->is_small;
  Result<std::vector<Source>, Problem> added = std::vector<Source>{};
  (*engine)->with_store([&](Store& store) { added = add_new(store, std::move(wanted->sources), context, look_first); });
  if (!added) {
    context.tell(added.error());
    return exit_failed;
  }
  if (look_first && !added->empty()) return poll_first(context, **engine, *added);
  if (!added->empty())
    context.remark("following " + std::to_string(added->size()) + (added->size() == 1 ? " source" : " sources") +
                   "; 'almanac poll' fetches them");
  return exit_ok;
}

}  // namespace almanac
