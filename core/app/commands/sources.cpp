#include <almanac/model/redact_text.hpp>
#include <almanac/render/json.hpp>

#include "../asking.hpp"
#include "../commands.hpp"
#include "../secrets.hpp"
#include "../source_args.hpp"
#include "../source_table.hpp"

namespace almanac {

int run_sources(Context& context, const SourcesArgs& args) {
  auto store = open_to_read(context);
  if (!store) return fail(context, store.error());
  auto sources = store->sources();
  if (!sources) return fail(context, sources.error());
  if (args.broken)
    std::erase_if(*sources, [](const Source& source) {
      return source.health.state == SourceState::active || source.health.state == SourceState::paused;
    });
  if (args.format == "json") return put(context, render_sources_json(*sources));
  if (sources->empty()) {
    context.remark(args.broken ? "no source is broken"
                               : "no sources yet: 'almanac follow URL' or 'almanac follow @starter' adds some");
    return exit_ok;
  }
  return put(context, source_table(*sources, context));
}

int run_unfollow(Context& context, const UnfollowArgs& args) {
  auto store = Store::open(context.paths().database);
  if (!store) return fail(context, store.error());
  int failed = 0;
  for (const std::string& name : args.sources) {
    auto source = store->find_source(name);
    if (!source) {
      context.tell(source.error());
      ++failed;
      continue;
    }
    if (auto removed = store->remove_source(source->id); !removed) return fail(context, removed.error());
    context.remark("no longer following " + (source->name.empty() ? redact_text(source->url) : source->name));
  }
  if (failed == 0) return exit_ok;
  return static_cast<std::size_t>(failed) < args.sources.size() ? exit_partly : exit_failed;
}

namespace {

/// Puts the address from before a permanent redirect back.
int undo_move(Context& context, Store& store, const Source& source) {
  const auto before = store.undo_move(source.id);
  if (!before) return fail(context, before.error());
  context.remark("asks " + redact_text(*before) + " again, and stays there");
  return exit_ok;
}

}  // namespace

int run_source_edit(Context& context, const SourceEditArgs& args) {
  auto store = Store::open(context.paths().database);
  if (!store) return fail(context, store.error());
  auto source = store->find_source(args.which);
  if (!source) return fail(context, source.error());
  if (args.undo_move) return undo_move(context, *store, *source);
  if (auto applied = apply_source_args(args.source, *source); !applied) return fail(context, applied.error());
  if (auto updated = store->update_source(*source); !updated) return fail(context, updated.error());
  for (const auto& [name, value] : source->options)
    if (const auto warning = warn_of_secret(name, value)) context.remark(*warning);
  if (args.pause || args.resume) {
    source->health.state = args.pause ? SourceState::paused : SourceState::active;
    if (args.resume) source->health.next_due.reset();
    source->health.due_reason = args.pause ? "paused by you" : "resumed by you";
    if (auto updated = store->update_health(source->id, source->health); !updated)
      return fail(context, updated.error());
  }
  context.remark("changed; the next poll uses it");
  return exit_ok;
}

}  // namespace almanac
