#include <almanac/ingest/match/rule_matcher.hpp>

#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {

int run_split(Context& context, const SplitArgs& args) {
  auto store = open_to_write(context);
  if (!store) return fail(context, store.error());
  const auto id = store->find_event(args.event);
  if (!id) return fail(context, id.error());
  const auto ids = store->split_event(*id, RuleMatcher{}, context.now());
  if (!ids) return fail(context, ids.error());
  std::string list;
  for (const std::string& one : *ids) list += (list.empty() ? "" : ", ") + one;
  context.remark("split into " + list + "; they stay apart");
  return exit_ok;
}

int run_merge(Context& context, const MergeArgs& args) {
  auto store = open_to_write(context);
  if (!store) return fail(context, store.error());
  const auto id = store->find_event(args.event);
  if (!id) return fail(context, id.error());
  const auto other = store->find_event(args.other);
  if (!other) return fail(context, other.error());
  if (auto done = store->merge_events(*id, *other, RuleMatcher{}); !done) return fail(context, done.error());
  context.remark("put together; they stay together");
  return exit_ok;
}

}  // namespace almanac
